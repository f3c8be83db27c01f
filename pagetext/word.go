package pagetext

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"partnernet/registry"
)

// maxParts bounds the parts of a Word document: pictures and comments are parts too.
const maxParts = 2_000

// readWord reads the text of a .docx: first that of the pages' head, where decisions have their number and day, then the body. What changes
// took away, what is hidden, notes, and fields' codes are left out, and so are macros.
func readWord(content []byte) (*Text, error) {
	if bytes.Count(content, []byte("PK\x01\x02")) > maxParts {
		return nil, refuse(nil, "word.damaged", nil)
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, refuse(err, "word.damaged", nil)
	}
	var body *zip.File
	var heads []*zip.File
	text := &Text{Format: Word}
	for _, part := range archive.File {
		switch name := strings.ToLower(part.Name); {
		case name == "word/document.xml":
			body = part
		case strings.HasPrefix(name, "word/header"):
			heads = append(heads, part)
		case strings.HasSuffix(name, "vbaproject.bin"):
			text.Macros = true
		}
	}
	if body == nil {
		return nil, refuse(nil, "kind.packed", nil)
	}
	slices.SortFunc(heads, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	return text, text.readParts(append(heads, body))
}

func (t *Text) readParts(parts []*zip.File) error {
	w := &wordReader{}
	for _, part := range parts {
		before := w.page.String()
		if err := w.part(part); err != nil {
			return err
		}
		if text := strings.TrimSpace(strings.TrimPrefix(w.page.String(), before)); text != "" && strings.Contains(before, text) {
			w.page.Reset() // heads of first, odd and even pages mostly say the same
			w.page.WriteString(before)
		}
	}
	t.Pages = append(w.pages, w.page.String())
	return nil
}

// wordReader gathers the text of the parts of a Word document.
type wordReader struct {
	pages    []string
	page     strings.Builder
	skipping int  // how many elements that are not read stand around
	inText   bool // within an element of text
	hidden   bool // whether the text that follows is hidden
	read     int  // bytes of text
}

func (w *wordReader) part(part *zip.File) error {
	tooLarge := refuse(nil, "word.large", registry.About{"most": strconv.Itoa(maxUnpacked >> 20)})
	if part.UncompressedSize64 > maxUnpacked {
		return tooLarge
	}
	content, err := part.Open()
	if err != nil {
		return refuse(err, "word.damaged", nil)
	}
	defer content.Close()
	bounded := &io.LimitedReader{R: content, N: maxUnpacked + 1} // a part may be larger than it says
	decoder := xml.NewDecoder(bounded)
	for {
		token, err := decoder.RawToken()
		if bounded.N == 0 || w.read > MaxCharacters*4 {
			return tooLarge
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return refuse(err, "word.damaged", nil)
		}
		w.token(token)
	}
}

func (w *wordReader) token(token xml.Token) {
	switch token := token.(type) {
	case xml.StartElement:
		w.begin(token)
	case xml.EndElement:
		w.end(token.Name.Local)
	case xml.CharData:
		if w.inText && w.skipping == 0 && !w.hidden {
			w.page.Write(token)
			w.read += len(token)
		}
	}
}

// unreadInWord are the elements whose content is no text of the document: what was deleted or moved away, and the second form of a drawing.
var unreadInWord = []string{"del", "moveFrom", "Fallback", "instrText"}

func (w *wordReader) begin(element xml.StartElement) {
	switch name := element.Name.Local; {
	case slices.Contains(unreadInWord, name):
		w.skipping++
	case name == "r":
		w.hidden = false
	case name == "vanish":
		w.hidden = attributeOf(element, "val") != "0" && attributeOf(element, "val") != "false"
	case name == "t":
		w.inText = true
	case w.skipping > 0:
	case name == "tab" && attributeOf(element, "pos") == "":
		w.page.WriteString("\t")
	case name == "br" && attributeOf(element, "type") == "page", name == "lastRenderedPageBreak":
		w.endPage()
	case name == "br", name == "cr":
		w.page.WriteString("\n")
	case name == "noBreakHyphen":
		w.page.WriteString("-")
	case name == "softHyphen":
		w.page.WriteRune(softHyphen)
	}
}

func (w *wordReader) end(name string) {
	switch {
	case slices.Contains(unreadInWord, name):
		w.skipping--
	case name == "t":
		w.inText = false
	case name == "p":
		w.page.WriteString("\n")
	}
}

func (w *wordReader) endPage() {
	if strings.TrimSpace(w.page.String()) != "" {
		w.pages = append(w.pages, w.page.String())
		w.page.Reset()
	}
}

func attributeOf(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
