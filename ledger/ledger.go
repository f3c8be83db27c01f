// Package ledger writes records together with the Change that says who, when, what before and after, and on which source, in one transaction.
package ledger

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"partnernet/access"
	"partnernet/fault"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/rules"
	"partnernet/store"
	"partnernet/stored"
)

// Ledger writes to one database.
type Ledger struct {
	db        *store.DB
	model     *model.Model
	rules     *rules.Guard
	now       func() time.Time
	observers []func(position, access int64) // what is told of each turn at writing that was committed
	audiences *knownAudiences
}

// New makes a ledger over a database. The time says when things are recorded.
func New(db *store.DB, m *model.Model, now func() time.Time) *Ledger {
	return &Ledger{db: db, model: m, rules: rules.New(m), now: now, audiences: &knownAudiences{}}
}

// Patient gives the same ledger, where one entry may take at least so long.
func (l *Ledger) Patient(least time.Duration) *Ledger {
	patient := *l
	patient.db = l.db.Patient(least)
	return &patient
}

// Observed gives the same ledger, where what is written through the value returned is told once it is committed: the position of the last change, and the
// version of what decides who may see what.
func (l *Ledger) Observed(tell func(position, access int64)) *Ledger {
	observed := *l
	observed.observers = append(slices.Clip(l.observers), tell)
	return &observed
}

// Telling is what one source tells, as one entry in the ledger.
type Telling struct {
	Actor   string               // who records it, where no account does
	Account string               // the id of the account that records it, "" for none
	By      registry.GrantedRole // the role by which the account may
	Action  string               // what is done, by the name of the command
	Source  string               // the id of the Source that every record rests on; its record may be among Records
	Records []Record
	Labels  map[string]string // of records that are known to be there, by id: these are not looked for again
	DryRun  bool              // find out what would be written, and write nothing
	AsOne   int               // from this record on, counted from 1, the changes are taken back as one; 0 for each by itself

	// Overwrites says that what is told takes the place of what is held: a coordinator corrects or goes on. Otherwise a source adds
	// to what is held, and never takes its place.
	Overwrites bool
	// Apart says that the records stand each for themselves: those that break a rule are left out, with what hangs on them, and the outcome tells
	// them. Otherwise one that breaks a rule has the whole telling refused.
	Apart bool
	// Confined says that what is told of a record is for its audience alone: it is not written onto one that is held and that others see, too.
	Confined bool
	Visible  []int64           // the numbers of the audiences that whoever records it is of; nil for all
	Places   map[string]string // where in the source records are told, by their ids, for those who are told what is refused
}

// Record is one record as a source tells it. What it leaves out stays as it is.
type Record struct {
	Type     string
	ID       string
	New      bool                       // its id has just been made: nothing is held of it, and that is not looked for
	Audience registry.Audience          // for a record that is new; everyone when empty
	Values   map[string]any             // by the schema's field name: texts, numbers, Date, time.Time, Money, lists of text; nil is no value any more
	Unknown  map[string]registry.Reason // fields the source should tell and does not
	Links    map[string][]string        // by field name: the ids of the records at the other end
	Released []string                   // names of fields that lead to nothing any more but what is told
	Parts    map[string][]Part          // by field name
	Locators map[string]string          // by field name: where in the source it is told
	Claims   []Claim                    // values of a source that disagrees with itself
	Onward   []string                   // names of fields of which the value told comes after the one that is held, and takes its place
	Noted    []FieldChange              // changes of parts in words of the command's own, instead of the ledger's
}

// Consistent refuses a record that gives a reason for a field that no source tells, or for one that it tells.
func (r Record) Consistent(m *model.Model) error {
	for _, field := range slices.Sorted(maps.Keys(r.Unknown)) {
		switch {
		case !m.MayBeUnknown(r.Type, field):
			return fault.New(fault.BadInput, "%s has no field %q that a source can leave untold.", r.Type, field).At("unknown")
		case r.tells(field):
			return fault.New(fault.BadInput, "%s is told, and is under unknown too. Leave out one of them.", field).At("unknown").Breaking(registry.RuleKnownUnknown)
		}
	}
	return nil
}

// tells says whether the record has a value, a relation or a part under a field. An empty list, and what is told to be no more, are none.
func (r Record) tells(field string) bool {
	switch value := r.Values[field].(type) {
	case nil:
		return len(r.Links[field]) > 0 || len(r.Parts[field]) > 0
	case []string:
		return len(value) > 0
	}
	return true
}

