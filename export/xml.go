package export

import (
	"cmp"
	"encoding/xml"
	"io"
)

// xmlWriter writes a document of XML element by element. It keeps the first error, which end tells.
type xmlWriter struct {
	*xml.Encoder
	failed error
}

func newXML(w io.Writer) *xmlWriter {
	_, err := io.WriteString(w, xml.Header)
	out := &xmlWriter{xml.NewEncoder(w), err}
	out.Indent("", " ")
	return out
}

// open begins an element with attributes, each a name and a value.
func (w *xmlWriter) open(name string, attributes ...string) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i < len(attributes); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
	}
	w.failed = cmp.Or(w.failed, w.EncodeToken(start))
}

// close ends an element.
func (w *xmlWriter) close(name string) {
	w.failed = cmp.Or(w.failed, w.EncodeToken(xml.EndElement{Name: xml.Name{Local: name}}))
}

// encode writes a whole element.
func (w *xmlWriter) encode(element any) error {
	w.failed = cmp.Or(w.failed, w.Encode(element))
	return w.failed
}

// nothing writes nothing.
func (w *xmlWriter) nothing() error { return w.failed }

// end ends the document.
func (w *xmlWriter) end() error { return cmp.Or(w.failed, w.Flush()) }
