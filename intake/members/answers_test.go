package members

import (
	"slices"
	"testing"

	"partnernet/lists"
)

// Rows that nothing decides are decided by an answer, as far as their numbers allow it.
func TestAnswers(t *testing.T) {
	exempel, other := org("x", "Exempel AB", "SE", se(swedish)), org("y", "Exempel AB", "SE", se(swedishToo))
	numberless := org("x", "Exempel AB", "SE")
	for _, each := range []struct {
		why    string
		row    []string
		known  *Known
		answer Answer
		want   lists.Verdict
		means  string
	}{
		{"one of two of that name", []string{"Exempel AB"}, holding([]KnownOrganisation{exempel, other}), Answer{"y"}, lists.New, "y"},
		{"a third of that name", []string{"Exempel AB"}, holding([]KnownOrganisation{exempel, other}), Answer{}, lists.New, ""},
		{"the one whose name is alike", []string{"Exempel"}, holding([]KnownOrganisation{exempel}), Answer{"x"}, lists.New, "x"},
		{"another than the one whose name is alike", []string{"Exempel"}, holding([]KnownOrganisation{exempel}), Answer{}, lists.New, ""},
		{"it gets its number so", []string{"Exempel", swedish}, holding([]KnownOrganisation{numberless}), Answer{"x"}, lists.Changed, "x"},
		{"the one that has the number, by another name", []string{"Annat namn", swedish}, holding([]KnownOrganisation{exempel}), Answer{"x"}, lists.New, "x"},
		{"nobody new has a number that is held", []string{"Annat namn", swedish}, holding([]KnownOrganisation{exempel}), Answer{}, lists.Conflict, ""},
		{"somebody who is no candidate", []string{"Exempel"}, holding([]KnownOrganisation{exempel}), Answer{"z"}, lists.Conflict, ""},
		{"its membership may be in doubt all the same", []string{"Exempel"}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31")), Answer{"x"}, lists.Conflict, "x"},
		{"what is not in doubt needs no answer", []string{"Exempel AB", swedish}, holding([]KnownOrganisation{exempel}), Answer{"y"}, lists.New, "x"},
	} {
		each.known.Answers = map[int]Answer{2: each.answer}
		judged := Judge(listOf(t, judgedHeadings, each.row), each.known, on)
		if judged[0].Verdict != each.want || judged[0].means() != each.means {
			t.Errorf("%s: %s %q, want %s %q: %v", each.why, judged[0].Verdict, judged[0].means(), each.want, each.means, judged[0].Problems)
		}
		settled := each.means == each.answer.Organisation && len(judged[0].Candidates) == 0
		if left := Unanswered(judged, each.known.Answers); slices.Contains(left, 2) == settled {
			t.Errorf("%s: left unanswered: %v", each.why, left)
		}
	}
}
