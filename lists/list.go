// Package lists reads lists that people keep in spreadsheets: finds out by the headings what each column tells, reads each row as far as
// it can be read, and says what is doubtful in the language of whoever reads it. It knows nothing of what the registry holds.
package lists

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/sheet"
)

// List is what a list tells, row by row.
type List struct {
	Sheet   string   // the sheet that was read; empty for a text file
	Others  []string // the workbook's other sheets, which were not read
	Columns []Column // from left to right
	Rows    []Row    // from top to bottom

	notes notes // what is told once of many rows
}

// Column is one column of the list.
type Column struct {
	Column  string `json:"column"` // as spreadsheet programs name it: B
	Heading string `json:"heading"`
	Field   Field  `json:"field,omitempty"` // empty for a column that is not read
	Note    Remark `json:"why"`             // why it is not read
}

// Row is one row of the list as far as it can be read. It is refused when one of its problems refuses it.
type Row struct {
	Number      int // counted from 1, as spreadsheet programs show it
	Values      map[Field]Value
	Identifiers []registry.Identifier
	Elsewhere   []registry.Identifier // what its number is in the registers of other countries than the one told
	Problems    []Problem             // ordered by code and cell
}

// Value is what a row says of one field.
type Value struct {
	Cell  string // where it stands: B12; for what follows from another cell, that one
	Text  string // as the file has it; empty for a number that is refused, since it may be a person's
	Value string // what it means, as the API writes it; empty when it cannot be read
}

// readList reads a list of a kind from a workbook or a text file of so many bytes. Headings says what columns mean that are not known by
// their heading: a field by heading, the empty field for a column that is not to be read. A file that is no such list is BAD_INPUT as a
// whole; what is wrong with a row is among its problems.
func (k *listKind) readList(file io.ReaderAt, size int64, headings map[string]string) (*List, error) {
	sheets, err := sheet.Read(file, size)
	if err != nil {
		return nil, err
	}
	m, err := k.mapped(headings)
	if err != nil {
		return nil, err
	}
	at, head, err := m.findSheet(sheets)
	if err != nil {
		return nil, err
	}
	var rows []sheet.Row
	for row, err := range sheets[at].Rows() {
		if err != nil {
			return nil, err
		}
		if row.Number > head.last {
			rows = append(rows, row)
		}
	}
	head.nameByContent(m, rows)
	list := &List{Sheet: sheets[at].Name, Others: othersThan(sheets, at), Columns: head.columns}
	list.readRows(m, rows, head, sheets[at])
	return list, nil
}

// readRows reads the rows below the headings. What stands between them as a heading is no row of the list.
func (l *List) readRows(m mapping, rows []sheet.Row, head header, s sheet.Sheet) {
	part := listPart{head: head, dayFirst: columnsOfDaysFirst(rows)}
	for at, row := range rows {
		l.noteDamagedCells(row, part.head)
		if !l.opensPart(m, rows, at, &part) {
			l.readRow(m.listKind, row, part, s)
		}
	}
}

// IsBareName tells whether the row tells nothing but a name, as a heading between the members would.
func (r Row) IsBareName() bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code == OnlyAName })
}

// listPart is what holds of the rows below a heading.
type listPart struct {
	head     header
	dayFirst map[int]bool // in which columns days stand before their months
	under    string       // what stands above them, where it says how they stand
	stands   standing     // to the network
}

// opensPart tells whether a row is none of the list's: headings said again, or those of another table below, a heading of the rows below it, or a
// remark. It takes that down.
func (l *List) opensPart(m mapping, rows []sheet.Row, at int, part *listPart) bool {
	row, number := rows[at], strconv.Itoa(rows[at].Number)
	other, another := m.headerOfAnother(rows, at, part.head)
	switch {
	case part.head.repeatedBy(m, row):
		l.notes.add(RepeatedHeadings, row.Number, number)
		return true
	case another:
		l.notes.add(RepeatedHeadings, row.Number, number)
		part.head = other
		if text := other.unknownHeadings(); standingOf(text) != standingUnknown { // else what stands above them holds of these rows, too
			part.begin(text)
		}
		return true
	case !m.dividesRows():
		return false
	}
	if text, is := isRemark(row); is {
		l.notes.add(Remarks, row.Number, number+" "+strconv.Quote(Clipped(address.ReplaceAllString(text, "…"))))
		return true
	}
	text, is := isSubheading(rows, at)
	if is {
		l.notes.add(Subheadings, row.Number, number+" "+strconv.Quote(Clipped(text)))
		part.begin(text)
	}
	return is
}

