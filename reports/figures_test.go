package reports_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"partnernet/graph"
	"partnernet/intake"
	"partnernet/reports"
	"partnernet/testworld"
	"partnernet/testworld/site"
)

// partnersAcross is a list of partners of Interreg projects. In one of them members of either network meet, so that there are ties to measure;
// the other has a member of MITTSEC alone.
const partnersAcross = `[
 {"program": "Sverige-Norge", "projekttyp": "Regular", "startdatum": "2023-10-01", "slutdatum": "2026-12-31", "projektnamn": "Exempelbron", "organisationsnamn": "Exempelregionen", "organisationstyp": "Regional public authority", "organisationsroll": "LP", "nuts3": "Jämtlands län", "land": "Sverige", "partnerbudget": 120000},
 {"program": "Sverige-Norge", "projekttyp": "Regular", "startdatum": "2023-10-01", "slutdatum": "2026-12-31", "projektnamn": "Exempelbron", "organisationsnamn": "Jämtlands Exempelkraft AB", "organisationstyp": "SME", "organisationsroll": "PP", "nuts3": "Jämtlands län", "land": "Sverige", "partnerbudget": 1000},
 {"program": "Sverige-Norge", "projekttyp": "Regular", "startdatum": "2023-10-01", "slutdatum": "2026-12-31", "projektnamn": "Exempelbron", "organisationsnamn": "Trøndersk Eksempelteknologi AS", "organisationstyp": "SME", "organisationsroll": "PP", "nuts3": "Trøndelag", "land": "Norge", "partnerbudget": 2000},
 {"program": "Sverige-Norge", "projekttyp": "Small", "startdatum": "2023-10-01", "slutdatum": "2024-12-31", "projektnamn": "Exempelstegen", "organisationsnamn": "Exempelkommunen i Jämtland", "organisationstyp": "Local public authority", "organisationsroll": "LP", "nuts3": "Jämtlands län", "land": "Sverige", "partnerbudget": 5000}
]`

// importPartners reads that list into the registry.
func importPartners(t *testing.T, db *site.Register) {
	t.Helper()
	list, err := intake.ReadPartnerList(strings.NewReader(partnersAcross))
	testworld.Must(t, err)
	known, err := intake.ReadKnown(t.Context(), db.DB)
	testworld.Must(t, err)
	telling := list.Telling(intake.SourceFile{Path: "partners.json", ReadAt: site.Today}, known)
	telling.Action = "import interreg"
	db.Tell(t, telling)
}

// TestFiguresOfReportsAreThoseOfTheAPI compares the figures of the five reports with what the API answers to questions of this test's own: over
// the whole register, and over one network on either side.
func TestFiguresOfReportsAreThoseOfTheAPI(t *testing.T) {
	graphql, db := sampled(t)
	importPartners(t, db)
	for _, network := range []string{"", "MITTSEC", "MIDSEC"} {
		answers := register(t, graphql, network)
		for kind, figures := range map[reports.Kind][]string{
			reports.NetworkOverview: answers.overview(), reports.NeedsMap: answers.needs(), reports.Partnerships: answers.partnerships(),
			reports.Funding: answers.funding(), reports.Gaps: answers.gaps(),
		} {
			asked := reports.Request{Kind: kind, Network: network, Language: "en", AsOf: site.Today.Format(time.DateOnly)}
			report, err := reports.Make(seenBy(t.Context(), "PUBLIC", "en"), graphql.Ask, asked)
			if err != nil {
				t.Fatalf("%+v: %v", asked, err)
			}
			for _, figure := range figures {
				if !strings.Contains(report.Markdown, figure) {
					t.Errorf("the report %s of %q lacks %q", kind, network, figure)
				}
			}
		}
		answers.telling(t)
	}
}

// registerQuery asks for all that the figures of reports are worked out of.
const registerQuery = `query($acronym: String!, $scoped: Boolean!, $on: Date) {
	network(acronym: $acronym, asOf: $on) @include(if: $scoped) {
		memberships(first: 100) { totalCount nodes { member { __typename ... on Organisation { id } } } }
		activities { project { id } }
		needsMappings { project { id } }
	}
	networks(asOf: $on) { nodes { acronym memberships { totalCount } } }
	organisations(asOf: $on, first: 100) { nodes { id } }
	projects(asOf: $on) { nodes { id indicators { name actual target } participations(first: 10) { nodes { organisation { id } } } } }
	partnerships(asOf: $on, filter: {crossBorder: true}) { nodes { arisesFrom { id } parties { party { ... on Organisation { id } ... on Network { acronym } } } } }
	awards(asOf: $on, first: 100) { nodes { project { id } } }
	applications(asOf: $on, first: 100) { nodes { project { id } } }
	obligations(asOf: $on, first: 100) { nodes { project { id } } }
	needs(asOf: $on, first: 100, filter: {state: OPEN}) { nodes { stakeholder { ... on Organisation { id } } } }
}`

