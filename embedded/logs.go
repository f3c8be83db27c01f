package embedded

import (
	"io"
	"os"
	"strings"
)

const (
	linesShown = 15
	bytesShown = 16 << 10
)

// lastLines gives the last lines of a log that are for people: not empty, and not the frames of a Java stack trace.
func lastLines(log string) string {
	var lines []string
	for line := range strings.Lines(log) {
		line = strings.TrimRight(line, "\r\n")
		bare := strings.TrimSpace(line)
		if bare == "" || strings.HasPrefix(bare, "at ") || strings.HasPrefix(bare, "... ") {
			continue
		}
		lines = append(lines, line)
	}
	return strings.Join(lines[max(0, len(lines)-linesShown):], "\n")
}

// readFrom gives the end of what a file holds from an offset on; nothing when it cannot be read.
func readFrom(path string, offset int64) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, err := io.ReadAll(io.NewSectionReader(file, max(offset, size(path)-bytesShown), bytesShown))
	if err != nil {
		return ""
	}
	return string(text)
}

// size gives the length of a file in bytes, 0 when there is none.
func size(path string) int64 {
	about, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return about.Size()
}
