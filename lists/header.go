package lists

import (
	"maps"
	"slices"
	"strings"

	"partnernet/registry"
	"partnernet/sheet"
)

// headerWithin is among how many rows, from the first that is not blank, the headings must be.
const headerWithin = 20

// header is the row that says what the columns are, or the two rows that do so together.
type header struct {
	columns   []Column
	lines     [][]string // what stands in its row, or in both
	last      int        // the number of its last row
	score     int        // how many fields it names
	known     int        // how many of its columns have a heading that is known
	explained bool       // somebody has said what one of its headings means
	remarks   []int      // where its columns of remarks are
}

// mapping is what headings of one kind of list mean: those that are known, and those that somebody has said it of, by their folded text.
type mapping struct {
	*listKind
	mappedHeadings map[string]mappedHeading
}

// mappedHeading is what somebody says of a heading: the empty field for a column that is to be left out.
type mappedHeading struct {
	heading string
	field   Field
}

// mapped reads what somebody says that headings mean.
func (k *listKind) mapped(headings map[string]string) (mapping, error) {
	m := mapping{k, map[string]mappedHeading{}}
	for _, heading := range slices.Sorted(maps.Keys(headings)) {
		field := Field(headings[heading])
		if field != "" && k.fieldNamed(field) == nil {
			about := About{"heading": Clipped(heading), "field": Clipped(string(field)), "fields": k.fieldNames()}
			return m, refuse("file.mapField", about).At("map")
		}
		other, twice := m.mappedHeadings[foldHeading(heading)]
		if twice && other.field != field {
			return m, refuse("file.mapTwice", About{"heading": Clipped(heading), "other": Clipped(other.heading)}).At("map")
		}
		m.mappedHeadings[foldHeading(heading)] = mappedHeading{heading, field}
	}
	return m, nil
}

// meaning tells what a heading means; known is false when nothing says.
func (m mapping) meaning(heading string) (means meaning, known bool) {
	if mapped, ok := m.mappedHeadings[foldHeading(heading)]; ok {
		return meaning{field: mapped.field}, true
	}
	outside, inside := inBrackets.ReplaceAllString(heading, " "), strings.Trim(inBrackets.FindString(heading), "()[]")
	for _, text := range []string{heading, outside, inside} {
		if means, known := m.meanings()[foldHeading(text)]; known {
			return means, true
		}
	}
	return m.commonMeaning(strings.Split(outside, "/"))
}

// commonMeaning tells what a heading means that says the same twice, in two words or two languages: "Organisation / Organisasjon". What is not known of it
// says the rest.
func (m mapping) commonMeaning(parts []string) (common meaning, known bool) {
	for _, part := range parts {
		means, knownPart := m.meanings()[foldHeading(part)]
		if !knownPart {
			continue
		}
		if known && means.field != common.field {
			return meaning{}, false
		}
		common, known = means, true
	}
	return common, known && len(parts) > 1
}

// findHeader finds the row, or the two rows, that name the most fields.
func (m mapping) findHeader(top []sheet.Row) (best header, found bool, err error) {
	for i, row := range top {
		upper := cellTexts(row)
		if found && m.isNamed(upper, best, true) {
			continue
		}
		candidates := []header{m.header(upper, row.Number, upper)}
		if i+1 < len(top) && top[i+1].Number == row.Number+1 {
			lower := cellTexts(top[i+1])
			if both := m.header(m.mergedLines(upper, lower), row.Number+1, upper, lower); m.isLine(lower, both) {
				candidates = append(candidates, both)
			}
		}
		for _, candidate := range candidates {
			if candidate.score > best.score && m.isHeader(candidate) {
				best, found = candidate, true
			}
		}
	}
	if found {
		err = best.check(m)
	}
	return best, found, err
}

// isLine tells whether a row is a line of headings, and not the first row of the list: most of what stands in it is part of a heading that is known, and
// nothing below the heading of the names is a name.
func (m mapping) isLine(line []string, h header) bool {
	filled, known := 0, 0
	for i, text := range line {
		if text == "" {
			continue
		}
		filled++
		if _, means := m.meaning(h.columns[i].Heading); means && strings.HasSuffix(h.columns[i].Heading, text) {
			known++
		} else if _, heading := m.meaning(text); !heading && h.columns[i].Field == FieldLegalName && inBrackets.ReplaceAllString(text, "") != "" {
			return false
		}
	}
	return 2*known >= filled
}

func cellTexts(row sheet.Row) []string {
	all := make([]string, len(row.Cells))
	for i, cell := range row.Cells {
		all[i] = registry.Plain(cell.Text)
	}
	return all
}

