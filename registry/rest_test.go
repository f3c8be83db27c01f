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

func TestRestsFrom(t *testing.T) {
	for _, row := range []struct{ was, is, want RelationState }{
		{Active, Paused, Active}, {Claimed, Paused, Claimed}, {Paused, Paused, ""}, {Ended, Paused, ""}, {"", Paused, ""}, {Active, Claimed, ""},
	} {
		if got := RestsFrom(row.was, row.is); got != row.want {
			t.Errorf("%s and then %s: got %q, want %q", row.was, row.is, got, row.want)
		}
	}
}
