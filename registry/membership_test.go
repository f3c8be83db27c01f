package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckAdmission(t *testing.T) {
	span := func(first, last string) MembershipDays {
		return MembershipDays{Period: span(first, last), State: Active}
	}
	day := func(text string) *Date { return span(text, "").From }
	undated := func(first string, confirmed *Date) MembershipDays {
		return MembershipDays{Period: span(first, "").Period, State: Ended, Before: Active, LastConfirmed: confirmed}
	}
	proposed, declined := MembershipDays{Period: span("2024-01-01", "").Period, State: Proposed}, undated("2024-01-01", nil)
	declined.Before = Proposed
	written := func(d MembershipDays, on string) MembershipDays {
		d.Written = day(on)
		return d
	}
	for _, row := range []struct {
		asked MembershipDays
		held  []MembershipDays
		legal bool
		why   string
	}{
		{span("2024-01-01", ""), nil, true, "for the first time"},
		{span("2024-01-01", ""), []MembershipDays{span("2020-01-01", "2023-12-31")}, true, "again, the day after the last"},
		{span("2024-01-01", ""), []MembershipDays{span("2020-01-01", "2024-01-01")}, false, "one day is shared"},
		{span("2024-01-01", ""), []MembershipDays{span("2020-01-01", "")}, false, "it never left"},
		{span("2018-01-01", "2019-12-31"), []MembershipDays{span("2020-01-01", "")}, true, "a time before, told later"},
		{MembershipDays{State: Active}, []MembershipDays{span("2020-01-01", "2023-12-31")}, false, "on days that nobody knows: it may be the same membership"},
		{span("2024-01-01", ""), []MembershipDays{undated("2020-01-01", nil)}, true, "it has left, nobody knows when"},
		{span("2020-01-01", ""), []MembershipDays{undated("2020-01-01", nil)}, false, "it was a member on that first day"},
		{undated("2020-01-01", nil), []MembershipDays{span("2020-01-01", "")}, false, "the same, told the other way round"},
		{undated("2020-01-01", nil), []MembershipDays{undated("2020-01-01", nil)}, false, "both began on one day"},
		{span("2021-01-01", ""), []MembershipDays{undated("2020-01-01", day("2022-06-01"))}, false, "it was confirmed after that day"},
		{span("2021-01-01", ""), []MembershipDays{undated("", day("2022-06-01"))}, false, "it was confirmed after that day, and began nobody knows when"},
		{span("2023-01-01", ""), []MembershipDays{undated("2020-01-01", day("2022-06-01"))}, true, "it was last confirmed before"},
		{MembershipDays{State: Active}, []MembershipDays{undated("2020-01-01", nil)}, true, "nobody knows since when it is back"},
		{span("2020-01-01", ""), []MembershipDays{undated("", nil)}, true, "no day is known of the one that ended"},
		{span("2024-01-01", ""), []MembershipDays{written(undated("2027-05-01", nil), "2026-11-30")}, true, "it was called off before it began"},
		{written(undated("2027-05-01", nil), "2026-11-30"), []MembershipDays{span("2024-01-01", "")}, true, "the same, told the other way round"},
		{span("2026-11-30", ""), []MembershipDays{written(undated("2026-11-30", nil), "2026-11-30")}, true, "it was over on the day on which it would have begun"},
		{span("2026-11-29", ""), []MembershipDays{written(undated("2026-11-29", nil), "2026-11-30")}, false, "it was a member on the day before its end was recorded"},
		{span("2024-01-01", ""), []MembershipDays{{Period: span("2020-01-01", "").Period, State: Claimed, End: EndDateUnknown}}, true, "a list says that it has left, and not when"},
		{span("2024-01-01", ""), []MembershipDays{proposed}, false, "it is proposed: that one becomes it"},
		{proposed, []MembershipDays{span("2024-01-01", "")}, false, "nothing is proposed that is so"},
		{span("2024-01-01", ""), []MembershipDays{declined}, true, "what was only proposed never held"},
		{span("2024-01-01", ""), []MembershipDays{span("2018-01-01", "2019-12-31"), span("2023-01-01", "2024-06-30")}, false, "one of two is shared"},
	} {
		checkRule(t, row.why, CheckAdmission(row.asked, row.held), row.legal, fault.Conflict, RuleAdmittedAlready)
	}
}

func TestCheckOpenToMembers(t *testing.T) {
	for _, row := range []struct {
		lifecycle string
		legal     bool
		why       string
	}{
		{"PLANNED", true, "who intends to join is a member from the beginning"},
		{"FORMING", true, "it is being built"},
		{"ESTABLISHED", true, "it works"},
		{"DORMANT", true, "it rests"},
		{"MERGED", false, "its members are members of another"},
		{"CLOSED", false, "there is nothing to be a member of"},
	} {
		checkRule(t, row.why, CheckOpenToMembers(row.lifecycle), row.legal, fault.Conflict, RuleNetworkClosed)
	}
}

func TestCheckMember(t *testing.T) {
	checkRule(t, "another", CheckMember("network", "member"), true, fault.BadInput, RuleOwnMember)
	checkRule(t, "itself", CheckMember("network", "network"), false, fault.BadInput, RuleOwnMember)
}

func TestCheckNesting(t *testing.T) {
	always := Period{}
	for _, row := range []struct {
		asked NetworkMember
		held  []NetworkMember
		legal bool
		why   string
	}{
		{NetworkMember{"A", "B", always}, nil, true, "a member that has none"},
		{NetworkMember{"A", "B", always}, []NetworkMember{{"B", "C", always}, {"C", "D", always}}, true, "a member with members of its own"},
		{NetworkMember{"A", "B", always}, []NetworkMember{{"B", "A", always}}, false, "its own member's member"},
		{NetworkMember{"A", "B", always}, []NetworkMember{{"B", "C", always}, {"C", "A", always}}, false, "and so in turn"},
		{NetworkMember{"A", "B", span("2024-01-01", "")}, []NetworkMember{{"B", "A", span("2020-01-01", "2023-12-31")}}, true, "the other way round, before"},
		{NetworkMember{"A", "B", span("2024-01-01", "")}, []NetworkMember{{"B", "A", span("2020-01-01", "2024-01-01")}}, false, "the other way round, until that day"},
		{NetworkMember{"A", "B", always}, []NetworkMember{{"B", "C", always}, {"C", "B", always}}, true, "others in a circle that it is not in"},
		{NetworkMember{"A", "B", always}, []NetworkMember{{"A", "B", span("2020-01-01", "2020-12-31")}}, true, "the same member before"},
	} {
		checkRule(t, row.why, CheckNesting(row.asked, row.held), row.legal, fault.Conflict, RuleMemberCycle)
	}
}
