package access_test

import (
	"bytes"
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/access"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var must = testworld.Must

type object = testworld.Object

func write(t testing.TB, db *store.DB, statement string) {
	t.Helper()
	must(t, db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: statement})
		return err
	}))
}

var today = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// of is what decides who may see what in these tests.
const of = `
CREATE (m:Record:Network {id: 'm'}), (n:Record:Network {id: 'n'}), (o:Record:Organisation {id: 'o'})
CREATE (o)<-[:MEMBER]-(:Record:Membership {state: 'ACTIVE', validTo: date('2026-03-02')})-[:IN_NETWORK]->(m)
CREATE (o)<-[:MEMBER]-(:Record:Membership {state: 'ENDED'})-[:IN_NETWORK]->(n)
CREATE (:Audience {number: 4, class: 'MEMBERS'})-[:AUDIENCE_OF]->(m), (:Audience {number: 5, class: 'COORDINATORS'})-[:AUDIENCE_OF]->(m)
CREATE (both:Audience {number: 6, class: 'MEMBERS'})-[:AUDIENCE_OF]->(m), (both)-[:AUDIENCE_OF]->(n)
CREATE (:Audience {number: 7, class: 'COORDINATORS'})-[:AUDIENCE_OF]->(:Record:FormerRecord {id: 'was'})-[:MERGED_INTO]->(n)
CREATE (:Audience {number: 8, class: 'MEMBERS'})-[:AUDIENCE_OF]->(:Record:FormerRecord {id: 'gone'})
WITH m, n, o
UNWIND [['coordinator', 'COORDINATOR', n, null, null, 'ACTIVE'], ['speaker', 'REPRESENTATIVE', o, null, null, 'ACTIVE'], ['reader', 'READER', m, null, '2026-03-02', 'ACTIVE'],
  ['late', 'READER', m, null, '2026-03-01', 'ACTIVE'], ['early', 'READER', m, '2026-03-03', null, 'ACTIVE'], ['ended', 'READER', m, null, null, 'ENDED'],
  ['keeper', 'COORDINATOR', null, null, null, 'ACTIVE'], ['administrator', 'ADMINISTRATOR', null, null, null, 'ACTIVE'], ['suspended', 'READER', m, null, null, 'ACTIVE']] AS row
CREATE (a:Record:Account {id: row[0], name: row[0], state: CASE row[0] WHEN 'suspended' THEN 'SUSPENDED' ELSE 'ACTIVE' END})
CREATE (a)<-[:GRANTEE]-(g:Record:Grant {id: 'grant of ' + row[0], role: row[1], validFrom: date(row[3]), validTo: date(row[4]), state: row[5]})
FOREACH (over IN CASE WHEN row[2] IS NULL THEN [] ELSE [row[2]] END | CREATE (g)-[:OVER]->(over))`

func TestWhatAViewerIsOf(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, of)
	r := access.NewResolver(db, func() time.Time { return today })
	for account, want := range map[string][]int64{
		"nobody": {0}, "coordinator": {0, 1, 2, 6, 7}, "speaker": {0, 1, 4, 6}, "reader": {0, 1, 4, 6}, "late": {0}, "early": {0}, "ended": {0}, "suspended": {0},
		"keeper": {0, 1, 2, 4, 5, 6, 7, 8}, "administrator": {0, 2},
	} {
		rights, err := r.Rights(t.Context(), access.Viewer{Account: account})
		must(t, err)
		if diff := cmp.Diff(want, rights.Visible); diff != "" {
			t.Errorf("%s: %s", account, diff)
		}
	}
	for clearance, want := range map[registry.Class][]int64{"": {0}, "PUBLIC": {0}, "restricted": {0}, "MEMBERS": {0, 1, 4, 6, 8}, "COORDINATORS": {0, 1, 2, 4, 5, 6, 7, 8}, "RESTRICTED": {0, 1, 2, 3, 4, 5, 6, 7, 8}} {
		rights, err := r.Rights(t.Context(), access.Viewer{Clearance: clearance})
		must(t, err)
		if diff := cmp.Diff(want, rights.Visible); diff != "" {
			t.Errorf("%q: %s", clearance, diff)
		}
	}
}

