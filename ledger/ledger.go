// Package ledger writes records together with the Change that says who, when, what before and after, and on which source, in one transaction.
package ledger

import (
	"context"
	"time"

	"github.com/google/uuid"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/store"
)

// Ledger writes to one database.
type Ledger struct {
	db    *store.DB
	model *model.Model
	now   func() time.Time
}

// New makes a ledger over a database. The time says when things are recorded.
func New(db *store.DB, m *model.Model, now func() time.Time) *Ledger {
	return &Ledger{db: db, model: m, now: now}
}

// Telling is what one source tells, as one entry in the ledger.
type Telling struct {
	Actor   string // who records it
	Action  string // what is done, by the name of the command
	Source  string // the id of the Source that every record rests on; its record may be among Records
	Records []Record
	DryRun  bool // find out what would be written, and write nothing
}

// Record is one record as a source tells it. What it leaves out stays as it is.
type Record struct {
	Type        string
	ID          string
	Sensitivity string                     // for a record that is new; PUBLIC when empty
	Values      map[string]any             // by the schema's field name: texts, numbers, Date, time.Time, Money, lists of text
	Unknown     map[string]registry.Reason // fields the source should tell and does not
	Links       map[string][]string        // by field name: the ids of the records at the other end
	Parts       map[string][]Part          // by field name
	Claims      []Claim                    // values of a source that disagrees with itself
}

// Part is a piece of a record that is no record of its own: an identifier, a party, a location.
type Part struct {
	Key    map[string]any // what tells it from the record's other parts of that field
	Values map[string]any
	Links  map[string][]string
}

// Claim is what a source says of one field of a record.
type Claim struct {
	Field   string
	Value   any
	Locator string // where in the source it says so
}

// Disagreement is a field of which the source tells another value than the registry holds. The held value stays; both are claims now.
type Disagreement struct {
	Type, ID, Field string
	Held, Told      string
}

// Outcome is what a telling did, or with DryRun would do.
type Outcome struct {
	Created, Changed, Same map[string]int // records by type
	Disagreements          []Disagreement
}

// Tell records what a source tells, all of it or nothing. A value that the registry does not hold is added; one that it holds differently
// stays, and both become claims with their sources. Telling the same again changes nothing.
func (l *Ledger) Tell(ctx context.Context, t Telling) (Outcome, error) {
	var outcome Outcome
	err := l.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if err := l.lock(ctx, tx); err != nil {
			return err
		}
		held, err := l.held(ctx, tx, t.Records)
		if err != nil {
			return err
		}
		e, err := l.draft(t, held)
		if err != nil {
			return err
		}
		outcome = e.outcome
		if t.DryRun {
			return nil
		}
		return e.write(ctx, tx)
	})
	return outcome, err
}

// lock lets tellings follow each other: each must see what the one before it wrote.
func (l *Ledger) lock(ctx context.Context, tx store.Tx) error {
	_, err := tx.Run(ctx, store.Statement{Text: `
MERGE (lock:Lock {name: 'telling'})
SET lock.takenAt = $now`, Params: map[string]any{"now": l.now().UTC()}})
	return err
}

// newID gives an id for a record that is entered here; ids made in order keep the index compact.
func newID() (string, error) {
	id, err := uuid.NewV7()
	return id.String(), err
}

// DerivedID gives the id of a record that a source tells, from the key by which sources know it: telling it again finds the same record.
func DerivedID(key string) string {
	return uuid.NewSHA1(namespace, []byte(key)).String()
}

// namespace is the UUID namespace of derived ids. Changing it would make every re-run an addition.
var namespace = uuid.MustParse("6f1f0c9e-5d0b-5a53-9a43-0e0b6f7d2c11")
