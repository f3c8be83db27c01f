package ledger

import (
	"context"
	"iter"
	"maps"
	"slices"

	"partnernet/model"
	"partnernet/stored"
)

// storedRecord is what the registry holds of a record before the telling.
type storedRecord struct {
	label      string // of its type
	properties map[string]any
	links      map[string][]string // by relationship type, outgoing
	incoming   map[string][]string // by relationship type, those that the telling tells too
	parts      []storedPart
	claims     []map[string]any
	sources    map[string]string // by field: the source that told its value
	sayings    map[saying]bool
}

// saying is what a source has said of a field, on record.
type saying struct{ source, field, value string }

// returns says whether a record that was entered by mistake, and is none any more, is one again when it is told as one of a type.
func (h storedRecord) returns(t *model.Type) bool {
	return h.label == former && h.properties["was"] == t.Label && len(h.links["MERGED_INTO"]) == 0
}

// storedPart is a part of a record.
type storedPart struct {
	relation   string // the type of the relationship that leads to it
	properties map[string]any
	links      map[string][]string // by relationship type
}

// readStoredRecords reads the records that are held of those that a telling is about, and the label of each record that it tells or leads to.
func (p *Page) readStoredRecords(ctx context.Context, t Telling) (all map[string]storedRecord, labels map[string]string, err error) {
	all, labels = map[string]storedRecord{}, map[string]string{}
	maps.Copy(labels, t.Labels)
	for some := range evenChunks(rowsToRead(t)) {
		if err := p.readStoredChunk(ctx, some, all, labels); err != nil {
			return nil, nil, err
		}
	}
	for _, r := range t.Records {
		kind := p.ledger.model.Type(r.Type)
		if kind == nil {
			continue
		}
		if h, known := all[r.ID]; known && h.returns(kind) || labels[r.ID] == "" {
			labels[r.ID] = kind.Label
		}
	}
	return all, labels, p.readIncoming(ctx, t.Records, all)
}

// rowsToRead gives a row for each record that is told or led to, as far as it is not known what is held of it.
func rowsToRead(t Telling) []any {
	given := map[string]bool{}
	lead := func(targets []string) {
		for _, id := range targets {
			if t.Labels[id] == "" {
				given[id] = false
			}
		}
	}
	for _, r := range t.Records {
		for _, targets := range r.Links {
			lead(targets)
		}
		for _, parts := range r.Parts {
			for _, part := range parts {
				for _, targets := range part.Links {
					lead(targets)
				}
			}
		}
	}
	for _, r := range t.Records {
		if r.New {
			delete(given, r.ID)
		} else {
			given[r.ID] = true
		}
	}
	rows := make([]any, 0, len(given))
	for _, id := range slices.Sorted(maps.Keys(given)) {
		rows = append(rows, map[string]any{"id": id, "told": given[id]})
	}
	return rows
}

// evenChunks divides rows among as few statements as may be, into parts of one length: the database plans a statement anew for a list that is
// much longer or shorter.
func evenChunks[T any](rows []T) iter.Seq[[]T] {
	statements := max(1, (len(rows)+batch-1)/batch)
	return slices.Chunk(rows, max(1, (len(rows)+statements-1)/statements))
}

func (p *Page) readStoredChunk(ctx context.Context, wanted []any, all map[string]storedRecord, labels map[string]string) error {
	rows, err := p.Run(ctx, `
UNWIND $asked AS row
MATCH (r:Record {id: row.id})
OPTIONAL CALL (r, row) {
  WITH r, row
  WHERE row.told
  RETURN {
    properties: properties(r),
    links: [(r)-[link]->(other:Record) | [type(link), other.id]],
    parts: [(r)-[link]->(part) WHERE NOT part:Record AND NOT part:Claim AND NOT part:LikenessKey |
      {relation: type(link), properties: properties(part), links: [(part)-[inner]->(other:Record) | [type(inner), other.id]]}],
    claims: [(r)-[:HAS_CLAIM]->(c:Claim)-[:HAS_SOURCE]->(s:Source) | {field: c.field, value: c.value, source: s.id}],
    changes: COLLECT {
      MATCH (r)<-[:CHANGED]-(change:Change)-[:HAS_SOURCE]->(s:Source)
      WITH change, s
      ORDER BY change.position
      RETURN [s.id, change.fields, change.agreed]
    }
  } AS held
}
RETURN row.id AS id, [label IN labels(r) WHERE label <> 'Record'][0] AS label, held`, map[string]any{"asked": wanted})
	for _, row := range rows {
		id := valueText(row["id"])
		labels[id] = valueText(row["label"])
		if read, given := row["held"].(map[string]any); given {
			all[id] = storedRecordOf(labels[id], read)
		}
	}
	return err
}

func storedRecordOf(label string, row map[string]any) storedRecord {
	h := storedRecord{label: label, links: readLinks(row["links"]), incoming: map[string][]string{}, sources: map[string]string{}, sayings: map[saying]bool{}}
	h.properties, _ = row["properties"].(map[string]any)
	for _, p := range stored.List(row["parts"]) {
		part, _ := p.(map[string]any)
		read := storedPart{links: readLinks(part["links"])}
		read.relation, _ = part["relation"].(string)
		read.properties, _ = part["properties"].(map[string]any)
		h.parts = append(h.parts, read)
	}
	for _, c := range stored.List(row["claims"]) {
		claim, _ := c.(map[string]any)
		h.claims = append(h.claims, claim)
	}
	for _, c := range stored.List(row["changes"]) {
		pair := stored.List(c)
		source := valueText(pair[0])
		for _, f := range LoggedFields(pair[1]) {
			h.sources[f.Name] = source
			h.sayings[saying{source, f.Name, f.After}] = true
		}
		for _, f := range LoggedFields(pair[2]) {
			h.sayings[saying{source, f.Name, f.After}] = true
		}
	}
	return h
}

func readLinks(v any) map[string][]string {
	links := map[string][]string{}
	for _, link := range stored.List(v) {
		pair := stored.List(link)
		kind, _ := pair[0].(string)
		target, _ := pair[1].(string)
		links[kind] = append(links[kind], target)
	}
	return links
}

// readIncoming reads which of the told relations that point at a record are held. All that point at it could be a great many.
func (p *Page) readIncoming(ctx context.Context, records []Record, all map[string]storedRecord) error {
	var wanted []any
	for _, r := range records {
		if _, known := all[r.ID]; !known {
			continue
		}
		for name, targets := range r.Links {
			f := p.field(r.Type, name)
			if f == nil || f.Direction == "OUT" {
				continue
			}
			for _, target := range targets {
				wanted = append(wanted, map[string]any{"id": r.ID, "type": f.RelType, "from": target})
			}
		}
	}
	for some := range evenChunks(wanted) {
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

// field gives a field of a type, nil when there is no such field or type.
func (p *Page) field(typeName, name string) *model.Field {
	t := p.ledger.model.Type(typeName)
	if t == nil {
		return nil
	}
	return t.Field(name)
}
