package commands_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outcome records what came of an application, and gives the ids of the awards whose state followed, in order.
func (w world) outcome(application, outcome string) []string {
	w.t.Helper()
	payload := w.command("recordOutcome", object{"id": application, "outcome": outcome}, "application { state } awards { id }").good()
	if got := at(payload, "application", "state"); got != outcome {
		w.t.Errorf("the application is %v, want %s", got, outcome)
	}
	return idsOf(payload["awards"])
}

// idsOf gives the ids of records, in order.
func idsOf(records any) []string {
	var ids []string
	for _, r := range records.([]any) {
		ids = append(ids, at(r, "id").(string))
	}
	slices.Sort(ids)
	return ids
}

// chain is an application with awards that hang on it in turn, and others that do not.
type chain struct{ application, first, second, waived, free string }

func (w world) chain() chain {
	application := w.application("Root")
	c := chain{application: application, first: w.granted(w.application("First"), financing(application))}
	c.second = w.granted(w.application("Second"), financing(c.first))
	c.waived = w.granted(w.application("Waived"), financing(application))
	c.free = w.granted(w.application("Free"), object{"type": "REPORTING", "dependsOn": c.first})
	w.command("settleCondition", object{"id": w.conditionOf(c.waived), "status": "WAIVED"}, "awards { state }").good()
	return c
}

func TestTurnedDown(t *testing.T) {
	for _, outcome := range []string{"REJECTED", "WITHDRAWN"} {
		w := newWorld(t)
		c := w.chain()
		fallen := []string{c.first, c.second}
		slices.Sort(fallen)
		if diff := cmp.Diff(fallen, w.foretold(c.application)); diff != "" {
			t.Errorf("%s, foretold: %s", outcome, diff)
		}
		if diff := cmp.Diff(fallen, w.outcome(c.application, outcome)); diff != "" {
			t.Errorf("%s: %s", outcome, diff)
		}
		want := map[string]string{c.first: "LAPSED", c.second: "LAPSED", c.waived: "EFFECTIVE", c.free: "EFFECTIVE", w.conditionOf(c.first): "NOT_MET",
			w.conditionOf(c.second): "NOT_MET", w.conditionOf(c.waived): "WAIVED", w.conditionOf(c.free): "NOT_MET"}
		for id, state := range want {
			if got := w.state(id); got != state {
				t.Errorf("%s: %s is %s, want %s", outcome, id, got, state)
			}
		}
		if left := w.foretold(c.application); len(left) > 0 {
			t.Errorf("%s: there is nothing left to lapse, yet %v", outcome, left)
		}
	}
}

// What was granted can fall: its own awards lapse, and what hangs on those.
func TestGrantedFalls(t *testing.T) {
	w := newWorld(t)
	application := w.application("P")
	own := w.granted(application)
	effective := w.granted(w.application("Q"), financing(own))
	waiting := w.granted(w.application("R"), financing(own, w.application("S")))
	lapse := []string{own, waiting}
	slices.Sort(lapse)
	if diff := cmp.Diff(lapse, w.foretold(application)); diff != "" {
		t.Errorf("foretold: %s", diff)
	}
	if diff := cmp.Diff(lapse, w.outcome(application, "WITHDRAWN")); diff != "" {
		t.Error(diff)
	}
	if got := w.state(effective); got != "EFFECTIVE" {
		t.Errorf("an award whose condition was met before is %s", got)
	}
}

func TestGrantedInTurn(t *testing.T) {
	w := newWorld(t)
	c := w.chain()
	risen := []string{c.first, c.second}
	slices.Sort(risen)
	if diff := cmp.Diff(risen, w.outcome(c.application, "GRANTED")); diff != "" {
		t.Error(diff)
	}
	for id, state := range map[string]string{c.first: "EFFECTIVE", c.second: "EFFECTIVE", w.conditionOf(c.second): "MET", w.conditionOf(c.free): "MET"} {
		if got := w.state(id); got != state {
			t.Errorf("%s is %s, want %s", id, got, state)
		}
	}
}

func TestGrantedInPartSettlesNothing(t *testing.T) {
	w := newWorld(t)
	c := w.chain()
	if moved := w.outcome(c.application, "PARTLY_GRANTED"); len(moved) > 0 {
		t.Errorf("%v moved", moved)
	}
	payload := w.command("settleCondition", object{"id": w.conditionOf(c.first), "status": "MET"}, "condition { status award { state } } awards { id }").good()
	if diff := cmp.Diff(any(object{"status": "MET", "award": object{"state": "EFFECTIVE"}}), payload["condition"]); diff != "" {
		t.Error(diff)
	}
	risen := []string{c.first, c.second}
	slices.Sort(risen)
	if diff := cmp.Diff(risen, idsOf(payload["awards"])); diff != "" {
		t.Error(diff)
	}
}

