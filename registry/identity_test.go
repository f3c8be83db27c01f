package registry

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
)

func TestCompareBodies(t *testing.T) {
	swedish, norwegian := Identifier{SwedishNumber, "2321000214"}, Identifier{NorwegianNumber, "974760673"}
	another := Identifier{SwedishNumber, "5560912148"}
	named := func(name, country string, numbers ...Identifier) Body {
		return Body{Name: name, Country: country, Numbers: numbers}
	}
	at := func(b Body, place string) Body { b.Places = []string{place}; return b }
	for _, row := range []struct {
		a, b    Body
		score   float64
		reasons []LikenessReason
		why     string
	}{
		{named("Firm AB", "SE"), named("Firm", ""), 0.9, []LikenessReason{SameName}, "the legal form left out"},
		{named("Lysekil kommun", ""), named("Lysekils kommun", ""), 0.7, []LikenessReason{SimilarName}, "a genitive"},
		{named("Firm AB", "SE"), named("Firm AS", "NO"), 0.45, []LikenessReason{SameName}, "two countries: rather a sister company"},
		{at(named("Firm AB", "SE"), "are"), at(named("Firm", "SE"), "are"), 0.95, []LikenessReason{SameName, SamePlace}, "in one place as well"},
		{at(named("Firm", "SE"), "are"), at(named("Farm", "SE"), "are"), 0, nil, "a place alone is shared by many"},
		{at(named("Firm", "SE"), ""), at(named("Firm", "SE"), ""), 0.95, []LikenessReason{SameName}, "places that nobody knows are not the same"},
		{named("Firm", "", swedish), named("Other", "", Identifier{OtherScheme, "SE232100021401"}), 0.97, []LikenessReason{SameNumber}, "a VAT number"},
		{named("Firm", "", norwegian), named("Firm", "", Identifier{OtherScheme, "NO 974 760 673 MVA"}), 0.97, []LikenessReason{SameNumber, SameName}, "both agree"},
		{named("Firm", "SE", swedish), named("Firm", "SE", another), 0, nil, "the register has numbered two"},
		{named("Firm", "SE", swedish), named("Firm", "SE", norwegian), 0.95, []LikenessReason{SameName}, "two registers may number one body"},
		{named("–", ""), named("–", ""), 0, nil, "nothing to compare"},
	} {
		for _, pair := range [][2]Body{{row.a, row.b}, {row.b, row.a}} {
			got, alike := CompareBodies(pair[0], pair[1])
			if diff := cmp.Diff(Compared{row.score, row.reasons}, got); diff != "" || alike != (row.reasons != nil) {
				t.Errorf("%s: %v %s", row.why, alike, diff)
			}
		}
	}
}

func TestNameHeld(t *testing.T) {
	on := func(text string) *Date { return span(text, "").From }
	for _, row := range []struct {
		earlier []Period
		on      *Date
		want    Period
		rule    string
		why     string
	}{
		{nil, nil, Period{}, "", "nobody knows when"},
		{nil, on("2024-03-01"), span("", "2024-02-29"), "", "it held until the day before"},
		{[]Period{span("", "2020-12-31"), span("", "2010-12-31")}, on("2024-01-01"), span("2021-01-01", "2023-12-31"), "", "it began when the last one ended"},
		{[]Period{span("", "")}, on("2024-01-01"), span("", "2023-12-31"), "", "when the last one ended is not known"},
		{[]Period{span("", "2023-12-31")}, on("2024-01-01"), span("2024-01-01", "2023-12-31"), RuleNameOrder, "it would not have held a day"},
		{[]Period{span("", "2023-12-31")}, nil, span("2024-01-01", ""), "", "when it ended is not known"},
	} {
		got, err := NamePeriod(row.earlier, row.on)
		if diff := cmp.Diff(row.want, got); diff != "" || broken(err) != row.rule {
			t.Errorf("%s: %q %s", row.why, broken(err), diff)
		}
	}
}

func TestCheckJudged(t *testing.T) {
	checkRule(t, "two", CheckJudged("a", "b"), true, fault.BadInput, RuleIdentity)
	checkRule(t, "itself", CheckJudged("a", "a"), false, fault.BadInput, RuleIdentity)
}

func TestCheckStands(t *testing.T) {
	for _, row := range []struct {
		state RelationState
		says  []Confirmation
		legal bool
		why   string
	}{
		{Active, []Confirmation{PartyConfirmed, PartyConfirmed}, true, "everybody says so"},
		{Active, []Confirmation{PartyConfirmed, PartyAsked}, false, "one has taken back its word"},
		{Proposed, []Confirmation{PartyConfirmed, PartyConfirmed}, false, "everybody says so by now"},
		{Disputed, []Confirmation{PartyDenied, PartyConfirmed}, true, "one denies it"},
		{Claimed, []Confirmation{PartyDenied, PartyConfirmed}, false, "one denies it, and it is not disputed"},
		{Ended, []Confirmation{PartyAsked, PartyAsked}, true, "what is over stays over"},
	} {
		checkRule(t, row.why, CheckStands(row.state, row.says), row.legal, fault.Conflict, RuleStands)
	}
}

func TestCheckSubmission(t *testing.T) {
	for _, row := range []struct {
		held, told ApplicationState
		legal      bool
		why        string
	}{
		{ApplicationDraft, ApplicationApplied, true, "it is submitted"},
		{ApplicationApplied, ApplicationDraft, true, "it was not submitted after all"},
		{ApplicationGranted, ApplicationGranted, true, "it is not asked about"},
		{ApplicationGranted, ApplicationApplied, false, "it has been decided"},
		{ApplicationWithdrawn, ApplicationDraft, false, "a new attempt is a new application"},
	} {
		checkRule(t, row.why, CheckSubmission(row.held, row.told), row.legal, fault.Conflict, RuleOutcome)
	}
}

func TestPaidWithinTheAward(t *testing.T) {
	hundred := func(n int64) *Money { return &Money{MinorUnits: n, Currency: "SEK"} }
	for _, row := range []struct {
		held PaidAward
		rule string
		why  string
	}{
		{PaidAward{Cap: hundred(100), Paid: hundred(100)}, "", "all of it"},
		{PaidAward{Cap: hundred(100)}, "", "nothing yet"},
		{PaidAward{Paid: hundred(100)}, "", "the cap is not known"},
		{PaidAward{Cap: hundred(100), Paid: hundred(101)}, RuleCap, "more than the award"},
		{PaidAward{Cap: hundred(100), Paid: hundred(-1)}, RuleRecovered, "more came back than went out"},
	} {
		if got := broken(row.held.Check()); got != row.rule {
			t.Errorf("%s: got %q, want %q", row.why, got, row.rule)
		}
	}
}

func TestCheckUnit(t *testing.T) {
	checkRule(t, "of another", CheckUnit("A", []string{"B", "C"}), true, fault.Conflict, RuleUnitCycle)
	checkRule(t, "of none", CheckUnit("A", nil), true, fault.Conflict, RuleUnitCycle)
	checkRule(t, "of itself", CheckUnit("A", []string{"A"}), false, fault.Conflict, RuleUnitCycle)
	checkRule(t, "of its own unit", CheckUnit("A", []string{"B", "A"}), false, fault.Conflict, RuleUnitCycle)
}
