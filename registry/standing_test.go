package registry

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
)

var standingDay = *day("2026-03-02")

func TestHolding(t *testing.T) {
	for _, row := range []struct {
		asked   Period
		bounded bool
		want    Period
		why     string
	}{
		{Period{}, true, span("2026-03-02", "2027-03-01"), "nothing is said: from today, for a year"},
		{span("2025-06-01", ""), true, span("2025-06-01", "2026-05-31"), "a year from its first day"},
		{span("2024-02-29", ""), true, span("2024-02-29", "2025-02-28"), "a leap day comes back a day before the first of March"},
		{span("2025-06-01", "2025-12-31"), true, span("2025-06-01", "2025-12-31"), "all is said"},
		{Period{}, false, span("2026-03-02", ""), "nobody knows until when"},
	} {
		if diff := cmp.Diff(row.want, Holding(row.asked, row.bounded, standingDay)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestCheckClosing(t *testing.T) {
	for _, row := range []struct {
		held   Standing
		period Period
		on     string
		code   fault.Code
		rule   string
		why    string
	}{
		{StandingOpen, span("2026-01-01", "2026-12-31"), "2026-03-02", "", "", "today"},
		{StandingOpen, span("2025-01-01", "2025-12-31"), "2026-03-02", "", "", "it has expired, and is met after all"},
		{StandingPaused, Period{}, "2026-03-01", "", "", "an offer that rests is withdrawn"},
		{StandingMet, Period{}, "2026-03-02", fault.Conflict, RuleClosed, "it is met already"},
		{StandingWithdrawn, Period{}, "2026-03-02", fault.Conflict, RuleClosed, "it is withdrawn already"},
		{StandingOpen, Period{}, "2026-03-03", fault.BadInput, RuleFuture, "tomorrow has not come"},
		{StandingOpen, span("2026-03-02", ""), "2026-03-01", fault.BadInput, RulePeriod, "before it was there"},
	} {
		checkRule(t, row.why, CheckClosing(row.held, row.period, *day(row.on), standingDay), row.rule == "", row.code, row.rule)
	}
}

func TestCheckLapse(t *testing.T) {
	for _, row := range []struct {
		period Period
		last   string
		code   fault.Code
		rule   string
		why    string
	}{
		{span("2026-01-01", "2026-12-31"), "2026-03-01", "", "", "earlier than thought"},
		{span("2026-01-01", ""), "2026-03-01", "", "", "nobody knew until when"},
		{span("2026-01-01", "2026-03-01"), "2026-03-01", "", "", "on the day it was to end anyway"},
		{span("2026-01-01", "2026-02-28"), "2026-03-01", fault.Conflict, RuleClosed, "it was over before"},
		{span("2026-03-02", ""), "2026-03-01", fault.BadInput, RulePeriod, "it would never have held"},
	} {
		checkRule(t, row.why, CheckLapse(row.period, *day(row.last)), row.rule == "", row.code, row.rule)
	}
}

func TestCheckRenewal(t *testing.T) {
	for _, row := range []struct {
		held  Standing
		last  string
		asked string
		code  fault.Code
		rule  string
		why   string
	}{
		{StandingOpen, "2026-06-30", "2027-06-30", "", "", "a year more"},
		{StandingOpen, "2026-01-31", "2026-03-02", "", "", "it has expired, and holds for today"},
		{StandingPaused, "2026-06-30", "2027-06-30", "", "", "it rests, and is still meant"},
		{StandingOpen, "", "2026-06-30", "", "", "nobody knew until when"},
		{StandingMet, "2026-06-30", "2027-06-30", fault.Conflict, RuleClosed, "what is met is over"},
		{StandingWithdrawn, "2026-06-30", "2027-06-30", fault.Conflict, RuleClosed, "what is withdrawn is over"},
		{StandingOpen, "2026-01-31", "2026-03-01", fault.BadInput, RuleRenewal, "until yesterday says nothing of today"},
		{StandingOpen, "2026-06-30", "2026-06-30", fault.BadInput, RuleRenewal, "it holds that long already"},
		{StandingOpen, "2026-06-30", "2026-06-01", fault.BadInput, RuleRenewal, "that would shorten it"},
	} {
		var last *Date
		if row.last != "" {
			last = day(row.last)
		}
		checkRule(t, row.why, CheckRenewal(row.held, last, *day(row.asked), standingDay), row.rule == "", row.code, row.rule)
	}
}

func TestCheckOpen(t *testing.T) {
	for _, row := range []struct {
		held   Standing
		period Period
		legal  bool
		why    string
	}{
		{StandingOpen, span("2026-03-02", "2026-03-02"), true, "on its only day"},
		{StandingOpen, Period{}, true, "nothing is known of its days"},
		{StandingOpen, span("", "2026-03-01"), false, "it expired yesterday"},
		{StandingOpen, span("2026-03-03", ""), false, "it begins tomorrow"},
		{StandingPaused, Period{}, false, "it rests"},
		{StandingMet, Period{}, false, "it is met"},
		{StandingWithdrawn, Period{}, false, "it is withdrawn"},
	} {
		checkRule(t, row.why, CheckOpen(row.held, row.period, standingDay), row.legal, fault.Conflict, RuleOpen)
	}
}

func TestCheckPause(t *testing.T) {
	for _, row := range []struct {
		held, next Standing
		legal      bool
		why        string
	}{
		{StandingOpen, StandingPaused, true, "it rests"},
		{StandingPaused, StandingOpen, true, "it can be taken up again"},
		{StandingPaused, StandingPaused, false, "it rests already"},
		{StandingOpen, StandingOpen, false, "it does not rest"},
		{StandingWithdrawn, StandingPaused, false, "what is gone does not rest"},
		{StandingWithdrawn, StandingOpen, false, "what is gone does not come back"},
	} {
		checkRule(t, row.why, CheckPause(row.held, row.next), row.legal, fault.Conflict, RulePaused)
	}
}

func TestCheckExpiry(t *testing.T) {
	checkRule(t, "its last day tells it", CheckExpiry(StandingExpired), false, fault.BadInput, RuleExpired)
	checkRule(t, "open", CheckExpiry(StandingOpen), true, fault.BadInput, RuleExpired)
	checkRule(t, "withdrawn", CheckExpiry(StandingWithdrawn), true, fault.BadInput, RuleExpired)
}

func TestCheckSince(t *testing.T) {
	checkRule(t, "open", CheckSince(StandingOpen, nil), true, fault.BadInput, RuleSince)
	checkRule(t, "open, and since a day something else", CheckSince(StandingOpen, &standingDay), false, fault.BadInput, RuleSince)
	checkRule(t, "met on a day", CheckSince(StandingMet, &standingDay), true, fault.BadInput, RuleSince)
	checkRule(t, "met, nobody knows when", CheckSince(StandingMet, nil), true, fault.BadInput, RuleSince)
}
