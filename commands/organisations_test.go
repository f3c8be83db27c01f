package commands_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"partnernet/registry"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

func TestAnOrganisationIsRegisteredWithItsGround(t *testing.T) {
	w := register.New(t)
	got := w.Command("registerOrganisation", object{
		"legalName": "Region Jämtland Härjedalen", "country": "SE", "aliases": []string{"RJH"}, "identifiers": register.Number("SE_ON", register.Swedish),
		"unknown": []object{{"field": "sizeClass", "reason": "NOT_IN_SOURCE"}}, "source": testworld.Ground("The register"),
	}, `organisation {
		legalName aliases country sizeClass version sensitivity
		identifiers { scheme value }
		unknown { field reason }
		sources { title }
		history { nodes { action actor source { title } } }
	} changes { subject { __typename } }`).Good()
	want := object{
		"organisation": object{
			"legalName": "Region Jämtland Härjedalen", "aliases": []any{"RJH"}, "country": "SE", "sizeClass": nil, "version": 1.0, "sensitivity": "PUBLIC",
			"identifiers": []any{object{"scheme": "SE_ON", "value": "2321000214"}},
			"unknown":     []any{object{"field": "sizeClass", "reason": "NOT_IN_SOURCE"}},
			"sources":     []any{object{"title": "The register"}},
			"history":     object{"nodes": []any{object{"action": "registerOrganisation", "actor": w.Viewer.Name, "source": object{"title": "The register"}}}},
		},
		"changes": []any{
			object{"subject": object{"__typename": "Document"}}, object{"subject": object{"__typename": "Source"}}, object{"subject": object{"__typename": "Organisation"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnUpdateChangesWhatItNames(t *testing.T) {
	w := register.New(t)
	parent, source := w.Organisation("Region Jämtland Härjedalen"), w.Make("recordDocument", object{"title": "The register"}, "source")
	id := w.Make("registerOrganisation", object{"legalName": "Nämnden", "country": "SE", "homepage": "https://example.org/", "unitOf": parent}, "organisation")
	for _, step := range []struct {
		why    string
		input  object
		fields []any
	}{
		{"corrected", object{"country": "NO"}, []any{register.Change("country", "SE", "NO")}},
		{"no longer known", object{"homepage": nil}, []any{register.Change("homepage", "https://example.org/", nil)}},
		{"not part of it any more", object{"unitOf": nil}, []any{register.Change("unitOf", parent, nil)}},
		{"a number", object{"identifiers": register.Number("NO_BRC", register.Norwegian)}, []any{register.Change("identifiers", nil, "NO_BRC, 974760673")}},
		{"renamed", object{"legalName": "Styret"}, []any{register.Change("aliases", nil, "Nämnden"), register.Change("legalName", "Nämnden", "Styret"),
			register.Change("formerNames", nil, "Nämnden, LEGAL_NAME")}},
		{"founded", object{"foundedOn": "1965-01-01"}, []any{register.Change("foundedOn", nil, "1965-01-01")}},
		{"founded on another day", object{"foundedOn": "1966-01-01"}, []any{register.Change("foundedOn", "1965-01-01", "1966-01-01")}},
		{"nobody knows when", object{"foundedOn": nil, "unknown": []object{{"field": "foundedOn", "reason": "NOT_IN_SOURCE"}}},
			[]any{register.Change("foundedOn", "1966-01-01", nil)}},
		{"the same again", object{"legalName": "Styret", "identifiers": register.Number("NO_BRC", register.Norwegian)}, nil},
	} {
		step.input["id"], step.input["source"] = id, object{"id": source}
		var fields []any
		for _, c := range w.Command("updateOrganisation", step.input, "changes { fields { name before after } }").Good()["changes"].([]any) {
			fields = append(fields, c.(object)["fields"].([]any)...)
		}
		if diff := cmp.Diff(step.fields, fields); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
}

func TestOrganisationsRefused(t *testing.T) {
	w := register.New(t)
	w.Make("registerOrganisation", object{"legalName": "Region", "identifiers": register.Number("SE_ON", register.Swedish)}, "organisation")
	id := w.Organisation("Another")
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"a number that another has", "registerOrganisation", object{"legalName": "R", "identifiers": register.Number("SE_ON", "2321000214")}, "CONFLICT", "identifier-unique", "input.identifiers[0]"},
		{"a number that another has, added", "updateOrganisation", object{"id": id, "identifiers": register.Number("SE_ON", register.Swedish)}, "CONFLICT", "identifier-unique", "input.identifiers[0]"},
		{"a digit that is missing", "registerOrganisation", object{"legalName": "R", "identifiers": register.Number("SE_ON", "232100-021")}, "BAD_INPUT", registry.RuleForm, "input.identifiers[0].value"},
		{"a digit mistyped", "registerOrganisation", object{"legalName": "R", "identifiers": register.Number("SE_ON", "232100-0215")}, "BAD_INPUT", "identifier-check-digit", "input.identifiers[0].value"},
		{"a person's number", "updateOrganisation", object{"id": id, "identifiers": register.Number("SE_ON", "8001011231")}, "BAD_INPUT", "identifier-sole-trader", "input.identifiers[0].value"},
		{"no name", "registerOrganisation", object{"legalName": " "}, "BAD_INPUT", "required", "input.legalName"},
		{"a name taken away", "updateOrganisation", object{"id": id, "legalName": nil}, "BAD_INPUT", "required", "input.legalName"},
		{"a name that cannot be read", "registerOrganisation", object{"legalName": "Region\x1fX"}, "BAD_INPUT", "text-readable", "input.legalName"},
		{"a name without end", "registerOrganisation", object{"legalName": strings.Repeat("å", registry.MaxName+1)}, "BAD_INPUT", "text-length", "input.legalName"},
		{"a key without end", "registerOrganisation", object{"legalName": "R", "idempotencyKey": strings.Repeat("k", registry.MaxKey+1)}, "BAD_INPUT", "text-length", "input.idempotencyKey"},
		{"a name of nobody", "registerOrganisation", object{"legalName": "okänd"}, "BAD_INPUT", "name-of-nobody", "input.legalName"},
		{"a number for a name", "registerOrganisation", object{"legalName": "2019"}, "BAD_INPUT", "name-of-nobody", "input.legalName"},
		{"a name that becomes nobody's", "updateOrganisation", object{"id": id, "legalName": "N/A"}, "BAD_INPUT", "name-of-nobody", "input.legalName"},
		{"told and not known", "registerOrganisation", object{"legalName": "R", "country": "SE", "unknown": []object{{"field": "country", "reason": "NOT_ASKED"}}},
			"BAD_INPUT", "told-and-unknown", "input.unknown"},
		{"a part told and not known", "updateOrganisation", object{"id": id, "location": object{"municipality": "Åre"}, "unknown": []object{{"field": "location", "reason": "NOT_ASKED"}}},
			"BAD_INPUT", "told-and-unknown", "input.unknown"},
		{"founded tomorrow", "registerOrganisation", object{"legalName": "R", "foundedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.foundedOn"},
		{"founded tomorrow, after all", "updateOrganisation", object{"id": id, "foundedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.foundedOn"},
		{"another name that is none", "registerOrganisation", object{"legalName": "R", "aliases": []string{"Regionen", ""}}, "BAD_INPUT", "required", "input.aliases[1]"},
		{"nobody", "updateOrganisation", object{"id": "nobody", "country": "SE"}, "NOT_FOUND", "", "input.id"},
		{"part of nobody", "registerOrganisation", object{"legalName": "R", "unitOf": "nobody"}, "NOT_FOUND", "", "input.unitOf"},
		{"on no ground", "registerOrganisation", object{"legalName": "R", "source": object{"id": "nothing"}}, "NOT_FOUND", "", "input.source.id"},
		{"an organisation is no ground", "registerOrganisation", object{"legalName": "R", "source": object{"id": id}}, "NOT_FOUND", "", "input.source.id"},
		{"a ground of tomorrow", "registerOrganisation", object{"legalName": "R", "source": object{"document": object{"title": "T", "publishedOn": register.DayFrom(1)}}},
			"BAD_INPUT", "not-future", "input.source.document.publishedOn"},
		{"not known for two reasons", "registerOrganisation", object{"legalName": "R", "unknown": []object{{"field": "country", "reason": "NOT_ASKED"}, {"field": "country", "reason": "WITHHELD"}}},
			"BAD_INPUT", "", "input.unknown"},
		{"a field that is none", "registerOrganisation", object{"legalName": "R", "unknown": []object{{"field": "turnover", "reason": "NOT_ASKED"}}}, "BAD_INPUT", "", "input.unknown"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.Dump()
			w.On(t).Command(row.command, row.input, "changes { id }").Fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}

// The day of founding is told, read, filtered and ordered by; a filter by it asks nothing of what has none.
func TestOrganisationsByTheDayOfFounding(t *testing.T) {
	w := register.New(t)
	for name, day := range map[string]any{"Old": "1924-02-29", "Young": "2024-02-29"} {
		w.Make("registerOrganisation", object{"legalName": name, "foundedOn": day}, "organisation")
	}
	w.Make("registerOrganisation", object{"legalName": "Some time", "unknown": []object{{"field": "foundedOn", "reason": "NOT_IN_SOURCE"}}}, "organisation")
	got := w.Do(`{
		old: organisations(filter: {foundedTo: "1924-02-29"}) { nodes { legalName foundedOn } }
		young: organisations(filter: {foundedFrom: "1924-03-01"}) { nodes { legalName foundedOn } }
		all: organisations(orderBy: {field: FOUNDED_ON, direction: DESC}) { nodes { legalName unknown { field reason } } }
	}`, nil)
	want := object{
		"old":   object{"nodes": []any{object{"legalName": "Old", "foundedOn": "1924-02-29"}}},
		"young": object{"nodes": []any{object{"legalName": "Young", "foundedOn": "2024-02-29"}}},
		"all": object{"nodes": []any{
			object{"legalName": "Young", "unknown": []any{}}, object{"legalName": "Old", "unknown": []any{}},
			object{"legalName": "Some time", "unknown": []any{object{"field": "foundedOn", "reason": "NOT_IN_SOURCE"}}},
		}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Whoever knows only an old name finds what bears a new one, and is told why.
func TestOldNamesFind(t *testing.T) {
	w := register.New(t)
	organisation, network := w.Organisation("Skogskraft AB"), w.Network("NORSEC", "ESTABLISHED")
	w.Command("updateOrganisation", object{"id": organisation, "legalName": "IUC Mitt AB"}, "changes { id }").Good()
	w.Command("updateNetwork", object{"id": network, "acronym": "MIDSEC", "name": "Mid Security"}, "changes { id }").Good()
	w.Command("updateNetwork", object{"id": network, "name": "Midt-Norge Sikkerhet"}, "changes { id }").Good()
	for _, row := range []struct{ why, text, id, by string }{
		{"an organisation's old name", "skogskraft", organisation, "aliases"},
		{"a network's old acronym", "norsec", network, "aliases"},
		{"a network's acronym", "midsec", network, "acronym"},
	} {
		got := w.Do(`query($text: String!) { search(text: $text) { nodes { matchedOn item { ... on Node { id } } } } }`, object{"text": row.text})
		hits := got["search"].(object)["nodes"].([]any)
		if len(hits) != 1 || hits[0].(object)["item"].(object)["id"] != row.id || !slices.Contains(hits[0].(object)["matchedOn"].([]any), any(row.by)) {
			t.Errorf("%s: %q finds %v, want %s by its %s", row.why, row.text, hits, row.id, row.by)
		}
	}
	got := w.Do(`query($id: ID!) { network(id: $id) { aliases } networks(filter: {text: "norsec"}) { totalCount } }`, object{"id": network})
	want := object{"network": object{"aliases": []any{"NORSEC", "Mid Security"}}, "networks": object{"totalCount": 1.0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Whoever gives the other names of something, none or new ones, takes away none that it went by before: those find it still.
func TestOldNamesFindWhateverTheOtherNames(t *testing.T) {
	w := register.New(t)
	organisation := w.Make("registerOrganisation", object{"legalName": "Bergkraft AB", "aliases": []any{"Berget"}, "formerNames": []object{{"name": "Kvasthuset", "kind": "LEGAL_NAME"}}}, "organisation")
	network := w.Make("registerNetwork", object{"acronym": "QZX", "lifecycle": "FORMING", "formerNames": []object{{"name": "Qvarnen", "kind": "NAME"}}}, "network")
	w.Command("updateOrganisation", object{"id": organisation, "legalName": "Fjellkraft AB"}, "changes { id }").Good()
	w.Command("updateNetwork", object{"id": network, "acronym": "QZY"}, "changes { id }").Good()
	for _, row := range []struct {
		why                   string
		aliases               any
		organisation, network []any // other than former names
	}{
		{"none", nil, nil, nil},
		{"an empty list", []any{}, nil, nil},
		{"others", []any{"Fjellet"}, []any{"Fjellet"}, []any{"Fjellet"}},
		{"one that it went by before, once", []any{"Bergkraft AB", "QZX"}, []any{"Bergkraft AB", "QZX"}, []any{"Bergkraft AB", "QZX"}},
	} {
		w.Command("updateOrganisation", object{"id": organisation, "aliases": row.aliases}, "changes { id }").Good()
		w.Command("updateNetwork", object{"id": network, "aliases": row.aliases}, "changes { id }").Good()
		got := w.Do(`query($organisation: ID!, $network: ID!) {
			organisation(id: $organisation) { aliases }
			network(id: $network) { aliases }
			byAcronym: network(acronym: "QZX") { id }
			first: organisations(filter: {text: "kvasthuset"}) { totalCount }
			second: organisations(filter: {text: "bergkraft"}) { totalCount }
			name: networks(filter: {text: "qvarnen"}) { totalCount }
			search(text: "Kvasthuset") { nodes { item { ... on Organisation { id } } } }
		}`, object{"organisation": organisation, "network": network})
		one := object{"totalCount": 1.0}
		want := object{"organisation": object{"aliases": withNames(row.organisation, "Bergkraft AB", "Kvasthuset")}, "network": object{"aliases": withNames(row.network, "QZX", "Qvarnen")},
			"byAcronym": object{"id": network}, "first": one, "second": one, "name": one, "search": object{"nodes": []any{object{"item": object{"id": organisation}}}}}
		if diff := cmp.Diff(want, got, anyOrder); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// anyOrder compares lists of names whatever their order.
var anyOrder = cmpopts.SortSlices(func(a, b any) bool { return fmt.Sprint(a) < fmt.Sprint(b) })

// withNames gives names, and those of others that are not among them.
func withNames(names []any, others ...string) []any {
	for _, name := range others {
		if !slices.Contains(names, any(name)) {
			names = append(slices.Clip(names), name)
		}
	}
	return names
}

// The longest texts can be stored, found and ordered by, whatever their letters take.
func TestTheLongestTextsAreStored(t *testing.T) {
	w := register.New(t)
	for _, letter := range []string{"a", "ﬃ", "𝔐"} {
		text, key := strings.Repeat(letter, registry.MaxName), strings.Repeat(letter, registry.MaxKey)
		w.Command("registerOrganisation", object{"legalName": text, "aliases": []string{text}, "idempotencyKey": key}, "changes { id }").Good()
		w.Command("registerNetwork", object{"acronym": text, "name": text, "lifecycle": "PLANNED", "mission": strings.Repeat(letter, registry.MaxText)}, "changes { id }").Good()
		w.Command("recordDocument", object{"title": text, "reference": text}, "changes { id }").Good()
	}
}

// Whatever the register's rules find wrong with an input is told at once, in the language of whoever asks: in lines, and as a list for programs.
func TestAllThatIsWrongIsTold(t *testing.T) {
	w := register.New(t)
	w.Viewer.Language = "sv"
	a := w.Command("registerOrganisation", object{"legalName": "R", "foundedOn": register.DayFrom(1), "industryCodes": []string{"X"}}, "command")
	want := []testworld.Violation{
		{Field: "input.industryCodes", Rule: registry.RuleIndustryCode, Message: "\"X\" är ingen NACE-kod.",
			Remedy: "Skriv en huvudgrupp, grupp eller undergrupp, som i 62, 62.0 eller 62.01, eller en detaljgrupp i SNI, som i 62.010."},
		{Field: "input.foundedOn", Rule: registry.RuleFuture, Message: register.DayFrom(1) + " har inte kommit än.", Remedy: "Ange en dag till och med i dag."},
	}
	a.Fails("BAD_INPUT", want[0].Rule, want[0].Field)
	if diff := cmp.Diff(want, a.Errors[0].Extensions.Violations); diff != "" {
		t.Fatal(diff)
	}
	lines := make([]string, len(want))
	for i, v := range want {
		lines[i] = v.Field + ": " + v.Says()
	}
	if diff := cmp.Diff(strings.Join(lines, "\n"), a.Errors[0].Message); diff != "" {
		t.Error(diff)
	}
}

// Organisations are compared anew when something changes by which they are compared, and only then.
func TestOrganisationsAreComparedAnewWhenThatBringsSomething(t *testing.T) {
	w := register.New(t)
	id := w.Organisation("Lunds universitet")
	w.Organisation("Lund University")
	compared := false
	w = observing(w, func(text string) { compared = compared || strings.Contains(text, "LikenessKey {key: key}") })
	for _, row := range []struct {
		given object
		want  bool
	}{
		{object{"homepage": "https://example.org"}, false},
		{object{"legalForm": "AB"}, false},
		{object{"country": "SE"}, true},
		{object{"identifiers": register.Number("SE_ON", register.Swedish)}, true},
		{object{"location": object{"municipality": "Lund"}}, true},
		{object{"legalName": "Lunds universitet i Lund"}, true},
	} {
		compared = false
		row.given["id"] = id
		w.Command("updateOrganisation", row.given, "organisation { id }").Good()
		if compared != row.want {
			t.Errorf("after %v it is compared anew: %v, want %v", row.given, compared, row.want)
		}
	}
}
