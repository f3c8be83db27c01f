package accounts_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/access"
	"partnernet/accounts"
	"partnernet/audit"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// world is a register with a network, whose time stands still until it is moved.
type world struct {
	*accounts.Accounts
	t   *testing.T
	db  *store.DB
	now time.Time
}

const issuer = "https://idp.example"

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, db: testdb.Open(t), now: time.Date(2024, 1, 15, 9, 0, 0, 0, time.UTC)}
	now := func() time.Time { return w.now }
	l := ledger.New(w.db, testworld.Model(t), now)
	_, err := l.Tell(t.Context(), ledger.Telling{Actor: "test", Action: "test", Source: ledger.DerivedID("s"), Records: []ledger.Record{
		{Type: "Document", ID: ledger.DerivedID("d"), Values: map[string]any{"title": "Test"}},
		{Type: "Source", ID: ledger.DerivedID("s"), Links: map[string][]string{"document": {ledger.DerivedID("d")}}},
		{Type: "Network", ID: network, Values: map[string]any{"acronym": "MITTSEC", "name": "Mittsec", "lifecycle": "PLANNED"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	w.Accounts = accounts.New(w.db, l, now)
	return w
}

var network = ledger.DerivedID("n")

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// may gives the roles that an account has, as what decides on access finds them.
func (w *world) may(account string) []string {
	w.t.Helper()
	rights, err := access.NewResolver(w.db, func() time.Time { return w.now }).Rights(w.t.Context(), access.Viewer{Account: account})
	w.must(err)
	roles := []string{}
	for _, role := range rights.Roles {
		roles = append(roles, strings.TrimSpace(string(role.Name)+" "+role.Over))
	}
	slices.Sort(roles)
	return roles
}

func TestTheMachinesKeeper(t *testing.T) {
	w := newWorld(t)
	var all sync.WaitGroup
	ids := make(chan string, 4)
	for range cap(ids) {
		all.Go(func() {
			id, err := w.Local(t.Context())
			if err != nil {
				t.Error(err)
			}
			ids <- id
		})
	}
	all.Wait()
	close(ids)
	id := <-ids
	for other := range ids {
		if other != id {
			t.Errorf("there are several: %s and %s", id, other)
		}
	}
	if diff := cmp.Diff([]string{"ADMINISTRATOR", "COORDINATOR"}, w.may(id)); diff != "" {
		t.Error(diff)
	}
	listed, err := w.List(t.Context())
	w.must(err)
	if len(listed) != 1 || listed[0].ID != id || listed[0].Kind != "LOCAL" || len(listed[0].Grants) != 2 {
		t.Errorf("listed are %+v", listed)
	}

	w.must(w.db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: `
			MATCH (a:Record&Account {id: $id})
			CREATE (a)<-[:OF]-(:Session {hash: 's', key: 'session'}), (a)<-[:OF]-(:AccessToken {hash: 't', key: 'token'}), (a)<-[:OF]-(:AccessToken {hash: 'f', key: 'feed', right: 'FEED'}),
			  (:Record:Account {id: 'other', state: 'SUSPENDED'})<-[:OF]-(:AccessToken {hash: 'o', key: "another's"})`, Params: map[string]any{"id": id}})
		return err
	}))
	w.must(w.SetState(t.Context(), id, registry.SuspendedAccount))
	if diff := cmp.Diff([]string{}, w.may(id)); diff != "" {
		t.Errorf("a closed account: %s", diff)
	}
	if _, err := w.Local(t.Context()); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a closed account signs in: %v", err)
	}
	w.must(w.SetState(t.Context(), id, registry.ActiveAccount))
	if got := testdb.Texts(t, w.db, "MATCH (c) WHERE c.key IS NOT NULL AND (c:Session AND c.endedAt IS NULL OR c:AccessToken AND c.revokedAt IS NULL) RETURN c.key AS text"); !slices.Equal(got, []string{"another's"}) {
		t.Errorf("what holds after the account was closed and opened again: %q", got)
	}
	if administers, err := w.Administers(t.Context(), id); err != nil || !administers {
		t.Errorf("the keeper is no administrator: %v", err)
	}
	if err := w.SetState(t.Context(), "unknown", registry.ActiveAccount); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("an unknown account: %v", err)
	}
}

