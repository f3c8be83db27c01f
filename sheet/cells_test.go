package sheet

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// parts are the parts of a small workbook by name; over changes some of them, an empty one is left out.
func parts(over map[string]string) map[string]string {
	all := map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="t" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
		"xl/workbook.xml":          `<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml": sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`),
	}
	maps.Copy(all, over)
	return all
}

func sheetOf(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>` + rows + `</sheetData></worksheet>`
}

func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if parts[name] == "" {
			continue
		}
		w, err := archive.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// What spreadsheet programs write for a cell, and what it holds.
func TestCells(t *testing.T) {
	const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-41D]d\ mmmm\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0.0"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/></cellXfs></styleSheet>`
	const texts = `<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>spoken</t></rPh></si></sst>`
	for _, row := range []struct {
		cell string
		want Cell
		why  string
	}{
		{`<c r="A1" t="s"><v>0</v></c>`, Cell{Text: "plain"}, "a text that cells share"},
		{`<c r="A1" t="s"><v>1</v></c>`, Cell{Text: "rich"}, "a text of several forms, without its reading aid"},
		{`<c r="A1" t="s"><v>9</v></c>`, Cell{"", Broken}, "no such text: not the number 9"},
		{`<c t="inlineStr"><is><t> in </t></is></c>`, Cell{Text: "in"}, "a text of its own, in a cell without reference"},
		{`<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>`, Cell{Text: "a b_x0041_"}, "what XML cannot hold is written by its code"},
		{`<c r="A1" t="str"><f>B1</f><v>told</v></c>`, Cell{Text: "told"}, "the result kept beside a formula"},
		{`<c r="A1" t="str"><f>B1</f><v></v></c>`, Cell{}, "a result that is an empty text"},
		{`<c r="A1"><f>1+1</f><v>2</v></c>`, Cell{"2", Number}, "a number kept beside a formula"},
		{`<c r="A1"><f>1+1</f></c>`, Cell{"", Broken}, "nothing is evaluated"},
		{`<c r="A1"><f>1+1</f><v/></c>`, Cell{"", Broken}, "some programs write that they have not evaluated it"},
		{`<c r="A1" t="str"><f>1+1</f></c>`, Cell{"", Broken}, "so do others"},
		{`<c r="A1" t="e"><v>#REF!</v></c>`, Cell{"#REF!", Broken}, "an error is not a text"},
		{`<c r="A1" t="b"><v>1</v></c>`, Cell{Text: "TRUE"}, "a truth value"},
		{`<c r="A1" t="d"><v>2024-05-31T00:00:00</v></c>`, Cell{"2024-05-31", Date}, "a day by ISO 8601"},
		{`<c r="A1" t="d"><v>soon</v></c>`, Cell{"soon", Broken}, "no day"},
		{`<c r="A1"><v>5.5609121480000002E9</v></c>`, Cell{"5560912148", Number}, "programs write numbers with 17 digits"},
		{`<c r="A1"><v>25.399999999999999</v></c>`, Cell{"25.4", Number}, "and so fractions"},
		{`<c r="A1"><v>-0.5</v></c>`, Cell{"-0.5", Number}, "below zero"},
		{`<c r="A1"><v>1e999</v></c>`, Cell{"1e999", Broken}, "no number that can be held"},
		{`<c r="A1"><v>x</v></c>`, Cell{"x", Broken}, "no number"},
		{`<c r="A1" s="1"><v>45443</v></c>`, Cell{"2024-05-31", Date}, "shown as a day"},
		{`<c r="A1" s="2"><v>45443</v></c>`, Cell{"45443", Number}, "the letter d in a text of the form makes no day"},
		{`<c r="A1" s="3"><v>0.5</v></c>`, Cell{"0.5", Number}, "a time of day is no day"},
		{`<c r="A1" s="1"><v>-1</v></c>`, Cell{"-1", Number}, "before all days"},
		{`<c r="A1" s="1"/>`, Cell{}, "a form without a value"},
		{`<c r="A1" s="99"><v>1</v></c>`, Cell{"1", Number}, "a form that does not exist"},
		{`<x:c r="A1" xmlns:x="y"><x:v>1</x:v></x:c>`, Cell{"1", Number}, "names with a prefix"},
	} {
		content := packed(t, parts(map[string]string{
			"xl/worksheets/sheet1.xml": sheetOf(`<row r="1">` + row.cell + `<c r="B1" t="inlineStr"><is><t>.</t></is></c></row>`),
			"xl/styles.xml":            styles, "xl/sharedStrings.xml": texts,
		}))
		_, rows, err := readAll(content)
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
			continue
		}
		if diff := cmp.Diff([][]Row{{{Number: 1, Cells: []Cell{row.want, {Text: "."}}}}}, rows); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestAWorkbookSaysHowItCountsDays(t *testing.T) {
	content := packed(t, parts(map[string]string{"xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="true"/><sheets><sheet name="B" r:id="s1"/></sheets></workbook>`}))
	sheets, _, err := readAll(content)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Sheet{{Name: "B", Dates: From1904}}, sheets, ignoreRows); diff != "" {
		t.Error(diff)
	}
}
