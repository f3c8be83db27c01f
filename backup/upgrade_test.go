package backup_test

import (
	"context"
	"flag"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/backup"
	"partnernet/ledger"
	"partnernet/store"
	"partnernet/testdb"
)

// fixtures are registers as earlier versions have written them: the founding case and an Interreg list, told and imported by the server of that version, whose
// last migration the name tells. A new one is made by "server backup" before a migration is added.
const fixtures = "testdata/schema-*.backup"

// Each fixture has all statements be planned anew, which takes many seconds: go test ./backup -run EarlierVersions -args -all-versions.
var allVersions = flag.Bool("all-versions", false, "open the registers of all earlier versions, and not of the first alone")

// What an earlier version has written opens in this one: two servers that start at once bring it up to date once, it keeps the rules, answers what it answered, and
// can be written to.
func TestRegistersOfEarlierVersions(t *testing.T) {
	files, err := filepath.Glob(fixtures)
	must(t, err)
	if !*allVersions {
		files = files[:1]
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { checkUpgrade(t, file) })
	}
}

func checkUpgrade(t *testing.T, file string) {
	w := newWorld(t, testdb.Open(t))
	of, err := backup.Verify(file)
	must(t, err)
	must(t, backup.RestoreOnly(t.Context(), w.Register, file))
	w.upgradesOnce(of)
	must(t, w.Ledger.CompareAll(t.Context())) // as at each start
	broken, err := w.Ledger.Check(t.Context())
	must(t, err)
	if len(broken) > 0 {
		t.Errorf("it breaks rules: %v", broken)
	}
	answer, err := w.ask(`{ project(acronym: "Commsec") { id awards { maxPayable(approvedCosts: {amount: "500000.00", currency: "SEK"}) { amount } } }
		changes(first: 1) { totalCount nodes { fields { name after } } } }`, nil)
	must(t, err)
	project := answer["project"].(object)
	if got := project["awards"].([]any)[0].(object)["maxPayable"]; !cmp.Equal(got, any(object{"amount": "175000.00"})) {
		t.Errorf("Commsec pays %v", got)
	}
	if changes := answer["changes"].(object)["totalCount"]; changes != float64(of.Position) {
		t.Errorf("it has %v changes, of %d", changes, of.Position)
	}
	w.command("updateProject", object{"id": project["id"], "title": "Commsec, renamed"}, "command")
}

// upgradesOnce has two servers start at once over a register of an earlier version, and asks that they bring it up to date once.
func (w world) upgradesOnce(of backup.Summary) {
	w.t.Helper()
	known, err := store.Migrations()
	must(w.t, err)
	var want []string
	for _, m := range known[len(of.Migrations):] {
		want = append(want, m.Name)
	}
	applied := make([][]string, 2)
	var both sync.WaitGroup
	for i := range applied {
		server := testdb.Connect(w.t)
		both.Go(func() {
			var err error
			if applied[i], err = server.Migrate(context.WithoutCancel(w.t.Context())); err != nil {
				w.t.Error(err)
			}
		})
	}
	both.Wait()
	if diff := cmp.Diff(want, slices.Sorted(slices.Values(slices.Concat(applied...)))); diff != "" {
		w.t.Errorf("applied by both: %s", diff)
	}
}

// What an earlier version has kept as expired is so by its last day from then on. So a backup of it is restored as it is, and what recorded it can be taken back.
func TestWhatAnEarlierVersionKeptAsExpired(t *testing.T) {
	const file = "testdata/schema-18.backup"
	w := newWorld(t, testdb.Open(t))
	of, broken, err := backup.Restore(t.Context(), w.Register, file, false)
	must(t, err)
	if len(broken) > 0 {
		t.Errorf("it breaks rules: %v", broken)
	}
	before := of.CreatedAt.AddDate(0, 0, -1).Format(time.DateOnly) // it was recorded on the day of the backup
	for key, want := range map[string]object{
		"told":  {"state": "EXPIRED", "expiresOn": "2023-06-30"},
		"since": {"state": "EXPIRED", "expiresOn": "2023-06-30"},
		"bare":  {"state": "EXPIRED", "expiresOn": before},
	} {
		answer, err := w.ask(`query($id: ID!) { node(id: $id) { ... on Need { state expiresOn } ... on Offer { stands: state expiresOn } } }`, object{"id": ledger.DerivedID(key)})
		must(t, err)
		got := answer["node"].(object)
		if stands := got["stands"]; stands != nil {
			got["state"] = stands
			delete(got, "stands")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
	}
	answer, err := w.ask(`query($id: ID!) { need(id: $id) { state history { nodes { id } } } }`, object{"id": ledger.DerivedID("told")})
	must(t, err)
	change := answer["need"].(object)["history"].(object)["nodes"].([]any)[0].(object)["id"]
	w.command("revertChange", object{"id": change}, "command")
}
