package ledger

import (
	"slices"

	"partnernet/model"
	"partnernet/registry"
)

// derivation is a stored property that the ledger works out from the other properties of a record, for searching, sorting or comparing.
type derivation struct {
	property string
	from     func(properties map[string]any) any // null where there is nothing to work it out from
}

// derivations are all those of a type. What the ledger writes of them and what it knows as its own work both come from here.
func derivations(t *model.Type) []derivation {
	var all []derivation
	if len(t.SearchedBy) > 0 {
		all = append(all, derivation{"searchText", func(properties map[string]any) any { return searchText(t.SearchedBy, properties) }})
	}
	if t.SortedBy != "" {
		all = append(all, derivation{"sortKey", ofText(t.SortedBy, func(name string) any { return registry.SortKey(name) })})
	}
	if t.ComparedBy != "" {
		all = append(all, derivation{"textVector", ofText(t.ComparedBy, func(text string) any { return vector(registry.TextVector(text)) })})
	}
	return all
}

// derived gives the properties that the type's searching, sorting and comparing are done by, from all the record's properties.
func derived(t *model.Type, properties map[string]any) map[string]any {
	worked := map[string]any{}
	for _, d := range derivations(t) {
		worked[d.property] = d.from(properties)
	}
	return worked
}

// isKeptByLedger says whether the ledger keeps a property of a type's records by itself, rather than because somebody has told it.
func isKeptByLedger(t *model.Type, property string) bool {
	worked := slices.ContainsFunc(derivations(t), func(d derivation) bool { return d.property == property })
	return worked || slices.Contains([]string{"id", "version", "audience", "createdAt", "updatedAt", "unknown", naturalKey}, property)
}

// ofText works something out from a text, and nothing where there is none.
func ofText(name string, from func(text string) any) func(map[string]any) any {
	return func(properties map[string]any) any {
		if text, known := properties[name].(string); known {
			return from(text)
		}
		return nil
	}
}

func searchText(names []string, properties map[string]any) string {
	var texts []string
	for _, name := range names {
		texts = append(texts, textsOf(properties[name])...)
	}
	return registry.SearchText(texts)
}

// vector gives a list of numbers as the database takes it, null for none.
func vector(list []int) any {
	if list == nil {
		return nil
	}
	values := make([]any, len(list))
	for i, number := range list {
		values[i] = int64(number)
	}
	return values
}
