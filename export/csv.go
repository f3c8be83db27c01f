package export

import (
	"context"
	"encoding/csv"
	"io"

	"github.com/shopspring/decimal"

	"partnernet/sheet"
)

// byteOrderMark tells spreadsheet programs that a text is UTF-8.
const byteOrderMark = "\ufeff"

// writeCSV writes a list as RFC 4180 has it, in UTF-8 with its mark. Texts that a spreadsheet program would take for a formula are guarded.
func writeCSV(ctx context.Context, t table, s source, w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := t.headings(s.request.Language)
	record[0] = byteOrderMark + record[0]
	if err := out.Write(record); err != nil {
		return err
	}
	for row, err := range t.read(ctx, s) {
		if err != nil {
			return err
		}
		for i, c := range row {
			record[i] = plainCell(c)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// plainCell writes a cell as plain text: nothing for what is not known.
func plainCell(c cell) string {
	switch c := c.(type) {
	case string:
		return sheet.Guarded(c)
	case day:
		return string(c)
	case decimal.Decimal:
		return c.String()
	}
	return ""
}
