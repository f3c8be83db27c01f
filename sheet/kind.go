package sheet

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// unread are kinds of file that people give for a list, by how they begin, with the key of what is said of them.
var unread = []struct{ beginning, key string }{
	{"%PDF-", "kind.pdf"},
	{"{\\rtf", "kind.document"},
	{"\x89PNG\r\n\x1a\n", "kind.picture"}, {"\xff\xd8\xff", "kind.picture"}, {"GIF8", "kind.picture"},
	{"Rar!", "kind.archive"}, {"7z\xbc\xaf", "kind.archive"}, {"\x1f\x8b", "kind.archive"}, {"BZh", "kind.archive"}, {"\xfd7zXZ\x00", "kind.archive"},
	{"\x7fELF", "text.neither"}, {"SQLite format 3\x00", "text.neither"},
}

// refuseByKind says what to do with a file of a kind that is not read.
func refuseByKind(content []byte) error {
	for _, kind := range unread {
		if bytes.HasPrefix(content, []byte(kind.beginning)) {
			return refuse(nil, kind.key, nil)
		}
	}
	if bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return refuseCompound(content)
	}
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(content[:min(len(content), 512)], []byte("\ufeff")), " \t\r\n")))
	for _, mark := range []string{"<?xml", "<html", "<!doctype", "<table", "<meta", "<head"} {
		if strings.HasPrefix(start, mark) {
			return refuse(nil, "kind.markup", nil)
		}
	}
	return nil
}

// refuseCompound tells a workbook under a password, which is packed like old workbooks, from an old workbook.
func refuseCompound(content []byte) error {
	if bytes.Contains(content, inUTF16("EncryptedPackage")) {
		return refuse(nil, "kind.encrypted", nil)
	}
	return refuse(nil, "kind.xls", nil)
}

func inUTF16(text string) []byte {
	var encoded []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		encoded = append(encoded, byte(unit), byte(unit>>8))
	}
	return encoded
}

func isZip(content []byte) bool { return bytes.HasPrefix(content, []byte("PK\x03\x04")) }
