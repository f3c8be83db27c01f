package lists

import (
	"testing"

	"partnernet/registry"
)

func TestDaysOfMembers(t *testing.T) {
	for _, each := range []struct {
		text    string
		want    string
		problem ProblemCode
		why     string
	}{
		{"2024-05-31", "2024-05-31", "", "ISO 8601"},
		{"2024-05-31 00:00:00", "2024-05-31", "", "with a clock, as databases export it"},
		{"2024-05-31T10:15:00.000Z", "2024-05-31", "", "with a clock by ISO 8601"},
		{"2024.5.31", "2024-05-31", "", "year first with points"},
		{"20240531", "2024-05-31", "", "without anything between"},
		{"31.05.2024", "2024-05-31", "", "Norwegian"},
		{"31. 5. 2024", "2024-05-31", "", "with spaces"},
		{"05.06.2024", "2024-06-05", "", "with points, the day is first in both countries"},
		{"31/5 2024", "2024-05-31", "", "Swedish"},
		{"5/6 2024", "2024-06-05", "", "with a space before the year, the day is first"},
		{"5/6-2024", "2024-06-05", "", "so with a hyphen"},
		{"31/5/2024", "2024-05-31", "", "no month is 31"},
		{"5/31/2024", "2024-05-31", "", "American: no month is 31"},
		{"5/5/2024", "2024-05-05", "", "the same either way"},
		{"5/6/2024", "", DayAmbiguous, "June in Sweden, May in America"},
		{"05-06-2024", "", DayAmbiguous, "the same with hyphens"},
		{"31 maj 2024", "2024-05-31", "", "a Swedish month"},
		{"31. mai 2024", "2024-05-31", "", "a Norwegian month"},
		{"1 okt. 2024", "2024-10-01", "", "a short month"},
		{"May 31, 2024", "2024-05-31", "", "an English month"},
		{"31 Smarch 2024", "", DayUnreadable, "no month"},
		{"konkurs 2023", "", DayImprecise, "a year with words"},
		{"2022-ish", "", DayImprecise, "about a year, in English"},
		{"45443", "2024-05-31", DayFromSerial, "counted by a spreadsheet"},
		{"45443.0", "2024-05-31", DayFromSerial, "as a decimal number"},
		{"45443,75", "2024-05-31", DayFromSerial, "with a decimal comma and a time of day"},
		{"99999", "", DayUnreadable, "counted by no spreadsheet in our time"},
		{"2019", "", DayImprecise, "a year is no day, and not day 2019 of a spreadsheet"},
		{"2019-05", "", DayImprecise, "nor is a month"},
		{"maj 2019", "", DayImprecise, "by its name"},
		{"snart", "", DayUnreadable, "a word"},
		{"okänt", "", "", "nobody knows it"},
		{"hösten 2019", "", DayImprecise, "a season"},
		{"sommeren 2019", "", DayImprecise, "in Norwegian"},
		{"apr-12", "", DayImprecise, "what a spreadsheet makes of a month, or of a day of it"},
		{"2020/2021", "", DayImprecise, "two years"},
		{"ca 2015", "", DayImprecise, "about a year"},
		{"2019–", "", DayImprecise, "since a year"},
		{"fr.o.m. 2024-05-31", "2024-05-31", "", "with the words for since"},
		{"slutar 31/12 2025", "2025-12-31", "", "with a word for its end"},
		{"31.05.24", "2024-05-31", DayYearCompleted, "two digits, of this century"},
		{"31/5-98", "1998-05-31", DayYearCompleted, "of the last one"},
		{"12/2019", "", DayImprecise, "a month, and no year of two digits"},
		{"2024-02-30", "", DayUnreadable, "does not exist"},
		{"0024-05-31", "", DayUnreadable, "not in our time"},
		{"-", "", "", "nothing"},
	} {
		row := members(t, []string{"Företag", "Medlem sedan", "Kommun"}, []string{"Exempel AB", each.text, "Åre"}).Rows[0]
		problem := ProblemCode("")
		if len(row.Problems) > 0 {
			problem = row.Problems[0].Code
		}
		if got := row.Value(FieldValidFrom); got != each.want || problem != each.problem {
			t.Errorf("%s: got %q, %s: %s", each.text, got, problem, each.why)
		}
		if refuses := each.problem == DayUnreadable || each.problem == DayAmbiguous; row.Refused() != refuses {
			t.Errorf("%s: refused: %v: %s", each.text, row.Refused(), each.why)
		}
	}
}

func TestEndsOfMemberships(t *testing.T) {
	for _, each := range []struct {
		from, to string
		want     registry.EndStatus
		refused  bool
		why      string
	}{
		{"2019-05-31", "2024-05-31", registry.EndKnown, false, "a day"},
		{"2019-05-31", "", "", false, "nothing is not open: nobody has said so"},
		{"2019-05-31", "tills vidare", registry.EndOpen, false, "said to be open"},
		{"2019-05-31", "inntil videre", registry.EndOpen, false, "in Norwegian"},
		{"2024-05-31", "2019-05-31", registry.EndKnown, true, "ends before it begins"},
		{"2024-05-31", "2024-05-31", registry.EndKnown, false, "both days are inclusive"},
	} {
		row := members(t, []string{"Företag", "Medlem sedan", "Medlem till"}, []string{"Exempel AB", each.from, each.to}).Rows[0]
		if got := row.Value(FieldEndStatus); got != string(each.want) || row.Refused() != each.refused {
			t.Errorf("%s: got %q, refused: %v", each.why, got, row.Refused())
		}
	}
}
