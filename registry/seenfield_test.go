package registry

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// recordCalled makes an id by which a record is known in these tests.
func recordCalled(name string) string { return name + strings.Repeat("-", idLength-len(name)) }

func shapeOfSeen(field string) FieldShape {
	switch field {
	case "parent":
		return FieldShape{Leads: true, Names: true}
	case "areas":
		return FieldShape{Many: true, Leads: true, Names: true}
	case "parties":
		return FieldShape{Many: true, Leads: true, Pieces: true, Placed: true}
	}
	return FieldShape{}
}

func TestSeenFields(t *testing.T) {
	a, b, hidden, gone := recordCalled("a"), recordCalled("b"), recordCalled("hidden"), recordCalled("gone")
	named := NamedRecords{a: true, b: true, hidden: false}
	party := func(place int, text ...string) string {
		return strings.Join(append([]string{strconv.Itoa(place)}, text...), pieceSeparator)
	}
	for _, row := range []struct {
		why     string
		change  LoggedChange
		changed []LoggedField
	}{
		{"what is seen is told", logged(1, noted("name", "A", "B"), noted("parent", a, b)), []LoggedField{noted("name", "A", "B"), noted("parent", a, b)}},
		{"a relation to something hidden is none", logged(1, noted("parent", "", hidden), noted("parent", hidden, gone)), nil},
		{"nor is it what was there before", logged(1, noted("parent", hidden, a), noted("parent", a, hidden)), []LoggedField{noted("parent", "", a), noted("parent", a, "")}},
		{"of several, those that are seen are told", logged(1, noted("areas", "", hidden+", "+a)), []LoggedField{noted("areas", "", a)}},
		{"an id is left out of other texts", logged(1, noted("audience", "PUBLIC", "MEMBERS:"+hidden+","+a)), []LoggedField{noted("audience", "PUBLIC", "MEMBERS:"+a)}},
		{"nor is it told whose key sealed one", logged(1, noted("address", SealMark+a+":old", SealMark+b+":new")), []LoggedField{noted("address", SealMark+":old", SealMark+":new")}},
		{"but not one that is of no record", logged(1, noted("reference", "", gone)), []LoggedField{noted("reference", "", gone)}},
		{"a party is told without its place, and after all else", logged(1, noted("parties", "", party(2, a, "PARTNER")), noted("name", "", "A")),
			[]LoggedField{noted("name", "", "A"), noted("parties", "", a+", PARTNER")}},
		{"a party that only moves is not told", logged(1, noted("parties", party(1, a, "PARTNER"), party(1, b, "LEAD")), noted("parties", party(2, b, "LEAD"), party(2, a, "PARTNER"))), nil},
		{"one that says something else is told once", logged(1, noted("parties", party(1, a, "PARTNER"), party(1, hidden, "LEAD")), noted("parties", "", party(2, a, "LEAD"))),
			[]LoggedField{noted("parties", a+", PARTNER", a+", LEAD")}},
		{"a party in another's place is another", logged(1, noted("parties", party(1, a, "PARTNER"), party(1, b, "PARTNER"))),
			[]LoggedField{noted("parties", a+", PARTNER", ""), noted("parties", "", b+", PARTNER")}},
		{"unless a merge makes one of both", LoggedChange{Carries: true, Fields: []LoggedField{noted("parties", party(1, a, "PARTNER"), party(1, b, "PARTNER"))}},
			[]LoggedField{noted("parties", a+", PARTNER", b+", PARTNER")}},
		{"who spoke for a party is left out where they are hidden", logged(1, noted("parties", party(1, a, "ASKED"), party(1, a, "CONFIRMED", hidden))),
			[]LoggedField{noted("parties", a+", ASKED", a+", CONFIRMED")}},
		{"a hidden party is not told by who spoke for it", logged(1, noted("parties", party(1, hidden, "ASKED"), party(1, hidden, "CONFIRMED", a))), nil},
	} {
		if diff := cmp.Diff(row.changed, named.Changed(row.change, shapeOfSeen), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// parted is a partnership's parties in their order: what each says.
type parted []struct{ about, says string }

// changeOf gives the change from some parties to others as the ledger logs it: first the places that nobody has any more, and then each place.
func changeOf(before, after parted) LoggedChange {
	text := func(parties parted, place int) string {
		if place >= len(parties) {
			return ""
		}
		return fmt.Sprintf("%d, %s, %s", place+1, parties[place].about, parties[place].says)
	}
	var c LoggedChange
	for place := len(after); place < len(before); place++ {
		c.Fields = append(c.Fields, noted("parties", text(before, place), ""))
	}
	for place := range after {
		if text(before, place) != text(after, place) {
			c.Fields = append(c.Fields, noted("parties", text(before, place), text(after, place)))
		} else {
			c.Confirms = append(c.Confirms, noted("parties", "", text(after, place)))
		}
	}
	return c
}

// Whatever parties come, go, move and say, and whichever of them is hidden: what is told of a change, and what its source confirms, is the same as if the hidden ones had never been there.
func TestPartiesThatAreHiddenLeaveNothing(t *testing.T) {
	all := map[string]bool{}
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		all[recordCalled(name)] = true
	}
	rapid.Check(t, func(t *rapid.T) {
		named := NamedRecords{}
		for id := range all {
			named[id] = true
		}
		for _, id := range rapid.SliceOfDistinct(rapid.SampledFrom(slices.Sorted(maps.Keys(all))), rapid.ID).Draw(t, "hidden") {
			named[id] = false
		}
		draw := func(when string) (parties, seen parted) {
			for _, id := range rapid.SliceOfDistinct(rapid.SampledFrom(slices.Sorted(maps.Keys(all))), rapid.ID).Draw(t, when) {
				party := parted{{id, rapid.SampledFrom([]string{"LEAD", "PARTNER, ASKED"}).Draw(t, "says")}}
				parties = append(parties, party...)
				if named[id] {
					seen = append(seen, party...)
				}
			}
			return parties, seen
		}
		before, seenBefore := draw("before")
		after, seenAfter := draw("after")
		told := func(c LoggedChange) [][]LoggedField {
			confirmed := named.Confirmed(c, shapeOfSeen)
			for i := range confirmed {
				confirmed[i].Before = ""
			}
			slices.SortFunc(confirmed, func(a, b LoggedField) int { return strings.Compare(a.After, b.After) })
			return [][]LoggedField{named.Changed(c, shapeOfSeen), confirmed}
		}
		if diff := cmp.Diff(told(changeOf(seenBefore, seenAfter)), told(changeOf(before, after)), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("something hidden shows (-without it +with it): %s", diff)
		}
	})
}
