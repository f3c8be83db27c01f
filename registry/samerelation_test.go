package registry

import "testing"

func TestSameRelation(t *testing.T) {
	told := func(from, to string, state RelationState) StatedRelation {
		return StatedRelation{span(from, to), state}
	}
	for _, row := range []struct {
		a, b StatedRelation
		same bool
		rule string
		why  string
	}{
		{told("2024-01-01", "", Active), told("2024-01-01", "", Active), true, "", "the same days"},
		{told("2024-01-01", "", Active), told("2025-01-01", "", Claimed), true, "", "days that may be shared"},
		{told("", "", Active), told("", "", Active), true, "", "no days known"},
		{told("2020-01-01", "2021-12-31", Ended), told("2021-01-01", "2022-12-31", Ended), true, "", "both over"},
		{told("2020-01-01", "2020-12-31", Ended), told("2022-01-01", "", Active), false, "", "one after the other"},
		{told("2020-01-01", "", Ended), told("2022-01-01", "", Active), false, "", "the one may have ended before the other began"},
		{told("2020-01-01", "2023-12-31", Ended), told("2022-01-01", "", Active), false, RuleContradicting, "over, and going on"},
	} {
		for _, pair := range [][2]StatedRelation{{row.a, row.b}, {row.b, row.a}} {
			same, err := SameRelation(pair[0], pair[1])
			if same != row.same || broken(err) != row.rule {
				t.Errorf("%s: got %v %v", row.why, same, err)
			}
		}
	}
}

func TestJointConfirmation(t *testing.T) {
	for _, row := range []struct {
		a, b, want Confirmation
		rule       string
	}{
		{PartyAsked, PartyNotAsked, PartyAsked, ""},
		{PartyAsked, PartyConfirmed, PartyConfirmed, ""},
		{PartyDenied, PartyAsked, PartyDenied, ""},
		{PartyConfirmed, PartyConfirmed, PartyConfirmed, ""},
		{PartyConfirmed, PartyDenied, "", RuleContradicting},
	} {
		for _, pair := range [][2]Confirmation{{row.a, row.b}, {row.b, row.a}} {
			got, err := JointConfirmation(pair[0], pair[1])
			if broken(err) != row.rule || row.rule == "" && got != row.want {
				t.Errorf("%s and %s: got %s, %v", pair[0], pair[1], got, err)
			}
		}
	}
}
