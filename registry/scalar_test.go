package registry

import (
	"strings"
	"testing"
	"time"

	"partnernet/fault"
	"pgregory.net/rapid"
)

// Every scalar has one canonical form, and refuses what it cannot read exactly.
func TestScalars(t *testing.T) {
	country := ParseCountry
	address := ParseURL
	number := func(text string) (string, error) { d, err := ParseDecimal(text); return d.String(), err }
	date := func(text string) (string, error) { d, err := ParseDate(text); return d.String(), err }
	instant := func(text string) (string, error) {
		at, err := ParseDateTime(text)
		return at.Format(time.RFC3339Nano), err
	}
	const refused = "refused"
	for _, row := range []struct {
		parse      func(string) (string, error)
		text, want string
		why        string
	}{
		{country, "SE", "SE", "Sweden"},
		{country, "no", "NO", "small letters"},
		{country, "AX", "AX", "Åland has a code of its own"},
		{country, "UK", refused, "reserved; the code is GB"},
		{country, "EL", refused, "the EU's code for Greece, not ISO's"},
		{country, "XK", refused, "left to users by ISO"},
		{country, "EU", refused, "not a country"},
		{country, "SU", refused, "withdrawn"},
		{country, "SWE", refused, "three letters"},
		{country, "752", refused, "the numeric code"},
		{country, "", refused, "empty"},
		{address, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "kept whole"},
		{address, " HTTP://Example.ORG/Å ", "http://example.org/%C3%85", "scheme and host have no capitals"},
		{address, "example.org", refused, "relative"},
		{address, "https://", refused, "no host"},
		{address, "javascript:alert(1)", refused, "runs in a browser"},
		{address, "ftp://example.org/", refused, "neither http nor https"},
		{address, "https://anna:secret@example.org/", refused, "carries a password"},
		{address, "https://example.org/" + strings.Repeat("a", maxURL), refused, "too long"},
		{number, "0.350", "0.35", "trailing zeros say nothing"},
		{number, "-0", "0", "there is one zero"},
		{number, "5.5e4", "55000", "JSON writes numbers so"},
		{number, "362060.00", "362060", "an amount"},
		{number, "1e99", refused, "a short text for a long number"},
		{number, "1e-21", refused, "more places than are kept"},
		{number, strings.Repeat("9", 21), refused, "too many digits"},
		{number, "1,5", refused, "a comma may be decimals or thousands"},
		{number, "NaN", refused, "not a number"},
		{number, "+1", refused, "a sign that says nothing"},
		{number, " 1", refused, "a space"},
		{number, "", refused, "empty"},
		{date, "2024-02-29", "2024-02-29", "a leap day"},
		{date, "2023-02-29", refused, "no leap day that year"},
		{date, "2027-02-31", refused, "no such day in any year"},
		{date, "2024-5-31", refused, "a digit short"},
		{date, "2024-05-31T00:00:00Z", refused, "an instant, not a day"},
		{date, "31.05.2024", refused, "another order"},
		{instant, "2024-05-31T14:30:00+02:00", "2024-05-31T12:30:00Z", "kept in UTC"},
		{instant, "2024-05-31T14:30:00.5Z", "2024-05-31T14:30:00.5Z", "parts of a second stay"},
		{instant, "2024-05-31T14:30:00", refused, "no offset: not a point in time"},
		{instant, "2024-05-31T9:30:00Z", refused, "a digit short"},
		{instant, "2024-05-31", refused, "a day"},
	} {
		got, err := row.parse(row.text)
		if err != nil {
			if fault.CodeOf(err) != fault.BadInput {
				t.Errorf("%.40q (%s): %v is not BAD_INPUT", row.text, row.why, err)
			}
			got = refused
		}
		if got != row.want {
			t.Errorf("%.40q (%s): got %q, %v; want %q", row.text, row.why, got, err, row.want)
		}
	}
}

// ISO 3166-1 assigns 249 codes. A change in this number is a change in the standard or in x/text: look at which.
func TestEveryAssignedCountryIsKnown(t *testing.T) {
	known := 0
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			if _, err := ParseCountry(string(first) + string(second)); err == nil {
				known++
			}
		}
	}
	if known != 249 {
		t.Errorf("got %d countries, want 249", known)
	}
}

func TestScalarsAreCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`-?[0-9]{1,9}(\.[0-9]{1,9})?`).Draw(t, "decimal")
		number, err := ParseDecimal(text)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseDecimal(number.String())
		if err != nil || again.String() != number.String() || !again.Equal(number) {
			t.Fatalf("%q: %s then %s, %v", text, number, again, err)
		}
	})
}
