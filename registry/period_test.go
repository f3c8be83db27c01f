package registry

import (
	"testing"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/fault"
)

func TestOverlaps(t *testing.T) {
	for _, row := range []struct {
		a, b Period
		want bool
		why  string
	}{
		{span("2023-06-01", "2023-11-30"), span("2024-09-01", "2027-08-31"), false, "a feasibility study and the project after it"},
		{span("2023-06-21", "2027-01-31"), span("2023-11-01", "2026-10-31"), true, "one within the other"},
		{span("2024-06-30", "2024-06-30"), span("2022-06-16", "2024-06-30"), true, "a day shared"},
		{span("2023-01-01", "2023-01-31"), span("2023-02-01", "2023-02-28"), false, "one the day after the other"},
		{span("2023-01-01", ""), span("2030-01-01", "2030-12-31"), true, "an open end does not exclude"},
		{span("2030-01-01", ""), span("", "2029-12-31"), false, "open, but ended before the other began"},
		{Period{}, Period{}, true, "nothing known excludes nothing"},
	} {
		if got := row.a.Overlaps(row.b); got != row.want {
			t.Errorf("%s: got %v, want %v", row.why, got, row.want)
		}
		if got := row.b.Overlaps(row.a); got != row.want {
			t.Errorf("%s, the other way round: got %v, want %v", row.why, got, row.want)
		}
	}
}

func TestPeriodCheck(t *testing.T) {
	for _, row := range []struct {
		period Period
		legal  bool
		why    string
	}{
		{span("2024-06-30", "2024-06-30"), true, "one day"},
		{span("2023-09-01", ""), true, "an open end"},
		{span("2023-09-01", "2023-08-31"), false, "ends the day before it begins"},
	} {
		if err := row.period.Check(); row.legal != (err == nil) {
			t.Errorf("%s: got %v", row.why, err)
		} else if !row.legal {
			wantFault(t, row.why, err, RulePeriod, "")
		}
	}
}

func TestDurationMonths(t *testing.T) {
	for _, row := range []struct {
		from, to string
		want     int
		why      string
	}{
		{"2023-05-01", "2024-05-31", 13, "the founding project"},
		{"2023-05-01", "2024-06-30", 14, "the same in another source"},
		{"2023-05-01", "2023-05-30", 1, "a day short of a month: begun counts whole"},
		{"2023-05-01", "2023-06-01", 2, "a day more than a month"},
		{"2023-05-15", "2023-06-14", 1, "a month from mid-month"},
		{"2022-06-16", "2024-06-30", 25, "two years and a half month begun"},
		{"2024-06-30", "2024-06-30", 1, "one day"},
		{"2024-02-01", "2024-02-29", 1, "a February in a leap year"},
		{"2024-01-31", "2024-02-29", 2, "from a 31st: where there is none, the next month begins on the last day"},
	} {
		got, err := DurationMonths(*day(row.from), *day(row.to))
		if err != nil || got != row.want {
			t.Errorf("%s – %s (%s): got %d, %v; want %d", row.from, row.to, row.why, got, err, row.want)
		}
	}
	_, err := DurationMonths(*day("2023-09-01"), *day("2023-08-31"))
	wantFault(t, "ends before it begins", err, RulePeriod, "")
}

// n whole months from the first of a month end the day before a first, and one day more begins another month.
func TestDurationMonthsCountsWholeMonths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := civil.Date{Year: rapid.IntRange(1990, 2050).Draw(t, "year"), Month: 1, Day: 1}.AddMonths(rapid.IntRange(0, 11).Draw(t, "month"))
		months := rapid.IntRange(1, 120).Draw(t, "months")
		last := first.AddMonths(months).AddDays(-1)
		if got, err := DurationMonths(first, last); err != nil || got != months {
			t.Fatalf("%s – %s: got %d, %v; want %d", first, last, got, err, months)
		}
		if got, err := DurationMonths(first, last.AddDays(1)); err != nil || got != months+1 {
			t.Fatalf("%s – a day after %s: got %d, %v; want %d", first, last, got, err, months+1)
		}
	})
}

// Two whole periods overlap exactly when there is a day on which both are in force.
func TestOverlapMeansADayInCommon(t *testing.T) {
	days := rapid.IntRange(0, 12)
	rapid.Check(t, func(t *rapid.T) {
		start := *day("2024-02-25")
		draw := func(name string) Period {
			from := start.AddDays(days.Draw(t, name+" from"))
			to := from.AddDays(days.Draw(t, name+" length"))
			return Period{&from, &to}
		}
		a, b := draw("a"), draw("b")
		common := false
		for n := range 25 {
			on := start.AddDays(n)
			common = common || !on.Before(*a.From) && !on.After(*a.To) && !on.Before(*b.From) && !on.After(*b.To)
		}
		if got := a.Overlaps(b); got != common {
			t.Fatalf("%v %v: got %v, want %v", a, b, got, common)
		}
	})
}

func TestOverdue(t *testing.T) {
	var unknown *bool
	due := day("2024-05-31")
	for _, row := range []struct {
		status ObligationStatus
		dueOn  *Date
		asOf   string
		want   *bool
		why    string
	}{
		{ObligationOpen, due, "2024-06-01", new(true), "the day after"},
		{ObligationOpen, due, "2024-05-31", new(false), "the due day is in time"},
		{ObligationFulfilled, due, "2030-01-01", new(false), "done"},
		{ObligationWaived, due, "2030-01-01", new(false), "no longer asked for"},
		{"", due, "2024-06-01", unknown, "it may have been done"},
		{"", due, "2024-05-31", new(false), "not due yet, done or not"},
		{ObligationOpen, nil, "2024-06-01", unknown, "nobody knows when it is due"},
		{ObligationFulfilled, nil, "2024-06-01", new(false), "done, whenever it was due"},
	} {
		if diff := cmp.Diff(row.want, Overdue(row.status, row.dueOn, *day(row.asOf))); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func day(text string) *Date {
	date, err := civil.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return &date
}

// span makes a period from two dates, of which an empty one is open.
func span(from, to string) Period {
	var period Period
	if from != "" {
		period.From = day(from)
	}
	if to != "" {
		period.To = day(to)
	}
	return period
}

func TestCheckEndStatus(t *testing.T) {
	for _, row := range []struct {
		status EndStatus
		last   *Date
		legal  bool
		why    string
	}{
		{EndKnown, day("2024-12-31"), true, "the day is given"},
		{EndKnown, nil, false, "it is said to be known, and is not given"},
		{EndDateUnknown, nil, true, "nobody knows the day"},
		{EndDateUnknown, day("2024-12-31"), false, "it is said not to be known, and is given"},
		{EndOpen, nil, true, "it has no end"},
		{EndOpen, day("2024-12-31"), false, "it is said to have no end, and has one"},
		{"", day("2024-12-31"), true, "nothing is said of its end but the day"},
		{"", nil, true, "nothing is known"},
	} {
		checkRule(t, row.why, CheckEndStatus(row.status, row.last), row.legal, fault.BadInput, RuleEndStatus)
	}
}
