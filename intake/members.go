package intake

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/sheet"
)

// MemberList is what a list of a network's members tells, row by row. What it means beside what the registry holds, Judge tells.
type MemberList struct {
	Sheet   string         // the sheet that was read; empty for a text file
	Columns []MemberColumn // from left to right
	Notes   []string       // sentences for people about the file as a whole
	Rows    []MemberRow    // from top to bottom
}

// MemberColumn is one column of the list.
type MemberColumn struct {
	Column  string // as spreadsheet programs name it: B
	Heading string
	Field   MemberField // empty for a column that is not read
	Note    string      // why it is not read
}

// MemberRow is one row of the list as far as it can be read. It is refused when one of its problems refuses it.
type MemberRow struct {
	Row         int
	Values      map[MemberField]MemberValue
	Identifiers []registry.Identifier
	Problems    []Problem // ordered by code and cell
}

// MemberValue is what a row says of one field.
type MemberValue struct {
	Cell  string // where it stands: B12; for what follows from another cell, that one
	Text  string // as the file has it; empty for a number that is refused, since it may be a person's
	Value string // what it means, as the API writes it; empty when it cannot be read
}

// Problem is something about a row that people should know.
type Problem struct {
	Code       ProblemCode
	Cell       string // B12; empty when it is about the whole row
	Sentence   string // what is wrong
	Suggestion string // what to do; empty when there is nothing to do
	Refuses    bool   // the row is not taken; otherwise it is, without the value that the problem is about
}

// ReadMembers reads a member list from a workbook or a text file of so many bytes. Headings says what columns mean that are not known by
// their heading: a field by heading, the empty field for a column that is not to be read. A file that is no list of members is BAD_INPUT
// as a whole; what is wrong with a row is among its problems.
func ReadMembers(file io.ReaderAt, size int64, headings map[string]string) (*MemberList, error) {
	sheets, err := sheet.Read(file, size)
	if err != nil {
		return nil, err
	}
	m, err := readMapping(headings)
	if err != nil {
		return nil, err
	}
	at, head, err := findMembers(sheets, m)
	if err != nil {
		return nil, err
	}
	list := &MemberList{Sheet: sheets[at].Name, Columns: head.columns, Notes: sheetNotes(sheets, at)}
	for row, err := range sheets[at].Rows() {
		if err != nil {
			return nil, err
		}
		if row.Number > head.last && !head.repeatedBy(row) {
			list.read(row, head, sheets[at])
		}
	}
	return list, nil
}

// findMembers finds the first sheet with a row of headings.
func findMembers(sheets []sheet.Sheet, m mapping) (at int, head header, err error) {
	for i, s := range sheets {
		top, err := topOf(s)
		if err != nil {
			return 0, header{}, err
		}
		head, found, err := findHeader(top, m)
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
func (l *MemberList) read(row sheet.Row, head header, s sheet.Sheet) {
	r := &memberReader{row: MemberRow{Row: row.Number, Values: map[MemberField]MemberValue{}}}
	for i, cell := range row.Cells {
		if i < len(head.columns) && head.columns[i].Field != "" && cell != (sheet.Cell{}) {
			r.cells = append(r.cells, memberCell{Cell: cell, field: head.columns[i].Field, reference: sheet.Reference(i+1, row.Number), dates: s.Dates})
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

// memberCell is one cell of a row that means something.
type memberCell struct {
	sheet.Cell
	field     MemberField
	reference string
	dates     sheet.DateSystem
}

// memberReader reads one row.
type memberReader struct {
	row   MemberRow
	cells []memberCell
}

// read reads the cells of a row in the order of the fields, so that the order of the columns decides nothing.
func (r *memberReader) read() MemberRow {
	slices.SortStableFunc(r.cells, func(a, b memberCell) int {
		return slices.Index(memberFields, a.field) - slices.Index(memberFields, b.field)
	})
	for _, cell := range r.cells {
		if r.usable(cell) {
			memberReaders[cell.field](r, cell)
		}
	}
	r.whole()
	slices.SortFunc(r.row.Problems, compareProblems)
	return r.row
}

// usable refuses what cannot be read, whatever field it is.
func (r *memberReader) usable(c memberCell) bool {
	switch {
	case c.Kind == sheet.Broken:
		r.refuse(NoValue, c.reference, "The cell holds no value that can be used: "+clipped(c.Text)+".",
			"Open the file in a spreadsheet program, mend the cell or replace its formula by the result, and save it.")
	case utf8.RuneCountInString(c.Text) > maxTextRunes:
		r.refuse(TooLong, c.reference, "The cell has a text that is far too long for this column.", "Move it elsewhere, or look for a quotation mark that is not closed.")
	case damagedLetters.MatchString(c.Text):
		r.refuse(DamagedLetters, c.reference, "Letters of this text were lost when the file was saved or converted: "+clipped(c.Text)+".", "Correct the letters, and save the file as .xlsx or as .csv in UTF-8.")
	default:
		return true
	}
	r.row.Values[c.field] = MemberValue{Cell: c.reference}
	return false
}

// set takes down what a cell means.
func (r *memberReader) set(c memberCell, value string) {
	r.row.Values[c.field] = MemberValue{Cell: c.reference, Text: c.Text, Value: value}
}

func (r *memberReader) refuse(code ProblemCode, cell, sentence, suggestion string) {
	r.row.Problems = append(r.row.Problems, Problem{Code: code, Cell: cell, Sentence: sentence, Suggestion: suggestion, Refuses: true})
}

func (r *memberReader) note(code ProblemCode, cell, sentence, suggestion string) {
	r.row.Problems = append(r.row.Problems, Problem{Code: code, Cell: cell, Sentence: sentence, Suggestion: suggestion})
}

// Refused tells whether the row cannot be taken, whatever the registry holds.
func (r MemberRow) Refused() bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Refuses })
}

// value gives what the row says of a field, "" when it says nothing that can be read.
func (r MemberRow) value(field MemberField) string { return r.Values[field].Value }

// period is when the row says that the membership holds.
func (r MemberRow) period() registry.Period {
	return registry.Period{From: dayOf(r.value(FieldValidFrom)), To: dayOf(r.value(FieldValidTo))}
}

// dayOf reads a day as values have it, nil for none.
func dayOf(value string) *registry.Date {
	day, err := registry.ParseDate(value)
	if err != nil {
		return nil
	}
	return &day
}

func clipped(text string) string {
	const enough = 60
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + " …"
	}
	return text
}
