package register

import (
	"fmt"
	"slices"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testworld"
)

// Facts gives all that the database holds but the log of changes, keys of commands, how often and when records were written, and the grounds
// on which they were.
func (w World) Facts() []string {
	w.T.Helper()
	rows, err := w.DB.ReadRows(w.T.Context(), store.Statement{Text: `
MATCH (n)
WHERE NOT n:Migration|Access|SignOuts|Audience|Change|Command|Lock|Source|Document|FormerRecord
RETURN labels(n) AS labels, properties(n) AS properties,
  [(n)-[r]->(m WHERE NOT m:Source|FormerRecord) | [type(r), coalesce(m.id, ''), labels(m), properties(r)]] AS links`})
	testworld.Must(w.T, err)
	var lines []string
	for _, row := range rows {
		properties := row["properties"].(object)
		for _, name := range []string{"version", "updatedAt", "recordedAt"} {
			delete(properties, name)
		}
		node := fmt.Sprint(row["labels"], properties)
		lines = append(lines, node)
		for _, link := range row["links"].([]any) {
			lines = append(lines, node+fmt.Sprint(link))
		}
	}
	slices.Sort(lines)
	return lines
}

// ChangeOf gives the id of the change that a command made of a record of a type.
func ChangeOf(payload object, typeName string) string {
	for _, c := range payload["changes"].([]any) {
		if At(c, "subject", "__typename") == typeName {
			return At(c, "id").(string)
		}
	}
	return ""
}

// Changed is the selection of the changes of a payload.
const Changed = "changes { id action subject { __typename } fields { name before after } }"

// Revert takes a change back.
func (w World) Revert(change string) Answer {
	return w.Command("revertChange", object{"id": change}, "subject { __typename id } reverted { id } "+Changed)
}

// LastChange gives the id of the last change of a payload.
func LastChange(payload object) string {
	all := payload["changes"].([]any)
	return At(all[len(all)-1], "id").(string)
}

// Correction is a record that is corrected, and what is to be seen of it before and after.
type Correction struct {
	Command, Record string
	Input           object
	Seen            string // the selection of the record
	Before, After   object
}

// Corrects asks of a command that changes one record what is the same for all: dryRun, another version, the same key again, its change, and taking
// that back.
func (w World) Corrects(c Correction) {
	w.T.Helper()
	selection := c.Record + " { " + c.Seen + " } changes { id fields { name before after } }"
	source := w.Make("recordDocument", object{"title": "The paper itself"}, "source")
	input := Merged(c.Input, object{"source": object{"id": source}})
	before := w.Dump()
	got := w.Command(c.Command, Merged(input, object{"dryRun": true}), selection).Good()
	if diff := cmp.Diff(c.After, got[c.Record]); diff != "" {
		w.T.Errorf("the dry run: %s", diff)
	}
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		w.T.Errorf("the dry run leaves something: %s", diff)
	}
	w.Command(c.Command, Merged(input, object{"expectedVersion": 99}), selection).Fails("CONFLICT", "", "input.expectedVersion")
	keyed := Merged(input, object{"idempotencyKey": c.Command})
	got = w.Command(c.Command, keyed, selection).Good()
	if diff := cmp.Diff(c.After, got[c.Record]); diff != "" {
		w.T.Errorf("corrected: %s", diff)
	}
	changes := got["changes"].([]any)
	if len(changes) == 0 || len(changes[0].(object)["fields"].([]any)) == 0 {
		w.T.Fatalf("no change tells before and after: %v", changes)
	}
	once := w.Dump()
	if diff := cmp.Diff(got, w.Command(c.Command, keyed, selection).Good()); diff != "" {
		w.T.Errorf("the same command again answers otherwise: %s", diff)
	}
	if diff := cmp.Diff(once, w.Dump()); diff != "" {
		w.T.Errorf("the same command again writes: %s", diff)
	}
	w.Command("revertChange", object{"id": changes[0].(object)["id"], "source": object{"id": source}}, "changes { id }").Good()
	shown := w.Do("query($id: ID!) { node(id: $id) { ... on "+typeOf(c.Record)+" { "+c.Seen+" } } }", object{"id": c.Input["id"]})
	if diff := cmp.Diff(c.Before, shown["node"]); diff != "" {
		w.T.Errorf("reverted: %s", diff)
	}
}

// typeOf gives the type of the record that a payload names.
func typeOf(record string) string { return string(record[0]-'a'+'A') + record[1:] }

// Named is an organisation as an answer shows it by its name.
func Named(name string) object { return object{"legalName": name} }
