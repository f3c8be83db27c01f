package commands_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
	"partnernet/testdb"
)

// Names and addresses that stand nowhere else, so that they are found wherever they are.
const (
	plainName, otherName       = "Åsa Zvåmå Qvarnbäck", "Åsa Zvåmå Qvarnström"
	plainAddress, otherAddress = "asa.zvama@qvarnback.example", "asa.z@qvarnstrom.example"
)

// person is what registers a person.
func person(also object) object {
	input := object{"name": plainName, "lawfulBasis": "PUBLIC_TASK", "purpose": "To be asked when power fails.", "reviewOn": dayFrom(365)}
	maps.Copy(input, also)
	return input
}

// known is a world in which an organisation has a contact that is a person's.
type known struct {
	world
	organisation, person, contact string
}

func newKnown(t *testing.T) known {
	t.Helper()
	w := newWorld(t)
	k := known{world: w, organisation: w.organisation("Ours")}
	k.person = w.make("registerPerson", person(nil), "person")
	k.contact = w.make("registerContact", object{"organisation": k.organisation, "function": "preparedness", "address": plainAddress, "person": k.person}, "contact")
	return k
}

// subjects gives those of whom there is a key.
func (w world) subjects() []string {
	w.t.Helper()
	all, err := w.keys.Subjects()
	must(w.t, err)
	return all
}

// tellsNothing asks that texts stand neither in the database nor in an answer.
func (w world) tellsNothing(texts []string, answers ...any) {
	w.t.Helper()
	all, err := json.Marshal(answers)
	must(w.t, err)
	held := string(all) + strings.Join(testdb.Dump(w.t, w.db), "\n")
	for _, text := range texts {
		if at := strings.Index(held, text); at >= 0 {
			w.t.Errorf("%s is told: …%s…", text, held[max(0, at-200):min(len(held), at+len(text)+200)])
		}
	}
}

// allOfARecord is all that the API tells of a record.
const allOfARecord = `query($id: ID!) { node(id: $id) { displayName ... on Record {
  history(first: 50) { nodes { actor action displayName fields { name before after } } } fieldSources { field value } claims { field value } unknown { field }
} ... on Person { name purpose lawfulBasis hold erasedOn contacts { id } } ... on Contact { function channel address reachable lastVerifiedOn endedOn erasedOn person { id name } } } }`

func TestAPersonIsSealedWhereverItIsWritten(t *testing.T) {
	k := newKnown(t)
	k.command("updatePerson", object{"id": k.person, "name": otherName, "idempotencyKey": "once"}, "changes { id fields { name before after } }").good()
	k.command("updateContact", object{"id": k.contact, "address": otherAddress}, "changes { id }").good()
	asked := []any{k.do(allOfARecord, object{"id": k.person}), k.do(allOfARecord, object{"id": k.contact}),
		k.do("{ persons { nodes { name } } contacts { nodes { address displayName } } changes(first: 100) { nodes { displayName fields { name before after } } } }", nil)}
	k.tellsNothing([]string{plainName, otherName, plainAddress, otherAddress, "Zvåmå", "qvarnback"}, asked...)
	if got, err := k.keys.Open(at(asked[0].(object), "node", "name").(string)); got != otherName || err != nil {
		t.Errorf("the name opens as %q: %v", got, err)
	}
	if got, err := k.keys.Open(at(asked[1].(object), "node", "address").(string)); got != otherAddress || err != nil {
		t.Errorf("the address opens as %q: %v", got, err)
	}
	if diff := cmp.Diff([]string{k.person}, k.subjects()); diff != "" {
		t.Errorf("a contact of a person has the person's key: %s", diff)
	}
	for _, text := range []string{plainName, strings.ToUpper(otherAddress)} {
		if got, err := k.keys.Known(text); err != nil || !cmp.Equal(got, []string{k.person}) {
			t.Errorf("%s is found to be of %v: %v", text, got, err)
		}
	}
}

func TestAPersonIsKeptForAReasonOnly(t *testing.T) {
	w := newWorld(t)
	for _, field := range []string{"lawfulBasis", "purpose", "reviewOn", "name"} {
		input := person(nil)
		delete(input, field)
		if a := w.command("registerPerson", input, "command"); len(a.Errors) != 1 {
			t.Errorf("without %s: %+v", field, a.Errors)
		}
	}
	for _, row := range []struct {
		also        object
		rule, field string
	}{
		{object{"purpose": " "}, registry.RuleRequired, "input.purpose"}, {object{"name": "\n"}, registry.RuleRequired, "input.name"},
		{object{"name": "Åsa\u0007"}, registry.RuleReadable, "input.name"},
		{object{"reviewOn": dayFrom(-1)}, registry.RuleReview, "input.reviewOn"}, {object{"reviewOn": dayFrom(3*365 + 1)}, registry.RuleReview, "input.reviewOn"},
	} {
		w.command("registerPerson", person(row.also), "command").fails("BAD_INPUT", row.rule, row.field)
	}
	id := w.make("registerPerson", person(nil), "person")
	for _, field := range []string{"lawfulBasis", "purpose", "reviewOn", "name"} {
		if a := w.command("updatePerson", object{"id": id, field: nil}, "command"); len(a.Errors) != 1 || a.Errors[0].Extensions.Field != "input."+field {
			t.Errorf("%s is taken away: %+v", field, a.Errors)
		}
	}
	w.tellsNothing([]string{plainName})
}

