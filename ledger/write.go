package ledger

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// write writes the entry. Names in the statements are the schema's own; what the source told travels in parameters.
func (e *entry) write(ctx context.Context) error {
	steps := []func(context.Context) error{e.writeNodes, e.writeUnlinks, e.writeDrops, e.writeLinks, e.writeParts, e.writeClaims, e.writeChanges, e.writeLikenesses}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// batch is how many rows one statement has. The database holds all rows of a statement at once, beside what the transaction has written.
const batch = 2_000

// run writes rows. A row that names a record that is not there is a fault, never a silent loss.
func (e *entry) run(ctx context.Context, all []any, text string) error {
	for rows := range evenly(all) {
		params := map[string]any{"rows": rows, "now": e.now, "actor": e.telling.Actor, "action": e.telling.Action,
			"source": e.telling.Source, "position": e.position}
		result, err := e.Run(ctx, text+"\nRETURN count(*) AS written", params)
		if err != nil {
			return err
		}
		if written := result[0]["written"]; written != int64(len(rows)) {
			return fmt.Errorf("%v of %d rows found their records: %s", written, len(rows), text)
		}
	}
	return nil
}

// writeNodes writes all records at once, whatever their types: planning a statement costs more than writing a few rows. Nobody else writes
// during the entry, so what was not held when it was drafted is new, and need not be looked for again.
func (e *entry) writeNodes(ctx context.Context) error {
	err := e.run(ctx, e.created, `
UNWIND $rows AS row
CREATE (n:Record:$(row.label))
SET n = row.set, n.id = row.id, n.version = 1, n.createdAt = $now, n.updatedAt = $now, n.sensitivity = row.sensitivity`)
	if err != nil {
		return err
	}
	return e.run(ctx, e.changed, `
UNWIND $rows AS row
MATCH (n:Record {id: row.id})
SET n += row.set, n.version = n.version + 1, n.updatedAt = $now`)
}

func (e *entry) writeUnlinks(ctx context.Context) error {
	return e.run(ctx, e.unlinks, `
UNWIND $rows AS row
MATCH (:Record {id: row.from})-[link WHERE type(link) = row.type]->(:Record {id: row.to})
DELETE link`)
}

func (e *entry) writeDrops(ctx context.Context) error {
	return e.run(ctx, e.drops, `
UNWIND $rows AS row
MATCH (:Record {id: row.owner})-[link WHERE type(link) = row.relation]->(part WHERE NOT part:Record)
DETACH DELETE part`)
}

// writeLinks writes the links that are not held, each once. A MERGE would look for each of them, and of a record to which ten thousand of
// the entry lead (their source, their network) it would go through all that were written before: the square of their number.
func (e *entry) writeLinks(ctx context.Context) error {
	return e.run(ctx, e.links, `
UNWIND $rows AS row
MATCH (from:Record {id: row.from})
MATCH (to:Record {id: row.to})
CREATE (from)-[:$(row.type)]->(to)`)
}

func (e *entry) writeParts(ctx context.Context) error {
	byName := func(a, b part) int {
		return cmp.Or(cmp.Compare(a.owner+a.field+a.keys, b.owner+b.field+b.keys), heldLast(a.held, b.held))
	}
	for _, key := range slices.SortedFunc(maps.Keys(e.parts), byName) {
		if err := e.run(ctx, e.parts[key], e.partText(key)); err != nil {
			return err
		}
		if err := e.writePartLinks(ctx, key); err != nil {
			return err
		}
	}
	return nil
}

// heldLast orders parts that are new before those that are held, which may be new ones that are told of again.
func heldLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// partText writes the parts of one field.
func (e *entry) partText(key part) string {
	f, clause := e.ledger.model.Type(key.owner).Field(key.field), "CREATE"
	if key.held {
		clause = "MATCH"
	}
	return fmt.Sprintf(`
UNWIND $rows AS row
MATCH (owner:Record {id: row.owner})
%s (owner)-[:%s]->(part:%s%s)
SET part += row.set`, clause, f.RelType, e.ledger.model.Type(f.Target).Label, keyPattern(key.keys))
}

func (e *entry) writePartLinks(ctx context.Context, key part) error {
	f := e.ledger.model.Type(key.owner).Field(key.field)
	for _, inner := range e.ledger.model.Type(f.Target).Fields() {
		if inner.RelType == "" {
			continue
		}
		err := e.run(ctx, e.partLinks(key, inner.RelType), fmt.Sprintf(`
UNWIND $rows AS row
MATCH (owner:Record {id: row.owner})-[:%s]->(part:%s%s)
MATCH (to:Record {id: row.to})
CALL (part, to, row) {
  MATCH (part)-[old:%[4]s]->(other)
  WHERE row.replaces AND other <> to
  DELETE old
}
MERGE (part)-[:%[4]s]->(to)`, f.RelType, e.ledger.model.Type(f.Target).Label, keyPattern(key.keys), inner.RelType))
		if err != nil {
			return err
		}
	}
	return nil
}

// partLinks gives a row for each relation of one type that the parts have.
func (e *entry) partLinks(key part, relType string) []any {
	var rows []any
	for _, p := range e.parts[key] {
		row, _ := p.(map[string]any)
		for _, l := range list(row["links"]) {
			if link, _ := l.(map[string]any); link["type"] == relType {
				rows = append(rows, map[string]any{"owner": row["owner"], "key": row["key"], "to": link["to"], "replaces": link["replaces"]})
			}
		}
	}
	return rows
}

func keyPattern(keys string) string {
	if keys == "" {
		return ""
	}
	var pairs []string
	for name := range strings.SplitSeq(keys, ",") {
		pairs = append(pairs, name+": row.key."+name)
	}
	return " {" + strings.Join(pairs, ", ") + "}"
}

func (e *entry) writeClaims(ctx context.Context) error {
	return e.run(ctx, e.claims, `
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
MATCH (s:Record {id: row.source})
CREATE (r)-[:HAS_CLAIM]->(c:Claim {field: row.field, value: row.value, locator: row.locator, recordedAt: $now})-[:HAS_SOURCE]->(s)`)
}

func (e *entry) writeChanges(ctx context.Context) error {
	return e.run(ctx, e.changes, `
MATCH (lock:Lock {name: 'ledger'})
SET lock.position = $position
WITH *
UNWIND $rows AS row
MATCH (subject:Record {id: row.subject})
MATCH (s:Record {id: $source})
CREATE (c:Record:Change {id: row.id, position: row.position, version: 1, sensitivity: row.sensitivity, createdAt: $now, updatedAt: $now,
  at: $now, actor: $actor, action: $action, fields: row.fields, effect: row.effect})
CREATE (c)-[:CHANGED]->(subject)
CREATE (c)-[:HAS_SOURCE]->(s)`)
}

func (e *entry) writeLikenesses(ctx context.Context) error { return e.likenesses(ctx, e.likely) }
