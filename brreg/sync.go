package brreg

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/stored"
)

// Sync brings organisations up to date that have a number of the register.
type Sync struct {
	DB     *store.DB
	Ledger *ledger.Ledger
	Now    func() time.Time
	// Actor is who records it.
	Actor string
	// DryRun says that nothing is to be written.
	DryRun bool

	document string
	held     map[string]organisation // by number
	known    map[string]bool         // ids of sources that are held: what they say is recorded
	outcome  Outcome
}

// Outcome is what a synchronisation found.
type Outcome struct {
	Held     int              // organisations with a number of the register
	Read     int              // units that it told of
	Recorded []ledger.Outcome // of each that it told something new of
	Missing  []string         // numbers that it does not have
}

// organisation is one that is held.
type organisation struct{ id, name string }

const scheme = "NO_BRC"

// begin reads what is held: the organisations with their numbers, and what has been recorded of the register before.
func (s *Sync) begin(ctx context.Context, address string) error {
	s.document = ledger.DerivedID("register: " + address)
	s.held, s.known, s.outcome = map[string]organisation{}, map[string]bool{}, Outcome{}
	rows, err := s.DB.ReadRows(ctx, store.Statement{
		Text: `
			RETURN COLLECT {
			  MATCH (o:Organisation)-[:HAS_IDENTIFIER]->(i:Identifier {scheme: $scheme})
			  RETURN [i.value, o.id, o.legalName]
			} AS held, COLLECT {
			  MATCH (s:Source)-[:FROM_DOCUMENT]->(:Record&Document {id: $document})
			  RETURN s.id
			} AS known`,
		Params: map[string]any{"scheme": scheme, "document": s.document},
	})
	if err != nil {
		return err
	}
	for _, row := range stored.Lists(rows[0]["held"]) {
		s.held[stored.Text(row[0])] = organisation{stored.Text(row[1]), stored.Text(row[2])}
	}
	for _, id := range stored.Texts(rows[0]["known"]) {
		s.known[id] = true
	}
	s.outcome.Held = len(s.held)
	return nil
}

// All asks the register for every organisation that is held with a number of it.
func (s *Sync) All(ctx context.Context, c *Client) (Outcome, error) {
	if err := s.begin(ctx, c.Address); err != nil {
		return Outcome{}, err
	}
	err := s.ask(ctx, c, slices.Sorted(maps.Keys(s.held)))
	return s.outcome, err
}

// Changed asks the register for those only of which it tells a change since it was asked for changes before; the first time for all. How far the register's changes
// have been read is remembered once all are recorded, so that the next begins there when one is interrupted.
func (s *Sync) Changed(ctx context.Context, c *Client) (Outcome, error) {
	position, err := s.position(ctx, c.Address)
	if err != nil {
		return Outcome{}, err
	}
	if err := s.begin(ctx, c.Address); err != nil {
		return Outcome{}, err
	}
	numbers := map[string]bool{}
	for number := range s.held {
		numbers[number] = position == 0
	}
	updates, err := s.firstUpdates(ctx, c, position)
	for ; err == nil && len(updates) > 0; updates, err = c.updatesFrom(ctx, position+1) {
		for _, u := range updates {
			position = max(position, u.ID)
			if _, held := s.held[u.Number]; held {
				numbers[u.Number] = true
			}
		}
	}
	if err != nil {
		return s.outcome, err
	}
	maps.DeleteFunc(numbers, func(_ string, changed bool) bool { return !changed })
	if err := s.ask(ctx, c, slices.Sorted(maps.Keys(numbers))); err != nil || s.DryRun {
		return s.outcome, err
	}
	return s.outcome, s.keepPosition(ctx, c.Address, position)
}

// firstUpdates gives the updates behind a position; where none is known, those of the last day: what came before is told by the units themselves.
func (s *Sync) firstUpdates(ctx context.Context, c *Client, position int64) ([]update, error) {
	if position == 0 {
		return c.updatesSince(ctx, s.Now().AddDate(0, 0, -1))
	}
	return c.updatesFrom(ctx, position+1)
}