// begin takes down how the rows below a text stand.
func (p *listPart) begin(text string) { p.stands, p.under = standingOf(text), text }

// noteDamagedCells takes down which cells in columns that are not read have control characters. Of what stands there only those are told: it
// may be about a person.
func (l *List) noteDamagedCells(row sheet.Row, head header) {
	for i, c := range row.Cells {
		if c.Kind == sheet.Damaged && (i >= len(head.columns) || head.columns[i].Field == "") {
			l.notes.add(DamagedCells, row.Number, sheet.Reference(i+1, row.Number)+" "+strays(c.Text))
		}
	}
}

// strays gives the control characters of a text, as programmers write them.
func strays(text string) string {
	return strings.Trim(strconv.Quote(strings.Map(func(r rune) rune {
		if r < ' ' && !unicode.IsSpace(r) || r == '\x7f' {
			return r
		}
		return -1
	}, text)), `"`)
}

// Notes tell once what is the matter with many rows, of which some repeat others: the numbers of those are given.
func (l *List) Notes(repeats []int) []Note {
	all := notes{}
	for _, row := range repeats {
		all.add(RepeatedRows, row, strconv.Itoa(row))
	}
	return append(all.inOrder(), l.notes.inOrder()...)
}

// findSheet finds the first sheet with a row of headings.
func (m mapping) findSheet(sheets []sheet.Sheet) (at int, head header, err error) {
	filled, damaged := false, false
	for i, s := range sheets {
		top, err := topRows(s)
		if err != nil {
			return 0, header{}, err
		}
		head, found, err := m.findHeader(top)
		if err != nil || found {
			return i, head, err
		}
		filled = filled || len(top) > 0
		damaged = damaged || slices.ContainsFunc(top, isDamaged)
	}
	return 0, header{}, m.withoutHeadings(filled, damaged)
}

// withoutHeadings says why no headings were found, as far as that can be seen.
func (m mapping) withoutHeadings(filled, damaged bool) error {
	switch {
	case !filled:
		return refuse("file.blank", nil)
	case damaged:
		return refuse("file.headingsDamaged", nil)
	}
	return refuse("file.noHeadings", About{"rows": strconv.Itoa(headerWithin), "example": m.example})
}

// topRows gives the rows among which the headings must be.
func topRows(s sheet.Sheet) ([]sheet.Row, error) {
	var top []sheet.Row
	for row, err := range s.Rows() {
		if err != nil {
			return nil, err
		}
		if top = append(top, row); len(top) == headerWithin {
			break
		}
	}
	return top, nil
}

// othersThan names the sheets that were not read.
func othersThan(sheets []sheet.Sheet, at int) []string {
	var others []string
	for i, s := range sheets {
		if i != at {
			others = append(others, s.Name)
		}
	}
	return others
}

// readRow reads one row, unless it has nothing in the columns that are read.
func (l *List) readRow(k *listKind, row sheet.Row, part listPart, s sheet.Sheet) {
	head := part.head
	r := &rowReader{kind: k, row: Row{Number: row.Number, Values: map[Field]Value{}}, stands: part.stands, standsBy: part.under}
	for i, content := range row.Cells {
		if i < len(head.columns) && head.columns[i].Field != "" && content != (sheet.Cell{}) {
			r.cells = append(r.cells, cell{Cell: content, field: head.columns[i].Field, reference: sheet.Reference(i+1, row.Number), dates: s.Dates, dayFirst: part.dayFirst[i]})
		}
	}
	if len(r.cells) == 0 {
		return
	}
	r.inRemark = remarkOfLeaving(row, head)
	if isText := s.Name == ""; isText && len(row.Cells) > len(head.columns) {
		r.refuse(Problem{Code: BeyondHeadings, Cell: sheet.Reference(len(row.Cells), row.Number)})
		r.cells = nil
	}
	l.Rows = append(l.Rows, r.readCells())
}

// Locator says where in the file a value stands.
func (l *List) Locator(v Value) string {
	if l.Sheet == "" {
		return "cell " + v.Cell
	}
	return fmt.Sprintf("sheet %s, cell %s", l.Sheet, v.Cell)
}

// cell is one cell of a row that means something.
type cell struct {
	sheet.Cell
	field     Field
	reference string
	dates     sheet.DateSystem
	dayFirst  bool // in its column
}

