// Package lists reads lists that people keep in spreadsheets: finds out by the headings what each column tells, reads each row as far as
// it can be read, and judges it beside what the registry holds. It writes nothing, and decides nothing that people should.
package lists

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/sheet"
)

// List is what a list tells, row by row.
type List struct {
	Sheet   string   // the sheet that was read; empty for a text file
	Columns []Column // from left to right
	Notes   []string // sentences for people about the file as a whole
	Rows    []Row    // from top to bottom
}

// Column is one column of the list.
type Column struct {
	Column  string // as spreadsheet programs name it: B
	Heading string
	Field   Field  // empty for a column that is not read
	Note    string // why it is not read
}

// Row is one row of the list as far as it can be read. It is refused when one of its problems refuses it.
type Row struct {
	Number      int // counted from 1, as spreadsheet programs show it
	Values      map[Field]Value
	Identifiers []registry.Identifier
	Problems    []Problem // ordered by code and cell
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
func (k *kind) readList(file io.ReaderAt, size int64, headings map[string]string) (*List, error) {
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
	list := &List{Sheet: sheets[at].Name, Columns: head.columns, Notes: sheetNotes(sheets, at)}
	for row, err := range sheets[at].Rows() {
		if err != nil {
			return nil, err
		}
		if row.Number > head.last && !head.repeatedBy(row) {
			list.read(k, row, head, sheets[at])
		}
	}
	return list, nil
}

// findSheet finds the first sheet with a row of headings.
func (m mapping) findSheet(sheets []sheet.Sheet) (at int, head header, err error) {
	for i, s := range sheets {
		top, err := topOf(s)
		if err != nil {
			return 0, header{}, err
		}
		head, found, err := m.find(top)
		if err != nil || found {
			return i, head, err
		}
	}
	return 0, header{}, fault.New(fault.BadInput, "None of the first %d rows says what the columns are. Put headings such as Organisationsnummer, Namn and Kommun in one row above the list, or say by a map what each heading means.", headerWithin)
}

// topOf gives the rows among which the headings must be.
func topOf(s sheet.Sheet) ([]sheet.Row, error) {
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

// sheetNotes names the sheets that were not read.
func sheetNotes(sheets []sheet.Sheet, at int) []string {
	if len(sheets) == 1 {
		return nil
	}
	var others []string
	for i, s := range sheets {
		if i != at {
			others = append(others, s.Name)
		}
	}
	return []string{"Only the sheet " + sheets[at].Name + " was read, the first that has headings; not " + strings.Join(others, ", ") + "."}
}

// read reads one row, unless it has nothing in the columns that are read.
func (l *List) read(k *kind, row sheet.Row, head header, s sheet.Sheet) {
	r := &rowReader{kind: k, row: Row{Number: row.Number, Values: map[Field]Value{}}}
	for i, content := range row.Cells {
		if i < len(head.columns) && head.columns[i].Field != "" && content != (sheet.Cell{}) {
			r.cells = append(r.cells, cell{Cell: content, field: head.columns[i].Field, reference: sheet.Reference(i+1, row.Number), dates: s.Dates})
		}
	}
	if len(r.cells) == 0 {
		return
	}
	if isText := s.Name == ""; isText && len(row.Cells) > len(head.columns) {
		r.refuse(BeyondHeadings, sheet.Reference(len(row.Cells), row.Number), "The row has more cells than there are headings, so its values may stand in the wrong columns.",
			"Look for a delimiter inside a value, and put that value in quotation marks.")
		r.cells = nil
	}
	l.Rows = append(l.Rows, r.read())
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
}

// rowReader reads one row.
type rowReader struct {
	kind  *kind
	row   Row
	cells []cell
}

// read reads the cells of a row in the order of the fields, so that the order of the columns decides nothing.
func (r *rowReader) read() Row {
	slices.SortStableFunc(r.cells, func(a, b cell) int { return r.kind.order(a.field) - r.kind.order(b.field) })
	for _, c := range r.cells {
		if r.usable(c) {
			r.kind.known(c.field).read(r, c)
		}
	}
	r.kind.whole(r)
	slices.SortFunc(r.row.Problems, compareProblems)
	return r.row
}

// damagedLetters is what is left of å, ä, ö, æ and ø when UTF-8 was read as Latin-1, or a letter was not to be had.
var damagedLetters = regexp.MustCompile("\ufffd|Ã[\u0080-\u00bf…„–†˜]")

// usable refuses what cannot be read, whatever field it is.
func (r *rowReader) usable(c cell) bool {
	unfit := registry.CheckText(registry.Plain(c.Text), false, registry.MaxName)
	switch {
	case c.Kind == sheet.Broken:
		r.refuse(NoValue, c.reference, "The cell holds no value that can be used: "+clipped(c.Text)+".",
			"Open the file in a spreadsheet program, mend the cell or replace its formula by the result, and save it.")
	case unfit != nil:
		r.refuse(TooLong, c.reference, unfit.Error(), "Move it elsewhere, or look for a quotation mark that is not closed.")
	case damagedLetters.MatchString(c.Text):
		r.refuse(DamagedLetters, c.reference, "Letters of this text were lost when the file was saved or converted: "+clipped(c.Text)+".", "Correct the letters, and save the file as .xlsx or as .csv in UTF-8.")
	default:
		return true
	}
	r.row.Values[c.field] = Value{Cell: c.reference}
	return false
}

// set takes down what a cell means.
func (r *rowReader) set(c cell, value string) {
	r.row.Values[c.field] = Value{Cell: c.reference, Text: c.Text, Value: value}
}

// follow takes down what one field means for another.
func (r *rowReader) follow(field, from Field, value string) {
	r.row.Values[field] = Value{Cell: r.row.Values[from].Cell, Value: value}
}

func (r *rowReader) refuse(code ProblemCode, cell, sentence, suggestion string) {
	r.row.Problems = append(r.row.Problems, Problem{Code: code, Cell: cell, Sentence: sentence, Suggestion: suggestion, Refuses: true})
}

func (r *rowReader) note(code ProblemCode, cell, sentence, suggestion string) {
	r.row.Problems = append(r.row.Problems, Problem{Code: code, Cell: cell, Sentence: sentence, Suggestion: suggestion})
}

// Refused tells whether the row cannot be taken, whatever the registry holds.
func (r Row) Refused() bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Refuses })
}

// value gives what the row says of a field, "" when it says nothing that can be read.
func (r Row) value(field Field) string { return r.Values[field].Value }

// ruleOf gives the rule that a fault says is broken.
func ruleOf(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Rule
	}
	return ""
}

func clipped(text string) string {
	const enough = 60
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + " …"
	}
	return text
}
