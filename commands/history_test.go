package commands_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
)

// facts gives all that the database holds but the log of changes, keys of commands, how often and when records were written, and the grounds
// on which they were.
func (w world) facts() []string {
	w.t.Helper()
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{Text: `
MATCH (n)
WHERE NOT n:Migration|Access|SignOuts|Audience|Change|Command|Lock|Source|Document|FormerRecord
RETURN labels(n) AS labels, properties(n) AS properties,
  [(n)-[r]->(m WHERE NOT m:Source|FormerRecord) | [type(r), coalesce(m.id, ''), labels(m), properties(r)]] AS links`})
	must(w.t, err)
	var lines []string
	for _, row := range rows {
		properties := row["properties"].(object)
		for _, name := range []string{"version", "updatedAt", "recordedAt"} {
			delete(properties, name)
		}
		node := fmt.Sprint(row["labels"], properties)
		lines = append(lines, node)
		for _, link := range row["links"].([]any) {
			lines = append(lines, node+fmt.Sprint(link))
		}
	}
	slices.Sort(lines)
	return lines
}

// changeOf gives the id of the change that a command made of a record of a type.
func changeOf(payload object, typeName string) string {
	for _, c := range payload["changes"].([]any) {
		if at(c, "subject", "__typename") == typeName {
			return at(c, "id").(string)
		}
	}
	return ""
}

const changed = "changes { id action subject { __typename } fields { name before after } }"

// revert takes a change back.
func (w world) revert(change string) answer {
	return w.command("revertChange", object{"id": change}, "subject { __typename id } reverted { id } "+changed)
}

// Whatever a command did, taking it back leaves what was before, and taking that back what the command did.
func TestACommandIsTakenBack(t *testing.T) {
	w := newWorld(t)
	a := w.make("registerOrganisation", object{"legalName": "A AB", "unitOf": w.organisation("Group"), "location": object{"municipality": "Åre"},
		"identifiers": number("SE_ON", swedish)}, "organisation")
	b := w.make("registerOrganisation", object{"legalName": "A", "country": "NO", "location": object{"municipality": "Meråker"}}, "organisation")
	network, other := w.network("MITTSEC", "PLANNED"), w.network("MIDSEC", "ESTABLISHED")
	member := w.make("admitMember", object{"member": b, "network": network, "validFrom": dayFrom(-30)}, "membership")
	partnership := w.make("proposePartnership", object{"type": "PROJECT", "parties": []object{party(w.organisation("C"), "ASKED"), party(b, "ASKED")}}, "partnership")
	project := w.project("Commsec")
	application := w.make("recordApplication", object{"project": project, "appliedTo": a, "applicant": b}, "application")
	award := w.granted(w.application("Granted"))
	area := object{"new": object{"name": "Jämtland", "codeSystem": "NUTS_2024", "code": "SE322"}}
	for _, row := range []struct {
		command string
		input   object
	}{
		{"registerOrganisation", object{"legalName": "New", "identifiers": number("NO_BRC", norwegian), "location": object{"nuts": area},
			"formerNames": []object{{"name": "Old", "kind": "LEGAL_NAME"}}}},
		{"updateOrganisation", object{"id": a, "legalName": "B AB", "renamedOn": dayFrom(-1), "unitOf": nil, "location": nil, "unknown": []object{{"field": "homepage", "reason": "NOT_ASKED"}}}},
		{"updateOrganisation", object{"id": b, "location": object{"municipality": "Åre", "point": object{"latitude": 63.4, "longitude": 13.1}}}},
		{"registerNetwork", object{"acronym": "N", "lifecycle": "FORMING", "host": a}},
		{"updateNetwork", object{"id": network, "acronym": "M", "name": "Mid"}},
		{"linkCounterparts", object{"network": network, "counterpart": other}},
		{"admitMember", object{"member": a, "network": other, "unknown": []object{{"field": "validFrom", "reason": "NOT_IN_SOURCE"}}}},
		{"endMembership", object{"id": member, "validTo": dayFrom(-1)}},
		{"confirmPartnership", object{"id": partnership, "party": b}},
		{"endPartnership", object{"id": partnership}},
		{"registerProject", object{"acronym": "P", "objectives": []object{{"statement": "S", "areas": []object{area}}}, "areas": []object{area}}},
		{"updateProject", object{"id": project, "totalBudget": sek("5.00"), "plannedFrom": dayFrom(0)}},
		{"addParticipant", object{"project": project, "organisation": a, "role": "PARTNER"}},
		{"updateApplication", object{"id": application, "applicant": nil, "amountAppliedFor": sek("7.00")}},
		{"recordDecision", object{"application": application, "caseNumber": "C", "outcome": "GRANTED", "awards": []object{{"recipient": b, "conditions": []object{financing(award)}}}}},
		{"recordPayment", object{"award": award, "type": "FINAL", "paidOn": dayFrom(-1), "amount": sek("10.00")}},
		{"recordNeed", object{"stakeholder": a, "statement": "Reservkraft vid avbrott längre än tre dygn."}},
		{"recordOffer", object{"organisation": b, "statement": "Aggregater til leie, levert innen to timer."}},
		{"judgeIdentity", object{"organisation": a, "other": b, "verdict": "DIFFERENT"}},
		{"judgeIdentity", object{"organisation": b, "other": a, "verdict": "SAME"}},
	} {
		t.Run(row.command, func(t *testing.T) {
			w := w.on(t)
			before := w.facts()
			done := w.command(row.command, row.input, changed).good()
			after := w.facts()
			if cmp.Equal(before, after) {
				t.Fatal("the command did nothing")
			}
			back := w.revert(lastChange(done)).good()
			if diff := cmp.Diff(before, w.facts()); diff != "" {
				t.Errorf("taking it back leaves (-before +after): %s", diff)
			}
			w.revert(lastChange(back)).good()
			if diff := cmp.Diff(after, w.facts()); diff != "" {
				t.Errorf("taking that back leaves (-before +after): %s", diff)
			}
		})
	}
}

