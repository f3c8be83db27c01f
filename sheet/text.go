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

	"partnernet/registry"
)

// maxRecord is how long a row of a text file may be, in bytes.
const maxRecord = 256 << 10

// readText reads delimited text in any of the encodings that spreadsheet programs of the region write.
func readText(content []byte) ([]Sheet, error) {
	text, err := decode(content)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	text, delimiter := delimiterOf(strings.TrimRight(text, endOfFile))
	return []Sheet{{rows: func(yield func(Row, error) bool) { textRows(text, delimiter, yield) }}}, nil
}

// endOfFile is what follows the last line: old systems end a text by 0x1A, or fill it up with zeros.
const endOfFile = "\r\n\x1a\x00"

// decode gives the text as UTF-8. Without a mark at the beginning, what is not UTF-8 is Windows-1252, which has the letters of Latin-1 at
// the same places, or Mac Roman. UTF-8 in which single bytes are wrong stays UTF-8: they become U+FFFD.
func decode(content []byte) (string, error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}), bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		from = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case isBinary(content):
		return "", notText(nil)
	case isUTF8(content):
		return strings.TrimPrefix(strings.ToValidUTF8(string(content), "\ufffd"), "\ufeff"), nil
	default:
		from = singleByte(content)
	}
	text, err := from.NewDecoder().Bytes(content)
	if err != nil {
		return "", notText(err)
	}
	return string(text), nil
}

// singleByte tells Mac Roman, in which Excel on Macintosh computers saves lists, from Windows-1252: it is the one in which a text has more letters
// of the Nordic languages. Read as the other, they are rare signs, such as Œ and ‰.
func singleByte(content []byte) encoding.Encoding {
	if nordicLetters(content, charmap.Macintosh) > nordicLetters(content, charmap.Windows1252) {
		return charmap.Macintosh
	}
	return charmap.Windows1252
}

// nordicLetters counts å, ä, ö, æ and ø, and their capitals where a letter follows: alone these may be €, … and ® of the other encoding.
func nordicLetters(content []byte, in *charmap.Charmap) int {
	count := 0
	for i, b := range content {
		letter := in.DecodeByte(b)
		beginsWord := i+1 < len(content) && 'a' <= content[i+1]|0x20 && content[i+1]|0x20 <= 'z'
		if strings.ContainsRune("åäöæø", letter) || beginsWord && strings.ContainsRune("ÅÄÖÆØ", letter) {
			count++
		}
	}
	return count
}

func notText(cause error) error {
	return refuse(cause, "text.neither", nil)
}

// strays are so many control characters that a text may have: one in so many bytes. Of what is packed or compiled, one byte in ten is one.
const strays = 20

// isBinary tells what is no text. Exports have a few stray control characters, which are the matter of their cells.
func isBinary(content []byte) bool {
	stray := 0
	for _, b := range bytes.TrimRight(content, endOfFile) {
		if isStray(rune(b)) {
			stray++
		}
	}
	return stray > 1 && stray*strays > len(content)
}

// isUTF8 tells UTF-8 from Windows-1252, in which letters beyond ASCII hardly ever come to stand as UTF-8 has them.
func isUTF8(content []byte) bool {
	letters, wrong := 0, 0
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		switch {
		case r == utf8.RuneError && size == 1:
			wrong++
		case size > 1:
			letters++
		}
		content = content[size:]
	}
	return wrong == 0 || letters > wrong
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
		return nil, refuse(nil, "text.endless", registry.About{"row": strconv.Itoa(r.row), "most": strconv.Itoa(maxRecord)})
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
		if err := checkLength(field, number); err != nil {
			return Row{}, err
		}
		cells[i] = holding(Unguarded(field))
	}
	return checked(number, cells)
}

// brokenText says where a text stops being a table.
func brokenText(err error) error {
	if at, ok := errors.AsType[*csv.ParseError](err); ok {
		return refuse(err, "text.quotes", registry.About{"line": strconv.Itoa(at.StartLine)})
	}
	return err
}

// sample is how many rows at the beginning tell the delimiter.
const sample = 20

// delimiterOf finds what stands between cells, and gives the text without a first line that says so ("sep=;", which Excel writes and
// reads). Otherwise it is what divides the most of the first rows.
func delimiterOf(text string) (rest string, delimiter rune) {
	first, rest, _ := strings.Cut(text, "\n")
	if separator, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && len(separator) == 1 && strings.ContainsAny(separator, ";,\t|") {
		return "\n" + rest, rune(separator[0]) // the line still counts
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
