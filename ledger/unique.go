package ledger

import (
	"context"
	"slices"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/rules"
	"partnernet/stored"
)

// Numbers of organisations and codes of themes belong to one record, among what whoever writes sees: that a hidden one has them is told by no refusal. It is
// asked of what an entry adds, before that is written.

// noteTaken notes which numbers and codes that an entry adds are another record's.
func (e *entry) noteTaken(ctx context.Context) error {
	var all []any
	first := map[[2]string]string{} // by scheme and value, the record of the entry that has it
	add := func(typeName, id, scheme, value string) {
		row := map[string]any{"type": typeName, "id": id, "scheme": scheme, "value": value}
		switch other, known := first[[2]string{scheme, value}]; {
		case !known:
			first[[2]string{scheme, value}] = id
			all = append(all, row)
		case other != id:
			e.taken(row, "")
		}
	}
	for _, p := range e.parts {
		part, _ := p.(map[string]any)
		if set, _ := part["set"].(map[string]any); part["label"] == numbers {
			add("Organisation", valueText(part["owner"]), valueText(set["scheme"]), valueText(set["value"]))
		}
	}
	for _, c := range e.created {
		node, _ := c.(map[string]any)
		if set, _ := node["set"].(map[string]any); node["label"] == "Theme" {
			add("Theme", valueText(node["id"]), "", valueText(set["code"]))
		}
	}
	for some := range evenChunks(all) {
		if err := e.noteTakenAlready(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

// noteTakenAlready notes which of the numbers and codes the registry holds for another record.
func (e *entry) noteTakenAlready(ctx context.Context, rows []any) error {
	taken, err := e.Run(ctx, `
UNWIND $rows AS row
CALL (row) {
  MATCH (other:Organisation)-[:HAS_IDENTIFIER]->(:Identifier {scheme: row.scheme, value: row.value})
  RETURN other, other.legalName AS name
  UNION
  MATCH (other:Theme {code: row.value})
  WHERE row.type = 'Theme'
  RETURN other, other.code AS name
}
WITH row, other, name
WHERE other.id <> row.id
  AND `+stored.VisibleOrAll("other")+`
RETURN row, name`, map[string]any{"rows": rows, "visible": orAll(e.telling.Visible)})
	for _, h := range taken {
		row, _ := h["row"].(map[string]any)
		e.taken(row, valueText(h["name"]))
	}
	return err
}

// taken notes that a number or code is another record's, named where one is.
func (e *entry) taken(row map[string]any, owner string) {
	field, refusal := "code", fault.New(fault.Conflict, "The code %s is taken. Use that theme, or choose another code.", row["value"])
	if row["type"] != "Theme" {
		id := registry.Identifier{Scheme: registry.Scheme(valueText(row["scheme"])), Value: valueText(row["value"])}
		field, refusal = "identifiers", fault.New(fault.Conflict, "%s belongs to another organisation. Name that one instead, or correct the number.", id.Display())
		if owner != "" {
			refusal = fault.New(fault.Conflict, "%s belongs to %s. Name that organisation instead, or correct the number.", id.Display(), owner)
		}
	}
	e.note(rules.Violated(valueText(row["type"]), valueText(row["id"]), field, refusal.Breaking(registry.RuleUnique)))
}

// note notes violations, each rule once for each record.
func (e *entry) note(violations ...rules.Violation) {
	for _, v := range violations {
		if !slices.ContainsFunc(e.broken, func(b rules.Violation) bool { return b.ID == v.ID && b.Rule == v.Rule }) {
			e.broken = append(e.broken, v)
		}
	}
}
