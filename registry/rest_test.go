package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckRests(t *testing.T) {
	checkRule(t, "it rests since a day", CheckRests(Paused, day("2024-06-01")), true, fault.BadInput, RuleRests)
	checkRule(t, "nobody knows since when", CheckRests(Paused, nil), true, fault.BadInput, RuleRests)
	checkRule(t, "it does not rest", CheckRests(Active, nil), true, fault.BadInput, RuleRests)
	checkRule(t, "it does not rest, and has a day", CheckRests(Active, day("2024-06-01")), false, fault.BadInput, RuleRests)
}

func TestCheckRestsFromToday(t *testing.T) {
	today := *day("2026-03-02")
	checkRule(t, "it is not over", CheckRestsFromToday(nil, today), true, fault.BadInput, RuleRests)
	checkRule(t, "today is its last day", CheckRestsFromToday(&today, today), true, fault.BadInput, RuleRests)
	checkRule(t, "it is over", CheckRestsFromToday(day("2026-03-01"), today), false, fault.BadInput, RuleRests)
}

func TestRestsFrom(t *testing.T) {
	for _, row := range []struct{ was, beforeEnd, is, want RelationState }{
		{Active, "", Paused, Active}, {Claimed, "", Paused, Claimed}, {Paused, "", Paused, ""}, {"", "", Paused, ""}, {Active, "", Claimed, ""},
		{Ended, "", Paused, ""}, {Ended, Active, Paused, Active}, {Ended, Paused, Paused, ""}, {Ended, Active, Claimed, ""},
	} {
		if got := RestsFrom(row.was, row.beforeEnd, row.is); got != row.want {
			t.Errorf("%s (%s) and then %s: got %q, want %q", row.was, row.beforeEnd, row.is, got, row.want)
		}
	}
}
