package intake

import (
	"io"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/sheet"
)

// headings are the words that people write above the columns of a list, by the field that they mean. They are compared folded.
type headings map[string][]string

// column is a column's meaning: a field, and where a list has several columns of one field the number in its heading.
type column struct {
	field string
	group int
}

// tableRow is one row of a list below its headings.
type tableRow struct {
	number int // in the file, counted from 1
	values map[column]string
}

// table is a list whose columns are recognised.
type table struct {
	rows    []tableRow
	ignored []string // headings that mean nothing here
}

// headingRows is how far down the headings may stand: lists begin with titles and remarks.
const headingRows = 20

// readTable reads the first sheet that has all the required fields among its headings.
func readTable(file io.ReaderAt, size int64, known headings, required ...string) (table, error) {
	sheets, err := sheet.Read(file, size)
	if err != nil {
		return table{}, err
	}
	for _, s := range sheets {
		t, found, err := known.read(s, required)
		if found || err != nil {
			return t, err
		}
	}
	var words []string
	for _, field := range required {
		words = append(words, strings.Join(known[field], " or "))
	}
	return table{}, fault.New(fault.BadInput, "No row among the first %d has the headings of such a list. It needs a column for each of: %s.", headingRows, strings.Join(words, "; "))
}

func (h headings) read(s sheet.Sheet, required []string) (table, bool, error) {
	var t table
	var columns []column
	seen := 0
	for row, err := range s.Rows() {
		if err != nil {
			return t, false, err
		}
		if columns != nil {
			t.rows = append(t.rows, readTableRow(row, columns))
			continue
		}
		if columns, t.ignored = h.recognise(row.Cells, required); columns == nil {
			if seen++; seen == headingRows {
				break
			}
		}
	}
	return t, columns != nil, nil
}

// recognise gives what each column means, nil when the row is not that of the headings.
func (h headings) recognise(cells []sheet.Cell, required []string) ([]column, []string) {
	columns, found := make([]column, len(cells)), map[string]bool{}
	var ignored []string
	for i, cell := range cells {
		columns[i] = h.column(cell.Text)
		found[columns[i].field] = true
		if columns[i].field == "" && cell.Text != "" {
			ignored = append(ignored, cell.Text)
		}
	}
	if slices.ContainsFunc(required, func(field string) bool { return !found[field] }) {
		return nil, nil
	}
	return columns, ignored
}

// column gives what a heading means. A number at its end tells columns of one field apart.
func (h headings) column(heading string) column {
	words := strings.Fields(registry.Fold(heading))
	group := 0
	if n := len(words); n > 1 && len(words[n-1]) == 1 && words[n-1] >= "1" && words[n-1] <= "9" {
		group, words = int(words[n-1][0]-'0'), words[:n-1]
	}
	for field, spellings := range h {
		for _, spelling := range spellings {
			if registry.Fold(spelling) == strings.Join(words, " ") {
				return column{field, group}
			}
		}
	}
	return column{}
}

func readTableRow(row sheet.Row, columns []column) tableRow {
	r := tableRow{number: row.Number, values: map[column]string{}}
	for i, cell := range row.Cells {
		if i < len(columns) && columns[i].field != "" && r.values[columns[i]] == "" {
			r.values[columns[i]] = strings.TrimSpace(cell.Text)
		}
	}
	return r
}

// of gives what a row says of a field in a group: in a column of the group, or else in one for all groups.
func (r tableRow) of(field string, group int) string {
	if own := r.values[column{field, group}]; own != "" {
		return own
	}
	return r.values[column{field, 0}]
}
