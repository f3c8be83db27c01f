package ledger_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
	"partnernet/registry"
)

// everything is a telling with all that a telling can have.
func everything() ledger.Telling {
	p := project("p", map[string]any{"plannedFrom": day("2023-05-01"), "totalBudget": registry.Money{MinorUnits: 100, Currency: "SEK"}})
	p.Unknown = map[string]registry.Reason{"title": registry.NotInSource, "plannedTo": registry.SourcesDisagree, "programme": registry.NotInSource}
	p.Claims = []ledger.Claim{{Field: "plannedTo", Value: day("2024-05-31"), Locator: "row 3"}, {Field: "plannedTo", Value: day("2024-06-30"), Locator: "row 4"}}
	p.Links = map[string][]string{"areas": {"a"}, "objectives": {"s"}}
	o := organisation("o")
	o.Values["aliases"] = []string{"O", "Oh"}
	o.Links = map[string][]string{"unitOf": {"o2"}}
	o.Parts = map[string][]ledger.Part{"identifiers": {identifier("SE_ON", "5560912148")}, "location": {{Links: map[string][]string{"nuts": {"a"}}}}}
	return told("Anna", p, o, organisation("o2"), area("a"),
		ledger.Record{Type: "Objective", ID: "s", Values: map[string]any{"statement": "S"}},
		ledger.Record{Type: "Partnership", ID: "ps", Values: map[string]any{"type": "PROJECT", "state": "CLAIMED"},
			Parts: map[string][]ledger.Part{"parties": {party(1, "o"), party(2, "o2")}}})
}

func TestTellingTheSameAgainChangesNothing(t *testing.T) {
	b := open(t)
	first := b.tell(everything())
	before := b.dump()
	again := b.tell(everything())
	if diff := cmp.Diff(before, b.dump()); diff != "" {
		t.Error(diff)
	}
	if len(again.Created)+len(again.Changed)+len(again.Changes)+len(again.Disagreements) > 0 || !maps.Equal(again.Same, first.Created) {
		t.Errorf("told %+v at first, and then %+v", first, again)
	}
}

// A disagreement, too, is recorded once.
func TestDisagreeingAgainChangesNothing(t *testing.T) {
	b := open(t)
	b.tell(everything())
	other := told("Bo", project("p", map[string]any{"plannedFrom": day("2023-06-01"), "plannedTo": day("2024-07-31")}), programme("g"))
	other.Records[2].Links = map[string][]string{"programme": {"g"}}
	b.tell(other)
	before := b.dump()
	b.tell(other)
	b.tell(everything())
	if diff := cmp.Diff(before, b.dump()); diff != "" {
		t.Error(diff)
	}
}

// Another source that says the same is one more thing that the record rests on.
func TestAnotherSourceThatAgrees(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", project("p", nil)))
	outcome := b.tell(told("Bo", project("p", nil)))
	if got, want := b.ends("p", "HAS_SOURCE"), slices.Sorted(slices.Values([]string{sourceID("Anna"), sourceID("Bo")})); !cmp.Equal(got, want) {
		t.Errorf("the record rests on %v", got)
	}
	if len(b.claims("p")) > 0 || len(outcome.Disagreements) > 0 {
		t.Errorf("there is nothing to disagree about: %v, %+v", b.claims("p"), outcome)
	}
	if diff := cmp.Diff([]change{{"Anna", []string{"acronym:  -> Project p"}}, {"Bo", nil}}, b.changes("p"), compareChanges); diff != "" {
		t.Error(diff)
	}
}

// What a source does not mention stays, and what it adds is added.
func TestASourceAddsToWhatIsHeld(t *testing.T) {
	b := open(t)
	p := project("p", map[string]any{"title": "Long title"})
	p.Links = map[string][]string{"areas": {"a1"}}
	b.tell(told("Anna", p, area("a1"), area("a2")))
	b.tell(told("Bo", ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"summary": "Short"}, Links: map[string][]string{"areas": {"a2"}}}))
	stored := b.properties("p")
	if stored["title"] != "Long title" || stored["summary"] != "Short" || stored["acronym"] != "Project p" {
		t.Errorf("got %v", stored)
	}
	if diff := cmp.Diff([]string{"a1", "a2"}, b.ends("p", "IN_AREA")); diff != "" {
		t.Error(diff)
	}
}

// A value, a relation or a part that comes to be known is unknown no more.
func TestWhatComesToBeKnownIsUnknownNoMore(t *testing.T) {
	b := open(t)
	p, o := project("p", nil), organisation("o")
	p.Unknown = map[string]registry.Reason{"title": registry.NotInSource, "programme": registry.NotInSource, "totalBudget": registry.NotAsked}
	o.Unknown = map[string]registry.Reason{"location": registry.NotInSource, "identifiers": registry.NotInSource}
	silent := told("Anna", p, o)
	b.tell(silent)
	p2, o2 := project("p", map[string]any{"title": "T"}), organisation("o")
	p2.Links = map[string][]string{"programme": {"g"}}
	o2.Parts = map[string][]ledger.Part{"location": {{Values: map[string]any{"municipality": "Levanger"}}}}
	b.tell(told("Bo", p2, o2, programme("g")))
	b.tell(silent) // a source that does not tell them does not make them unknown again
	if diff := cmp.Diff([]any{"totalBudget:NOT_ASKED"}, b.properties("p")["unknown"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{"identifiers:NOT_IN_SOURCE"}, b.properties("o")["unknown"]); diff != "" {
		t.Error(diff)
	}
}
