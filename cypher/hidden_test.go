package cypher_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/cypher"
	"partnernet/store"
	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// One record that the viewer may not see takes with it what cannot be without it, and leaves no trace in counts, facets and paths.
func TestOneHiddenRecord(t *testing.T) {
	l := lab.Open(t)
	l.Write(t, acrossTheBorder())
	for _, row := range []struct{ hidden, text, want, why string }{
		{"no", `{ organisations { totalCount facets { country { value count } } nodes { id } } }`,
			`{"totalCount":2,"facets":{"country":[{"value":"SE","count":2}]},"nodes":[{"id":"se"},{"id":"third"}]}`, "lists, counts and facets are without it"},
		{"no", `{ node(id: "no") { id } }`, `null`, "its id leads nowhere"},
		{"no", `{ organisation(id: "no") { id } }`, `null`, "by whatever field"},
		{"no", `{ organisation(identifier: {scheme: NO_BRC, value: "974760673"}) { id } }`, `null`, "and by whatever key"},
		{"no", `{ network(acronym: "net") { memberships { totalCount nodes { id } } } }`,
			`{"memberships":{"totalCount":1,"nodes":[{"id":"membership se"}]}}`, "there is no membership without a member"},
		{"no", `{ partnerships { nodes { crossBorder parties { position } } } }`,
			`{"nodes":[{"crossBorder":null,"parties":[{"position":1}]}]}`, "nor a party without somebody; of one party alone nobody knows whether it is across the border"},
		{"no", `{ partnerships { nodes { displayName } } }`, `{"nodes":[{"displayName":"se"}]}`, "nor is it named in what it is a party of"},
		{"no", `{ partnerships(filter: {crossBorder: true}) { totalCount } }`, `{"totalCount":0}`, "conditions do not see it"},
		{"no", `{ project(acronym: "pro") { participations { totalCount } } }`, `{"participations":{"totalCount":2}}`, "nor a participation without an organisation"},
		{"no", `{ introductions { totalCount } }`, `{"totalCount":0}`, "nor an introduction without an offer, nor an offer without somebody"},
		{"no", `{ path(from: "se", to: "no") { length } }`, `null`, "no path leads to it"},
		{"no", `{ changes { totalCount } }`, `{"totalCount":0}`, "nor a change of nothing"},
		{"participation third", `{ path(from: "se", to: "third") { length } }`, `null`, "no path leads through it"},
		{"pro", `{ path(from: "se", to: "third") { length } }`, `null`, "a participation is nothing without a project"},
		{"pro", `{ partnership(id: "partnership") { arisesFrom { id } } }`, `{"arisesFrom":null}`, "what may be unknown is unknown"},
		{"net", `{ organisation(id: "se") { memberships { totalCount nodes { id } } } }`, `{"memberships":{"totalCount":0,"nodes":[]}}`, "there is no membership without a network"},
		{"net", `{ organisations(filter: {memberships: {state: ACTIVE}}) { totalCount } }`, `{"totalCount":0}`, "conditions do not see it either"},
		{"membership no", `{ organisations(filter: {memberships: {network: {acronym: "net"}}}) { nodes { id } } }`, `{"nodes":[{"id":"se"}]}`, "conditions do not lead through it"},
		{"theme", `{ needs { nodes { theme { code } } facets { theme { value count } } } }`,
			`{"nodes":[{"theme":null}],"facets":{"theme":[{"value":null,"count":1}]}}`, "what may be unknown is unknown in facets too"},
		{"document", `{ organisation(id: "no") { sources { id } claims { value } } }`, `{"sources":[],"claims":[{"value":"SE"}]}`, "there is no source without a document, nor a claim without a source"},
		{"other document", `{ organisation(id: "no") { claims { value } } }`, `{"claims":[]}`, "nor a claim of what is held where nobody is seen to say otherwise"},
		{"change", `{ organisation(id: "no") { history { totalCount } } }`, `{"history":{"totalCount":0}}`, "a hidden change is none"},
	} {
		asked := lab.Parse(t, l.Schema, row.text, nil).Only(lab.Viewer{Visible: random.Audiences[:2], Language: random.Languages[0]})
		before, _, err := l.Ask(asked)
		lab.Must(t, err)
		classify(l, t, row.hidden, random.Audiences[2])
		after, _, err := l.Ask(asked)
		lab.Must(t, err)
		classify(l, t, row.hidden, random.Audiences[0])
		if diff := cmp.Diff(row.want, after); diff != "" || before == after {
			t.Errorf("with %q hidden, %s: %s, because %s; it was %s", row.hidden, row.text, diff, row.why, before)
		}
	}
}

