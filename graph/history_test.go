package graph_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/testdb"
)

// records makes a record of each type of a schema, with what the type cannot be without.
type records struct {
	model *model.Model
	ids   map[string]string // by type
	all   []ledger.Record
}

// which of the types that a field may lead to is made: a network is no member of itself, nobody meets a need of their own, and what is
// judged is there.
var which = map[string]string{"Member": "Organisation", "Stakeholder": "TargetGroup", "JudgedRecord": "Organisation"}

// of gives the id of the record of a type.
func (r *records) of(t *model.Type) string {
	t = r.model.Type(or(which[t.Name], t.Possible[0]))
	if id := r.ids[t.Name]; id != "" {
		return id
	}
	r.ids[t.Name] = ledger.DerivedID("the " + t.Name)
	made := ledger.Record{Type: t.Name, ID: r.ids[t.Name], Values: map[string]any{}, Links: map[string][]string{}, Parts: map[string][]ledger.Part{}}
	for _, f := range t.Fields() {
		switch target := r.model.Type(f.Target); {
		case r.model.Type("Record").Field(f.Name) != nil || !f.Def.Type.NonNull || f.List || f.Connection:
		case f.Kind == model.Property:
			made.Values[f.Name] = r.value(f, 0)
		case f.Kind == model.Relationship && (target.Record || target.Abstract):
			made.Links[f.Name] = []string{r.of(target)}
		}
	}
	switch t.Name {
	case "Theme":
		made.Values["labelSv"] = "Reservkraft" // it has a name in one of the languages at least
	case "Award":
		made.Values["state"] = "EFFECTIVE" // as one without conditions is
	case "Person":
		made.Audience = registry.ForOrganisers // and no wider one
	case "Succession":
		made.Values["kind"] = "REPLACEMENT" // one became one
		made.Links["predecessors"] = []string{r.of(r.model.Type("Organisation"))}
		made.Links["successors"] = []string{r.of(r.model.Type("Network"))}
	case "Partnership":
		made.Values["state"] = "CLAIMED"
		for i, kind := range []string{"Organisation", "Network"} {
			made.Parts["parties"] = append(made.Parts["parties"], ledger.Part{Key: map[string]any{"position": i + 1},
				Values: map[string]any{"position": i + 1, "role": "PARTNER", "confirmation": "NOT_ASKED"},
				Links:  map[string][]string{"party": {r.of(r.model.Type(kind))}}})
		}
	}
	r.all = append(r.all, made)
	return made.ID
}

// value gives a value that a property can have, and another one by another number.
func (r *records) value(f *model.Field, number int) any {
	if def := r.model.Schema.Types[f.Target]; def.Kind == ast.Enum {
		return def.EnumValues[number%len(def.EnumValues)].Name
	}
	switch f.Target {
	case "Int":
		return number
	case "Boolean":
		return number > 0
	case "Decimal":
		return fmt.Sprintf("0.%d", number+1)
	case "Date":
		return registry.Date{Year: 2024, Month: 1, Day: number + 1}
	case "DateTime":
		return time.Date(2024, 1, number+1, 0, 0, 0, 0, time.UTC)
	case "CountryCode":
		return []string{"SE", "NO"}[number]
	}
	return fmt.Sprintf("%s-%d", f.Name, number)
}

// changing gives a field whose value can change, and its value after that as the API writes it.
func (r *records) changing(t *model.Type) (field *model.Field, value any) {
	for _, f := range t.Fields() {
		def := r.model.Schema.Types[f.Target]
		if r.model.Type("Record").Field(f.Name) == nil && f.Kind == model.Property && !f.List && (f.Target == "String" || def.Kind == ast.Enum && len(def.EnumValues) > 1) {
			return f, r.value(f, 1)
		}
	}
	return nil, nil
}

