package decisions

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A decision that changes, takes back or pays out what was granted before is no grant, and a year's money of several years that were asked for is no part of it.
func TestGrantsAreToldFromOtherDecisions(t *testing.T) {
	for text, want := range map[string]string{
		"Vinnova\n\nVinnova beviljar Norrsken Digital AB högst 500 000 kronor. Ni sökte 700 000 kronor.\n":                                           "PARTLY_GRANTED",
		"MSB\n\nMSB beviljar Länsstyrelsen i Dalarnas län 500 000 kronor för 2023. Länsstyrelsen har ansökt om 1 400 000 kronor för 2023–2025.\n":    "GRANTED",
		"MSB\n\nMSB beviljar Länsstyrelsen i Dalarnas län 500 000 kronor för 2023. Länsstyrelsen har ansökt om 700 000 kronor för 2023.\n":           "PARTLY_GRANTED",
		"Vinnova\n\nBeslut om slututbetalning\n\nVinnova beslutar att betala ut 90 000 kronor av det bidrag som beviljades den 3 maj 2021.\n":        "",
		"Innlandet fylkeskommune\n\nVedtak om tilbakekreving\n\nInnlandet fylkeskommune krever tilbake kr 90 000 av tilskuddet som ble innvilget.\n": "REVOKED",
		"NordForsk\n\nNordForsk has decided not to award the grant of NOK 500 000 that you applied for. The application is rejected.\n":              "REJECTED",
		"Norges forskningsråd\n\nForskningsrådet har dessverre ikke innvilget søknaden deres om kr 900 000.\n":                                       "REJECTED",
		"Vestland fylkeskommune\n\nVestland fylkeskommune har vedteke å gje Fjordlab AS eit tilskot på inntil kr 300 000.\n":                         "GRANTED",
	} {
		got := shown(read(t, []byte(text)).Facts)["outcome"]
		if outcome := slices.Concat(got, []string{""})[0]; outcome != want {
			t.Errorf("%s: %q, not %q", text, outcome, want)
		}
	}
}

// The parties of a table are read by its head: row by row, or a cell to a line. What follows it is none of them.
func TestTablesOfParties(t *testing.T) {
	want := []string{"Nivåmätarna i Köping AB", "Mälardalens universitet"}
	for _, table := range []string{
		"Part                        Org.nr         Bidrag (kr)\nNivåmätarna i Köping AB     559102-7734        420 000\nMälardalens universitet     202100-2916        800 000\nSumma                                        1 220 000\n",
		"Part\nOrg.nr\nBidrag (kr)\nNivåmätarna i Köping AB\n559102-7734\n420 000\nMälardalens universitet\n202100-2916\n800 000\nSumma\n1 220 000\n",
		"Projektparter:\nNivåmätarna i Köping AB\nMälardalens universitet\nSvensk andel av budgeten\n1 220 000\n",
	} {
		facts := shown(read(t, []byte("Vinnova\n\nVinnova beviljar stöd till projektet Larm.\n\n"+table)).Facts)
		if diff := cmp.Diff(want, facts["partner"]); diff != "" {
			t.Errorf("%s: %s", table, diff)
		}
	}
}
