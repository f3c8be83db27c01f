package ledger

import (
	"context"
	"fmt"
	"strings"

	"partnernet/stored"
)

// write writes the entry. Names in the statements are the schema's own; what the source told travels in parameters.
func (e *entry) write(ctx context.Context) error {
	// What most entries write is one statement, and parts are two others: all in one takes the database a second to plan.
	err := e.run(ctx, []step{
		{e.created, createNodes}, {e.returned, returnNodes}, {e.changed, changeNodes}, {e.unlinks, deleteLinks}, {e.drops, deleteParts}, {e.links, createLinks},
		{e.claims, createClaims}, {e.changes, createChanges}, {e.reached(), keepPosition}, {e.raises(), raiseAccess},
	}, []step{{e.parts, createParts}}, []step{{e.currentParts, changeParts}})
	if err != nil {
		return err
	}
	if err := e.naturalKeys(ctx, e.keyed, e.telling.Visible); err != nil {
		return err
	}
	return e.likenesses(ctx, e.likely)
}

// step is one kind of thing that an entry writes: rows, and what is done for each of them.
type step struct {
	rows []any
	text string // it begins with what all rows share, if anything, up to eachRow
}

// eachRow divides what is found once for all rows of a step from what is done for each of them.
const eachRow = "EACH ROW"

// batch is how many rows one statement has. The database holds all rows of a statement at once, beside what the transaction has written.
const batch = 2_000

// reached gives the position of the entry's last change, as the one row of its step; none when nothing changes.
func (e *entry) reached() []any {
	if len(e.changes) == 0 {
		return nil
	}
	return []any{e.position}
}

// run does groups of steps one after another.
func (e *entry) run(ctx context.Context, groups ...[]step) error {
	for _, steps := range groups {
		if err := e.runGroup(ctx, steps); err != nil {
			return err
		}
	}
	return nil
}

// runGroup does steps one after another: in one statement when they are few rows, as a command's are, since to send a statement costs more
// than to write a row; or else each step by itself. A step without rows stays in the statement, so that the database has planned it before.
func (e *entry) runGroup(ctx context.Context, steps []step) error {
	rows := 0
	for _, s := range steps {
		rows += len(s.rows)
	}
	switch {
	case rows == 0:
		return nil
	case rows <= batch:
		return e.send(ctx, steps)
	}
	for _, s := range steps {
		for some := range evenChunks(s.rows) {
			if err := e.send(ctx, []step{{some, s.text}}); err != nil {
				return err
			}
		}
	}
	return nil
}

// send does steps in one statement. A row that names a record that is not there is a fault, never a silent loss.
func (e *entry) send(ctx context.Context, steps []step) error {
	t := e.telling
	// Rows go as one list: of parameters that are lists themselves the database looks at the size, and makes a plan for each combination of sizes.
	rows := make([]any, len(steps))
	by := map[string]any{"actor": stored.OrNull(t.Actor), "account": t.Account, "role": stored.OrNull(string(t.By.Role)), "over": stored.OrNull(t.By.Over),
		"action": t.Action, "source": t.Source, "command": e.command}
	var text, written strings.Builder
	for i, s := range steps {
		rows[i] = s.rows
		shared, each, divided := strings.Cut(s.text, eachRow)
		if !divided {
			shared, each = "", s.text
		}
		fmt.Fprintf(&text, "CALL () {%s\nUNWIND $rows[%d] AS row\n%s\nRETURN count(*) AS written%d\n}\n", strings.TrimRight(shared, "\n"), i, strings.TrimSpace(each), i)
		fmt.Fprintf(&written, ", written%d", i)
	}
	result, err := e.Run(ctx, text.String()+"RETURN ["+written.String()[2:]+"] AS written", map[string]any{"now": e.now, "by": by, "rows": rows})
	if err != nil {
		return err
	}
	for i, written := range stored.List(result[0]["written"]) {
		if written != int64(len(steps[i].rows)) {
			return fmt.Errorf("%v of %d rows found their records: %s", written, len(steps[i].rows), steps[i].text)
		}
	}
	return nil
}

