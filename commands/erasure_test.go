package commands_test

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
)

// kept is known, with an account of each role; its coordinator is one of the organisation's network.
func newKept(t *testing.T) (k keeping, person, contact string) {
	t.Helper()
	k = newKeeping(t)
	by := k.by("COORDINATOR")
	person = by.make("registerPerson", object{"name": plainName, "lawfulBasis": "PUBLIC_TASK", "purpose": "To be asked.", "reviewOn": dayFrom(100)}, "person")
	contact = by.make("registerContact", object{"organisation": k.ours, "function": "preparedness", "address": plainAddress, "person": person}, "contact")
	return k, person, contact
}

// audited gives the events of the audit records about a record, each with whose it is.
func (w world) audited(record string) []string {
	w.t.Helper()
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{Text: "MATCH (r:AuditRecord {detail: $record}) RETURN r.event + ' by ' + r.account AS line ORDER BY r.at, line", Params: object{"record": record}})
	must(w.t, err)
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
		k.by(account).command("revealContact", input, "address").fails(code, "", "")
	}
	k.command("revealContact", input, "address").fails("UNAUTHENTICATED", "", "") // whoever has no account
	late := k.by("COORDINATOR")
	late.viewer.Recent = false
	late.command("revealContact", input, "address").fails("UNAUTHENTICATED", "", "")
	k.by("COORDINATOR").command("revealContact", object{"id": contact, "purpose": " "}, "address").fails("BAD_INPUT", registry.RuleRequired, "input.purpose")
	if got := k.count("Reading"); got != 0 || k.audited(contact) != nil {
		t.Errorf("%d readings, audited %v", got, k.audited(contact))
	}
	for _, account := range []string{"COORDINATOR", "REPRESENTATIVE"} {
		got := k.by(account).command("revealContact", input, "address name contact { function } reading { purpose at account { id } }").good()
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
	if diff := cmp.Diff([]string{"REVEALED by COORDINATOR", "REVEALED by REPRESENTATIVE"}, k.audited(contact)); diff != "" {
		t.Error(diff)
	}
	k.tellsNothing([]string{plainName, plainAddress})
	k.by("COORDINATOR").command("eraseSubject", object{"id": person}, "command").good()
	k.by("COORDINATOR").command("revealContact", input, "address").fails("CONFLICT", registry.RuleErased, "input.id")
}

func TestAllThatIsKeptOfSomebodyIsGiven(t *testing.T) {
	k, person, contact := newKept(t)
	by := k.by("COORDINATOR")
	by.command("updateContact", object{"id": contact, "address": otherAddress}, "command").good()
	by.command("revealContact", object{"id": contact, "purpose": "Ringing."}, "address").good()
	for _, asked := range []object{{"id": person}, {"known": strings.ToUpper(plainName)}, {"known": otherAddress}} {
		asked["purpose"] = "Asked for by the person."
		got := by.command("subjectExport", asked, "document subject { id }").good()
		document := got["document"].(string)
		for _, text := range []string{plainName, plainAddress, otherAddress, "preparedness", "Ours", "PUBLIC_TASK", "Ringing.", "A letter", person, contact} {
			if !strings.Contains(document, text) {
				t.Errorf("%v: the document lacks %s: %s", asked, text, document)
			}
		}
		if at(got, "subject", "id") != person {
			t.Errorf("%v is %v", asked, got["subject"])
		}
	}
	by.command("subjectExport", object{"known": "Nobody", "purpose": "x"}, "document").fails("NOT_FOUND", "", "input.known")
	by.command("subjectExport", object{"purpose": "x"}, "document").fails("BAD_INPUT", "", "input.id")
	k.holds("coordinator of N", "COORDINATOR", k.n)
	k.by("coordinator of N").command("subjectExport", object{"known": plainName, "purpose": "x"}, "document").fails("FORBIDDEN", "", "")
	if got := k.audited(person); len(got) != 3 {
		t.Errorf("audited %v", got)
	}
	k.tellsNothing([]string{plainName, plainAddress, otherAddress})
}

