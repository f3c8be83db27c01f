package export

import (
	"context"
	"encoding/xml"
	"io"
	"strings"
	"time"
)

type atomEntry struct {
	XMLName  xml.Name     `xml:"entry"`
	ID       string       `xml:"id"`
	Title    string       `xml:"title"`
	Updated  string       `xml:"updated"`
	Author   string       `xml:"author>name"`
	Category atomCategory `xml:"category"`
	Content  atomText     `xml:"content"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// atomID begins the names that a feed and its entries have whatever server tells them.
const atomID = "urn:uuid:"

// writeAtom writes the latest changes that the reader sees, the newest first, as a feed (Atom, RFC 4287).
func writeAtom(ctx context.Context, s source, w io.Writer) error {
	answer, err := s.Answer(ctx, "changes", nil)
	if err != nil {
		return err
	}
	changes := listAt(answer, "list", "nodes")
	updated := time.Now().UTC().Format(time.RFC3339)
	if len(changes) > 0 {
		updated = textAt(changes[0], "at")
	}
	out := newXML(w)
	out.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", s.request.Language)
	for _, element := range []any{
		atomElement("id", "urn:partnernet:changes"),
		atomElement("title", "Partnernet: "+words.In(s.request.Language, "kind.changes")),
		atomElement("updated", updated),
	} {
		if err := out.encode(element); err != nil {
			return err
		}
	}
	for _, change := range changes {
		if err := out.encode(entryOf(change, s.request.Language)); err != nil {
			return err
		}
	}
	out.close("feed")
	return out.end()
}

func atomElement(name, text string) any {
	return struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	}{xml.Name{Local: name}, text}
}

// entryOf gives the entry of a change: what was done to what, and each field before and after.
func entryOf(change object, language string) atomEntry {
	typeName := textAt(change, "subject", "__typename")
	title := heading(language, typeName) + ": " + textAt(change, "subject", "displayName")
	var lines []string
	for _, field := range listAt(change, "fields") {
		label := heading(language, textAt(field, "name"))
		lines = append(lines, label+": "+quoted(textAt(field, "before"))+" → "+quoted(textAt(field, "after")))
	}
	return atomEntry{ID: atomID + textAt(change, "id"), Title: title, Updated: textAt(change, "at"), Author: textAt(change, "actor"),
		Category: atomCategory{textAt(change, "action")}, Content: atomText{"text", strings.Join(lines, "\n")}}
}

// quoted gives a value of a field in quotes, and a dash for none.
func quoted(value string) string {
	if value == "" {
		return "–"
	}
	return "\"" + value + "\""
}