// figuresQuery asks for the figures that the API gives by themselves.
const figuresQuery = `query($acronym: String!, $scoped: Boolean!, $network: NetworkRef, $counterpart: NetworkRef, $on: Date) {
	of: network(acronym: $acronym, asOf: $on) @include(if: $scoped) { metrics { ...figures } dataHealth { ...health } }
	networkMetrics(asOf: $on) @skip(if: $scoped) { ...figures }
	dataHealth(asOf: $on) @skip(if: $scoped) { ...health }
	needsMap(network: $network, asOf: $on) { theme { label(language: EN) } country needs offers unmet }
	needsFunnel(network: $network, asOf: $on) { needs suggested introduced partnerships declined met }
	matches(needsOf: $network, offersOf: $counterpart, asOf: $on) { totalCount }
}
fragment figures on NetworkMetrics {
	organisations ties crossBorderTies crossBorderDensity eiIndex eiIndexExpected componentCount
	missingTies(first: 10) { need { statement } offer { statement } needing { legalName country } offering { legalName country } }
}
fragment health on DataHealth { records completeness issuePages(first: 100) { totalCount nodes { message } } }`

// answers are what the API says of the whole register, or of one network.
type answers struct {
	network string
	members []any // ids of organisations
	ours    []any // ids of projects
	data    map[string]any
}

func register(t *testing.T, graphql *graph.Handler, network string) answers {
	t.Helper()
	variables := map[string]any{"acronym": network, "scoped": network != "", "on": site.Today.Format(time.DateOnly)}
	if network != "" {
		variables["network"] = map[string]any{"acronym": network}
		variables["counterpart"] = map[string]any{"acronym": map[string]any{"MITTSEC": "MIDSEC", "MIDSEC": "MITTSEC"}[network]}
	}
	data := map[string]any{}
	for _, query := range []string{registerQuery, figuresQuery} {
		answer, err := graphql.Ask(seenBy(t.Context(), "PUBLIC", "en"), query, variables)
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(data, answer)
	}
	a := answers{network: network, data: data}
	for _, each := range listed(data, "network", "memberships", "nodes") {
		a.members = append(a.members, inside(each, "member", "id"))
	}
	for _, list := range []string{"activities", "needsMappings"} {
		for _, each := range listed(data, "network", list) {
			a.ours = append(a.ours, inside(each, "project", "id"))
		}
	}
	for _, project := range listed(data, "projects", "nodes") {
		for _, each := range listed(project, "participations", "nodes") {
			if slices.Contains(a.members, inside(each, "organisation", "id")) {
				a.ours = append(a.ours, inside(project, "id"))
			}
		}
	}
	return a
}

func (a answers) overview() []string {
	figures := a.metrics()
	for _, each := range listed(a.data, "networks", "nodes") {
		if a.network == "" || a.network == inside(each, "acronym") {
			figures = append(figures, fmt.Sprintf("- Memberships in force: %v\n", inside(each, "memberships", "totalCount")))
		}
	}
	organisations := len(a.members)
	if a.network == "" {
		organisations = len(listed(a.data, "organisations", "nodes"))
	}
	return append(figures, fmt.Sprintf("Organisations: %d.", organisations))
}

// metrics gives the rows of the table of metrics.
func (a answers) metrics() []string {
	var rows []string
	for field, label := range map[string]string{
		"organisations": "Organisations", "ties": "Ties between them", "crossBorderTies": "Ties across the border", "eiIndex": "E-I index",
		"eiIndexExpected": "E-I index by chance alone", "componentCount": "Parts without ties between them",
	} {
		rows = append(rows, fmt.Sprintf("| %s | %s |\n", label, shownNumber(a.figure(field), 3)))
	}
	return append(rows, fmt.Sprintf("| Share of possible ties across the border | %s |\n", shownPart(a.figure("crossBorderDensity"))))
}

func (a answers) needs() []string {
	rows := []string{fmt.Sprintf("Open needs: %d.", a.count("needs", func(need any) bool { return slices.Contains(a.members, inside(need, "stakeholder", "id")) }))}
	for _, cell := range listed(a.data, "needsMap") {
		rows = append(rows, fmt.Sprintf("| %s | %s | %v | %v | %s |\n", orUnknown(inside(cell, "theme", "label")), countryName(inside(cell, "country")),
			inside(cell, "needs"), inside(cell, "offers"), orUnknown(inside(cell, "unmet"))))
	}
	for _, stage := range listed(a.data, "needsFunnel") {
		rows = append(rows, fmt.Sprintf(" %v\n", inside(stage, "suggested")), fmt.Sprintf(" %v\n", inside(stage, "needs")))
	}
	return rows
}

func (a answers) partnerships() []string {
	total := a.count("partnerships", func(partnership any) bool {
		party := func(p any) bool {
			return slices.Contains(a.members, inside(p, "party", "id")) || inside(p, "party", "acronym") == a.network
		}
		return slices.Contains(a.ours, inside(partnership, "arisesFrom", "id")) || slices.ContainsFunc(listed(partnership, "parties"), party)
	})
	return append(a.metrics(), fmt.Sprintf("Partnerships across the border: %d.", total), fmt.Sprintf("Matches: %v.", inside(a.data, "matches", "totalCount")))
}

