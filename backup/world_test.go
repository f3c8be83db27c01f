package backup_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"net/http"
	"os"
	"slices"
	"testing"
	"time"

	"partnernet/accounts"
	"partnernet/backup"
	"partnernet/graph"
	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/seal"
	"partnernet/signin"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/testworld/founding"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var must = testworld.Must

type object = testworld.Object

// world is a register over the database of the tests, with commands, and as it is copied.
type world struct {
	t       testing.TB
	db      *store.DB
	model   *model.Model
	handler http.Handler
	keys    *seal.Keys
	backup.Register
}

func newWorld(t testing.TB, db *store.DB) world {
	t.Helper()
	m, keys := testworld.Model(t), seal.In(t.TempDir())
	handler := testworld.GraphQL(t, db, time.Now, func(o *graph.Options) { o.Keys = keys })
	return world{t, db, m, handler, keys, backup.Register{DB: db, Ledger: ledger.New(db, m, time.Now), Now: time.Now}}
}

// tell records what a facts file tells, or what is shipped.
func (w world) tell(tellings ...ledger.Telling) {
	w.t.Helper()
	for _, telling := range tellings {
		telling.Actor, telling.Action = "somebody", "import facts"
		_, err := w.Ledger.Tell(w.t.Context(), telling)
		must(w.t, err)
	}
}

// founded is a register with the founding case, accounts, and what signing in keeps.
func founded(t *testing.T) world {
	t.Helper()
	w := newWorld(t, testdb.Open(t))
	founding.Load(t, w.db, w.Ledger)
	people := accounts.New(w.db, w.Ledger, time.Now)
	keeper, err := people.Local(t.Context())
	must(t, err)
	_, _, err = signin.NewToken(t.Context(), signin.Options{DB: w.db, Now: time.Now}, keeper, signin.TokenRequest{Name: "nightly"})
	must(t, err)
	_, err = people.Invite(t.Context(), registry.Invitation{Name: "Somebody", Role: registry.Administrator})
	must(t, err)
	w.command("registerPerson", object{"name": "Åsa Qvarnbäck", "lawfulBasis": "PUBLIC_TASK", "purpose": "To be asked.", "reviewOn": time.Now().AddDate(0, 1, 0).Format(time.DateOnly)}, "person { id }")
	return w
}

// sample tells the sample of needs and offers.
func (w world) sample() {
	w.t.Helper()
	text, err := os.ReadFile("../docs/sample/needs-and-offers.yaml")
	must(w.t, err)
	telling, err := intake.ReadFacts(w.model, text)
	must(w.t, err)
	w.tell(telling)
}

// interreg tells lists of Interreg projects: one of partners, and one of pairs.
func (w world) interreg() {
	w.t.Helper()
	for _, file := range []string{"../server/testdata/partners.json", "../intake/testdata/pairs.csv"} {
		text, err := os.ReadFile(file)
		must(w.t, err)
		list, err := intake.ReadPartnerList(bytes.NewReader(text))
		must(w.t, err)
		known, err := intake.ReadKnown(w.t.Context(), w.db)
		must(w.t, err)
		w.tell(list.Telling(intake.SourceFile{Path: file, SHA256: fmt.Sprintf("%x", sha256.Sum256(text)), ReadAt: time.Now()}, known))
	}
}

// ask gives the data of an answer. It may be called from any goroutine.
func (w world) ask(query string, variables object) (object, error) {
	viewer := graph.Coordinator
	viewer.Recent = true
	answer := testworld.Ask(w.t.Context(), w.handler, viewer, query, variables)
	if len(answer.Errors) > 0 {
		return nil, fmt.Errorf("the answer has errors: %v", answer.Errors)
	}
	return answer.Data, nil
}

// try sends a command and gives its payload.
func (w world) try(name string, input object, selection string) (object, error) {
	data, err := w.ask(testworld.Command(w.t, name, input, selection))
	payload, _ := data[name].(object)
	return payload, err
}

func (w world) command(name string, input object, selection string) object {
	w.t.Helper()
	payload, err := w.try(name, input, selection)
	must(w.t, err)
	return payload
}

// make sends a command and gives the id of the record that its payload has under a name.
func (w world) make(name string, input object, record string) string {
	w.t.Helper()
	return w.command(name, input, record+" { id }")[record].(object)["id"].(string)
}

// revert takes back all that a command did, by the id that its payload has.
func (w world) revert(payload object) {
	w.t.Helper()
	w.command("revertCommand", object{"command": payload["command"]}, "command")
}

// over is what no copy has: it is over soon, or is what servers remember of their work.
var over = []string{"AskedStatement", "Invitation", "Migration", "PasskeyCeremony", "ServerAddress", "Session", "SignInFlow", "SignInLink"}

// graph gives the whole graph but what no copy has, a line for each node with what it leads to.
func (w world) graph() []string {
	w.t.Helper()
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{Text: `
MATCH (n)
WHERE none(label IN labels(n) WHERE label IN $over)
RETURN labels(n) AS labels, properties(n) AS properties, [(n)-[r]->(m) | [type(r), labels(m), coalesce(m.id, properties(m)), properties(r)]] AS leads`, Params: object{"over": over}})
	must(w.t, err)
	var lines []string
	for _, row := range rows {
		labels, leads := fmt.Sprint(row["labels"]), []string{}
		for _, lead := range row["leads"].([]any) {
			leads = append(leads, fmt.Sprint(lead))
		}
		if properties := row["properties"].(object); labels == "[Lock]" {
			delete(properties, "takenAt")
		}
		slices.Sort(leads)
		lines = append(lines, labels+fmt.Sprint(row["properties"], leads))
	}
	slices.Sort(lines)
	return lines
}

// midst gives the register as it is copied, with something done once while it is: when the first records have been read.
func (w world) midst(do func()) backup.Register {
	done := false
	r := w.Register
	r.DB = w.db.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) {
		if !done && s.Params["after"] != nil && s.Params["after"] != "" {
			done = true
			do()
		}
	})
	w.t.Cleanup(func() {
		if !done {
			w.t.Error("nothing was done while the register was copied")
		}
	})
	return r
}
