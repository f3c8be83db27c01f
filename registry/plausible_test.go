package registry

import (
	"testing"

	"cloud.google.com/go/civil"
)

func TestCheckDay(t *testing.T) {
	today := civil.Date{Year: 2026, Month: 3, Day: 2}
	for _, row := range []struct {
		day  civil.Date
		rule string
		why  string
	}{
		{civil.Date{Year: 1000, Month: 1, Day: 1}, "", "the first day"},
		{civil.Date{Year: 999, Month: 12, Day: 31}, RuleDay, "the day before"},
		{civil.Date{Year: 24, Month: 5, Day: 31}, RuleDay, "a year of two digits"},
		{today, "", "today"},
		{civil.Date{Year: 2126, Month: 3, Day: 2}, "", "a hundred years ahead"},
		{civil.Date{Year: 2126, Month: 3, Day: 3}, RuleDay, "a day more"},
		{civil.Date{Year: 9999, Month: 12, Day: 31}, RuleDay, "a stand-in for no end"},
		{civil.Date{Year: 10000, Month: 12, Day: 30}, RuleDay, "a year of five digits"},
	} {
		if got := broken(CheckDay(row.day, today)); got != row.rule {
			t.Errorf("%s, %s: got %q, want %q", row.why, row.day, got, row.rule)
		}
	}
}
