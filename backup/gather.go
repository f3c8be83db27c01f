package backup

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/store"
	"partnernet/stored"
)

// gathered is all that a copy has: what was read while others wrote, and what takes its place.
type gathered struct {
	header Header
	spool  *spool
	later  map[string]entry // lines read again or only then, by their keys; without a text for what is no more
	turn   time.Duration

	records, commands int // how many the register has
}

func (g *gathered) close() { g.spool.close() }

// What was touched while all was read is read again beside the writers, until it is so little that they can wait for the rest.
const (
	littleEnough = 200 // records
	mostRounds   = 6
)

// clockSlack is how far the clocks of servers may be apart that say when something was written.
const clockSlack = time.Hour

// gather reads the whole register as it is at one moment. What it cannot hold in memory lies in a folder meanwhile, "" for that of temporary files.
func (r Register) gather(ctx context.Context, folder string) (*gathered, error) {
	s, err := newSpool(folder)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "The copy cannot be written there (%s).", err)
	}
	g := &gathered{spool: s, later: map[string]entry{}}
	if err := g.read(ctx, r); err != nil {
		g.close()
		return nil, err
	}
	return g, nil
}

func (g *gathered) read(ctx context.Context, r Register) (err error) {
	if g.header, err = r.header(ctx); err != nil {
		return err
	}
	since, err := r.position(ctx)
	if err != nil {
		return err
	}
	if err := g.readAll(ctx, r); err != nil {
		return err
	}
	for range mostRounds {
		now, err := r.position(ctx)
		if err != nil {
			return err
		}
		again, err := g.again(ctx, r, r.beside, since)
		if err != nil {
			return err
		}
		if since = now; again <= littleEnough {
			break
		}
	}
	if err := r.rehearsed(ctx, func(ctx context.Context, read ledger.Run) error {
		if err := recordsOf(ctx, read, []string{""}, g.put); err != nil {
			return err
		}
		return g.finish(ctx, r, read, since)
	}); err != nil {
		return err
	}
	return r.inTurn(ctx, func(ctx context.Context, read ledger.Run) error {
		began := time.Now()
		defer func() { g.turn = time.Since(began) }()
		return g.finish(ctx, r, read, since)
	})
}

// readAll reads what there is ever more of, beside the writers.
func (g *gathered) readAll(ctx context.Context, r Register) error {
	if err := records(ctx, r.beside, g.spool.add); err != nil {
		return err
	}
	return history(ctx, r.beside, g.spool.add)
}

// alone tells what a copy of a register would hold that nobody else uses.
func (r Register) alone(ctx context.Context) (Summary, error) {
	s, err := newSpool("")
	if err != nil {
		return Summary{}, err
	}
	g := &gathered{spool: s, later: map[string]entry{}}
	defer g.close()
	for _, read := range []func() error{
		func() error { return g.readAll(ctx, r) },
		func() error { return g.readFew(ctx, r.beside) },
		func() error { return g.countAll(ctx, r.beside) },
	} {
		if err := read(); err != nil {
			return Summary{}, err
		}
	}
	return g.summed()
}

func (r Register) header(ctx context.Context) (Header, error) {
	schema, err := store.SchemaVersion()
	if err != nil {
		return Header{}, err
	}
	applied, err := r.DB.Applied(ctx)
	return Header{Format: format, Version: version, Schema: schema, Migrations: applied, CreatedAt: r.Now().UTC()}, err
}

// position gives the position of the last change, once all up to it can be found: what another transaction has written is seen in part while it ends.
func (r Register) position(ctx context.Context) (at int64, err error) {
	err = r.inTurn(ctx, func(ctx context.Context, read ledger.Run) error {
		at, err = positionIn(ctx, read)
		return err
	})
	return at, err
}

func positionIn(ctx context.Context, read ledger.Run) (int64, error) {
	rows, err := read(ctx, "MATCH (lock:Lock {name: 'ledger'}) RETURN lock.position AS position", nil)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return stored.Number(rows[0]["position"]), nil
}