// A decision has the same consequences as an outcome that is recorded without one.
func TestDecisionHasConsequences(t *testing.T) {
	w := newWorld(t)
	c := w.chain()
	fallen := w.foretold(c.application)
	payload := w.command("recordDecision", object{"application": c.application, "caseNumber": "C", "outcome": "REJECTED"}, "awards { id state }").good()
	if diff := cmp.Diff(fallen, idsOf(payload["awards"])); diff != "" || len(fallen) == 0 {
		t.Error(fallen, diff)
	}
}

// What follows, follows in what the coordinator may not see too, and the answer does not tell.
func TestHiddenAwardsFollow(t *testing.T) {
	w := newWorld(t)
	application := w.application("P")
	award := object{"recipient": w.organisation("Firm"), "conditions": financing(application)}
	payload := w.command("recordDecision", object{"application": w.application("Q"), "caseNumber": "C", "outcome": "GRANTED", "awards": award, "sensitivity": "RESTRICTED"},
		"decision { awards { id sensitivity conditions { sensitivity } } }").good()
	hidden := at(payload, "decision", "awards", 0)
	if diff := cmp.Diff(any([]any{object{"sensitivity": "RESTRICTED"}}), at(hidden, "conditions")); diff != "" {
		t.Error(diff)
	}
	seen := w.as("COORDINATORS").command("recordOutcome", object{"id": application, "outcome": "REJECTED"}, "awards { id } changes { subject { __typename } }").good()
	subject := func(name string) any { return object{"subject": object{"__typename": name}} }
	want := object{"awards": []any{}, "changes": []any{subject("Document"), subject("Source"), subject("Application")}}
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Error(diff)
	}
	if got := w.state(at(hidden, "id").(string)); got != "LAPSED" {
		t.Errorf("the award that the coordinator cannot see is %s", got)
	}
}

func TestOutcomeRules(t *testing.T) {
	w := newWorld(t)
	c := w.chain()
	w.outcome(c.application, "REJECTED")
	w.command("recordOutcome", object{"id": c.application, "outcome": "GRANTED"}, "awards { id }").fails("CONFLICT", "application-outcome", "input.outcome")
	w.command("recordDecision", object{"application": c.application, "caseNumber": "C", "outcome": "GRANTED"}, "awards { id }").fails("CONFLICT", "application-outcome", "input.outcome")
	w.command("settleCondition", object{"id": w.conditionOf(c.first), "status": "WAIVED"}, "awards { id }").fails("CONFLICT", "condition-settled", "input.status")
	w.command("recordOutcome", object{"id": c.first, "outcome": "GRANTED"}, "awards { id }").fails("NOT_FOUND", "", "input.id")
	w.command("recordOutcome", object{"id": c.application, "expectedVersion": 1, "outcome": "REJECTED"}, "awards { id }").fails("CONFLICT", "", "input.expectedVersion")
}

// Of many who say at once that an application came to nothing, one is heard.
func TestOutcomesAtOnce(t *testing.T) {
	w := newWorld(t)
	application := w.application("P")
	award := w.granted(w.application("Q"), financing(application))
	answers := together(func(client int) answer {
		outcome := []string{"REJECTED", "WITHDRAWN"}[client%2]
		return w.command("recordOutcome", object{"id": application, "outcome": outcome}, "awards { id }")
	})
	done := 0
	for _, a := range answers {
		if len(a.Errors) > 0 {
			a.fails("CONFLICT", "application-outcome", "input.outcome")
			continue
		}
		done++
		if diff := cmp.Diff([]string{award}, idsOf(a.Data["awards"])); diff != "" {
			t.Error(diff)
		}
	}
	if done != 1 {
		t.Errorf("%d outcomes were recorded, want one", done)
	}
}

// The same command under the same key is answered alike, and done once.
func TestOutcomeAgain(t *testing.T) {
	w := newWorld(t)
	c := w.chain()
	input := object{"id": c.application, "outcome": "REJECTED", "idempotencyKey": "k"}
	first := w.command("recordOutcome", input, "application { version } awards { id } changes { id }").good()
	after := w.dump()
	second := w.command("recordOutcome", input, "application { version } awards { id } changes { id }").good()
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(after, w.dump()); diff != "" {
		t.Error(diff)
	}
}

// Nothing of a dry run is left, and it answers what would follow.
func TestOutcomeDryRun(t *testing.T) {
	w := newWorld(t)
	c := w.chain()
	before := w.dump()
	payload := w.command("recordOutcome", object{"id": c.application, "outcome": "REJECTED", "dryRun": true}, "awards { id state }").good()
	if diff := cmp.Diff(w.foretold(c.application), idsOf(payload["awards"])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Error(diff)
	}
}
