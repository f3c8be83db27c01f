package graph

import (
	"maps"
	"slices"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/seal"
	"partnernet/stored"
)

// functionsOf gives the functions behind the @computed fields of a schema: with those that need to know it, and those that open what is sealed.
func functionsOf(m *model.Model, keys *seal.Keys) cypher.Functions {
	all := maps.Clone(Functions)
	maps.Copy(all, openings(keys))
	all["ProcessingActivity.description"] = func(c cypher.Call) (any, error) {
		return stored.OrNull(m.Schema.Types[c.Text("type")].Description), nil
	}
	all["ProcessingActivity.sealedFields"] = func(c cypher.Call) (any, error) { return sealedFields(m, c.Text("type")), nil }
	all["Record.fieldSources"] = func(c cypher.Call) (any, error) { return fieldSources(m, c) }
	all["Change.fields"] = func(c cypher.Call) (any, error) {
		row, _ := c.Row["changedFields"].([]any)[0].(map[string]any)
		return ledger.ChangedFields(m, row), nil
	}
	return all
}

// fieldSources tells which sources told what each field of a record holds.
func fieldSources(m *model.Model, c cypher.Call) (any, error) {
	fields, narrowed := c.Arguments["fields"].([]any)
	for _, name := range fields {
		if name, _ := name.(string); !tellable(m, name) {
			return nil, fault.New(fault.BadInput, "No record has a field %.80q of which a source could tell.", name).At("fields")
		}
	}
	rows, _ := c.Row["tellings"].([]any)
	all := []any{}
	for _, field := range ledger.FieldSources(m, rows) {
		if narrowed && !slices.Contains(fields, any(field.Field)) {
			continue
		}
		entry := map[string]any{"field": field.Field, "value": field.Value, "locator": stored.OrNull(field.Locator)}
		if field.Row > 0 {
			if telling, _ := rows[field.Row].(map[string]any); field.Locator == "" { // then the place of all that the source told
				entry["locator"] = telling["locator"]
			}
			entry["source"], entry["change"] = field.Row, field.Row
		} else {
			entry["sourceUnknown"] = "NOT_RECORDED"
		}
		all = append(all, entry)
	}
	return all, nil
}

// tellable says whether some type of record has a field of a name that records have not all.
func tellable(m *model.Model, name string) bool {
	return slices.ContainsFunc(m.Types(), func(t *model.Type) bool {
		return t.Record && t.Field(name) != nil && m.Type("Record").Field(name) == nil
	})
}
