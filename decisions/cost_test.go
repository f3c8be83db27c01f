package decisions

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"partnernet/pagetext"
)

// What reading costs: the texts of the measure one by one, and as one long text of each length, so that what a character costs can be held against
// its cost in a short one.
func BenchmarkReading(b *testing.B) {
	var texts []string
	for _, folder := range folders {
		for _, s := range samples(b, folder) {
			texts = append(texts, string(s.text))
		}
	}
	b.Run("each", func(b *testing.B) {
		many := 0
		for b.Loop() {
			for _, text := range texts {
				many += readPlain(b, text)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(many), "ns/character")
	})
	whole := strings.Repeat(strings.Join(texts, "\n\n"), 3)
	for _, length := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(length), func(b *testing.B) {
			many := 0
			for b.Loop() {
				many += readPlain(b, strings.ToValidUTF8(whole[:length], ""))
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(many), "ns/character")
		})
	}
}

// readPlain reads a text and gives how long it is.
func readPlain(b *testing.B, text string) int {
	b.Helper()
	plain, err := pagetext.Read(b.Context(), bytes.NewReader([]byte(text)), int64(len(text)))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := readText(b.Context(), plain); err != nil {
		b.Fatal(err)
	}
	return len(text)
}
