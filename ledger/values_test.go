package ledger_test

import (
	"maps"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/ledger"
	"partnernet/registry"
)

// compareDays lets go-cmp compare days of the driver.
var compareDays = cmp.Comparer(func(a, b dbtype.Date) bool { return time.Time(a).Equal(time.Time(b)) })

func TestEachKindOfValueIsStored(t *testing.T) {
	b := open(t)
	instant := time.Date(2025, 3, 1, 9, 30, 0, 123456789, time.FixedZone("CET", 3600))
	for _, row := range []struct {
		kind, field string
		value       any
		want        map[string]any
		why         string
	}{
		{"Project", "title", "Tvärs över gränsen", map[string]any{"title": "Tvärs över gränsen"}, "a text"},
		{"Project", "acronym", " O\u0308ST\u200b ", map[string]any{"acronym": "ÖST"}, "a text that another program took apart"},
		{"Organisation", "aliases", []string{"O\u0308st"}, map[string]any{"aliases": []any{"Öst"}}, "and a list of them"},
		{"Project", "projectType", "PRE_STUDY", map[string]any{"projectType": "PRE_STUDY"}, "one of an enumeration, by its name"},
		{"Project", "plannedFrom", day("2024-02-29"), map[string]any{"plannedFrom": storedDay("2024-02-29")}, "a day"},
		{"Project", "totalBudget", registry.Money{MinorUnits: 36206000, Currency: "SEK"}, map[string]any{"totalBudgetMinorUnits": int64(36206000), "totalBudgetCurrency": "SEK"}, "money: minor units and currency"},
		{"Participation", "budget", registry.Money{Currency: "EUR"}, map[string]any{"budgetMinorUnits": int64(0), "budgetCurrency": "EUR"}, "no money at all is an amount too"},
		{"Award", "aidRate", "0.35", map[string]any{"aidRate": "0.35"}, "a decimal stays the text that it is exact in"},
		{"Organisation", "aliases", []string{"Zett", "Z-gruppen"}, map[string]any{"aliases": []any{"Zett", "Z-gruppen"}}, "a list, in its order"},
		{"Output", "plannedCount", 5, map[string]any{"plannedCount": int64(5)}, "a whole number"},
		{"Source", "retrievedAt", instant, map[string]any{"retrievedAt": instant.UTC()}, "an instant, in UTC"},
	} {
		id := ledger.DerivedID(row.why)
		b.tell(told("Anna", organisation("o"), project("p", nil), whole(row.kind, id, map[string]any{row.field: row.value})))
		stored := b.properties(id)
		for name, want := range row.want {
			if diff := cmp.Diff(want, stored[name], compareDays); diff != "" {
				t.Errorf("%s: %s: %s", row.why, name, diff)
			}
		}
	}
}