// ask asks for units, and records what they say. What a search does not find is asked for by itself: it may have been deleted.
func (s *Sync) ask(ctx context.Context, c *Client, numbers []string) error {
	for some := range slices.Chunk(numbers, unitsAtOnce) {
		units, err := c.units(ctx, some)
		if err != nil {
			return err
		}
		found := map[string]bool{}
		for _, u := range units {
			found[u.Number] = true
			if err := s.record(ctx, c.Address, u); err != nil {
				return err
			}
		}
		for _, number := range some {
			if found[number] {
				continue
			}
			u, there, err := c.unit(ctx, number)
			if err != nil {
				return err
			}
			if !there {
				s.outcome.Missing = append(s.outcome.Missing, number)
				continue
			}
			if err := s.record(ctx, c.Address, u); err != nil {
				return err
			}
		}
	}
	return nil
}

// File records what the register's file of all units says of those that are held. The file is read unit by unit. address is that of the register.
func (s *Sync) File(ctx context.Context, address string, file io.Reader) (Outcome, error) {
	if err := s.begin(ctx, address); err != nil {
		return Outcome{}, err
	}
	units := json.NewDecoder(file)
	if token, err := units.Token(); err != nil || token != json.Delim('[') {
		return Outcome{}, fault.Wrap(fault.BadInput, err, "The file is no list of units in JSON, as the register gives it out.")
	}
	for n := 1; units.More(); n++ {
		var u Unit
		if err := units.Decode(&u); err != nil {
			return s.outcome, fault.Wrap(fault.BadInput, err, "The file cannot be read from unit %d on: it is damaged or cut. What stands before is recorded.", n)
		}
		if err := s.record(ctx, address, u); err != nil {
			return s.outcome, err
		}
	}
	return s.outcome, nil
}

// record records what the register says of one unit, unless it has been recorded. Each unit is recorded by itself: its entry in the register is the source.
func (s *Sync) record(ctx context.Context, address string, u Unit) error {
	held, is := s.held[u.Number]
	if !is {
		return nil
	}
	s.outcome.Read++
	source := ledger.DerivedID("register entry: " + address + " " + u.Number + " " + u.edition())
	if s.known[source] {
		return nil
	}
	outcome, err := s.Ledger.Tell(ctx, ledger.Telling{Actor: s.Actor, Action: "sync brreg", Source: source, DryRun: s.DryRun, Apart: true, Records: []ledger.Record{
		{Type: "Document", ID: s.document, Values: map[string]any{"title": "Enhetsregisteret", "type": "DATASET", "language": "nb", "url": address},
			Unknown: map[string]registry.Reason{"publishedOn": registry.NotInSource}},
		{Type: "Source", ID: source, Values: map[string]any{"retrievedAt": s.Now().UTC(), "locator": u.Number}, Links: map[string][]string{"document": {s.document}},
			Unknown: map[string]registry.Reason{"assertedBy": registry.NotInSource}},
		u.record(held),
	}})
	if err != nil {
		return fault.Within(fmt.Sprintf("%s %s", scheme, u.Number), err)
	}
	s.outcome.Recorded = append(s.outcome.Recorded, outcome)
	return nil
}

// position gives how far the register's updates have been read, 0 before the first time.
func (s *Sync) position(ctx context.Context, address string) (int64, error) {
	rows, err := s.DB.ReadRows(ctx, store.Statement{Text: "MATCH (p:SyncPosition {register: $register}) RETURN p.position AS position", Params: map[string]any{"register": address}})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return stored.Number(rows[0]["position"]), nil
}

func (s *Sync) keepPosition(ctx context.Context, address string, position int64) error {
	return s.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{
			Text:   "MERGE (p:SyncPosition {register: $register}) SET p.position = $position, p.at = $now",
			Params: map[string]any{"register": address, "position": position, "now": s.Now().UTC()},
		})
		return err
	})
}
