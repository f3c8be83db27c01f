package lists

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/registry"
)

// noted are the codes of a list's notes with their counts.
func noted(l *List) map[NoteCode]int {
	counts := map[NoteCode]int{}
	for _, n := range l.Notes(nil) {
		counts[n.Code] = n.Count
	}
	return counts
}

func namesOf(l *List) []string {
	var names []string
	for _, r := range l.Rows {
		names = append(names, r.Value(FieldLegalName))
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
		if diff := cmp.Diff(each.notes, noted(list)); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
	}
}

// Whoever is told which headings a list may have can write them so, in their own language.
func TestHeadingsThatAreGivenAsExamplesAreKnown(t *testing.T) {
	and := regexp.MustCompile(` (och|og|and) `)
	for _, kind := range []*listKind{memberList, answerList, themeList} {
		for _, language := range registry.Languages {
			_, err := kind.readList(strings.NewReader("a;b\n1;2\n"), int64(len("a;b\n1;2\n")), nil)
			example := Say(language, "example."+kind.example, nil)
			if said := registry.Sentence(err, language); example == "" || !strings.Contains(said, example) {
				t.Errorf("%s in %s: %s", kind.example, language, said)
			}
			for heading := range strings.SplitSeq(and.ReplaceAllString(example, ", "), ", ") {
				if _, known := kind.meanings()[foldHeading(heading)]; !known {
					t.Errorf("%s in %s: nobody knows the heading %q", kind.example, language, heading)
				}
			}
		}
	}
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

// A row that names nobody is no headings of another table where each of its words is a value of the column above it: the rows below are read as those above.
func TestARowOfValuesIsNoHeadings(t *testing.T) {
	headings, member := []string{"Organisation", "Kommun", "Roll", "Status"}, []string{"A AB", "Åre", "", ""}
	list := members(t, headings, member, []string{"", "", "Medlem", "Aktiv"}, member)
	if diff := cmp.Diff([]string{"A AB", "", "A AB"}, namesOf(list)); diff != "" {
		t.Error(diff)
	}
	list = members(t, headings, member, []string{"", "Medlem", "Aktiv", "Kommun"}, []string{"", "B AB", "Ja", "Åre"})
	if diff := cmp.Diff([]string{"A AB", "B AB"}, namesOf(list)); diff != "" {
		t.Error(diff)
	}
}

// Whatever words stand beside a member's name, it is a member: each row with a name and something else is read as one, under that name.
func TestNoMemberIsLostByItsWords(t *testing.T) {
	headings := []string{"Bolagsform", "Bransch", "Roll", "Kategori", "Status", "Typ", "Ort", "Merknad"}
	names := []string{"A AB", "Åre kommun", "Partner Norden", "Region Jämtland Härjedalen", "Medlemsföretagen", "Utmeldt AS", "NTNU", "Sum AS", "Kommunförbundet Norr", "Aktiva Friluftare"}
	words := []string{"", "", "Medlem", "Aktiv", "Kommun", "Kommune", "Partner", "Företag", "Förening", "Bolag", "Roll", "Ja", "Observatör", "Region", "Bransch", "Norge", "Åre", "Avslutad", "Deltagare", "Web", "Org.nr", "Sverige"}
	rapid.Check(t, func(t *rapid.T) {
		columns := append([]string{"Organisation", "Kommun"}, rapid.SliceOfNDistinct(rapid.SampledFrom(headings), 1, 6, rapid.ID[string]).Draw(t, "headings")...)
		rows, want := [][]string{columns}, []string{}
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(names), 1, 6).Draw(t, "names") {
			row := []string{name, "Åre"}
			for range columns[2:] {
				row = append(row, rapid.SampledFrom(words).Draw(t, "word"))
			}
			if rapid.IntRange(0, 5).Draw(t, "blank") == 0 {
				rows = append(rows, make([]string, len(columns)))
			}
			rows, want = append(rows, row), append(want, name)
		}
		if diff := cmp.Diff(want, append([]string{}, namesOf(members(t, rows...))...)); diff != "" {
			t.Fatal(diff)
		}
	})
}
