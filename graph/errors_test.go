package graph_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/graph"
	"partnernet/limits"
	"partnernet/testdb"
	"partnernet/testworld"
)

// What is wrong with a request is told with a code, the place and a sentence.
func TestWhatIsWrongWithARequestIsTold(t *testing.T) {
	w := founded(t)
	w.write(`UNWIND ['a', 'b'] AS id CREATE (:Record:Project {id: id, acronym: 'SelfCare', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})`, nil)
	over := limits.Default()
	deep := strings.Repeat("{ unitOf ", over.Depth) + "{ id }" + strings.Repeat(" }", over.Depth)
	many := ""
	for i := range over.Aliases + 1 {
		many += fmt.Sprintf("a%d: __typename ", i)
	}
	long := fmt.Sprintf("{ projects(first: %d) { totalCount } }", over.MaxPageSize+1)
	for _, row := range []struct {
		query     string
		variables map[string]any
		code      fault.Code
		path      []any  // of the error; none for a request that did not run
		told      string // something that the sentence names
		why       string
	}{
		{`{ project(acronym: "Commsec", asOf: "2023-02-29") { id } }`, nil, fault.BadInput, []any{"project"}, "2023-02-29", "no such day, written in the document"},
		{`query($on: Date) { project(acronym: "Commsec", asOf: $on) { id } }`, map[string]any{"on": "31/5/2024"}, fault.BadInput, []any{"project"}, "31/5/2024", "no such day, in a variable"},
		{`query($f: ProjectFilter) { projects(filter: $f) { totalCount } }`, map[string]any{"f": map[string]any{"beginsFrom": "soon"}}, fault.BadInput, []any{"projects"}, "filter.beginsFrom", "no day, deep in a variable"},
		{`{ networks(filter: {country: Sweden}) { totalCount } }`, nil, fault.BadInput, []any{"networks"}, "Sweden", "a bare word for a country code"},
		{`{ networks(filter: {country: "Sweden"}) { totalCount } }`, nil, fault.BadInput, []any{"networks"}, "Sweden", "no country code"},
		{`{ changes(since: "yesterday") { totalCount } }`, nil, fault.BadInput, []any{"changes"}, "yesterday", "no instant"},
		{`{ organisation(identifier: {scheme: SE_ON, value: "556091-2149"}) { id } }`, nil, fault.BadInput, []any{"organisation"}, "check digit", "a wrong check digit"},
		{`{ project(acronym: "Commsec") { colour } }`, nil, fault.BadInput, nil, "colour", "a field that is none"},
		{`{ project(acronym: "Commsec", colour: "red") { id } }`, nil, fault.BadInput, nil, "colour", "an argument that is none"},
		{`{ project(acronym: "Commsec") { id }`, nil, fault.BadInput, nil, "", "a document without its end"},
		{``, nil, fault.BadInput, nil, "", "no document"},
		{`{ projects(filter: {projectType: HUGE}) { totalCount } }`, nil, fault.BadInput, nil, "HUGE", "none of an enumeration"},
		{`query($id: ID!) { node(id: $id) { id } }`, nil, fault.BadInput, nil, "id", "a variable that is needed"},
		{`query($n: Int) { path(from: "a", to: "b", maxLength: $n) { length } }`, map[string]any{"n": 1 << 40}, fault.BadInput, nil, "$n", "more than an Int holds"},
		{`{ project { id } }`, nil, fault.BadInput, []any{"project"}, "acronym", "no key"},
		{`{ project(id: "x", acronym: "Commsec") { id } }`, nil, fault.BadInput, []any{"project"}, "acronym", "two keys"},
		{`{ counterpartGap(network: {acronym: "MITTSEC", id: "x"}, counterpart: {acronym: "MIDSEC"}) { value } }`, nil, fault.BadInput, nil, "", "two keys where an input asks for one"},
		{`{ project(acronym: "SelfCare") { id } }`, nil, fault.Conflict, []any{"project"}, "More than one", "a key of two records"},
		{`{ projects(after: "nowhere") { totalCount } }`, nil, fault.BadInput, []any{"projects"}, "cursor", "a cursor that we never gave"},
		{`{ projects(first: -1) { totalCount } }`, nil, fault.BadInput, []any{"projects"}, "first", "a page of less than nothing"},
		{long, nil, fault.TooCostly, nil, fmt.Sprint(over.MaxPageSize), "a page that is too long"},
		{`{ organisation(id: "x") ` + deep + ` }`, nil, fault.TooCostly, nil, fmt.Sprint(over.Depth), "too deep"},
		{`{ ` + many + ` }`, nil, fault.TooCostly, nil, fmt.Sprint(over.Aliases), "too many names"},
		{`{ projects(first: 100) { nodes { participations(first: 100) { nodes { organisation { participations(first: 100) { nodes { id } } } } } } } }`, nil, fault.TooCostly, nil, "", "pages in pages in pages"},
		{`subscription { changes { node { id } } again: changes { node { id } } }`, nil, fault.BadInput, nil, "", "a subscription to two things"},
	} {
		a := w.put(question{query: row.query, variables: row.variables})
		if len(a.Errors) != 1 {
			t.Errorf("%s: got %s, want one error", row.why, a.text)
			continue
		}
		got := a.Errors[0]
		if got.code() != string(row.code) || !cmp.Equal(row.path, got.Path) || !strings.Contains(got.Message, row.told) {
			t.Errorf("%s: got %s at %v: %s; want %s at %v, telling of %q", row.why, got.code(), got.Path, got.Message, row.code, row.path, row.told)
		}
		if ran := a.Data != nil; ran != (row.path != nil) || (a.status == 200) != ran {
			t.Errorf("%s: status %d, data %v", row.why, a.status, a.Data)
		}
	}
}

