package registry

import (
	"cmp"
	"slices"
	"strings"
)

// LoggedChange is a change of a record in the log, as far as it tells which fields were told by the change's source.
type LoggedChange struct {
	Subject  string // the id of the record that was changed
	Command  string // the id that all changes of one command have in common
	Position int64
	Reverts  int64         // the position of the change that it takes back; 0 for none
	Carries  bool          // it is of a merge: what it tells of the record has been told before, of this record or the merged one
	Fields   []LoggedField // that it changed
	Confirms []LoggedField // of which its source tells what is held already, as their values after
}

// LoggedField is a field before and after a change, "" for no value, and where in the source it is told.
type LoggedField struct{ Name, Before, After, Locator string }

// FieldShape is what a field can hold.
type FieldShape struct {
	Many   bool // several values that are told one by one: relations and parts
	Pieces bool // a value is made of pieces that may be told by several sources: a list of texts, a part
	Leads  bool // to another record, or to a part
	Names  bool // each value is the id of a record
	Placed bool // each value is a part: its place among the others, the id of the record that it is about, and what else it says
}

// FieldSource is what a change's source told of a field, as far as it has not been changed since.
type FieldSource struct {
	Change  int // its place among the logged changes
	Value   string
	Locator string
}

// FieldSources finds what was told of a record's fields by which changes, from the log of the record and of those that were merged into it,
// oldest first. Of what is taken back nothing remains, and what it had taken the place of is told as before. A merge tells nothing itself of
// what either record was told to be.
func FieldSources(subject string, log []LoggedChange, shape func(field string) FieldShape) map[string][]FieldSource {
	f := folding{log: log, shape: shape, merged: map[string][]string{}, records: map[string]sourcedRecord{}}
	void := takenBack(log)
	for _, c := range log {
		for _, field := range c.Fields {
			if field.Name == mergedInto && !void[c.Position] && c.Reverts == 0 {
				key := c.Command + " " + field.After
				f.merged[key] = append(f.merged[key], c.Subject)
			}
		}
	}
	for i, c := range log {
		if !void[c.Position] && c.Reverts == 0 {
			f.take(i)
		}
	}
	all := map[string][]FieldSource{}
	for name, values := range f.records[subject] {
		for _, v := range values {
			all[name] = append(all[name], v.sources...)
		}
	}
	return all
}

// mergedInto is the field by which the change of a merged record tells into which one it was merged.
const mergedInto = "mergedInto"

// takenBack gives the positions of the changes that are taken back, by a change that is not taken back itself.
func takenBack(log []LoggedChange) map[int64]bool {
	void := map[int64]bool{}
	for _, c := range slices.Backward(log) {
		if c.Reverts != 0 && !void[c.Position] {
			void[c.Reverts] = true
		}
	}
	return void
}

// folding is the log being gone through.
type folding struct {
	log     []LoggedChange
	shape   func(field string) FieldShape
	merged  map[string][]string // ids of merged records, by command and the id of the record that they were merged into
	records map[string]sourcedRecord
}

// sourcedRecord is what has been told of a record's fields so far.
type sourcedRecord map[string][]sourcedValue

// sourcedValue is a value, and by whom it was told.
type sourcedValue struct {
	text    string
	sources []FieldSource
}

// take has a change tell what it tells.
func (f *folding) take(place int) {
	c := f.log[place]
	if slices.ContainsFunc(c.Fields, func(n LoggedField) bool { return n.Name == mergedInto }) {
		return // what was told of a record that is merged is what the other one takes
	}
	r := f.records[c.Subject]
	if r == nil {
		r = sourcedRecord{}
		f.records[c.Subject] = r
	}
	for _, id := range f.merged[c.Command+" "+c.Subject] {
		for name, values := range f.records[id] {
			r[name] = f.joined(name, r[name], values)
		}
	}
	for _, n := range c.Fields {
		source := FieldSource{Change: place, Value: n.After, Locator: n.Locator}
		if c.Carries {
			r[n.Name] = f.carried(r[n.Name], n, source)
		} else {
			r[n.Name] = f.changed(r[n.Name], n, source)
		}
	}
	for _, n := range c.Confirms {
		r.confirm(n, FieldSource{Change: place, Value: n.After, Locator: n.Locator})
	}
}

// changed gives a field's values after a change of one of them.
func (f *folding) changed(values []sourcedValue, n LoggedField, source FieldSource) []sourcedValue {
	shape := f.shape(n.Name)
	at := 0
	if shape.Many {
		at = slices.IndexFunc(values, func(v sourcedValue) bool { return v.text == cmp.Or(n.Before, n.After) })
	}
	if at < 0 || at >= len(values) {
		if n.After == "" {
			return values
		}
		return append(values, sourcedValue{n.After, []FieldSource{source}})
	}
	if n.After == "" {
		return slices.Delete(values, at, at+1)
	}
	values[at] = values[at].become(n.After, shape.Pieces, source)
	return values
}

// become gives a value after it was changed by a source. Where it is made of pieces, those that remain are still told by who told them.
func (v sourcedValue) become(text string, pieces bool, source FieldSource) sourcedValue {
	now := sourcedValue{text: text}
	if pieces {
		now.sources = remaining(v.sources, text)
		source.Value = without(text, now.sources)
	}
	if source.Value != "" {
		now.sources = append(now.sources, source)
	}
	return now
}

