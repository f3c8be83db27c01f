package access

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"partnernet/fault"
	"partnernet/plans"
	"partnernet/registry"
	"partnernet/store"
)

// Resolver tells what viewers may see and do. It remembers what it has told until something changes that decides it, or the day does.
type Resolver struct {
	db    *store.DB
	now   func() time.Time
	plans *plans.Memory

	mu       sync.Mutex
	known    map[rightsKey]Rights
	learning singleflight.Group // of what is not known: whoever asks for the same viewer meanwhile waits for the one who reads it
}

// rightsKey is what of a viewer decides their rights.
type rightsKey struct {
	account, name, networks string
	clearance, eyes         registry.Class
	today                   registry.Date
	readOnly                bool
}

func keyOf(v Viewer, now time.Time) rightsKey {
	return rightsKey{v.Account, v.Name, strings.Join(v.Networks, " "), v.Clearance, v.Eyes, registry.Today(now), v.ReadOnly}
}

// mostKnown is how many viewers are remembered.
const mostKnown = 10_000

// NewResolver makes a resolver over a database. The time says which day is today: rights are those of the real today, whatever day is asked about.
func NewResolver(db *store.DB, now func() time.Time) *Resolver {
	return &Resolver{db: db, now: now, plans: plans.NewMemory(), known: map[rightsKey]Rights{}}
}

// Plans gives what is remembered of the statements that Read has run.
func (r *Resolver) Plans() *plans.Memory { return r.plans }

// Rights gives what a viewer may see and do, as far as is known. Whatever rests on it asks whether it still is so: Read does.
func (r *Resolver) Rights(ctx context.Context, v Viewer) (Rights, error) {
	now := r.now()
	key := keyOf(v, now)
	r.mu.Lock()
	rights, known := r.known[key]
	r.mu.Unlock()
	if known && (rights.Until.IsZero() || now.Before(rights.Until)) {
		return rights, nil
	}
	learned := r.learning.DoChan(fmt.Sprintf("%#v", key), func() (any, error) { return r.learn(context.WithoutCancel(ctx), key, v) })
	select {
	case <-ctx.Done():
		return rights, fault.Wrap(fault.Unavailable, ctx.Err(), "The request ended before the database had answered.")
	case l := <-learned:
		rights, _ = l.Val.(Rights)
		return rights, l.Err
	}
}

// learn works out what a viewer may see and do, and remembers it.
func (r *Resolver) learn(ctx context.Context, key rightsKey, v Viewer) (Rights, error) {
	rights, err := r.RightsIn(ctx, r.db.ReadRows, v)
	if err == nil && rights.CursorKey == nil {
		rights.CursorKey, err = r.makeCursorKey(ctx)
	}
	if err != nil {
		return rights, err
	}
	r.remember(key, rights)
	return rights, nil
}

func (r *Resolver) remember(key rightsKey, rights Rights) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.known) >= mostKnown {
		clear(r.known)
	}
	r.known[key] = rights
}

// Remember takes what RightsIn gave a transaction that has been committed since, so that it is not read again.
func (r *Resolver) Remember(v Viewer, rights Rights) {
	if rights.CursorKey != nil {
		r.remember(keyOf(v, r.now()), rights)
	}
}

// makeCursorKey has the graph keep a key by which cursors are sealed, and gives it: the one that another server has made meanwhile, when one has.
func (r *Resolver) makeCursorKey(ctx context.Context) (key []byte, err error) {
	made := make([]byte, 32)
	_, _ = rand.Read(made) // it never fails
	err = r.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{Text: `
			MATCH (access:Access)
			SET access.version = access.version // which takes the lock before the key is looked for
			WITH access
			SET access.cursorKey = coalesce(access.cursorKey, $made)
			RETURN access.cursorKey AS key`, Params: map[string]any{"made": made}})
		if err == nil && len(rows) == 1 {
			key, _ = rows[0]["key"].([]byte)
		}
		return err
	})
	return key, err
}

// RightsIn gives what a viewer may see and do as a transaction finds it.
func (r *Resolver) RightsIn(ctx context.Context, run store.Run, v Viewer) (Rights, error) {
	state, err := Read(ctx, run, v.Account, r.now())
	return state.rights(v), err
}

// Forget drops what is known as of a version or an earlier one: something has been changed since that decides it.
func (r *Resolver) Forget(version int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	maps.DeleteFunc(r.known, func(_ rightsKey, rights Rights) bool { return rights.Version <= version })
}

// fenced gives a statement whose answer rests on a viewer's rights: when these are not of the present state any more, it gives no row. It is run as a whole for
// that state, and not behind it: what counts and collects gives a row of nothing too.
func fenced(text string) string {
	return "MATCH (:Access {version: $access})\nMATCH (:SignOuts {count: $signOuts})\nCALL () {\n" + text + "\n}\nRETURN answer"
}

// ErrOutdated says that something has been changed since a viewer's rights were worked out that decides them.
var ErrOutdated = errors.New("the rights are outdated")

// ReadAs runs the statement that reads something as far as these rights allow, and gives the value answer of its row. It is ErrOutdated when the rights are not
// what they were: then they are forgotten, and Rights works them out anew.
func (r *Resolver) ReadAs(ctx context.Context, rights Rights, s store.Statement) (any, error) {
	s.Text = fenced(s.Text)
	s.Params["access"], s.Params["signOuts"] = rights.Version, rights.SignOuts
	rows, err := r.plans.ReadRows(ctx, r.db, s)
	if err != nil {
		return nil, err
	}
	if len(rows) != 1 {
		r.Forget(rights.Version)
		return nil, ErrOutdated
	}
	return rows[0]["answer"], nil
}

// tries is how often a statement is asked whose viewer's rights keep changing meanwhile.
const tries = 100

// Read runs the statement that reads something as far as a viewer may see it, and gives the value answer of its row. When something has been changed
// that decides what they may see, the statement is made and asked again.
func (r *Resolver) Read(ctx context.Context, v Viewer, statement func(Rights) (store.Statement, error)) (any, error) {
	for range tries {
		rights, err := r.Rights(ctx, v)
		if err != nil {
			return nil, err
		}
		if v.StillSignedIn != nil {
			if err := v.StillSignedIn(ctx, rights.AsOf); err != nil {
				return nil, err
			}
		}
		s, err := statement(rights)
		if err != nil {
			return nil, err
		}
		if answer, err := r.ReadAs(ctx, rights, s); !errors.Is(err, ErrOutdated) {
			return answer, err
		}
	}
	return nil, fault.New(fault.Unavailable, "Who may see what is being changed all the time. Try again in a moment.")
}