func (a answers) funding() []string {
	return []string{
		fmt.Sprintf("Awards: %d.", a.count("awards", a.ofOurProject)), fmt.Sprintf("Applications: %d.", a.count("applications", a.ofOurProject)),
		fmt.Sprintf("Obligations: %d.", a.count("obligations", a.ofOurProject)),
	}
}

func (a answers) gaps() []string {
	rows := []string{fmt.Sprintf("Obligations: %d.", a.count("obligations", a.ofOurProject))}
	for _, cell := range listed(a.data, "needsMap") {
		if unmet, _ := inside(cell, "unmet").(json.Number); unmet != "" && unmet != "0" {
			rows = append(rows, fmt.Sprintf("| %s | %s | %v |\n", orUnknown(inside(cell, "theme", "label")), countryName(inside(cell, "country")), unmet))
		}
	}
	for _, tie := range a.missing() {
		rows = append(rows, fmt.Sprintf("| %s | %s | Introduce %s (%s) to %s (%s). |", inside(tie, "need", "statement"), inside(tie, "offer", "statement"),
			inside(tie, "needing", "legalName"), inside(tie, "needing", "country"), inside(tie, "offering", "legalName"), inside(tie, "offering", "country")))
	}
	for _, project := range listed(a.data, "projects", "nodes") {
		if a.network != "" && !slices.Contains(a.ours, inside(project, "id")) {
			continue
		}
		for _, indicator := range listed(project, "indicators") {
			rows = append(rows, fmt.Sprintf(" | %s | %s |", shownNumber(inside(indicator, "actual"), 3), shownNumber(inside(indicator, "target"), 3)))
		}
	}
	health := inside(a.data, "dataHealth")
	if a.network != "" {
		health = inside(a.data, "of", "dataHealth")
	}
	rows = append(rows, fmt.Sprintf("Records looked at: %v.", inside(health, "records")), "Share of what is known: "+shownPart(inside(health, "completeness"))+".")
	if total := inside(health, "issuePages", "totalCount"); len(listed(health, "issuePages", "nodes")) > 40 {
		rows = append(rows, fmt.Sprintf("40 of %v are shown here.", total))
	}
	return rows
}

// telling asks that there is something to compare: ties, missing ones, a partnership, money and needs.
func (a answers) telling(t *testing.T) {
	t.Helper()
	for _, field := range []string{"organisations", "ties", "crossBorderTies"} {
		if n, _ := a.figure(field).(json.Number); n == "" || n == "0" {
			t.Errorf("%q has no %s to compare", a.network, field)
		}
	}
	commsec := fmt.Sprint(a.partnerships(), a.funding())
	if len(a.missing()) == 0 || strings.Contains(commsec, "border: 0.") || strings.Contains(commsec, "Awards: 0.") || len(listed(a.data, "needsMap")) == 0 {
		t.Errorf("%q has nothing to compare: %v", a.network, commsec)
	}
}

func (a answers) ofOurProject(record any) bool {
	return slices.Contains(a.ours, inside(record, "project", "id"))
}

// count counts the records of a list: all of them, or those of the network.
func (a answers) count(list string, ofNetwork func(any) bool) int {
	total := 0
	for _, each := range listed(a.data, list, "nodes") {
		if a.network == "" || ofNetwork(each) {
			total++
		}
	}
	return total
}

func (a answers) figure(field string) any {
	if a.network == "" {
		return inside(a.data, "networkMetrics", field)
	}
	return inside(a.data, "of", "metrics", field)
}

func (a answers) missing() []any {
	ties, _ := a.figure("missingTies").([]any)
	return ties
}

// inside gives what stands at the end of a path of fields, nil where it leads nowhere.
func inside(value any, path ...string) any {
	for _, field := range path {
		object, _ := value.(map[string]any)
		value = object[field]
	}
	return value
}

func listed(value any, path ...string) []any {
	list, _ := inside(value, path...).([]any)
	return list
}

func orUnknown(value any) string {
	if value == nil {
		return "unknown"
	}
	return fmt.Sprint(value)
}

func countryName(code any) string {
	return map[any]string{"SE": "Sweden", "NO": "Norway", nil: "unknown"}[code]
}

// shownNumber gives a number with no more than some decimals.
func shownNumber(value any, decimals int32) string {
	number, ok := value.(json.Number)
	if !ok {
		return "unknown"
	}
	return decimal.RequireFromString(number.String()).RoundBank(decimals).String()
}

// shownPart gives a part of one in per cent.
func shownPart(value any) string {
	number, ok := value.(json.Number)
	if !ok {
		return "unknown"
	}
	return decimal.RequireFromString(number.String()).Shift(2).RoundBank(2).String() + "%"
}