// mergedLines puts two lines of headings together. A cell that is merged over several columns has its text in the first of them, and those
// below it say the rest ("Medlem" over "från" and "till"); one that is merged over both lines has nothing below it.
func (m mapping) mergedLines(upper, lower []string) []string {
	width := max(len(upper), len(lower))
	upper = append(slices.Clone(upper), make([]string, width-len(upper))...)
	lower = append(slices.Clone(lower), make([]string, width-len(lower))...)
	all, over := make([]string, width), ""
	for i := range width {
		if upper[i] != "" {
			over = upper[i]
		}
		both := strings.TrimSpace(over + " " + lower[i])
		_, bothKnown := m.meaning(both)
		_, upperKnown := m.meaning(upper[i])
		switch {
		case lower[i] != "" && bothKnown:
			all[i] = both
		case lower[i] == "" || upperKnown && !isBand(upper, lower, i):
			all[i] = upper[i]
		default:
			all[i] = lower[i]
		}
	}
	return all
}

// isBand tells whether a heading stands over several columns that each have one of their own below it.
func isBand(upper, lower []string, at int) bool {
	return at+1 < len(upper) && upper[at] != "" && upper[at+1] == "" && lower[at] != "" && lower[at+1] != ""
}

// header reads headings. A vague one that another column says better means nothing.
func (m mapping) header(headings []string, last int, lines ...[]string) header {
	h := header{last: last, lines: lines}
	certain, better := map[Field]bool{}, map[Field]string{}
	for i, heading := range headings {
		means, known := m.meaning(heading)
		column := Column{Column: sheet.ColumnName(i + 1), Heading: heading, Field: means.field, Note: m.whyNotRead(heading, means, known)}
		if known {
			h.known++
		}
		if !means.vague && means.field != "" && better[means.field] == "" {
			better[means.field] = column.Column
		}
		_, mapped := m.mappedHeadings[foldHeading(heading)]
		h.explained = h.explained || mapped
		certain[column.Field] = true
		h.columns = append(h.columns, column)
		if remarkHeadings[foldHeading(heading)] {
			h.remarks = append(h.remarks, i)
		}
	}
	for i, column := range h.columns {
		means, _ := m.meaning(column.Heading)
		if at := better[column.Field]; means.vague && at != "" {
			h.columns[i].Field, h.columns[i].Note = "", Remark{"column.vague", About{"column": at}}
		}
	}
	delete(certain, "")
	h.score = len(certain)
	m.readQuestions(&h)
	return h
}

// nameByContent takes a column for that of the names whose heading is not known, where no other has them: one in which most of what stands names companies,
// public bodies or associations.
func (h *header) nameByContent(m mapping, rows []sheet.Row) {
	if m.fieldNamed(FieldLegalName) == nil || slices.ContainsFunc(h.columns, func(c Column) bool { return c.Field == FieldLegalName }) {
		return
	}
	for i, column := range h.columns {
		if column.Note.Text != "column.unknown" {
			continue
		}
		filled, named := 0, 0
		for _, row := range rows {
			if i >= len(row.Cells) || row.Cells[i].Text == "" {
				continue
			}
			filled++
			if namesOrganisation(row.Cells[i].Text) {
				named++
			}
		}
		if 2*named > filled {
			h.columns[i].Field, h.columns[i].Note = FieldLegalName, Remark{Text: "column.byContent"}
			return
		}
	}
}

// whyNotRead says why a column is not read, and nothing of one that is.
func (m mapping) whyNotRead(heading string, means meaning, known bool) Remark {
	switch {
	case heading == "":
		return Remark{}
	case means.personal:
		return Remark{Text: "column.personal"}
	case !known:
		return Remark{"column.unknown", About{"fields": m.fieldNames()}}
	case means.field == "":
		return Remark{Text: "column.leftOut"}
	}
	return Remark{}
}

// isHeader tells whether the headings are those of such a list. A single known one among others is not enough: it may be a value.
func (m mapping) isHeader(h header) bool {
	filled, about := 0, false
	for _, column := range h.columns {
		if column.Heading != "" {
			filled++
		}
		about = about || slices.Contains(m.about, column.Field)
	}
	return about && (h.known > 1 || h.explained || filled == 1)
}

// check refuses headings that do not tell which column a field is in, and a map that does not fit them.
func (h header) check(m mapping) error {
	columns := map[Field]Column{}
	left := maps.Clone(m.mappedHeadings)
	var headings []string
	for _, column := range h.columns {
		delete(left, foldHeading(column.Heading))
		headings = append(headings, column.Heading)
		if other, twice := columns[column.Field]; twice && column.Field != "" {
			about := About{"column": other.Column, "heading": Clipped(other.Heading), "other": column.Column, "otherHeading": Clipped(column.Heading), "field": string(column.Field)}
			return refuse("file.twoColumns", about).At("map")
		}
		columns[column.Field] = column
	}
	for _, heading := range slices.Sorted(maps.Keys(left)) {
		about := About{"heading": Clipped(left[heading].heading), "headings": clippedTo(strings.Join(headings, ", "), 1000)}
		return refuse("file.mapHeading", about).At("map")
	}
	return nil
}
