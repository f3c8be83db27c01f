package profile

import (
	"io"
	"maps"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/sheet"
)

// headingsWithin is how many rows may stand before that of the headings.
const headingsWithin = 20

// Table is what a list has below its headings.
type Table struct {
	columns map[string]int // by folded heading
	rows    []sheet.Row
}

// Table reads the first sheet that has the columns which tell records apart. A file without them is BAD_INPUT.
func (p *Profile) Table(file io.ReaderAt, size int64) (Table, error) {
	sheets, err := sheet.Read(file, size)
	if err != nil {
		return Table{}, err
	}
	missing := ""
	for _, s := range sheets {
		var t Table
		for row, err := range s.Rows() {
			switch {
			case err != nil:
				return Table{}, err
			case t.columns != nil:
				t.rows = append(t.rows, row)
			case row.Number <= headingsWithin:
				lacks := p.lacking(headings(row))
				if lacks == "" {
					t.columns = headings(row)
				} else if missing == "" {
					missing = lacks
				}
			}
		}
		if t.columns != nil {
			return t, nil
		}
	}
	return Table{}, fault.New(fault.BadInput, "The list has no column %q, by which the profile %s tells records apart. Correct the heading in one of the two.", missing, p.name)
}

func headings(row sheet.Row) map[string]int {
	columns := map[string]int{}
	for i, cell := range row.Cells {
		heading := registry.Fold(registry.Plain(cell.Text))
		if _, twice := columns[heading]; !twice && heading != "" {
			columns[heading] = i
		}
	}
	return columns
}

// lacking gives the first column that the profile tells records apart by and that is not there.
func (p *Profile) lacking(columns map[string]int) string {
	for _, r := range p.Records {
		for _, part := range r.Key {
			if !has(columns, part) {
				return part
			}
		}
	}
	return ""
}

// has says whether one of the columns that "a | b" names is there.
func has(columns map[string]int, column string) bool {
	for _, heading := range alternatives(column) {
		if _, there := columns[heading]; there {
			return true
		}
	}
	return false
}

// alternatives gives the folded headings that "a | b" names.
func alternatives(column string) []string {
	all := strings.Split(column, "|")
	for i := range all {
		all[i] = registry.Fold(registry.Plain(all[i]))
	}
	return all
}

// Missing gives the columns that the profile reads and the list does not have, in the profile's order of records.
func (p *Profile) Missing(t Table) []string {
	var missing []string
	for _, r := range p.Records {
		for _, name := range sortedFields(r) {
			if column := r.Fields[name].Column; column != "" && !has(t.columns, column) {
				missing = append(missing, column+" ("+r.As+"."+name+")")
			}
		}
	}
	return missing
}

// reads says whether the profile reads a column of a table.
func (p *Profile) reads(t Table, at int) bool {
	for _, r := range p.Records {
		named := slices.Concat(r.Key, slices.Collect(maps.Keys(r.Only)))
		for _, f := range r.Fields {
			named = append(append(named, f.Column, f.CurrencyColumn), f.Also...)
		}
		for _, column := range named {
			for _, heading := range alternatives(column) {
				if found, there := t.columns[heading]; there && found == at {
					return true
				}
			}
		}
	}
	return false
}
