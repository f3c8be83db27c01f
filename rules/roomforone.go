package rules

import (
	"maps"
	"slices"
	"strings"

	"partnernet/model"
	"partnernet/registry"
)

// roomForOne is the rule of fields that lead to one record. What has room for one may be told from the end that has room for many, as the
// units of an organisation, and be taken back when another has come since.
func roomForOne(m *model.Model) Group {
	single := map[string]map[string]string{} // by type and relationship: the field
	types := map[string]bool{}
	for _, t := range m.Types() {
		if t.Label == "" || t.Abstract || !t.Record || slices.Contains(own, t.Label) {
			continue
		}
		single[t.Label] = map[string]string{}
		for _, f := range t.Fields() {
			if f.Kind == model.Relationship && f.Direction == "OUT" && !f.List && !f.Connection {
				single[t.Label][f.RelType], types[f.RelType] = f.Name, true
			}
		}
	}
	on := slices.Sorted(maps.Keys(types))
	return Group{
		On: on,
		statement: `
UNWIND $ids AS id
MATCH (r:Record {id: id})-[link:` + strings.Join(on, "|") + `]->(:Record)
WITH r, type(link) AS relation, count(*) AS leads
WHERE leads > 1
RETURN {id: r.id, type: [label IN labels(r) WHERE label <> 'Record'][0], relation: relation, leads: leads} AS row`,
		Rules: []Beside{{[]string{registry.RuleRoomForOne}, "", func(r row) error {
			field, leads := single[r.text("type")][r.text("relation")], r["leads"]
			if field == "" {
				return nil // a type that has room for many there
			}
			n, _ := leads.(int64)
			return registry.CheckRoomForOne(field, n)
		}}},
	}
}
