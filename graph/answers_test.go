package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/store"
)

// One field may be asked for several times with other arguments, in parts, on some types only, and not at all.
func TestSelectionsAreFollowed(t *testing.T) {
	got := founded(t).put(question{query: `
query Everything($yes: Boolean!, $no: Boolean!, $name: String!) {
  __typename
  project(acronym: $name) {
    ...Name
    ... on Project { type: projectType }
    ... @include(if: $no) { summary }
    title @skip(if: $yes)
    swedes: participations(filter: {country: "SE"}) { totalCount nodes { organisation { ...Body } } }
    norwegians: participations(filter: {country: ["NO"]}) { totalCount nodes { ... @include(if: $yes) { organisation { ...Body } } } }
    first: participations(first: 1) { edges { node { role } } pageInfo { hasNextPage hasPreviousPage } }
    applications { appliedTo { __typename ... on Organisation { legalName } ... on Programme { name } } }
  }
  same: project(acronym: $name) { acronym }
}
fragment Name on Project { acronym ... on Waypoint { __typename } }
fragment Body on Organisation { legalName country }`, variables: map[string]any{"yes": true, "no": false, "name": "Commsec"}})
	if diff := cmp.Diff(expected(t, `{"__typename": "Query", "project": {
  "acronym": "Commsec", "__typename": "Project", "type": "PRE_STUDY",
  "swedes": {"totalCount": 1, "nodes": [{"organisation": {"legalName": "IUC Z-Group AB", "country": "SE"}}]},
  "norwegians": {"totalCount": 1, "nodes": [{"organisation": {"legalName": "Future innovations AS", "country": "NO"}}]},
  "first": {"edges": [{"node": {"role": "PROJECT_OWNER"}}], "pageInfo": {"hasNextPage": true, "hasPreviousPage": false}},
  "applications": [{"appliedTo": {"__typename": "Organisation", "legalName": "Region Jämtland Härjedalen"}}, {"appliedTo": {"__typename": "Programme", "name": "Interreg Sverige–Norge"}}]},
  "same": {"acronym": "Commsec"}}`), got.Data); diff != "" || len(got.Errors) > 0 {
		t.Error(diff, got.Errors)
	}
}

// Members of an answer come in the order in which they were asked for.
func TestMembersComeInTheOrderAskedFor(t *testing.T) {
	got := founded(t).put(question{query: `{ b: __typename network(acronym: "MIDSEC") { lifecycle x: acronym __typename country } a: __typename }`})
	want := `{"data":{"b":"Query","network":{"lifecycle":"ESTABLISHED","x":"MIDSEC","__typename":"Network","country":"NO"},"a":"Query"}}`
	if got.text != want {
		t.Errorf("got %s, want %s", got.text, want)
	}
}

// Each root field is one statement, whatever is selected below it.
func TestOneStatementForEachRootField(t *testing.T) {
	base := founded(t)
	var statements atomic.Int64
	w := serve(t, base.db.Observed(func(context.Context, store.Statement, time.Duration, error) { statements.Add(1) }))
	for _, row := range []struct {
		query string
		want  int64
		why   string
	}{
		{`{ network(acronym: "MITTSEC") { id } }`, 1, "one value"},
		{`{ project(acronym: "Commsec") { sources { document { title } } participations(first: 5) { totalCount nodes { organisation { legalName awardsReceived(first: 2) { nodes { conditions { type } } } } } }
		   applications { lapseCascade { because } } indicators { progress } awards { maxPayable(approvedCosts: {amount: "1", currency: "SEK"}) { amount } } } }`, 1, "some of everything"},
		{`{ a: network(acronym: "MITTSEC") { id } b: network(acronym: "MIDSEC") { id } projects { totalCount facets { programme { count } } nodes { id } } }`, 3, "three root fields"},
		{`{ __schema { types { name } } __typename }`, 0, "what the schema itself tells"},
		{`{ network(acronym: "MITTSEC") { nothing } }`, 0, "what is refused"},
		{`{ network { id } }`, 0, "what cannot be looked up"},
	} {
		w.put(question{query: `{ networks { totalCount } }`}) // what somebody may see is asked once, and known from then on
		statements.Store(0)
		a := w.put(question{query: row.query})
		if got := statements.Load(); got != row.want {
			t.Errorf("%s: %d statements, want %d: %s", row.why, got, row.want, a.text)
		}
	}
}

// Whatever a text holds, it arrives as it is.
func TestTextsArriveAsTheyAre(t *testing.T) {
	w := founded(t)
	texts := []string{
		`quotes " and ' and \ and \u0041 and /`, "line\nbreak\r\ttab", "controls \x00\x01\x08\x0b\x0c\x1f\x7f", "åäöæøÅ Ångström — “quoted”",
		"emoji 🤝👩‍👩‍👧 and 𝔘nicode", "separators \u2028 \u2029 \ufeff", "no character: \ufffd \uffff", "</script><!--", "{\"data\": null}", "", " ",
	}
	w.write(`UNWIND range(0, size($texts) - 1) AS i
CREATE (:Record:Theme {id: 't' + i, code: 'code ' + i, labelEn: $texts[i], audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})`, map[string]any{"texts": texts})
	for i, want := range texts {
		a := w.put(question{query: `query($id: ID!) { node(id: $id) { ... on Theme { labelEn } } }`, variables: map[string]any{"id": fmt.Sprintf("t%d", i)}})
		node, _ := a.Data["node"].(map[string]any)
		if node["labelEn"] != want {
			t.Errorf("%q arrived as %q: %s", want, node["labelEn"], a.text)
		}
	}
}