// A record that is nothing without one that is hidden belongs to nobody: it is not there to be asked about.
func TestWhatIsHiddenBelongsToNobody(t *testing.T) {
	l := lab.Open(t)
	l.Write(t, acrossTheBorder())
	belongs := func(field string) []any {
		statement, err := l.Compiler.CompileBelongs(cypher.Request{Visible: random.Audiences[:2], Today: random.Today.In(time.UTC)}, []string{"participation no", "participation se"})
		lab.Must(t, err)
		rows, err := l.DB.ReadRows(t.Context(), store.Statement{Text: statement.Text, Params: statement.Params})
		lab.Must(t, err)
		var values []any
		for _, row := range rows {
			values = append(values, row["belongs"].(map[string]any)[field])
		}
		return values
	}
	inNet := []any{[]any{"net", "net"}}
	for _, row := range []struct {
		hidden, field string
		want          []any
		why           string
	}{
		{"", "id", []any{"participation no", "participation se"}, "all is seen"},
		{"", "networks", []any{inNet, inNet}, "both are members"},
		{"membership no", "networks", []any{[]any{}, inNet}, "that it is a member is not to be known"},
		{"net", "networks", []any{[]any{}, []any{}}, "nor is that there is such a network"},
		{"no", "id", []any{"participation se"}, "nor is the participation without the organisation"},
	} {
		if row.hidden != "" {
			classify(l, t, row.hidden, random.Audiences[2])
		}
		if diff := cmp.Diff(row.want, belongs(row.field)); diff != "" {
			t.Errorf("with %q hidden, as %s: %s", row.hidden, row.why, diff)
		}
		if row.hidden != "" {
			classify(l, t, row.hidden, random.Audiences[0])
		}
	}
}

// classify gives a record an audience.
func classify(l lab.Lab, t lab.Failing, id string, audience int64) {
	t.Helper()
	l.Run(t, store.Statement{
		Text:   "MATCH (n:Record {id: $id}) SET n.audience = $audience",
		Params: map[string]any{"id": id, "audience": audience},
	})
}

// acrossTheBorder is an organisation on each side, tied by everything that can tie them, and a third one that only takes part
// in their project.
func acrossTheBorder() *plain.Graph {
	g := &plain.Graph{}
	link := func(from *plain.Node, relType string, to *plain.Node) {
		g.Links = append(g.Links, plain.Link{From: from, Type: relType, To: to})
	}
	se := record(g, "Organisation", "se", map[string]any{"legalName": "se", "sortKey": "se", "country": "SE"})
	no := record(g, "Organisation", "no", map[string]any{"legalName": "no", "sortKey": "no", "country": "NO"})
	identifier := &plain.Node{Type: "Identifier", Values: map[string]any{"scheme": "NO_BRC", "value": "974760673"}}
	network := record(g, "Network", "net", map[string]any{"acronym": "net"})
	project := record(g, "Project", "pro", map[string]any{"acronym": "pro", "sortKey": "pro"})
	theme := record(g, "Theme", "theme", map[string]any{"code": "theme", "sortKey": "theme"})
	partnership := record(g, "Partnership", "partnership", map[string]any{"state": "ACTIVE"})
	link(partnership, "ARISES_FROM", project)
	for i, member := range []*plain.Node{se, no} {
		id := member.Values["id"].(string)
		membership := record(g, "Membership", "membership "+id, map[string]any{"state": "ACTIVE"})
		link(membership, "MEMBER", member)
		link(membership, "IN_NETWORK", network)
		participation := record(g, "Participation", "participation "+id, map[string]any{"role": "PARTNER"})
		link(participation, "PARTICIPANT", member)
		link(participation, "OF_PROJECT", project)
		party := &plain.Node{Type: "PartnershipParty", Values: map[string]any{"position": int64(i + 1)}}
		g.Nodes = append(g.Nodes, party)
		link(partnership, "HAS_PARTY", party)
		link(party, "PARTY", member)
	}
	third := record(g, "Organisation", "third", map[string]any{"legalName": "third", "sortKey": "third", "country": "SE"})
	participation := record(g, "Participation", "participation third", map[string]any{"role": "PARTNER"})
	link(participation, "PARTICIPANT", third)
	link(participation, "OF_PROJECT", project)
	need := record(g, "Need", "need", map[string]any{"state": "OPEN"})
	link(need, "STAKEHOLDER", se)
	link(need, "HAS_THEME", theme)
	offer := record(g, "Offer", "offer", map[string]any{"state": "OPEN"})
	link(offer, "OFFERED_BY", no)
	introduction := record(g, "Introduction", "introduction", map[string]any{"state": "SUGGESTED"})
	link(introduction, "FOR_NEED", need)
	link(introduction, "OF_OFFER", offer)
	document := record(g, "Document", "document", map[string]any{"title": "document", "sortKey": "document"})
	source := record(g, "Source", "source", nil)
	link(source, "FROM_DOCUMENT", document)
	other := record(g, "Document", "other document", map[string]any{"title": "other", "sortKey": "other"})
	otherSource := record(g, "Source", "other source", nil)
	link(otherSource, "FROM_DOCUMENT", other)
	claim := &plain.Node{Type: "Claim", Values: map[string]any{"field": "country", "value": "NO", "held": true}}
	otherwise := &plain.Node{Type: "Claim", Values: map[string]any{"field": "country", "value": "SE"}}
	change := record(g, "Change", "change", map[string]any{"position": int64(1)})
	g.Nodes = append(g.Nodes, identifier, claim, otherwise)
	link(no, "HAS_IDENTIFIER", identifier)
	link(no, "HAS_SOURCE", source)
	link(no, "HAS_CLAIM", claim)
	link(claim, "HAS_SOURCE", source)
	link(no, "HAS_CLAIM", otherwise)
	link(otherwise, "HAS_SOURCE", otherSource)
	link(change, "CHANGED", no)
	return g
}
