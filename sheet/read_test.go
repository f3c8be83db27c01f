package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"partnernet/fault"
)

var ignoreRows = cmpopts.IgnoreUnexported(Sheet{})

// readAll gives the sheets and all their rows.
func readAll(content []byte) ([]Sheet, [][]Row, error) {
	sheets, err := Read(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, nil, err
	}
	var all [][]Row
	for _, s := range sheets {
		var rows []Row
		for row, err := range s.Rows() {
			if err != nil {
				return nil, nil, err
			}
			rows = append(rows, row)
		}
		all = append(all, rows)
	}
	return sheets, all, nil
}

// texts makes rows of text cells, the first of them number 1.
func texts(rows ...[]string) []Row {
	var all []Row
	for i, row := range rows {
		r := Row{Number: i + 1}
		for _, text := range row {
			r.Cells = append(r.Cells, Cell{Text: text})
		}
		if len(row) > 0 {
			all = append(all, r)
		}
	}
	return all
}

func encoded(t *testing.T, text string, e interface{ String(string) (string, error) }) string {
	t.Helper()
	out, err := e.String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTextIsRead(t *testing.T) {
	const list = "Namn;Kommun\r\nÅre Förening ekonomisk;Åre\r\nBodø AS;Bodø\r\n"
	want := texts([]string{"Namn", "Kommun"}, []string{"Åre Förening ekonomisk", "Åre"}, []string{"Bodø AS", "Bodø"})
	utf16 := func(order unicode.Endianness) string {
		return encoded(t, list, unicode.UTF16(order, unicode.UseBOM).NewEncoder())
	}
	for _, row := range []struct {
		content string
		want    []Row
		why     string
	}{
		{list, want, "UTF-8"},
		{"\ufeff" + list, want, "UTF-8 as Excel saves it, with a mark"},
		{encoded(t, list, charmap.ISO8859_1.NewEncoder()), want, "Latin-1"},
		{encoded(t, list+"“Citat”;–", charmap.Windows1252.NewEncoder()), append(slices.Clone(want), texts(nil, nil, nil, []string{"“Citat”", "–"})...), "Windows-1252 has more than Latin-1"},
		{utf16(unicode.LittleEndian), want, "what Excel calls Unicode text"},
		{utf16(unicode.BigEndian), want, "the same from elsewhere"},
		{strings.ReplaceAll(list, ";", "\t"), want, "tabs"},
		{strings.ReplaceAll(list, ";", ","), want, "commas"},
		{strings.ReplaceAll(list, "\r\n", "\n"), want, "lines of Unix"},
		{strings.ReplaceAll(list, "\r\n", "\r"), want, "lines of old Macintosh computers"},
		{"sep=|\r\n" + strings.ReplaceAll(list, ";", "|"), renumber(want, 1), "a line for Excel says the delimiter, and is a row of the file"},
		{"A;B\n1,5;2,5\n3,25;4,75\n", texts([]string{"A", "B"}, []string{"1,5", "2,5"}, []string{"3,25", "4,75"}), "decimal commas divide nothing"},
		{"A,B\n\n,\n  ,\nx,y\n", texts([]string{"A", "B"}, nil, nil, nil, []string{"x", "y"}), "blank rows are counted, not given"},
		{"A,B\n\"x\ny\",z\nlast,\n", texts([]string{"A", "B"}, []string{"x\ny", "z"}, []string{"last"}), "a cell of two lines is in one row"},
		{"Lista\n\nA\tB\n1\t2\n", texts([]string{"Lista"}, nil, []string{"A", "B"}, []string{"1", "2"}), "a title does not decide the delimiter"},
		{"A;B\n=1+1;@x\n-1;+46\n", texts([]string{"A", "B"}, []string{"=1+1", "@x"}, []string{"-1", "+46"}), "what looks like a formula is text"},
		{"A\nx\n", texts([]string{"A"}, []string{"x"}), "one column needs no delimiter"},
		{"\n\n", nil, "nothing"},
	} {
		sheets, rows, err := readAll([]byte(row.content))
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
			continue
		}
		if diff := cmp.Diff([]Sheet{{}}, sheets, ignoreRows); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
		if diff := cmp.Diff(row.want, rows[0]); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func renumber(rows []Row, by int) []Row {
	moved := slices.Clone(rows)
	for i := range moved {
		moved[i].Number += by
	}
	return moved
}

// A workbook that a spreadsheet library writes is read as what was written.
func TestAWorkbookIsRead(t *testing.T) {
	f := excelize.NewFile()
	set := func(sheet, cell string, value any) {
		t.Helper()
		if err := f.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	form := func(cell string, style *excelize.Style) {
		t.Helper()
		id, err := f.NewStyle(style)
		if err == nil {
			err = f.SetCellStyle("Sheet1", cell, cell, id)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	set("Sheet1", "A1", "Medlemmar")
	if err := f.MergeCell("Sheet1", "A1", "D1"); err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]any{
		"A3": "Åre & Bodø <AS>", "B3": 5560912148, "C3": 45443, "D3": 45443.75, "E3": 25.4, "F3": true, "H3": "00123", "I3": 12345678, "J3": 5560912148,
	} {
		set("Sheet1", cell, value)
	}
	for cell, code := range map[string]string{"D3": "d/m yyyy", "I3": "000000000", "J3": `000000\-0000`, "E3": "0.00"} {
		form(cell, &excelize.Style{CustomNumFmt: &code})
	}
	form("C3", &excelize.Style{NumFmt: 14})
	if err := f.SetCellFormula("Sheet1", "B4", "1+1"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Mer", "Dold"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		set(name, "B2", name)
	}
	if err := f.SetSheetVisible("Dold", false); err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := f.Write(&file); err != nil {
		t.Fatal(err)
	}
	sheets, rows, err := readAll(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Sheet{{Name: "Sheet1"}, {Name: "Mer"}}, sheets, ignoreRows); diff != "" {
		t.Error(diff)
	}
	want := [][]Row{
		{
			{Number: 1, Cells: []Cell{{Text: "Medlemmar"}}},
			{Number: 3, Cells: []Cell{{Text: "Åre & Bodø <AS>"}, {"5560912148", Number}, {"2024-05-31", Date}, {"2024-05-31", Date}, {"25.4", Number}, {Text: "TRUE"}, {},
				{Text: "00123"}, {"012345678", Number}, {"5560912148", Number}}},
			{Number: 4, Cells: []Cell{{}, {"a formula without its result", Broken}}},
		},
		{{Number: 2, Cells: []Cell{{}, {Text: "Mer"}}}},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

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
		{`<c r="A1" t="s"><v>9</v></c>`, Cell{"a text that the file does not have", Broken}, "no such text: not the number 9"},
		{`<c t="inlineStr"><is><t> in </t></is></c>`, Cell{Text: "in"}, "a text of its own, in a cell without reference"},
		{`<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>`, Cell{Text: "a b_x0041_"}, "what XML cannot hold is written by its code"},
		{`<c r="A1" t="str"><f>B1</f><v>told</v></c>`, Cell{Text: "told"}, "the result kept beside a formula"},
		{`<c r="A1" t="str"><f>B1</f><v></v></c>`, Cell{}, "a result that is an empty text"},
		{`<c r="A1"><f>1+1</f><v>2</v></c>`, Cell{"2", Number}, "a number kept beside a formula"},
		{`<c r="A1"><f>1+1</f></c>`, Cell{"a formula without its result", Broken}, "nothing is evaluated"},
		{`<c r="A1"><f>1+1</f><v/></c>`, Cell{"a formula without its result", Broken}, "some programs write that they have not evaluated it"},
		{`<c r="A1" t="str"><f>1+1</f></c>`, Cell{"a formula without its result", Broken}, "so do others"},
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

func TestDays(t *testing.T) {
	for _, row := range []struct {
		system DateSystem
		serial float64
		want   string
		why    string
	}{
		{From1900, 1, "1900-01-01", "the first"},
		{From1900, 59, "1900-02-28", "before the day that never was"},
		{From1900, 60, "", "the day that never was"},
		{From1900, 61, "1900-03-01", "after it"},
		{From1900, 45443, "2024-05-31", "a day of our time"},
		{From1900, 45443.99999, "2024-05-31", "late on it"},
		{From1904, 0, "1904-01-01", "the first"},
		{From1904, 45443 - 1462, "2024-05-31", "1462 days lie between the systems"},
		{From1900, 0, "", "shown as 1900-01-00"},
		{From1900, lastDay, "9999-12-31", "the last"},
		{From1900, lastDay + 1, "", "after all days"},
		{From1900, -1, "", "before all days"},
	} {
		got := ""
		if day, ok := row.system.Day(row.serial); ok {
			got = day.String()
		}
		if got != row.want {
			t.Errorf("%v %v: got %q, want %q: %s", row.system, row.serial, got, row.want, row.why)
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

func TestReferences(t *testing.T) {
	for column, want := range map[int]string{1: "A7", 2: "B7", 26: "Z7", 27: "AA7", 702: "ZZ7", 703: "AAA7", maxColumn: "XFD7"} {
		if got := Reference(column, 7); got != want || columnOf(got) != column {
			t.Errorf("%d: got %s, and %d for it", column, got, columnOf(got))
		}
	}
}

// isBadInput asks that the error is a sentence for people.
func isBadInput(err error) error {
	var f *fault.Fault
	switch {
	case err == nil:
		return errors.New("it was not refused")
	case !errors.As(err, &f) || f.Code != fault.BadInput:
		return fmt.Errorf("no fault of the input: %w", err)
	case !strings.HasSuffix(f.Text, "."):
		return fmt.Errorf("no sentence: %s", f.Text)
	}
	return nil
}
