package sheet

import (
	"bytes"
	"strings"
	"unicode/utf16"

	"partnernet/fault"
)

const toDo = "Open it in the program that made it and save it as .xlsx, or as .csv in UTF-8."

// unread are kinds of file that people give for a list, by how they begin.
var unread = []struct{ beginning, sentence string }{
	{"%PDF-", "The file is a PDF, not a spreadsheet. " + toDo},
	{"{\\rtf", "The file is a text document, not a spreadsheet. " + toDo},
	{"Rar!", "The file is an archive. Unpack it, and give the .xlsx or .csv file in it."},
	{"7z\xbc\xaf", "The file is an archive. Unpack it, and give the .xlsx or .csv file in it."},
	{"\x1f\x8b", "The file is an archive. Unpack it, and give the .xlsx or .csv file in it."},
}

// refuseByKind says what to do with a file of a kind that is not read.
func refuseByKind(content []byte) error {
	for _, kind := range unread {
		if bytes.HasPrefix(content, []byte(kind.beginning)) {
			return fault.New(fault.BadInput, "%s", kind.sentence)
		}
	}
	if bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return refuseCompound(content)
	}
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(content[:min(len(content), 512)], []byte("\ufeff")), " \t\r\n")))
	for _, mark := range []string{"<?xml", "<html", "<!doctype", "<table", "<meta", "<head"} {
		if strings.HasPrefix(start, mark) {
			return fault.New(fault.BadInput, "The file is a web page or XML, whatever its name says. %s", toDo)
		}
	}
	return nil
}

// refuseCompound tells a workbook under a password, which is packed like old workbooks, from an old workbook.
func refuseCompound(content []byte) error {
	if bytes.Contains(content, inUTF16("EncryptedPackage")) {
		return fault.New(fault.BadInput, "The workbook is encrypted. Open it with its password and save it without one.")
	}
	return fault.New(fault.BadInput, "The file is of the old kind .xls. %s", toDo)
}

func inUTF16(text string) []byte {
	var encoded []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		encoded = append(encoded, byte(unit), byte(unit>>8))
	}
	return encoded
}

func isZip(content []byte) bool { return bytes.HasPrefix(content, []byte("PK\x03\x04")) }
