package commands_test

import (
	"slices"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

func TestTurnedDown(t *testing.T) {
	for _, outcome := range []string{"REJECTED", "WITHDRAWN"} {
		w := register.New(t)
		c := w.Chain()
		fallen := []string{c.First, c.Second}
		slices.Sort(fallen)
		if diff := cmp.Diff(fallen, w.LapseCascade(c.Application)); diff != "" {
			t.Errorf("%s, foretold: %s", outcome, diff)
		}
		if diff := cmp.Diff(fallen, w.Outcome(c.Application, outcome)); diff != "" {
			t.Errorf("%s: %s", outcome, diff)
		}
		want := map[string]string{c.First: "LAPSED", c.Second: "LAPSED", c.Waived: "EFFECTIVE", c.Free: "EFFECTIVE", w.ConditionOf(c.First): "NOT_MET",
			w.ConditionOf(c.Second): "NOT_MET", w.ConditionOf(c.Waived): "WAIVED", w.ConditionOf(c.Free): "NOT_MET"}
		for id, state := range want {
			if got := w.State(id); got != state {
				t.Errorf("%s: %s is %s, want %s", outcome, id, got, state)
			}
		}
		if left := w.LapseCascade(c.Application); len(left) > 0 {
			t.Errorf("%s: there is nothing left to lapse, yet %v", outcome, left)
		}
	}
}

// What was granted can fall: its own awards lapse, and what hangs on those.
func TestGrantedFalls(t *testing.T) {
	w := register.New(t)
	application := w.Application("P")
	own := w.Granted(application)
	effective := w.Granted(w.Application("Q"), register.OtherFinancing(own))
	waiting := w.Granted(w.Application("R"), register.OtherFinancing(own, w.Application("S")))
	lapse := []string{own, waiting}
	slices.Sort(lapse)
	if diff := cmp.Diff(lapse, w.LapseCascade(application)); diff != "" {
		t.Errorf("foretold: %s", diff)
	}
	if diff := cmp.Diff(lapse, w.Outcome(application, "WITHDRAWN")); diff != "" {
		t.Error(diff)
	}
	if got := w.State(effective); got != "EFFECTIVE" {
		t.Errorf("an award whose condition was met before is %s", got)
	}
}

func TestGrantedInTurn(t *testing.T) {
	w := register.New(t)
	c := w.Chain()
	risen := []string{c.First, c.Second}
	slices.Sort(risen)
	if diff := cmp.Diff(risen, w.Outcome(c.Application, "GRANTED")); diff != "" {
		t.Error(diff)
	}
	for id, state := range map[string]string{c.First: "EFFECTIVE", c.Second: "EFFECTIVE", w.ConditionOf(c.Second): "MET", w.ConditionOf(c.Free): "MET"} {
		if got := w.State(id); got != state {
			t.Errorf("%s is %s, want %s", id, got, state)
		}
	}
}

func TestGrantedInPartSettlesNothing(t *testing.T) {
	w := register.New(t)
	c := w.Chain()
	if moved := w.Outcome(c.Application, "PARTLY_GRANTED"); len(moved) > 0 {
		t.Errorf("%v moved", moved)
	}
	payload := w.Command("settleCondition", object{"id": w.ConditionOf(c.First), "status": "MET"}, "condition { status award { state } } awards { id }").Good()
	if diff := cmp.Diff(any(object{"status": "MET", "award": object{"state": "EFFECTIVE"}}), payload["condition"]); diff != "" {
		t.Error(diff)
	}
	risen := []string{c.First, c.Second}
	slices.Sort(risen)
	if diff := cmp.Diff(risen, register.IDs(payload["awards"])); diff != "" {
		t.Error(diff)
	}
}

// A decision has the same consequences as an outcome that is recorded without one.
func TestDecisionHasConsequences(t *testing.T) {
	w := register.New(t)
	c := w.Chain()
	fallen := w.LapseCascade(c.Application)
	payload := w.Command("recordDecision", object{"application": c.Application, "caseNumber": "C", "outcome": "REJECTED"}, "awards { id state }").Good()
	if diff := cmp.Diff(fallen, register.IDs(payload["awards"])); diff != "" || len(fallen) == 0 {
		t.Error(fallen, diff)
	}
}

// What follows, follows in what the coordinator may not see too, and the answer does not tell.
func TestHiddenAwardsFollow(t *testing.T) {
	w := register.New(t)
	application := w.Application("P")
	award := object{"recipient": w.Organisation("Firm"), "conditions": register.OtherFinancing(application)}
	payload := w.Command("recordDecision", object{"application": w.Application("Q"), "caseNumber": "C", "outcome": "GRANTED", "awards": award, "sensitivity": "RESTRICTED"},
		"decision { awards { id sensitivity conditions { sensitivity } } }").Good()
	hidden := register.At(payload, "decision", "awards", 0)
	if diff := cmp.Diff(any([]any{object{"sensitivity": "RESTRICTED"}}), register.At(hidden, "conditions")); diff != "" {
		t.Error(diff)
	}
	seen := w.As("COORDINATORS").Command("recordOutcome", object{"id": application, "outcome": "REJECTED"}, "awards { id } changes { subject { __typename } }").Good()
	subject := func(name string) any { return object{"subject": object{"__typename": name}} }
	want := object{"awards": []any{}, "changes": []any{subject("Document"), subject("Source"), subject("Application")}}
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Error(diff)
	}
	if got := w.State(register.At(hidden, "id").(string)); got != "LAPSED" {
		t.Errorf("the award that the coordinator cannot see is %s", got)
	}
}