// A refusal for what a request costs says which limit, what it allows, what was found, and what to do.
func TestARefusalSaysWhichLimit(t *testing.T) {
	most := limits.Default().MaxPageSize
	got := founded(t).put(question{query: fmt.Sprintf("{ projects(first: %d) { totalCount } }", most+1)}).Errors[0]
	name, _ := got.Extensions["limit"].(string)
	want := map[string]any{"code": string(fault.TooCostly), "limit": name, "allowed": float64(most), "found": float64(most + 1)}
	if diff := cmp.Diff(want, got.Extensions); diff != "" || name == "" {
		t.Error(diff)
	}
}

// A root field that fails leaves the others standing, and so does a field that may be null within a record.
func TestAFaultLeavesTheRestStanding(t *testing.T) {
	w := founded(t)
	a := w.put(question{query: `{
  first: projects(after: "nowhere") { totalCount }
  project(acronym: "Commsec") { acronym awards { state
    maxPayable(approvedCosts: {amount: "1000.00", currency: "EUR"}) { amount }
    right: maxPayable(approvedCosts: {amount: "1000.00", currency: "SEK"}) { amount } } }
  last: network(acronym: "MIDSEC") { acronym } }`})
	if diff := cmp.Diff(expected(t, `{"first": null, "project": {"acronym": "Commsec", "awards": [{"state": "CONDITIONAL", "maxPayable": null, "right": {"amount": "350.00"}}]},
  "last": {"acronym": "MIDSEC"}}`), a.Data); diff != "" {
		t.Error(diff)
	}
	places := map[string]string{}
	for _, f := range a.Errors {
		places[fmt.Sprint(f.Path)] = f.code()
	}
	if diff := cmp.Diff(map[string]string{"[first]": "BAD_INPUT", "[project awards 0 maxPayable]": "BAD_INPUT"}, places); diff != "" {
		t.Error(diff)
	}
}

// An error about an input names the field and the rule for programs.
func TestAnErrorNamesFieldAndRule(t *testing.T) {
	w := founded(t)
	a := w.put(question{query: `{ project(acronym: "Commsec") { awards { maxPayable(approvedCosts: {amount: "1", currency: "EUR"}) { amount } } } }`})
	if len(a.Errors) != 1 || a.Errors[0].Extensions["field"] != "approvedCosts" || a.Errors[0].Extensions["rule"] != "money-currency" {
		t.Errorf("got %s", a.text)
	}
	a = w.put(question{query: `{ project(acronym: "Commsec") { awards { maxPayable(approvedCosts: {amount: "1.234", currency: "SEK"}) { amount } } } }`})
	if len(a.Errors) != 1 || a.Errors[0].Extensions["field"] != "approvedCosts" {
		t.Errorf("got %s", a.text)
	}
	a = w.put(question{query: `{ organisation(identifier: {scheme: NO_BRC, value: "123456784"}) { id } }`})
	if len(a.Errors) != 1 || a.Errors[0].Extensions["field"] != "identifier.value" {
		t.Errorf("got %s", a.text)
	}
}

// What the registry itself has wrong is told as that, and the cause is for the log.
func TestOurOwnFaultIsTheLogs(t *testing.T) {
	w := founded(t)
	w.write(`MATCH (p:Project {acronym: 'Commsec'}) CREATE (:Record:Objective {id: 'broken', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_PROJECT]->(p)`, nil)
	a := w.put(question{query: `{ project(acronym: "Commsec") { objectives { statement } } network(acronym: "MIDSEC") { acronym } }`})
	if len(a.Errors) != 1 || a.Errors[0].code() != string(fault.Internal) || a.Data["project"] != nil || a.Data["network"] == nil {
		t.Errorf("got %s", a.text)
	}
	if !strings.Contains(w.log.String(), "code=INTERNAL") || !strings.Contains(w.log.String(), "statement") {
		t.Errorf("the log says: %s", w.log)
	}
}

