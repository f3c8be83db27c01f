// Package site gives tests the registry as people reach it: a server over HTTP, with the founding case in its database, and somebody who asks it.
package site

import (
	"log/slog"
	"net/url"
	"os"
	"testing"
	"time"

	"partnernet/accounts"
	"partnernet/graph"
	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/page"
	"partnernet/seal"
	"partnernet/signin"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/testworld/founding"
	"partnernet/web"
)

// Today is the day on which tests ask: while Commsec runs, so that what is in force and what is due is not all over.
var Today = time.Date(2024, 1, 15, 12, 0, 0, 0, time.UTC)

func today() time.Time { return Today }

// Register is a database that holds what the project ships, and nothing else when a test begins.
type Register struct {
	*store.DB
	Model  *model.Model
	Config store.Config // what it was opened with
}

// NewRegister gives one until the test ends.
func NewRegister(t testing.TB) *Register {
	t.Helper()
	r := &Register{DB: testdb.Open(t), Model: testworld.Model(t), Config: testdb.Config(t)}
	founding.Load(t, r.DB, r.Ledger())
	return r
}

// Ledger gives what records changes of it.
func (r *Register) Ledger() *ledger.Ledger { return ledger.New(r.DB, r.Model, time.Now) }

// Accounts gives those who may sign in, on the day on which tests ask: who is granted something on another day may not do it on that one.
func (r *Register) Accounts() *accounts.Accounts { return accounts.New(r.DB, r.Ledger(), today) }

// Desk says how people sign in at an address.
func (r *Register) Desk(address *url.URL) signin.Options {
	return web.Edge{Address: address}.DeskOptions(signin.Options{DB: r.DB, Accounts: r.Accounts(), Log: slog.New(slog.DiscardHandler), Now: time.Now})
}

// localhost is where people reach a server whose port does not matter.
var localhost = &url.URL{Scheme: "http", Host: "localhost"}

// GraphQL gives what answers GraphQL on the day on which tests ask: all of it, or only what the page asks.
func (r *Register) GraphQL(t testing.TB, onlyKnown bool) *graph.Handler {
	t.Helper()
	texts, err := page.Texts()
	testworld.Must(t, err)
	return testworld.GraphQL(t, r.DB, today, func(o *graph.Options) {
		o.Known, o.OnlyKnown, o.Keys, o.Facts, o.KeepTexts = texts, onlyKnown, seal.In(t.TempDir()), intake.ReadRecognised(r.Model), true
	})
}

// Tell records what is told.
func (r *Register) Tell(t testing.TB, telling ledger.Telling) ledger.Outcome {
	t.Helper()
	telling.Actor = founding.Actor
	outcome, err := r.Ledger().Tell(t.Context(), telling)
	testworld.Must(t, err)
	return outcome
}

// TellSample records the sample of needs and offers.
func (r *Register) TellSample(t testing.TB) ledger.Outcome {
	t.Helper()
	text, err := os.ReadFile("../docs/sample/needs-and-offers.yaml")
	testworld.Must(t, err)
	telling, err := intake.ReadFacts(r.Model, text)
	testworld.Must(t, err)
	telling.Action = "import facts"
	return r.Tell(t, telling)
}

// Network gives the id of a network.
func (r *Register) Network(t testing.TB, acronym string) string {
	t.Helper()
	id, err := r.Read(t.Context(), store.Statement{Text: "MATCH (n:Network {acronym: $acronym}) RETURN n.id AS id", Params: map[string]any{"acronym": acronym}})
	testworld.Must(t, err)
	return id.(string)
}
