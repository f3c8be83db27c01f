package intake

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
	"partnernet/rules"
	"partnernet/store"
)

// facts reads a facts file and recognises what is held.
func (p place) facts(text string) ledger.Telling {
	p.t.Helper()
	telling, err := ReadFacts(schema(p.t), []byte(text))
	if err != nil {
		p.t.Fatal(err)
	}
	telling.Action = "import facts"
	return p.known().Recognise(telling)
}

// heldForAll are records that everybody sees.
const heldForAll = `
source: {document: d}
sensitivity: PUBLIC
records:
  - {record: Document, key: d, title: D}
  - {record: Organisation, key: o, legalName: Ånge Skog AB, country: "SE", sizeClass: SMALL, identifiers: [{scheme: SE_ON, value: "556091-2148"}]}
  - {record: Project, key: p, acronym: TESTPRO}
`

// A facts file that is for fewer than those who see a record writes nothing onto it, and says so of each.
func TestFactsForFewerAreNotWrittenOntoWhatMoreSee(t *testing.T) {
	place := empty(t)
	place.tell(place.facts(heldForAll))
	before := place.dump()
	hidden := func(records string) string {
		return "source: {document: h}\nsensitivity: COORDINATORS\nrecords:\n  - {record: Document, key: h, title: H}\n" + records
	}
	_, err := place.ledger.Tell(t.Context(), place.facts(hidden(`
  - {record: Organisation, key: x, legalName: Ånge Skog AB, identifiers: [{scheme: SE_ON, value: "556091-2148"}, {scheme: OTHER, value: "Z1"}], foundedOn: "1977-07-07",
     unknown: {sectorType: WITHHELD}, aliases: [Hemligt alias], location: {municipality: Ånge}}
  - {record: Project, key: y, acronym: TESTPRO, summary: hemlig text, totalBudget: {amount: "7.00", currency: SEK}}
  - {record: Organisation, key: new, legalName: Ny AB, foundedOn: "1977-07-07"}
`)))
	broken, is := errors.AsType[*rules.Broken](err)
	if !is {
		t.Fatalf("it was told: %v", err)
	}
	var said []string
	for _, v := range broken.Violations {
		said = append(said, v.Place+" "+v.Field+" "+v.Rule)
	}
	if diff := cmp.Diff([]string{"Record 2 (Organisation x) aliases told-for-fewer", "Record 3 (Project y) summary told-for-fewer"}, said); diff != "" {
		t.Error(diff)
	}
	for _, part := range []string{"PUBLIC", "COORDINATORS", "aliases, foundedOn, identifiers, location, sectorType", "in a file for all who see it", "leave"} {
		if len(broken.Violations) > 0 && !strings.Contains(broken.Violations[0].Says("en"), part) {
			t.Errorf("it does not say %q: %s", part, broken.Violations[0].Says("en"))
		}
	}
	if diff := cmp.Diff(before, place.dump()); diff != "" {
		t.Error("something was written", diff)
	}

	for _, row := range []struct{ why, file string }{
		{"told as it is held", hidden(`
  - {record: Organisation, key: x, legalName: Ånge Skog AB, country: "SE", identifiers: [{scheme: SE_ON, value: "556091-2148"}]}
  - {record: Participation, key: t, project: y, organisation: x, role: PARTNER}
  - {record: Project, key: y, acronym: TESTPRO}
`)},
		{"told otherwise than it is held: a claim of what only they see", hidden(`
  - {record: Organisation, key: x, legalName: Ånge Skog AB, sizeClass: LARGE, identifiers: [{scheme: SE_ON, value: "556091-2148"}]}
`)},
		{"told for all", strings.ReplaceAll(hidden(`
  - {record: Organisation, key: x, legalName: Ånge Skog AB, foundedOn: "1977-07-07", identifiers: [{scheme: SE_ON, value: "556091-2148"}]}
`), "COORDINATORS", "PUBLIC")},
		{"one record of the file is told for all", hidden(`
  - {record: Project, key: y, sensitivity: PUBLIC, acronym: TESTPRO, summary: öppen text}
`)},
	} {
		if _, err := place.ledger.Tell(t.Context(), place.facts(row.file)); err != nil {
			t.Errorf("%s: %v", row.why, err)
		}
	}
}

// What was taken back and is told again for fewer is a record for them.
func TestWhatComesBackForFewerIsForThem(t *testing.T) {
	place := empty(t)
	open := "source: {document: d}\nsensitivity: PUBLIC\nrecords:\n  - {record: Document, key: d, title: D}\n  - {record: Organisation, key: o, legalName: Hemlig AB}\n"
	telling := place.facts(open)
	outcome := place.tell(telling)
	if err := place.ledger.Write(t.Context(), func(ctx context.Context, p *ledger.Page) error {
		_, err := p.Revert(ctx, outcome.Changes[len(outcome.Changes)-1], ledger.Ground{Actor: "a tester", Action: "revert", Source: telling.Source})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	place.tell(place.facts(strings.ReplaceAll(open, "PUBLIC", "COORDINATORS")))
	rows, err := place.db.ReadRows(t.Context(), store.Statement{Text: "MATCH (o:Organisation {legalName: 'Hemlig AB'}) RETURN o.audience AS audience"})
	if err != nil || len(rows) != 1 || rows[0]["audience"] != int64(2) {
		t.Error(rows, err)
	}
}