// carried gives a field's values after a merge: they are told by those who told them of either record. What no source told of them is the
// word of who judged them to be one.
func (f *folding) carried(values []sourcedValue, n LoggedField, source FieldSource) []sourcedValue {
	shape := f.shape(n.Name)
	before, after := piecesOf(n.Before), piecesOf(n.After)
	switch {
	case n.Before != "" && n.After != "" && shape.Leads:
		values = moved(values, lacking(before, after), lacking(after, before))
		if !shape.Pieces {
			return values
		}
	case n.After == "" && shape.Many:
		return slices.DeleteFunc(values, func(v sourcedValue) bool { return len(lacking(piecesOf(v.text), before)) == 0 })
	case !shape.Many && !shape.Pieces:
		if len(values) == 1 && values[0].text == n.After {
			return values
		}
		return f.changed(values, n, source)
	}
	var all []FieldSource
	for _, v := range values {
		all = append(all, v.sources...)
	}
	if source.Value = without(n.After, all); source.Value == "" {
		return values
	}
	if !shape.Many && len(values) > 0 {
		return []sourcedValue{{n.After, append(values[0].sources, source)}}
	}
	return append(values, sourcedValue{source.Value, []FieldSource{source}})
}

// moved gives values that lead to one record in the place of another.
func moved(values []sourcedValue, from, to []string) []sourcedValue {
	if len(from) != 1 || len(to) != 1 {
		return values
	}
	instead := func(text string) string {
		pieces := piecesOf(text)
		for i, piece := range pieces {
			if piece == from[0] {
				pieces[i] = to[0]
			}
		}
		return strings.Join(pieces, pieceSeparator)
	}
	all := make([]sourcedValue, len(values))
	for i, v := range values {
		all[i] = sourcedValue{text: instead(v.text)}
		for _, source := range v.sources {
			source.Value = instead(source.Value)
			all[i].sources = append(all[i].sources, source)
		}
	}
	return all
}

// joined gives a field's values of two records that become one: the kept one's own, with those who told the same of the merged one; and the
// merged one's where there is room for them.
func (f *folding) joined(name string, own, other []sourcedValue) []sourcedValue {
	shape := f.shape(name)
	for _, v := range other {
		at := slices.IndexFunc(own, func(another sourcedValue) bool { return another.text == v.text })
		switch {
		case at >= 0:
			own[at].sources = slices.Concat(own[at].sources, v.sources)
		case len(own) == 0 || shape.Many:
			own = append(own, sourcedValue{v.text, slices.Clone(v.sources)})
		case shape.Pieces && !shape.Leads:
			own[0] = sourcedValue{own[0].text, slices.Concat(own[0].sources, v.sources)}
		}
	}
	return own
}

// confirm has one more source tell what is held already.
func (r sourcedRecord) confirm(n LoggedField, source FieldSource) {
	for i, v := range r[n.Name] {
		if len(lacking(piecesOf(n.After), piecesOf(v.text))) == 0 {
			r[n.Name][i].sources = append(v.sources, source)
			return
		}
	}
}

// remaining gives what sources told as far as it is still among the pieces of a value.
func remaining(all []FieldSource, text string) []FieldSource {
	var still []FieldSource
	pieces := piecesOf(text)
	for _, source := range all {
		source.Value = strings.Join(slices.DeleteFunc(piecesOf(source.Value), func(p string) bool { return !slices.Contains(pieces, p) }), pieceSeparator)
		if source.Value != "" {
			still = append(still, source)
		}
	}
	return still
}

// without gives the pieces of a value that no source told.
func without(text string, all []FieldSource) string {
	var values []string
	for _, each := range all {
		values = append(values, piecesOf(each.Value)...)
	}
	return strings.Join(lacking(piecesOf(text), values), pieceSeparator)
}

// pieceSeparator stands between the pieces of a value as a change shows it.
const pieceSeparator = ", "

func piecesOf(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, pieceSeparator)
}

// lacking gives the pieces that others lack.
func lacking(pieces, others []string) []string {
	return slices.DeleteFunc(slices.Clone(pieces), func(p string) bool { return slices.Contains(others, p) })
}

// Current gives what was told of a value as far as it is so: all of it, or of a value made of pieces those that are held.
func (s FieldShape) Current(source FieldSource, current []string) (FieldSource, bool) {
	if !s.Pieces {
		return source, slices.Contains(current, source.Value)
	}
	most, value := 0, ""
	for _, each := range current {
		if still := remaining([]FieldSource{source}, each); len(still) > 0 && len(piecesOf(still[0].Value)) > most {
			most, value = len(piecesOf(still[0].Value)), still[0].Value
		}
	}
	source.Value = value
	return source, most > 0
}

// Unsourced gives what of a held value no source told.
func (s FieldShape) Unsourced(current string, sources []FieldSource) string {
	if s.Pieces {
		return without(current, sources)
	}
	if slices.ContainsFunc(sources, func(each FieldSource) bool { return each.Value == current }) {
		return ""
	}
	return current
}
