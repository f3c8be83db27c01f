package graph

import (
	"partnernet/cypher"
	"partnernet/model"
	"partnernet/seal"
)

// openings are the functions that open what is sealed, where a command has it answered. The database and what is remembered of the command have it sealed.
func openings(keys *seal.Keys) cypher.Functions {
	return cypher.Functions{
		"RevealContactPayload.address":  opened(keys, "sealedAddress"),
		"RevealContactPayload.name":     opened(keys, "sealedName"),
		"SubjectExportPayload.document": func(c cypher.Call) (any, error) { return keys.OpenWithin(c.Text("sealedDocument")) },
	}
}

// opened opens a value, null where there is none.
func opened(keys *seal.Keys, name string) func(cypher.Call) (any, error) {
	return func(c cypher.Call) (any, error) {
		if c.Text(name) == "" {
			return nil, nil
		}
		return keys.Open(c.Text(name))
	}
}

// sealedFields gives the fields of a type that are sealed.
func sealedFields(m *model.Model, typeName string) []any {
	names := []any{}
	for _, f := range m.Type(typeName).Fields() {
		if f.Def.Type.Name() == "Sealed" {
			names = append(names, f.Name)
		}
	}
	return names
}
