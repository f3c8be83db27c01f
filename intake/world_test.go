package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp/cmpopts"

	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var schema = testworld.Model

// today is the day on which everything here is read: within Commsec's period, whichever source tells it.
var today = time.Date(2023, 9, 1, 12, 0, 0, 0, time.UTC)

// sameWhenEmpty takes what is empty and what is not there for one.
var sameWhenEmpty = cmpopts.EquateEmpty()

// place is an empty registry: its database, its ledger and its GraphQL.
type place struct {
	t       *testing.T
	db      *store.DB
	ledger  *ledger.Ledger
	graphql http.Handler
}

func empty(t *testing.T) place {
	t.Helper()
	db := testdb.Open(t)
	return place{t, db, ledger.New(db, schema(t), time.Now), testworld.GraphQL(t, db, func() time.Time { return today })}
}

// tell records a telling.
func (p place) tell(telling ledger.Telling) ledger.Outcome {
	p.t.Helper()
	outcome, err := p.ledger.Tell(p.t.Context(), telling)
	if err != nil {
		p.t.Fatal(err)
	}
	return outcome
}

func (p place) known() *Known {
	p.t.Helper()
	k, err := ReadKnown(p.t.Context(), p.db)
	if err != nil {
		p.t.Fatal(err)
	}
	return k
}

// found records the founding case, as seeding does.
func (p place) found() ledger.Outcome {
	p.t.Helper()
	tellings, err := Shipped(schema(p.t), p.known())
	if err != nil {
		p.t.Fatal(err)
	}
	p.tell(tellings[0])
	return p.tell(tellings[1])
}

// sample gives what the sample of needs and offers tells.
func (p place) sample() ledger.Telling {
	p.t.Helper()
	text, err := os.ReadFile("../docs/sample/needs-and-offers.yaml")
	if err != nil {
		p.t.Fatal(err)
	}
	sample, err := ReadFacts(schema(p.t), text)
	if err != nil {
		p.t.Fatal(err)
	}
	return sample
}

// digest gives an SHA-256 that a file of some name may have.
func digest(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:])
}

// take records a partner list that is read from a file of some name.
func (p place) take(l *PartnerList, file string) ledger.Outcome {
	p.t.Helper()
	return p.tell(l.Telling(SourceFile{Path: file, SHA256: digest(file), ReadAt: today}, p.known()))
}

// ask gives the data that answers a query; what goes wrong ends the test.
func (p place) ask(query string) any {
	p.t.Helper()
	answer := testworld.Ask(p.t.Context(), p.graphql, graph.Coordinator, query, nil)
	if len(answer.Errors) > 0 {
		p.t.Fatalf("%s\n%v", query, answer.Errors)
	}
	return any(answer.Data)
}

// expected reads a JSON value that a test expects.
func expected(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err, text)
	}
	return v
}

// dump gives all that the database holds, a line for each node and each relationship. When the lock was taken is no part of it.
func (p place) dump() []string {
	p.t.Helper()
	return testdb.Dump(p.t, p.db, "Lock")
}
