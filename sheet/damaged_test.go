package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

// Stray control characters are the matter of the cells that they stand in: an export of thousands of rows with 52 of them is read.
func TestADamagedCellIsThatCellsMatter(t *testing.T) {
	var text strings.Builder
	text.WriteString("Namn;Kommun;Anteckning\n")
	for n := range 2931 {
		note := "ring"
		if n%56 == 0 {
			note = "ri\x1ang"
		}
		fmt.Fprintf(&text, "Företag %d AB;Åre;%s\n", n, note)
	}
	_, rows, err := readAll([]byte(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	damaged := 0
	for _, row := range rows[0] {
		for i, cell := range row.Cells {
			if cell.Kind == Damaged {
				damaged++
				if i != 2 || cell.Text != "ri\x1ang" {
					t.Errorf("row %d: %q in column %d is damaged", row.Number, cell.Text, i)
				}
			}
		}
	}
	if len(rows[0]) != 2932 || damaged != 53 {
		t.Errorf("%d rows with %d damaged cells", len(rows[0]), damaged)
	}
}

func TestDamagedCells(t *testing.T) {
	damaged := func(text string) Cell { return Cell{text, Damaged} }
	book := packed(t, parts(map[string]string{"xl/worksheets/sheet1.xml": sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>a_x001A_b_x000D_c</t></is></c></row>`)}))
	for _, each := range []struct {
		content string
		want    []Cell // of the last row
		why     string
	}{
		{"A;B;C\nå\x1a;\x00x;z" + strings.Repeat(" ", 100), []Cell{damaged("å\x1a"), damaged("\x00x"), {Text: "z"}}, "0x1A and NUL"},
		{"A;B\nx\x7f;y\x0bz", []Cell{damaged("x\x7f"), {Text: "y\vz"}}, "DEL; what parts lines in a cell is none"},
		{"A;B\nx;y\r\n\x1a", []Cell{{Text: "x"}, {Text: "y"}}, "how DOS ended a text"},
		{"A;B\nx;y\r\n" + strings.Repeat("\x00", 5000), []Cell{{Text: "x"}, {Text: "y"}}, "a text filled up with zeros to the end of a block"},
		{"Företag;Ort\nÅre\xff AB;Ås\n", []Cell{{Text: "Åre\ufffd AB"}, {Text: "Ås"}}, "a wrong byte in UTF-8 leaves the other letters as they are"},
		{"F\xf6retag;Ort\n\xc5re AB;\xc5s\n", []Cell{{Text: "Åre AB"}, {Text: "Ås"}}, "Latin-1"},
		{"\"A\";B\n\"x\n\x1ay\";z", []Cell{damaged("x\n\x1ay"), {Text: "z"}}, "in a cell of two lines"},
		{string(book), []Cell{damaged("a\x1ab c")}, "in a workbook, where it is written by its code"},
	} {
		_, rows, err := readAll([]byte(each.content))
		if err != nil {
			t.Errorf("%s: %v", each.why, err)
			continue
		}
		if diff := cmp.Diff(each.want, rows[0][len(rows[0])-1].Cells); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
	}
}

// Why a file is not read is said in each language, with nothing left to fill.
func TestAFileIsRefusedInEachLanguage(t *testing.T) {
	for _, content := range []string{"", "%PDF-1.7", "PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "<html>", strings.Repeat("\x00\x01", 50), "A;B\nx \"y\" z;1\n", strings.Repeat(";", 300) + "x", "A\n" + strings.Repeat("x", MaxCell+1)} {
		_, _, err := readAll([]byte(content))
		said := map[string]bool{}
		for _, language := range registry.Languages {
			sentence := registry.Sentence(err, language)
			if said[sentence] || !strings.HasSuffix(sentence, ".") || strings.ContainsAny(sentence, "{}") {
				t.Errorf("%.10q in %s: %q", content, language, sentence)
			}
			said[sentence] = true
		}
	}
}

func TestTextsOfFilesStandInEachLanguage(t *testing.T) {
	for key, each := range phrases {
		if len(each) != len(registry.Languages) || each[0] == each[1] || each[1] == each[2] {
			t.Errorf("%s: %q", key, each)
		}
	}
}
