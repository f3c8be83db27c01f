package commands_test

import (
	"testing"

	"partnernet/testworld"
	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// bodies is what tests ask of those that a succession joins.
const bodies = "{ ... on Organisation { legalName status } ... on Network { acronym lifecycle } }"

func TestWhatBecameOfABodyIsTold(t *testing.T) {
	w := register.New(t)
	old := w.Make("registerOrganisation", object{"legalName": "Gamla Bolaget AB", "country": "SE", "identifiers": register.Number("SE_ON", register.Swedish)}, "organisation")
	other, successor := w.Organisation("Andra Bolaget AB"), w.Organisation("Storbolaget AB")
	before := w.Dump()
	input := object{"kind": "MERGER", "on": register.DayFrom(-10), "predecessors": []string{old, other}, "successors": []string{successor}, "source": testworld.Ground("The register"), "idempotencyKey": "k"}
	const seen = "succession { kind on predecessors " + bodies + " successors " + bodies + " } changes { id }"
	w.Command("recordSuccession", register.Merged(input, object{"dryRun": true, "idempotencyKey": "dry"}), seen).Good()
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Errorf("the dry run leaves something: %s", diff)
	}
	got := w.Command("recordSuccession", input, seen).Good()
	want := object{"kind": "MERGER", "on": register.DayFrom(-10),
		"predecessors": []any{object{"legalName": "Gamla Bolaget AB", "status": "DISSOLVED"}, object{"legalName": "Andra Bolaget AB", "status": "DISSOLVED"}},
		"successors":   []any{object{"legalName": "Storbolaget AB", "status": nil}}}
	if diff := cmp.Diff(want, got["succession"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(got, w.Command("recordSuccession", input, seen).Good()); diff != "" {
		t.Errorf("the same command again: %s", diff)
	}
	const asked = `query($n: String!) { organisation(identifier: {scheme: SE_ON, value: $n}) { legalName changedBy { successors { ... on Organisation { legalName } } } resultedFrom { kind } } }`
	became := w.Do(asked, object{"n": register.Swedish})
	if diff := cmp.Diff([]any{object{"successors": []any{register.Named("Storbolaget AB")}}}, register.At(became, "organisation", "changedBy")); diff != "" {
		t.Errorf("by its old number: %s", diff)
	}
	w.Command("revertChange", object{"id": register.LastChange(got)}, "changes { id }").Good()
	became = w.Do(asked, object{"n": register.Swedish})
	if diff := cmp.Diff([]any{}, register.At(became, "organisation", "changedBy")); diff != "" {
		t.Errorf("reverted: %s", diff)
	}
	status := w.Do("query($id: ID!) { organisation(id: $id) { status } }", object{"id": old})
	if diff := cmp.Diff(object{"status": nil}, status["organisation"]); diff != "" {
		t.Errorf("reverted: %s", diff)
	}
}

func TestTheOldNameFindsTheNew(t *testing.T) {
	w := register.New(t)
	old := w.Make("registerOrganisation", object{"legalName": "Fjällräddarna AB", "country": "SE", "identifiers": register.Number("SE_ON", register.Swedish)}, "organisation")
	middle, last, hidden := w.Organisation("Mellanledet"), w.Organisation("Nordsäkert"), w.Make("registerOrganisation", object{"legalName": "Dolda", "sensitivity": "RESTRICTED"}, "organisation")
	record := func(from, to, on string) register.Answer {
		return w.Command("recordSuccession", object{"kind": "REPLACEMENT", "on": on, "predecessors": []string{from}, "successors": []string{to}}, "changes { id }")
	}
	first := record(old, middle, register.DayFrom(-20)).Good()
	record(middle, last, register.DayFrom(-10)).Good()
	record(last, hidden, register.DayFrom(-5)).Good()
	found := func(text string) []any {
		t.Helper()
		var all []any
		answer := w.As("COORDINATORS").Do("query($text: String!) { search(text: $text) { nodes { matchedOn item { ... on Organisation { legalName } } } } }", object{"text": text})
		for _, node := range register.At(answer, "search", "nodes").([]any) {
			all = append(all, register.At(node, "item", "legalName"), register.At(node, "matchedOn", 0))
		}
		return all
	}
	for text, by := range map[string]string{"fjällräddarna": "legalName", register.Swedish: "identifiers"} {
		got := found(text)
		if len(got) != 6 || got[0] != "Fjällräddarna AB" || got[1] != by || got[3] != "predecessors" || got[5] != "predecessors" {
			t.Errorf("%s finds %v", text, got)
		}
	}
	if diff := cmp.Diff([]any{"Nordsäkert", "legalName"}, found("Nordsäkert")); diff != "" {
		t.Errorf("the new name, and what comes after out of sight: %s", diff)
	}
	w.Command("revertChange", object{"id": register.LastChange(first)}, "changes { id }").Good()
	if diff := cmp.Diff([]any{"Fjällräddarna AB", "legalName"}, found("fjällräddarna")); diff != "" {
		t.Errorf("reverted: %s", diff)
	}
}

func TestANetworkBecomesAnother(t *testing.T) {
	w := register.New(t)
	old, next := w.Network("OLDSEC", "ESTABLISHED"), w.Network("NEWSEC", "ESTABLISHED")
	membership := w.Make("admitMember", object{"member": w.Organisation("A"), "network": old}, "membership")
	w.Command("recordSuccession", object{"kind": "TAKEOVER", "predecessors": []string{old}, "successors": []string{next}}, "changes { id }").Good()
	got := w.Do(`query($m: ID!) { network(acronym: "OLDSEC") { lifecycle changedBy { kind on successors { ... on Network { acronym } } } } node(id: $m) { ... on Membership { state network { acronym } } } }`, object{"m": membership})
	want := object{
		"network": object{"lifecycle": "MERGED", "changedBy": []any{object{"kind": "TAKEOVER", "on": nil, "successors": []any{object{"acronym": "NEWSEC"}}}}},
		"node":    object{"state": "ACTIVE", "network": object{"acronym": "OLDSEC"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	w.Command("updateMembership", object{"id": membership, "network": next}, "changes { id }").Good()
}

func TestSuccessionsRefused(t *testing.T) {
	w := register.New(t)
	a, b, c, d := w.Organisation("A"), w.Organisation("B"), w.Organisation("C"), w.Organisation("D")
	established := w.Make("registerNetwork", object{"acronym": "N", "lifecycle": "ESTABLISHED", "establishedOn": register.DayFrom(-5)}, "network")
	founded := w.Make("registerOrganisation", object{"legalName": "Founded", "foundedOn": register.DayFrom(-5)}, "organisation")
	w.Command("recordSuccession", object{"kind": "REPLACEMENT", "on": register.DayFrom(-10), "predecessors": []string{a}, "successors": []string{b}}, "changes { id }").Good()
	for _, row := range []struct {
		why, kind         string
		from, to          []string
		on                any
		code, rule, field string
	}{
		{"into itself", "REPLACEMENT", []string{c}, []string{c}, nil, "CONFLICT", "succession-cycle", "input.successors"},
		{"a merger of one", "MERGER", []string{c}, []string{d}, nil, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"a split into one", "SPLIT", []string{c}, []string{d}, nil, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"tomorrow", "REPLACEMENT", []string{c}, []string{d}, register.DayFrom(1), "BAD_INPUT", "not-future", "input.on"},
		{"twice", "REPLACEMENT", []string{a}, []string{c}, nil, "CONFLICT", "succession-once", "input.predecessors"},
		{"in a circle", "REPLACEMENT", []string{b}, []string{a}, nil, "CONFLICT", "succession-cycle", "input.successors"},
		{"before it came to be", "REPLACEMENT", []string{b}, []string{c}, register.DayFrom(-11), "BAD_INPUT", "succession-order", "input.on"},
		{"before it was established", "REPLACEMENT", []string{established}, []string{c}, register.DayFrom(-6), "BAD_INPUT", "succession-order", "input.on"},
		{"before it was founded", "REPLACEMENT", []string{founded}, []string{c}, register.DayFrom(-6), "BAD_INPUT", "succession-order", "input.on"},
		{"into one that had ended", "REPLACEMENT", []string{c}, []string{a}, register.DayFrom(-9), "BAD_INPUT", "succession-order", "input.on"},
		{"into nobody", "REPLACEMENT", []string{c}, []string{"nobody"}, nil, "NOT_FOUND", "", "input.successors"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.Dump()
			w.On(t).Command("recordSuccession", object{"kind": row.kind, "predecessors": row.from, "successors": row.to, "on": row.on}, "changes { id }").Fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
	w.Command("updateOrganisation", object{"id": a, "foundedOn": register.DayFrom(-9)}, "changes { id }").Fails("BAD_INPUT", "succession-order", "input")
	w.Command("updateOrganisation", object{"id": a, "foundedOn": register.DayFrom(-10)}, "changes { id }").Good()
}

// A succession that was recorded wrongly is corrected, and those that it named wrongly are what they were before.
func TestASuccessionIsCorrected(t *testing.T) {
	w := register.New(t)
	a, b, c := w.Make("registerOrganisation", object{"legalName": "A", "status": "ACTIVE"}, "organisation"), w.Organisation("B"), w.Organisation("C")
	old, next := w.Network("OLDSEC", "ESTABLISHED"), w.Network("NEWSEC", "FORMING")
	stand := func() object {
		t.Helper()
		return w.Do(`query($a: ID!, $b: ID!) { a: organisation(id: $a) { status } b: organisation(id: $b) { status } old: network(acronym: "OLDSEC") { lifecycle } next: network(acronym: "NEWSEC") { lifecycle } }`,
			object{"a": a, "b": b})
	}
	stands := func(why string, statusA, statusB any, lifecycleOld, lifecycleNext string) {
		t.Helper()
		want := object{"a": object{"status": statusA}, "b": object{"status": statusB}, "old": object{"lifecycle": lifecycleOld}, "next": object{"lifecycle": lifecycleNext}}
		if diff := cmp.Diff(want, stand()); diff != "" {
			t.Errorf("%s (-want +got): %s", why, diff)
		}
	}
	id := w.Make("recordSuccession", object{"kind": "REPLACEMENT", "on": register.DayFrom(-10), "predecessors": []string{a}, "successors": []string{c}}, "succession")
	networks := w.Make("recordSuccession", object{"kind": "TAKEOVER", "predecessors": []string{old}, "successors": []string{next}}, "succession")
	stands("as recorded", "DISSOLVED", nil, "MERGED", "FORMING")
	const seen = "succession { kind on predecessors { ... on Organisation { legalName } ... on Network { acronym } } successors { ... on Organisation { legalName } ... on Network { acronym } } } command"
	got := w.Command("updateSuccession", object{"id": id, "on": register.DayFrom(-20), "predecessors": []string{b}}, seen).Good()
	want := object{"kind": "REPLACEMENT", "on": register.DayFrom(-20), "predecessors": []any{register.Named("B")}, "successors": []any{register.Named("C")}}
	if diff := cmp.Diff(want, got["succession"]); diff != "" {
		t.Errorf("another predecessor, on another day (-want +got): %s", diff)
	}
	stands("another predecessor", "ACTIVE", "DISSOLVED", "MERGED", "FORMING")
	w.Command("revertCommand", object{"command": got["command"]}, "changes { id }").Good()
	stands("taken back", "DISSOLVED", nil, "MERGED", "FORMING")
	w.Command("updateSuccession", object{"id": networks, "kind": "REPLACEMENT"}, seen).Good()
	stands("another kind", "DISSOLVED", nil, "CLOSED", "FORMING")
	w.Command("updateSuccession", object{"id": networks, "predecessors": []string{next}, "successors": []string{old}}, seen).Good()
	stands("the other way round", "DISSOLVED", nil, "ESTABLISHED", "CLOSED")
	w.Command("updateOrganisation", object{"id": a, "status": "ACTIVE"}, "organisation { status }").Good()
	w.Command("updateSuccession", object{"id": id, "kind": "TAKEOVER", "predecessors": []string{a, b}}, seen).Good()
	stands("what somebody has told since stays", "ACTIVE", "DISSOLVED", "ESTABLISHED", "CLOSED")
	for _, row := range []struct {
		why               string
		input             object
		code, rule, field string
	}{
		{"into itself", object{"successors": []string{a}}, "CONFLICT", "succession-cycle", "input.successors"},
		{"of one alone", object{"kind": "MERGER", "predecessors": []string{a}}, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"of none", object{"predecessors": []string{}}, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"tomorrow", object{"on": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.on"},
		{"without a kind", object{"kind": nil}, "BAD_INPUT", "required", "input.kind"},
	} {
		t.Run(row.why, func(t *testing.T) {
			row.input["id"] = id
			w.On(t).Command("updateSuccession", row.input, "changes { id }").Fails(row.code, row.rule, row.field)
		})
	}
}

// Two of which one became the other are two: they do not become one record while that is recorded.
func TestOneThatBecameTheOtherIsNotTheSame(t *testing.T) {
	w := register.New(t)
	a, b, c := w.Organisation("Alfa"), w.Organisation("Beta"), w.Organisation("Gamma")
	first := w.Make("recordSuccession", object{"kind": "REPLACEMENT", "predecessors": []string{a}, "successors": []string{b}}, "succession")
	w.Make("recordSuccession", object{"kind": "REPLACEMENT", "predecessors": []string{b}, "successors": []string{c}}, "succession")
	same := func(one, other string) register.Answer {
		return w.Command("judgeIdentity", object{"organisation": one, "other": other, "verdict": "SAME"}, "changes { id }")
	}
	for _, pair := range [][2]string{{a, b}, {b, a}, {a, c}, {c, a}} {
		before := w.Dump()
		same(pair[0], pair[1]).Fails("CONFLICT", "succession-cycle", "input.other")
		if diff := cmp.Diff(before, w.Dump()); diff != "" {
			t.Errorf("what is refused leaves something: %s", diff)
		}
	}
	w.Command("updateSuccession", object{"id": first, "predecessors": []string{w.Organisation("Delta")}}, "changes { id }").Good()
	same(a, b).Good()
}
