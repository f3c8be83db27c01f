package commands

import (
	"context"
	"time"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// recordDocument enters a document and the source that it is; the source is its own ground.
func recordDocument(ctx context.Context, w *work) error {
	document, err := w.document(w.request.Input)
	if err != nil {
		return err
	}
	if err := w.onlyOne(ctx, document); err != nil {
		return err
	}
	source, err := w.sourceOf("", document, w.request.Input)
	if err != nil {
		return err
	}
	w.records = append(w.records, document, source)
	w.source = source.ID
	w.results["document"], w.results["source"] = document.ID, source.ID
	return nil
}

// sourceOf drafts the source that a document is: who stands for it, and how the registry came by it. The path says where in the input that
// is told.
func (w *work) sourceOf(path string, document ledger.Record, input map[string]any) (ledger.Record, error) {
	stated := map[string]any{}
	for _, field := range []string{"assertedBy", "retrievedAt", "locator"} {
		if value := input[field]; value != nil {
			stated[field] = value
		}
	}
	source, err := w.draftNew("Source", stated)
	if err != nil {
		return source, err
	}
	source.Audience = document.Audience
	source.Links["document"] = []string{document.ID}
	if obtained, given := source.Values["retrievedAt"].(time.Time); given {
		if err := registry.CheckPastInstant(obtained, w.now()); err != nil {
			return source, fault.Within("retrievedAt", err)
		}
	} else {
		source.Values["retrievedAt"] = w.now()
	}
	for _, by := range source.Links["assertedBy"] {
		w.mustExist(fault.Join(path, "assertedBy"), by, "Organisation")
	}
	return source, nil
}

// document drafts a document.
func (w *work) document(input map[string]any) (ledger.Record, error) {
	r, err := w.draftNew("Document", input)
	if err != nil {
		return r, err
	}
	return r, w.checkDocument(r)
}

func updateDocument(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Document", "document")
	if err != nil {
		return err
	}
	if err := w.checkDocument(s.Record); err != nil {
		return err
	}
	return w.onlyOne(ctx, s.Record)
}

// onlyOne asks that no document of the same file is there, among all that the actor may see. The ledger asks among those that the same people
// see, whoever writes.
func (w *work) onlyOne(ctx context.Context, r ledger.Record) error {
	digest := stored.Text(r.Values["sha256"])
	if digest == "" {
		return nil
	}
	keys, err := w.documentKeys(ctx, digest)
	if err != nil {
		return err
	}
	rows, err := w.readRows(ctx, `
MATCH (d:Document)
WHERE d.naturalKey IN $keys
  AND d.id <> $id
RETURN {id: d.id} AS row
ORDER BY row.id
LIMIT 1`, map[string]any{"keys": keys, "id": r.ID})
	if err != nil || len(rows) == 0 {
		return err
	}
	return fault.Within("sha256", registry.SecondDocument(digest, stored.Text(rows[0]["id"])))
}

// documentKeys gives what identifies the documents of a file that the actor may see.
func (w *work) documentKeys(ctx context.Context, digest string) ([]string, error) {
	keys := make([]string, len(w.rights.Visible))
	for i, number := range w.rights.Visible {
		audience, err := w.page.Audience(ctx, number)
		if err != nil {
			return nil, err
		}
		keys[i] = registry.DocumentKey(audience, digest)
	}
	return keys, nil
}

// checkDocument asks of a document what its own values must keep.
func (w *work) checkDocument(r ledger.Record) error {
	if err := registry.CheckPast(stored.Day(r.Values["publishedOn"]), w.today()); err != nil {
		return fault.Within("publishedOn", err)
	}
	if tag := stored.Text(r.Values["language"]); tag != "" {
		if err := registry.CheckLanguage(tag); err != nil {
			return fault.Within("language", err)
		}
	}
	if digest := stored.Text(r.Values["sha256"]); digest != "" {
		return fault.Within("sha256", registry.CheckSHA256(digest))
	}
	return nil
}
