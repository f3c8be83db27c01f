package lists

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

	"partnernet/registry"
)

// noted are the codes of a list's notes with their counts.
func noted(l *List, judged []JudgedMember) map[NoteCode]int {
	counts := map[NoteCode]int{}
	for _, n := range l.Notes(Repeats(judged)) {
		counts[n.Code] = n.Count
	}
	return counts
}

func namesOf(l *List) []string {
	var names []string
	for _, r := range l.Rows {
		names = append(names, r.value(FieldLegalName))
	}
	return names
}

// A damaged cell in a column that is not read hinders nothing, and is told with its place; of what stands there no more than what does not belong.
func TestStrayControlCharactersAreTheirCellsMatter(t *testing.T) {
	list := membersOf(t, "Organisation;Kommun;Anteckning;E-post\nExempel AB;Åre;ri\x1ang;a\x00@b.se\nAnnan AB;Å\x1are;;\nTredje\x1a AB;Åre;;\n", nil)
	var told []string
	for _, r := range list.Rows {
		wholly(t, r.Problems)
		for _, p := range r.Problems {
			told = append(told, fmt.Sprint(p.Cell, " ", p.Sentence("sv"), " ", r.Refused()))
		}
	}
	if diff := cmp.Diff([]string{
		`B3 Cellen är skadad: den har tecken som ingen skriver (Å\x1are). false`, `A4 Cellen är skadad: den har tecken som ingen skriver (Tredje\x1a AB). true`,
	}, told); diff != "" {
		t.Error(diff)
	}
	notes := list.Notes(nil)
	if len(notes) != 1 || notes[0].Count != 2 || notes[0].Remark().In("nb") != `Skadde celler i kolonner som ikke leses: 2 (C2 \x1a; D2 \x00). De hindrer ingenting.` {
		t.Errorf("%+v", notes)
	}
}

// A number may be a person's also where it is damaged.
func TestADamagedNumberIsNotRepeated(t *testing.T) {
	list := membersOf(t, "Organisation;Org.nr\nExempel AB;850101-12\x1a32\n", nil)
	if told := fmt.Sprint(list.Rows[0]) + list.Rows[0].Problems[0].Sentence("en"); !list.Rows[0].Refused() || strings.Contains(told, "850101") || !strings.Contains(told, `\x1a`) {
		t.Error(told)
	}
}

// What fills a cell where nobody is named is no member, whatever else the row tells; a number tells who it is.
func TestWordsForNobodyAreNoMembers(t *testing.T) {
	exempel := org("x", "Exempel AB", "SE", se(swedish))
	for _, word := range []string{"ukjent", "okänd", "Ukjend", "UNKNOWN", "n/a", "-", "?", "ingen", "saknas", "mangler", "tbd", "xxx"} {
		list := members(t, []string{"Organisation", "Org.nr", "Kommun"}, []string{word, "", "Åre"}, []string{word, swedish, "Åre"}, []string{word, swedishToo, ""})
		var got []Verdict
		for _, j := range list.JudgeMembers(holding([]HeldOrganisation{exempel}, membership("m", "x", "", "")), on) {
			wholly(t, j.Problems)
			got = append(got, j.Verdict)
			if j.Name() != "" {
				t.Errorf("%q is the name of row %d", word, j.Number)
			}
		}
		if diff := cmp.Diff([]Verdict{Refused, Changed, Refused}, got); diff != "" {
			t.Errorf("%q: %s", word, diff)
		}
	}
}