// Relations are written the way the schema says that they point, whichever end tells of them.
func TestEachKindOfLinkIsWritten(t *testing.T) {
	b := open(t)
	p := project("p", nil)
	p.Links = map[string][]string{"programme": {"g"}, "areas": {"a1", "a2"}, "objectives": {"o"}}
	mittsec := whole("Network", "n1", nil)
	mittsec.Links = map[string][]string{"counterparts": {"n2"}}
	b.tell(told("Anna", p, mittsec, whole("Network", "n2", nil), programme("g"), area("a1"), area("a2"),
		ledger.Record{Type: "Objective", ID: "o", Values: map[string]any{"statement": "S"}}))
	for _, row := range []struct {
		from, relation string
		want           []string
		why            string
	}{
		{"p", "FUNDED_UNDER", []string{"g"}, "to one"},
		{"p", "IN_AREA", []string{"a1", "a2"}, "to several"},
		{"o", "OF_PROJECT", []string{"p"}, "told by the record that it leads to"},
		{"n1", "COUNTERPART_OF", []string{"n2"}, "symmetric: stored once"},
		{"n2", "COUNTERPART_OF", []string{}, "and not a second time"},
		{"p", "HAS_SOURCE", []string{sourceID("Anna")}, "what the record rests on"},
		{sourceID("Anna"), "HAS_SOURCE", []string{}, "a source rests on its document and not on itself"},
	} {
		if diff := cmp.Diff(row.want, b.ends(row.from, row.relation)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// whole gives a record with these values, and with those that a record of the type must have.
func whole(kind, id string, values map[string]any) ledger.Record {
	all := map[string]map[string]any{
		"Project": {"acronym": "P"}, "Organisation": {"legalName": "O"}, "Network": {"acronym": "Network " + id, "lifecycle": "PLANNED"},
		"Output": {"type": "REPORT"}, "Award": {"state": "EFFECTIVE"}, "Participation": {"role": "PARTNER"},
	}[kind]
	r := ledger.Record{Type: kind, ID: id, Values: map[string]any{}, Links: map[string][]string{}}
	maps.Copy(r.Values, all)
	maps.Copy(r.Values, values)
	switch kind {
	case "Award":
		r.Links["recipient"] = []string{"o"}
	case "Participation":
		r.Links["organisation"], r.Links["project"] = []string{"o"}, []string{"p"}
	case "Source":
		r.Links["document"] = []string{documentID("Anna")}
	}
	return r
}

func area(id string) ledger.Record {
	return ledger.Record{Type: "Area", ID: id, Values: map[string]any{"name": "Area " + id, "codeSystem": "OTHER"}}
}

// identifier gives the part that an identifier is.
func identifier(scheme, value string) ledger.Part {
	return ledger.Part{Key: map[string]any{"scheme": scheme, "value": value}, Values: map[string]any{"scheme": scheme, "value": value}}
}

func party(position int, organisation string) ledger.Part {
	return ledger.Part{Key: map[string]any{"position": position}, Links: map[string][]string{"party": {organisation}},
		Values: map[string]any{"position": position, "role": "PARTNER", "confirmation": "NOT_ASKED"}}
}

func TestPartsAreWrittenWithWhatTheyLeadTo(t *testing.T) {
	b := open(t)
	o := organisation("o1")
	o.Parts = map[string][]ledger.Part{
		"identifiers": {identifier("SE_ON", "5560912148"), identifier("LEI", "5493000IBP32UQZ0KL24")},
		"location":    {{Values: map[string]any{"municipality": "Östersund"}, Links: map[string][]string{"nuts": {"a"}}}},
	}
	partnership := ledger.Record{Type: "Partnership", ID: "p", Values: map[string]any{"type": "PROJECT", "state": "CLAIMED"},
		Parts: map[string][]ledger.Part{"parties": {party(1, "o1"), party(2, "o2")}}}
	b.tell(told("Anna", o, organisation("o2"), partnership, area("a")))
	for _, row := range []struct {
		statement string
		want      []string
		why       string
	}{
		{"MATCH (:Record {id: $id})-[:HAS_IDENTIFIER]->(i:Identifier) RETURN i.scheme + ' ' + i.value ORDER BY i.scheme",
			[]string{"LEI 5493000IBP32UQZ0KL24", "SE_ON 5560912148"}, "identifiers"},
		{"MATCH (:Record {id: $id})-[:HAS_LOCATION]->(l:Location)-[:IN_AREA]->(a:Area) RETURN l.municipality + ' in ' + a.id",
			[]string{"Östersund in a"}, "a location and its area"},
		{"MATCH (:Organisation {id: $id})<-[:PARTY]-(:Party)<-[:HAS_PARTY]-(p:Partnership) MATCH (p)-[:HAS_PARTY]->(party:Party)-[:PARTY]->(o) RETURN party.position + ' ' + party.role + ' ' + o.id ORDER BY party.position",
			[]string{"1 PARTNER o1", "2 PARTNER o2"}, "parties and who they are"},
	} {
		if diff := cmp.Diff(row.want, b.texts("RETURN COLLECT { "+row.statement+" }", "o1")); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestReasonsAndClaimsAreWritten(t *testing.T) {
	b := open(t)
	p := project("p", nil)
	p.Unknown = map[string]registry.Reason{"title": registry.NotInSource, "plannedTo": registry.SourcesDisagree}
	p.Claims = []ledger.Claim{
		{Field: "plannedTo", Value: day("2024-05-31"), Locator: "row 3"},
		{Field: "plannedTo", Value: "about summer", Locator: "row 7"},
		{Field: "totalBudget", Value: registry.Money{MinorUnits: 1050, Currency: "EUR"}},
	}
	b.tell(told("Anna", p))
	if diff := cmp.Diff([]any{"plannedTo:SOURCES_DISAGREE", "title:NOT_IN_SOURCE"}, b.properties("p")["unknown"]); diff != "" {
		t.Error(diff)
	}
	want := []string{"Anna: plannedTo = 2024-05-31", "Anna: plannedTo = about summer", "Anna: totalBudget = 10.50 EUR"}
	if diff := cmp.Diff(want, b.claims("p")); diff != "" {
		t.Error(diff)
	}
	locators := b.texts("RETURN COLLECT { MATCH (:Record {id: $id})-[:HAS_CLAIM]->(c) RETURN coalesce(c.locator, 'none') ORDER BY c.value }", "p")
	if diff := cmp.Diff([]string{"none", "row 3", "row 7"}, locators); diff != "" {
		t.Error(diff)
	}
}

// What lists are searched and sorted by follows what is told, and what is told later.
func TestSearchingAndSortingFollowTheNames(t *testing.T) {
	b := open(t)
	o := ledger.Record{Type: "Organisation", ID: "o", Values: map[string]any{"legalName": "Ångström & Söner AB"}}
	b.tell(told("Anna", o))
	stored := b.properties("o")
	if stored["searchText"] != registry.Fold("Ångström & Söner AB") || stored["sortKey"] != registry.SortKey("Ångström & Söner AB") {
		t.Errorf("searched by %q, sorted by %q", stored["searchText"], stored["sortKey"])
	}
	b.tell(told("Bo", ledger.Record{Type: "Organisation", ID: "o", Values: map[string]any{"aliases": []string{"Å&S"}}}))
	if want := registry.SearchText([]string{"Ångström & Söner AB", "Å&S"}); b.properties("o")["searchText"] != want {
		t.Errorf("with another name: searched by %q, want %q", b.properties("o")["searchText"], want)
	}
	b.tell(told("Anna", whole("Network", "n", nil)))
	if key, known := b.properties("n")["sortKey"]; known {
		t.Errorf("a network without a name is sorted by %q", key)
	}
}

// What needs and offers are compared by follows their statement.
func TestComparingFollowsTheStatement(t *testing.T) {
	b := open(t)
	o := ledger.Record{Type: "Organisation", ID: "o", Values: map[string]any{"legalName": "o"}}
	offer := func(statement string) ledger.Record {
		return ledger.Record{Type: "Offer", ID: "offer", Values: map[string]any{"statement": statement, "state": "OPEN"}, Links: map[string][]string{"organisation": {"o"}}}
	}
	b.tell(told("Anna", o, offer("Reservkraft")))
	want := []any{}
	for _, count := range registry.TextVector("Reservkraft") {
		want = append(want, int64(count))
	}
	if diff := cmp.Diff(want, b.properties("offer")["textVector"]); diff != "" {
		t.Error(diff)
	}
}
