// Package register gives tests an empty register, kept through its commands, and records for it that many tests need.
package register

import (
	"log/slog"
	"net/http"
	"sync"
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

type object = testworld.Object

// Today is the day on which everything here happens.
var Today = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// DayFrom gives the day so many days after today, as the API writes it.
func DayFrom(days int) string { return Today.AddDate(0, 0, days).Format(time.DateOnly) }

// World is a registry as its clients meet it: GraphQL over HTTP, over a database of its own that is empty at first.
type World struct {
	T       *testing.T
	DB      *store.DB
	Handler http.Handler
	Viewer  graph.Viewer
	Keys    *seal.Keys
}

// New gives a world over an empty database, seen by a coordinator.
func New(t *testing.T) World {
	t.Helper()
	db := testdb.Open(t)
	keys := seal.In(t.TempDir())
	handler := testworld.GraphQL(t, db, func() time.Time { return Today }, func(o *graph.Options) {
		o.Log, o.Keys, o.Facts, o.KeepTexts = slog.New(slog.NewTextHandler(t.Output(), nil)), keys, intake.ReadRecognised(o.Model), true
	})
	return World{T: t, DB: db, Handler: handler, Viewer: graph.Coordinator, Keys: keys}
}

// As gives the same world as somebody else sees it.
func (w World) As(clearance string) World {
	w.Viewer = graph.Viewer{Name: "somebody with clearance " + clearance, Clearance: registry.Class(clearance), Language: "en"}
	return w
}

// Answer is what a client gets back.
type Answer struct {
	T *testing.T
	testworld.Answer
}

// Ask sends a request and gives the answer, errors and all. It may be called from any goroutine.
func (w World) Ask(query string, variables object) Answer {
	return Answer{w.T, testworld.Ask(w.T.Context(), w.Handler, w.Viewer, query, variables)}
}

// Do sends a request that nothing may be wrong with, and gives its data.
func (w World) Do(query string, variables object) object {
	w.T.Helper()
	return w.Ask(query, variables).Good()
}

// Command sends the mutation of a name with its input, and asks for a selection of its payload. Where the input names no ground,
// a document that the registry does not have yet is the ground.
func (w World) Command(name string, input object, selection string) Answer {
	a := w.Ask(testworld.Command(w.T, name, input, selection))
	if payload, ok := a.Data[name].(object); ok {
		a.Data = payload
	}
	return a
}

// Make sends a command that nothing may be wrong with, and gives the id of the record that its payload has under a name.
func (w World) Make(name string, input object, record string) string {
	w.T.Helper()
	payload := w.Command(name, input, record+" { id }").Good()
	return payload[record].(object)["id"].(string)
}

// Organisation registers an organisation that only has a name.
func (w World) Organisation(name string) string {
	w.T.Helper()
	return w.Make("registerOrganisation", object{"legalName": name}, "organisation")
}

// Network registers a network that only has an acronym.
func (w World) Network(acronym, lifecycle string) string {
	w.T.Helper()
	return w.Make("registerNetwork", object{"acronym": acronym, "lifecycle": lifecycle}, "network")
}

// On gives the same world within a subtest.
func (w World) On(t *testing.T) World {
	w.T = t
	return w
}

// Good gives the data of an answer that nothing may be wrong with.
func (a Answer) Good() object {
	a.T.Helper()
	if len(a.Errors) > 0 {
		a.T.Fatalf("the answer has errors: %+v", a.Errors)
	}
	return a.Data
}

// Fails asks that the command was refused, for one reason that is told by its code, rule and field.
func (a Answer) Fails(code, rule, field string) {
	a.T.Helper()
	if len(a.Errors) != 1 {
		a.T.Errorf("got %d errors, want one: %+v", len(a.Errors), a.Errors)
		return
	}
	got := a.Errors[0].Extensions
	if got.Code != code || got.Rule != rule || got.Field != field {
		a.T.Errorf("got %s, rule %q, field %q (%s)\nwant %s, rule %q, field %q", got.Code, got.Rule, got.Field, a.Errors[0].Message, code, rule, field)
	}
}

// Count gives how many nodes of a label there are.
func (w World) Count(label string) int64 {
	w.T.Helper()
	value, err := w.DB.Read(w.T.Context(), store.Statement{Text: "RETURN COUNT { MATCH (n) WHERE $label IN labels(n) }", Params: object{"label": label}})
	testworld.Must(w.T, err)
	return value.(int64)
}

// Dump gives all that the database holds, a line for each node and each relationship.
func (w World) Dump() []string {
	w.T.Helper()
	return testdb.Dump(w.T, w.DB)
}

// Clients is how many do the same at the same time.
const Clients = 20

// AtOnce sends a request of each of the clients at the same time, and gives their answers.
func AtOnce(send func(client int) Answer) []Answer {
	answers := make([]Answer, Clients)
	start := make(chan struct{})
	var done sync.WaitGroup
	for i := range Clients {
		done.Go(func() {
			<-start
			answers[i] = send(i)
		})
	}
	close(start)
	done.Wait()
	return answers
}
