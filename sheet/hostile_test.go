package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"partnernet/fault"
)

// bomb gives a workbook whose sheet is the text again and again, up to the size, unpacked.
func bomb(t *testing.T, text string, size int) []byte {
	t.Helper()
	return packed(t, parts(map[string]string{"xl/worksheets/sheet1.xml": sheetOf(strings.Repeat(text, size/len(text)))}))
}

// lying gives the workbook with the size of its sheet, unpacked, understated.
func lying(t *testing.T, content []byte) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	out := zip.NewWriter(&file)
	for _, part := range archive.File {
		header := part.FileHeader
		header.UncompressedSize64 = min(header.UncompressedSize64, 1000)
		raw, err := part.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.CreateRaw(&header)
		if err == nil {
			_, err = io.Copy(w, raw)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func encrypted(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	var file bytes.Buffer
	if err := f.Write(&file, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// What is hostile, or is no list, is refused with a sentence, and costs no more memory than an honest list.
func TestHostileFilesAreRefusedCheaply(t *testing.T) {
	const megabyte = 1 << 20
	compound := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1000)
	wide := func(cell string) []byte { return bomb(t, cell, len(cell)) }
	for _, row := range []struct {
		content []byte
		says    string
		why     string
	}{
		{nil, "empty", "nothing"},
		{[]byte("\x89PNG\r\n\x1a\n\x00\x00"), "picture", "a picture"},
		{[]byte("\x7fELF\x02\x01\x01" + strings.Repeat("x", 1000)), "neither", "a program, however little of it is control characters"},
		{[]byte(strings.Repeat("A;B\n\x01;x\n", 100)), "neither", "a control character in every row: text has a few at most"},
		{[]byte("A\x00;\x00B\x00"), "neither", "UTF-16 without a mark: nothing tells it from binary"},
		{[]byte("%PDF-1.7 …"), "PDF", "a PDF"},
		{[]byte("\x1f\x8b\x08…"), "archive", "packed"},
		{[]byte("\ufeff <HTML><table><tr><td>A"), "web page", "a web page called .xls, as some systems export"},
		{[]byte(`<?xml version="1.0"?><Workbook/>`), "web page", "a workbook of 2003 in XML"},
		{[]byte(compound), ".xls", "an old workbook"},
		{encrypted(t), "password", "an encrypted workbook"},
		{packed(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), ".ods", "OpenDocument"},
		{packed(t, map[string]string{"Index/Document.iwa": "x"}), "no .xlsx", "some other archive"},
		{packed(t, parts(map[string]string{"_rels/.rels": `<Relationships><Relationship Id="r" Type="t/officeDocument" Target="xl/workbook.bin"/></Relationships>`, "xl/workbook.bin": "x"})), ".xlsb", "a binary workbook"},
		{packed(t, parts(nil))[:300], "damaged", "half a workbook"},
		{packed(t, parts(map[string]string{"xl/worksheets/sheet1.xml": ""})), "no sheet", "no cells"},
		{packed(t, parts(map[string]string{"xl/worksheets/sheet1.xml": sheetOf("")[:70]})), "damaged", "half a sheet"},
		{packed(t, parts(map[string]string{"xl/worksheets/sheet1.xml": sheetOf(`<row r="1"><c><v>1</worksheet>`) + strings.Repeat("</x>", 10)})), "damaged", "ends within a cell, and more ends than beginnings"},
		{bomb(t, " ", 2*MaxUnpacked), "unpacks", "a zip bomb"},
		{lying(t, bomb(t, "<row></row>", 2*megabyte)), "damaged", "one that says it is small"},
		{bomb(t, strings.Repeat("x", maxMarkup+1), megabyte), "unpacks", "a text without end between elements"},
		{wide("<row " + strings.Repeat(`a="" `, maxMarkup/4)), "unpacks", "attributes without end"},
		{bomb(t, "<a>", 20*megabyte), "damaged", "deep"},
		{packed(t, parts(map[string]string{"xl/workbook.xml": strings.Repeat("<a>", 1000)})), "damaged", "deep elsewhere"},
		{packed(t, parts(map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "b">]>` + sheetOf("")})), "damaged", "entities"},
		{bomb(t, "<row/>", 20*megabyte), "counts more", "millions of empty rows"},
		{bomb(t, `<row><c><v>1</v></c></row>`, 20*megabyte), "rows with something", "more rows than a list has"},
		{wide(`<row><c r="EQXD1"><v>1</v></c></row>`), "damaged", "column 100 000 does not exist"},
		{wide(`<row><c r="XFD1"><v>1</v></c></row>`), "column XFD", "the last column there is"},
		{wide(`<row r="2000000000"><c><v>1</v></c></row>`), "counts more", "a row that does not exist"},
		{wide(`<row r="2"/><row r="1"/>`), "damaged", "rows out of order"},
		{wide(`<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>`), "damaged", "cells out of order"},
		{wide(`<row><c t="str"><v>` + strings.Repeat("ä", MaxCell+1) + `</v></c></row>`), "more than 32767", "a cell longer than programs allow"},
		{wide(`<row><c t="str"><v>` + strings.Repeat("x<!---->", 5*MaxCell) + `</v></c></row>`), "more than 32767", "such a cell in pieces"},
		{[]byte(strings.Repeat(";", 100_000) + "x"), "column EQXE", "100 000 columns"},
		{[]byte(strings.Repeat(";", 2*megabyte)), "belong to one row", "millions of columns"},
		{[]byte("A;B\n" + strings.Repeat("\"\n\";", megabyte)), "belong to one row", "a row of many lines"},
		{[]byte("A;B\n\"x;y\n1;2\n3;4\n"), "Line 2", "a quotation mark that is not closed: the rest is not one cell"},
		{[]byte("A;B\nx \"y\" z;1\n"), "Line 2", "quotation marks inside a cell"},
		{[]byte("A\n" + strings.Repeat("x", MaxCell+1)), "row 2", "a long cell"},
		{[]byte(strings.Repeat("1;2\n", MaxRows+1)), "rows with something", "more rows than a list has"},
		{[]byte(strings.Repeat(";\n", 2*maxRowNumber) + "1;2"), "counts more", "millions of blank rows"},
		{[]byte(strings.Repeat("\n", 2*maxRowNumber) + "1;2"), "are blank", "millions of blank lines"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := readAll(row.content)
		runtime.ReadMemStats(&after)
		if problem := isBadInput(err); problem != nil {
			t.Errorf("%s: %v", row.why, problem)
		} else if !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: says %q, not of %q", row.why, err, row.says)
		}
		if cost := after.TotalAlloc - before.TotalAlloc; cost > 8*MaxUnpacked {
			t.Errorf("%s: %d bytes of memory for a file of %d", row.why, cost, len(row.content))
		}
	}
}

// unreadFile is a file that must not be read.
type unreadFile struct{ t *testing.T }

func (f unreadFile) ReadAt([]byte, int64) (int, error) {
	f.t.Error("the file was read")
	return 0, io.EOF
}

func TestALargeFileIsNotEvenRead(t *testing.T) {
	_, err := Read(unreadFile{t}, 1<<30)
	if problem := isBadInput(err); problem != nil {
		t.Error(problem)
	}
}

// A file that is shorter than its size, as one that is being cut while it is read, is not read as if it were whole.
func TestAFileThatShrinks(t *testing.T) {
	_, err := Read(strings.NewReader("A;B\n"), 10)
	if problem := isBadInput(err); problem != nil {
		t.Error(problem)
	}
}

func TestReadingCanStop(t *testing.T) {
	for _, content := range [][]byte{[]byte("A\nB\n"), bomb(t, `<row><c><v>1</v></c></row>`, 1000)} {
		sheets, err := Read(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // and begin anew
			for row, err := range sheets[0].Rows() {
				if err != nil || row.Number != 1 {
					t.Fatal(row, err)
				}
				break
			}
		}
	}
}

// FuzzRead reads anything: no file makes it panic, give rows out of order or out of bounds, or fail without a sentence.
func FuzzRead(f *testing.F) {
	book := excelize.NewFile()
	_ = book.SetSheetRow("Sheet1", "A2", &[]any{"Namn", 45443, 1.5, true, nil, "x"})
	_ = book.SetCellFormula("Sheet1", "B3", "A2")
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{file.String(), "A;B\n1;2\n", "\ufeffA,\"B\n\"\r\n", "\xff\xfeA\x00;\x00", "sep=|\nA|B", "\xe5;\xf8\n", "<html>", "%PDF-"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(checkRead)
}

// FuzzSheet reads workbooks with anything for a part: what FuzzRead seldom finds its way to through the packing.
func FuzzSheet(f *testing.F) {
	all := parts(nil)
	f.Add(all["xl/worksheets/sheet1.xml"], all["xl/workbook.xml"], `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`, `<sst><si><t>a</t></si></sst>`)
	f.Add(sheetOf(`<row><c t="s"><f/><v>0</v></c><c t="inlineStr" r="C1" s="0"><is><r><t>x</t></r><rPh/></is></c></row>`), all["xl/workbook.xml"], `<cellXfs/><numFmt formatCode="\"/>`, "<si/>")
	f.Fuzz(func(t *testing.T, sheet, workbook, styles, texts string) {
		checkRead(t, packed(t, parts(map[string]string{
			"xl/worksheets/sheet1.xml": sheet, "xl/workbook.xml": workbook, "xl/styles.xml": styles, "xl/sharedStrings.xml": texts,
		})))
	})
}

func checkRead(t *testing.T, content []byte) {
	sheets, err := Read(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		sheets = nil
	}
	for _, s := range sheets {
		last, filled := 0, 0
		for row, failed := range s.Rows() {
			if err = failed; err != nil {
				break
			}
			if problem := checkRow(row, last); problem != nil {
				t.Fatal(problem)
			}
			last = row.Number
			filled++
		}
		if filled > MaxRows {
			t.Fatalf("%d rows", filled)
		}
	}
	var f *fault.Fault
	if err != nil && (!errors.As(err, &f) || f.Code != fault.BadInput) {
		t.Fatalf("no fault of the input: %v", err)
	}
}

func checkRow(row Row, last int) error {
	width := len(row.Cells)
	switch {
	case row.Number <= last || row.Number > maxRowNumber:
		return fmt.Errorf("row %d after row %d", row.Number, last)
	case width == 0 || width > MaxColumns:
		return fmt.Errorf("%d cells", width)
	case row.Cells[width-1] == Cell{}:
		return errors.New("a blank end")
	}
	for _, cell := range row.Cells {
		if checkLength(cell.Text, 0) != nil || cell.Text != strings.TrimSpace(cell.Text) {
			return fmt.Errorf("a text that is too long, or with space around it: %.50q", cell.Text)
		}
	}
	return nil
}
