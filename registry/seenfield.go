package registry

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// NamedRecords are the records whose ids texts of the log have, each with whether it exists for the viewer. An id that leads to no record is not among them.
type NamedRecords map[string]bool

// idLength is how long the id of a record is: that of a UUID.
const idLength = 36

// Changed gives what a viewer may know of the fields that a change changed: the same as if what does not exist for them had never been there. A relation to
// it, and a part about it, is not told at all; its id is left out of other texts. Parts with a place are told by what they are about and without the place,
// which counts the hidden ones too; they come last, as the hidden ones decide over where in the change they stand.
func (n NamedRecords) Changed(c LoggedChange, shape func(field string) FieldShape) []LoggedField {
	var all []LoggedField
	placed := map[string][]LoggedField{}
	for _, f := range c.Fields {
		s := shape(f.Name)
		if s.Placed {
			placed[f.Name] = append(placed[f.Name], f)
			continue
		}
		if f.Before, f.After = n.shown(s, f.Before), n.shown(s, f.After); f.Before != f.After {
			all = append(all, f)
		}
	}
	for _, f := range c.Fields {
		all = append(all, n.partsOf(placed[f.Name], c.Carries)...)
		delete(placed, f.Name)
	}
	return slices.DeleteFunc(all, func(f LoggedField) bool { return f.Before == f.After })
}

// Confirmed gives what a viewer may know of what a change's source told as it was held already. A part that only moves is told as it was.
func (n NamedRecords) Confirmed(c LoggedChange, shape func(field string) FieldShape) []LoggedField {
	var all []LoggedField
	for _, f := range c.Confirms {
		if f.After = n.Held(shape(f.Name), f.After); f.After != "" {
			all = append(all, f)
		}
	}
	placed := slices.DeleteFunc(slices.Clone(c.Fields), func(f LoggedField) bool { return c.Carries || !shape(f.Name).Placed })
	for _, f := range n.partsOf(placed, false) {
		if f.Before == f.After {
			all = append(all, f)
		}
	}
	return all
}

// Held gives a text of what a field holds as Changed gives it; "" for what the viewer may not know.
func (n NamedRecords) Held(s FieldShape, text string) string {
	if !s.Placed {
		return n.shown(s, text)
	}
	var texts []string
	for _, p := range n.parts(text, LoggedField{}) {
		texts = append(texts, p.text)
	}
	return strings.Join(texts, pieceSeparator)
}

// shown gives a text without the ids of records that do not exist for the viewer. Whose key sealed it is left out for everybody, as where it is read.
func (n NamedRecords) shown(s FieldShape, text string) string {
	if s.Names {
		return strings.Join(slices.DeleteFunc(piecesOf(text), func(p string) bool { return len(p) == idLength && !n[p] }), pieceSeparator)
	}
	text = WithoutSubject(text)
	for id, exists := range n {
		if !exists {
			text = strings.NewReplacer(pieceSeparator+id, "", id+pieceSeparator, "", nextNetwork+id, "", id+nextNetwork, "", id, "").Replace(text)
		}
	}
	return text
}

// placedPart is a part with a place, as a change tells it.
type placedPart struct {
	place       int
	about, text string // the id of the record that it is about, and all but its place
	told        LoggedField
}

// parts gives the parts that a text tells, as far as what they are about exists for the viewer: each is its place, the id and what else it says.
func (n NamedRecords) parts(text string, told LoggedField) []placedPart {
	var all []placedPart
	pieces := piecesOf(text)
	for end, i := len(pieces), len(pieces)-2; i >= 0; i-- {
		place, err := strconv.Atoi(pieces[i])
		if err != nil || len(pieces[i+1]) != idLength {
			continue
		}
		if about := pieces[i+1]; n[about] {
			all = append(all, placedPart{place, about, n.shown(FieldShape{}, strings.Join(pieces[i+1:end], pieceSeparator)), told})
		}
		end = i
	}
	slices.Reverse(all)
	return all
}

// partsOf gives parts with a place before and after a change: what is about the same before and after is one. What was about one record, and is about another
// in its place, is one where a merge carries it over; otherwise the first is gone, and the other one new.
func (n NamedRecords) partsOf(fields []LoggedField, carries bool) []LoggedField {
	var before, after []placedPart
	var all []LoggedField
	for _, f := range fields {
		gone, come := n.parts(f.Before, f), n.parts(f.After, f)
		if carries && len(gone) == 1 && len(come) == 1 {
			come[0].about = gone[0].about
		}
		before, after = append(before, gone...), append(after, come...)
	}
	byPlace := func(a, b placedPart) int { return cmp.Compare(a.place, b.place) }
	slices.SortStableFunc(before, byPlace)
	slices.SortStableFunc(after, byPlace)
	for _, was := range before {
		is := placedPart{}
		if at := slices.IndexFunc(after, func(p placedPart) bool { return p.about == was.about }); at >= 0 {
			is = after[at]
			after = slices.Delete(after, at, at+1)
		}
		was.told.Before, was.told.After = was.text, is.text
		was.told.Locator = cmp.Or(is.told.Locator, was.told.Locator)
		all = append(all, was.told)
	}
	for _, is := range after {
		is.told.Before, is.told.After = "", is.text
		all = append(all, is.told)
	}
	return all
}
