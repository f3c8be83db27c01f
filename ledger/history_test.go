package ledger_test

import (
	"strings"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// Whatever a command did, taking it back leaves what was before, and taking that back what the command did.
func TestACommandIsTakenBack(t *testing.T) {
	w := register.New(t)
	a := w.Make("registerOrganisation", object{"legalName": "A AB", "unitOf": w.Organisation("Group"), "location": object{"municipality": "Åre"},
		"identifiers": register.Number("SE_ON", register.Swedish)}, "organisation")
	b := w.Make("registerOrganisation", object{"legalName": "A", "country": "NO", "location": object{"municipality": "Meråker"}}, "organisation")
	network, other := w.Network("MITTSEC", "PLANNED"), w.Network("MIDSEC", "ESTABLISHED")
	member := w.Make("admitMember", object{"member": b, "network": network, "validFrom": register.DayFrom(-30)}, "membership")
	partnership := w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(w.Organisation("C"), "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	project := w.Project("Commsec")
	application := w.Make("recordApplication", object{"project": project, "appliedTo": a, "applicant": b}, "application")
	award := w.Granted(w.Application("Granted"))
	area := object{"new": object{"name": "Jämtland", "codeSystem": "NUTS_2024", "code": "SE322"}}
	for _, row := range []struct {
		command string
		input   object
	}{
		{"registerOrganisation", object{"legalName": "New", "identifiers": register.Number("NO_BRC", register.Norwegian), "location": object{"nuts": area},
			"formerNames": []object{{"name": "Old", "kind": "LEGAL_NAME"}}}},
		{"updateOrganisation", object{"id": a, "legalName": "B AB", "renamedOn": register.DayFrom(-1), "unitOf": nil, "location": nil, "unknown": []object{{"field": "homepage", "reason": "NOT_ASKED"}}}},
		{"updateOrganisation", object{"id": b, "location": object{"municipality": "Åre", "point": object{"latitude": 63.4, "longitude": 13.1}}}},
		{"registerNetwork", object{"acronym": "N", "lifecycle": "FORMING", "host": a}},
		{"updateNetwork", object{"id": network, "acronym": "M", "name": "Mid"}},
		{"linkCounterparts", object{"network": network, "counterpart": other}},
		{"admitMember", object{"member": a, "network": other, "unknown": []object{{"field": "validFrom", "reason": "NOT_IN_SOURCE"}}}},
		{"endMembership", object{"id": member, "validTo": register.DayFrom(-1)}},
		{"confirmPartnership", object{"id": partnership, "party": b}},
		{"endPartnership", object{"id": partnership}},
		{"registerProject", object{"acronym": "P", "objectives": []object{{"statement": "S", "areas": []object{area}}}, "areas": []object{area}}},
		{"updateProject", object{"id": project, "totalBudget": register.SEK("5.00"), "plannedFrom": register.DayFrom(0)}},
		{"addParticipant", object{"project": project, "organisation": a, "role": "PARTNER"}},
		{"updateApplication", object{"id": application, "applicant": nil, "amountAppliedFor": register.SEK("7.00")}},
		{"recordDecision", object{"application": application, "caseNumber": "C", "outcome": "GRANTED", "awards": []object{{"recipient": b, "conditions": []object{register.OtherFinancing(award)}}}}},
		{"recordPayment", object{"award": award, "type": "FINAL", "paidOn": register.DayFrom(-1), "amount": register.SEK("10.00")}},
		{"recordNeed", object{"stakeholder": a, "statement": "Reservkraft vid avbrott längre än tre dygn."}},
		{"recordOffer", object{"organisation": b, "statement": "Aggregater til leie, levert innen to timer."}},
		{"judgeIdentity", object{"organisation": a, "other": b, "verdict": "DIFFERENT"}},
		{"judgeIdentity", object{"organisation": b, "other": a, "verdict": "SAME"}},
	} {
		t.Run(row.command, func(t *testing.T) {
			w := w.On(t)
			before := w.Facts()
			done := w.Command(row.command, row.input, register.Changed).Good()
			after := w.Facts()
			if cmp.Equal(before, after) {
				t.Fatal("the command did nothing")
			}
			back := w.Revert(register.LastChange(done)).Good()
			if diff := cmp.Diff(before, w.Facts()); diff != "" {
				t.Errorf("taking it back leaves (-before +after): %s", diff)
			}
			w.Revert(register.LastChange(back)).Good()
			if diff := cmp.Diff(after, w.Facts()); diff != "" {
				t.Errorf("taking that back leaves (-before +after): %s", diff)
			}
		})
	}
}

// What has been changed again is not taken back; the later change is named.
func TestAChangeThatWasOvertaken(t *testing.T) {
	w := register.New(t)
	id := w.Organisation("A")
	rename := func(name string) object {
		return w.Command("updateOrganisation", object{"id": id, "legalName": name, "country": "SE"}, register.Changed).Good()
	}
	first, second := rename("B"), rename("C")
	refused := w.Revert(register.ChangeOf(first, "Organisation"))
	refused.Fails("CONFLICT", "change-overtaken", "input.id")
	if named := register.ChangeOf(second, "Organisation"); !strings.Contains(refused.Errors[0].Message, named) {
		t.Errorf("the later change %s is not named: %s", named, refused.Errors[0].Message)
	}
	w.Revert(register.ChangeOf(second, "Organisation")).Good()
	w.Revert(register.ChangeOf(first, "Organisation")).Good()
	got := w.Do(`query($id: ID!) { organisation(id: $id) { legalName country aliases formerNames { name } } }`, object{"id": id})
	want := object{"legalName": "A", "country": nil, "aliases": []any{}, "formerNames": []any{}}
	if diff := cmp.Diff(any(want), got["organisation"]); diff != "" {
		t.Error(diff)
	}
}

// A change is taken back as far as it went: what others changed of the record since stays.
func TestOnlyWhatTheChangeChanged(t *testing.T) {
	w := register.New(t)
	id := w.Organisation("A")
	first := w.Command("updateOrganisation", object{"id": id, "country": "SE"}, register.Changed).Good()
	w.Command("updateOrganisation", object{"id": id, "sizeClass": "SMALL"}, register.Changed).Good()
	payload := w.Revert(register.ChangeOf(first, "Organisation")).Good()
	if diff := cmp.Diff([]any{register.Change("country", "SE", nil)}, register.At(payload, "changes", 2, "fields")); diff != "" {
		t.Error(diff)
	}
	got := w.Do(`query($id: ID!) { organisation(id: $id) { country sizeClass } }`, object{"id": id})
	if diff := cmp.Diff(any(object{"country": nil, "sizeClass": "SMALL"}), got["organisation"]); diff != "" {
		t.Error(diff)
	}
}

// What others rest on stays: the change by which they do so is named.
func TestWhatIsInUseIsNotTakenBack(t *testing.T) {
	w := register.New(t)
	payload := w.Command("registerOrganisation", object{"legalName": "A"}, "organisation { id } "+register.Changed).Good()
	member := w.Command("admitMember", object{"member": register.At(payload, "organisation", "id"), "network": w.Network("N", "FORMING")}, register.Changed).Good()
	refused := w.Revert(register.ChangeOf(payload, "Organisation"))
	refused.Fails("CONFLICT", "change-overtaken", "input.id")
	if named := register.ChangeOf(member, "Membership"); !strings.Contains(refused.Errors[0].Message, named) {
		t.Errorf("the later change %s is not named: %s", named, refused.Errors[0].Message)
	}
	w.Revert(register.ChangeOf(payload, "Source")).Fails("CONFLICT", "change-overtaken", "input.id")
	w.Revert(register.ChangeOf(member, "Membership")).Good()
	gone := w.Revert(register.ChangeOf(payload, "Organisation")).Good()
	if got := register.At(gone, "subject", "__typename"); got != "FormerRecord" {
		t.Errorf("what was entered by mistake is a %v", got)
	}
	id := register.At(payload, "organisation", "id")
	got := w.Do(`query($id: ID!) { organisation(id: $id) { id } organisations { totalCount } node(id: $id) { ... on FormerRecord { was mergedInto { id } history { totalCount } } } }`, object{"id": id})
	want := object{"organisation": nil, "organisations": object{"totalCount": 0.0},
		"node": object{"was": "Organisation", "mergedInto": nil, "history": object{"totalCount": 2.0}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What a command did to several records is taken back as one, whichever of its changes is named.
func TestWhatFollowedIsTakenBackToo(t *testing.T) {
	w := register.New(t)
	c := w.Chain()
	before := w.Facts()
	payload := w.Command("recordOutcome", object{"id": c.Application, "outcome": "REJECTED"}, register.Changed).Good()
	w.Revert(register.ChangeOf(payload, "Condition")).Good()
	if diff := cmp.Diff(before, w.Facts()); diff != "" {
		t.Error(diff)
	}
	if left := w.LapseCascade(c.Application); len(left) != 2 {
		t.Errorf("%v would lapse, want both awards again", left)
	}
}

// Taking a change back may not break a rule that what came after it rests on.
func TestTakingBackKeepsTheRules(t *testing.T) {
	w := register.New(t)
	a, network := w.Organisation("A"), w.Network("N", "FORMING")
	first := w.Make("admitMember", object{"member": a, "network": network, "validFrom": register.DayFrom(-100)}, "membership")
	ended := w.Command("endMembership", object{"id": first, "validTo": register.DayFrom(-50)}, register.Changed).Good()
	w.Make("admitMember", object{"member": a, "network": network, "validFrom": register.DayFrom(-40)}, "membership")
	before := w.Dump()
	w.Revert(register.ChangeOf(ended, "Membership")).Fails("CONFLICT", "member-admitted-already", "input.id")
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Error(diff)
	}

	b := w.Organisation("B")
	p := w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	said := w.Command("confirmPartnership", object{"id": p, "party": a, "confirmedAt": register.Today.AddDate(0, 0, -2).Format("2006-01-02T15:04:05Z")}, register.Changed).Good()
	w.Command("confirmPartnership", object{"id": p, "party": b, "confirmedAt": register.Today.AddDate(0, 0, -2).Format("2006-01-02T15:04:05Z")}, register.Changed).Good()
	w.Revert(register.ChangeOf(said, "Partnership")).Fails("CONFLICT", "partnership-state", "input.id")

	award := w.Granted(w.Application("P"), register.OtherFinancing(), register.OtherFinancing())
	asked := w.Do(`query($id: ID!) { node(id: $id) { ... on Award { conditions { id } } } }`, object{"id": award})
	var settled []object
	for i := range 2 {
		settled = append(settled, w.Command("settleCondition", object{"id": register.At(asked, "node", "conditions", i, "id"), "status": "MET"}, register.Changed).Good())
	}
	if state := w.State(award); state != "EFFECTIVE" {
		t.Fatalf("with both its conditions met the award is %s", state)
	}
	w.Revert(register.ChangeOf(settled[0], "Condition")).Fails("CONFLICT", "award-state", "input.id")
	w.Revert(register.ChangeOf(settled[1], "Condition")).Good()
	w.Revert(register.ChangeOf(settled[0], "Condition")).Good()
}

// A revert answers as others do: nobody sees more by it, a key is used once, and a dry run leaves nothing.
func TestRevertingKeepsToTheRulesOfCommands(t *testing.T) {
	w := register.New(t)
	hidden := w.Command("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "RESTRICTED"}, register.Changed).Good()
	w.As("COORDINATORS").Revert(register.ChangeOf(hidden, "Organisation")).Fails("NOT_FOUND", "", "input.id")
	payload := w.Command("registerOrganisation", object{"legalName": "A"}, "organisation { id } "+register.Changed).Good()
	id := register.ChangeOf(payload, "Organisation")
	before := w.Dump()
	w.Command("revertChange", object{"id": id, "dryRun": true}, "subject { id }").Good()
	w.Command("revertChange", object{"id": id, "expectedVersion": 7}, "subject { id }").Fails("CONFLICT", "", "input.expectedVersion")
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Error(diff)
	}
	answers := register.AtOnce(func(int) register.Answer {
		return w.Command("revertChange", object{"id": id, "idempotencyKey": "k"}, "reverted { id } subject { __typename } changes { id }")
	})
	for _, a := range answers {
		if diff := cmp.Diff(answers[0].Good(), a.Good()); diff != "" {
			t.Errorf("two sendings get different answers: %s", diff)
		}
	}
	w.Revert(id).Fails("CONFLICT", "change-overtaken", "input.id")
}
