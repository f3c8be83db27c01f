package cypher_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/testworld/lab"
)

func day(year int, month time.Month, date int) dbtype.Date {
	return dbtype.Date(civil.Date{Year: year, Month: month, Day: date}.In(time.UTC))
}

// What is asked travels in the form in which it is stored.
func TestValuesAreBroughtToTheirStoredForm(t *testing.T) {
	for _, c := range []struct {
		text      string
		variables map[string]any
		want      any
		why       string
	}{
		{`query ($v: Date) { needs(asOf: $v) { totalCount } }`, map[string]any{"v": "2024-02-29"}, day(2024, 2, 29), "a day is a date"},
		{`{ needs(filter: {expiresFrom: "2024-02-29"}) { totalCount } }`, nil, day(2024, 2, 29), "in a filter too"},
		{`query ($v: DateTime) { changes(since: $v) { totalCount } }`, map[string]any{"v": "2024-01-01T01:00:00.5+01:00"},
			time.Date(2024, 1, 1, 0, 0, 0, 500_000_000, time.UTC), "an instant is in UTC"},
		{`query ($v: [CountryCode!]) { networks(filter: {country: $v}) { totalCount } }`, map[string]any{"v": []any{"se", "NO"}}, []any{"SE", "NO"}, "countries are in capitals"},
		{`query ($v: [CountryCode!]) { networks(filter: {country: $v}) { totalCount } }`, map[string]any{"v": "SE"}, []any{"SE"}, "one country is a list of one"},
		{`query ($v: NetworkFilter) { networks(filter: $v) { totalCount } }`, map[string]any{"v": map[string]any{"country": "SE"}}, []any{"SE"}, "within an object too"},
		{`query ($v: CountryCode!) { networks(filter: {country: [$v, "NO"]}) { totalCount } }`, map[string]any{"v": "SE"}, []any{"SE", "NO"}, "a variable may be one of a list"},
		{`{ networks(filter: {country: "SE"}) { totalCount } }`, nil, []any{"SE"}, "as a literal too"},
		{`{ networks(filter: {lifecycle: PLANNED}) { totalCount } }`, nil, []any{"PLANNED"}, "an enumeration is its name"},
		{`query ($v: [NetworkLifecycle!] = [PLANNED]) { networks(filter: {lifecycle: $v}) { totalCount } }`, nil, []any{"PLANNED"}, "a variable has a default"},
		{`query ($v: ID!) { award(id: $v) { id } }`, map[string]any{"v": 7}, "7", "an id may be written as a number"},
		{`{ organisation(identifier: {scheme: SE_ON, value: "232100-0214"}) { id } }`, nil, "2321000214", "a number is without hyphens"},
		{`query ($v: IdentifierInput) { organisation(identifier: $v) { id } }`, map[string]any{"v": map[string]any{"scheme": "NO_BRC", "value": "NO 974 760 673 MVA"}},
			"974760673", "and without what its register does not write"},
		{`{ networks(filter: {text: "Østersunds-ÅRE"}) { totalCount } }`, nil, "ostersunds are", "words are folded"},
		{`{ organisations(filter: {text: "AB Östgötatrafiken"}) { totalCount } }`, nil, "ostgotatrafiken", "without a legal form, which may be kept otherwise"},
		{`query ($v: OrganisationFilter) { organisations(filter: $v) { totalCount } }`, map[string]any{"v": map[string]any{"text": "Storsjö Mek Aktiebolag"}}, "storsjo mek", "in a variable too"},
		{`{ organisations(filter: {text: "AB"}) { totalCount } }`, nil, "ab", "a text of a form alone stays"},
		{`query ($v: String) { network(acronym: $v) { id } }`, map[string]any{"v": " O\u0308ST\u200b"}, "ÖST", "a text is as it is kept"},
		{`{ networks(filter: {acronym: "O\u0308ST"}) { totalCount } }`, nil, []any{"ÖST"}, "and so is one of a list"},
		{`query ($v: Int) { networks(first: $v) { nodes { id } } }`, map[string]any{"v": json.Number("7")}, 7, "a whole number is one however it arrives"},
	} {
		statement, err := compile(t, c.text, c.variables)
		if err != nil {
			t.Errorf("%s: %v, though %s", c.text, err, c.why)
			continue
		}
		equal := func(v any) bool { return reflect.DeepEqual(c.want, v) }
		if !slices.ContainsFunc(slices.Collect(maps.Values(statement.Params)), equal) {
			t.Errorf("%s sends %v, without %#v, though %s", c.text, statement.Params, c.want, c.why)
		}
	}
}

