package rules

import (
	"maps"
	"slices"
	"strings"

	"partnernet/model"
	"partnernet/registry"
)

// singleFields are the fields that have room for one record, by the label and the type of the relationship. What has room for one may be told from the end that
// has room for many, as the units of an organisation, and be taken back when another has come since.
type singleFields map[string]map[string]string

func singleFieldsOf(m *model.Model) singleFields {
	single := singleFields{}
	for _, t := range m.Types() {
		if t.Label == "" || t.Abstract || !t.Record || slices.Contains(own, t.Label) {
			continue
		}
		single[t.Label] = map[string]string{}
		for _, f := range t.Fields() {
			if f.Kind == model.Relationship && f.Direction == "OUT" && !f.List && !f.Connection {
				single[t.Label][f.RelType] = f.Name
			}
		}
	}
	return single
}

// check asks that a record of a label leads to one other at most by a relationship that has room for one.
func (s singleFields) check(label, relation string, leads int64) error {
	field := s[label][relation]
	if field == "" {
		return nil // it has room for many there
	}
	return registry.CheckRoomForOne(field, leads)
}

// group asks the rule of records that are held.
func (s singleFields) group() Group {
	types := map[string]bool{}
	for _, fields := range s {
		for relation := range fields {
			types[relation] = true
		}
	}
	on := slices.Sorted(maps.Keys(types))
	return Group{
		On:       on,
		ofStored: true,
		whole:    "what has room for one leads to one",
		statement: `
UNWIND $ids AS id
MATCH (r:Record {id: id})-[link:` + strings.Join(on, "|") + `]->(:Record)
WITH r, type(link) AS relation, count(*) AS leads
WHERE leads > 1
RETURN {id: r.id, type: [label IN labels(r) WHERE label <> 'Record'][0], relation: relation, leads: leads} AS row`,
		Rules: []Beside{{Rules: []string{registry.RuleRoomForOne}, Field: "", check: func(r row) error {
			leads, _ := r["leads"].(int64)
			return s.check(r.text("type"), r.text("relation"), leads)
		}}},
	}
}

// Leads asks the rule of fields that lead to one record, of a record that is entered only now: how many others it leads to by each type of relationship.
func (g *Guard) Leads(label, id string, leads map[string]int64) []Violation {
	var broken []Violation
	for _, relation := range slices.Sorted(maps.Keys(leads)) {
		if err := g.single.check(label, relation, leads[relation]); err != nil {
			broken = append(broken, Violated(label, id, "", err))
		}
	}
	return broken
}
