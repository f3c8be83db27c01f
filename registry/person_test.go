package registry

import (
	"testing"

	"cloud.google.com/go/civil"

	"partnernet/fault"
)

func TestAddresses(t *testing.T) {
	for text, want := range map[string]Channel{
		"anna.ek@example.org": Email, "a@b.se": Email, "post@kommune.trondelag.no": Email,
		"+46 63 14 40 00": Telephone, "063-14 40 00": Telephone, "22 00 00 00": Telephone,
	} {
		if got, err := ChannelOf(text); err != nil || got != want {
			t.Errorf("%q: %s, want %s: %v", text, got, want, err)
		}
	}
	for _, text := range []string{"", "Anna Ek", "anna@", "@example.org", "a@b@example.org", "a b@example.org", "a@localhost", "1234", "+", "12345678901234567", "a@x.se, b@x.se", "a@x.se\r\nBcc: b@x.se"} {
		if _, err := ChannelOf(text); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%q is taken: %v", text, err)
		}
	}
}

func TestReviewsErasureAndHold(t *testing.T) {
	today := civil.Date{Year: 2026, Month: 3, Day: 2}
	leapDay := civil.Date{Year: 2028, Month: 2, Day: 29}
	for _, row := range []struct {
		on, today Date
		holds     bool
	}{
		{today.AddDays(-1), today, false}, {today, today, true}, {today.AddYears(1), today, true},
		{today.AddYears(3), today, true}, {today.AddYears(3).AddDays(1), today, false}, // with the leap day of 2028 between
		{leapDay.AddYears(3).AddDays(-1), leapDay, true}, {leapDay.AddYears(3), leapDay, false}, // there is no such day in 2031: it is the first of March
	} {
		if err := CheckReview(row.on, row.today); (err == nil) != row.holds {
			t.Errorf("a review on %s, asked on %s: %v", row.on, row.today, err)
		}
	}
	for _, row := range []struct {
		erased *Date
		hold   string
		holds  bool
	}{{nil, "", true}, {&today, "", false}, {nil, "Archive law.", false}, {&today, "Archive law.", false}} {
		if err := CheckErasable(row.erased, row.hold); (err == nil) != row.holds {
			t.Errorf("erased on %v, hold %q: %v", row.erased, row.hold, err)
		}
	}
	for person, holds := range map[string]bool{"": true, "somebody": false} {
		if err := CheckWholeSubject(person); (err == nil) != holds {
			t.Errorf("a contact of %q: %v", person, err)
		}
	}
	for minutes, holds := range map[int64]bool{-1: false, 0: false, 1: true, 60: true, 61: false} {
		if err := CheckOpening(minutes); (err == nil) != holds {
			t.Errorf("opened for %d minutes: %v", minutes, err)
		}
	}
	for _, row := range []struct {
		erased, ended *Date
		holds         bool
	}{{nil, nil, true}, {&today, nil, false}, {nil, &today, false}, {&today, &today, false}} {
		if err := CheckContactHolds(row.erased, row.ended); (err == nil) != row.holds {
			t.Errorf("erased on %v, ended on %v: %v", row.erased, row.ended, err)
		}
	}
	for text, want := range map[string]string{SealMark + "x:AA": "x", "Anna Ek": "", "": ""} {
		if got := SubjectOf(text); got != want {
			t.Errorf("%q is %q's, not %q's", text, got, want)
		}
	}
	for text, holds := range map[string]bool{"sealed:1:x:AA": true, "Anna Ek": false, "": false} {
		if err := CheckSealed(text); (err == nil) != holds {
			t.Errorf("%q: %v", text, err)
		}
	}
}
