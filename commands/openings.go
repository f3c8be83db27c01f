package commands

import (
	"cmp"
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// revealContact shows the address of a contact. The results, which are kept, have it sealed; it is opened where it is answered.
func revealContact(ctx context.Context, w *work) error {
	id := w.input("id")
	w.mustExist("id", id, "Contact")
	current, err := w.storedProperties(ctx, id)
	if err != nil {
		return err
	}
	if err := fault.Within("id", registry.CheckNotErased(stored.Day(current["erasedOn"]))); err != nil {
		return err
	}
	rows, err := w.readRows(ctx, `
MATCH (:Record&Contact {id: $id})-[:OF_PERSON]->(person:Person)
RETURN {name: person.name} AS row`, map[string]any{"id": id})
	if err != nil {
		return err
	}
	w.results["contact"], w.results["address"], w.results["name"] = id, current["address"], nil
	for _, row := range rows {
		w.results["name"] = row["name"]
	}
	return w.opened(ctx, audit.Revealed, id, nil)
}

// openRestricted has the actor see what is restricted, for a time.
func openRestricted(ctx context.Context, w *work) error {
	if !w.rights.Sight.MayOpenRestricted() && w.rights.Until.IsZero() {
		return fault.New(fault.Forbidden, "What is restricted is opened by a coordinator of all networks.")
	}
	minutes, _ := w.request.Input["minutes"].(int64)
	if err := registry.CheckOpening(minutes); err != nil {
		return fault.Within("minutes", err)
	}
	if err := w.opened(ctx, audit.Opened, "", w.now().UTC().Add(time.Duration(minutes)*time.Minute)); err != nil {
		return err
	}
	return w.page.RaiseAccess(ctx)
}

// opened writes that the actor opens a record, or until a time what is restricted, and what for.
func (w *work) opened(ctx context.Context, event audit.Event, record string, until any) error {
	purpose := w.input("purpose")
	if err := cmp.Or(registry.CheckText(purpose, true, registry.MaxName), registry.CheckImpersonal(purpose)); err != nil {
		return fault.Within("purpose", err)
	}
	key := uuid.NewString()
	w.results["reading"] = key
	_, err := w.page.Run(ctx, `
MATCH (account:Record {id: $account})
CREATE (account)<-[:READ_BY]-(reading:Reading {key: $key, at: $at, purpose: $purpose, until: $until})
WITH reading
MATCH (record:Record {id: $record})
CREATE (reading)-[:READING_OF]->(record)`,
		map[string]any{"account": w.rights.Account, "record": record, "key": key, "at": w.now().UTC(), "purpose": purpose, "until": until})
	if err != nil {
		return err
	}
	return audit.Write(ctx, w.page.Send, audit.At(w.now(), event, w.rights.Account, record))
}

// mayOpen asks that what is sealed or restricted is opened by an account.
func (w *work) mayOpen() error {
	if table[w.request.Name].opens && w.rights.Account == "" {
		return fault.New(fault.Unauthenticated, "Sign in with an account of your own: it is written down who opens or erases what is told of persons.")
	}
	return nil
}

// subjectExport gives all that is kept of a subject: sealed here, and opened where it is answered.
func subjectExport(ctx context.Context, w *work) error {
	id, err := w.subject(ctx)
	if err != nil {
		return err
	}
	w.mustExist("id", id, "Person", "Contact")
	if err := w.checkWholeSubject(ctx, id); err != nil {
		return err
	}
	rows, err := w.readRows(ctx, `
MATCH (subject:Record {id: $id})
MATCH (record:Record)
WHERE record = subject OR EXISTS { (record:Contact)-[:OF_PERSON]->(subject) }
RETURN {type: head([label IN labels(record) WHERE label <> 'Record']), values: properties(record),
  organisations: [(record)-[:CONTACT_OF]->(o:Organisation) | o.legalName],
  sources: [(record)-[:HAS_SOURCE]->(:Source)-[:FROM_DOCUMENT]->(d:Document) WHERE d`+stored.Visible+` | d.title],
  changes: COLLECT { MATCH (record)<-[:CHANGED]-(c:Change) RETURN {at: c.at, action: c.action, fields: c.fields} ORDER BY c.position },
  openings: COLLECT { MATCH (record)<-[:READING_OF]-(r:Reading)-[:READ_BY]->(account) RETURN {at: r.at, by: account.name, purpose: r.purpose} ORDER BY r.at }} AS row
ORDER BY row.type DESC, row.values.id`, map[string]any{"id": id, "visible": w.rights.Visible})
	if err != nil {
		return err
	}
	// Nothing in it is what others see of the subject, but what is kept: the number of its audience, say, tells the person nothing.
	for _, row := range rows {
		values, _ := row["values"].(map[string]any)
		delete(values, "audience")
		changes, _ := row["changes"].([]any)
		for _, item := range changes {
			change, _ := item.(map[string]any)
			change["fields"] = fieldsOf(change["fields"])
		}
	}
	text, err := json.MarshalIndent(plainValues(rows), "", "  ")
	if err != nil {
		return err
	}
	w.results["subject"], w.results["document"] = id, string(text)
	return w.opened(ctx, audit.Exported, id, nil)
}

// subject gives the id of whom everything is to be given, by the id or by what is sealed of them.
func (w *work) subject(ctx context.Context) (string, error) {
	id, known := w.input("id"), w.input("known")
	if (id == "") == (known == "") {
		return "", fault.New(fault.BadInput, "give either id or known.").In("id")
	}
	if id != "" {
		return id, nil
	}
	all, err := w.keys.Known(known)
	if err != nil {
		return "", err
	}
	var subjects []string
	for _, id := range all {
		there, err := w.exists(ctx, Sought{id, []string{"Person", "Contact"}})
		if err != nil {
			return "", err
		}
		if there {
			subjects = append(subjects, id)
		}
	}
	switch {
	case len(subjects) == 0:
		return "", fault.New(fault.NotFound, "nothing is kept of anybody of that name or address.").In("known")
	case len(subjects) > 1:
		return "", fault.New(fault.Conflict, "it is told of more than one. Give the id of one of them: %s.", listed(subjects)).In("known")
	}
	return subjects[0], w.permittedTo(ctx, deed{may: erasers, ids: subjects})
}

// fieldsOf gives what a change has done to each field.
func fieldsOf(kept any) []any {
	all := []any{}
	for _, f := range ledger.LoggedFields(kept) {
		all = append(all, map[string]any{"field": f.Name, "before": f.Before, "after": f.After})
	}
	return all
}

// plainValues gives rows as JSON has them: days as people write them.
func plainValues(v any) any {
	switch v := v.(type) {
	case []map[string]any:
		all := make([]any, len(v))
		for i, row := range v {
			all[i] = plainValues(row)
		}
		return all
	case []any:
		all := make([]any, len(v))
		for i, item := range v {
			all[i] = plainValues(item)
		}
		return all
	case map[string]any:
		all := make(map[string]any, len(v))
		for name, item := range v {
			all[name] = plainValues(item)
		}
		return all
	case dbtype.Date:
		return v.String()
	}
	return v
}
