package commands

import (
	"context"
	"time"

	"partnernet/ledger"
	"partnernet/registry"
)

// recordDocument enters a document and the source that it is; the source is its own ground.
func recordDocument(ctx context.Context, w *work) error {
	document, err := w.document(w.request.Input)
	if err != nil {
		return err
	}
	told := map[string]any{}
	for _, field := range []string{"assertedBy", "retrievedAt", "locator", "sensitivity"} {
		told[field] = w.request.Input[field]
	}
	source, err := w.record("Source", w.newID(), told)
	if err != nil {
		return err
	}
	if err := w.references(ctx, source); err != nil {
		return err
	}
	obtained, given := source.Values["retrievedAt"].(time.Time)
	if !given {
		source.Values["retrievedAt"] = w.now()
	}
	if err := registry.CheckPastInstant(obtained, w.now()); err != nil {
		return within("retrievedAt", err)
	}
	source.Links["document"] = []string{document.ID}
	w.records = append(w.records, document, source)
	w.source = source.ID
	w.results["document"], w.results["source"] = document.ID, source.ID
	return nil
}

// document drafts a document.
func (w *work) document(input map[string]any) (ledger.Record, error) {
	r, err := w.record("Document", w.newID(), input)
	if err != nil {
		return r, err
	}
	if err := registry.CheckPast(day(r.Values["publishedOn"]), w.today()); err != nil {
		return r, within("publishedOn", err)
	}
	if tag := textOf(r.Values["language"]); tag != "" {
		if err := registry.CheckLanguage(tag); err != nil {
			return r, within("language", err)
		}
	}
	if digest := textOf(r.Values["sha256"]); digest != "" {
		return r, within("sha256", registry.CheckSHA256(digest))
	}
	return r, nil
}
