package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckAdmission(t *testing.T) {
	for _, row := range []struct {
		asked Period
		held  []Period
		legal bool
		why   string
	}{
		{span("2024-01-01", ""), nil, true, "for the first time"},
		{span("2024-01-01", ""), []Period{span("2020-01-01", "2023-12-31")}, true, "again, the day after the last"},
		{span("2024-01-01", ""), []Period{span("2020-01-01", "2024-01-01")}, false, "one day is shared"},
		{span("2024-01-01", ""), []Period{span("2020-01-01", "")}, false, "it never left"},
		{span("2018-01-01", "2019-12-31"), []Period{span("2020-01-01", "")}, true, "a time before, told later"},
		{Period{}, []Period{span("2020-01-01", "2023-12-31")}, false, "on days that nobody knows: it may be the same membership"},
		{span("2024-01-01", ""), []Period{span("2018-01-01", "2019-12-31"), span("2023-01-01", "2024-06-30")}, false, "one of two is shared"},
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
