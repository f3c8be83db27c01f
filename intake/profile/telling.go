package profile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/sheet"
)

// Reading is what a list tells by a profile.
type Reading struct {
	Telling ledger.Telling
	Rows    int
	Refused []Doubt // rows that do not tell which record they are about
	Doubts  []Doubt // texts that are no values, or not those of other rows; they are kept as claims
}

// gathered is a record with what rows tell of each of its fields.
type gathered struct {
	of     Record
	rows   intake.Rows
	links  map[string]string
	fields map[string][]said
}

// said is one text that rows have for a field, "" for none.
type said struct {
	text  string
	value any // nil when the text is no value
	rows  intake.Rows
}

// teller goes through rows.
type teller struct {
	*Profile
	table   Table
	records map[string]*gathered
	order   []string // ids
	doubts  map[string]*Doubt
	refused map[string]*Doubt
	left    map[string]bool // ids of records that are left out
}

// Tell gives what a table tells. The same record told by several rows is one: what they agree on is its value, and what they do not agree on
// is unknown, with each text as a claim.
func (p *Profile) Tell(table Table) Reading {
	t := &teller{Profile: p, table: table, records: map[string]*gathered{}, doubts: map[string]*Doubt{}, refused: map[string]*Doubt{}, left: map[string]bool{}}
	for _, row := range table.rows {
		t.row(row)
	}
	reading := Reading{Rows: len(table.rows), Telling: ledger.Telling{Places: map[string]string{}}}
	for _, id := range t.order {
		if t.leftOut(id) {
			continue
		}
		reading.Telling.Records = append(reading.Telling.Records, t.record(id))
		reading.Telling.Places[id] = t.records[id].rows.Locator()
	}
	reading.Refused, reading.Doubts = ordered(t.refused), ordered(t.doubts)
	return reading
}

// leftOut says whether a record has to be left out, since no row tells something that it cannot do without. That is noted.
func (t *teller) leftOut(id string) bool {
	g := t.records[id]
	for _, name := range sortedFields(g.of) {
		f := g.of.Fields[name]
		if !required(f.def) {
			continue
		}
		lacks := ""
		switch {
		case f.Of != "" && t.left[g.links[name]]:
			lacks = f.Of
		case f.Of == "" && !slices.ContainsFunc(g.fields[name], func(s said) bool { return s.value != nil }):
			lacks = f.Column
		}
		if lacks != "" {
			for _, row := range g.rows {
				if slices.ContainsFunc(g.fields[name], func(s said) bool { return s.text != "" && slices.Contains(s.rows, row) }) {
					t.refuse(row, g.of, fmt.Sprintf("what it has for %s is no value", lacks))
				} else {
					t.refuse(row, g.of, "it has nothing for "+lacks)
				}
			}
			t.left[id] = true
			return true
		}
	}
	return false
}

// row adds what a row tells. A record whose key is blank, or that must lead to one that the row does not tell, is left out.
func (t *teller) row(row sheet.Row) {
	cells := make([]string, len(row.Cells))
	for i, cell := range row.Cells {
		cells[i] = t.text(row.Number, i, cell)
	}
	told := map[string]string{}
	for _, r := range t.Records {
		if !t.only(r, cells) {
			continue
		}
		key, lacks := t.key(r, cells)
		if lacks == "" {
			lacks = missingLink(r, told)
		}
		if lacks != "" {
			t.refuse(row.Number, r, "it has nothing for "+lacks)
			continue
		}
		told[r.As] = t.gather(r, key, row.Number, cells, told)
	}
}

// text gives the text of a cell, "" for one that cannot be read; that is noted where the profile reads its column.
func (t *teller) text(row, at int, cell sheet.Cell) string {
	if cell.Kind != sheet.Broken && cell.Kind != sheet.Damaged {
		return registry.Plain(sheet.Unguarded(cell.Text))
	}
	if t.reads(t.table, at) {
		note(t.doubts, row, sheet.Reference(at+1, row), "", "The cell is damaged, or holds an error of the spreadsheet. It is taken for blank; correct it.")
	}
	return ""
}

func (t *teller) only(r Record, cells []string) bool {
	for column, texts := range r.Only {
		text := t.cell(t.table, cells, column)
		if !slices.ContainsFunc(texts, func(wanted any) bool { return registry.Fold(fmt.Sprint(wanted)) == registry.Fold(text) }) {
			return false
		}
	}
	return true
}

// key gives what tells a record from others, and the column that is blank.
func (t *teller) key(r Record, cells []string) (key, lacks string) {
	parts := []string{"list", t.Title, r.As}
	for _, column := range r.Key {
		text := t.cell(t.table, cells, column)
		if text == "" {
			return "", column
		}
		parts = append(parts, registry.Fold(text))
	}
	return strings.Join(parts, "\n"), ""
}

// missingLink gives the record that one must lead to and that the row does not tell.
func missingLink(r Record, told map[string]string) string {
	for _, name := range sortedFields(r) {
		if f := r.Fields[name]; f.Of != "" && required(f.def) && told[f.Of] == "" {
			return f.Of
		}
	}
	return ""
}

