package commands

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"partnernet/fault"
	"partnernet/intake/members"
	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/stored"
)

// importMembers admits those that a list of a network's members tells, by the rules by which one is admitted. What cannot be taken, and
// why, is told row by row. A list adds to what is held; what it tells differently of an organisation stays as it is held, and both are claims.
func importMembers(ctx context.Context, w *work) error {
	network := w.input("network")
	w.mustExist("network", network, "Network")
	described := ledger.Record{}
	if err := w.audience(&described, w.request.Input); err != nil {
		return err
	}
	known, err := members.ReadKnown(ctx, w.page.Run, network, w.rights.Visible)
	if err != nil {
		return err
	}
	file, _ := w.request.Input["file"].(File)
	source, err := w.sourceOfFile(ctx, file.SHA256, described.Audience)
	if err != nil {
		return err
	}
	given := source != ""
	if !given {
		source = w.newID()
	}
	known.Source = source
	if known.Answers, err = w.answers(); err != nil {
		return err
	}
	judged := members.Judge(w.list, known, w.today())
	if unanswered := members.Unanswered(judged, known.Answers); len(unanswered) > 0 {
		return fault.New(fault.BadInput, "The answer to row %d settles nothing: the row is not in doubt, or it may not mean that organisation. Look at the list again.", unanswered[0]).In("answers")
	}
	records := members.Records(w.list, known, judged, described.Audience, w.today())
	if len(w.broken) > 0 {
		w.refusedRows = members.Refuse(judged, w.broken)
		records = members.Records(w.list, known, judged, described.Audience, w.today())
	}
	allOrNothing, _ := w.request.Input["allOrNothing"].(bool)
	doubtful := func(j members.Judged) bool { return j.Verdict == lists.Conflict || j.Verdict == lists.Refused }
	if allOrNothing && slices.ContainsFunc(judged, doubtful) {
		records = nil
	}
	if len(records) > 0 {
		w.source = source
	}
	if len(records) > 0 && !given {
		if err := w.listed(ctx, file, described.Audience); err != nil {
			return err
		}
	}
	w.records, w.adds = append(w.records, records...), true
	became := importedOf(w.list, judged)
	became.Network, became.Source, became.Taken = network, w.source, len(records) > 0
	w.results, err = became.results()
	return err
}

// answers gives what the command says of rows in doubt, of each once.
func (w *work) answers() (map[int]members.Answer, error) {
	answers := map[int]members.Answer{}
	for i, answer := range objects(w.request.Input["answers"]) {
		row, _ := answer["row"].(int64)
		if _, twice := answers[int(row)]; twice {
			return nil, fault.New(fault.BadInput, "Row %d is answered twice. Give one answer to each row.", row).In(fmt.Sprintf("answers[%d]", i))
		}
		answers[int(row)] = members.Answer{Organisation: stored.Text(answer["organisation"])}
	}
	return answers, nil
}

// listed records the file that the command brings, on which what it records rests: one source, however often the file is given.
func (w *work) listed(ctx context.Context, file File, audience registry.Audience) error {
	rows, err := w.readRows(ctx, `
RETURN {document: COLLECT {
  MATCH (d:Document)
  WHERE d.naturalKey IN $keys
    AND d`+stored.Visible+`
  RETURN d.id
  ORDER BY d.audience = 0
  LIMIT 1
}} AS row`, map[string]any{"keys": []string{registry.DocumentKey(audience, file.SHA256), registry.DocumentKey("", file.SHA256)}, "visible": w.rights.Visible})
	if err != nil {
		return err
	}
	if documents := stored.Texts(rows[0]["document"]); len(documents) > 0 {
		w.records = append(w.records, listSource(w.source, documents[0], audience, w.now()))
		return nil
	}
	document := toldID(w.source, "document")
	title := registry.Plain(filepath.Base(file.Name))
	if err := registry.CheckText(title, true, registry.MaxName); err != nil {
		return fault.Within("file", err)
	}
	w.records = append(w.records,
		ledger.Record{Type: "Document", ID: document, Audience: audience,
			Values:  map[string]any{"title": title, "type": "DATASET", "sha256": file.SHA256},
			Unknown: map[string]registry.Reason{"publishedOn": registry.NotInSource, "url": registry.NotInSource, "reference": registry.NotInSource}},
		listSource(w.source, document, audience, w.now()))
	return nil
}

// listSource drafts the source that a list is, obtained now.
func listSource(id, document string, audience registry.Audience, now time.Time) ledger.Record {
	return ledger.Record{Type: "Source", ID: id, Audience: audience, Values: map[string]any{"retrievedAt": now},
		Links:   map[string][]string{"document": {document}},
		Unknown: map[string]registry.Reason{"assertedBy": registry.NotInSource}}
}
