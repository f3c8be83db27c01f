package ledger

import (
	"context"
	"iter"
	"slices"

	"partnernet/model"
)

// held is what the registry holds of a record before the telling.
type held struct {
	label      string // of its type
	properties map[string]any
	links      map[string][]string // by relationship type, outgoing
	incoming   map[string][]string // by relationship type, those that the telling tells too
	parts      []heldPart
	claims     []map[string]any
	told       map[string]string // by field: the source that told its value
}

// heldPart is a part of a record.
type heldPart struct {
	relation   string // the type of the relationship that leads to it
	properties map[string]any
	links      map[string][]string // by relationship type
}

// held reads the records that a telling is about and that are held: those with a label. New ones, of which a list has thousands, are not
// looked for again.
func (p *Page) held(ctx context.Context, records []Record, labels map[string]string) (map[string]held, error) {
	all := map[string]held{}
	records = slices.DeleteFunc(slices.Clone(records), func(r Record) bool { return labels[r.ID] == "" })
	for some := range evenly(records) {
		if err := p.readHeld(ctx, some, all); err != nil {
			return nil, err
		}
	}
	return all, p.incoming(ctx, records, all)
}

// evenly divides rows among as few statements as may be, into parts of one length: the database plans a statement anew for a list that is
// much longer or shorter.
func evenly[T any](rows []T) iter.Seq[[]T] {
	statements := max(1, (len(rows)+batch-1)/batch)
	return slices.Chunk(rows, max(1, (len(rows)+statements-1)/statements))
}

func (p *Page) readHeld(ctx context.Context, records []Record, all map[string]held) error {
	ids := make([]string, len(records))
	for i, r := range records {
		ids[i] = r.ID
	}
	rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, properties(r) AS properties, [label IN labels(r) WHERE label <> 'Record'][0] AS label,
  [(r)-[link]->(other:Record) | [type(link), other.id]] AS links,
  [(r)-[link]->(part) WHERE NOT part:Record AND NOT part:Claim |
    {relation: type(link), properties: properties(part), links: [(part)-[inner]->(other:Record) | [type(inner), other.id]]}] AS parts,
  [(r)-[:HAS_CLAIM]->(c:Claim)-[:HAS_SOURCE]->(s:Source) | {field: c.field, value: c.value, source: s.id}] AS claims,
  COLLECT {
    MATCH (r)<-[:CHANGED]-(change:Change)-[:HAS_SOURCE]->(s:Source)
    WITH change, s ORDER BY change.position
    RETURN [s.id, change.fields]
  } AS changes`, map[string]any{"ids": ids})
	for _, row := range rows {
		id, _ := row["id"].(string)
		all[id] = asHeld(row)
	}
	return err
}

func asHeld(row map[string]any) held {
	h := held{links: readLinks(row["links"]), incoming: map[string][]string{}, told: map[string]string{}}
	h.label, _ = row["label"].(string)
	h.properties, _ = row["properties"].(map[string]any)
	for _, p := range list(row["parts"]) {
		part, _ := p.(map[string]any)
		read := heldPart{links: readLinks(part["links"])}
		read.relation, _ = part["relation"].(string)
		read.properties, _ = part["properties"].(map[string]any)
		h.parts = append(h.parts, read)
	}
	for _, c := range list(row["claims"]) {
		claim, _ := c.(map[string]any)
		h.claims = append(h.claims, claim)
	}
	for _, c := range list(row["changes"]) {
		pair := list(c)
		source, _ := pair[0].(string)
		for _, f := range list(pair[1]) {
			text, _ := f.(string)
			h.told[changedField(text)] = source
		}
	}
	return h
}

func readLinks(v any) map[string][]string {
	links := map[string][]string{}
	for _, link := range list(v) {
		pair := list(link)
		kind, _ := pair[0].(string)
		target, _ := pair[1].(string)
		links[kind] = append(links[kind], target)
	}
	return links
}

// incoming reads which of the told relations that point at a record are held. All that point at it could be a great many.
func (p *Page) incoming(ctx context.Context, records []Record, all map[string]held) error {
	var asked []any
	for _, r := range records {
		for name, targets := range r.Links {
			f := p.field(r.Type, name)
			if f == nil || f.Direction == "OUT" {
				continue
			}
			for _, target := range targets {
				asked = append(asked, map[string]any{"id": r.ID, "type": f.RelType, "from": target})
			}
		}
	}
	for some := range evenly(asked) {
		rows, err := p.Run(ctx, `
UNWIND $asked AS row
MATCH (:Record {id: row.id})<-[link WHERE type(link) = row.type]-(:Record {id: row.from})
RETURN DISTINCT row.id AS id, row.type AS type, row.from AS source`, map[string]any{"asked": some})
		if err != nil {
			return err
		}
		for _, row := range rows {
			id, _ := row["id"].(string)
			relation, _ := row["type"].(string)
			from, _ := row["source"].(string)
			all[id].incoming[relation] = append(all[id].incoming[relation], from)
		}
	}
	return nil
}

// labels gives the label of each record that is held, by id, of those that a telling tells or leads to.
func (p *Page) labels(ctx context.Context, records []Record) (map[string]string, error) {
	var ids []string
	for _, r := range records {
		ids = append(ids, r.ID)
		for _, targets := range r.Links {
			ids = append(ids, targets...)
		}
		for _, parts := range r.Parts {
			for _, part := range parts {
				for _, targets := range part.Links {
					ids = append(ids, targets...)
				}
			}
		}
	}
	labels := map[string]string{}
	slices.Sort(ids)
	for some := range evenly(slices.Compact(ids)) {
		rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN id, [label IN labels(r) WHERE label <> 'Record'][0] AS label`, map[string]any{"ids": some})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			id, _ := row["id"].(string)
			labels[id], _ = row["label"].(string)
		}
	}
	return labels, nil
}

// field gives a field of a type, nil when there is no such field or type.
func (p *Page) field(typeName, name string) *model.Field {
	t := p.ledger.model.Type(typeName)
	if t == nil {
		return nil
	}
	return t.Field(name)
}

func list(v any) []any {
	items, _ := v.([]any)
	return items
}
