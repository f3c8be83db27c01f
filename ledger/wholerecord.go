package ledger

import (
	"context"
	"slices"

	"partnernet/stored"
)

// former is the label of what is no record any more: it was merged into another one, or what entered it was reverted.
const former = "FormerRecord"

// alike is the relationship that the ledger itself keeps between organisations that may be one; see likeness.go.
const alike = "POSSIBLE_DUPLICATE_OF"

// wholeRecord is a record with all that hangs on it, whichever way it points.
type wholeRecord struct {
	id, label  string
	properties map[string]any
	links      []linkChange
	parts      []ownedPart // its own, and those of others that lead to it
	grounds    []int64     // positions of the changes that rest on it
}

// ownedPart is a part or claim of a record.
type ownedPart struct {
	node, owner, relation, label string
	current                      storedPart
}

// wholes reads records whole, by their ids. What the ledger works out by itself is left out.
func (p *Page) wholes(ctx context.Context, ids []string) (map[string]wholeRecord, error) {
	rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN id, properties(r) AS properties, [label IN labels(r) WHERE label <> 'Record'][0] AS label,
  [(r)-[link WHERE type(link) <> $alike]->(other:Record) | [type(link), r.id, other.id]] AS leads,
  [(r)<-[link WHERE type(link) <> $alike]-(other:Record WHERE NOT other:Change) | [type(link), other.id, r.id]] AS led,
  [(r)-[link]->(part WHERE NOT part:Record AND NOT part:LikenessKey) |
    [elementId(part), r.id, type(link), labels(part)[0], properties(part), [(part)-[inner]->(end:Record) | [type(inner), end.id]]]] AS parts,
  [(r)<--(part WHERE NOT part:Record)<-[link]-(owner:Record WHERE owner <> r) |
    [elementId(part), owner.id, type(link), labels(part)[0], properties(part), [(part)-[inner]->(end:Record) | [type(inner), end.id]]]] AS others,
  [(r)<-[:HAS_SOURCE]-(change:Change) | change.position] AS grounds`, map[string]any{"ids": ids, "alike": alike})
	if err != nil {
		return nil, err
	}
	all := map[string]wholeRecord{}
	for _, row := range rows {
		w := readWhole(row)
		all[w.id] = w
	}
	return all, nil
}

func readWhole(row map[string]any) wholeRecord {
	w := wholeRecord{id: valueText(row["id"]), label: valueText(row["label"])}
	w.properties, _ = row["properties"].(map[string]any)
	for _, l := range slices.Concat(stored.List(row["leads"]), stored.List(row["led"])) {
		link := stored.List(l)
		w.links = append(w.links, linkChange{Type: valueText(link[0]), From: valueText(link[1]), To: valueText(link[2]), Added: true})
	}
	for _, item := range slices.Concat(stored.List(row["parts"]), stored.List(row["others"])) {
		part := stored.List(item)
		current := storedPart{relation: valueText(part[2]), links: readLinks(part[5])}
		current.properties, _ = part[4].(map[string]any)
		w.parts = append(w.parts, ownedPart{node: valueText(part[0]), owner: valueText(part[1]), relation: current.relation, label: valueText(part[3]), current: current})
	}
	for _, position := range stored.List(row["grounds"]) {
		n, _ := position.(int64)
		w.grounds = append(w.grounds, n)
	}
	return w
}

// storedValue gives what is stored under the name of an effect's value, frozen.
func (w wholeRecord) storedValue(name string) any {
	if field, is := reasonOf(name); is {
		return frozen(stored.OrNull(string(reasons(w.properties)[field])))
	}
	return frozen(w.properties[name])
}

// holding gives the nodes of the record's parts that hold what an effect left.
func (w wholeRecord) holding(relation string, current *frozenPart) []string {
	var nodes []string
	for _, p := range w.parts {
		if p.owner == w.id && p.relation == relation && p.current.freeze().same(current) {
			nodes = append(nodes, p.node)
		}
	}
	return nodes
}
