package telemetry

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"partnernet/store"
)

// longestText is how much of a statement is told, in bytes: large ones have a hundred times as much.
const longestText = 2000

// shapeOf gives a short name of a statement without its values: the same text has the same.
func shapeOf(s store.Statement) string {
	sum := sha256.Sum256([]byte(s.Text))
	return hex.EncodeToString(sum[:6])
}

// shortened gives the beginning of a statement's text on one line. Values are never in it: they travel as parameters.
func shortened(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if len(text) <= longestText {
		return text
	}
	end := longestText
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}
