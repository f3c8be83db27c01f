package registry

import (
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"partnernet/fault"
)

func TestRulesOfSuccessions(t *testing.T) {
	one, two := []string{"a"}, []string{"b", "c"}
	for _, row := range []struct {
		kind     SuccessionKind
		from, to []string
		legal    bool
	}{
		{Merger, two, one, true}, {Merger, one, []string{"b"}, false}, {Takeover, two, one, true}, {Takeover, one, []string{"b"}, true}, {Takeover, one, two, false},
		{Split, one, two, true}, {Split, two, one, false}, {Replacement, one, []string{"b"}, true}, {Merger, []string{"b", "b"}, one, false},
		{Merger, nil, one, false}, {"OTHER", one, two, false},
	} {
		checkRule(t, string(row.kind), CheckSuccession(row.kind, row.from, row.to), row.legal, fault.BadInput, RuleSuccession)
	}
	day := civil.Date{Year: 2026, Month: time.March, Day: 2}
	before, after := []Date{day.AddDays(-1)}, []Date{day.AddDays(1)}
	checkRule(t, "in order", CheckSuccessionOrder(&day, before, after), true, fault.BadInput, RuleSuccessionOrder)
	checkRule(t, "a predecessor came later", CheckSuccessionOrder(&day, after, nil), false, fault.BadInput, RuleSuccessionOrder)
	checkRule(t, "a successor ended earlier", CheckSuccessionOrder(&day, nil, before), false, fault.BadInput, RuleSuccessionOrder)
	checkRule(t, "on a day nobody knows", CheckSuccessionOrder(nil, after, before), true, fault.BadInput, RuleSuccessionOrder)
	checkRule(t, "ends once", CheckSucceeded(nil), true, fault.Conflict, RuleSucceeded)
	checkRule(t, "ended already", CheckSucceeded(one), false, fault.Conflict, RuleSucceeded)
	checkRule(t, "comes after", CheckSuccessionCycle(false), true, fault.Conflict, RuleSuccessionCycle)
	checkRule(t, "comes before what it came of", CheckSuccessionCycle(true), false, fault.Conflict, RuleSuccessionCycle)
}