const (
	// All records are written at once, whatever their types: planning a statement costs more than writing a few rows. Nobody else writes
	// during the entry, so what was not held when it was drafted is new, and need not be looked for again.
	createNodes = `
CREATE (n:Record:$(row.label))
SET n = row.set, n.id = row.id, n.version = 1, n.createdAt = $now, n.updatedAt = $now, n.audience = row.audience`
	returnNodes = `
MATCH (n:Record {id: row.id})
REMOVE n:FormerRecord
SET n:$(row.label), n += row.set, n.was = null, n.version = n.version + 1, n.updatedAt = $now`
	changeNodes = `
MATCH (n:Record {id: row.id})
SET n += row.set, n.version = n.version + 1, n.updatedAt = $now`
	deleteLinks = `
MATCH (:Record {id: row.from})-[link WHERE type(link) = row.type]->(:Record {id: row.to})
DELETE link`
	deleteParts = `
MATCH (:Record {id: row.owner})-[link WHERE type(link) = row.relation]->(part WHERE NOT part:Record AND all(name IN keys(row.held) WHERE part[name] = row.held[name]))
DETACH DELETE part`
	// The links are those that are not held, each once. A MERGE would look for each of them, and of a record to which ten thousand of the
	// entry lead (their source, their network) it would go through all that were written before: the square of their number.
	createLinks = `
MATCH (from:Record {id: row.from})
MATCH (to:Record {id: row.to})
CREATE (from)-[:$(row.type)]->(to)`
	createParts = `
MATCH (owner:Record {id: row.owner})
CREATE (owner)-[:$(row.relation)]->(part:$(row.label))
SET part = row.set
WITH row, part
CALL (row, part) {
  UNWIND row.links AS link
  MATCH (to:Record {id: link.to})
  CREATE (part)-[:$(link.type)]->(to)
}`
	// A part that a step before has created may be told of again.
	changeParts = `
MATCH (owner:Record {id: row.owner})-[leads WHERE type(leads) = row.relation]->(part)
WHERE all(name IN keys(row.key) WHERE part[name] = row.key[name])
SET part += row.set
WITH row, part
CALL (row, part) {
  UNWIND row.links AS link
  MATCH (to:Record {id: link.to})
  CALL (part, link, to) {
    MATCH (part)-[old WHERE type(old) = link.type]->(other)
    WHERE link.replaces AND other <> to
    DELETE old
  }
  CREATE (part)-[:$(link.type)]->(to)
}`
	createClaims = `
MATCH (r:Record {id: row.id})
MATCH (s:Record {id: row.source})
CREATE (r)-[:HAS_CLAIM]->(c:Claim {field: row.field, value: row.value, locator: row.locator, held: row.held, recordedAt: $now})-[:HAS_SOURCE]->(s)`
	// What the telling is the first to tell of a record rests on its source from now on, as its Change does: they are met once for both.
	createChanges = `
MATCH (s:Record {id: $by.source})
OPTIONAL MATCH (account:Record&Account {id: $by.account})
` + eachRow + `
MATCH (subject:Record {id: row.subject})
CREATE (c:Record:Change {id: row.id, position: row.position, version: 1, audience: row.audience, createdAt: $now, updatedAt: $now,
  at: $now, actor: $by.actor, role: $by.role, over: $by.over, action: $by.action, command: $by.command, fields: row.fields, effect: row.effect, first: row.first, last: row.last,
  agreed: row.agreed, reverts: row.reverts, carries: row.carries})
CREATE (c)-[:CHANGED]->(subject)
CREATE (c)-[:HAS_SOURCE]->(s)
FOREACH (by IN CASE WHEN account IS NULL THEN [] ELSE [account] END | CREATE (c)-[:RECORDED_BY]->(by))
FOREACH (newly IN CASE WHEN row.rests THEN [true] ELSE [] END | CREATE (subject)-[:HAS_SOURCE]->(s))`
	keepPosition = `
MATCH (lock:Lock {name: 'ledger'})
SET lock.position = row`
)