// again reads again what was touched since a position of the log, and what is not in the log. It gives how many records that were.
func (g *gathered) again(ctx context.Context, r Register, read ledger.Run, since int64) (int, error) {
	ids, err := touched(ctx, read, since)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		g.later[recordKey(id)] = entry{}
	}
	if err := recordsOf(ctx, read, ids, g.put); err != nil {
		return 0, err
	}
	after := r.Now().UTC()
	if after.After(g.header.CreatedAt) { // it may be earlier than that: the clock may be set back meanwhile
		after = g.header.CreatedAt
	}
	for _, label := range growing() {
		at := kept[label].at
		rows, err := read(ctx, "MATCH (n:"+label+")\nWHERE n."+at+" >= $after"+nodeShape, map[string]any{"after": after.Add(-clockSlack)})
		if err != nil {
			return 0, err
		}
		if err := takeNodes(rows, g.put); err != nil {
			return 0, err
		}
	}
	return len(ids), g.readFew(ctx, read)
}

// readFew reads what there is little of, in the place of what was read of it before.
func (g *gathered) readFew(ctx context.Context, read ledger.Run) error {
	rows, err := read(ctx, "MATCH (n:"+few()+")"+nodeShape, nil)
	if err != nil {
		return err
	}
	maps.DeleteFunc(g.later, func(key string, _ entry) bool { return isFew(key) || isPair(key) })
	if err := takeNodes(rows, g.put); err != nil {
		return err
	}
	return g.pairs(ctx, read)
}

// finish reads again what the last round may have missed, while nobody writes, and looks whether anything has been missed.
func (g *gathered) finish(ctx context.Context, r Register, read ledger.Run, since int64) (err error) {
	if g.header.Position, err = positionIn(ctx, read); err != nil {
		return err
	}
	if _, err := g.again(ctx, r, read, since); err != nil {
		return err
	}
	return g.countAll(ctx, read)
}

// countAll reads how much there is.
func (g *gathered) countAll(ctx context.Context, read ledger.Run) error {
	rows, err := read(ctx, "RETURN COUNT { (:Record) } AS records, COUNT { (:Command) } AS commands", nil)
	if err != nil {
		return err
	}
	g.records, g.commands = int(stored.Number(rows[0]["records"])), int(stored.Number(rows[0]["commands"]))
	return nil
}

func (g *gathered) put(key string, l line) (err error) {
	g.later[key], err = newEntry(l)
	return err
}

// pairs reads which organisations may be one. The ends have no labels in the statement, so that the database begins at the relationships, and not at all records.
func (g *gathered) pairs(ctx context.Context, read ledger.Run) error {
	rows, err := read(ctx, "MATCH (one)-[like:POSSIBLE_DUPLICATE_OF]->(other) RETURN one.id AS one, other.id AS other, properties(like) AS properties", nil)
	if err != nil {
		return err
	}
	for _, row := range rows {
		properties, _ := row["properties"].(map[string]any)
		l := line{Alike: []string{stored.Text(row["one"]), stored.Text(row["other"])}}
		if l.Properties, err = all(properties, written); err != nil {
			return err
		}
		if err := g.put(pairKey(l.Alike[0], l.Alike[1]), l); err != nil {
			return err
		}
	}
	return nil
}

// touched gives the ids of the records that changes after a position tell of: what was changed, what leads elsewhere since, the changes themselves and what they rest
// on. What identifies a decision follows from what it decides.
func touched(ctx context.Context, read ledger.Run, since int64) ([]string, error) {
	rows, err := read(ctx, `
MATCH (c:Change)
WHERE c.position > $since
RETURN [c.id] + [(c)-->(near:Record) | near.id] + [(c)-[:CHANGED]->()<-[:DECIDES]-(near:Record) | near.id] AS ids, c.effect AS effect`,
		map[string]any{"since": since})
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for _, row := range rows {
		for _, id := range stored.Texts(row["ids"]) {
			ids[id] = true
		}
		var effect struct{ Links []struct{ From string } }
		if text := stored.Text(row["effect"]); text != "" {
			if err := json.Unmarshal([]byte(text), &effect); err != nil {
				return nil, fmt.Errorf("the effect of a change cannot be read: %w", err)
			}
		}
		for _, l := range effect.Links {
			ids[l.From] = true
		}
	}
	return slices.Sorted(maps.Keys(ids)), nil
}
