package graph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

// named are organisations to be found, by their id; the first name is the legal one.
var named = map[string][]string{
	"z":     {"IUC Z-Group AB"},
	"zz":    {"IUC Z-Group Utveckling AB"},
	"ost":   {"Östersunds kommun", "Staare"},
	"orsta": {"Ørsta kommune"},
	"as":    {"Ås kommune"},
	"old":   {"Nordisk Beredskap AS", "Fjellsikring AS"},
}

func searchable(t *testing.T) world {
	t.Helper()
	w := searchableBy(t, named)
	w.write(`MATCH (o:Organisation {id: 'z'}) CREATE (o)-[:HAS_IDENTIFIER]->(:Identifier {scheme: 'SE_ON', value: '5560912148'})`, nil)
	return w
}

// searchableBy holds organisations of these names and no others.
func searchableBy(t *testing.T, named map[string][]string) world {
	t.Helper()
	w := founded(t)
	w.write("MATCH (n:Organisation) DETACH DELETE n", nil)
	var rows []any
	for id, names := range named {
		rows = append(rows, map[string]any{"id": id, "name": names[0], "aliases": names[1:], "text": registry.SearchText(names), "key": registry.SortKey(names[0])})
	}
	w.write(`
UNWIND $rows AS row
CREATE (:Record:Organisation {id: row.id, legalName: row.name, aliases: row.aliases, searchText: row.text, sortKey: row.key,
  audience: CASE row.id WHEN 'old' THEN 1 ELSE 0 END, version: 1, createdAt: datetime(), updatedAt: datetime()})`, map[string]any{"rows": rows})
	return w
}

// found gives the organisations that a search finds, best first, as "id field,field forgiveness".
func (w world) found(text, clearance string) []string {
	w.t.Helper()
	a := w.put(question{clearance: clearance, variables: map[string]any{"text": text},
		query: `query ($text: String!) { search(text: $text) { nodes { matchedOn forgiven item { ... on Organisation { id } } } } }`})
	if len(a.Errors) > 0 {
		w.t.Fatal(a.text, w.log)
	}
	var all []string
	for _, node := range a.Data["search"].(map[string]any)["nodes"].([]any) {
		hit := node.(map[string]any)
		if id, isOrganisation := hit["item"].(map[string]any)["id"].(string); isOrganisation {
			all = append(all, strings.TrimSpace(id+" "+strings.Join(texts(hit["matchedOn"]), ",")+" "+strings.Join(texts(hit["forgiven"]), ",")))
		}
	}
	return all
}

func TestSearchFindsWhatIsHalfRemembered(t *testing.T) {
	w := searchable(t)
	for _, row := range []struct {
		text string
		want []string
		why  string
	}{
		{"iuc z-group", []string{"z legalName", "zz legalName"}, "the whole name comes before one that begins so"},
		{"IUC Z Group Aktiebolag", []string{"z legalName", "zz legalName"}, "the legal form is forgiven, and the hyphen"},
		{"group", []string{"z legalName", "zz legalName"}, "the shorter name is more of it"},
		{"ostersund", []string{"ost legalName WORD_PART"}, "half a word, and no ö"},
		{"Østersunds", []string{"ost legalName SPELLING"}, "as a Norwegian writes it"},
		{"Örsta", []string{"orsta legalName SPELLING"}, "as a Swede writes it"},
		{"Ostresunds", []string{"ost legalName TYPING_ERROR"}, "two letters changed over"},
		{"staare", []string{"ost aliases"}, "another name"},
		{"Fjellsikring", []string{"old aliases"}, "a former name"},
		{"sikring", []string{"old aliases WORD_PART"}, "the later part of a compound word"},
		{"Ås", []string{"as legalName"}, "a place, short as it is, and no legal form"},
		{"556091-2148", []string{"z identifiers"}, "its number as people write it"},
		{"SE556091214801", []string{"z identifiers"}, "its number for VAT"},
		{"556091 2148", []string{"z identifiers"}, "with a space"},
		{"Ørsta kommun", []string{"orsta legalName WORD_PART"}, "every word must be found"},
		{"", nil, "nothing is asked"},
		{`*:* OR (legalName:[a TO z]) ~ \ / " {`, nil, "signs of the index's language mean nothing"},
		{strings.Repeat("ja ", 2000), nil, "a long text is cut"},
	} {
		if diff := cmp.Diff(row.want, w.found(row.text, "")); diff != "" {
			t.Errorf("%.60q: %s; %s", row.text, diff, row.why)
		}
	}
	if got := w.found("Fjellsikring", "PUBLIC"); got != nil {
		t.Errorf("the public finds %v", got)
	}
}

