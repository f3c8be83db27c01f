package sheet

import (
	"bytes"
	"errors"
	"fmt"
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
		{encoded(t, list, charmap.Macintosh.NewEncoder()), want, "Mac Roman"},
		{encoded(t, "Ort\rÖSTERSUND\r", charmap.Macintosh.NewEncoder()), texts([]string{"Ort"}, []string{"ÖSTERSUND"}), "Mac Roman in capitals"},
		{encoded(t, "Belopp\n€ 100\n… €\n®\n", charmap.Windows1252.NewEncoder()), texts([]string{"Belopp"}, []string{"€ 100"}, []string{"… €"}, []string{"®"}), "signs of Windows-1252 are no letters of Mac Roman"},
		{encoded(t, "Namn\nŠkoda på Åland\n", charmap.Windows1252.NewEncoder()), texts([]string{"Namn"}, []string{"Škoda på Åland"}), "a letter of Windows-1252 between Nordic ones"},
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
			{Number: 4, Cells: []Cell{{}, {"", Broken}}},
		},
		{{Number: 2, Cells: []Cell{{}, {Text: "Mer"}}}},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
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
