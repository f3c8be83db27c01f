package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"partnernet/fault"
)

// maxRecord is how long a row of a text file may be, in bytes.
const maxRecord = 256 << 10

// readText reads delimited text in any of the encodings that spreadsheet programs of the region write.
func readText(content []byte) ([]Sheet, error) {
	text, err := decode(content)
	if err != nil {
		return nil, err
	}
	if err := checkCharacters(text); err != nil {
		return nil, err
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	text, delimiter := delimiterOf(strings.TrimRight(text, "\r\n"))
	return []Sheet{{rows: func(yield func(Row, error) bool) { textRows(text, delimiter, yield) }}}, nil
}

// decode gives the text as UTF-8. Without a mark at the beginning, what is not valid UTF-8 is Windows-1252, which has the letters of
// Latin-1 at the same places.
func decode(content []byte) (string, error) {
	var from encoding.Encoding = charmap.Windows1252
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}), bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		from = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.IndexByte(content, 0) >= 0:
		return "", notText(nil)
	case utf8.Valid(content):
		return strings.TrimPrefix(string(content), "\ufeff"), nil
	}
	text, err := from.NewDecoder().Bytes(content)
	if err != nil {
		return "", notText(err)
	}
	return string(text), nil
}

func notText(cause error) error {
	return fault.Wrap(fault.BadInput, cause, "The file is neither a workbook nor text. Save the list as .xlsx, or as .csv in UTF-8.")
}

// checkCharacters refuses what no text has.
func checkCharacters(text string) error {
	control := func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) }
	if strings.ContainsFunc(text, control) {
		return notText(nil)
	}
	return nil
}

// records reads a text record by record, each within maxRecord.
type records struct {
	limited *io.LimitedReader
	reader  *csv.Reader
	row     int // the number of the row read last; one whose cells have line breaks is one row, as in spreadsheet programs
	inside  int // line breaks within cells so far
}

func newRecords(text string, delimiter rune) *records {
	limited := &io.LimitedReader{R: strings.NewReader(text)}
	reader := csv.NewReader(limited)
	reader.Comma, reader.FieldsPerRecord, reader.ReuseRecord = delimiter, -1, true
	return &records{limited: limited, reader: reader}
}

// next gives the next record, which is good until the one after it is read; io.EOF when there is none.
func (r *records) next() ([]string, error) {
	r.limited.N = maxRecord
	record, err := r.reader.Read()
	if r.limited.N <= 0 {
		return nil, fault.New(fault.BadInput, "After row %d there are more than %d bytes that are blank or belong to one row. A quotation mark that is not closed does that.", r.row, maxRecord)
	}
	if err != nil {
		return nil, err
	}
	line, _ := r.reader.FieldPos(0)
	r.row = line - r.inside
	for _, field := range record {
		r.inside += strings.Count(field, "\n")
	}
	return record, nil
}

// textRows gives the rows of a text that have something in them.
func textRows(text string, delimiter rune, yield func(Row, error) bool) {
	records := newRecords(text, delimiter)
	for filled := 0; ; {
		record, err := records.next()
		if errors.Is(err, io.EOF) {
			return
		}
		var row Row
		if err == nil {
			row, err = textRow(records.row, record)
		}
		if len(row.Cells) > 0 {
			filled++
		}
		if filled > MaxRows {
			err = tooManyRows()
		}
		if err != nil {
			yield(Row{}, brokenText(err))
			return
		}
		if len(row.Cells) > 0 && !yield(row, nil) {
			return
		}
	}
}

func textRow(number int, record []string) (Row, error) {
	cells := make([]Cell, len(record))
	for i, field := range record {
		if err := checkLength(field, "in row "+strconv.Itoa(number)); err != nil {
			return Row{}, err
		}
		cells[i].Text = strings.TrimSpace(field)
	}
	return checked(number, cells)
}

// brokenText says where a text stops being a table.
func brokenText(err error) error {
	if at, ok := errors.AsType[*csv.ParseError](err); ok {
		return fault.Wrap(fault.BadInput, err, "Line %d has a quotation mark that does not stand around a whole cell, or is never closed, so nothing tells where its cells end. Save the list as .xlsx, or with every quotation mark doubled.", at.StartLine)
	}
	return err
}

// sample is how many rows at the beginning tell the delimiter.
const sample = 20

// delimiterOf finds what stands between cells, and gives the text without a first line that says so ("sep=;", which Excel writes and
// reads). Otherwise it is what divides the most of the first rows.
func delimiterOf(text string) (rest string, delimiter rune) {
	first, rest, _ := strings.Cut(text, "\n")
	if said, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && len(said) == 1 && strings.ContainsAny(said, ";,\t|") {
		return "\n" + rest, rune(said[0]) // the line still counts
	}
	best, delimiter := 0, ';'
	for _, candidate := range []rune{';', '\t', ','} {
		if score := divides(text, candidate); score > best {
			best, delimiter = score, candidate
		}
	}
	return text, delimiter
}

// divides tells how well a delimiter divides the first rows: how many, then how many alike, then into how many cells.
func divides(text string, delimiter rune) int {
	rows := map[int]int{} // by how many cells they have
	divided := 0
	records := newRecords(text, delimiter)
	for range sample {
		record, err := records.next()
		if err != nil {
			break
		}
		if len(record) > 1 {
			divided++
			rows[len(record)]++
		}
	}
	best := 0
	for width, alike := range rows {
		best = max(best, (divided*(sample+1)+alike)*maxRecord+width)
	}
	return best
}
