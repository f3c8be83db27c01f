package seal_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// Names and addresses that stand nowhere else, so that they are found wherever they are.
const (
	plainName, otherName       = "Åsa Zvåmå Qvarnbäck", "Åsa Zvåmå Qvarnström"
	plainAddress, otherAddress = "asa.zvama@qvarnback.example", "asa.z@qvarnstrom.example"
)

// person is what registers a person.
func person(also object) object {
	input := object{"name": plainName, "lawfulBasis": "PUBLIC_TASK", "purpose": "To be asked when power fails.", "reviewOn": register.DayFrom(365)}
	maps.Copy(input, also)
	return input
}

// known is a world in which an organisation has a contact that is a person's.
type known struct {
	register.World
	organisation, person, contact string
}

func newKnown(t *testing.T) known {
	t.Helper()
	w := register.New(t)
	k := known{World: w, organisation: w.Organisation("Ours")}
	k.person = w.Make("registerPerson", person(nil), "person")
	k.contact = w.Make("registerContact", object{"organisation": k.organisation, "function": "preparedness", "address": plainAddress, "person": k.person}, "contact")
	return k
}

// The history of a contact tells as little of whose it is as the contact does: the same fields as that of a contact that is nobody's, and no key by which one is sealed.
func TestHistoryTellsNotWhoseAContactIs(t *testing.T) {
	k := newKnown(t)
	nobodys := k.Make("registerContact", object{"organisation": k.organisation, "function": "switchboard", "address": "+46 63 14 40 00"}, "contact")
	public := k.As("PUBLIC")
	fields := func(contact string) []any {
		got := public.Do(`query($id: ID!) { node(id: $id) { ... on Contact { fieldSources { field value } history { nodes { fields { name after } } } } } }`, object{"id": contact})
		told, err := json.Marshal(got)
		testworld.Must(t, err)
		if strings.Contains(string(told), k.person) || strings.Contains(string(told), contact) {
			t.Errorf("whose the contact is, is told: %s", told)
		}
		var names []any
		for _, f := range register.At(got, "node", "history", "nodes", 0, "fields").([]any) {
			names = append(names, register.At(f, "name"))
		}
		for _, f := range register.At(got, "node", "fieldSources").([]any) {
			names = append(names, register.At(f, "field"))
		}
		return names
	}
	if diff := cmp.Diff(fields(nobodys), fields(k.contact)); diff != "" {
		t.Errorf("that a contact is a person's is told (-of nobody +of a person): %s", diff)
	}
}

// subjects gives those of whom there is a key.
func subjects(w register.World) []string {
	w.T.Helper()
	all, err := w.Keys.Subjects()
	testworld.Must(w.T, err)
	return all
}

// tellsNothing asks that texts stand neither in the database nor in an answer.
func tellsNothing(w register.World, texts []string, answers ...any) {
	w.T.Helper()
	all, err := json.Marshal(answers)
	testworld.Must(w.T, err)
	held := string(all) + strings.Join(testdb.Dump(w.T, w.DB), "\n")
	for _, text := range texts {
		if at := strings.Index(held, text); at >= 0 {
			w.T.Errorf("%s is told: …%s…", text, held[max(0, at-200):min(len(held), at+len(text)+200)])
		}
	}
}

// allOfARecord is all that the API tells of a record.
const allOfARecord = `query($id: ID!) { node(id: $id) { displayName ... on Record {
  history(first: 50) { nodes { actor action displayName fields { name before after } } } fieldSources { field value } claims { field value } unknown { field }
} ... on Person { name purpose lawfulBasis hold erasedOn contacts { id } } ... on Contact { function channel address reachable lastVerifiedOn endedOn erasedOn person { id name } } } }`

