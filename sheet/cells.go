package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"
)

// rows gives the rows of a sheet that have something in them, as it reads them.
func (w *workbook) rows(part string, yield func(Row, error) bool) {
	content, err := w.part(part)
	if err != nil {
		yield(Row{}, err)
		return
	}
	defer content.Close()
	s := &sheetScanner{scanner: newScanner(part, content), workbook: w}
	for filled := 0; ; {
		row, err := s.row()
		if errors.Is(err, io.EOF) {
			return
		}
		if len(row.Cells) > 0 {
			filled++
		}
		if filled > MaxRows {
			err = tooManyRows()
		}
		if err != nil {
			yield(Row{}, err)
			return
		}
		if len(row.Cells) > 0 && !yield(row, nil) {
			return
		}
	}
}

// sheetScanner reads the rows of one sheet.
type sheetScanner struct {
	*scanner
	workbook *workbook
	number   int // of the row that is read
	column   int // of the cell that is read
	cells    []Cell
}

// row reads on to the end of the next row; io.EOF when there is none.
func (s *sheetScanner) row() (Row, error) {
	for {
		token, err := s.next()
		if err != nil {
			return Row{}, err
		}
		switch element := token.(type) {
		case xml.StartElement:
			switch element.Name.Local {
			case "row":
				err = s.begin(element)
			case "c":
				err = s.cell(element)
			}
			if err != nil {
				return Row{}, err
			}
		case xml.EndElement:
			switch element.Name.Local {
			case "row":
				return checked(s.number, s.cells)
			case "sheetData":
				return Row{}, io.EOF
			}
		}
	}
}

// begin begins a row. Rows without a number follow one another.
func (s *sheetScanner) begin(element xml.StartElement) error {
	number := s.number + 1
	if given := attribute(element, "r"); given != "" {
		var err error
		if number, err = strconv.Atoi(given); err != nil || number <= s.number {
			return s.damaged(errors.Join(errors.New("a row out of order"), err))
		}
	}
	s.number, s.column, s.cells = number, 0, nil
	return nil
}

// cell reads one cell. Cells without a reference follow one another.
func (s *sheetScanner) cell(element xml.StartElement) error {
	column := s.column + 1
	if reference := attribute(element, "r"); reference != "" {
		column = columnOf(reference)
	}
	if column <= s.column || column > maxColumn {
		return s.damaged(errors.New("a cell out of order"))
	}
	s.column = column
	content, err := s.content("c")
	if err != nil {
		return err
	}
	cell := s.workbook.cell(attribute(element, "t"), attribute(element, "s"), content)
	if cell == (Cell{}) {
		return nil
	}
	if column > MaxColumns {
		return tooWide(s.number, column)
	}
	s.cells = append(s.cells, make([]Cell, column-1-len(s.cells))...)
	s.cells = append(s.cells, cell)
	return nil
}

// maxColumn is as far as spreadsheet programs count: XFD.
const maxColumn = 16_384

// columnOf gives the number of the column in a reference such as B12, 0 when it has none.
func columnOf(reference string) int {
	column := 0
	for _, letter := range []byte(reference) {
		if letter < 'A' || letter > 'Z' || column > maxColumn {
			break
		}
		column = column*26 + int(letter-'A') + 1
	}
	return column
}

// cell says what a cell of a type (s, str, inlineStr, b, e, d, n or nothing) and a style holds. A formula counts as the result that the
// file keeps beside it; without one it is Broken.
func (w *workbook) cell(kind, style string, c content) Cell {
	switch {
	case kind == "e":
		return Cell{Text: c.text, Kind: Broken}
	case c.formula && (!c.value || c.text == "" && kind != "str"):
		return Cell{Kind: Broken}
	}
	switch kind {
	case "s":
		return w.shared(c.text)
	case "str", "inlineStr":
		return holding(c.text)
	case "b":
		return Cell{Text: strings.ToUpper(strconv.FormatBool(truth(c.text)))}
	case "d":
		return isoDay(c.text)
	}
	return w.number(strings.TrimSpace(c.text), style)
}

func (w *workbook) shared(position string) Cell {
	at, err := strconv.Atoi(position)
	if err != nil || at < 0 || at >= len(w.texts) {
		return Cell{Kind: Broken}
	}
	return holding(w.texts[at])
}

// number writes out a number, or the day that it is shown as.
func (w *workbook) number(text, styleID string) Cell {
	if text == "" {
		return Cell{}
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) {
		return Cell{Text: text, Kind: Broken}
	}
	var shown style
	if at, err := strconv.Atoi(styleID); err == nil && at >= 0 && at < len(w.styles) {
		shown = w.styles[at]
	}
	if day, ok := w.dates.Day(value); ok && shown.date {
		return Cell{Text: day.String(), Kind: Date}
	}
	digits := strconv.FormatFloat(value, 'f', -1, 64)
	if value >= 0 && !strings.Contains(digits, ".") && len(digits) < shown.digits {
		digits = strings.Repeat("0", shown.digits-len(digits)) + digits
	}
	return Cell{Text: digits, Kind: Number}
}

func isoDay(text string) Cell {
	day, err := civil.ParseDate(text[:min(len(text), len("2024-05-31"))])
	if err != nil {
		return Cell{Text: text, Kind: Broken}
	}
	return Cell{Text: day.String(), Kind: Date}
}

// maxTexts is how many texts a workbook may share among its cells.
const maxTexts = 1_000_000

// readTexts reads the texts that cells refer to by position.
func (w *workbook) readTexts(part string) error {
	content, err := w.part(part)
	if err != nil {
		return err
	}
	defer content.Close()
	s := newScanner(part, content)
	return s.each(func(element xml.StartElement) error {
		if element.Name.Local != "si" {
			return nil
		}
		if len(w.texts) == maxTexts {
			return tooLarge(part)
		}
		text, err := s.content("si")
		w.texts = append(w.texts, strings.TrimSpace(text.text))
		return err
	})
}