// rowReader reads one row.
type rowReader struct {
	kind     *listKind
	row      Row
	cells    []cell
	stands   standing // by what stands above the row, or in it
	standsBy string   // the text that says so
	inName   string   // a number that stands with the name
	inRemark cell     // a word in a remark that may tell how the member stands
}

// readCells reads the cells of a row in the order of the fields, so that the order of the columns decides nothing.
func (r *rowReader) readCells() Row {
	slices.SortStableFunc(r.cells, func(a, b cell) int { return r.kind.fieldOrder(a.field) - r.kind.fieldOrder(b.field) })
	for _, c := range r.cells {
		if r.usable(c) {
			r.kind.fieldNamed(c.field).read(r, c)
		}
	}
	if r.kind.fieldNamed(FieldNumber) != nil {
		r.readNumberInName()
	}
	r.kind.whole(r)
	slices.SortFunc(r.row.Problems, CompareProblems)
	return r.row
}

// damagedLetters is what is left of å, ä, ö, æ and ø when UTF-8 was read as Latin-1, or a letter was not to be had.
var damagedLetters = regexp.MustCompile("\ufffd|Ã[\u0080-\u00bf…„–†˜]")

func isDamaged(row sheet.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c sheet.Cell) bool { return damagedLetters.MatchString(c.Text) })
}

// usable tells whether a cell can be read, whatever field it is. One that cannot refuses its row, unless that can do without the field.
func (r *rowReader) usable(c cell) bool {
	p, unfit := r.whyUnusable(c)
	if !unfit {
		return true
	}
	p.Cell, p.Refuses = c.reference, !r.kind.fieldNamed(c.field).spared
	r.addProblem(p)
	r.row.Values[c.field] = Value{Cell: c.reference}
	return false
}

// whyUnusable says what is the matter with a cell that cannot be read. Of a number that may be a person's, only what does not belong is told.
func (r *rowReader) whyUnusable(c cell) (p Problem, unfit bool) {
	text := About{"text": Clipped(c.Text)}
	switch broken := ruleOf(registry.CheckText(registry.Plain(c.Text), false, registry.MaxName)); {
	case c.Kind == sheet.Broken && c.Text == "":
		return Problem{Code: NoValue, Case: "missing"}, true
	case c.Kind == sheet.Broken:
		return Problem{Code: NoValue, About: text}, true
	case c.Kind == sheet.Damaged && isNumber(c.field):
		return Problem{Code: UnreadableCharacters, About: About{"text": strays(c.Text)}}, true
	case c.Kind == sheet.Damaged, broken == registry.RuleReadable:
		return Problem{Code: UnreadableCharacters, About: About{"text": strings.Trim(strconv.Quote(Clipped(c.Text)), `"`)}}, true
	case broken == registry.RuleLength:
		return Problem{Code: TooLong, About: About{"most": strconv.Itoa(registry.MaxName)}}, true
	case damagedLetters.MatchString(c.Text):
		return Problem{Code: DamagedLetters, About: text}, true
	}
	return Problem{}, false
}

// setValue takes down what a cell means.
func (r *rowReader) setValue(c cell, value string) {
	r.row.Values[c.field] = Value{Cell: c.reference, Text: c.Text, Value: value}
}

// setFollowing takes down what one field means for another.
func (r *rowReader) setFollowing(field, from Field, value string) {
	r.row.Values[field] = Value{Cell: r.row.Values[from].Cell, Value: value}
}

func (r *rowReader) refuse(p Problem) {
	p.Refuses = true
	r.addProblem(p)
}

func (r *rowReader) addProblem(p Problem) { r.row.Problems = append(r.row.Problems, p) }

// Refused tells whether the row cannot be taken, whatever the registry holds.
func (r Row) Refused() bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Refuses })
}

// Refusal is the error of a row that cannot be taken, where one such row is enough to refuse the whole list; nil for any other.
func (r Row) Refusal() error {
	for _, p := range r.Problems {
		if p.Refuses {
			return fault.New(fault.BadInput, "%s", strings.TrimSpace(p.Cell+": "+p.Sentence("en")+" "+p.Suggestion("en")))
		}
	}
	return nil
}

// Value gives what the row says of a field, as the API writes it; "" when it says nothing that can be read.
func (r Row) Value(field Field) string { return r.Values[field].Value }

// ruleOf gives the rule that a fault says is broken.
func ruleOf(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Rule
	}
	return ""
}

// Clipped gives the beginning of a text that is told of.
func Clipped(text string) string { return clippedTo(text, 60) }

func clippedTo(text string, enough int) string {
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + " …"
	}
	return text
}