func TestAPersonIsSealedWhereverItIsWritten(t *testing.T) {
	k := newKnown(t)
	k.Command("updatePerson", object{"id": k.person, "name": otherName, "idempotencyKey": "once"}, "changes { id fields { name before after } }").Good()
	k.Command("updateContact", object{"id": k.contact, "address": otherAddress}, "changes { id }").Good()
	asked := []any{k.Do(allOfARecord, object{"id": k.person}), k.Do(allOfARecord, object{"id": k.contact}),
		k.Do("{ persons { nodes { name } } contacts { nodes { address displayName } } changes(first: 100) { nodes { displayName fields { name before after } } } }", nil)}
	tellsNothing(k.World, []string{plainName, otherName, plainAddress, otherAddress, "Zvåmå", "qvarnback"}, asked...)
	for statement, want := range map[string]string{"MATCH (n:Person) RETURN n.name AS text": otherName, "MATCH (n:Contact) RETURN n.address AS text": otherAddress} {
		if got, err := k.Keys.Open(testdb.Texts(t, k.DB, statement)[0]); got != want || err != nil {
			t.Errorf("%s opens as %q: %v, want %q", statement, got, err, want)
		}
	}
	for at, field := range []string{"name", "address"} { // whose key it is would tell the public that there is somebody whom they may not see
		if shown, _ := register.At(asked[at].(object), "node", field).(string); !strings.HasPrefix(shown, registry.SealMark+":") {
			t.Errorf("the %s is shown as %q", field, shown)
		}
	}
	if diff := cmp.Diff([]string{k.person}, subjects(k.World)); diff != "" {
		t.Errorf("a contact of a person has the person's key: %s", diff)
	}
	for _, text := range []string{plainName, strings.ToUpper(otherAddress)} {
		if got, err := k.Keys.Known(text); err != nil || !cmp.Equal(got, []string{k.person}) {
			t.Errorf("%s is found to be of %v: %v", text, got, err)
		}
	}
}

func TestAPersonIsKeptForAReasonOnly(t *testing.T) {
	w := register.New(t)
	for _, field := range []string{"lawfulBasis", "purpose", "reviewOn", "name"} {
		input := person(nil)
		delete(input, field)
		if a := w.Command("registerPerson", input, "command"); len(a.Errors) != 1 {
			t.Errorf("without %s: %+v", field, a.Errors)
		}
	}
	for _, row := range []struct {
		also        object
		rule, field string
	}{
		{object{"purpose": " "}, registry.RuleRequired, "input.purpose"}, {object{"name": "\n"}, registry.RuleRequired, "input.name"},
		{object{"name": "Åsa\u0007"}, registry.RuleReadable, "input.name"},
		{object{"reviewOn": register.DayFrom(-1)}, registry.RuleReview, "input.reviewOn"}, {object{"reviewOn": register.Today.AddDate(3, 0, 1).Format(time.DateOnly)}, registry.RuleReview, "input.reviewOn"},
	} {
		w.Command("registerPerson", person(row.also), "command").Fails("BAD_INPUT", row.rule, row.field)
	}
	id := w.Make("registerPerson", person(nil), "person")
	for _, field := range []string{"lawfulBasis", "purpose", "reviewOn", "name"} {
		if a := w.Command("updatePerson", object{"id": id, field: nil}, "command"); len(a.Errors) != 1 || a.Errors[0].Extensions.Field != "input."+field {
			t.Errorf("%s is taken away: %+v", field, a.Errors)
		}
	}
	tellsNothing(w, []string{plainName})
}

// That somebody is kept is known to coordinators and administrators: nobody opens a person to more people, by itself or among other records.
func TestAPersonIsOpenedToCoordinatorsAtMost(t *testing.T) {
	k := newKnown(t)
	network := k.Make("registerNetwork", object{"acronym": "M", "lifecycle": "ESTABLISHED", "country": "SE"}, "network")
	open := func(audience object, records ...string) register.Answer {
		return k.Command("changeAudience", object{"records": records, "audience": audience}, "records { sensitivity }")
	}
	for _, audience := range []object{{"class": "PUBLIC"}, {"class": "MEMBERS"}, {"class": "MEMBERS", "networks": []string{network}}} {
		open(audience, k.person).Fails("BAD_INPUT", registry.RulePersonAudience, "input.records")
		open(audience, network, k.person).Fails("BAD_INPUT", registry.RulePersonAudience, "input.records")
	}
	if got := register.At(k.As("PUBLIC").Do(`{ persons { totalCount } }`, nil), "persons", "totalCount"); got != 0.0 {
		t.Errorf("everybody sees %v persons", got)
	}
	for _, audience := range []object{{"class": "COORDINATORS", "networks": []string{network}}, {"class": "COORDINATORS"}, {"class": "RESTRICTED"}} {
		open(audience, k.person).Good()
	}
}

