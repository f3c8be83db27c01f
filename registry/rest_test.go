package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckRests(t *testing.T) {
	since := day("2024-06-01")
	checkRule(t, "it rests since a day", CheckRests(Paused, "", since), true, fault.BadInput, RuleRests)
	checkRule(t, "nobody knows since when", CheckRests(Paused, "", nil), true, fault.BadInput, RuleRests)
	checkRule(t, "it does not rest", CheckRests(Active, "", nil), true, fault.BadInput, RuleRests)
	checkRule(t, "it does not rest, and has a day", CheckRests(Active, "", since), false, fault.BadInput, RuleRests)
	checkRule(t, "it rested when it ended", CheckRests(Ended, Paused, since), true, fault.BadInput, RuleRests)
	checkRule(t, "it did not rest when it ended", CheckRests(Ended, Active, since), false, fault.BadInput, RuleRests)
	checkRule(t, "nobody knows where it stood when it ended", CheckRests(Ended, "", since), false, fault.BadInput, RuleRests)
}

func TestCheckRestsFromToday(t *testing.T) {
	today := *day("2026-03-02")
	checkRule(t, "it is not over", CheckRestsFromToday(nil, today), true, fault.BadInput, RuleRests)
	checkRule(t, "today is its last day", CheckRestsFromToday(&today, today), true, fault.BadInput, RuleRests)
	checkRule(t, "it is over", CheckRestsFromToday(day("2026-03-01"), today), false, fault.BadInput, RuleRests)
}

func TestRestsFrom(t *testing.T) {
	for _, row := range []struct{ was, is, want RelationState }{
		{Active, Paused, Active}, {Claimed, Paused, Claimed}, {Paused, Paused, ""}, {Ended, Paused, ""}, {"", Paused, ""}, {Active, Claimed, ""},
	} {
		if got := RestsFrom(row.was, row.is); got != row.want {
			t.Errorf("%s and then %s: got %q, want %q", row.was, row.is, got, row.want)
		}
	}
}
