package decisions

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A decision that grants several recipients tells each with its own amount: never their sum, and never the amount of another.
func TestJointDecisions(t *testing.T) {
	head := "Länsstyrelsen i Jämtlands län\n\nDnr 1234-2025\n2025-06-12\n\n"
	for name, row := range map[string]struct {
		text               string
		recipient, cap     string
		awards, partnersOf []string
	}{
		"each in a sentence of its own, in two currencies": {
			"Länsstyrelsen i Jämtlands län beslutar att bevilja Åre kommun stöd med 65 procent av kostnaderna, dock högst 412 300 euro.\n" +
				"Trøndelag fylkeskommune beslutar att bevilja Meråker kommune norska medel med 50 procent, dock högst 2 450 000 NOK.\n",
			"Åre kommun", "412300.00 EUR", []string{"Meråker kommune 2450000.00 NOK 0.5"}, nil},
		"names before their amounts": {
			"Länsstyrelsen i Jämtlands län beviljar Åre kommun högst 300 000 kronor och Krokoms kommun högst 200 000 kronor.\n",
			"Åre kommun", "300000.00 SEK", []string{"Krokoms kommun 200000.00 SEK"}, nil},
		"amounts before their names": {
			"Länsstyrelsen i Jämtlands län beviljar 300 000 kronor till Åre kommun och 200 000 kronor till Krokoms kommun.\n",
			"Åre kommun", "300000.00 SEK", []string{"Krokoms kommun 200000.00 SEK"}, nil},
		"a part of a form for each country": {
			"Svensk projektägare\nNamn: Åre kommun\nBeviljat EU-stöd: 412 300 EUR\n\nNorsk projektägare\nNavn: Meråker kommune\nInnvilgede midler: 2 450 000 NOK\n",
			"Åre kommun", "412300.00 EUR", []string{"Meråker kommune 2450000.00 NOK"}, nil},
		"one recipient, and what another pays": {
			"Länsstyrelsen i Jämtlands län beviljar Åre kommun högst 300 000 kronor. Krokoms kommun bidrar med 200 000 kronor.\n",
			"Åre kommun", "300000.00 SEK", nil, nil},
		"what another may be granted on condition": {
			"Länsstyrelsen i Jämtlands län beviljar Åre kommun högst 300 000 kronor, under förutsättning att Region Dalarna beviljar Krokoms kommun 200 000 kronor.\n",
			"Åre kommun", "300000.00 SEK", nil, nil},
		"two names before one amount": {
			"Länsstyrelsen i Jämtlands län beviljar Åre kommun och Krokoms kommun högst 300 000 kronor.\n", "Åre kommun", "300000.00 SEK", nil, nil},
	} {
		draft := read(t, []byte(head+row.text))
		facts := shown(draft.Facts)
		if diff := cmp.Diff(row.awards, facts["award"]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if got := strings.Join(facts["recipient"], ", "); got != row.recipient {
			t.Errorf("%s: the recipient is %q", name, got)
		}
		if got := strings.Join(facts["cap"], ", "); got != row.cap {
			t.Errorf("%s: the cap is %q", name, got)
		}
	}
}

// Each recipient of a joint decision gets an award of its own. Who pays another currency than whoever decides is told only where the text names it.
func TestAwardsOfJointDecisions(t *testing.T) {
	for name, funders := range map[string][]string{"elsewhere/joint_ostersund": {"lansstyrelsen", ""}, "apart/joint_oks": {"tillvaxtverket", "viken"}, "apart/joint_varmland": {"region varmland", "region varmland"}} {
		folder, text, _ := strings.Cut(name, "/")
		all := samples(t, folder)
		s := all[slices.IndexFunc(all, func(s sample) bool { return strings.HasSuffix(s.name, text) })]
		draft := read(t, s.text)
		b := &recordsBuilder{draft: draft, words: phrasesIn[draft.Language], keys: map[string]bool{}}
		b.award()
		var awards []*factsRecord
		for _, r := range b.records {
			if r.kind == "Award" {
				awards = append(awards, r)
			}
		}
		if len(awards) != len(funders) {
			t.Fatalf("%s: %d awards", name, len(awards))
		}
		for i, award := range awards {
			funder := ""
			for _, field := range award.fields {
				if field.Key == "funder" {
					funder = field.Value.(string)
				}
			}
			if funders[i] == "" && funder != "" || !strings.HasPrefix(strings.TrimPrefix(funder, "organisation "), funders[i]) {
				t.Errorf("%s: %q pays award %d", name, funder, i+1)
			}
		}
	}
}
