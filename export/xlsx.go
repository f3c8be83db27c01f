package export

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"partnernet/fault"
)

// columnWidth is how wide columns are, in characters.
const columnWidth = 22

// writeWorkbook writes a list as a workbook. Days are days in it and numbers are numbers; a text is never a formula.
func writeWorkbook(ctx context.Context, t table, s source, w io.Writer) (err error) {
	file := excelize.NewFile()
	defer func() { err = errors.Join(err, file.Close()) }()
	out, err := newSheet(file, heading(s.request.Language, "kind."+string(t.kind)), t.headings(s.request.Language))
	if err != nil {
		return unwritten(err)
	}
	for row, err := range t.read(ctx, s) {
		if err != nil {
			return err
		}
		if err := out.write(row); err != nil {
			return err
		}
	}
	if err := out.rows.Flush(); err != nil {
		return unwritten(err)
	}
	_, err = file.WriteTo(w)
	return err
}

// sheetWriter writes the rows of one sheet. What does not fit in memory lies in a file meanwhile.
type sheetWriter struct {
	rows *excelize.StreamWriter
	row  int // the number of the row written last
	days int // the style of days
}

// newSheet begins the only sheet of a workbook with its headings.
func newSheet(file *excelize.File, name string, headings []string) (*sheetWriter, error) {
	if err := file.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	return addSheet(file, name, headings)
}

// addSheet begins a sheet that a workbook has.
func addSheet(file *excelize.File, name string, headings []string) (*sheetWriter, error) {
	form := "yyyy-mm-dd"
	days, err := file.NewStyle(&excelize.Style{CustomNumFmt: &form})
	if err != nil {
		return nil, err
	}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	rows, err := file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	if err := rows.SetColWidth(1, len(headings), columnWidth); err != nil {
		return nil, err
	}
	if err := rows.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	first := make([]any, len(headings))
	for i, text := range headings {
		first[i] = excelize.Cell{StyleID: bold, Value: text}
	}
	return &sheetWriter{rows: rows, row: 1, days: days}, rows.SetRow("A1", first)
}

// write writes a row.
func (s *sheetWriter) write(row []cell) error {
	if s.row++; s.row > excelize.TotalRows {
		return fault.New(fault.BadInput, "A workbook holds no more than %d rows. Take the list as CSV, or that of one network.", excelize.TotalRows)
	}
	values := make([]any, len(row))
	for i, c := range row {
		switch c := c.(type) {
		case day:
			if on, err := time.Parse(time.DateOnly, string(c)); err == nil {
				values[i] = excelize.Cell{StyleID: s.days, Value: on}
			}
		case decimal.Decimal:
			values[i] = c.InexactFloat64()
		default:
			values[i] = c
		}
	}
	first, err := excelize.CoordinatesToCellName(1, s.row)
	if err == nil {
		err = s.rows.SetRow(first, values)
	}
	if err != nil {
		return unwritten(err)
	}
	return nil
}

// unwritten is the fault of a workbook that cannot be made.
func unwritten(err error) error {
	return fault.Wrap(fault.Internal, err, "The workbook could not be written. It has been logged.")
}