func TestWhoIsErasedAndWhoIsNot(t *testing.T) {
	k, person, contact := newKept(t)
	by := k.by("COORDINATOR")
	by.command("updatePerson", object{"id": person, "hold": "Archive law, until 2030"}, "command").good()
	by.command("eraseSubject", object{"id": person}, "command").fails("CONFLICT", registry.RuleOnHold, "input.id")
	by.command("updatePerson", object{"id": person, "hold": nil}, "command").good()
	by.command("eraseSubject", object{"id": contact}, "command").fails("CONFLICT", "", "input.id")
	k.by("READER").command("eraseSubject", object{"id": person}, "command").fails("FORBIDDEN", "", "")
	by.command("eraseSubject", object{"id": person, "dryRun": true}, "command").good()
	by.command("revealContact", object{"id": contact, "purpose": "x"}, "address").good()
	done := by.command("eraseSubject", object{"id": person}, "command subject { id version ... on Person { name erasedOn purpose } } contacts { id address reachable erasedOn }").good()
	if diff := cmp.Diff([]any{nil, dayFrom(0), "To be asked."}, []any{at(done, "subject", "name"), at(done, "subject", "erasedOn"), at(done, "subject", "purpose")}); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{object{"id": contact, "address": nil, "reachable": false, "erasedOn": dayFrom(0)}}, done["contacts"]); diff != "" {
		t.Error(diff)
	}
	if got := k.subjects(); len(got) > 0 {
		t.Errorf("there are still keys of %v", got)
	}
	by.command("eraseSubject", object{"id": person}, "command").fails("CONFLICT", registry.RuleErased, "input.id")
	by.command("updatePerson", object{"id": person, "name": plainName}, "command").fails("CONFLICT", registry.RuleErased, "input.id")
	by.command("revertCommand", object{"command": done["command"]}, "command").fails("FORBIDDEN", "", "")
	single := by.make("registerContact", object{"organisation": k.ours, "function": "desk", "address": otherAddress}, "contact")
	k.by("REPRESENTATIVE").command("eraseSubject", object{"id": single}, "subject { id }").good()
	if got := k.subjects(); len(got) > 0 {
		t.Errorf("there are still keys of %v", got)
	}
}

// A server that ended between an erasure and the removal of the key removes it when it starts.
func TestKeysOfTheErasedAreRemovedAtTheStart(t *testing.T) {
	k, person, _ := newKept(t)
	k.write("MATCH (p:Record {id: $id}) SET p.erasedOn = date('2026-03-02'), p.name = null", object{"id": person})
	m := testworld.Model(t)
	for want := 1; want >= 0; want-- {
		got, err := commands.DropErased(t.Context(), ledger.New(k.db, m, time.Now), k.keys)
		if got != want || err != nil {
			t.Errorf("%d keys were removed, not %d: %v", got, want, err)
		}
	}
}

func TestWhatIsToBeLookedAtAgain(t *testing.T) {
	k, person, contact := newKept(t)
	by := k.by("COORDINATOR")
	due := func(asOf string) []string {
		var all []string
		for _, item := range by.do("query($asOf: Date) { reviewsDue(asOf: $asOf) { dueOn about { id } } }", object{"asOf": asOf})["reviewsDue"].([]any) {
			all = append(all, fmt.Sprint(at(item.(object), "about", "id"), " ", item.(object)["dueOn"]))
		}
		return all
	}
	if diff := cmp.Diff([]string{contact + " <nil>"}, due(dayFrom(0))); diff != "" {
		t.Error(diff)
	}
	by.command("verifyContact", object{"id": contact}, "command").good()
	quarter := today.AddDate(0, 3, 0).Format(time.DateOnly)
	if diff := cmp.Diff([]string{contact + " " + quarter, person + " " + dayFrom(100)}, due(dayFrom(100))); diff != "" {
		t.Error(diff)
	}
	if got := due(dayFrom(0)); len(got) > 0 {
		t.Errorf("%v is due", got)
	}
	record := `{ processingRecord { type lawfulBasis purpose kept held erased openings nextReviewOn sealedFields } }`
	want := object{"processingRecord": []any{
		object{"type": "Person", "lawfulBasis": "PUBLIC_TASK", "purpose": "To be asked.", "kept": 1., "held": 0., "erased": 0., "openings": 0., "nextReviewOn": dayFrom(100), "sealedFields": []any{"name"}},
		object{"type": "Contact", "lawfulBasis": nil, "purpose": nil, "kept": 1., "held": 0., "erased": 0., "openings": 0., "nextReviewOn": nil, "sealedFields": []any{"address"}},
	}}
	if diff := cmp.Diff(want, by.do(record, nil)); diff != "" {
		t.Error(diff)
	}
	by.command("revealContact", object{"id": contact, "purpose": "x"}, "address").good()
	by.command("eraseSubject", object{"id": person}, "command").good()
	for i, row := range want["processingRecord"].([]any) {
		row.(object)["kept"], row.(object)["erased"], row.(object)["nextReviewOn"], row.(object)["openings"] = 0., 1., nil, float64(i)
	}
	if diff := cmp.Diff(want, by.do(record, nil)); diff != "" {
		t.Error(diff)
	}
	if got := due(dayFrom(1000)); len(got) > 0 {
		t.Errorf("%v is due once it is erased", got)
	}
}

