package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bodies is what tests ask of those that a succession joins.
const bodies = "{ ... on Organisation { legalName status } ... on Network { acronym lifecycle } }"

func TestWhatBecameOfABodyIsTold(t *testing.T) {
	w := newWorld(t)
	old := w.make("registerOrganisation", object{"legalName": "Gamla Bolaget AB", "country": "SE", "identifiers": number("SE_ON", swedish)}, "organisation")
	other, successor := w.organisation("Andra Bolaget AB"), w.organisation("Storbolaget AB")
	before := w.dump()
	input := object{"kind": "MERGER", "on": dayFrom(-10), "predecessors": []string{old, other}, "successors": []string{successor}, "source": ground("The register"), "idempotencyKey": "k"}
	const seen = "succession { kind on predecessors " + bodies + " successors " + bodies + " } changes { id }"
	w.command("recordSuccession", merged(input, object{"dryRun": true, "idempotencyKey": "dry"}), seen).good()
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Errorf("the dry run leaves something: %s", diff)
	}
	got := w.command("recordSuccession", input, seen).good()
	want := object{"kind": "MERGER", "on": dayFrom(-10),
		"predecessors": []any{object{"legalName": "Gamla Bolaget AB", "status": "DISSOLVED"}, object{"legalName": "Andra Bolaget AB", "status": "DISSOLVED"}},
		"successors":   []any{object{"legalName": "Storbolaget AB", "status": nil}}}
	if diff := cmp.Diff(want, got["succession"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(got, w.command("recordSuccession", input, seen).good()); diff != "" {
		t.Errorf("the same command again: %s", diff)
	}
	const asked = `query($n: String!) { organisation(identifier: {scheme: SE_ON, value: $n}) { legalName changedBy { successors { ... on Organisation { legalName } } } resultedFrom { kind } } }`
	became := w.do(asked, object{"n": swedish})
	if diff := cmp.Diff([]any{object{"successors": []any{named("Storbolaget AB")}}}, at(became, "organisation", "changedBy")); diff != "" {
		t.Errorf("by its old number: %s", diff)
	}
	w.command("revertChange", object{"id": lastChange(got)}, "changes { id }").good()
	became = w.do(asked, object{"n": swedish})
	if diff := cmp.Diff([]any{}, at(became, "organisation", "changedBy")); diff != "" {
		t.Errorf("reverted: %s", diff)
	}
	status := w.do("query($id: ID!) { organisation(id: $id) { status } }", object{"id": old})
	if diff := cmp.Diff(object{"status": nil}, status["organisation"]); diff != "" {
		t.Errorf("reverted: %s", diff)
	}
}

func TestTheOldNameFindsTheNew(t *testing.T) {
	w := newWorld(t)
	old := w.make("registerOrganisation", object{"legalName": "Fjällräddarna AB", "country": "SE", "identifiers": number("SE_ON", swedish)}, "organisation")
	middle, last, hidden := w.organisation("Mellanledet"), w.organisation("Nordsäkert"), w.make("registerOrganisation", object{"legalName": "Dolda", "sensitivity": "RESTRICTED"}, "organisation")
	record := func(from, to, on string) answer {
		return w.command("recordSuccession", object{"kind": "REPLACEMENT", "on": on, "predecessors": []string{from}, "successors": []string{to}}, "changes { id }")
	}
	first := record(old, middle, dayFrom(-20)).good()
	record(middle, last, dayFrom(-10)).good()
	record(last, hidden, dayFrom(-5)).good()
	found := func(text string) []any {
		t.Helper()
		var all []any
		answer := w.as("COORDINATORS").do("query($text: String!) { search(text: $text) { nodes { matchedOn item { ... on Organisation { legalName } } } } }", object{"text": text})
		for _, node := range at(answer, "search", "nodes").([]any) {
			all = append(all, at(node, "item", "legalName"), at(node, "matchedOn", 0))
		}
		return all
	}
	for text, by := range map[string]string{"fjällräddarna": "legalName", swedish: "identifiers"} {
		got := found(text)
		if len(got) != 6 || got[0] != "Fjällräddarna AB" || got[1] != by || got[3] != "predecessors" || got[5] != "predecessors" {
			t.Errorf("%s finds %v", text, got)
		}
	}
	if diff := cmp.Diff([]any{"Nordsäkert", "legalName"}, found("Nordsäkert")); diff != "" {
		t.Errorf("the new name, and what comes after out of sight: %s", diff)
	}
	w.command("revertChange", object{"id": lastChange(first)}, "changes { id }").good()
	if diff := cmp.Diff([]any{"Fjällräddarna AB", "legalName"}, found("fjällräddarna")); diff != "" {
		t.Errorf("reverted: %s", diff)
	}
}

func TestANetworkBecomesAnother(t *testing.T) {
	w := newWorld(t)
	old, next := w.network("OLDSEC", "ESTABLISHED"), w.network("NEWSEC", "ESTABLISHED")
	membership := w.make("admitMember", object{"member": w.organisation("A"), "network": old}, "membership")
	w.command("recordSuccession", object{"kind": "TAKEOVER", "predecessors": []string{old}, "successors": []string{next}}, "changes { id }").good()
	got := w.do(`query($m: ID!) { network(acronym: "OLDSEC") { lifecycle changedBy { kind on successors { ... on Network { acronym } } } } node(id: $m) { ... on Membership { state network { acronym } } } }`, object{"m": membership})
	want := object{
		"network": object{"lifecycle": "MERGED", "changedBy": []any{object{"kind": "TAKEOVER", "on": nil, "successors": []any{object{"acronym": "NEWSEC"}}}}},
		"node":    object{"state": "ACTIVE", "network": object{"acronym": "OLDSEC"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	w.command("updateMembership", object{"id": membership, "network": next}, "changes { id }").good()
}

func TestSuccessionsRefused(t *testing.T) {
	w := newWorld(t)
	a, b, c, d := w.organisation("A"), w.organisation("B"), w.organisation("C"), w.organisation("D")
	founded := w.make("registerNetwork", object{"acronym": "N", "lifecycle": "ESTABLISHED", "establishedOn": dayFrom(-5)}, "network")
	w.command("recordSuccession", object{"kind": "REPLACEMENT", "on": dayFrom(-10), "predecessors": []string{a}, "successors": []string{b}}, "changes { id }").good()
	for _, row := range []struct {
		why, kind         string
		from, to          []string
		on                any
		code, rule, field string
	}{
		{"into itself", "REPLACEMENT", []string{c}, []string{c}, nil, "CONFLICT", "succession-cycle", "input.successors"},
		{"a merger of one", "MERGER", []string{c}, []string{d}, nil, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"a split into one", "SPLIT", []string{c}, []string{d}, nil, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"tomorrow", "REPLACEMENT", []string{c}, []string{d}, dayFrom(1), "BAD_INPUT", "not-future", "input.on"},
		{"twice", "REPLACEMENT", []string{a}, []string{c}, nil, "CONFLICT", "succession-once", "input.predecessors"},
		{"in a circle", "REPLACEMENT", []string{b}, []string{a}, nil, "CONFLICT", "succession-cycle", "input.successors"},
		{"before it came to be", "REPLACEMENT", []string{b}, []string{c}, dayFrom(-11), "BAD_INPUT", "succession-order", "input.on"},
		{"before it was founded", "REPLACEMENT", []string{founded}, []string{c}, dayFrom(-6), "BAD_INPUT", "succession-order", "input.on"},
		{"into one that had ended", "REPLACEMENT", []string{c}, []string{a}, dayFrom(-9), "BAD_INPUT", "succession-order", "input.on"},
		{"into nobody", "REPLACEMENT", []string{c}, []string{"nobody"}, nil, "NOT_FOUND", "", "input.successors"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.dump()
			w.on(t).command("recordSuccession", object{"kind": row.kind, "predecessors": row.from, "successors": row.to, "on": row.on}, "changes { id }").fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}

// A succession that was recorded wrongly is corrected, and those that it named wrongly are what they were before.
func TestASuccessionIsCorrected(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.make("registerOrganisation", object{"legalName": "A", "status": "ACTIVE"}, "organisation"), w.organisation("B"), w.organisation("C")
	old, next := w.network("OLDSEC", "ESTABLISHED"), w.network("NEWSEC", "FORMING")
	stand := func() object {
		t.Helper()
		return w.do(`query($a: ID!, $b: ID!) { a: organisation(id: $a) { status } b: organisation(id: $b) { status } old: network(acronym: "OLDSEC") { lifecycle } next: network(acronym: "NEWSEC") { lifecycle } }`,
			object{"a": a, "b": b})
	}
	stands := func(why string, statusA, statusB any, lifecycleOld, lifecycleNext string) {
		t.Helper()
		want := object{"a": object{"status": statusA}, "b": object{"status": statusB}, "old": object{"lifecycle": lifecycleOld}, "next": object{"lifecycle": lifecycleNext}}
		if diff := cmp.Diff(want, stand()); diff != "" {
			t.Errorf("%s (-want +got): %s", why, diff)
		}
	}
	id := w.make("recordSuccession", object{"kind": "REPLACEMENT", "on": dayFrom(-10), "predecessors": []string{a}, "successors": []string{c}}, "succession")
	networks := w.make("recordSuccession", object{"kind": "TAKEOVER", "predecessors": []string{old}, "successors": []string{next}}, "succession")
	stands("as recorded", "DISSOLVED", nil, "MERGED", "FORMING")
	const seen = "succession { kind on predecessors { ... on Organisation { legalName } ... on Network { acronym } } successors { ... on Organisation { legalName } ... on Network { acronym } } } command"
	got := w.command("updateSuccession", object{"id": id, "on": dayFrom(-20), "predecessors": []string{b}}, seen).good()
	want := object{"kind": "REPLACEMENT", "on": dayFrom(-20), "predecessors": []any{named("B")}, "successors": []any{named("C")}}
	if diff := cmp.Diff(want, got["succession"]); diff != "" {
		t.Errorf("another predecessor, on another day (-want +got): %s", diff)
	}
	stands("another predecessor", "ACTIVE", "DISSOLVED", "MERGED", "FORMING")
	w.command("revertCommand", object{"command": got["command"]}, "changes { id }").good()
	stands("taken back", "DISSOLVED", nil, "MERGED", "FORMING")
	w.command("updateSuccession", object{"id": networks, "kind": "REPLACEMENT"}, seen).good()
	stands("another kind", "DISSOLVED", nil, "CLOSED", "FORMING")
	w.command("updateSuccession", object{"id": networks, "predecessors": []string{next}, "successors": []string{old}}, seen).good()
	stands("the other way round", "DISSOLVED", nil, "ESTABLISHED", "CLOSED")
	w.command("updateOrganisation", object{"id": a, "status": "ACTIVE"}, "organisation { status }").good()
	w.command("updateSuccession", object{"id": id, "kind": "TAKEOVER", "predecessors": []string{a, b}}, seen).good()
	stands("what somebody has told since stays", "ACTIVE", "DISSOLVED", "ESTABLISHED", "CLOSED")
	for _, row := range []struct {
		why               string
		input             object
		code, rule, field string
	}{
		{"into itself", object{"successors": []string{a}}, "CONFLICT", "succession-cycle", "input.successors"},
		{"of one alone", object{"kind": "MERGER", "predecessors": []string{a}}, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"of none", object{"predecessors": []string{}}, "BAD_INPUT", "succession-parties", "input.predecessors"},
		{"tomorrow", object{"on": dayFrom(1)}, "BAD_INPUT", "not-future", "input.on"},
		{"without a kind", object{"kind": nil}, "BAD_INPUT", "required", "input.kind"},
	} {
		t.Run(row.why, func(t *testing.T) {
			row.input["id"] = id
			w.on(t).command("updateSuccession", row.input, "changes { id }").fails(row.code, row.rule, row.field)
		})
	}
}

// Two of which one became the other are two: they do not become one record while that is recorded.
func TestOneThatBecameTheOtherIsNotTheSame(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.organisation("Alfa"), w.organisation("Beta"), w.organisation("Gamma")
	first := w.make("recordSuccession", object{"kind": "REPLACEMENT", "predecessors": []string{a}, "successors": []string{b}}, "succession")
	w.make("recordSuccession", object{"kind": "REPLACEMENT", "predecessors": []string{b}, "successors": []string{c}}, "succession")
	same := func(one, other string) answer {
		return w.command("judgeIdentity", object{"organisation": one, "other": other, "verdict": "SAME"}, "changes { id }")
	}
	for _, pair := range [][2]string{{a, b}, {b, a}, {a, c}, {c, a}} {
		before := w.dump()
		same(pair[0], pair[1]).fails("CONFLICT", "succession-cycle", "input.other")
		if diff := cmp.Diff(before, w.dump()); diff != "" {
			t.Errorf("what is refused leaves something: %s", diff)
		}
	}
	w.command("updateSuccession", object{"id": first, "predecessors": []string{w.organisation("Delta")}}, "changes { id }").good()
	same(a, b).good()
}