func TestHeadingsBetweenMembersAreNoMembers(t *testing.T) {
	type rows = [][]string
	for _, each := range []struct {
		rows  rows
		names []string
		notes map[NoteCode]int
		why   string
	}{
		{rows{{"A AB", "", "Åre"}, {"Organisation", "Org.nr", "Kommun"}, {"B AB", "", "Åre"}}, []string{"A AB", "B AB"}, map[NoteCode]int{RepeatedHeadings: 1}, "the headings again"},
		{rows{{"A AB", "", "Åre"}, {"FÖRETAG", "Organisationsnummer", "kommun"}, {"B AB", "", "Åre"}}, []string{"A AB", "B AB"}, map[NoteCode]int{RepeatedHeadings: 1}, "in other words"},
		{rows{{"Svenska medlemmar"}, {"A AB", "", "Åre"}, {"Norska medlemmar"}, {"B AS", "", "Bodø"}}, []string{"A AB", "B AS"}, map[NoteCode]int{Subheadings: 2}, "by their words, right below the headings too"},
		{rows{{"Svenske medlemmer:"}, {"A AB", "", "Åre"}, {"NORGE"}, {"B AS", "", "Bodø"}, {"Övriga medlemmar 2024", "", ""}, {"C AB", "", "Åre"}}, []string{"A AB", "B AS", "C AB"},
			map[NoteCode]int{Subheadings: 3}, "in Norwegian, a country, and with a year"},
		{rows{{"A AB", "", "Åre"}, {""}, {"", "Trøndelag"}, {"B AS", "", "Bodø"}}, []string{"A AB", "B AS"}, map[NoteCode]int{Subheadings: 1}, "alone below a blank row, in another column"},
		{rows{{"A AB", "", "Åre"}, {"Jämtlands räddningstjänst"}, {"B AS", "", "Bodø"}}, []string{"A AB", "Jämtlands räddningstjänst", "B AS"}, map[NoteCode]int{}, "a member of which only the name is known"},
		{rows{{"A AB", "", "Åre"}, {""}, {"Jämtkraft AB"}, {"B AS", "", "Bodø"}}, []string{"A AB", "Jämtkraft AB", "B AS"}, map[NoteCode]int{}, "a legal form makes a member of it"},
		{rows{{"A AB"}, {"Norska medlemmar"}, {"KTH"}}, []string{"A AB", "KTH"}, map[NoteCode]int{Subheadings: 1}, "in a list of nothing but names, by their words"},
		{rows{{"A AB"}, {""}, {"KTH"}, {"B AB"}}, []string{"A AB", "KTH", "B AB"}, map[NoteCode]int{}, "where no row tells more, one that stands alone stands not out"},
		{rows{{"A AB", "", "Åre"}, {"", swedish, ""}, {"B AB", "", "Åre"}}, []string{"A AB", "", "B AB"}, map[NoteCode]int{}, "a number is no heading"},
		{rows{{"A AB", "", "Åre"}, {"Svensk Energi"}, {"B AB", "", "Åre"}}, []string{"A AB", "Svensk Energi", "B AB"}, map[NoteCode]int{}, "only some of its words are such"},
	} {
		list := members(t, append(rows{{"Organisation", "Org.nr", "Kommun"}}, each.rows...)...)
		if diff := cmp.Diff(each.names, namesOf(list)); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
		if diff := cmp.Diff(each.notes, noted(list, nil)); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
	}
}

// Thousands of rows that say the same are told in one note, not one by one.
func TestRepeatedRowsAreToldOnce(t *testing.T) {
	rows := [][]string{{"Organisation", "Org.nr"}, {"Exempel AB", swedish}}
	for range 2231 {
		rows = append(rows, []string{"Exempel AB", swedish})
	}
	list := members(t, rows...)
	judged := list.JudgeMembers(holding(nil), on)
	for _, j := range judged[1:] {
		if j.Verdict != Same || j.Repeats != 2 || len(j.Problems) > 0 {
			t.Fatalf("row %d is %s, repeats %d: %v", j.Number, j.Verdict, j.Repeats, j.Problems)
		}
	}
	notes := list.Notes(Repeats(judged))
	if len(notes) != 1 || !slices.Equal(notes[0].Rows, []int{3, 4, 5, 6, 7, 8, 9, 10, 11, 12}) ||
		notes[0].Remark().In("sv") != "Rader som säger samma sak som en rad ovanför, och inte räknas igen: 2231 (rad 3; 4; 5; 6; 7; 8; 9; 10; 11; 12; …)." {
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
	want := map[Verdict]int{New: size + 2, Refused: 2, Same: 1}
	wantNotes := map[NoteCode]int{RepeatedRows: 1, RepeatedHeadings: 1, Subheadings: 2, DamagedCells: 1}
	for why, content := range map[string]string{
		"UTF-8": text, "with a byte order mark": "\ufeff" + text, "Latin-1": latin, "lines of DOS, and its end of a text": strings.ReplaceAll(text, "\n", "\r\n") + "\x1a",
		"a workbook": bookOf(t, messy(size)),
	} {
		list := membersOf(t, content, nil)
		judged := list.JudgeMembers(holding(nil), on)
		got := map[Verdict]int{}
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

// Why a file is no list, too, is said in the language of whoever brings it.
func TestAFileThatIsNoListIsRefusedInEachLanguage(t *testing.T) {
	for content, want := range map[string][]string{
		"a;b\n1;2\n":              {"Ingen av de första 20 raderna säger", "Ingen av de første 20 radene sier", "None of the first 20 rows says"},
		"Företag;Bolag\nA;B\n":    {"betyder båda legalName", "betyr begge legalName", "both mean legalName"},
		"%PDF-1.7":                {"Filen är en PDF", "Filen er en PDF", "The file is a PDF"},
		"\x7fELF\x00\x00\x01\x02": {"varken en arbetsbok eller text", "verken en arbeidsbok eller tekst", "neither a workbook nor text"},
	} {
		_, err := ReadMembers(strings.NewReader(content), int64(len(content)), nil)
		for i, language := range registry.Languages {
			if got := registry.Sentence(err, language); !strings.Contains(got, want[i]) || strings.Contains(got, "{") {
				t.Errorf("%.10q in %s: %s", content, language, got)
			}
		}
	}
}
