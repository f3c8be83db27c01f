package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"partnernet/ledger"
	"partnernet/registry"
)

var compareChanges = cmp.Options{cmp.AllowUnexported(change{}), cmpopts.EquateEmpty()}

// Each record that is written has one change that says what was before and after, and on whose word.
func TestEachWritingLeavesAChange(t *testing.T) {
	b := open(t)
	p := project("p", map[string]any{"plannedFrom": day("2023-05-01"), "totalBudget": registry.Money{MinorUnits: 36206000, Currency: "SEK"}})
	outcome := b.tell(told("Anna", p, organisation("o")))
	b.tell(told("Bo", project("p", map[string]any{"title": "T"})))
	want := []change{
		{"Anna", []string{"acronym:  -> Project p", "plannedFrom:  -> 2023-05-01", "totalBudget:  -> 362060.00 SEK"}},
		{"Bo", []string{"title:  -> T"}},
	}
	if diff := cmp.Diff(want, b.changes("p"), compareChanges); diff != "" {
		t.Error(diff)
	}
	written := 0
	for _, n := range outcome.Created {
		written += n
	}
	if len(outcome.Changes) != written || len(b.changes("o")) != 1 {
		t.Errorf("%d records were written with %d changes", written, len(outcome.Changes))
	}
}

func TestWhoDidWhatAndWhen(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", project("p", nil)))
	got := b.read(`MATCH (r:Record {id: 'p'})<-[:CHANGED]-(c:Change)
RETURN [c.actor, c.action, c.at = r.createdAt, c.at = r.updatedAt, c.createdAt = c.at, c.version, r.version]`, nil)
	if diff := cmp.Diff([]any{"a tester", "tell", true, true, true, int64(1), int64(1)}, got); diff != "" {
		t.Errorf("actor, action, at what time, versions: %s", diff)
	}
	b.tell(told("Bo", project("p", map[string]any{"title": "T"})))
	got = b.read(`MATCH (r:Record {id: 'p'})<-[:CHANGED]-(c:Change)
WITH r, c ORDER BY c.position DESC LIMIT 1
RETURN [r.version, c.at = r.updatedAt, r.createdAt < r.updatedAt]`, nil)
	if diff := cmp.Diff([]any{int64(2), true, true}, got); diff != "" {
		t.Errorf("the second time: %s", diff)
	}
}

// Changes are counted without gaps, so that who reads on from one position misses none.
func TestChangesAreCountedWithoutGaps(t *testing.T) {
	b := open(t)
	b.tell(everything())
	b.tell(everything())
	dry := told("Bo", project("dry", nil))
	dry.DryRun = true
	b.tell(dry)
	b.tell(told("Cia", project("p", map[string]any{"title": "T"})))
	got := b.read(`RETURN COLLECT { MATCH (c:Change) RETURN c.position ORDER BY c.position }
  = range(1, COUNT { (:Change) })`, nil)
	if got != true {
		t.Error("there are gaps")
	}
}

// A relation and a part that a record is given are changes of it, whichever way the relation points.
func TestRelationsAndPartsAreChanges(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", project("p", nil), organisation("o"), organisation("o2"), programme("g"), area("a"),
		ledger.Record{Type: "Objective", ID: "s", Values: map[string]any{"statement": "S"}}))
	for _, row := range []struct {
		record ledger.Record
		want   []string
		why    string
	}{
		{ledger.Record{Type: "Project", ID: "p", Links: map[string][]string{"programme": {"g"}}}, []string{"programme:  -> g"}, "to one"},
		{ledger.Record{Type: "Project", ID: "p", Links: map[string][]string{"areas": {"a"}}}, []string{"areas:  -> a"}, "to several"},
		{ledger.Record{Type: "Project", ID: "p", Links: map[string][]string{"objectives": {"s"}}}, []string{"objectives:  -> s"}, "from the other end"},
		{ledger.Record{Type: "Organisation", ID: "o", Parts: map[string][]ledger.Part{"identifiers": {identifier("SE_ON", "5560912148")}}},
			[]string{"identifiers:  -> SE_ON, 5560912148"}, "an identifier"},
		{ledger.Record{Type: "Organisation", ID: "o", Parts: map[string][]ledger.Part{"location": {{Links: map[string][]string{"nuts": {"a"}}}}}},
			[]string{"location:  -> a"}, "a location that is only an area"},
		{ledger.Record{Type: "Organisation", ID: "o", Parts: map[string][]ledger.Part{"location": {{Values: map[string]any{"municipality": "Åre"}}}}},
			[]string{"location: a -> Åre, a"}, "more of the location"},
	} {
		before := b.properties(row.record.ID)["version"].(int64)
		b.tell(told("Anna", row.record))
		all := b.changes(row.record.ID)
		if diff := cmp.Diff(row.want, all[len(all)-1].fields); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
		if after := b.properties(row.record.ID)["version"]; after != before+1 {
			t.Errorf("%s: version %d became %d", row.why, before, after)
		}
	}
}

