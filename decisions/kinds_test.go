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

// An amount is never read from its middle on: what stands before the last groups of its digits belongs to it.
func TestAnAmountIsWhole(t *testing.T) {
	for text, want := range map[string]string{
		"Norges forskningsråd\n\nStyret vedtok å bevilge 7 999 000 kroner til prosjektet. Søknaden er innvilget.\n":      "7999000.00 NOK",
		"Vinnova\n\nVinnova beviljar Norrsken Digital AB för projektet Larm den 3 maj 2021 1 250 000 kronor i bidrag.\n": "1250000.00 SEK",
		"Innovasjon Norge\n\nInnovasjon Norge innvilger Fjordlab AS kr 12 450 000,- i tilskudd.\n":                       "12450000.00 NOK",
	} {
		if got := shown(read(t, []byte(text)).Facts)["cap"]; !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v, not %s", text, got, want)
		}
	}
}

// Of two amounts the one is granted that is the told share of the told costs; where none is, neither is. What is a condition is not decided.
func TestWhatDecidesBetweenReadings(t *testing.T) {
	for text, want := range map[string][]string{
		"Vinnova\n\nVinnova beviljar stöd till projektet Larm. Stödet är 40 procent av projektets kostnader. Total budget: 1 000 000 kronor.\n\nBidrag 400 000 kronor.\n\nBidrag 650 000 kronor.\n": {"400000.00 SEK"},
		"Vinnova\n\nVinnova beviljar stöd till projektet Larm.\n\nBidrag 400 000 kronor.\n\nBidrag 650 000 kronor.\n":                                                                               nil,
		"Skellefteå kommun\n\nKommunen beviljar Kraft AB 175 000 kronor under förutsättning att Region Västerbotten beviljar 325 000 kronor.\n":                                                     {"175000.00 SEK"},
	} {
		facts := shown(read(t, []byte(text)).Facts)
		if diff := cmp.Diff(want, facts["cap"]); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
		if slices.Contains(facts["madeBy"], "Region Västerbotten") {
			t.Errorf("%s: %v", text, facts["madeBy"])
		}
	}
}

// A value below the head of a column is that of the column, and a name ends where the next field begins.
func TestColumnsAndFieldsAreKeptApart(t *testing.T) {
	text := "Interreg\n\nSvensk stödmottagare                Norsk stödmottagare\nHögskolan Dalarna                   Høgskolen i Innlandet\n\nMedfinansiering av projektet Laddat Nät\nDnr RUN/240086\n"
	facts := shown(read(t, []byte(text)).Facts)
	if diff := cmp.Diff(map[string][]string{"partner": {"Høgskolen i Innlandet"}, "project": {"Laddat Nät"}, "caseNumber": {"RUN/240086"}},
		map[string][]string{"partner": facts["partner"], "project": facts["project"], "caseNumber": facts["caseNumber"]}); diff != "" {
		t.Error(diff)
	}
}