// Eyes lower what is seen and never raise it, and lapse with what is open to whom they are of.
func TestEyes(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, of)
	write(t, db, "MATCH (a:Account {id: 'administrator'}) CREATE (a)<-[:GRANTEE]-(:Record:Grant {id: 'second', role: 'COORDINATOR', state: 'ACTIVE'}), (a)<-[:READ_BY]-(:Reading {until: datetime('2026-03-02T23:00:00Z')})")
	r := access.NewResolver(db, func() time.Time { return today })
	for _, row := range []struct {
		account string
		eyes    registry.Class
		visible []int64
		whose   string
		lapse   bool
	}{
		{"keeper", "", []int64{0, 1, 2, 4, 5, 6, 7, 8}, "keeper", false},
		{"keeper", "COORDINATORS", []int64{0, 1, 2, 4, 5, 6, 7, 8}, "", false},
		{"keeper", "MEMBERS", []int64{0, 1, 4, 6, 8}, "", false},
		{"keeper", "PUBLIC", []int64{0}, "", false},
		{"keeper", "RESTRICTED", []int64{0, 1, 2, 4, 5, 6, 7, 8}, "keeper", false},
		{"coordinator", "PUBLIC", []int64{0}, "", false},
		{"coordinator", "MEMBERS", []int64{0, 1, 6}, "", false},
		{"coordinator", "COORDINATORS", []int64{0, 1, 2, 6, 7}, "coordinator", false},
		{"", "RESTRICTED", []int64{0}, "", false},
		{"administrator", "RESTRICTED", []int64{0, 1, 2, 3, 4, 5, 6, 7, 8}, "", true},
		{"suspended", "MEMBERS", []int64{0}, "", false},
	} {
		rights, err := r.Rights(t.Context(), access.Viewer{Account: row.account, Eyes: row.eyes})
		must(t, err)
		if diff := cmp.Diff(row.visible, rights.Visible); diff != "" || rights.Account != row.whose || rights.Until.IsZero() == row.lapse {
			t.Errorf("%s through the eyes of %q, as %q until %s: %s", row.account, row.eyes, rights.Account, rights.Until, diff)
		}
	}
}

// An access token that holds for some networks gives no more than the account's roles over those, and nothing over the registry.
func TestATokenForSomeNetworks(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, of)
	r := access.NewResolver(db, func() time.Time { return today })
	for _, row := range []struct {
		account  string
		networks []string
		visible  []int64
		roles    []registry.GrantedRole
	}{
		{"keeper", []string{"m"}, []int64{0, 1, 2, 4, 5, 6}, []registry.GrantedRole{{Role: "COORDINATOR", Over: "m"}}},
		{"keeper", []string{"m", "n"}, []int64{0, 1, 2, 4, 5, 6, 7}, []registry.GrantedRole{{Role: "COORDINATOR", Over: "m"}, {Role: "COORDINATOR", Over: "n"}}},
		{"coordinator", []string{"n"}, []int64{0, 1, 2, 6, 7}, []registry.GrantedRole{{Role: "COORDINATOR", Over: "n"}}},
		{"coordinator", []string{"m"}, []int64{0}, []registry.GrantedRole{}},
		{"speaker", []string{"m"}, []int64{0, 1, 4, 6}, []registry.GrantedRole{{Role: "REPRESENTATIVE", Over: "o"}}},
		{"speaker", []string{"n"}, []int64{0}, []registry.GrantedRole{}},
		{"administrator", []string{"m"}, []int64{0}, []registry.GrantedRole{}},
	} {
		rights, err := r.Rights(t.Context(), access.Viewer{Account: row.account, Networks: row.networks})
		must(t, err)
		if diff := cmp.Diff(row.visible, rights.Visible); diff != "" {
			t.Errorf("%s for %v sees: %s", row.account, row.networks, diff)
		}
		if diff := cmp.Diff(row.roles, rights.GrantedRoles()); diff != "" {
			t.Errorf("%s for %v may: %s", row.account, row.networks, diff)
		}
	}
	all, err := r.Rights(t.Context(), access.Viewer{Account: "keeper"})
	must(t, err)
	if diff := cmp.Diff([]registry.GrantedRole{{Role: "COORDINATOR"}}, all.GrantedRoles()); diff != "" {
		t.Errorf("without networks: %s", diff)
	}
}