// What changed in a record is not for those who may not see the record.
func TestAChangeIsAsSensitiveAsItsRecord(t *testing.T) {
	b := open(t)
	p := project("p", nil)
	p.Audience = registry.ForNobody
	b.tell(told("Anna", p))
	b.tell(told("Bo", project("p", map[string]any{"title": "T"})))
	got := b.texts("RETURN COLLECT { MATCH (:Record {id: $id})<-[:CHANGED]-(c:Change) RETURN toString(c.audience) ORDER BY c.position }", "p")
	if diff := cmp.Diff([]string{"3", "3"}, got); diff != "" {
		t.Error(diff)
	}
	if b.properties("p")["audience"] != int64(3) || b.properties(sourceID("Anna"))["audience"] != int64(0) {
		t.Error("a source cannot open what is closed, nor close what is open")
	}
}

// A coordinator's word takes the place of what was held.
func TestAnOverwritingTellingTakesThePlace(t *testing.T) {
	b := open(t)
	p := project("p", map[string]any{"title": "T", "plannedTo": day("2024-05-31"), "totalBudget": registry.Money{MinorUnits: 1, Currency: "SEK"}})
	p.Links = map[string][]string{"programme": {"g"}}
	b.tell(told("Anna", p, programme("g"), programme("h")))
	correction := told("Bo", ledger.Record{Type: "Project", ID: "p", Values: map[string]any{"title": nil, "plannedTo": day("2024-06-30"), "totalBudget": nil},
		Unknown: map[string]registry.Reason{"title": registry.Withheld}, Links: map[string][]string{"programme": {"h"}}})
	correction.Overwrites = true
	b.tell(correction)
	stored := b.properties("p")
	if diff := cmp.Diff(storedDay("2024-06-30"), stored["plannedTo"], compareDays); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"title", "totalBudgetMinorUnits", "totalBudgetCurrency"} {
		if value, held := stored[name]; held {
			t.Errorf("%s is still %v", name, value)
		}
	}
	if diff := cmp.Diff([]any{"title:WITHHELD"}, stored["unknown"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"h"}, b.ends("p", "FUNDED_UNDER")); diff != "" {
		t.Error(diff)
	}
	want := []string{"plannedTo: 2024-05-31 -> 2024-06-30", "title: T -> ", "totalBudget: 0.01 SEK -> ", "programme: g -> h"}
	if diff := cmp.Diff(want, b.changes("p")[1].fields); diff != "" {
		t.Error(diff)
	}
	if len(b.claims("p")) > 0 {
		t.Errorf("a correction is no disagreement: %v", b.claims("p"))
	}
}

// What a command says in its own words of a part or a relation is said once.
func TestACommandsOwnWordsStandInTheChange(t *testing.T) {
	b := open(t)
	o := organisation("o")
	o.Parts = map[string][]ledger.Part{"identifiers": {identifier("SE_ON", "5560912148")}}
	o.Noted = []ledger.FieldChange{{Name: "identifiers", Before: "none", After: "the Swedish one"}, {Name: "units", After: "another"}}
	b.tell(told("Anna", o))
	want := []change{{"Anna", []string{"legalName:  -> Organisation o", "identifiers: none -> the Swedish one", "units:  -> another"}}}
	if diff := cmp.Diff(want, b.changes("o"), compareChanges); diff != "" {
		t.Error(diff)
	}
}
