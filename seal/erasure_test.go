package seal_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/commands"
	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// newKept gives a register with a person and a contact at an organisation, and accounts of each role; its coordinator is of that organisation's network.
func newKept(t *testing.T) (k register.Staffed, person, contact string) {
	t.Helper()
	k = register.NewStaffed(t)
	by := k.By("COORDINATOR")
	person = by.Make("registerPerson", object{"name": plainName, "lawfulBasis": "PUBLIC_TASK", "purpose": "To be asked.", "reviewOn": register.DayFrom(100)}, "person")
	contact = by.Make("registerContact", object{"organisation": k.Ours, "function": "preparedness", "address": plainAddress, "person": person}, "contact")
	return k, person, contact
}

// audited gives the events of the audit records about a record, each with whose it is.
func audited(w register.World, record string) []string {
	w.T.Helper()
	rows, err := w.DB.ReadRows(w.T.Context(), store.Statement{Text: "MATCH (r:AuditRecord {detail: $record}) RETURN r.event + ' by ' + r.account AS line ORDER BY r.at, line", Params: object{"record": record}})
	testworld.Must(w.T, err)
	var lines []string
	for _, row := range rows {
		lines = append(lines, row["line"].(string))
	}
	return lines
}

func TestAContactIsRevealedToThoseWhoMayAndThatIsWritten(t *testing.T) {
	k, person, contact := newKept(t)
	input := object{"id": contact, "purpose": "Ringing about the exercise."}
	for account, code := range map[string]string{"READER": "FORBIDDEN", "nobody": "FORBIDDEN", "ADMINISTRATOR": "FORBIDDEN"} {
		k.By(account).Command("revealContact", input, "address").Fails(code, "", "")
	}
	k.Command("revealContact", input, "address").Fails("UNAUTHENTICATED", "", "") // whoever has no account
	late := k.By("COORDINATOR")
	late.Viewer.Recent = false
	late.Command("revealContact", input, "address").Fails("UNAUTHENTICATED", "", "")
	k.By("COORDINATOR").Command("revealContact", object{"id": contact, "purpose": " "}, "address").Fails("BAD_INPUT", registry.RuleRequired, "input.purpose")
	k.By("COORDINATOR").Command("revealContact", object{"id": contact, "purpose": "Ringing kari@x.no"}, "address").Fails("BAD_INPUT", registry.RuleImpersonal, "input.purpose")
	if got := k.Count("Reading"); got != 0 || audited(k.World, contact) != nil {
		t.Errorf("%d readings, audited %v", got, audited(k.World, contact))
	}
	for _, account := range []string{"COORDINATOR", "REPRESENTATIVE"} {
		got := k.By(account).Command("revealContact", input, "address name contact { function } reading { purpose at account { id } }").Good()
		reader := any(object{"id": account})
		if account == "REPRESENTATIVE" {
			reader = nil // accounts are for coordinators and administrators to see
		}
		want := object{"address": plainAddress, "name": plainName, "contact": object{"function": "preparedness"},
			"reading": object{"purpose": input["purpose"], "at": "2026-03-02T09:00:00Z", "account": reader}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff([]string{"REVEALED by COORDINATOR", "REVEALED by REPRESENTATIVE"}, audited(k.World, contact)); diff != "" {
		t.Error(diff)
	}
	tellsNothing(k.World, []string{plainName, plainAddress})
	k.By("COORDINATOR").Command("eraseSubject", object{"id": person}, "command").Good()
	k.By("COORDINATOR").Command("revealContact", input, "address").Fails("CONFLICT", registry.RuleErased, "input.id")
}

func TestAllThatIsKeptOfSomebodyIsGiven(t *testing.T) {
	k, person, contact := newKept(t)
	by := k.By("COORDINATOR")
	by.Command("updateContact", object{"id": contact, "address": otherAddress}, "command").Good()
	by.Command("revealContact", object{"id": contact, "purpose": "Ringing."}, "address").Good()
	for _, asked := range []object{{"id": person}, {"known": strings.ToUpper(plainName)}, {"known": otherAddress}} {
		asked["purpose"] = "Asked for by the person."
		got := by.Command("subjectExport", asked, "document subject { id }").Good()
		document := got["document"].(string)
		for _, text := range []string{plainName, plainAddress, otherAddress, "preparedness", "Ours", "PUBLIC_TASK", "Ringing.", "A letter", person, contact} {
			if !strings.Contains(document, text) {
				t.Errorf("%v: the document lacks %s: %s", asked, text, document)
			}
		}
		if register.At(got, "subject", "id") != person {
			t.Errorf("%v is %v", asked, got["subject"])
		}
	}
	by.Command("subjectExport", object{"known": "Nobody", "purpose": "x"}, "document").Fails("NOT_FOUND", "", "input.known")
	by.Command("subjectExport", object{"purpose": "x"}, "document").Fails("BAD_INPUT", "", "input.id")
	by.Command("subjectExport", object{"id": contact, "purpose": "x"}, "document").Fails("CONFLICT", "", "input.id")
	k.GiveRole("coordinator of N", "COORDINATOR", k.N)
	k.By("coordinator of N").Command("subjectExport", object{"known": plainName, "purpose": "x"}, "document").Fails("FORBIDDEN", "", "")
	if got := audited(k.World, person); len(got) != 3 {
		t.Errorf("audited %v", got)
	}
	tellsNothing(k.World, []string{plainName, plainAddress, otherAddress})
}

func TestWhoIsErasedAndWhoIsNot(t *testing.T) {
	k, person, contact := newKept(t)
	by := k.By("COORDINATOR")
	by.Command("updatePerson", object{"id": person, "hold": "Archive law, until 2030"}, "command").Good()
	by.Command("eraseSubject", object{"id": person}, "command").Fails("CONFLICT", registry.RuleOnHold, "input.id")
	by.Command("updatePerson", object{"id": person, "hold": nil}, "command").Good()
	by.Command("eraseSubject", object{"id": contact}, "command").Fails("CONFLICT", "", "input.id")
	k.By("READER").Command("eraseSubject", object{"id": person}, "command").Fails("FORBIDDEN", "", "")
	by.Command("eraseSubject", object{"id": person, "dryRun": true}, "command").Good()
	by.Command("revealContact", object{"id": contact, "purpose": "x"}, "address").Good()
	done := by.Command("eraseSubject", object{"id": person}, "command subject { id version ... on Person { name erasedOn purpose } } contacts { id address reachable erasedOn }").Good()
	if diff := cmp.Diff([]any{nil, register.DayFrom(0), "To be asked."}, []any{register.At(done, "subject", "name"), register.At(done, "subject", "erasedOn"), register.At(done, "subject", "purpose")}); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{object{"id": contact, "address": nil, "reachable": false, "erasedOn": register.DayFrom(0)}}, done["contacts"]); diff != "" {
		t.Error(diff)
	}
	if got := subjects(k.World); len(got) > 0 {
		t.Errorf("there are still keys of %v", got)
	}
	by.Command("eraseSubject", object{"id": person}, "command").Fails("CONFLICT", registry.RuleErased, "input.id")
	by.Command("updatePerson", object{"id": person, "name": plainName}, "command").Fails("CONFLICT", registry.RuleErased, "input.id")
	by.Command("subjectExport", object{"id": contact, "purpose": "x"}, "document").Fails("CONFLICT", "", "input.id") // it is the person's still
	by.Command("revertCommand", object{"command": done["command"]}, "command").Fails("FORBIDDEN", "", "")
	single := by.Make("registerContact", object{"organisation": k.Ours, "function": "desk", "address": otherAddress}, "contact")
	k.By("REPRESENTATIVE").Command("eraseSubject", object{"id": single}, "subject { id }").Good()
	if got := subjects(k.World); len(got) > 0 {
		t.Errorf("there are still keys of %v", got)
	}
}

// A server that ended between an erasure and the removal of the key removes it when it starts.
func TestKeysOfTheErasedAreRemovedAtTheStart(t *testing.T) {
	k, person, _ := newKept(t)
	k.Write("MATCH (p:Record {id: $id}) SET p.erasedOn = date('2026-03-02'), p.name = null", object{"id": person})
	m := testworld.Model(t)
	for want := 1; want >= 0; want-- {
		got, err := commands.DropErased(t.Context(), ledger.New(k.DB, m, time.Now), k.Keys)
		if got != want || err != nil {
			t.Errorf("%d keys were removed, not %d: %v", got, want, err)
		}
	}
}

func TestWhatIsToBeLookedAtAgain(t *testing.T) {
	k, person, contact := newKept(t)
	by := k.By("COORDINATOR")
	due := func(asOf string) []string {
		var all []string
		for _, item := range by.Do("query($asOf: Date) { reviewsDue(asOf: $asOf) { dueOn about { id } } }", object{"asOf": asOf})["reviewsDue"].([]any) {
			all = append(all, fmt.Sprint(register.At(item.(object), "about", "id"), " ", item.(object)["dueOn"]))
		}
		return all
	}
	if diff := cmp.Diff([]string{contact + " <nil>"}, due(register.DayFrom(0))); diff != "" {
		t.Error(diff)
	}
	by.Command("verifyContact", object{"id": contact}, "command").Good()
	quarter := register.Today.AddDate(0, 3, 0).Format(time.DateOnly)
	if diff := cmp.Diff([]string{contact + " " + quarter, person + " " + register.DayFrom(100)}, due(register.DayFrom(100))); diff != "" {
		t.Error(diff)
	}
	if got := due(register.DayFrom(0)); len(got) > 0 {
		t.Errorf("%v is due", got)
	}
	record := `{ processingRecord { type lawfulBasis purpose kept held erased openings nextReviewOn sealedFields } }`
	want := object{"processingRecord": []any{
		object{"type": "Person", "lawfulBasis": "PUBLIC_TASK", "purpose": "To be asked.", "kept": 1., "held": 0., "erased": 0., "openings": 0., "nextReviewOn": register.DayFrom(100), "sealedFields": []any{"name"}},
		object{"type": "Contact", "lawfulBasis": nil, "purpose": nil, "kept": 1., "held": 0., "erased": 0., "openings": 0., "nextReviewOn": nil, "sealedFields": []any{"address"}},
	}}
	if diff := cmp.Diff(want, by.Do(record, nil)); diff != "" {
		t.Error(diff)
	}
	by.Command("revealContact", object{"id": contact, "purpose": "x"}, "address").Good()
	by.Command("eraseSubject", object{"id": person}, "command").Good()
	for i, row := range want["processingRecord"].([]any) {
		row.(object)["kept"], row.(object)["erased"], row.(object)["nextReviewOn"], row.(object)["openings"] = 0., 1., nil, float64(i)
	}
	if diff := cmp.Diff(want, by.Do(record, nil)); diff != "" {
		t.Error(diff)
	}
	if got := due(register.DayFrom(1000)); len(got) > 0 {
		t.Errorf("%v is due once it is erased", got)
	}
}

// everywhere is a registry of which all is noted that it sends to the database and writes to its log.
type everywhere struct {
	register.Staffed
	mu   sync.Mutex
	sent bytes.Buffer
}

// Write takes down what is logged.
func (e *everywhere) Write(p []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.sent.Write(p)
}

func newEverywhere(t *testing.T) *everywhere {
	e := &everywhere{Staffed: register.NewStaffed(t)}
	db := e.DB.Observed(func(_ context.Context, s store.Statement, _ time.Duration, err error) {
		_, _ = fmt.Fprintln(e, s.Text, s.Params, err)
	})
	e.Handler = testworld.GraphQL(t, db, func() time.Time { return register.Today }, func(o *graph.Options) {
		o.Keys, o.Log = e.Keys, slog.New(slog.NewTextHandler(e, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	return e
}

// inFiles gives the files below a folder that hold one of some texts.
func inFiles(t *testing.T, folder string, texts ...string) []string {
	t.Helper()
	var found []string
	testworld.Must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, text := range texts {
			if bytes.Contains(content, []byte(text)) {
				found = append(found, path+" has "+text)
			}
		}
		return err
	}))
	return found
}

// An erased person is nowhere: not in an answer, the history, what is remembered of commands, a statement that was sent, the log, nor any file of the database. The name
// is long, so that the database writes it as it is; the one of an organisation, of the same length, shows that it would be found.
func TestAnErasedPersonIsNowhere(t *testing.T) {
	e := newEverywhere(t)
	long := strings.Repeat("Zvama Qvarnback ", 20)
	name, second, address, marker := "Asa "+long, "Asa-Lisa "+long, strings.Repeat("zvama.qvarnback.", 12)+"@example.org", "Org "+long
	by := e.By("COORDINATOR")
	by.Make("registerOrganisation", object{"legalName": marker}, "organisation")
	person := by.Make("registerPerson", object{"name": name, "lawfulBasis": "CONSENT", "purpose": "To be asked.", "reviewOn": register.DayFrom(1), "idempotencyKey": "one"}, "person")
	contact := by.Make("registerContact", object{"organisation": e.Ours, "function": "x", "address": address, "person": person, "idempotencyKey": "two"}, "contact")
	by.Command("updatePerson", object{"id": person, "name": second}, "changes { fields { before after } }").Good()
	by.Command("registerPerson", object{"name": name, "lawfulBasis": "CONSENT", "purpose": "", "reviewOn": register.DayFrom(1)}, "command").Fails("BAD_INPUT", registry.RuleRequired, "input.purpose")
	by.Command("revealContact", object{"id": contact, "purpose": "x"}, "address name").Good()
	by.Command("subjectExport", object{"known": second, "purpose": "x"}, "document").Good()
	files := testdb.Files(t)
	if found := inFiles(t, files, "Org Zvama"); len(found) == 0 {
		t.Fatal("what stands in the database is found in none of its files")
	}
	by.Command("eraseSubject", object{"id": person}, "changes { fields { before after } }").Good()
	plain := []string{"Asa Zvama", "Asa-Lisa", "zvama.qvarnback"}
	tellsNothing(e.World, plain, e.Do(allOfARecord, object{"id": person}), e.Do(allOfARecord, object{"id": contact}),
		e.Do("{ changes(first: 100) { nodes { displayName fields { name before after } } } }", nil))
	if found := inFiles(t, testdb.Files(t), plain...); len(found) > 0 {
		t.Errorf("found in files: %v", found)
	}
	for _, text := range plain {
		if at := strings.Index(e.sent.String(), text); at >= 0 {
			t.Errorf("%s was sent to the database or logged: %.300s", text, e.sent.String()[max(0, at-200):])
		}
	}
	if !strings.Contains(e.sent.String(), "sealed:1:") {
		t.Error("nothing was noted of what was sent")
	}
}

// What is restricted is open to who opened it, and to nobody else, until the time is over.
func TestWhatIsRestrictedIsOpenedForATime(t *testing.T) {
	k := register.NewStaffed(t)
	now := register.Today
	k.Handler = testworld.GraphQL(t, k.DB, func() time.Time { return now }, func(o *graph.Options) {
		o.Log, o.Keys = slog.New(slog.NewTextHandler(t.Output(), nil)), k.Keys
	})
	secret := k.Make("registerOrganisation", object{"legalName": "Secret", "sensitivity": "RESTRICTED"}, "organisation")
	for _, account := range []string{"keeper", "another"} {
		k.Write("MATCH (a:Access) SET a.version = a.version + 1 CREATE (:Record:Account {id: $id, kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})<-[:GRANTEE]-(:Record:Grant {id: randomUUID(), role: 'COORDINATOR', state: 'ACTIVE', audience: 2, version: 1})", object{"id": account})
	}
	sees := func(account string) bool {
		return k.By(account).Do("query($id: ID!) { node(id: $id) { id } }", object{"id": secret})["node"] != nil
	}
	input := object{"purpose": "Looking into a leak.", "minutes": 10}
	k.By("COORDINATOR").Command("openRestricted", input, "reading { until }").Fails("FORBIDDEN", "", "")
	k.By("keeper").Command("openRestricted", object{"purpose": "x", "minutes": 61}, "reading { until }").Fails("BAD_INPUT", registry.RuleOpening, "input.minutes")
	if sees("keeper") {
		t.Error("it is seen before it is opened")
	}
	got := k.By("keeper").Command("openRestricted", input, "reading { at until purpose }").Good()
	if diff := cmp.Diff(object{"reading": object{"at": "2026-03-02T09:00:00Z", "until": "2026-03-02T09:10:00Z", "purpose": "Looking into a leak."}}, got); diff != "" {
		t.Error(diff)
	}
	for minutes, want := range []bool{true, true, true, true, true, true, true, true, true, true, false, false} {
		now = register.Today.Add(time.Duration(minutes) * time.Minute)
		if got := sees("keeper"); got != want || sees("another") {
			t.Errorf("after %d minutes it is seen: %t, by another: %t", minutes, got, sees("another"))
		}
	}
	k.By("keeper").Command("openRestricted", input, "reading { until }").Good()
	if !sees("keeper") {
		t.Error("it is not opened again")
	}
	k.Write("MATCH (g:Grant)-[:GRANTEE]->(:Account {id: 'keeper'}) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1", nil)
	if sees("keeper") {
		t.Error("it is seen by one who keeps all networks no more")
	}
}
