package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/ledger"
)

func TestADryRunWritesNothingAndSaysWhatItWould(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", project("p", map[string]any{"title": "T"})))
	before := b.dump()
	trial := told("Bo", project("p", map[string]any{"title": "Other"}), project("q", nil))
	trial.DryRun = true
	would := b.tell(trial)
	if diff := cmp.Diff(before, b.dump()); diff != "" {
		t.Errorf("something was written: %s", diff)
	}
	trial.DryRun = false
	does := b.tell(trial)
	if diff := cmp.Diff(counted(would), counted(does)); diff != "" {
		t.Errorf("it did something else than it said: %s", diff)
	}
	if would.Created["Project"] != 1 || len(would.Disagreements) != 1 {
		t.Errorf("it said %+v", would)
	}
}

// counted gives an outcome without the ids that are made anew each time.
func counted(o ledger.Outcome) ledger.Outcome {
	o.Changes = make([]string, len(o.Changes))
	return o
}

// What cannot be written leaves nothing of the telling behind, however much of it could have been.
func TestAFaultTakesEverythingBack(t *testing.T) {
	b := open(t)
	held := organisation("held")
	held.Parts = map[string][]ledger.Part{"identifiers": {identifier("SE_ON", "5560912148")}}
	b.tell(told("Anna", held, programme("g")))
	before := b.dump()
	for _, row := range []struct {
		record ledger.Record
		code   fault.Code
		why    string
	}{
		{ledger.Record{Type: "Organisation", ID: "o", Values: map[string]any{"legalName": "O"},
			Parts: map[string][]ledger.Part{"identifiers": {identifier("SE_ON", "5560912148")}}}, fault.Conflict, "an identifier that is another organisation's"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Links: map[string][]string{"programme": {"nowhere"}}},
			fault.BadInput, "a relation to a record that does not exist"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Links: map[string][]string{"objectives": {"nowhere"}}},
			fault.BadInput, "a relation from a record that does not exist"},
		{ledger.Record{Type: "Organisation", ID: "o", Values: map[string]any{"legalName": "O"},
			Parts: map[string][]ledger.Part{"location": {{Links: map[string][]string{"nuts": {"nowhere"}}}}}}, fault.BadInput, "a part that leads to a record that does not exist"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Links: map[string][]string{"programme": {"held"}}},
			fault.BadInput, "a relation to a record of another type"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Links: map[string][]string{"programme": {"g", "h"}}},
			fault.BadInput, "two records where there is room for one"},
		{ledger.Record{Type: "Project", ID: "held", Values: map[string]any{"acronym": "P"}}, fault.BadInput, "an id that is a record's of another type"},
		{ledger.Record{Type: "Project", ID: "q", Values: map[string]any{"acronym": "P"}}, fault.BadInput, "a record that is told twice at once"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"title": "T"}}, fault.BadInput, "a new record without a value that it must have"},
		{ledger.Record{Type: "Award", ID: "a", Values: map[string]any{"state": "CONDITIONAL"}}, fault.BadInput, "a new record without a relation that it must have"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P", "colour": "red"}}, fault.Internal, "a field that is none"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P", "durationMonths": 13}}, fault.Internal, "a field that is worked out"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P", "programme": "g"}}, fault.Internal, "a relation for a value"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": 'P'}}, fault.Internal, "a kind of value that is none"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Links: map[string][]string{"title": {"g"}}}, fault.Internal, "a value for a relation"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Parts: map[string][]ledger.Part{"title": {{}}}}, fault.Internal, "a value for a part"},
		{ledger.Record{Type: "Organisation", ID: "o", Values: map[string]any{"legalName": "O"}, Parts: map[string][]ledger.Part{"location": {{Values: map[string]any{"x": 1}}}}},
			fault.Internal, "a part's field that is none"},
		{ledger.Record{Type: "Organisation", ID: "o", Values: map[string]any{"legalName": "O"}, Parts: map[string][]ledger.Part{"location": {{Links: map[string][]string{"x": {"g"}}}}}},
			fault.Internal, "a part's relation that is none"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Claims: []ledger.Claim{{Field: "x", Value: 1}}}, fault.Internal, "a claim about a field that is none"},
		{ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"acronym": "P"}, Claims: []ledger.Claim{{Field: "x", Value: "y"}}}, fault.Internal, "a claim in words about a field that is none"},
		{ledger.Record{Type: "Partnership", ID: "ps", Values: map[string]any{"type": "PROJECT", "state": "CLAIMED"}, Parts: map[string][]ledger.Part{
			"parties": {{Key: map[string]any{"position": 1}, Values: map[string]any{"position": 1}, Links: map[string][]string{"party": {"held"}}}}}},
			fault.BadInput, "a new part without a value that it must have"},
		{ledger.Record{Type: "Location", ID: "l"}, fault.Internal, "a part for a record"},
		{ledger.Record{Type: "Thing", ID: "t"}, fault.Internal, "a type that is none"},
	} {
		_, err := b.Tell(t.Context(), told("Bo", project("q", nil), programme("h"), row.record))
		if err == nil || fault.CodeOf(err) != row.code {
			t.Errorf("%s: got %v, want %s", row.why, err, row.code)
		}
		if diff := cmp.Diff(before, b.dump()); diff != "" {
			t.Errorf("%s: something was written: %s", row.why, diff)
		}
	}
}

// A telling whose source is not there rests on nothing.
func TestATellingNeedsItsSource(t *testing.T) {
	b := open(t)
	before := b.dump()
	for _, source := range []string{"", "nowhere"} {
		telling := ledger.Telling{Source: source, Records: []ledger.Record{project("p", nil)}}
		if _, err := b.Tell(t.Context(), telling); err == nil {
			t.Errorf("it was recorded on the source %q", source)
		}
	}
	if diff := cmp.Diff(before, b.dump()); diff != "" {
		t.Error(diff)
	}
}
