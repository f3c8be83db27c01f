package commands_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// What somebody does not see keeps nothing of theirs out of the register: they enter what they would where there is no such record. Whoever sees both is
// refused a third.
func TestWhatIsHiddenKeepsNothingOut(t *testing.T) {
	k := register.NewStaffed(t)
	newTheme(k.World, "energy", "")
	x, y := k.Organisation("Extern"), k.Organisation("Heir")
	k.Make("admitMember", object{"member": y, "network": k.M}, "membership")
	project := k.Make("registerProject", object{"acronym": "P"}, "project")
	need, offer := newNeed(k.World, k.Ours), newOffer(k.World, k.Both)
	hidden := object{"class": "COORDINATORS", "networks": []string{"N"}}
	for _, each := range []struct {
		command           string
		hidden            object // differs from the other in this
		input             object
		code, rule, field string
	}{
		{"admitMember", object{}, object{"member": x, "network": k.M, "validFrom": register.DayFrom(-5)}, "CONFLICT", "member-admitted-already", "input.validFrom"},
		{"addParticipant", object{}, object{"organisation": k.Ours, "project": project, "role": "PARTNER"}, "CONFLICT", "participant-already", "input.organisation"},
		{"suggestIntroduction", object{}, object{"need": need, "offer": offer}, "CONFLICT", "introduction-once", "input.offer"},
		{"recordSuccession", object{"successors": []string{y}}, object{"kind": "REPLACEMENT", "on": register.DayFrom(-9), "predecessors": []string{k.Ours}, "successors": []string{x}}, "CONFLICT", "succession-once", "input.predecessors"},
	} {
		t.Run(each.command, func(t *testing.T) {
			w := k.On(t)
			w.Command(each.command, register.Merged(each.input, register.Merged(each.hidden, object{"audience": hidden})), "changes { id }").Good()
			w.By("COORDINATOR").Command(each.command, register.Merged(each.input, object{"dryRun": true}), "changes { id }").Good()
			w.By("COORDINATOR").Command(each.command, each.input, "changes { id }").Good()
			w.Command(each.command, each.input, "changes { id }").Fails(each.code, each.rule, each.field)
		})
	}
	t.Run("importMembers", func(t *testing.T) {
		w := k.On(t)
		member := w.Organisation("Zeta")
		w.Make("admitMember", object{"member": member, "network": k.M, "validFrom": "2024-01-01", "audience": hidden}, "membership")
		rows := func(w register.World) any {
			list := "Organisation;Kommun;Medlem sedan\nZeta;Åre;2024-01-01\n"
			return w.ImportMembers("lista.csv", list, object{"network": k.M, "dryRun": true}, "rows { verdict problems { code } }").Good()["rows"]
		}
		register.Expect(t, "who does not see the membership", rows(w.By("COORDINATOR")), `[{"verdict": "NEW", "problems": []}]`)
		register.Expect(t, "who sees it", rows(w), `[{"verdict": "CHANGED", "problems": []}]`)
	})
	t.Run("importMembers of what another list has told", func(t *testing.T) {
		w := k.On(t)
		list := "Organisation;Org.nr;Land;Medlem sedan\nTidig AB;5560912148;SE;2024-01-01\n"
		imported := func(w register.World, input object) string {
			got := w.ImportMembers("lista.csv", list, register.Merged(input, object{"network": k.M}), "rows { verdict organisation { id } membership { id } }").Good()
			row := register.At(got, "rows", 0)
			if register.At(row, "verdict") != "NEW" {
				t.Errorf("got %v, want a new organisation and its membership", row)
			}
			return register.At(row, "organisation", "id").(string) + register.At(row, "membership", "id").(string)
		}
		first := imported(w, object{"audience": hidden})
		if second := imported(w.By("COORDINATOR"), object{}); first == second {
			t.Error("what was hidden is what is seen now")
		}
	})
	t.Run("judgeIdentity", func(t *testing.T) {
		w := k.On(t)
		w.Make("suggestIntroduction", object{"need": newNeed(w, x), "offer": newOffer(w, y), "audience": hidden}, "introduction")
		same := object{"organisation": x, "other": y, "verdict": "SAME", "dryRun": true}
		w.By("COORDINATOR").Command("judgeIdentity", same, "changes { id }").Good()
		w.Command("judgeIdentity", same, "changes { id }").Fails("BAD_INPUT", "introduction-own-offer", "input.other")
	})
}

