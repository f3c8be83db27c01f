package backup

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/ledger"
	"partnernet/store"
	"partnernet/stored"
)

// beside reads while others write.
func (r Register) beside(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
	return r.DB.Patient(patience).ReadRows(ctx, store.Statement{Text: text, Params: params})
}

// inTurn does something in a turn at writing, in which nobody else writes, and writes nothing itself.
func (r Register) inTurn(ctx context.Context, do func(ctx context.Context, read ledger.Run) error) error {
	return r.Ledger.Patient(patience).Write(ctx, func(ctx context.Context, p *ledger.Page) error {
		if err := do(ctx, p.Run); err != nil {
			return err
		}
		return ledger.ErrDryRun
	})
}

// rehearsed does what will be done in a turn at writing, while nobody waits for it: the database plans a statement anew for a transaction that has written something,
// which takes longer than to run it.
func (r Register) rehearsed(ctx context.Context, do func(ctx context.Context, read ledger.Run) error) error {
	err := r.DB.Patient(patience).Write(ctx, func(ctx context.Context, tx store.Tx) error {
		read := func(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
			return tx.Run(ctx, store.Statement{Text: text, Params: params})
		}
		if _, err := read(ctx, "CREATE (n:Rehearsal) RETURN true AS written", nil); err != nil {
			return err
		}
		if err := do(ctx, read); err != nil {
			return err
		}
		return errRehearsed
	})
	if errors.Is(err, errRehearsed) {
		return nil
	}
	return err
}

// errRehearsed takes back what was written to rehearse.
var errRehearsed = errors.New("it was a rehearsal")

// node is a kind of node that is neither a record nor a part of one.
type node struct {
	key     string   // the property that tells one from another, "" where there is one
	at      string   // of a kind of which there are ever more and none changes: when it was written
	without []string // properties that say nothing of the register
}

// kept are those that a copy has. It leaves out what is over soon, such as sessions, links and invitations, and what servers remember of their work.
var kept = map[string]node{
	"Access":      {},
	"AccessToken": {key: "key"},
	"Audience":    {key: "number"},
	"AuditRecord": {key: "key", at: "at"},
	"Command":     {key: "key", at: "doneAt"},
	"Lock":        {key: "name", without: []string{"takenAt"}},
	"Passkey":     {key: "key"},
	"Reading":     {key: "key"},
	"SignOuts":    {},
	"Webhook":     {key: "key", without: []string{"server", "heldUntil", "looked"}},
}

// growing gives the labels of those of which there are ever more, and few those of the others.
func growing() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(kept)), func(label string) bool { return kept[label].at == "" })
}

func few() string {
	return strings.Join(slices.DeleteFunc(slices.Sorted(maps.Keys(kept)), func(label string) bool { return kept[label].at != "" }), "|")
}

// pageSize is how many records are read at once.
const pageSize = 2_000

// What organisations may be one is worked out anew for both when one changes, so a record does not tell it: it stands in lines of its own.
const recordShape = `
RETURN r.id AS id, labels(r) AS labels, properties(r) AS properties,
  [(r)-[to]->(other:Record) WHERE type(to) <> 'POSSIBLE_DUPLICATE_OF' | [type(to), other.id, properties(to)]] AS relations,
  [(r)-[to]->(p WHERE NOT p:Record) | [type(to), labels(p)[0], properties(p), [(p)-[on]->(other:Record) | [type(on), other.id, properties(on)]]]] AS parts`

const nodeShape = `
RETURN labels(n)[0] AS label, properties(n) AS properties, [(n)-[to]->(other:Record) | [type(to), other.id, properties(to)]] AS relations`

// records reads all records, in the order of their ids, and gives each line to take.
func records(ctx context.Context, read ledger.Run, take func(key string, l line) error) error {
	for after := ""; ; {
		rows, err := read(ctx, `
MATCH (r:Record)
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $size`+recordShape, map[string]any{"after": after, "size": pageSize})
		if err != nil || len(rows) == 0 {
			return err
		}
		if err := takeRecords(rows, take); err != nil {
			return err
		}
		after = stored.Text(rows[len(rows)-1]["id"])
	}
}

// recordsOf reads some records.
func recordsOf(ctx context.Context, read ledger.Run, ids []string, take func(key string, l line) error) error {
	for some := range slices.Chunk(ids, pageSize) {
		// In a map, so that the database plans the same for however many.
		rows, err := read(ctx, "UNWIND $these.ids AS id\nMATCH (r:Record {id: id})"+recordShape, map[string]any{"these": map[string]any{"ids": some}})
		if err != nil {
			return err
		}
		if err := takeRecords(rows, take); err != nil {
			return err
		}
	}
	return nil
}

func takeRecords(rows []map[string]any, take func(key string, l line) error) error {
	for _, row := range rows {
		l, err := recordLine(row)
		if err == nil {
			err = take(recordKey(l.Record), l)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// history reads the nodes of which there are ever more, each kind in the order of its keys.
func history(ctx context.Context, read ledger.Run, take func(key string, l line) error) error {
	for _, label := range growing() {
		for after := ""; ; {
			rows, err := read(ctx, "MATCH (n:"+label+")\nWHERE n.key > $after\nWITH n\nORDER BY n.key\nLIMIT $size"+nodeShape, map[string]any{"after": after, "size": pageSize})
			if err != nil {
				return err
			}
			if len(rows) == 0 {
				break
			}
			if err := takeNodes(rows, take); err != nil {
				return err
			}
			last, _ := rows[len(rows)-1]["properties"].(map[string]any)
			after = stored.Text(last["key"])
		}
	}
	return nil
}

func takeNodes(rows []map[string]any, take func(key string, l line) error) error {
	for _, row := range rows {
		l, err := nodeLine(row)
		if err != nil {
			return err
		}
		key := nodeKey(l.Node, fmt.Sprint(l.Properties[kept[l.Node].key]))
		if err := take(key, l); err != nil {
			return err
		}
	}
	return nil
}