// everywhere is a registry of which all is noted that it sends to the database and writes to its log.
type everywhere struct {
	keeping
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
	e := &everywhere{keeping: newKeeping(t)}
	db := e.db.Observed(func(_ context.Context, s store.Statement, _ time.Duration, err error) {
		_, _ = fmt.Fprintln(e, s.Text, s.Params, err)
	})
	e.handler = testworld.GraphQL(t, db, func() time.Time { return today }, func(o *graph.Options) {
		o.Keys, o.Log = e.keys, slog.New(slog.NewTextHandler(e, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	return e
}

// inFiles gives the files below a folder that hold one of some texts.
func inFiles(t *testing.T, folder string, texts ...string) []string {
	t.Helper()
	var found []string
	must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
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
	by := e.by("COORDINATOR")
	by.make("registerOrganisation", object{"legalName": marker}, "organisation")
	person := by.make("registerPerson", object{"name": name, "lawfulBasis": "CONSENT", "purpose": "To be asked.", "reviewOn": dayFrom(1), "idempotencyKey": "one"}, "person")
	contact := by.make("registerContact", object{"organisation": e.ours, "function": "x", "address": address, "person": person, "idempotencyKey": "two"}, "contact")
	by.command("updatePerson", object{"id": person, "name": second}, "changes { fields { before after } }").good()
	by.command("registerPerson", object{"name": name, "lawfulBasis": "CONSENT", "purpose": "", "reviewOn": dayFrom(1)}, "command").fails("BAD_INPUT", registry.RuleRequired, "input.purpose")
	by.command("revealContact", object{"id": contact, "purpose": "x"}, "address name").good()
	by.command("subjectExport", object{"known": second, "purpose": "x"}, "document").good()
	files := testdb.Files(t)
	if found := inFiles(t, files, "Org Zvama"); len(found) == 0 {
		t.Fatal("what stands in the database is found in none of its files")
	}
	by.command("eraseSubject", object{"id": person}, "changes { fields { before after } }").good()
	plain := []string{"Asa Zvama", "Asa-Lisa", "zvama.qvarnback"}
	e.tellsNothing(plain, e.do(allOfARecord, object{"id": person}), e.do(allOfARecord, object{"id": contact}),
		e.do("{ changes(first: 100) { nodes { displayName fields { name before after } } } }", nil))
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
	k := newKeeping(t)
	now := today
	k.handler = testworld.GraphQL(t, k.db, func() time.Time { return now }, func(o *graph.Options) {
		o.Log, o.Keys = slog.New(slog.NewTextHandler(t.Output(), nil)), k.keys
	})
	secret := k.make("registerOrganisation", object{"legalName": "Secret", "sensitivity": "RESTRICTED"}, "organisation")
	for _, account := range []string{"keeper", "another"} {
		k.write("MATCH (a:Access) SET a.version = a.version + 1 CREATE (:Record:Account {id: $id, kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})<-[:GRANTEE]-(:Record:Grant {id: randomUUID(), role: 'COORDINATOR', state: 'ACTIVE', audience: 2, version: 1})", object{"id": account})
	}
	sees := func(account string) bool {
		return k.by(account).do("query($id: ID!) { node(id: $id) { id } }", object{"id": secret})["node"] != nil
	}
	input := object{"purpose": "Looking into a leak.", "minutes": 10}
	k.by("COORDINATOR").command("openRestricted", input, "reading { until }").fails("FORBIDDEN", "", "")
	k.by("keeper").command("openRestricted", object{"purpose": "x", "minutes": 61}, "reading { until }").fails("BAD_INPUT", registry.RuleOpening, "input.minutes")
	if sees("keeper") {
		t.Error("it is seen before it is opened")
	}
	got := k.by("keeper").command("openRestricted", input, "reading { at until purpose }").good()
	if diff := cmp.Diff(object{"reading": object{"at": "2026-03-02T09:00:00Z", "until": "2026-03-02T09:10:00Z", "purpose": "Looking into a leak."}}, got); diff != "" {
		t.Error(diff)
	}
	for minutes, want := range []bool{true, true, true, true, true, true, true, true, true, true, false, false} {
		now = today.Add(time.Duration(minutes) * time.Minute)
		if got := sees("keeper"); got != want || sees("another") {
			t.Errorf("after %d minutes it is seen: %t, by another: %t", minutes, got, sees("another"))
		}
	}
	k.by("keeper").command("openRestricted", input, "reading { until }").good()
	if !sees("keeper") {
		t.Error("it is not opened again")
	}
	k.write("MATCH (g:Grant)-[:GRANTEE]->(:Account {id: 'keeper'}) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1", nil)
	if sees("keeper") {
		t.Error("it is seen by one who keeps all networks no more")
	}
}