// What does not exist is null, and no error: a client can ask whether it does.
func TestWhatIsNotThereIsNull(t *testing.T) {
	got := founded(t).ask(`{ node(id: "nobody") { id } project(acronym: "Nothing") { id } organisation(identifier: {scheme: SE_ON, value: "2321000214"}) { id } }`)
	if diff := cmp.Diff(map[string]any{"node": nil, "project": nil, "organisation": nil}, got); diff != "" {
		t.Error(diff)
	}
}

// A client that does not wait for its answer has had nothing fail for it: no keeper need look into that.
func TestAClientThatLeavesIsNoFailure(t *testing.T) {
	log := &bytes.Buffer{}
	handler := testworld.GraphQL(t, testdb.Open(t), func() time.Time { return today }, func(o *graph.Options) { o.Log = slog.New(slog.NewTextHandler(log, nil)) })
	left, leave := context.WithCancel(graph.WithViewer(t.Context(), graph.Coordinator))
	leave()
	r := httptest.NewRequestWithContext(left, http.MethodPost, "/graphql", strings.NewReader(`{"query": "{ networks { totalCount } }"}`))
	r.Header.Set("Content-Type", "application/json")
	handler.ServeHTTP(httptest.NewRecorder(), r)
	if text := log.String(); strings.Contains(text, "level=ERROR") || !strings.Contains(text, "level=INFO") {
		t.Errorf("the log says %q", text)
	}
}

// A fault is said in the language asked for: of GraphQL's own rules, of the registry's rules, of what a limit allows, and of a command's input.
func TestAFaultIsSaidInTheLanguageAskedFor(t *testing.T) {
	w := founded(t)
	long := fmt.Sprintf("{ projects(first: %d) { totalCount } }", limits.Default().MaxPageSize+1)
	for _, row := range []struct {
		query  string
		sv, nb string // something that only the sentence of the language says
	}{
		{`{ project(acronym: "Commsec") { acronim } }`, "har inget fält", "har ikke noe felt"},
		{`{ project(acronym: "Commsec", asOf: "2023-02-29") { id } }`, "ingen dag i kalendern", "ingen dag i kalenderen"},
		{`{ organisation(identifier: {scheme: NO_BRC, value: "123456784"}) { id } }`, "Kontrollsiffran", "Kontrollsifferet"},
		{`{ project(acronym: "Commsec") { awards { maxPayable(approvedCosts: {amount: "1", currency: "EUR"}) { amount } } } }`, "Kostnaderna är i", "Kostnadene er i"},
		{long, "högst", "høyst"},
		{`mutation { registerOrganisation(input: {legalName: "", source: {document: {title: "x"}}}) { organisation { id } } }`, "Texten är tom", "Teksten er tom"},
		{`mutation { updateOrganisation(input: {id: "nobody", homepage: "https://example.org", source: {document: {title: "x"}}}) { organisation { id } } }`, "det finns ingen post", "det finnes ingen post"},
	} {
		english := w.put(question{query: row.query})
		for language, want := range map[string]string{"sv": row.sv, "nb": row.nb} {
			got := w.put(question{query: row.query, language: language})
			if len(got.Errors) != 1 || len(english.Errors) != 1 {
				t.Errorf("%s: %s", row.query, got.text)
				continue
			}
			if said := got.Errors[0]; !strings.Contains(said.Message, want) || said.code() != english.Errors[0].code() || strings.Contains(english.Errors[0].Message, want) {
				t.Errorf("%s in %s: %s; in English: %s", row.query, language, said.Message, english.Errors[0].Message)
			}
		}
	}
}

// A subscription that asks for none or for several fields is refused as every other wrong request is: GraphQL's own rule counts one field twice as
// one, and does not look whether it is left out.
func TestASubscriptionToOtherThanOneFieldIsRefused(t *testing.T) {
	w := founded(t)
	said := map[string]bool{}
	for _, document := range []string{
		`subscription { changes { cursor } again: changes { cursor } }`,
		`subscription { changes @skip(if: true) { cursor } }`,
	} {
		for _, language := range languages {
			a := w.subscribed(question{query: document, language: language})
			if len(a.Errors) != 1 || a.Errors[0].code() != string(fault.BadInput) {
				t.Errorf("%s in %s: %s", document, language, a.text)
				continue
			}
			said[a.Errors[0].Message] = true
		}
	}
	if len(said) != len(languages) {
		t.Errorf("said in %d languages: %v", len(said), said)
	}
}