// Places with short names are found, and neither every company that is an AS nor all that begins with the same letters.
func TestSearchForShortNames(t *testing.T) {
	w := searchableBy(t, map[string][]string{
		"as": {"Ås kommune"}, "campus": {"Campus Ås"}, "a": {"Å grendelag"}, "are": {"Åre kommun"}, "oyer": {"Øyer kommune"}, "ha": {"Hå kommune"},
		"hamar": {"Hamar Bygg AS"}, "areal": {"Arealplan A/S"}, "asker": {"Asker Mek ASA"}, "skole": {"Øya skole SA"}, "aker": {"Aker Bygg AB", "Ab Aker (publ)"},
	})
	w.write(`MATCH (o:Organisation {id: 'hamar'}) CREATE (o)-[:HAS_IDENTIFIER]->(:Identifier {scheme: 'NO_BRC', value: '974760673'})
WITH o MATCH (p:Organisation {id: 'are'}) CREATE (p)-[:HAS_IDENTIFIER]->(:Identifier {scheme: 'SE_ON', value: '2321000214'})`, nil)
	for _, row := range []struct {
		text string
		want []string
		why  string
	}{
		{"Ås", []string{"as legalName", "campus legalName"}, "the town, and no AS"},
		{"ås", []string{"as legalName", "campus legalName"}, "in small letters"},
		{"Aas", []string{"as legalName SPELLING", "campus legalName SPELLING"}, "with no å on the keyboard, and as it was written once"},
		{"AS", []string{"as legalName SPELLING"}, "a legal form is no name; what is spelled like it at the end of a name cannot be told from one"},
		{"Å", []string{"a legalName"}, "one letter, and not all that begins with it"},
		{"Hå", []string{"ha legalName"}, "two letters, and no Hamar"},
		{"Haa", []string{"ha legalName SPELLING"}, "with no å on the keyboard"},
		{"Åre", []string{"are legalName", "areal legalName WORD_PART"}, "the place comes before a word that begins so"},
		{"Øyer", []string{"oyer legalName"}, "a place of four letters"},
		{"Oeyer", []string{"oyer legalName SPELLING"}, "with no ø on the keyboard"},
		{"Öyer", []string{"oyer legalName SPELLING"}, "as a Swede writes it"},
		{"Øyre", []string{"oyer legalName TYPING_ERROR"}, "two letters changed over"},
		{"Ås kommune", []string{"as legalName"}, "both words"},
		{"Hamar Bygg", []string{"hamar legalName"}, "without its legal form"},
		{"Hamar Bygg Aksjeselskap", []string{"hamar legalName"}, "with its legal form written out"},
		{"Hamar Byg AS", []string{"hamar legalName WORD_PART"}, "the legal form does not hinder half a word"},
		{"Aker Bygg Aktiebolag", []string{"aker legalName,aliases"}, "a Swedish legal form written out"},
		{"974760673", []string{"hamar identifiers"}, "a Norwegian number"},
		{"974 760 673", []string{"hamar identifiers"}, "with spaces"},
		{"NO 974 760 673 MVA", []string{"hamar identifiers"}, "as it stands on an invoice"},
		{"232100-0214", []string{"are identifiers"}, "a Swedish number with its hyphen"},
		{"2321000214", []string{"are identifiers"}, "without it"},
		{"16 232100 0214", []string{"are identifiers"}, "with the century of a body, and spaces"},
	} {
		if diff := cmp.Diff(row.want, w.found(row.text, "")); diff != "" {
			t.Errorf("%.60q: %s; %s", row.text, diff, row.why)
		}
	}
}

// Pages of a long list follow each other without a gap and without a repeat, however many records are alike.
func TestPagesOfASearchFollowEachOther(t *testing.T) {
	w := searchable(t)
	const alike = 230
	w.write(`UNWIND range(1, $n) AS n
CREATE (:Record:Organisation {id: 'alike ' + n, legalName: 'Lik AS', aliases: [], searchText: 'lik as', sortKey: 'lik', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})`, map[string]any{"n": alike})
	seen, after := map[string]bool{}, any(nil)
	for next := true; next; {
		a := w.put(question{variables: map[string]any{"after": after}, query: `query ($after: String) { search(text: "lik", first: 100, after: $after) {
			totalCount pageInfo { hasNextPage endCursor } nodes { item { ... on Organisation { id } } } } }`})
		if len(a.Errors) > 0 {
			t.Fatal(a.text)
		}
		list := a.Data["search"].(map[string]any)
		for _, node := range list["nodes"].([]any) {
			seen[node.(map[string]any)["item"].(map[string]any)["id"].(string)] = true
		}
		if list["totalCount"] != float64(alike) {
			t.Fatalf("%v are counted", list["totalCount"])
		}
		info := list["pageInfo"].(map[string]any)
		next, after = info["hasNextPage"].(bool), info["endCursor"]
	}
	if len(seen) != alike {
		t.Errorf("%d of %d were seen", len(seen), alike)
	}
}

// A name with an apostrophe is found as it is written, and without it.
func TestSearchForNamesWithApostrophes(t *testing.T) {
	w := searchableBy(t, map[string][]string{"connor": {"O'Connor & Søn AS"}, "loreal": {"L’Oréal Norge AS"}})
	for text, want := range map[string]string{"O'Connor & Søn AS": "connor legalName", "O'Connor": "connor legalName", "O’Connor": "connor legalName SPELLING",
		"oconnor": "connor legalName SPELLING", "L'Oréal": "loreal legalName SPELLING"} {
		if diff := cmp.Diff([]string{want}, w.found(text, "")); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
