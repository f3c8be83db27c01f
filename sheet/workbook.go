package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// The bounds of a workbook. Pictures, comments and charts are parts too.
const (
	maxParts  = 10_000
	maxSheets = 100
)

// workbook is an opened .xlsx file.
type workbook struct {
	parts  map[string]*zip.File // by name, in small letters
	dates  DateSystem
	styles []style  // cells refer to them by position, and
	texts  []string // to these
}

// readWorkbook opens a workbook and finds its sheets. A general library for workbooks was tried here: it gives no kind of cell while it
// streams, and otherwise makes all cells of a row up to its last one, so that a file of 5 kB took 1.5 GB.
func readWorkbook(content []byte) ([]Sheet, error) {
	w := &workbook{parts: map[string]*zip.File{}}
	if err := w.open(content); err != nil {
		return nil, err
	}
	main, err := w.mainPart()
	if err != nil {
		return nil, err
	}
	related, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	for _, target := range related {
		switch {
		case w.parts[target.part] == nil:
		case strings.HasSuffix(target.kind, "/styles"):
			err = w.readStyles(target.part)
		case strings.HasSuffix(target.kind, "/sharedStrings"):
			err = w.readTexts(target.part)
		}
		if err != nil {
			return nil, err
		}
	}
	return w.sheets(main, related)
}

func (w *workbook) open(content []byte) error {
	if bytes.Count(content, []byte("PK\x01\x02")) > maxParts {
		return refuse(nil, "book.parts", atMost(maxParts))
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return refuse(err, "book.damaged", nil)
	}
	for _, part := range archive.File {
		w.parts[partName(part.Name)] = part
	}
	return nil
}

// partName gives the name by which a part is found: some programs write backslashes, or capitals where others do not.
func partName(name string) string {
	return strings.TrimPrefix(strings.ToLower(strings.ReplaceAll(name, `\`, "/")), "/")
}

// mainPart finds the part that lists the sheets.
func (w *workbook) mainPart() (string, error) {
	related, err := w.relations("")
	if err != nil {
		return "", err
	}
	for _, target := range related {
		if strings.HasSuffix(target.kind, "/officeDocument") && w.parts[target.part] != nil && strings.Contains(target.part, "xl/") {
			if !strings.HasSuffix(target.part, ".xml") {
				return "", refuse(nil, "kind.xlsb", nil)
			}
			return target.part, nil
		}
	}
	if w.parts["mimetype"] != nil && w.parts["content.xml"] != nil {
		return "", refuse(nil, "kind.ods", nil)
	}
	return "", refuse(nil, "kind.packed", nil)
}

// relation leads from one part to another.
type relation struct{ id, kind, part string }

// relations reads what a part refers to; what it refers to on the web is left alone.
func (w *workbook) relations(part string) ([]relation, error) {
	var all []relation
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	err := w.each(name, func(element xml.StartElement) error {
		if element.Name.Local == "Relationship" && attribute(element, "TargetMode") != "External" {
			target := attribute(element, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(path.Dir(part), target)
			}
			all = append(all, relation{attribute(element, "Id"), attribute(element, "Type"), partName(target)})
		}
		return nil
	})
	return all, err
}

// each calls take with every element of a part. A part that is not there has none.
func (w *workbook) each(name string, take func(xml.StartElement) error) error {
	if w.parts[name] == nil {
		return nil
	}
	content, err := w.part(name)
	if err != nil {
		return err
	}
	defer content.Close()
	return newScanner(name, content).each(take)
}

// part opens a part that is no larger, by its own word, than what is read of it.
func (w *workbook) part(name string) (io.ReadCloser, error) {
	part := w.parts[name]
	if part.UncompressedSize64 > MaxUnpacked {
		return nil, tooLarge(name)
	}
	content, err := part.Open()
	if err != nil {
		return nil, refuse(err, "book.packing", ofPart(name))
	}
	return content, nil
}

// sheets gives the sheets of cells that are not hidden.
func (w *workbook) sheets(main string, related []relation) ([]Sheet, error) {
	cells := map[string]string{} // the parts with cells, by the id of the relation
	for _, target := range related {
		if strings.HasSuffix(target.kind, "/worksheet") && w.parts[target.part] != nil {
			cells[target.id] = target.part
		}
	}
	var sheets []Sheet
	err := w.each(main, func(element xml.StartElement) error {
		switch element.Name.Local {
		case "workbookPr":
			if truth(attribute(element, "date1904")) {
				w.dates = From1904
			}
		case "sheet":
			part, state := cells[relationOf(element)], attribute(element, "state")
			if part != "" && (state == "" || state == "visible") {
				sheets = append(sheets, Sheet{Name: attribute(element, "name"), rows: func(yield func(Row, error) bool) { w.rows(part, yield) }})
			}
		}
		if len(sheets) > maxSheets {
			return refuse(nil, "book.sheets", atMost(maxSheets))
		}
		return nil
	})
	for i := range sheets {
		sheets[i].Dates = w.dates
	}
	if err == nil && len(sheets) == 0 {
		err = refuse(nil, "book.hidden", nil)
	}
	return sheets, err
}

// relationOf gives the id of the relation that an element names: an attribute id, told by its namespace from one of the element's own.
func relationOf(element xml.StartElement) string {
	for _, a := range element.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// truth reads a truth value of XML Schema.
func truth(text string) bool { return text == "1" || text == "true" }
