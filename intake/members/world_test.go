package members

import (
	"encoding/csv"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"partnernet/lists"
	"partnernet/registry"
)

// Numbers whose check digits are right.
const (
	swedish, swedishToo = "5560912148", "2321000214"
	norwegian           = "974760673"
)

// failer is a test, or a case of a property test.
type failer interface {
	Fatal(...any)
}

// lines writes rows as a .csv file.
func lines(t failer, rows ...[]string) string {
	var text strings.Builder
	writer := csv.NewWriter(&text)
	writer.Comma = ';'
	if err := writer.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// listOf reads a .csv file of these rows.
func listOf(t failer, rows ...[]string) *lists.List { return listIn(t, lines(t, rows...)) }

func listIn(t failer, content string) *lists.List {
	list, err := lists.ReadMembers(strings.NewReader(content), int64(len(content)), nil)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// codes are the codes of a row's problems.
func codes(problems []lists.Problem) []lists.ProblemCode {
	var all []lists.ProblemCode
	for _, p := range problems {
		all = append(all, p.Code)
	}
	return all
}

// noted are the codes of a list's notes with their counts.
func noted(l *lists.List, judged []Judged) map[lists.NoteCode]int {
	counts := map[lists.NoteCode]int{}
	for _, n := range l.Notes(Repeats(judged)) {
		counts[n.Code] = n.Count
	}
	return counts
}

// texts are those that are said of lists.
var texts = sync.OnceValues(func() (registry.Phrases, error) {
	table, err := os.ReadFile("../../lists/texts.yaml")
	if err != nil {
		return nil, err
	}
	return registry.ReadPhrases(table), nil
})

// gap is a place in a text that is to be filled.
var gap = regexp.MustCompile(`\{(\w+)(\.\*)?\}`)

// wholly asks that what is said of problems has all the values that it speaks of, in each language.
func wholly(t failer, problems []lists.Problem) {
	phrases, err := texts()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		for _, language := range registry.Languages {
			if p.Sentence(language) == "" {
				t.Fatal("nothing is said in", language, p)
			}
		}
		for _, key := range []string{p.Remark().Text, p.Remark().Text + ".do"} {
			for _, text := range phrases[key] {
				for _, place := range gap.FindAllStringSubmatch(text, -1) {
					name, isKey := place[1], place[2] != ""
					if p.About[name] == "" || isKey && phrases[name+"."+p.About[name]] == nil {
						t.Fatal(key, "has nothing for", place[0], p.About)
					}
				}
			}
		}
	}
}

// A text of the table is found by a problem of this package, so that wholly looks at something.
func TestTextsAreThoseOfLists(t *testing.T) {
	phrases, err := texts()
	if err != nil || phrases[lists.Problem{Code: lists.NumbersOfSeveral}.Remark().Text] == nil {
		t.Error("lists/texts.yaml says nothing of NUMBERS_OF_SEVERAL", err)
	}
}