// A key is made when something is sealed with it, once for each sending; not by a dry run, nor by what is refused.
func TestKeysComeWithWhatTheySeal(t *testing.T) {
	w := newWorld(t)
	w.command("registerPerson", person(object{"dryRun": true}), "person { name }").good()
	w.command("registerPerson", person(object{"purpose": ""}), "command").fails("BAD_INPUT", registry.RuleRequired, "input.purpose")
	if got := w.subjects(); len(got) > 0 {
		t.Errorf("there are keys of %v", got)
	}
	first := w.make("registerPerson", person(object{"idempotencyKey": "k"}), "person")
	if again := w.make("registerPerson", person(object{"idempotencyKey": "k"}), "person"); again != first {
		t.Errorf("the same sending made %s and %s", first, again)
	}
	w.command("registerPerson", person(object{"idempotencyKey": "k", "name": otherName}), "command").fails("CONFLICT", "", "input.idempotencyKey")
	before := at(w.do(allOfARecord, object{"id": first}), "node", "name")
	w.command("updatePerson", object{"id": first, "name": plainName}, "changes { id }").good()
	if after := at(w.do(allOfARecord, object{"id": first}), "node", "name"); after != before {
		t.Errorf("the same name is sealed anew: %s, %s", before, after)
	}
	if diff := cmp.Diff([]string{first}, w.subjects()); diff != "" {
		t.Error(diff)
	}
}

func TestContacts(t *testing.T) {
	w := newWorld(t)
	o := w.organisation("Ours")
	shown := "contact { id displayName function channel reachable lastVerifiedOn endedOn }"
	for _, row := range []struct{ address, rule string }{{"Åsa", registry.RuleReach}, {"", registry.RuleReach}, {"a@b", registry.RuleReach}} {
		w.command("registerContact", object{"organisation": o, "function": "x", "address": row.address}, "command").fails("BAD_INPUT", row.rule, "input.address")
	}
	w.command("registerContact", object{"organisation": o, "function": "x", "address": plainAddress, "person": o}, "command").fails("NOT_FOUND", "", "input.person")
	got := w.command("registerContact", object{"organisation": o, "function": "duty officer", "address": "+46 63 14 40 00", "lastVerifiedOn": dayFrom(-100)}, shown).good()["contact"].(object)
	id := got["id"].(string)
	if diff := cmp.Diff(object{"id": id, "displayName": "duty officer – Ours", "function": "duty officer", "channel": "TELEPHONE", "reachable": true,
		"lastVerifiedOn": dayFrom(-100), "endedOn": nil}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{id}, w.subjects()); diff != "" {
		t.Errorf("a contact of nobody in particular has a key of its own: %s", diff)
	}
	w.command("verifyContact", object{"id": id, "lastVerifiedOn": dayFrom(1)}, "command").fails("BAD_INPUT", registry.RuleFuture, "input.lastVerifiedOn")
	states := []any{}
	for _, step := range []struct {
		command string
		input   object
	}{{"verifyContact", object{}}, {"updateContact", object{"address": plainAddress}}, {"endContact", object{}}} {
		step.input["id"] = id
		c := w.command(step.command, step.input, shown).good()["contact"].(object)
		states = append(states, []any{c["channel"], c["reachable"], c["lastVerifiedOn"], c["endedOn"]})
	}
	want := []any{[]any{"TELEPHONE", true, dayFrom(0), nil}, []any{"EMAIL", true, nil, nil}, []any{"EMAIL", false, nil, dayFrom(0)}}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Error(diff)
	}
	w.command("verifyContact", object{"id": id}, "command").fails("CONFLICT", registry.RuleContactEnded, "input.id")
	seen := w.as("PUBLIC").do(`{ organisations { nodes { contacts { nodes { function reachable } } } } persons { totalCount } }`, nil)
	if diff := cmp.Diff(object{"organisations": object{"nodes": []any{object{"contacts": object{"nodes": []any{object{"function": "duty officer", "reachable": false}}}}}},
		"persons": object{"totalCount": float64(0)}}, seen); diff != "" {
		t.Error(diff)
	}
}

// What is told of persons is corrected or erased, and not taken back.
func TestWhatIsToldOfPersonsIsNotTakenBack(t *testing.T) {
	k := newKnown(t)
	done := k.command("updatePerson", object{"id": k.person, "purpose": "Another one."}, "command changes { id }").good()
	k.command("revertCommand", object{"command": done["command"]}, "command").fails("FORBIDDEN", "", "")
	changes := at(done, "changes").([]any)
	k.command("revertChange", object{"id": at(changes[len(changes)-1].(object), "id")}, "command").fails("FORBIDDEN", "", "")
}
