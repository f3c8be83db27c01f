package pagetext

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// refused are kinds of file that people give for a decision, by how they begin, with the key of what is said of them.
var refused = []struct{ beginning, key string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "kind.old"},
	{"{\\rtf", "kind.markup"}, {"<html", "kind.markup"}, {"<!doctype", "kind.markup"}, {"<?xml", "kind.markup"},
	{"\x89PNG\r\n\x1a\n", "kind.picture"}, {"\xff\xd8\xff", "kind.picture"}, {"GIF8", "kind.picture"}, {"II*\x00", "kind.picture"}, {"MM\x00*", "kind.picture"},
	{"Rar!", "text.binary"}, {"7z\xbc\xaf", "text.binary"}, {"\x1f\x8b", "text.binary"}, {"\x7fELF", "text.binary"}, {"MZ", "text.binary"},
}

// refusedKind gives the key of what is said of a kind of file that is not read, "" for one that may be.
func refusedKind(content []byte) string {
	start := bytes.TrimLeft(bytes.TrimPrefix(content[:min(len(content), 512)], []byte("\ufeff")), " \t\r\n")
	for _, kind := range refused {
		if len(start) >= len(kind.beginning) && strings.EqualFold(string(start[:len(kind.beginning)]), kind.beginning) {
			if kind.beginning == "MZ" && utf8.Valid(content) {
				continue // a text may begin so
			}
			return kind.key
		}
	}
	return ""
}

// readPlain reads text in UTF-8, in UTF-16 with its mark, or else in Windows-1252, which has all that Latin-1 has. A form feed ends a page.
func readPlain(content []byte) (*Text, error) {
	text, err := decoded(content)
	if err != nil || strings.Count(text, "\x00") > 0 || controls(text)*20 > len(text) {
		return nil, refuse(err, "text.binary", nil)
	}
	return &Text{Format: Plain, Pages: strings.Split(strings.TrimRight(text, "\f"), "\f")}, nil
}

func decoded(content []byte) (string, error) {
	if bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(content)
		return string(text), err
	}
	if utf8.Valid(content) {
		return string(content), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	return string(text), err
}

// controls counts the characters that no text has.
func controls(text string) int {
	n := 0
	for _, r := range text {
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) || r == utf8.RuneError {
			n++
		}
	}
	return n
}