// Values of each kind are written as the schema's scalars say.
func TestEachScalarIsWrittenAsItSays(t *testing.T) {
	w := founded(t)
	w.write(`MATCH (p:Project {acronym: 'Commsec'})
SET p.plannedFrom = date('0999-01-02'), p.createdAt = datetime('2026-01-31T10:00:00.123456789+01:00'), p.updatedAt = datetime('2026-01-31T23:30:00Z'),
    p.totalBudgetMinorUnits = 9007199254740993, p.totalBudgetCurrency = 'ISK'
CREATE (:Record:Indicator {id: 'i', name: 'I', unit: 'u', target: 3, audience: 0, version: 2147483647, createdAt: datetime(), updatedAt: datetime()})-[:OF_PROJECT]->(p)`, nil)
	a := w.put(question{query: `{ project(acronym: "Commsec") { plannedFrom createdAt updatedAt totalBudget { amount currency } } node(id: "i") { ... on Indicator { version target progress actual } } }`})
	want := `{"data":{"project":{"plannedFrom":"0999-01-02","createdAt":"2026-01-31T09:00:00.123456789Z","updatedAt":"2026-01-31T23:30:00Z","totalBudget":{"amount":"9007199254740993","currency":"ISK"}},` +
		`"node":{"version":2147483647,"target":3,"progress":0,"actual":0}}}`
	if a.text != want {
		t.Errorf("got  %s\nwant %s", a.text, want)
	}
}

// Tools learn the schema by asking for it, in the one big question that they all ask.
func TestTheSchemaTellsOfItself(t *testing.T) {
	w := founded(t)
	a := w.put(question{query: introspection.Query})
	if len(a.Errors) > 0 {
		t.Fatalf("got %s", a.text[:min(len(a.text), 500)])
	}
	text, err := json.Marshal(a.Data["__schema"])
	if err != nil {
		t.Fatal(err)
	}
	var told struct {
		QueryType struct{ Name string }
		Types     []shownType
	}
	if err := json.Unmarshal(text, &told); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	of := schema(t).Schema
	for _, shown := range told.Types {
		if !of.Types[shown.Name].BuiltIn {
			got = append(got, shown.lines()...)
		}
	}
	for _, def := range of.Types {
		if !def.BuiltIn {
			want = append(want, linesOf(def)...)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what introspection tells is not what schema.graphqls has: %s", diff)
	}
	if told.QueryType.Name != "Query" {
		t.Errorf("questions are asked of %s", told.QueryType.Name)
	}
}

// shownType is a type as introspection tells it.
type shownType struct {
	Name, Description   string
	Fields, InputFields []shownField
	EnumValues          []shownField
}

type shownField struct {
	Name, Description string
	Type              *shownRef
	Args              []shownField
}

type shownRef struct {
	Kind, Name string
	OfType     *shownRef
}

func (r *shownRef) String() string {
	switch {
	case r == nil:
		return ""
	case r.Kind == "NON_NULL":
		return r.OfType.String() + "!"
	case r.Kind == "LIST":
		return "[" + r.OfType.String() + "]"
	}
	return r.Name
}

// lines gives a type with its fields, arguments and values, a line each.
func (s shownType) lines() []string {
	lines := []string{s.Name + ": " + s.Description}
	for _, f := range slices.Concat(s.Fields, s.InputFields, s.EnumValues) {
		lines = append(lines, fmt.Sprintf("%s.%s %s: %s", s.Name, f.Name, f.Type, f.Description))
		for _, a := range f.Args {
			lines = append(lines, fmt.Sprintf("%s.%s(%s) %s: %s", s.Name, f.Name, a.Name, a.Type, a.Description))
		}
	}
	return lines
}

// linesOf gives the same of a type as the schema has it.
func linesOf(def *ast.Definition) []string {
	lines := []string{def.Name + ": " + def.Description}
	for _, f := range def.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s.%s %s: %s", def.Name, f.Name, f.Type, f.Description))
		for _, a := range f.Arguments {
			lines = append(lines, fmt.Sprintf("%s.%s(%s) %s: %s", def.Name, f.Name, a.Name, a.Type, a.Description))
		}
	}
	for _, v := range def.EnumValues {
		lines = append(lines, fmt.Sprintf("%s.%s : %s", def.Name, v.Name, v.Description))
	}
	return lines
}

// Introspection stands beside data in one operation, under any alias and in the order in which it was asked for.
func TestIntrospectionStandsBesideData(t *testing.T) {
	w := founded(t)
	a := w.put(question{query: `query ($name: String!) {
  root: __typename
  kind: __type(name: $name) { ...named }
  network(acronym: "MITTSEC") { acronym }
  kind: __type(name: $name) { kind }
  __schema { queryType { name } }
}
fragment named on __Type { name }`, variables: map[string]any{"name": "Network"}})
	want := `{"data":{"root":"Query","kind":{"name":"Network","kind":"OBJECT"},"network":{"acronym":"MITTSEC"},"__schema":{"queryType":{"name":"Query"}}}}`
	if a.text != want {
		t.Errorf("got  %s\nwant %s", a.text, want)
	}
}
