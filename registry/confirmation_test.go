package registry

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
)

func TestCheckPast(t *testing.T) {
	today := *day("2026-03-02")
	for _, row := range []struct {
		day   *Date
		legal bool
		why   string
	}{
		{day("2026-03-01"), true, "yesterday"},
		{day("2026-03-02"), true, "today"},
		{day("2026-03-03"), false, "tomorrow"},
		{nil, true, "nobody knows when"},
	} {
		checkRule(t, row.why, CheckPast(row.day, today), row.legal, fault.BadInput, RuleFuture)
	}
	now := today.In(time.UTC)
	checkRule(t, "now", CheckPastInstant(now, now), true, fault.BadInput, RuleFuture)
	checkRule(t, "in a second", CheckPastInstant(now.Add(time.Second), now), false, fault.BadInput, RuleFuture)
}

func TestCheckConfirmed(t *testing.T) {
	today := *day("2026-03-02")
	for _, row := range []struct {
		day    *Date
		period Period
		rule   string
		why    string
	}{
		{day("2026-03-02"), span("2026-03-02", ""), "", "on its first day, which is today"},
		{day("2024-05-31"), span("2023-05-01", "2024-05-31"), "", "on its last day"},
		{day("2024-06-01"), span("2023-05-01", "2024-05-31"), RuleOutsidePeriod, "the day after it ended"},
		{day("2023-04-30"), span("2023-05-01", ""), RuleOutsidePeriod, "the day before it began"},
		{day("2023-04-30"), Period{}, "", "nothing is known of its period"},
		{day("2026-03-03"), span("2023-05-01", ""), RuleFuture, "tomorrow"},
		{nil, span("2023-05-01", ""), "", "nobody has confirmed it"},
	} {
		checkRule(t, row.why, CheckConfirmed(row.day, row.period, today), row.rule == "", fault.BadInput, row.rule)
	}
}

func TestConfirmedToHold(t *testing.T) {
	recorded := *day("2026-03-02")
	for _, row := range []struct {
		on     *Date
		period Period
		ended  bool
		want   bool
		why    string
	}{
		{day("2026-03-02"), span("2023-05-01", ""), false, true, "it goes on"},
		{day("2023-04-30"), span("2023-05-01", ""), false, false, "before it began"},
		{day("2024-05-31"), span("2023-05-01", "2024-05-31"), true, true, "on its last day"},
		{day("2024-06-01"), span("2023-05-01", "2024-05-31"), true, false, "the day after it ended"},
		{day("2026-03-01"), span("2023-05-01", ""), true, true, "before its end was recorded"},
		{day("2026-03-02"), span("2023-05-01", ""), true, false, "when it had ended, nobody knows when"},
	} {
		if got := ConfirmedToHold(*row.on, row.period, row.ended, recorded); got != row.want {
			t.Errorf("%s: got %v, want %v", row.why, got, row.want)
		}
	}
}

func TestEndRelation(t *testing.T) {
	today := *day("2026-03-02")
	yesterday, tomorrow := day("2026-03-01"), day("2026-03-03")
	for _, row := range []struct {
		held, last *Date
		want       End
		why        string
	}{
		{nil, yesterday, End{Ended, EndKnown, yesterday}, "over since yesterday"},
		{nil, &today, End{Ended, EndKnown, &today}, "today is the last day"},
		{nil, tomorrow, End{Active, EndKnown, tomorrow}, "it holds until tomorrow"},
		{nil, nil, End{Ended, EndDateUnknown, nil}, "over, nobody knows since when"},
		{yesterday, nil, End{Ended, EndKnown, yesterday}, "its last day was known, and has come"},
		{tomorrow, nil, End{Ended, EndDateUnknown, nil}, "it has ended before the day that was planned"},
		{tomorrow, yesterday, End{Ended, EndKnown, yesterday}, "a day given is better than one held"},
	} {
		if diff := cmp.Diff(row.want, EndRelation(Active, row.held, row.last, today)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestEndOf(t *testing.T) {
	for _, row := range []struct {
		state RelationState
		last  *Date
		want  EndStatus
		why   string
	}{
		{Active, day("2027-12-31"), EndKnown, "it has a last day"},
		{Ended, nil, EndDateUnknown, "over, nobody knows since when"},
		{Active, nil, "", "whether it has an end is not known"},
	} {
		if got := EndOf(row.state, row.last); got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, got, row.want)
		}
	}
}

func TestDeniesAgain(t *testing.T) {
	at := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	earlier, later := at.Add(-time.Hour), at.Add(time.Hour)
	for _, row := range []struct {
		current      Confirmation
		currentAt    *time.Time
		before, says Confirmation
		at           time.Time
		again        bool
		why          string
	}{
		{PartyDenied, &at, PartyConfirmed, PartyDenied, later, true, "it had denied it already"},
		{PartyDenied, &at, PartyConfirmed, PartyDenied, at, true, "the same is told twice"},
		{PartyDenied, &at, PartyConfirmed, PartyDenied, earlier, false, "it had denied it earlier than was recorded"},
		{PartyDenied, nil, PartyConfirmed, PartyDenied, at, false, "since when was not known"},
		{PartyDenied, &at, PartyAsked, PartyDenied, later, false, "no confirmation would be lost"},
		{PartyDenied, &at, PartyConfirmed, PartyConfirmed, later, false, "it thinks again"},
		{PartyConfirmed, &at, PartyConfirmed, PartyDenied, later, false, "it denies it for the first time"},
		{PartyConfirmed, &at, PartyDenied, PartyConfirmed, later, false, "it confirms it anew: when it last did counts"},
	} {
		if got := DeniesAgain(row.current, row.currentAt, row.before, row.says, row.at); got != row.again {
			t.Errorf("%s: %t", row.why, got)
		}
	}
}

func TestCheckAnswer(t *testing.T) {
	at := func(text string) *time.Time { return new(day(text).In(time.UTC)) }
	for _, row := range []struct {
		held  Confirmation
		at    *time.Time
		says  Confirmation
		said  *time.Time
		legal bool
		why   string
	}{
		{PartyConfirmed, at("2024-01-02"), PartyDenied, at("2024-01-03"), true, "it has come to deny it"},
		{PartyConfirmed, at("2024-01-02"), PartyDenied, at("2024-01-01"), false, "it denied it before it confirmed it"},
		{PartyDenied, at("2024-01-02"), PartyConfirmed, at("2024-01-01"), false, "it confirmed it before it denied it"},
		{PartyConfirmed, at("2024-01-02"), PartyConfirmed, at("2024-01-01"), true, "the same, told with another day"},
		{PartyAsked, at("2024-01-02"), PartyDenied, at("2024-01-01"), true, "that it was asked is no answer"},
		{PartyConfirmed, nil, PartyDenied, at("2024-01-01"), true, "nobody knows when it confirmed it"},
	} {
		checkRule(t, row.why, CheckAnswer(row.held, row.at, row.says, *row.said), row.legal, fault.Conflict, RuleAnswerOrder)
	}
}
