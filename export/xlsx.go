package export

import (
	"context"
	"io"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"partnernet/fault"
)

// columnWidth is how wide columns are, in characters.
const columnWidth = 22

// workbookType is the media type of workbooks.
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// writeWorkbook writes a list as a workbook. Days are days in it and numbers are numbers; a text is never a formula.
func writeWorkbook(ctx context.Context, t table, s source, w io.Writer) error {
	out, err := newBook(heading(s.request.Language, "kind."+string(t.kind)), t.headings(s.request.Language))
	if err != nil {
		return unwritten(err)
	}
	defer out.file.Close()
	for row, err := range t.read(ctx, s) {
		if err != nil {
			return err
		}
		if err := out.write(row); err != nil {
			return err
		}
	}
	return out.end(w)
}

// book is a workbook that is written row by row. What does not fit in memory lies in a file meanwhile.
type book struct {
	file *excelize.File
	rows *excelize.StreamWriter // of the sheet that is written
	row  int                    // the number of the row written last
	days int                    // the style of days
	bold int                    // the style of headings
}

// newBook begins a workbook with a sheet and its headings. Whoever begins one closes its file.
func newBook(name string, headings []string) (*book, error) {
	b := &book{file: excelize.NewFile()}
	form := "yyyy-mm-dd"
	var err error
	if b.days, err = b.file.NewStyle(&excelize.Style{CustomNumFmt: &form}); err != nil {
		return nil, err
	}
	if b.bold, err = b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return nil, err
	}
	if err := b.file.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	return b, b.begin(name, headings)
}

// next ends the sheet that is written, and begins another one.
func (b *book) next(name string, headings []string) error {
	err := b.rows.Flush()
	if err == nil {
		_, err = b.file.NewSheet(name)
	}
	if err == nil {
		err = b.begin(name, headings)
	}
	if err != nil {
		return unwritten(err)
	}
	return nil
}

// begin writes the headings of a sheet, which stay in sight.
func (b *book) begin(name string, headings []string) (err error) {
	if b.rows, err = b.file.NewStreamWriter(name); err != nil {
		return err
	}
	if err := b.rows.SetColWidth(1, len(headings), columnWidth); err != nil {
		return err
	}
	if err := b.rows.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	first := make([]any, len(headings))
	for i, text := range headings {
		first[i] = excelize.Cell{StyleID: b.bold, Value: text}
	}
	b.row = 1
	return b.rows.SetRow("A1", first)
}

// end writes the whole workbook.
func (b *book) end(w io.Writer) error {
	if err := b.rows.Flush(); err != nil {
		return unwritten(err)
	}
	_, err := b.file.WriteTo(w)
	return err
}

// write writes a row.
func (b *book) write(row []cell) error {
	if b.row++; b.row > excelize.TotalRows {
		return fault.New(fault.BadInput, "A workbook holds no more than %d rows. Take the list as CSV, or that of one network.", excelize.TotalRows)
	}
	values := make([]any, len(row))
	for i, c := range row {
		switch c := c.(type) {
		case day:
			if on, err := time.Parse(time.DateOnly, string(c)); err == nil {
				values[i] = excelize.Cell{StyleID: b.days, Value: on}
			}
		case decimal.Decimal:
			values[i] = c.InexactFloat64()
		default:
			values[i] = c
		}
	}
	first, err := excelize.CoordinatesToCellName(1, b.row)
	if err == nil {
		err = b.rows.SetRow(first, values)
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
