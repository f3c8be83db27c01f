package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
	"partnernet/registry"
)

// The earlier value stays, whatever kind of value it is; both are claims of those who told them.
func TestADifferentValueIsAClaimBesideTheHeldOne(t *testing.T) {
	b := open(t)
	for _, row := range []struct {
		kind, field  string
		first, other any
		held, told   string
		why          string
	}{
		{"Project", "title", "One", "Other", "One", "Other", "a text"},
		{"Project", "projectType", "PRE_STUDY", "SMALL_SCALE", "PRE_STUDY", "SMALL_SCALE", "one of an enumeration"},
		{"Project", "plannedTo", day("2024-05-31"), day("2024-06-30"), "2024-05-31", "2024-06-30", "a day"},
		{"Project", "totalBudget", registry.Money{MinorUnits: 100, Currency: "SEK"}, registry.Money{MinorUnits: 100, Currency: "NOK"}, "1.00 SEK", "1.00 NOK", "as much in another currency"},
		{"Award", "aidRate", "0.35", "0.5", "0.35", "0.5", "a decimal"},
		{"Organisation", "aliases", []string{"O"}, []string{"O", "Oh"}, "O", "O, Oh", "a list is one value"},
		{"Output", "plannedCount", 5, 6, "5", "6", "a number"},
	} {
		id := ledger.DerivedID(row.why)
		record := func(value any) ledger.Record {
			return whole(row.kind, id, map[string]any{row.field: value})
		}
		b.tell(told("Anna", organisation("o"), record(row.first)))
		before := b.properties(id)
		outcome := b.tell(told("Bo", record(row.other)))
		after := b.properties(id)
		for _, name := range []string{row.field, row.field + "MinorUnits", row.field + "Currency"} {
			if diff := cmp.Diff(before[name], after[name], compareDays); diff != "" {
				t.Errorf("%s: the held value did not stay: %s", row.why, diff)
			}
		}
		want := []string{"Anna: " + row.field + " = " + row.held, "Bo: " + row.field + " = " + row.told}
		if diff := cmp.Diff(want, b.claims(id)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
		told := []ledger.Disagreement{{Type: row.kind, ID: id, Field: row.field, Current: row.held, Given: row.told}}
		if diff := cmp.Diff(told, outcome.Disagreements); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// What breaks a rule is refused also where another value is held, of which it would be a claim.
func TestAValueThatBreaksARuleIsNoClaim(t *testing.T) {
	b := open(t)
	award := func(rate string) ledger.Record { return whole("Award", "a", map[string]any{"aidRate": rate}) }
	b.tell(told("Anna", organisation("o"), award("0.35")))
	if diff := cmp.Diff(map[string]string{"a": registry.RuleAidRate}, b.refused(told("Bo", award("1.5")))); diff != "" {
		t.Error(diff)
	}
}

func TestADifferentRelationIsAClaimBesideTheHeldOne(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", under("g"), programme("g"), programme("h")))
	outcome := b.tell(told("Bo", under("h")))
	if diff := cmp.Diff([]string{"g"}, b.ends("p", "FUNDED_UNDER")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Anna: programme = g", "Bo: programme = h"}, b.claims("p")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]ledger.Disagreement{{Type: "Project", ID: "p", Field: "programme", Current: "g", Given: "h"}}, outcome.Disagreements); diff != "" {
		t.Error(diff)
	}
}

// under gives a project under a programme.
func under(programme string) ledger.Record {
	p := project("p", nil)
	p.Links = map[string][]string{"programme": {programme}}
	return p
}

// A part of which another source tells another thing stays as it was, and both are claims. What it lacked is added.
func TestADifferentPartIsAClaimBesideTheHeldOne(t *testing.T) {
	b := open(t)
	seat := func(municipality, area string) ledger.Record {
		o := organisation("o")
		o.Parts = map[string][]ledger.Part{"location": {{Values: map[string]any{"municipality": municipality}, Links: map[string][]string{"nuts": {area}}}}}
		return o
	}
	b.tell(told("Anna", seat("Åre", "a1"), area("a1"), area("a2")))
	b.tell(told("Bo", seat("Åre", "a2")))
	b.tell(told("Cia", seat("Krokom", "a1")))
	got := b.texts("RETURN COLLECT { MATCH (:Record {id: $id})-[:HAS_LOCATION]->(l)-[:IN_AREA]->(a) RETURN l.municipality + ' in ' + a.id }", "o")
	if diff := cmp.Diff([]string{"Åre in a1"}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Anna: location = Åre, a1", "Bo: location = Åre, a2", "Cia: location = Krokom, a1"}, b.claims("o")); diff != "" {
		t.Error(diff)
	}
}

// Every source that has its say on a field on which sources disagree is heard, whether it agrees with the held value or not.
func TestAThirdSource(t *testing.T) {
	for _, row := range []struct {
		told string
		want []string
		why  string
	}{
		{"2024-05-31", []string{"Anna: plannedTo = 2024-05-31", "Bo: plannedTo = 2024-06-30"}, "the held value needs no further claim: the source is among the record's"},
		{"2024-06-30", []string{"Anna: plannedTo = 2024-05-31", "Bo: plannedTo = 2024-06-30", "Cia: plannedTo = 2024-06-30"}, "two against one, and still nobody has judged"},
		{"2024-07-31", []string{"Anna: plannedTo = 2024-05-31", "Bo: plannedTo = 2024-06-30", "Cia: plannedTo = 2024-07-31"}, "a third value"},
	} {
		b := open(t)
		for _, who := range []struct{ name, says string }{{"Anna", "2024-05-31"}, {"Bo", "2024-06-30"}, {"Cia", row.told}} {
			b.tell(told(who.name, project("p", map[string]any{"plannedTo": day(who.says)})))
		}
		if diff := cmp.Diff(storedDay("2024-05-31"), b.properties("p")["plannedTo"], compareDays); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
		if diff := cmp.Diff(row.want, b.claims("p")); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// A source that disagrees with itself gives no value, and no later one is preferred silently either.
func TestWhatASourceDisagreesWithItselfAboutStaysUnknown(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", split("2024-05-31", "2024-06-30")))
	b.tell(told("Bo", project("p", map[string]any{"plannedTo": day("2024-06-30")})))
	stored := b.properties("p")
	if stored["plannedTo"] != nil {
		t.Errorf("it became %v", stored["plannedTo"])
	}
	if diff := cmp.Diff([]any{"plannedTo:SOURCES_DISAGREE"}, stored["unknown"]); diff != "" {
		t.Error(diff)
	}
	want := []string{"Anna: plannedTo = 2024-05-31", "Anna: plannedTo = 2024-06-30", "Bo: plannedTo = 2024-06-30"}
	if diff := cmp.Diff(want, b.claims("p")); diff != "" {
		t.Error(diff)
	}
}

// split gives a project of which a source tells two last days.
func split(days ...string) ledger.Record {
	p := project("p", nil)
	p.Unknown = map[string]registry.Reason{"plannedTo": registry.SourcesDisagree}
	for _, text := range days {
		p.Claims = append(p.Claims, ledger.Claim{Field: "plannedTo", Value: day(text)})
	}
	return p
}

// A held value stays when a later source disagrees with itself about it, and is a claim of its own source then.
func TestAHeldValueStaysBesideASourceThatDisagreesWithItself(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", project("p", map[string]any{"plannedTo": day("2024-05-31")})))
	b.tell(told("Bo", split("2024-06-30", "2024-07-31")))
	stored := b.properties("p")
	if diff := cmp.Diff(storedDay("2024-05-31"), stored["plannedTo"], compareDays); diff != "" {
		t.Error(diff)
	}
	if unknown, _ := stored["unknown"].([]any); len(unknown) > 0 {
		t.Errorf("the value is known, and %v", unknown)
	}
	want := []string{"Anna: plannedTo = 2024-05-31", "Bo: plannedTo = 2024-06-30", "Bo: plannedTo = 2024-07-31"}
	if diff := cmp.Diff(want, b.claims("p")); diff != "" {
		t.Error(diff)
	}
}

// A claim says where in its source it stands, and so does what is held back because sources disagree already.
func TestAClaimSaysWhereItStands(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", split("2024-05-31", "2024-06-30")))
	b.tell(told("Bo", project("q", map[string]any{"title": "T"})))
	p, q := project("p", map[string]any{"plannedTo": day("2024-07-31")}), project("q", map[string]any{"title": "U"})
	p.Locators, q.Locators = map[string]string{"plannedTo": "row 3"}, map[string]string{"title": "rows 4, 5"}
	b.tell(told("Cia", p, q))
	for id, want := range map[string]string{"p": "row 3", "q": "rows 4, 5"} {
		got := b.read("MATCH (:Record {id: $id})-[:HAS_CLAIM]->(c:Claim)-[:HAS_SOURCE]->(:Source {id: $source}) RETURN c.locator", map[string]any{"id": id, "source": sourceID("Cia")})
		if got != want {
			t.Errorf("%s: %v, want %q", id, got, want)
		}
	}
}