func lastChange(payload object) string {
	all := payload["changes"].([]any)
	return at(all[len(all)-1], "id").(string)
}

// What has been changed again is not taken back; the later change is named.
func TestAChangeThatWasOvertaken(t *testing.T) {
	w := newWorld(t)
	id := w.organisation("A")
	rename := func(name string) object {
		return w.command("updateOrganisation", object{"id": id, "legalName": name, "country": "SE"}, changed).good()
	}
	first, second := rename("B"), rename("C")
	refused := w.revert(changeOf(first, "Organisation"))
	refused.fails("CONFLICT", "change-overtaken", "input.id")
	if named := changeOf(second, "Organisation"); !strings.Contains(refused.Errors[0].Message, named) {
		t.Errorf("the later change %s is not named: %s", named, refused.Errors[0].Message)
	}
	w.revert(changeOf(second, "Organisation")).good()
	w.revert(changeOf(first, "Organisation")).good()
	got := w.do(`query($id: ID!) { organisation(id: $id) { legalName country aliases formerNames { name } } }`, object{"id": id})
	want := object{"legalName": "A", "country": nil, "aliases": []any{}, "formerNames": []any{}}
	if diff := cmp.Diff(any(want), got["organisation"]); diff != "" {
		t.Error(diff)
	}
}

// A change is taken back as far as it went: what others changed of the record since stays.
func TestOnlyWhatTheChangeChanged(t *testing.T) {
	w := newWorld(t)
	id := w.organisation("A")
	first := w.command("updateOrganisation", object{"id": id, "country": "SE"}, changed).good()
	w.command("updateOrganisation", object{"id": id, "sizeClass": "SMALL"}, changed).good()
	payload := w.revert(changeOf(first, "Organisation")).good()
	if diff := cmp.Diff([]any{change("country", "SE", nil)}, at(payload, "changes", 2, "fields")); diff != "" {
		t.Error(diff)
	}
	got := w.do(`query($id: ID!) { organisation(id: $id) { country sizeClass } }`, object{"id": id})
	if diff := cmp.Diff(any(object{"country": nil, "sizeClass": "SMALL"}), got["organisation"]); diff != "" {
		t.Error(diff)
	}
}

