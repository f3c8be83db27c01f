package intake

import (
	"path/filepath"
	"time"

	"partnernet/ledger"
	"partnernet/registry"
)

// SourceFile is the file that a list was read from.
type SourceFile struct {
	Path   string
	SHA256 string    // of its content, in hex: it tells this edition of the file from any other
	ReadAt time.Time // when it was read
}

// records gives the document that a file of a kind is, and the source that it makes. The language is "" when nothing tells it. A document of
// the same file that is held already, whoever recorded it, is that document.
func (f SourceFile) records(kind, title, language string, known *Known) (document, source ledger.Record) {
	document = ledger.Record{Type: "Document", ID: ledger.DerivedID(kind + " document: " + f.SHA256),
		Values:  map[string]any{"title": title, "reference": filepath.Base(f.Path), "type": "DATASET", "sha256": f.SHA256},
		Unknown: map[string]registry.Reason{"publishedOn": registry.NotInSource, "url": registry.NotInSource}}
	if language != "" {
		document.Values["language"] = language
	}
	if recorded := onlyID(known.identified[naturalKeyOf("Document", registry.DocumentKey("", f.SHA256))]); recorded != "" && !known.ids[document.ID] {
		document = ledger.Record{Type: "Document", ID: recorded}
	}
	source = ledger.Record{Type: "Source", ID: ledger.DerivedID(kind + " source: " + f.SHA256), Links: map[string][]string{"document": {document.ID}},
		Unknown: map[string]registry.Reason{"assertedBy": registry.NotInSource}}
	if !known.sources[source.ID] {
		source.Values = map[string]any{"retrievedAt": f.ReadAt}
	}
	return document, source
}

// OfList gives what a list tells with the file as its source, under the ids of what the registry holds already. Its records stand each for
// themselves: one that breaks a rule is left out.
func (f SourceFile) OfList(title, language string, t ledger.Telling, known *Known) ledger.Telling {
	document, source := f.records("list", title, language, known)
	t.Source, t.Records, t.Apart = source.ID, append([]ledger.Record{document, source}, t.Records...), true
	return known.Recognise(t)
}