// What is known of a viewer is asked of the database once, and again on another day.
func TestRightsAreRemembered(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, of)
	_, err := access.NewResolver(db, time.Now).Rights(t.Context(), access.Viewer{}) // whoever is the first has the key of cursors made
	must(t, err)
	counted, statements := testdb.Count(db)
	now := today
	r := access.NewResolver(counted, func() time.Time { return now })
	asked := func() []int64 {
		rights, err := r.Rights(t.Context(), access.Viewer{Account: "reader"})
		must(t, err)
		return rights.Visible
	}
	asked()
	if diff := cmp.Diff([]int64{0, 1, 4, 6}, asked()); diff != "" || statements.Load() != 1 {
		t.Errorf("%d statements: %s", statements.Load(), diff)
	}
	now = now.AddDate(0, 0, 1)
	if diff := cmp.Diff([]int64{0}, asked()); diff != "" {
		t.Errorf("the grant is over: %s", diff)
	}
}

// All servers over one database seal cursors by one key, whichever of them has been asked first.
func TestOneKeyOfCursors(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, "MATCH (a:Access) REMOVE a.cursorKey")
	keys := make([][]byte, 4)
	var servers sync.WaitGroup
	for i := range keys {
		servers.Go(func() {
			rights, err := access.NewResolver(db, time.Now).Rights(t.Context(), access.Viewer{})
			if err != nil {
				t.Error(err)
			}
			keys[i] = rights.CursorKey
		})
	}
	servers.Wait()
	for _, key := range keys {
		if len(key) != 32 || !bytes.Equal(key, keys[0]) {
			t.Errorf("the keys differ: %x", keys)
		}
	}
}

// A statement whose viewer's rights are changed before it is run is made and run again, also one that counts: to count nothing is no answer.
func TestAStatementOfOutdatedRightsIsAskedAgain(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, "CREATE (:Record:Network {id: 'm', audience: 0})")
	r := access.NewResolver(db, func() time.Time { return today })
	for _, text := range []string{
		"MATCH (n:Network) RETURN 1 AS answer",
		"MATCH (n:Network) WITH collect(n) AS found RETURN size(found) AS answer",
		"RETURN COUNT { (:Network) } AS answer",
	} {
		made := 0
		answer, err := r.Read(t.Context(), access.Viewer{}, func(access.Rights) (store.Statement, error) {
			if made++; made == 1 {
				write(t, db, "MATCH (a:Access) SET a.version = a.version + 1")
			}
			return store.Statement{Text: text, Params: map[string]any{}}, nil
		})
		must(t, err)
		if answer != int64(1) || made != 2 {
			t.Errorf("%s: %v after it was made %d times", text, answer, made)
		}
	}
}

// Rights are taken away and given back under readers that believe they know them: whoever asks once a right is gone is not answered.
func TestNothingIsAnsweredAfterARightIsGone(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, of)
	write(t, db, "CREATE (:Record:Organisation {id: 'secret', audience: 4})")
	r := access.NewResolver(db, func() time.Time { return today })
	seen := func(ctx context.Context) (any, error) {
		return r.Read(ctx, access.Viewer{Account: "reader"}, func(rights access.Rights) (store.Statement, error) {
			return store.Statement{Text: "RETURN COUNT { MATCH (o:Record&Organisation {id: 'secret'}) WHERE o.audience IN $visible } AS answer", Params: map[string]any{"visible": rights.Visible}}, nil
		})
	}
	var gone, answered atomic.Int64 // how often the right has been taken away; what was seen although it was
	const times = 300
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for ctx.Err() == nil {
				before := gone.Load()
				value, err := seen(ctx)
				if ctx.Err() != nil {
					return
				}
				if err != nil {
					t.Error(err)
					return
				}
				if before%2 == 1 && gone.Load() == before && value != int64(0) {
					answered.Add(1)
				}
			}
		})
	}
	for range times {
		write(t, db, "MATCH (g:Grant {id: 'grant of reader'}) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1")
		gone.Add(1)
		if value, err := seen(t.Context()); err != nil || value != int64(0) {
			t.Fatalf("it is seen still: %v %v", value, err)
		}
		gone.Add(1)
		write(t, db, "MATCH (g:Grant {id: 'grant of reader'}) MATCH (a:Access) SET g.state = 'ACTIVE', a.version = a.version + 1")
		if value, err := seen(t.Context()); err != nil || value != int64(1) {
			t.Fatalf("it is not seen again: %v %v", value, err)
		}
	}
	stop()
	readers.Wait()
	if answered.Load() != 0 {
		t.Errorf("%d were answered after the right was gone", answered.Load())
	}
}