// What others rest on stays: the change by which they do so is named.
func TestWhatIsInUseIsNotTakenBack(t *testing.T) {
	w := newWorld(t)
	payload := w.command("registerOrganisation", object{"legalName": "A"}, "organisation { id } "+changed).good()
	member := w.command("admitMember", object{"member": at(payload, "organisation", "id"), "network": w.network("N", "FORMING")}, changed).good()
	refused := w.revert(changeOf(payload, "Organisation"))
	refused.fails("CONFLICT", "change-overtaken", "input.id")
	if named := changeOf(member, "Membership"); !strings.Contains(refused.Errors[0].Message, named) {
		t.Errorf("the later change %s is not named: %s", named, refused.Errors[0].Message)
	}
	w.revert(changeOf(payload, "Source")).fails("CONFLICT", "change-overtaken", "input.id")
	w.revert(changeOf(member, "Membership")).good()
	gone := w.revert(changeOf(payload, "Organisation")).good()
	if got := at(gone, "subject", "__typename"); got != "FormerRecord" {
		t.Errorf("what was entered by mistake is a %v", got)
	}
	id := at(payload, "organisation", "id")
	got := w.do(`query($id: ID!) { organisation(id: $id) { id } organisations { totalCount } node(id: $id) { ... on FormerRecord { was mergedInto { id } history { totalCount } } } }`, object{"id": id})
	want := object{"organisation": nil, "organisations": object{"totalCount": 0.0},
		"node": object{"was": "Organisation", "mergedInto": nil, "history": object{"totalCount": 2.0}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What a command did to several records is taken back as one, whichever of its changes is named.
func TestWhatFollowedIsTakenBackToo(t *testing.T) {
	w := newWorld(t)
	c := w.chain()
	before := w.facts()
	payload := w.command("recordOutcome", object{"id": c.application, "outcome": "REJECTED"}, changed).good()
	w.revert(changeOf(payload, "Condition")).good()
	if diff := cmp.Diff(before, w.facts()); diff != "" {
		t.Error(diff)
	}
	if left := w.foretold(c.application); len(left) != 2 {
		t.Errorf("%v would lapse, want both awards again", left)
	}
}

// Taking a change back may not break a rule that what came after it rests on.
func TestTakingBackKeepsTheRules(t *testing.T) {
	w := newWorld(t)
	a, network := w.organisation("A"), w.network("N", "FORMING")
	first := w.make("admitMember", object{"member": a, "network": network, "validFrom": dayFrom(-100)}, "membership")
	ended := w.command("endMembership", object{"id": first, "validTo": dayFrom(-50)}, changed).good()
	w.make("admitMember", object{"member": a, "network": network, "validFrom": dayFrom(-40)}, "membership")
	before := w.dump()
	w.revert(changeOf(ended, "Membership")).fails("CONFLICT", "member-admitted-already", "input.id")
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Error(diff)
	}

	b := w.organisation("B")
	p := w.make("proposePartnership", object{"type": "PROJECT", "parties": []object{party(a, "ASKED"), party(b, "ASKED")}}, "partnership")
	said := w.command("confirmPartnership", object{"id": p, "party": a, "confirmedAt": today.AddDate(0, 0, -2).Format("2006-01-02T15:04:05Z")}, changed).good()
	w.command("confirmPartnership", object{"id": p, "party": b, "confirmedAt": today.AddDate(0, 0, -2).Format("2006-01-02T15:04:05Z")}, changed).good()
	w.revert(changeOf(said, "Partnership")).fails("CONFLICT", "partnership-state", "input.id")

	award := w.granted(w.application("P"), financing(), financing())
	asked := w.do(`query($id: ID!) { node(id: $id) { ... on Award { conditions { id } } } }`, object{"id": award})
	var settled []object
	for i := range 2 {
		settled = append(settled, w.command("settleCondition", object{"id": at(asked, "node", "conditions", i, "id"), "status": "MET"}, changed).good())
	}
	if state := w.state(award); state != "EFFECTIVE" {
		t.Fatalf("with both its conditions met the award is %s", state)
	}
	w.revert(changeOf(settled[0], "Condition")).fails("CONFLICT", "award-state", "input.id")
	w.revert(changeOf(settled[1], "Condition")).good()
	w.revert(changeOf(settled[0], "Condition")).good()
}

// A revert answers as others do: nobody sees more by it, a key is used once, and a dry run leaves nothing.
func TestRevertingKeepsToTheRulesOfCommands(t *testing.T) {
	w := newWorld(t)
	hidden := w.command("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "RESTRICTED"}, changed).good()
	w.as("COORDINATORS").revert(changeOf(hidden, "Organisation")).fails("NOT_FOUND", "", "input.id")
	payload := w.command("registerOrganisation", object{"legalName": "A"}, "organisation { id } "+changed).good()
	id := changeOf(payload, "Organisation")
	before := w.dump()
	w.command("revertChange", object{"id": id, "dryRun": true}, "subject { id }").good()
	w.command("revertChange", object{"id": id, "expectedVersion": 7}, "subject { id }").fails("CONFLICT", "", "input.expectedVersion")
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Error(diff)
	}
	answers := together(func(int) answer {
		return w.command("revertChange", object{"id": id, "idempotencyKey": "k"}, "reverted { id } subject { __typename } changes { id }")
	})
	for _, a := range answers {
		if diff := cmp.Diff(answers[0].good(), a.good()); diff != "" {
			t.Errorf("two sendings get different answers: %s", diff)
		}
	}
	w.revert(id).fails("CONFLICT", "change-overtaken", "input.id")
}