// speaksOf says whether the record says anything of a field, be it that it has no value any more.
func (r Record) speaksOf(field string) bool {
	_, value := r.Values[field]
	_, relation := r.Links[field]
	_, part := r.Parts[field]
	return value || relation || part || slices.Contains(r.Released, field)
}

// FieldChange is one field before and after a change, as people read it; "" for no value.
type FieldChange struct{ Name, Before, After string }

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
	Current, Given  string
}

// Outcome is what a telling did, or with DryRun would do.
type Outcome struct {
	Created, Changed, Same map[string]int // records by type
	Disagreements          []Disagreement
	Changes                []string // ids of the changes, in the order of the records
	Refused                []rules.Violation
}

// Tell records what a source tells, all of it or nothing. A value that the registry does not hold is added; one that it holds differently
// stays, and both become claims with their sources. Telling the same again changes nothing. A telling that breaks rules is refused with
// rules.Broken, which tells all of them.
func (l *Ledger) Tell(ctx context.Context, t Telling) (Outcome, error) {
	if t.Apart {
		return l.tellApart(ctx, t)
	}
	return l.tell(ctx, t)
}

func (l *Ledger) tell(ctx context.Context, t Telling) (Outcome, error) {
	var outcome Outcome
	err := l.Write(ctx, func(ctx context.Context, p *Page) error {
		var err error
		if outcome, err = p.Record(ctx, t); err == nil && t.DryRun {
			return ErrDryRun
		}
		return err
	})
	return outcome, err
}

// ErrDryRun is what work under Write returns to have everything taken back that it did.
var ErrDryRun = errors.New("a dry run writes nothing")

// Page is a turn at writing: nobody else writes until it ends, so what is read in it holds until it is written.
type Page struct {
	ledger     *Ledger
	send       store.Run
	now        time.Time // when all that is written in it is recorded
	command    string    // the id by which all that is written in it can be taken back
	position   int64     // of the last change
	key        string
	earlier    *Kept    // what was kept under the key
	keeping    *Kept    // what is to be kept under it, and is not yet
	first      [][]any  // the answers to what the work asked first
	afterwards []func() // what is done once all is committed

	access     int64                       // the version of what decides who may see what
	begun      access.AsOf                 // the state in which the turn began
	audiences  map[int64]registry.Audience // all of them, once they have been asked for
	numbers    map[registry.Audience]int64 // of those that the telling names
	uncompared []string                    // ids of organisations that are compared with others once all is written
}

// Kept is what is remembered of a turn at writing that has a key.
type Kept struct{ Content, Results string }

// Write runs work in one transaction, in its turn after all other writers. An error takes everything back; ErrDryRun does so too, and is no error.
// Work is run again after a deadlock or a lost connection, so ids are made before Write is called, or derived.
func (l *Ledger) Write(ctx context.Context, work func(context.Context, *Page) error) error {
	return l.WriteOnce(ctx, "", nil, work)
}

// WriteOnce is Write where the work is known by a key: what an earlier turn kept under it, work is told by Earlier. What it asks first, if anything, is asked in
// the statement by which its turn begins, and told by First: a statement of its own would cost as much as those that the turn is about.
func (l *Ledger) WriteOnce(ctx context.Context, key string, first []Question, work func(context.Context, *Page) error) error {
	command, err := newID()
	if err != nil {
		return err
	}
	var p *Page
	err = l.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		p = &Page{ledger: l, send: tx.Run, now: l.now().UTC(), command: command, key: key}
		if err := p.begin(ctx, first); err != nil {
			return err
		}
		if err = work(ctx, p); err != nil || p.keeping == nil {
			return err
		}
		_, err = p.Run(ctx, "RETURN true AS kept", nil)
		return err
	})
	if errors.Is(err, ErrDryRun) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, tell := range l.observers {
		tell(p.position, p.access)
	}
	for _, do := range p.afterwards {
		do()
	}
	return l.compare(ctx, p.uncompared)
}

