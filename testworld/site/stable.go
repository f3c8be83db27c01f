package site

import (
	"bytes"
	"encoding/json"
	"regexp"
	"testing"
)

// varying are values that no two runs share: when something was recorded, the ids and cursors that follow from it, and
// how well a text matches, which depends on what was in the index before.
var varying = []*regexp.Regexp{
	regexp.MustCompile(`"(?:at|retrievedAt|endCursor)": ("[^"]*")`),
	regexp.MustCompile(`"(?:id|command|before|after)": ("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")`),
	regexp.MustCompile(`"score": ([0-9.]+)`),
}

// Stable gives an answer in a form in which two runs give the same.
func Stable(t testing.TB, answer []byte) []byte {
	t.Helper()
	var indented bytes.Buffer
	if err := json.Indent(&indented, answer, "", "  "); err != nil {
		t.Fatalf("no JSON: %s", answer)
	}
	text := indented.Bytes()
	for _, value := range varying {
		text = value.ReplaceAllFunc(text, func(match []byte) []byte {
			return bytes.Replace(match, value.FindSubmatch(match)[1], []byte(`"varies"`), 1)
		})
	}
	return append(text, '\n')
}
