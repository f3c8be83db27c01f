package registry

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shapes of the fields of the tests' record.
var shapes = map[string]FieldShape{
	"name": {}, "aliases": {Pieces: true}, "place": {Pieces: true, Leads: true}, "parent": {Leads: true},
	"areas": {Many: true, Leads: true}, "numbers": {Many: true, Pieces: true, Leads: true},
}

// logged gives a change of record k at a position.
func logged(position int64, fields ...LoggedField) LoggedChange {
	return LoggedChange{Subject: "k", Command: "each", Position: position, Fields: fields}
}

func noted(name, before, after string) LoggedField {
	return LoggedField{Name: name, Before: before, After: after}
}

func TestFieldSources(t *testing.T) {
	revert := func(position, reverts int64) LoggedChange {
		return LoggedChange{Subject: "k", Position: position, Reverts: reverts}
	}
	confirm := func(position int64, name, value string) LoggedChange {
		return LoggedChange{Subject: "k", Position: position, Confirms: []LoggedField{{Name: name, After: value, Locator: "row 2"}}}
	}
	told := func(change int, value string) FieldSource { return FieldSource{Change: change, Value: value} }
	for _, row := range []struct {
		why  string
		log  []LoggedChange
		want map[string][]FieldSource
	}{
		{"nothing is told", nil, nil},
		{"each change tells its own fields", []LoggedChange{logged(1, noted("name", "", "A")), logged(2, noted("parent", "", "p"))},
			map[string][]FieldSource{"name": {told(0, "A")}, "parent": {told(1, "p")}}},
		{"a correction is the correction's", []LoggedChange{logged(1, noted("name", "", "A")), logged(2, noted("name", "A", "B"))},
			map[string][]FieldSource{"name": {told(1, "B")}}},
		{"what has no value any more is told by nobody", []LoggedChange{logged(1, noted("name", "", "A")), logged(2, noted("name", "A", ""))}, nil},
		{"one that says the same is a source too, with its place", []LoggedChange{logged(1, noted("name", "", "A")), confirm(2, "name", "A")},
			map[string][]FieldSource{"name": {told(0, "A"), {Change: 1, Value: "A", Locator: "row 2"}}}},
		{"one that said the same of an earlier value is none of the later one", []LoggedChange{logged(1, noted("name", "", "A")), confirm(2, "name", "A"), logged(3, noted("name", "A", "B"))},
			map[string][]FieldSource{"name": {told(2, "B")}}},
		{"what is taken back gives back the earlier source", []LoggedChange{logged(1, noted("name", "", "A")), logged(2, noted("name", "A", "B")), revert(3, 2)},
			map[string][]FieldSource{"name": {told(0, "A")}}},
		{"also where a change taken back had told the earlier value too", []LoggedChange{logged(1, noted("name", "", "A")), logged(2, noted("name", "A", "B")),
			logged(3, noted("name", "B", "A")), revert(4, 3), revert(5, 2)},
			map[string][]FieldSource{"name": {told(0, "A")}}},
		{"taking back is taken back", []LoggedChange{logged(1, noted("name", "", "A")), logged(2, noted("name", "A", "B")), revert(3, 2), revert(4, 3)},
			map[string][]FieldSource{"name": {told(1, "B")}}},
		{"relations are told one by one", []LoggedChange{logged(1, noted("areas", "", "a"), noted("areas", "", "b")), logged(2, noted("areas", "", "c")), logged(3, noted("areas", "a", ""))},
			map[string][]FieldSource{"areas": {told(0, "b"), told(1, "c")}}},
		{"pieces of one part are told by those who brought them", []LoggedChange{logged(1, noted("place", "", "a")), logged(2, noted("place", "a", "Åre, a"))},
			map[string][]FieldSource{"place": {told(0, "a"), told(1, "Åre")}}},
		{"pieces that are corrected are the correction's", []LoggedChange{logged(1, noted("place", "", "Åre, a")), logged(2, noted("place", "Åre, a", "Östersund, a"))},
			map[string][]FieldSource{"place": {told(0, "a"), told(1, "Östersund")}}},
		{"a list of texts that is corrected", []LoggedChange{logged(1, noted("aliases", "", "A, B")), logged(2, noted("aliases", "A, B", "B, C"))},
			map[string][]FieldSource{"aliases": {told(0, "B"), told(1, "C")}}},
	} {
		if diff := cmp.Diff(row.want, known(FieldSources("k", row.log, shapeOf))); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func shapeOf(field string) FieldShape { return shapes[field] }

// known leaves out fields of which nothing is told.
func known(all map[string][]FieldSource) map[string][]FieldSource {
	var told map[string][]FieldSource
	for name, sources := range all {
		if len(sources) > 0 {
			if told == nil {
				told = map[string][]FieldSource{}
			}
			told[name] = sources
		}
	}
	return told
}

// A merge keeps who told what, of both records, and so does its taking back.
func TestFieldSourcesOfWhatWasMerged(t *testing.T) {
	other := func(position int64, fields ...LoggedField) LoggedChange {
		return LoggedChange{Subject: "m", Command: "each", Position: position, Fields: fields}
	}
	merge := func(position int64, subject string, fields ...LoggedField) LoggedChange {
		return LoggedChange{Subject: subject, Command: "merge", Position: position, Carries: true, Fields: fields}
	}
	before := []LoggedChange{
		logged(1, noted("name", "", "K"), noted("areas", "", "a")),
		other(2, noted("name", "", "M"), noted("parent", "", "p"), noted("areas", "", "a"), noted("areas", "", "b"), noted("numbers", "", "SE, 1"), noted("numbers", "", "NO, 2")),
	}
	merged := append(slices.Clone(before),
		merge(3, "k", noted("parent", "", "p"), noted("aliases", "", "M"), noted("areas", "", "b"), noted("numbers", "", "SE, 1, NO, 2")),
		merge(4, "m", noted("parent", "p", ""), noted(mergedInto, "", "k")))
	told := func(change int, value string) FieldSource { return FieldSource{Change: change, Value: value} }
	want := map[string][]FieldSource{
		"name": {told(0, "K")}, "parent": {told(1, "p")}, "aliases": {told(2, "M")},
		"areas": {told(0, "a"), told(1, "a"), told(1, "b")}, "numbers": {told(1, "SE, 1"), told(1, "NO, 2")},
	}
	if diff := cmp.Diff(want, known(FieldSources("k", merged, shapeOf))); diff != "" {
		t.Errorf("merged: %s", diff)
	}
	undone := append(slices.Clone(merged), LoggedChange{Subject: "m", Position: 5, Reverts: 4}, LoggedChange{Subject: "k", Position: 6, Reverts: 3})
	for _, id := range []string{"k", "m"} {
		if diff := cmp.Diff(known(FieldSources(id, before, shapeOf)), known(FieldSources(id, undone, shapeOf))); diff != "" {
			t.Errorf("%s after the merge was taken back: %s", id, diff)
		}
	}
	leading := []LoggedChange{logged(1, noted("parent", "", "m")), merge(2, "k", noted("parent", "m", "n"))}
	if diff := cmp.Diff(map[string][]FieldSource{"parent": {told(0, "n")}}, known(FieldSources("k", leading, shapeOf))); diff != "" {
		t.Errorf("what led to the merged record: %s", diff)
	}
}

// What is told is shown as far as it is held.
func TestWhatIsToldAndHeld(t *testing.T) {
	for _, row := range []struct {
		field, told string
		held        []string
		want        string
		untold      []string
	}{
		{"name", "A", []string{"A"}, "A", nil},
		{"name", "A", []string{"B"}, "", []string{"B"}},
		{"name", "A", nil, "", nil},
		{"areas", "b", []string{"a", "b"}, "b", []string{"a"}},
		{"place", "Åre", []string{"Åre, a"}, "Åre", []string{"a"}},
		{"aliases", "A, B", []string{"B, C"}, "B", []string{"C"}},
		{"numbers", "SE, 2", []string{"SE, 1", "SE, 2"}, "SE, 2", []string{"1"}},
	} {
		var untold []string
		for _, value := range row.held {
			if rest := shapes[row.field].Unsourced(value, []FieldSource{{Value: row.told}}); rest != "" {
				untold = append(untold, rest)
			}
		}
		if diff := cmp.Diff(row.untold, untold); diff != "" {
			t.Errorf("%s told as %q and held as %q: %s", row.field, row.told, row.held, diff)
		}
		got, is := shapes[row.field].Current(FieldSource{Value: row.told}, row.held)
		if is != (row.want != "") || is && got.Value != row.want {
			t.Errorf("%s told as %q and held as %q: %q, %t", row.field, row.told, row.held, got.Value, is)
		}
	}
}
