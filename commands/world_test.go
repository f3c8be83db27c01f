package commands_test

import (
	"log/slog"
	"net/http"
	"testing"
	"time"

	"partnernet/graph"
	"partnernet/intake"
	"partnernet/registry"
	"partnernet/seal"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// today is the day on which everything here happens.
var today = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// dayFrom gives the day so many days after today, as the API writes it.
func dayFrom(days int) string { return today.AddDate(0, 0, days).Format(time.DateOnly) }

// world is a registry as its clients meet it: GraphQL over HTTP, over a database of its own that is empty at first.
type world struct {
	t       *testing.T
	db      *store.DB
	handler http.Handler
	viewer  graph.Viewer
	keys    *seal.Keys
}

func newWorld(t *testing.T) world {
	t.Helper()
	db := testdb.Open(t)
	keys := seal.In(t.TempDir())
	handler := testworld.GraphQL(t, db, func() time.Time { return today }, func(o *graph.Options) {
		o.Log, o.Keys, o.Facts, o.KeepTexts = slog.New(slog.NewTextHandler(t.Output(), nil)), keys, intake.ReadRecognised(o.Model), true
	})
	return world{t: t, db: db, handler: handler, viewer: graph.Coordinator, keys: keys}
}

var must = testworld.Must

// as gives the same world as somebody else sees it.
func (w world) as(clearance string) world {
	w.viewer = graph.Viewer{Name: "somebody with clearance " + clearance, Clearance: registry.Class(clearance), Language: "en"}
	return w
}

type object = testworld.Object

// answer is what a client gets back.
type answer struct {
	t *testing.T
	testworld.Answer
}

// ask sends a request and gives the answer, errors and all. It may be called from any goroutine.
func (w world) ask(query string, variables object) answer {
	return answer{w.t, testworld.Ask(w.t.Context(), w.handler, w.viewer, query, variables)}
}

// do sends a request that nothing may be wrong with, and gives its data.
func (w world) do(query string, variables object) object {
	w.t.Helper()
	return w.ask(query, variables).good()
}

// command sends the mutation of a name with its input, and asks for a selection of its payload. Where the input names no ground,
// a document that the registry does not have yet is the ground.
func (w world) command(name string, input object, selection string) answer {
	a := w.ask(testworld.Command(w.t, name, input, selection))
	if payload, ok := a.Data[name].(object); ok {
		a.Data = payload
	}
	return a
}

// make sends a command that nothing may be wrong with, and gives the id of the record that its payload has under a name.
func (w world) make(name string, input object, record string) string {
	w.t.Helper()
	payload := w.command(name, input, record+" { id }").good()
	return payload[record].(object)["id"].(string)
}

// organisation registers an organisation that only has a name.
func (w world) organisation(name string) string {
	w.t.Helper()
	return w.make("registerOrganisation", object{"legalName": name}, "organisation")
}

// network registers a network that only has an acronym.
func (w world) network(acronym, lifecycle string) string {
	w.t.Helper()
	return w.make("registerNetwork", object{"acronym": acronym, "lifecycle": lifecycle}, "network")
}

// on gives the same world within a subtest.
func (w world) on(t *testing.T) world {
	w.t = t
	return w
}

var ground = testworld.Ground

// good gives the data of an answer that nothing may be wrong with.
func (a answer) good() object {
	a.t.Helper()
	if len(a.Errors) > 0 {
		a.t.Fatalf("the answer has errors: %+v", a.Errors)
	}
	return a.Data
}

// fails asks that the command was refused, for one reason that is told by its code, rule and field.
func (a answer) fails(code, rule, field string) {
	a.t.Helper()
	if len(a.Errors) != 1 {
		a.t.Errorf("got %d errors, want one: %+v", len(a.Errors), a.Errors)
		return
	}
	got := a.Errors[0].Extensions
	if got.Code != code || got.Rule != rule || got.Field != field {
		a.t.Errorf("got %s, rule %q, field %q (%s)\nwant %s, rule %q, field %q", got.Code, got.Rule, got.Field, a.Errors[0].Message, code, rule, field)
	}
}

// count gives how many nodes of a label there are.
func (w world) count(label string) int64 {
	w.t.Helper()
	value, err := w.db.Read(w.t.Context(), store.Statement{Text: "RETURN COUNT { MATCH (n) WHERE $label IN labels(n) }", Params: object{"label": label}})
	must(w.t, err)
	return value.(int64)
}

// dump gives all that the database holds, a line for each node and each relationship.
func (w world) dump() []string {
	w.t.Helper()
	return testdb.Dump(w.t, w.db)
}