// A program has an account of its own, and no more rights than it is granted.
func TestTheAccountOfAProgram(t *testing.T) {
	w := newWorld(t)
	id, err := w.Service(t.Context(), registry.Invitation{Name: "Nightly export", Role: registry.Reader, Over: network})
	w.must(err)
	if diff := cmp.Diff([]string{"READER " + network}, w.may(id)); diff != "" {
		t.Error(diff)
	}
	for _, named := range []string{id, "Nightly export"} {
		if found, err := w.ServiceOf(t.Context(), named); err != nil || found != id {
			t.Errorf("%s is %q: %v", named, found, err)
		}
	}
	keeper, err := w.Local(t.Context())
	w.must(err)
	for _, named := range []string{keeper, "unknown"} {
		if _, err := w.ServiceOf(t.Context(), named); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%s: %v", named, err)
		}
	}
	if _, err := w.Service(t.Context(), registry.Invitation{Role: registry.Reader}); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("without a name: %v", err)
	}
	w.must(w.SetState(t.Context(), id, registry.SuspendedAccount))
	if _, err := w.ServiceOf(t.Context(), id); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a closed one: %v", err)
	}
}

func TestAnInvitationCountsOnce(t *testing.T) {
	w := newWorld(t)
	over, err := w.Over(t.Context(), "MITTSEC")
	w.must(err)
	code, err := w.Invite(t.Context(), registry.Invitation{Name: "Kari", Role: registry.Coordinator, Over: over})
	w.must(err)
	if strings.Contains(strings.Join(testdb.Dump(t, w.db), "\n"), code) {
		t.Error("the code is kept")
	}
	id, err := w.Accept(t.Context(), code, issuer, "kari")
	w.must(err)
	if found, err := w.WithIdentity(t.Context(), issuer, "kari"); err != nil || found != id {
		t.Errorf("the identity is of %q: %v", found, err)
	}
	if other, err := w.WithIdentity(t.Context(), "https://other.example", "kari"); err != nil || other != "" {
		t.Errorf("the same subject of another issuer is %q: %v", other, err)
	}
	if diff := cmp.Diff([]string{"COORDINATOR " + network}, w.may(id)); diff != "" {
		t.Error(diff)
	}
	refuse := func(why, code string) {
		t.Helper()
		if _, err := w.Accept(t.Context(), code, issuer, "other"); fault.CodeOf(err) != fault.Forbidden {
			t.Errorf("%s: %v", why, err)
		}
	}
	refuse("a used invitation", code)
	refuse("an invitation that was never made", "guess")

	again, err := w.Invite(t.Context(), registry.Invitation{Name: "K. again", Role: registry.Administrator})
	w.must(err)
	same, err := w.Accept(t.Context(), again, issuer, "kari")
	w.must(err)
	if same != id || !slices.Contains(w.may(id), "ADMINISTRATOR") {
		t.Errorf("a second invitation makes %s an account that may %v", same, w.may(same))
	}
	late, err := w.Invite(t.Context(), registry.Invitation{Name: "Late", Role: registry.Administrator})
	w.must(err)
	w.now = w.now.AddDate(0, 0, 7)
	refuse("an invitation after seven days", late)

	events := map[audit.Event]int{}
	records, err := audit.Latest(t.Context(), w.db, "", 100)
	w.must(err)
	for _, each := range records {
		events[each.Event]++
	}
	if diff := cmp.Diff(map[audit.Event]int{audit.Invited: 3, audit.Accepted: 2}, events); diff != "" {
		t.Error(diff)
	}
}

// Whoever has a closed account gets no role by an invitation, which stays for when it is open again.
func TestAClosedAccountAcceptsNothing(t *testing.T) {
	w := newWorld(t)
	invited := func(role registry.Role) string {
		code, err := w.Invite(t.Context(), registry.Invitation{Name: "Kari", Role: role})
		w.must(err)
		return code
	}
	id, err := w.Accept(t.Context(), invited(registry.Reader), issuer, "kari")
	w.must(err)
	w.must(w.SetState(t.Context(), id, registry.SuspendedAccount))
	code := invited(registry.Administrator)
	if _, err := w.Accept(t.Context(), code, issuer, "kari"); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a closed account: %v", err)
	}
	w.must(w.SetState(t.Context(), id, registry.ActiveAccount))
	if diff := cmp.Diff([]string{"READER"}, w.may(id)); diff != "" {
		t.Error(diff)
	}
	if same, err := w.Accept(t.Context(), code, issuer, "kari"); err != nil || same != id {
		t.Errorf("the account that is open again is %q: %v", same, err)
	}
}

func TestInvitationsThatAreRefused(t *testing.T) {
	w := newWorld(t)
	for why, i := range map[string]registry.Invitation{
		"no name":                       {Role: registry.Reader, Over: network},
		"a long name":                   {Name: strings.Repeat("å", 101), Role: registry.Reader, Over: network},
		"an administrator of a network": {Name: "A", Role: registry.Administrator, Over: network},
		"a representative of nobody":    {Name: "A", Role: registry.Representative},
	} {
		if _, err := w.Invite(t.Context(), i); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", why, err)
		}
	}
	if _, err := w.Over(context.Background(), "NOWHERE"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("an unknown network: %v", err)
	}
}
