package cypher_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/store"
	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
)

// Where a value is missing that the schema promises, the nearest field around it that may be null is, and the error says where.
func TestBrokenPromises(t *testing.T) {
	l := lab.Open(t)
	l.Write(t, brokenRecords())
	for _, c := range []struct{ text, data, path, why string }{
		{`{ organisation(id: "nameless") { id legalName } }`, `null`, "organisation.legalName", "a record that is looked up may be null"},
		{`{ organisation(id: "nameless") { other: legalName } }`, `null`, "organisation.other", "the path goes by response keys"},
		{`{ all: organisations { totalCount nodes { legalName } } }`, `null`, "all.nodes[1].legalName", "none of a list may be"},
		{`{ organisations { edges { cursor node { legalName } } } }`, `null`, "organisations.edges[1].node.legalName", "nor of its edges"},
		{`{ organisations(first: 1) { nodes { legalName } } }`, `{"nodes":[{"legalName":"a"}]}`, "", "what is not shown promises nothing"},
		{`{ network(id: "net") { id host { legalName } acronym } }`, `{"id":"net","host":null,"acronym":"net"}`, "network.host.legalName", "a host may be null"},
		{`{ network(id: "net") { host { name: legalName } lifecycle } }`, `null`, "network.host.name network.lifecycle", "each missing value is told"},
		{`{ node(id: "nameless") { ... on Organisation { legalName } } }`, `null`, "node.legalName", "whatever type it turns out to be"},
	} {
		data, errs, err := l.Ask(lab.Parse(t, l.Schema, c.text, nil).Only(lab.Coordinator))
		lab.Must(t, err)
		paths := ""
		for i, e := range errs {
			if i > 0 {
				paths += " "
			}
			paths += e.Path.String()
			if fault.CodeOf(e) != fault.Internal {
				t.Errorf("%s: %v, want %s", c.text, e, fault.Internal)
			}
		}
		if diff := cmp.Diff([]string{c.data, c.path}, []string{data, paths}); diff != "" {
			t.Errorf("%s: %s, because %s", c.text, diff, c.why)
		}
	}
}

// brokenRecords lack values that they must have: nobody can write them but by hand.
func brokenRecords() *plain.Graph {
	g := &plain.Graph{}
	record(g, "Organisation", "a", map[string]any{"legalName": "a", "sortKey": "a"})
	nameless := record(g, "Organisation", "nameless", map[string]any{"sortKey": "b"})
	network := record(g, "Network", "net", map[string]any{"acronym": "net"})
	g.Links = append(g.Links, plain.Link{From: network, Type: "HOSTED_BY", To: nameless})
	return g
}

// A function that fails takes only its field with it.
func TestFailingFunction(t *testing.T) {
	l := lab.Open(t)
	functions := lab.Witnesses(l.Schema)
	functions["Project.durationMonths"] = func(cypher.Call) (any, error) { return nil, fault.New(fault.BadInput, "Not today.") }
	var err error
	l.Compiler, err = cypher.New(l.Schema, functions, lab.PageSize)
	lab.Must(t, err)
	g := &plain.Graph{}
	record(g, "Project", "p", map[string]any{"acronym": "p", "sortKey": "p"})
	l.Write(t, g)
	data, errs, err := l.Ask(lab.Parse(t, l.Schema, `{ projects { nodes { id months: durationMonths } } }`, nil).Only(lab.Coordinator))
	lab.Must(t, err)
	if diff := cmp.Diff(`{"nodes":[{"id":"p","months":null}]}`, data); diff != "" {
		t.Error(diff)
	}
	if len(errs) != 1 || errs[0].Path.String() != "projects.nodes[0].months" || fault.CodeOf(errs[0]) != fault.BadInput {
		t.Errorf("errors are %v", errs)
	}
}

// A key that several records have names none of them.
func TestAmbiguousKey(t *testing.T) {
	l := lab.Open(t)
	g := &plain.Graph{}
	record(g, "Project", "p1", map[string]any{"acronym": "twin", "sortKey": "p"})
	record(g, "Project", "p2", map[string]any{"acronym": "twin", "sortKey": "p"})
	l.Write(t, g)
	data, errs, err := l.Ask(lab.Parse(t, l.Schema, `{ one: project(acronym: "twin") { id } }`, nil).Only(lab.Coordinator))
	lab.Must(t, err)
	if data != "null" || len(errs) != 1 || errs[0].Path.String() != "one" || fault.CodeOf(errs[0]) != fault.Conflict {
		t.Errorf("%s %v", data, errs)
	}
}

// A schema and its functions that do not fit together stop the start.
func TestFunctionsMustFitTheSchema(t *testing.T) {
	m := lab.Schema(t)
	missing, unknown := lab.Witnesses(m), lab.Witnesses(m)
	delete(missing, "Project.durationMonths")
	unknown["Project.colour"] = unknown["Project.durationMonths"]
	for name, functions := range map[string]cypher.Functions{"none of a field": missing, "one of no field": unknown} {
		if _, err := cypher.New(m, functions, lab.PageSize); err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A list of objects that must be there and that nothing was told of is empty.
func TestListsOfWhichNothingIsToldAreEmpty(t *testing.T) {
	l := lab.Open(t)
	q := lab.Parse(t, l.Schema, `mutation { importMembers(input: {file: "x", network: "n"}) { columns { heading } rows { row values { told } problems { code sentence } candidates { reason } } } }`, nil)
	statement, err := l.Compiler.CompilePayload(q.Only(lab.Coordinator), map[string]any{"rows": []any{map[string]any{"row": 1}}})
	lab.Must(t, err)
	result, err := l.DB.Read(t.Context(), store.Statement{Text: statement.Text, Params: statement.Params})
	lab.Must(t, err)
	text, errs := statement.Answer(result)
	if diff := cmp.Diff(`{"columns":[],"rows":[{"row":1,"values":[],"problems":[],"candidates":[]}]}`, string(text)); diff != "" || len(errs) > 0 {
		t.Errorf("%s %v", diff, errs)
	}
}
