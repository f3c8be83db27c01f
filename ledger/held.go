package ledger

import "context"

// held is what the registry holds of a record before the telling.
type held struct {
	properties map[string]any
	links      map[string][]string // by relationship type, outgoing
	claims     []map[string]any
	told       map[string]string // by field: the source that told its value
	sources    []string
}

// held reads the records that a telling is about.
func (p *Page) held(ctx context.Context, records []Record) (map[string]held, error) {
	ids := make([]string, len(records))
	for i, r := range records {
		ids[i] = r.ID
	}
	rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, properties(r) AS properties,
  [(r)-[link]->(other:Record) | [type(link), other.id]] AS links,
  [(r)-[:HAS_CLAIM]->(c:Claim)-[:HAS_SOURCE]->(s:Source) | {field: c.field, value: c.value, source: s.id}] AS claims,
  COLLECT {
    MATCH (r)<-[:CHANGED]-(change:Change)-[:HAS_SOURCE]->(s:Source)
    WITH change, s ORDER BY change.position
    RETURN [s.id, change.fields]
  } AS changes`, map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	all := make(map[string]held, len(rows))
	for _, row := range rows {
		id, _ := row["id"].(string)
		all[id] = readHeld(row)
	}
	return all, nil
}

func readHeld(row map[string]any) held {
	h := held{links: map[string][]string{}, told: map[string]string{}}
	h.properties, _ = row["properties"].(map[string]any)
	for _, link := range list(row["links"]) {
		pair := list(link)
		kind, _ := pair[0].(string)
		target, _ := pair[1].(string)
		h.links[kind] = append(h.links[kind], target)
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

func list(v any) []any {
	items, _ := v.([]any)
	return items
}
