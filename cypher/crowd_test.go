package cypher_test

import (
	"fmt"
	"strings"
	"time"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
	"partnernet/store"
	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// crowdSize is how many records of each type a crowd has: enough that the database would rather not look at all of them.
const crowdSize = 150

// loadCrowd fills the database with a crowd, and has it count what there is, as it does now and then by itself.
func loadCrowd(l lab.Lab, t lab.Failing) {
	t.Helper()
	l.Write(t, crowd(l.Schema))
	l.Run(t, store.Statement{Text: "CALL db.prepareForReplanning(60)"})
}

// crowd gives a graph with as many records of each type, each related to one or two of every type that it can be related to.
func crowd(m *model.Model) *plain.Graph {
	g, records := &plain.Graph{}, map[string][]*plain.Node{}
	for _, t := range m.Types() {
		for i := range crowdSize {
			if t.Record && !t.Abstract {
				records[t.Name] = append(records[t.Name], one(g, m, t, i))
			}
		}
	}
	for _, t := range m.Types() {
		for i, n := range records[t.Name] {
			for _, f := range t.Fields() {
				if f.Kind == model.Relationship && f.Direction != "IN" && f.Through == "" {
					relate(g, m, n, f, i, records)
				}
			}
		}
	}
	return g
}

// one adds the node of a type with a number.
func one(g *plain.Graph, m *model.Model, t *model.Type, i int) *plain.Node {
	n := &plain.Node{Type: t.Name, Values: map[string]any{}}
	for _, f := range t.Fields() {
		switch f.Kind {
		case model.Property:
			n.Values[f.Property] = numbered(m.Schema.Types[f.Target], f, i)
		case model.Embedded:
			embed(n, m, f, i)
		case model.Expression:
			if f.List && (strings.Contains(f.Cypher, "this."+f.Name) || strings.Contains(f.Cypher, f.Name+"(this")) { // it takes apart what is stored under its name
				n.Values[f.Name] = []string{"a:NOT_ASKED"}
			}
		}
	}
	if t.Record {
		n.Values["id"], n.Values["audience"] = fmt.Sprintf("%s %d", t.Name, i), random.Audiences[0]
		n.Values["searchText"], n.Values["sortKey"] = fmt.Sprintf("kommun %d", i), fmt.Sprint(i)
	}
	if t.NumberedBy != "" {
		n.Values[t.NumberedBy] = int64(i)
	}
	if t.Name == "Change" { // what statements/recorder.cypher reads, and no field shows
		n.Values["actor"], n.Values["role"], n.Values["over"] = fmt.Sprintf("actor %d", i), "COORDINATOR", fmt.Sprintf("Network %d", i)
	}
	g.Nodes = append(g.Nodes, n)
	return n
}

// embed gives a node the properties that make an object.
func embed(n *plain.Node, m *model.Model, f *model.Field, i int) {
	for _, inner := range m.Type(f.Target).Fields() {
		if inner.Kind == model.Property {
			n.Values[f.Prefix+strings.ToUpper(inner.Property[:1])+inner.Property[1:]] = numbered(m.Schema.Types[inner.Target], inner, i)
		}
		for _, name := range inner.Requires {
			n.Values[f.Prefix+strings.ToUpper(name[:1])+name[1:]] = int64(i)
		}
	}
}

// numbered gives the value of a field in the node with a number.
func numbered(def *ast.Definition, f *model.Field, i int) any {
	day := civil.Date{Year: 2020, Month: 1, Day: 1}.AddDays(i * 30)
	switch {
	case f.List:
		return []string{fmt.Sprintf("%s %d", f.Name, i)}
	case len(def.EnumValues) > 0:
		return def.EnumValues[i%len(def.EnumValues)].Name
	}
	switch def.Name {
	case "Int":
		return int64(i)
	case "Float":
		return float64(i)
	case "Boolean":
		return i%2 == 0
	case "Date":
		return day
	case "DateTime":
		return day.In(time.UTC)
	case "CountryCode":
		return []string{"SE", "NO", "FI"}[i%3]
	}
	return fmt.Sprintf("%s %d", f.Name, i)
}

// relate relates a record to others, or gives it parts.
func relate(g *plain.Graph, m *model.Model, n *plain.Node, f *model.Field, i int, records map[string][]*plain.Node) {
	target := m.Type(f.Target)
	ends := records[target.Possible[i%len(target.Possible)]]
	for k := range 2 {
		switch {
		case k > 0 && !f.List && !f.Connection:
		case !target.Record && !target.Abstract:
			part := one(g, m, target, 2*len(g.Nodes)+k)
			for _, inner := range target.Fields() {
				if inner.Kind == model.Relationship {
					relate(g, m, part, inner, i+k, records)
				}
			}
			g.Links = append(g.Links, plain.Link{From: n, Type: f.RelType, To: part})
		case len(ends) > 0:
			g.Links = append(g.Links, plain.Link{From: n, Type: f.RelType, To: ends[(7*i+k)%len(ends)]})
		}
	}
}
