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
		why     string
		row     []string
		known   *Known
		answer  Answer
		want    lists.Verdict
		means   string
		settled bool
	}{
		{"one of two of that name", []string{"Exempel AB"}, holding([]KnownOrganisation{exempel, other}), Answer{"y"}, lists.New, "y", true},
		{"a third of that name", []string{"Exempel AB"}, holding([]KnownOrganisation{exempel, other}), Answer{}, lists.New, "", true},
		{"the one whose name is alike", []string{"Exempel"}, holding([]KnownOrganisation{exempel}), Answer{"x"}, lists.New, "x", true},
		{"another than the one whose name is alike", []string{"Exempel"}, holding([]KnownOrganisation{exempel}), Answer{}, lists.New, "", true},
		{"it gets its number so", []string{"Exempel", swedish}, holding([]KnownOrganisation{numberless}), Answer{"x"}, lists.New, "x", true},
		{"the one that has the number, by another name", []string{"Annat namn", swedish}, holding([]KnownOrganisation{exempel}), Answer{"x"}, lists.New, "x", true},
		{"nobody new has a number that is held", []string{"Annat namn", swedish}, holding([]KnownOrganisation{exempel}), Answer{}, lists.Conflict, "", false},
		{"somebody who is no candidate", []string{"Exempel"}, holding([]KnownOrganisation{exempel}), Answer{"z"}, lists.Conflict, "", false},
		{"its membership may be in doubt all the same", []string{"Exempel"}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31")), Answer{"x"}, lists.Conflict, "x", true},
		{"what is not in doubt needs no answer", []string{"Exempel AB", swedish}, holding([]KnownOrganisation{exempel}), Answer{"y"}, lists.New, "x", false},
		{"nor what is somebody new in any case", []string{"Exempel AB", swedish}, holding(nil), Answer{}, lists.New, "", false},
		{"nor whom the row means in any case", []string{"Exempel AB", swedish}, holding([]KnownOrganisation{exempel}), Answer{"x"}, lists.New, "x", false},
	} {
		each.known.Answers = map[int]Answer{2: each.answer}
		judged := Judge(listOf(t, judgedHeadings, each.row), each.known, on)
		if judged[0].Verdict != each.want || judged[0].means() != each.means {
			t.Errorf("%s: %s %q, want %s %q: %v", each.why, judged[0].Verdict, judged[0].means(), each.want, each.means, judged[0].Problems)
		}
		if left := Unanswered(judged, each.known.Answers); slices.Contains(left, 2) == each.settled {
			t.Errorf("%s: left unanswered: %v", each.why, left)
		}
	}
}
