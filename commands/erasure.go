package commands

import (
	"context"
	"slices"
	"strings"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/seal"
	"partnernet/stored"
)

// eraseSubject takes the values from a person and from all contacts that are theirs. Once that is final, their key is removed.
func eraseSubject(ctx context.Context, w *work) error {
	id := w.input("id")
	w.mustExist("id", id, "Person", "Contact")
	current, err := w.storedProperties(ctx, id)
	if err != nil {
		return err
	}
	if err := w.checkVersion(ctx, "expectedVersion", id); err != nil {
		return err
	}
	if err := fault.Within("id", registry.CheckErasable(stored.Day(current["erasedOn"]), stored.Text(current["hold"]))); err != nil {
		return err
	}
	if err := w.checkWholeSubject(ctx, id); err != nil {
		return err
	}
	contacts, err := w.contactsOf(ctx, id)
	if err != nil {
		return err
	}
	sealedField := "address"
	if w.labels[id] == "Person" {
		sealedField = "name"
	}
	w.erase(w.labels[id], id, sealedField)
	for _, contact := range contacts {
		w.erase("Contact", contact, "address")
	}
	w.hide(registry.ForOrganisers)
	w.results["subject"], w.results["contacts"] = id, contacts
	return audit.Write(ctx, w.page.Send, audit.At(w.now(), audit.Erased, w.rights.Account, id))
}

// checkWholeSubject asks that a record that is named is all that is kept of somebody, and not a contact of theirs.
func (w *work) checkWholeSubject(ctx context.Context, id string) error {
	rows, err := w.readRows(ctx, "MATCH (:Record {id: $id})-[:OF_PERSON]->(person:Person)\nRETURN {id: person.id} AS row", map[string]any{"id": id})
	for _, row := range rows {
		err = fault.Within("id", registry.CheckWholeSubject(stored.Text(row["id"])))
	}
	return err
}

// contactsOf gives the ids of all contacts that are a person's, whoever may see them.
func (w *work) contactsOf(ctx context.Context, person string) ([]string, error) {
	rows, err := w.readRows(ctx, `
MATCH (contact:Contact)-[:OF_PERSON]->(:Record&Person {id: $id})
WHERE contact.erasedOn IS NULL
RETURN {id: contact.id} AS row
ORDER BY row.id`, map[string]any{"id": person})
	ids := []string{}
	for _, row := range rows {
		ids = append(ids, stored.Text(row["id"]))
	}
	return ids, err
}

// erase drafts that a record has its sealed value no more.
func (w *work) erase(typeName, id, field string) {
	w.paths[id] = ""
	w.records = append(w.records, ledger.Record{Type: typeName, ID: id, Values: map[string]any{field: nil, "erasedOn": w.today()}})
}

// DropErased removes the keys of those who have been erased, and gives how many these were. It is done once an erasure is final, and when a server starts: one
// may have ended between the two.
func DropErased(ctx context.Context, l *ledger.Ledger, keys *seal.Keys) (int, error) {
	subjects, err := keys.Subjects()
	if err != nil || len(subjects) == 0 {
		return 0, err
	}
	var erased []string
	err = l.Write(ctx, func(ctx context.Context, p *ledger.Page) error {
		rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (subject:Record {id: id})
WHERE subject.erasedOn IS NOT NULL
RETURN subject.id AS id`, map[string]any{"ids": subjects})
		erased = nil
		for _, row := range rows {
			erased = append(erased, stored.Text(row["id"]))
		}
		if err != nil {
			return err
		}
		return ledger.ErrDryRun
	})
	if err != nil {
		return 0, err
	}
	for _, subject := range erased {
		if err := keys.Drop(subject); err != nil {
			return 0, fault.Wrap(fault.Internal, err, "The values have been erased, but a key could not be removed from the folder of keys. Send the command again, or start the server anew: both try again.")
		}
	}
	return len(erased), nil
}

// listed gives ids in one line.
func listed(ids []string) string {
	slices.Sort(ids)
	return strings.Join(ids, ", ")
}
