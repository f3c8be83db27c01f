package commands_test

import (
	"maps"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

func TestANetworkIsRegisteredAndUpdated(t *testing.T) {
	w := register.New(t)
	host, source := w.Organisation("Host"), w.Make("recordDocument", object{"title": "Minutes"}, "source")
	const known = "network { acronym name aliases country lifecycle mission plannedFrom establishedOn host { legalName } unknown { field reason } }"
	got := w.Command("registerNetwork", object{
		"acronym": "MITTSEC", "country": "SE", "lifecycle": "PLANNED", "plannedFrom": register.DayFrom(30), "unknown": []object{{"field": "host", "reason": "NOT_ASKED"}},
	}, known+" changes { subject { id __typename } }").Good()
	changes := got["changes"].([]any)
	id := changes[len(changes)-1].(object)["subject"].(object)["id"]
	network := object{
		"acronym": "MITTSEC", "name": nil, "aliases": []any{}, "country": "SE", "lifecycle": "PLANNED", "mission": nil, "plannedFrom": register.DayFrom(30),
		"establishedOn": nil, "host": nil, "unknown": []any{object{"field": "host", "reason": "NOT_ASKED"}},
	}
	if diff := cmp.Diff(network, got["network"]); diff != "" {
		t.Error(diff)
	}
	for _, step := range []struct {
		why   string
		input object
		after object
	}{
		{"founded", object{"lifecycle": "ESTABLISHED", "establishedOn": register.DayFrom(0), "name": "Mid Security"},
			object{"lifecycle": "ESTABLISHED", "establishedOn": register.DayFrom(0), "name": "Mid Security"}},
		{"hosted", object{"host": host}, object{"host": object{"legalName": "Host"}, "unknown": []any{}}},
		{"renamed", object{"acronym": "MIDTSEC", "name": "Midt"}, object{"acronym": "MIDTSEC", "name": "Midt", "aliases": []any{"MITTSEC", "Mid Security"}}},
		{"renamed back", object{"acronym": "MITTSEC"}, object{"acronym": "MITTSEC", "aliases": []any{"Mid Security", "MIDTSEC"}}},
		{"other names, all of them but those of before", object{"aliases": []string{"Mitt"}}, object{"aliases": []any{"Mitt", "MIDTSEC", "Mid Security"}}},
		{"hosted no more", object{"host": nil}, object{"host": nil}},
	} {
		step.input["id"], step.input["source"] = id, object{"id": source}
		maps.Copy(network, step.after)
		if diff := cmp.Diff(object{"network": network}, w.Command("updateNetwork", step.input, known).Good()); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
}

func TestCounterpartsAreOneRelation(t *testing.T) {
	w := register.New(t)
	mittsec, midsec := w.Network("MITTSEC", "PLANNED"), w.Network("MIDSEC", "ESTABLISHED")
	source := object{"id": w.Make("recordDocument", object{"title": "Minutes"}, "source")}
	const linked = "network { acronym counterparts { acronym } } counterpart { acronym counterparts { acronym } } changes { subject { id } fields { name before after } }"
	side := func(acronym, other string) object {
		return object{"acronym": acronym, "counterparts": []any{object{"acronym": other}}}
	}
	changed := func(id, other string) any {
		return object{"subject": object{"id": id}, "fields": []any{register.Change("counterparts", nil, other)}}
	}
	for _, step := range []struct {
		why              string
		one, other       string
		network, counter object
		changes          []any
	}{
		{"linked", mittsec, midsec, side("MITTSEC", "MIDSEC"), side("MIDSEC", "MITTSEC"), []any{changed(mittsec, midsec), changed(midsec, mittsec)}},
		{"linked already", mittsec, midsec, side("MITTSEC", "MIDSEC"), side("MIDSEC", "MITTSEC"), []any{}},
		{"linked from the other side", midsec, mittsec, side("MIDSEC", "MITTSEC"), side("MITTSEC", "MIDSEC"), []any{}},
	} {
		got := w.Command("linkCounterparts", object{"network": step.one, "counterpart": step.other, "source": source}, linked).Good()
		want := object{"network": step.network, "counterpart": step.counter, "changes": step.changes}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
}

// A counterpart that somebody does not see leaves nothing at the one that they see: no relation, no change, no version.
func TestAHiddenCounterpartLeavesNoTrace(t *testing.T) {
	w := register.New(t)
	id := w.Network("MITTSEC", "ESTABLISHED")
	hidden := w.Make("registerNetwork", object{"acronym": "HIDSEC", "lifecycle": "ESTABLISHED", "sensitivity": "COORDINATORS"}, "network")
	const seen = "query($id: ID!) { network(id: $id) { version sources { id } counterparts { acronym } history { totalCount } } changes { totalCount } documents { totalCount } }"
	before := w.As("PUBLIC").Do(seen, object{"id": id})
	w.Command("linkCounterparts", object{"network": id, "counterpart": hidden}, "command").Good()
	if diff := cmp.Diff(before, w.As("PUBLIC").Do(seen, object{"id": id})); diff != "" {
		t.Error(diff)
	}
	linked := w.Do("query($id: ID!) { network(id: $id) { counterparts { acronym } } }", object{"id": id})
	if diff := cmp.Diff(object{"network": object{"counterparts": []any{object{"acronym": "HIDSEC"}}}}, linked); diff != "" {
		t.Error(diff)
	}
}

func TestNetworksRefused(t *testing.T) {
	w := register.New(t)
	id, organisation := w.Make("registerNetwork", object{"acronym": "MITTSEC", "lifecycle": "PLANNED", "country": "SE"}, "network"), w.Organisation("A")
	beside := w.Make("registerNetwork", object{"acronym": "NORDSEC", "lifecycle": "PLANNED", "country": "SE"}, "network")
	across := w.Make("registerNetwork", object{"acronym": "MIDSEC", "lifecycle": "PLANNED", "country": "NO"}, "network")
	w.Command("linkCounterparts", object{"network": id, "counterpart": across}, "command").Good()
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"its own counterpart", "linkCounterparts", object{"network": id, "counterpart": id}, "BAD_INPUT", "network-own-counterpart", "input.counterpart"},
		{"a counterpart on the same side", "linkCounterparts", object{"network": id, "counterpart": beside}, "BAD_INPUT", "counterpart-across", "input.counterpart"},
		{"brought to the side of its counterpart", "updateNetwork", object{"id": across, "country": "SE"}, "BAD_INPUT", "counterpart-across", "input"},
		{"a counterpart that is nothing", "linkCounterparts", object{"network": id, "counterpart": "nothing"}, "NOT_FOUND", "", "input.counterpart"},
		{"a counterpart that is no network", "linkCounterparts", object{"network": organisation, "counterpart": id}, "NOT_FOUND", "", "input.network"},
		{"founded tomorrow", "registerNetwork", object{"acronym": "N", "lifecycle": "FORMING", "establishedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.establishedOn"},
		{"founded tomorrow after all", "updateNetwork", object{"id": id, "establishedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.establishedOn"},
		{"no acronym", "registerNetwork", object{"acronym": "", "lifecycle": "FORMING"}, "BAD_INPUT", "required", "input.acronym"},
		{"its stage taken away", "updateNetwork", object{"id": id, "lifecycle": nil}, "BAD_INPUT", "required", "input.lifecycle"},
		{"hosted by nobody", "registerNetwork", object{"acronym": "N", "lifecycle": "FORMING", "host": "nobody"}, "NOT_FOUND", "", "input.host"},
		{"hosted by a network", "updateNetwork", object{"id": id, "host": id}, "NOT_FOUND", "", "input.host"},
		{"no network", "updateNetwork", object{"id": organisation, "country": "SE"}, "NOT_FOUND", "", "input.id"},
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