// begin takes the lock, and then reads what every turn needs and what the work asks first. The questions see the names of the statement around them: it has none that one of
// them has.
func (p *Page) begin(ctx context.Context, first []Question) error {
	asked, values := together(first)
	rows, err := p.Run(ctx, `
MERGE (lock:Lock {name: 'ledger'})
SET lock.takenAt = $now
WITH lock
OPTIONAL MATCH (access:Access)
OPTIONAL MATCH (outs:SignOuts)
OPTIONAL MATCH (c:Command {key: $key})
WITH coalesce(lock.position, 0) AS turnPosition, access.version AS turnAccess, outs.count AS turnSignOuts, c.content AS turnContent, c.results AS turnResults
RETURN turnPosition AS position, turnAccess AS access, turnSignOuts AS signOuts, turnContent AS content, turnResults AS results, `+asked+` AS first`,
		map[string]any{"now": p.now, "key": p.key, "first": values})
	if err != nil {
		return err
	}
	p.position, p.access = stored.Number(rows[0]["position"]), stored.Number(rows[0]["access"])
	p.begun = access.AsOf{Version: p.access, SignOuts: stored.Number(rows[0]["signOuts"])}
	p.first = stored.Lists(rows[0]["first"])
	if content, kept := rows[0]["content"].(string); kept {
		p.earlier = &Kept{content, valueText(rows[0]["results"])}
	}
	return nil
}

// Command gives the id that all changes of this page have in common.
func (p *Page) Command() string { return p.command }

// Earlier gives what an earlier turn kept under the page's key, nil when there was none.
func (p *Page) Earlier() *Kept { return p.earlier }

// Committed has something be done once all that is written in the turn is committed; what is taken back, as a dry run is, has nothing done.
func (p *Page) Committed(do func()) { p.afterwards = append(p.afterwards, do) }

// Keep has this turn be remembered under the page's key: by the next statement, whatever that is, since a statement of its own would cost
// as much as those that the turn is about.
func (p *Page) Keep(k Kept) { p.keeping = &k }

// Run runs a statement in the page's transaction and gives its rows by column name.
func (p *Page) Run(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
	return p.Send(ctx, store.Statement{Text: text, Params: params})
}

// Send runs a statement as Run does.
func (p *Page) Send(ctx context.Context, s store.Statement) ([]map[string]any, error) {
	if p.keeping != nil {
		s = p.remembering(s)
	}
	return p.send(ctx, s)
}

// Answer runs the statement that answers what the turn was for. Its text is the same whether or not the turn is to be remembered: the database, which plans a
// text for far longer than it runs it, knows from the preview of a command what the command will ask.
func (p *Page) Answer(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
	return p.send(ctx, p.remembering(store.Statement{Text: text, Params: params}))
}

// remembering gives a statement that also remembers the turn, where it is to be and is not yet.
func (p *Page) remembering(s store.Statement) store.Statement {
	turns := []any{}
	if k := p.keeping; k != nil {
		turns = append(turns, map[string]any{"key": p.key, "content": k.Content, "results": k.Results, "doneAt": p.now})
	}
	params := map[string]any{"kept": map[string]any{"turns": turns}}
	maps.Copy(params, s.Params)
	p.keeping, s.Params = nil, params
	s.Text = "CALL () { UNWIND $kept.turns AS turn CREATE (c:Command) SET c = turn }\n" + s.Text
	return s
}

// Record writes a telling, and says what that changed.
func (p *Page) Record(ctx context.Context, t Telling) (Outcome, error) {
	t, err := p.placed(ctx, t)
	if err != nil {
		return Outcome{}, err
	}
	if t, err = p.followed(ctx, t); err != nil {
		return Outcome{}, err
	}
	current, labels, err := p.readStoredRecords(ctx, t)
	if err != nil {
		return Outcome{}, err
	}
	if err := p.numberAudiences(ctx, t.Records); err != nil {
		return Outcome{}, err
	}
	if err := p.readHeldAudiences(ctx, t); err != nil {
		return Outcome{}, err
	}
	e, err := p.draft(t, current, labels)
	if err != nil {
		return Outcome{}, err
	}
	if err := p.look(ctx, &e.watched, t.Visible); err != nil {
		return Outcome{}, err
	}
	if err := e.noteTaken(ctx); err != nil {
		return Outcome{}, err
	}
	if err := e.write(ctx); err != nil {
		if doubled, is := errors.AsType[*rules.Broken](err); is {
			e.note(doubled.Violations...) // what is wrong with the values is said first
			return Outcome{}, t.breaks(e.broken)
		}
		return Outcome{}, cmp.Or(t.breaks(e.broken), err) // a value that breaks a rule may be one that the database cannot take
	}
	if err := p.endCredentials(ctx, e.touched["Account"]); err != nil {
		return Outcome{}, err
	}
	return e.outcome, p.guard(ctx, e.watched, t)
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