// Every record tells its history: what was entered, and what was changed of it, by whom and on which ground. The types are those of the
// schema, so that none is forgotten.
func TestEveryRecordTellsItsHistory(t *testing.T) {
	w := serve(t, testdb.Open(t))
	r := &records{model: schema(t), ids: map[string]string{}}
	ground := r.of(r.model.Type("Source"))
	notToldOf := []string{"Change", "FormerRecord"} // the log itself, and what is no record any more
	var types []*model.Type
	for _, kind := range r.model.Types() {
		if kind.Record && !kind.Abstract && !slices.Contains(notToldOf, kind.Name) {
			r.of(kind)
			types = append(types, kind)
		}
	}
	changed := ledger.Telling{Actor: "second", Action: "change", Source: ground, Overwrites: true}
	for _, kind := range types {
		if field, value := r.changing(kind); field != nil {
			changed.Records = append(changed.Records, ledger.Record{Type: kind.Name, ID: r.ids[kind.Name], Values: map[string]any{field.Name: value}})
		}
	}
	for _, telling := range []ledger.Telling{{Actor: "first", Action: "enter", Source: ground, Records: r.all}, changed} {
		if _, err := ledger.New(w.db, r.model, time.Now).Tell(t.Context(), telling); err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range types {
		t.Run(kind.Name, func(t *testing.T) {
			w := w
			w.t = t
			r.tellsIts(w, kind, ground)
		})
	}
}

// tellsIts asks the record of a type for its history, and the log for the changes of that record.
func (r *records) tellsIts(w world, kind *model.Type, ground string) {
	id := r.ids[kind.Name]
	own, common := kind.Field("history"), r.model.Type("Record").Field("history")
	if own.RelType != common.RelType || own.Direction != common.Direction || own.Target != common.Target {
		w.t.Errorf("%s reads its history in a way of its own", kind.Name)
	}
	const told = "totalCount nodes { actor action fields { name before after } source { id } subject { __typename id } }"
	got := w.ask(fmt.Sprintf(`{ node(id: %q) { ... on Record { version history { %s } first: history(first: 1) { totalCount nodes { actor } } } } changes(subject: %[1]q) { %[2]s } }`, id, told))
	record := got["node"].(map[string]any)
	history := record["history"].(map[string]any)
	if diff := cmp.Diff(got["changes"], any(history)); diff != "" {
		w.t.Errorf("the log tells otherwise: %s", diff)
	}
	nodes := history["nodes"].([]any)
	field, value := r.changing(kind)
	made := r.all[slices.IndexFunc(r.all, func(each ledger.Record) bool { return each.ID == id })]
	subject, source := map[string]any{"__typename": kind.Name, "id": id}, map[string]any{"id": ground}
	want := []any{map[string]any{"actor": "first", "action": "enter", "subject": subject, "source": source}}
	if field != nil {
		before := made.Values[field.Name]
		want = append(want, map[string]any{"actor": "second", "action": "change", "subject": subject, "source": source,
			"fields": []any{map[string]any{"name": field.Name, "before": before, "after": value}}})
	}
	if record["version"] != float64(len(want)) || history["totalCount"] != float64(len(want)) || len(nodes) != len(want) {
		w.t.Fatalf("it was written %d times, and tells %v", len(want), record)
	}
	entered := nodes[0].(map[string]any)
	for name, told := range made.Values {
		if text, ok := told.(string); ok && !slices.ContainsFunc(entered["fields"].([]any), func(f any) bool {
			return cmp.Equal(f, any(map[string]any{"name": name, "before": nil, "after": text}))
		}) {
			w.t.Errorf("what was entered lacks %s: %v", name, entered["fields"])
		}
	}
	delete(entered, "fields")
	if diff := cmp.Diff(want, nodes); diff != "" {
		w.t.Error(diff)
	}
	if diff := cmp.Diff(map[string]any{"totalCount": float64(len(want)), "nodes": []any{map[string]any{"actor": "first"}}}, record["first"]); diff != "" {
		w.t.Errorf("the first page: %s", diff)
	}
}
