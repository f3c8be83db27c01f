package sheet

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"partnernet/fault"
)

// The bounds of XML. The parts of a workbook that are read nest no deeper than ten elements.
const (
	maxDepth  = 100
	maxMarkup = 256 << 10 // bytes from one < to the next: what the decoder must hold at once
)

// scanner reads a part of a workbook token by token, so that it never holds more than one cell.
type scanner struct {
	part    string // the name of the part, for errors
	decoder *xml.Decoder
	depth   int
}

func newScanner(part string, content io.Reader) *scanner {
	return &scanner{part: part, decoder: xml.NewDecoder(&bounded{part: part, content: bufio.NewReader(content)})}
}

// next gives the next token; io.EOF when there is none. RawToken neither keeps a stack nor expands entities that the file defines.
func (s *scanner) next() (xml.Token, error) {
	token, err := s.decoder.RawToken()
	if err != nil {
		return nil, s.damaged(err)
	}
	switch token.(type) {
	case xml.StartElement:
		s.depth++
	case xml.EndElement:
		s.depth--
	case xml.Directive:
		return nil, s.damaged(errors.New("a document type, which no workbook has"))
	}
	if s.depth > maxDepth {
		return nil, s.damaged(errors.New("elements nested too deep"))
	}
	return token, nil
}

// each calls take with every element of the part.
func (s *scanner) each(take func(xml.StartElement) error) error {
	for {
		token, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if element, ok := token.(xml.StartElement); ok {
			if err := take(element); err != nil {
				return err
			}
		}
	}
}

// content is what an element of text holds.
type content struct {
	text    string
	value   bool // there is a value, be it empty
	formula bool // it is worked out by a formula
}

// content reads on to the end of the element: a cell, or a text that cells share. Phonetic readings beside a text are not part of it.
func (s *scanner) content(element string) (content, error) {
	var c content
	var text strings.Builder
	inside, phonetic := "", false
	for {
		token, err := s.next()
		if errors.Is(err, io.EOF) {
			return c, s.damaged(io.ErrUnexpectedEOF)
		}
		if err != nil {
			return c, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			inside = t.Name.Local
			c.formula = c.formula || inside == "f"
			c.value = c.value || inside == "v" || inside == "t"
			phonetic = phonetic || inside == "rPh"
		case xml.CharData:
			if (inside == "v" || inside == "t") && !phonetic {
				text.Write(t)
			}
		case xml.EndElement:
			inside = ""
			phonetic = phonetic && t.Name.Local != "rPh"
			if t.Name.Local == element {
				c.text = unescaped(text.String())
				return c, checkLength(c.text, 0)
			}
		}
		if text.Len() > utf8.UTFMax*MaxCell {
			return c, checkLength(text.String(), 0)
		}
	}
}

// escaped is how workbooks write characters that XML cannot hold, and an underscore that would look so.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped gives a text with such characters as what they are; those that part lines, and others that nobody sees, part words.
func unescaped(text string) string {
	return escaped.ReplaceAllStringFunc(text, func(code string) string {
		character, _ := strconv.ParseUint(code[2:6], 16, 16)
		if r := rune(character); isStray(r) || !unicode.IsControl(r) && utf8.ValidRune(r) {
			return string(r)
		}
		return " "
	})
}

// damaged makes what is wrong with the part a sentence, unless it is one already or is the end of the part.
func (s *scanner) damaged(err error) error {
	if _, isFault := errors.AsType[*fault.Fault](err); isFault || errors.Is(err, io.EOF) && s.depth <= 0 {
		return err
	}
	return refuse(err, "book.part", ofPart(s.part))
}

// attribute gives the value of an element's attribute, whatever its namespace.
func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// bounded hands a part's content to the decoder byte by byte, and refuses more of it than is good.
type bounded struct {
	part    string
	content *bufio.Reader
	total   int
	markup  int
}

// ReadByte is how the decoder reads.
func (b *bounded) ReadByte() (byte, error) {
	c, err := b.content.ReadByte()
	b.total++
	b.markup++
	if c == '<' {
		b.markup = 0
	}
	if b.total > MaxUnpacked || b.markup > maxMarkup {
		return 0, tooLarge(b.part)
	}
	return c, err
}

// Read makes it an io.Reader; the decoder uses ReadByte.
func (b *bounded) Read([]byte) (int, error) { return 0, errors.ErrUnsupported }

func tooLarge(part string) error {
	return refuse(nil, "book.large", ofPart(part))
}
