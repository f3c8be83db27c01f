package lists

import (
	"slices"
	"strings"

	"partnernet/registry"
	"partnernet/sheet"
)

// headerOfAnother tells whether a row below the headings has those of another table: as many of them as make a list, most of what stands in it, and elsewhere
// than in the table above.
func (m mapping) headerOfAnother(rows []sheet.Row, at int, above header) (header, bool) {
	row := rows[at]
	if slices.ContainsFunc(row.Cells, isNoHeading) { // as nearly all rows of a list, which are many
		return header{}, false
	}
	texts := cellTexts(row)
	h := m.header(texts, row.Number, texts)
	begins := at == 0 || row.Number > rows[at-1].Number+1 || filledCells(rows[at-1]) == 1
	if h.score < 2 || 2*h.known < filledCells(row) || !m.isHeader(h) || h.check(m) != nil || m.isNamed(texts, above, begins) {
		return header{}, false
	}
	return h, !slices.EqualFunc(h.columns, above.columns, func(a, b Column) bool { return a.Field == b.Field })
}

// isNamed tells whether a row is one of the table above by its name, which is no heading: nothing divides it from that table, or it names an organisation, or
// something else in it is a value. Words that stand above columns are values, too: A AB;Medlem;Aktiv. So is one that names nobody and tells values alone.
func (m mapping) isNamed(row []string, above header, divided bool) bool {
	named, values, filled := "", 0, 0
	for i, text := range row {
		if text == "" {
			continue
		}
		filled++
		if i >= len(above.columns) || above.columns[i].Field == "" {
			continue
		}
		_, heading := m.meaning(text)
		switch field := above.columns[i].Field; {
		case field == FieldLegalName && !heading:
			named = text
		case field == FieldRole && memberRoles()[registry.Fold(text)] != "", field == FieldStatus && standingOf(text) != standingUnknown, !heading:
			values++
		}
	}
	if named == "" {
		return values == filled
	}
	return !divided || values > 0 || namesOrganisation(named)
}

// unknownHeadings gives what stands above the columns that are not read.
func (h header) unknownHeadings() string {
	var all []string
	for _, column := range h.columns {
		if column.Field == "" && column.Heading != "" {
			all = append(all, column.Heading)
		}
	}
	return strings.Join(all, ", ")
}

// isNoHeading tells a cell that is none at a glance: a number, a day, or a text that begins as they do.
func isNoHeading(c sheet.Cell) bool {
	return c != (sheet.Cell{}) && (c.Kind != sheet.Text || strings.TrimLeft(c.Text, "0123456789+") != c.Text)
}

// repeatedBy tells whether a row says the headings again, as lists do that were made for printing: one line of them, where there are two.
func (h header) repeatedBy(m mapping, row sheet.Row) bool {
	return slices.ContainsFunc(h.lines, func(line []string) bool { return h.repeatsLine(line, row) }) || !slices.ContainsFunc(row.Cells, isNoHeading) && h.namesSameFields(m, row)
}

// namesSameFields tells whether a row says in other words what the columns mean: several of them, and nothing else in those that are read.
func (h header) namesSameFields(m mapping, row sheet.Row) bool {
	same := 0
	for i, cell := range row.Cells {
		if i >= len(h.columns) || h.columns[i].Field == "" || cell.Text == "" {
			continue
		}
		if means, known := m.meaning(cell.Text); !known || means.field != h.columns[i].Field {
			return false
		}
		same++
	}
	return same > 1
}

// repeatsLine tells whether a row says a line of headings again, as far as it says anything in the columns that are read.
func (h header) repeatsLine(line []string, row sheet.Row) bool {
	same := 0
	for i, cell := range row.Cells {
		if i >= len(h.columns) || h.columns[i].Field == "" || cell.Text == "" {
			continue
		}
		if i >= len(line) || registry.Fold(cell.Text) != registry.Fold(line[i]) {
			return false
		}
		same++
	}
	return same > 0
}