func TestOutcomeRules(t *testing.T) {
	w := register.New(t)
	c := w.Chain()
	w.Outcome(c.Application, "REJECTED")
	w.Command("recordOutcome", object{"id": c.Application, "outcome": "GRANTED"}, "awards { id }").Fails("CONFLICT", "application-outcome", "input.outcome")
	w.Command("recordDecision", object{"application": c.Application, "caseNumber": "C", "outcome": "GRANTED"}, "awards { id }").Fails("CONFLICT", "application-outcome", "input.outcome")
	w.Command("settleCondition", object{"id": w.ConditionOf(c.First), "status": "WAIVED"}, "awards { id }").Fails("CONFLICT", "condition-settled", "input.status")
	w.Command("recordOutcome", object{"id": c.First, "outcome": "GRANTED"}, "awards { id }").Fails("NOT_FOUND", "", "input.id")
	w.Command("recordOutcome", object{"id": c.Application, "expectedVersion": 1, "outcome": "REJECTED"}, "awards { id }").Fails("CONFLICT", "", "input.expectedVersion")
}

// Of many who say at once that an application came to nothing, one is heard.
func TestOutcomesAtOnce(t *testing.T) {
	w := register.New(t)
	application := w.Application("P")
	award := w.Granted(w.Application("Q"), register.OtherFinancing(application))
	answers := register.AtOnce(func(client int) register.Answer {
		outcome := []string{"REJECTED", "WITHDRAWN"}[client%2]
		return w.Command("recordOutcome", object{"id": application, "outcome": outcome}, "awards { id }")
	})
	done := 0
	for _, a := range answers {
		if len(a.Errors) > 0 {
			a.Fails("CONFLICT", "application-outcome", "input.outcome")
			continue
		}
		done++
		if diff := cmp.Diff([]string{award}, register.IDs(a.Data["awards"])); diff != "" {
			t.Error(diff)
		}
	}
	if done != 1 {
		t.Errorf("%d outcomes were recorded, want one", done)
	}
}

// The same command under the same key is answered alike, and done once.
func TestOutcomeAgain(t *testing.T) {
	w := register.New(t)
	c := w.Chain()
	input := object{"id": c.Application, "outcome": "REJECTED", "idempotencyKey": "k"}
	first := w.Command("recordOutcome", input, "application { version } awards { id } changes { id }").Good()
	after := w.Dump()
	second := w.Command("recordOutcome", input, "application { version } awards { id } changes { id }").Good()
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(after, w.Dump()); diff != "" {
		t.Error(diff)
	}
}

// Nothing of a dry run is left, and it answers what would follow.
func TestOutcomeDryRun(t *testing.T) {
	w := register.New(t)
	c := w.Chain()
	before := w.Dump()
	payload := w.Command("recordOutcome", object{"id": c.Application, "outcome": "REJECTED", "dryRun": true}, "awards { id state }").Good()
	if diff := cmp.Diff(w.LapseCascade(c.Application), register.IDs(payload["awards"])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Error(diff)
	}
}