// A counterpart that somebody does not see is no reason to keep their network in its country.
func TestAHiddenCounterpartHoldsNoCountry(t *testing.T) {
	k := register.NewStaffed(t)
	for id, country := range map[string]string{k.M: "SE", k.N: "NO"} {
		k.Command("updateNetwork", object{"id": id, "country": country}, "changes { id }").Good()
	}
	hidden := k.Make("registerNetwork", object{"acronym": "H", "lifecycle": "ESTABLISHED", "country": "NO", "audience": object{"class": "COORDINATORS", "networks": []string{"N"}}}, "network")
	k.Command("linkCounterparts", object{"network": k.M, "counterpart": hidden}, "changes { id }").Good()
	got := k.By("COORDINATOR").Command("updateNetwork", object{"id": k.M, "country": "NO"}, "network { country }").Good()
	if diff := cmp.Diff(object{"network": object{"country": "NO"}}, got); diff != "" {
		t.Error(diff)
	}
}

// Hidden decisions, awards and payments are no reason to refuse what is said of the application or decision that they are of.
func TestHiddenDecisionsAndAwardsHoldNothing(t *testing.T) {
	k := register.NewStaffed(t)
	hidden := object{"class": "COORDINATORS", "networks": []string{"N"}}
	project := k.Make("registerProject", object{"acronym": "P"}, "project")
	k.Make("addParticipant", object{"organisation": k.Ours, "project": project, "role": "LEAD"}, "participation")
	apply := func(number, on string) string {
		return k.Make("recordApplication", object{"project": project, "appliedTo": k.Both, "caseNumber": number, "submittedOn": on}, "application")
	}
	deferred := apply("1", "2025-03-01")
	decide := object{"application": deferred, "caseNumber": "SK-1", "outcome": "DEFERRED", "decidedOn": "2025-03-03"}
	k.Command("recordDecision", register.Merged(decide, object{"audience": hidden}), "changes { id }").Good()
	granted := k.Command("recordDecision", object{"application": apply("2", "2025-03-01"), "caseNumber": "SK-2", "outcome": "GRANTED", "decidedOn": "2025-03-03",
		"awards": object{"recipient": k.Ours, "cap": register.SEK("1000.00")}}, "decision { id awards { id } }").Good()
	decision, award := register.At(granted, "decision", "id"), register.At(granted, "decision", "awards", 0, "id")
	payment := k.Make("recordPayment", object{"award": award, "type": "ADVANCE", "amount": register.SEK("10.00"), "paidOn": "2025-04-04"}, "payment")
	k.Command("changeAudience", object{"records": []any{award, payment}, "audience": hidden}, "changes { id }").Good()
	for _, each := range []struct {
		why, command      string
		input             object
		code, rule, field string // for whoever sees what is hidden
	}{
		{"a decision of the number", "recordDecision", register.Merged(decide, object{"outcome": "REJECTED"}), "CONFLICT", "case-number-unique", "input.caseNumber"},
		{"a decision before the day", "updateApplication", object{"id": deferred, "submittedOn": "2025-03-04"}, "BAD_INPUT", "decision-after-submission", "input"},
		{"an award", "updateDecision", object{"id": decision, "outcome": "REJECTED"}, "BAD_INPUT", "decision-award", "input.outcome"},
		{"a payment before the day", "updateDecision", object{"id": decision, "decidedOn": "2025-05-01"}, "BAD_INPUT", "payment-after-decision", "input"},
	} {
		t.Run(each.why, func(t *testing.T) {
			w := k.On(t)
			input := register.Merged(each.input, object{"dryRun": true})
			w.By("COORDINATOR").Command(each.command, input, "changes { id }").Good()
			w.Command(each.command, input, "changes { id }").Fails(each.code, each.rule, each.field)
		})
	}
}