// A key is made when something is sealed with it, once for each sending; not by a dry run, nor by what is refused.
func TestKeysComeWithWhatTheySeal(t *testing.T) {
	w := register.New(t)
	w.Command("registerPerson", person(object{"dryRun": true}), "person { name }").Good()
	w.Command("registerPerson", person(object{"purpose": ""}), "command").Fails("BAD_INPUT", registry.RuleRequired, "input.purpose")
	if got := subjects(w); len(got) > 0 {
		t.Errorf("there are keys of %v", got)
	}
	first := w.Make("registerPerson", person(object{"idempotencyKey": "k"}), "person")
	if again := w.Make("registerPerson", person(object{"idempotencyKey": "k"}), "person"); again != first {
		t.Errorf("the same sending made %s and %s", first, again)
	}
	w.Command("registerPerson", person(object{"idempotencyKey": "k", "name": otherName}), "command").Fails("CONFLICT", "", "input.idempotencyKey")
	before := register.At(w.Do(allOfARecord, object{"id": first}), "node", "name")
	w.Command("updatePerson", object{"id": first, "name": plainName}, "changes { id }").Good()
	if after := register.At(w.Do(allOfARecord, object{"id": first}), "node", "name"); after != before {
		t.Errorf("the same name is sealed anew: %s, %s", before, after)
	}
	if diff := cmp.Diff([]string{first}, subjects(w)); diff != "" {
		t.Error(diff)
	}
}

func TestContacts(t *testing.T) {
	w := register.New(t)
	o := w.Organisation("Ours")
	shown := "contact { id displayName function channel reachable lastVerifiedOn endedOn }"
	for _, row := range []struct{ address, rule string }{{"Åsa", registry.RuleReach}, {"", registry.RuleRequired}, {"a@b", registry.RuleReach}} {
		w.Command("registerContact", object{"organisation": o, "function": "x", "address": row.address}, "command").Fails("BAD_INPUT", row.rule, "input.address")
	}
	w.Command("registerContact", object{"organisation": o, "function": "x", "address": plainAddress, "person": o}, "command").Fails("NOT_FOUND", "", "input.person")
	got := w.Command("registerContact", object{"organisation": o, "function": "duty officer", "address": "+46 63 14 40 00", "lastVerifiedOn": register.DayFrom(-100)}, shown).Good()["contact"].(object)
	id := got["id"].(string)
	if diff := cmp.Diff(object{"id": id, "displayName": "duty officer – Ours", "function": "duty officer", "channel": "TELEPHONE", "reachable": true,
		"lastVerifiedOn": register.DayFrom(-100), "endedOn": nil}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{id}, subjects(w)); diff != "" {
		t.Errorf("a contact of nobody in particular has a key of its own: %s", diff)
	}
	w.Command("verifyContact", object{"id": id, "lastVerifiedOn": register.DayFrom(1)}, "command").Fails("BAD_INPUT", registry.RuleFuture, "input.lastVerifiedOn")
	states := []any{}
	for _, step := range []struct {
		command string
		input   object
	}{{"verifyContact", object{}}, {"verifyContact", object{"lastVerifiedOn": register.DayFrom(-1)}}, {"updateContact", object{"address": plainAddress}}, {"endContact", object{}}} {
		step.input["id"] = id
		c := w.Command(step.command, step.input, shown).Good()["contact"].(object)
		states = append(states, []any{c["channel"], c["reachable"], c["lastVerifiedOn"], c["endedOn"]})
	}
	want := []any{[]any{"TELEPHONE", true, register.DayFrom(0), nil}, []any{"TELEPHONE", true, register.DayFrom(0), nil}, []any{"EMAIL", true, nil, nil}, []any{"EMAIL", false, nil, register.DayFrom(0)}}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Error(diff)
	}
	w.Command("verifyContact", object{"id": id}, "command").Fails("CONFLICT", registry.RuleContactEnded, "input.id")
	seen := w.As("PUBLIC").Do(`{ organisations { nodes { contacts { nodes { function reachable } } } } persons { totalCount } }`, nil)
	if diff := cmp.Diff(object{"organisations": object{"nodes": []any{object{"contacts": object{"nodes": []any{object{"function": "duty officer", "reachable": false}}}}}},
		"persons": object{"totalCount": float64(0)}}, seen); diff != "" {
		t.Error(diff)
	}
}

// What is told of persons is corrected or erased, and not taken back.
func TestWhatIsToldOfPersonsIsNotTakenBack(t *testing.T) {
	k := newKnown(t)
	done := k.Command("updatePerson", object{"id": k.person, "purpose": "Another one."}, "command changes { id }").Good()
	k.Command("revertCommand", object{"command": done["command"]}, "command").Fails("FORBIDDEN", "", "")
	changes := register.At(done, "changes").([]any)
	k.Command("revertChange", object{"id": register.At(changes[len(changes)-1].(object), "id")}, "command").Fails("FORBIDDEN", "", "")
}
