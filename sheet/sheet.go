// Package sheet reads workbooks (.xlsx) and delimited text (.csv) of unknown origin into rows of text. It evaluates nothing that a file
// holds, follows no link in it, and refuses what is larger or deeper than any honest list before that costs much.
package sheet

import (
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"partnernet/registry"
)

// The bounds of a file. A list of 10 000 rows and ten columns takes less than 1 MB as a workbook, and less than 2 MB as text.
const (
	MaxBytes     = 16 << 20 // of the file
	MaxUnpacked  = 32 << 20 // of any part of a workbook, unpacked, in bytes
	MaxRows      = 50_000   // with something in them, on one sheet
	MaxColumns   = 200      // the last one with something in it
	MaxCell      = 32_767   // characters in a cell: as many as spreadsheet programs allow
	maxRowNumber = 1 << 20  // as far as spreadsheet programs count
)

// Kind says what a cell holds.
type Kind int

// What a cell can hold.
const (
	Text    Kind = iota // a text; also a number or a day that is written as text, as all cells of a .csv are
	Number              // a number, written out in plain digits with a decimal point, whatever form the cell shows it in
	Date                // a day, written 2024-05-31; the time of day is left out
	Broken              // nothing that can be used; Text says what stands there, such as #N/A, and is empty where the file does not have it: the result of a formula
	Damaged             // a text with control characters in it, which are left as they are
)

// Cell is one cell. The zero Cell is blank.
type Cell struct {
	Text string
	Kind Kind
}

// Row is one row that has something in it.
type Row struct {
	Number int    // counted from 1, as spreadsheet programs show it
	Cells  []Cell // from column A; a row ends with its last cell that is not blank
}

// Sheet is one sheet of a workbook, or all of a text file.
type Sheet struct {
	Name  string // empty for a text file
	Dates DateSystem
	rows  iter.Seq2[Row, error]
}

// Rows gives the rows that have something in them, from top to bottom. An error is BAD_INPUT, says where the file is wrong, and is the
// last that is given. The file that the sheet was read from must not change until then.
func (s Sheet) Rows() iter.Seq2[Row, error] { return s.rows }

// Read finds out by its content what kind of file it is, and gives the sheets that its author sees, in their order. The size is the file's in
// bytes: a file over MaxBytes is refused unread. All errors about the file are BAD_INPUT and say what to do.
func Read(file io.ReaderAt, size int64) ([]Sheet, error) {
	if err := CheckSize(size); err != nil {
		return nil, err
	}
	content := make([]byte, size)
	if n, err := file.ReadAt(content, 0); int64(n) < size {
		return nil, refuse(err, "file.short", nil)
	}
	if len(content) == 0 {
		return nil, refuse(nil, "file.empty", nil)
	}
	if err := refuseByKind(content); err != nil {
		return nil, err
	}
	if isZip(content) {
		return readWorkbook(content)
	}
	return readText(content)
}

// CheckSize refuses a file of more bytes than are read.
func CheckSize(size int64) error {
	if size > MaxBytes {
		return refuse(nil, "file.large", atMost(MaxBytes>>20))
	}
	return nil
}

// Reference names a cell as spreadsheet programs do: column 2 of row 12 is B12.
func Reference(column, row int) string { return ColumnName(column) + strconv.Itoa(row) }

// ColumnName names a column, counted from 1, as spreadsheet programs do: 1 is A, 28 is AB.
func ColumnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// checked gives a row without its blank end, and refuses one that is wider than any list.
func checked(number int, cells []Cell) (Row, error) {
	for len(cells) > 0 && cells[len(cells)-1] == (Cell{}) {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > MaxColumns {
		return Row{}, tooWide(number, len(cells))
	}
	if number > maxRowNumber {
		return Row{}, refuse(nil, "rows.numbered", atMost(maxRowNumber))
	}
	return Row{Number: number, Cells: cells}, nil
}

func tooWide(row, column int) error {
	return refuse(nil, "rows.wide", registry.About{"row": strconv.Itoa(row), "column": ColumnName(column), "most": strconv.Itoa(MaxColumns)})
}

func tooManyRows() error {
	return refuse(nil, "rows.many", atMost(MaxRows))
}

// checkLength refuses a text that is too long for a cell of a row; 0 for a cell of a workbook, whose texts may stand in no row.
func checkLength(text string, row int) error {
	if len(text) <= MaxCell || utf8.RuneCountInString(text) <= MaxCell {
		return nil
	}
	if row == 0 {
		return refuse(nil, "cell.longInBook", atMost(MaxCell))
	}
	return refuse(nil, "cell.long", registry.About{"row": strconv.Itoa(row), "most": strconv.Itoa(MaxCell)})
}

// holding gives a cell that holds a text. One with control characters, which nobody types, is Damaged.
func holding(text string) Cell {
	text = strings.TrimSpace(text)
	if strings.ContainsFunc(text, isStray) {
		return Cell{Text: text, Kind: Damaged}
	}
	return Cell{Text: text}
}

// isStray tells the control characters of ASCII that belong to no text: not those that part lines and words.
func isStray(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) || r == '\x7f' }
