package members

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"partnernet/lists"
)

// What fills a cell where nobody is named is no member, whatever else the row tells; a number tells who it is.
func TestWordsForNobodyAreNoMembers(t *testing.T) {
	exempel := org("x", "Exempel AB", "SE", se(swedish))
	for _, word := range []string{"ukjent", "okänd", "Ukjend", "UNKNOWN", "n/a", "-", "?", "ingen", "saknas", "mangler", "tbd", "xxx"} {
		list := listOf(t, []string{"Organisation", "Org.nr", "Kommun"}, []string{word, "", "Åre"}, []string{word, swedish, "Åre"}, []string{word, swedishToo, ""})
		var got []lists.Verdict
		for _, j := range Judge(list, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), on) {
			wholly(t, j.Problems)
			got = append(got, j.Verdict)
			if j.Name() != "" {
				t.Errorf("%q is the name of row %d", word, j.Number)
			}
		}
		if diff := cmp.Diff([]lists.Verdict{lists.Refused, lists.Changed, lists.Refused}, got); diff != "" {
			t.Errorf("%q: %s", word, diff)
		}
	}
}

// Thousands of rows that say the same are told in one note, not one by one.
func TestRepeatedRowsAreToldOnce(t *testing.T) {
	rows := [][]string{{"Organisation", "Org.nr"}, {"Exempel AB", swedish}}
	for range 2231 {
		rows = append(rows, []string{"Exempel AB", swedish})
	}
	list := listOf(t, rows...)
	judged := Judge(list, holding(nil), on)
	for _, j := range judged[1:] {
		if j.Verdict != lists.Same || j.Repeats != 2 || len(j.Problems) > 0 {
			t.Fatalf("row %d is %s, repeats %d: %v", j.Number, j.Verdict, j.Repeats, j.Problems)
		}
	}
	notes := list.Notes(Repeats(judged))
	if len(notes) != 1 || !slices.Equal(notes[0].Rows, []int{3, 4, 5, 6, 7, 8, 9, 10, 11, 12}) ||
		notes[0].Remark().In("sv") != "Rader som säger samma sak som en rad ovanför, och inte tas en gång till: 2231 (rad 3; 4; 5; 6; 7; 8; 9; 10; 11; 12; …)." {
		t.Errorf("%+v %s", notes, notes[0].Remark().In("sv"))
	}
}

// messy is a list as such lists come: with a title, blank rows, headings between the members and again, rows that repeat others, words for
// nobody, numbers that end in zeros and two companies of one name.
func messy(size int) [][]string {
	rows := [][]string{{"Medlemslista, utskriven 2024-05-31"}, {}, {"Organisation", "Org.nr", "Kommun", "Not"}, {"Svenska medlemmar"}}
	for n := range size {
		rows = append(rows, []string{fmt.Sprintf("Påhittat företag %d AB", n), "", "Östersund", ""})
	}
	return append(rows, []string{"Organisation", "Org.nr", "Kommun", "Not"}, []string{}, []string{"Norske medlemmer:"}, []string{"Oppdiktet AS", "918837000", "Bodø", ""},
		[]string{"Oppdiktet AS", "995789000", "Bodø", "a\x1ab"}, []string{"okänd", "", "Åre", ""}, []string{"Oppdiktet AS", "918837000", "Bodø", ""}, []string{"Spoiled AS", "1,23457E+11", "Bodø", ""})
}

// The same list reads the same from whatever program and in whatever encoding it was saved.
func TestAMessyListIsReadTheSameFromAnyFile(t *testing.T) {
	const size = 3000
	text := lines(t, messy(size)...)
	latin, err := charmap.ISO8859_1.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	want := map[lists.Verdict]int{lists.New: size + 2, lists.Refused: 2, lists.Same: 1}
	wantNotes := map[lists.NoteCode]int{lists.RepeatedRows: 1, lists.RepeatedHeadings: 1, lists.Subheadings: 2, lists.DamagedCells: 1}
	for why, content := range map[string]string{
		"UTF-8": text, "with a byte order mark": "\ufeff" + text, "Latin-1": latin, "lines of DOS, and its end of a text": strings.ReplaceAll(text, "\n", "\r\n") + "\x1a",
		"a workbook": bookOf(t, messy(size)),
	} {
		list := listIn(t, content)
		judged := Judge(list, holding(nil), on)
		got := map[lists.Verdict]int{}
		for _, j := range judged {
			got[j.Verdict]++
			wholly(t, j.Problems)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", why, diff)
		}
		if diff := cmp.Diff(wantNotes, noted(list, judged)); diff != "" {
			t.Errorf("%s: %s", why, diff)
		}
	}
}

// bookOf writes rows as a workbook.
func bookOf(t *testing.T, rows [][]string) string {
	t.Helper()
	f := excelize.NewFile()
	var all error
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		values := make([]any, len(row))
		for at, text := range row {
			values[at] = strings.ReplaceAll(text, "\x1a", "_x001A_")
			if text == "" {
				values[at] = nil
			}
		}
		all = errors.Join(all, err, f.SetSheetRow("Sheet1", cell, &values))
	}
	var file bytes.Buffer
	if err := errors.Join(all, f.Write(&file)); err != nil {
		t.Fatal(err)
	}
	return file.String()
}
