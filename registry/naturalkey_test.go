package registry

import (
	"slices"
	"testing"
)

func TestNaturalKeys(t *testing.T) {
	for _, row := range []struct {
		one, other string
		same       bool
		why        string
	}{
		{CaseKey("a", "RUN/112/2023"), CaseKey("a", "run/112/2023 "), true, "capitals and spaces are no difference"},
		{CaseKey("a", "24/1234 - 5"), CaseKey("a", "24/1234-5"), true, "nor are spaces around a sign"},
		{CaseKey("a", "RUN/112/2023"), CaseKey("b", "RUN/112/2023"), false, "two authorities may use one number"},
		{CaseKey("a", "RUN/11/22023"), CaseKey("a", "RUN/112/2023"), false, "signs divide a number"},
		{CaseKey("", "RUN/112/2023"), CaseKey("a", " "), true, "what is not known identifies nothing"},
		{AcronymKey("MittSec", "FORMING"), AcronymKey("MITTSEC", "DORMANT"), true, "capitals are no difference, and who rests keeps the acronym"},
		{AcronymKey("Å", "FORMING"), AcronymKey("A", "FORMING"), false, "letters are"},
		{AcronymKey("MITTSEC", "CLOSED"), "", true, "who is closed has given it up"},
		{AcronymKey("MITTSEC", "MERGED"), "", true, "and so has who became part of another"},
		{AwardKey("d", "o", "", "line"), AwardKey("d", "o", "line", ""), false, "a funder is no budget line"},
		{DocumentKey("", "0F"), DocumentKey("PUBLIC", "0f"), true, "digits are one in capitals or not, and what is said of nobody is seen by all"},
		{DocumentKey("COORDINATORS", "0f"), DocumentKey("PUBLIC", "0f"), false, "what others keep to themselves is not told"},
		{DocumentKey("PUBLIC", ""), "", true, "a document of which the file is not known is not identified by it"},
		{AwardKey("", "o"), AwardKey("d", ""), true, "what is not known identifies nothing"},
	} {
		if got := row.one == row.other; got != row.same {
			t.Errorf("%q, %q: %s", row.one, row.other, row.why)
		}
	}
}

// A name is of the network of that id or acronym; of several of one acronym, of those that are not closed.
func TestNetworksNamed(t *testing.T) {
	rows := []map[string]any{
		{"id": "closed", "acronym": "AGAIN", "lifecycle": "CLOSED"}, {"id": "new", "acronym": "AGAIN", "lifecycle": "PLANNED"},
		{"id": "one", "acronym": "SHUT", "lifecycle": "CLOSED"}, {"id": "two", "acronym": "SHUT", "lifecycle": "MERGED"},
		{"id": "over", "acronym": "OVER", "lifecycle": "CLOSED"}, {"id": "organisation"},
	}
	for name, want := range map[string][]string{
		"AGAIN": {"new"}, "closed": {"closed"}, "SHUT": {"one", "two"}, "two": {"two"}, "OVER": {"over"}, "organisation": {"organisation"}, "NOWHERE": nil,
	} {
		if got := NetworksNamed(name, rows); !slices.Equal(got, want) {
			t.Errorf("%q names %v, want %v", name, got, want)
		}
	}
}