// gather adds what a row tells of a record, and gives its id.
func (t *teller) gather(r Record, key string, row int, cells []string, told map[string]string) string {
	id := ledger.DerivedID(key)
	g := t.records[id]
	if g == nil {
		g = &gathered{of: r, links: map[string]string{}, fields: map[string][]said{}}
		t.records[id], t.order = g, append(t.order, id)
	}
	g.rows = append(g.rows, row)
	for _, name := range sortedFields(r) {
		f := r.Fields[name]
		if f.Of != "" {
			if g.links[name] == "" {
				g.links[name] = told[f.Of]
			}
			continue
		}
		text := t.said(f, cells)
		if text != "" || f.meaning("") != "" && t.hasAll(f.Column) {
			g.say(name, text, row, t.read(r, f, text, t.cell(t.table, cells, f.CurrencyColumn), row))
		}
	}
	return id
}

// said gives what a row has for a field.
func (t *teller) said(f Field, cells []string) string {
	if f.Constant != "" {
		return f.Constant
	}
	text := t.cell(t.table, cells, f.Column)
	for _, column := range f.Also {
		if more := t.cell(t.table, cells, column); more != "" {
			text = strings.Trim(text+f.Split+more, f.Split)
		}
	}
	return text
}

// hasAll says whether the table has each of the columns that "a | b" names: only then a blank cell says something.
func (t *teller) hasAll(column string) bool {
	return !slices.ContainsFunc(alternatives(column), func(heading string) bool {
		_, there := t.table.columns[heading]
		return !there
	})
}

// read gives the value of a text, nil where it is none; that is noted.
func (t *teller) read(r Record, f Field, text, currency string, row int) any {
	value, err := f.value(text, currency)
	if err == nil {
		return value
	}
	if f.def.Name == "identifiers" {
		text = "" // a number that is none is not repeated: it may be a person's
	}
	if !f.onlyYear(text) {
		note(t.doubts, row, r.As+"."+f.def.Name, text, err.Error())
	}
	return nil
}

func (g *gathered) say(name, text string, row int, value any) {
	for i, s := range g.fields[name] {
		if s.text == text {
			g.fields[name][i].rows = append(s.rows, row)
			return
		}
	}
	g.fields[name] = append(g.fields[name], said{text, value, intake.Rows{row}})
}

// record gives a gathered record as the ledger takes it.
func (t *teller) record(id string) ledger.Record {
	g := t.records[id]
	r := ledger.Record{Type: g.of.Type, ID: id, Values: map[string]any{}, Unknown: map[string]registry.Reason{}, Links: map[string][]string{},
		Parts: map[string][]ledger.Part{}, Locators: map[string]string{}}
	for _, name := range sortedFields(g.of) {
		f := g.of.Fields[name]
		switch {
		case f.Of != "" && g.links[name] != "" && !t.left[g.links[name]]:
			r.Links[name] = []string{g.links[name]}
		case f.Of != "":
			r.Unknown[name] = registry.NotInSource
		default:
			t.settle(&r, g.of.As, f, g.fields[name])
		}
	}
	return r
}

// settle gives a record the value that all texts of a field agree on, or else why there is none, with the texts as claims. A value that the
// record cannot do without is the first that is told.
func (t *teller) settle(r *ledger.Record, as string, f Field, all []said) {
	name, needed := f.def.Name, required(f.def)
	if first := slices.IndexFunc(all, func(s said) bool { return s.value != nil }); needed && first > 0 {
		all = slices.Concat(all[first:first+1], all[:first], all[first+1:])
	}
	switch {
	case len(all) == 0:
		if f.def.Def.Type.Elem == nil || f.def.Kind == model.Relationship {
			r.Unknown[name] = registry.NotInSource
		}
		return
	case all[0].value != nil && (agree(all) || needed):
		put(r, f, all[0])
		if agree(all) {
			return
		}
		t.noteOthers(as, f, all, ", which is taken.")
	case agree(all):
		r.Unknown[name] = registry.UnclearInSource
	default:
		t.noteOthers(as, f, all, ". Neither is taken.")
		r.Unknown[name] = registry.SourcesDisagree
	}
	if f.def.Kind == model.Relationship {
		return // numbers are not repeated
	}
	for _, s := range all {
		claim := ledger.Claim{Field: name, Value: s.value, Locator: s.rows.Locator()}
		if s.value == nil {
			claim.Value = s.text
		}
		r.Claims = append(r.Claims, claim)
	}
}

func agree(all []said) bool {
	for _, s := range all[1:] {
		if fmt.Sprint(s.value) != fmt.Sprint(all[0].value) || s.value == nil {
			return false
		}
	}
	return true
}

func put(r *ledger.Record, f Field, s said) {
	name := f.def.Name
	r.Locators[name] = s.rows.Locator()
	if number, is := s.value.(registry.Identifier); is {
		key := map[string]any{"scheme": string(number.Scheme), "value": number.Value}
		r.Parts[name] = []ledger.Part{{Key: key, Values: key}}
		return
	}
	r.Values[name] = s.value
}

func sortedFields(r Record) []string { return slices.Sorted(maps.Keys(r.Fields)) }
