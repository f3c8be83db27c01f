package ledger

import (
	"context"

	"partnernet/rules"
	"partnernet/store"
	"partnernet/stored"
)

// Check asks all rules of all that is held, and gives what breaks them: first what single records break, in the order of their ids, and then
// what records break beside others. It writes nothing.
func (l *Ledger) Check(ctx context.Context) ([]rules.Violation, error) {
	var broken []rules.Violation
	touched := rules.Touched{}
	for after := ""; ; {
		rows, err := l.db.ReadRows(ctx, store.Statement{Text: `
MATCH (r:Record)
WHERE r.id > $after
  AND NOT r:Change
  AND NOT r:FormerRecord
WITH r
ORDER BY r.id
LIMIT 1000
RETURN r.id AS id, [label IN labels(r) WHERE label <> 'Record'][0] AS label, properties(r) AS properties,
  [(r)-[link]->(part WHERE NOT part:Record) | [type(link), labels(part)[0], properties(part)]] AS parts,
  COLLECT { MATCH (r)-[link]->() RETURN DISTINCT type(link) } AS relations`, Params: map[string]any{"after": after}})
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			break
		}
		for _, row := range rows {
			after = valueText(row["id"])
			broken = append(broken, l.checkRecord(row, touched)...)
		}
	}
	beside, err := l.rules.BesideHeld(ctx, among(nil, l.db.ReadRows), touched)
	return append(broken, beside...), err
}

// checkRecord asks the rules of a record's own values and those of its parts, and takes down what the rules beside it need.
func (l *Ledger) checkRecord(row map[string]any, touched rules.Touched) []rules.Violation {
	id, label := valueText(row["id"]), valueText(row["label"])
	properties, _ := row["properties"].(map[string]any)
	touched.Add(label, id)
	for _, relation := range stored.List(row["relations"]) {
		touched.Add(valueText(relation), id)
	}
	broken := l.rules.Values(label, id, properties, nil, l.now())
	t := l.model.Type(label)
	for _, item := range stored.List(row["parts"]) {
		part := stored.List(item)
		of, _ := part[2].(map[string]any)
		for _, f := range t.Fields() {
			if f.RelType == valueText(part[0]) {
				broken = append(broken, l.rules.Part(label, id, f.Name, valueText(part[1]), of, nil, l.now())...)
				break
			}
		}
	}
	return broken
}