func TestValuesThatAreNone(t *testing.T) {
	for _, c := range []struct {
		declared string // of $v, whose place in the document is marked by it
		text     string
		value    any
		code     fault.Code
		field    string
		why      string
	}{
		{"Date", `needs(asOf: $v) { totalCount }`, "2024-02-30", fault.BadInput, "asOf", "February has 29 days at most"},
		{"Date", `needs(asOf: $v) { totalCount }`, "2024-2-3", fault.BadInput, "asOf", "months have two digits"},
		{"Date", `needs(asOf: $v) { totalCount }`, "2024-02-03T00:00:00Z", fault.BadInput, "asOf", "a day has no clock"},
		{"Date", `needs(asOf: $v) { totalCount }`, "", fault.BadInput, "asOf", "nothing is no day"},
		{"Date", `needs(asOf: $v) { totalCount }`, 20240203, fault.BadInput, "asOf", "a day is a text"},
		{"Date", `networks { nodes { memberships(asOf: $v) { totalCount } } }`, "x", fault.BadInput, "asOf", "fields below are asked as well"},
		{"Date", `needs(filter: {or: [{state: OPEN}, {not: {expiresTo: $v}}]}) { totalCount }`, "x", fault.BadInput, "filter.or[1].not.expiresTo", "the fault says where it is"},
		{"DateTime", `changes(since: $v) { totalCount }`, "2024-01-01", fault.BadInput, "since", "an instant has a clock"},
		{"DateTime", `changes(since: $v) { totalCount }`, "2024-01-01T00:00:00", fault.BadInput, "since", "a clock is somewhere"},
		{"[CountryCode!]", `networks(filter: {country: $v}) { totalCount }`, []any{"SE", "Norway"}, fault.BadInput, "filter.country[1]", "a country is a code"},
		{"CountryCode!", `networks(filter: {country: [$v]}) { totalCount }`, "XX", fault.BadInput, "filter.country[0]", "nobody lives in XX"},
		{"IdentifierInput", `organisation(identifier: $v) { id }`, map[string]any{"scheme": "SE_ON", "value": "232100-0215"}, fault.BadInput, "identifier.value", "the check digit is wrong"},
		{"Decimal!", `award(id: "a") { maxPayable(approvedCosts: {amount: $v, currency: "SEK"}) { amount } }`, "1,5", fault.BadInput, "approvedCosts.amount", "decimals follow a point"},
		{"Decimal!", `award(id: "a") { maxPayable(approvedCosts: {amount: $v, currency: "SEK"}) { amount } }`, 1.5, fault.BadInput, "approvedCosts.amount", "a decimal is a text, for exactness"},
		{"String", `organisations(filter: {text: $v}) { totalCount }`, "🦌", fault.BadInput, "filter.text", "a picture is no part of a name, and every name is not what it looks for"},
		{"String", `needs(filter: {or: [{not: {text: $v}}]}) { totalCount }`, " – ?! ", fault.BadInput, "filter.or[0].not.text", "neither are signs"},
		{"String!", `search(text: $v) { totalCount }`, "🦌🦌", fault.BadInput, "text", "a search looks for as much"},
		{"Int", `needs(first: $v) { nodes { id } }`, 1 << 31, fault.BadInput, "first", "a number has 32 bits"},
		{"Int", `needs(first: $v) { nodes { id } }`, -1, fault.BadInput, "first", "no page is smaller than empty"},
		{"ID", `network(id: $v, acronym: "a") { id }`, "b", fault.BadInput, "network", "there is one key, not two"},
		{"ID", `network(id: $v) { id }`, nil, fault.BadInput, "network", "there is one key, not none"},
	} {
		_, err := compile(t, "query ($v: "+c.declared+") { "+c.text+" }", map[string]any{"v": c.value})
		if fault.CodeOf(err) != c.code || lab.FieldOf(err) != c.field {
			t.Errorf("%s with %v: %v at %q, want %v at %q, because %s", c.text, c.value, err, lab.FieldOf(err), c.code, c.field, c.why)
		}
	}
}
