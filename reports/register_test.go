package reports_test

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/graph"
	"partnernet/registry"
	"partnernet/reports"
	"partnernet/testworld"
	"partnernet/testworld/golden"
	"partnernet/testworld/site"
)

// sampled gives a registry with the founding case and the sample of needs and offers.
func sampled(t *testing.T) (*graph.Handler, *site.Register) {
	t.Helper()
	_, db := site.Founding(t)
	db.TellSample(t)
	graphql := testworld.GraphQL(t, db.DB, func() time.Time { return site.Today })
	return graphql, db
}

func seenBy(ctx context.Context, clearance, language string) context.Context {
	return graph.WithViewer(ctx, graph.Viewer{Name: "tests", Clearance: registry.Class(clearance), Language: language})
}

// TestReports compares the five reports in Swedish with testdata/report-<kind>.golden.md, and makes them in Norwegian of one network.
func TestReports(t *testing.T) {
	graphql, _ := sampled(t)
	for _, kind := range reports.Kinds {
		for network, lang := range map[string]string{"": "sv", "MITTSEC": "nb"} {
			asked := reports.Request{Kind: kind, Network: network, Language: lang, AsOf: site.Today.Format(time.DateOnly)}
			report, err := reports.Make(seenBy(t.Context(), "PUBLIC", lang), graphql.Ask, asked)
			if err != nil {
				t.Errorf("%+v: %v", asked, err)
				continue
			}
			checkPage(t, report.HTML)
			if network == "" {
				golden.Compare(t, "testdata/report-"+string(kind)+".golden.md", []byte(report.Markdown))
			}
		}
	}
	checkFigures(t, graphql)
	checkHidden(t, graphql)
	_, err := reports.Make(seenBy(t.Context(), "PUBLIC", "sv"), graphql.Ask, reports.Request{Kind: reports.Gaps, Network: "NOSEC", Language: "sv", AsOf: site.Today.Format(time.DateOnly)})
	if err == nil || !strings.Contains(err.Error(), `No network has the acronym "NOSEC"`) {
		t.Errorf("a report on a network that is not there: %v", err)
	}
}

const fieldQuery = `query($kind: ReportKind!, $network: String, $language: Language, $asOf: Date) {
  report(kind: $kind, network: $network, language: $language, asOf: $asOf) { __typename kind language asOf title page: html markdown }
}`

// TestReportField asks the API for each report, in each language and as seen by the public and by coordinators, and compares the answer with the
// report itself.
func TestReportField(t *testing.T) {
	graphql, _ := sampled(t)
	for i, kind := range reports.Kinds {
		language := registry.Languages[i%len(registry.Languages)]
		clearance := []string{"PUBLIC", "COORDINATORS"}[i%2]
		network := []string{"", "MIDSEC"}[i%2]
		name := strings.ToUpper(strings.ReplaceAll(string(kind), "-", "_"))
		variables := map[string]any{"kind": name, "language": strings.ToUpper(language), "network": network, "asOf": "2024-02-29"}
		answer, err := graphql.Ask(seenBy(t.Context(), clearance, "en"), fieldQuery, variables)
		if err != nil {
			t.Fatalf("%v: %v", variables, err)
		}
		made, err := reports.Make(seenBy(t.Context(), clearance, language), graphql.Ask, reports.Request{Kind: kind, Network: network, Language: language, AsOf: "2024-02-29"})
		if err != nil {
			t.Fatalf("%v: %v", variables, err)
		}
		got := answer["report"].(map[string]any)
		title, _ := got["title"].(string)
		want := map[string]any{"__typename": "Report", "kind": name, "language": strings.ToUpper(language), "asOf": "2024-02-29", "title": title, "page": made.HTML, "markdown": made.Markdown}
		if diff := cmp.Diff(want, got); diff != "" || title == "" {
			t.Error(diff)
		}
		contains(t, made.Markdown, title)
	}
	checkReportDefaults(t, graphql)
	checkReportRefused(t, graphql)
}

// checkReportDefaults asks for a report without saying which day and which language: today, and the viewer's.
func checkReportDefaults(t *testing.T, graphql *graph.Handler) {
	t.Helper()
	answer, err := graphql.Ask(seenBy(t.Context(), "PUBLIC", "nb"), fieldQuery, map[string]any{"kind": "FUNDING"})
	if err != nil {
		t.Fatal(err)
	}
	want, err := reports.Make(seenBy(t.Context(), "PUBLIC", "nb"), graphql.Ask, reports.Request{Kind: reports.Funding, Language: "nb", AsOf: site.Today.Format(time.DateOnly)})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Markdown, answer["report"].(map[string]any)["markdown"]); diff != "" {
		t.Error(diff)
	}
}

// checkReportRefused asks for what no request is given.
func checkReportRefused(t *testing.T, graphql *graph.Handler) {
	t.Helper()
	for query, row := range map[string]struct {
		code      fault.Code
		told, why string
	}{
		`{ report(kind: GAPS, network: "NOSEC") { title } }`:                                                             {fault.NotFound, "NOSEC", "no network has the acronym"},
		`{ report(kind: GAPS, asOf: "2024-02-30") { title } }`:                                                           {fault.BadInput, "2024-02-30", "no such day"},
		`{ a: report(kind: GAPS) { title } b: report(kind: FUNDING) { title } }`:                                         {fault.TooCostly, "värden", "two reports in one request"},
		`{ ...R ... on Query { b: report(kind: GAPS) { title } } } fragment R on Query { report(kind: GAPS) { title } }`: {fault.TooCostly, "värden", "two reports, hidden in fragments"},
	} {
		_, err := graphql.Ask(seenBy(t.Context(), "PUBLIC", "sv"), query, nil)
		if fault.CodeOf(err) != row.code || err == nil || !strings.Contains(err.Error(), row.told) {
			t.Errorf("%s: got %v, want %s telling of %q", row.why, err, row.code, row.told)
		}
	}
}

// checkPage asks that a page is well formed and names nothing that a browser would fetch.
func checkPage(t *testing.T, page string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(page))
	decoder.Entity = xml.HTMLEntity
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("the page is not well formed: %v", err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, attribute := range element.Attr {
			if attribute.Name.Local == "src" || element.Name.Local == "link" || element.Name.Local == "script" {
				t.Errorf("the page fetches something: %v", element)
			}
		}
	}
}

// checkFigures asks the API on its own account, and finds what it answers in the reports.
func checkFigures(t *testing.T, graphql *graph.Handler) {
	t.Helper()
	ctx, day := seenBy(t.Context(), "PUBLIC", "sv"), site.Today.Format(time.DateOnly)
	answer, err := graphql.Ask(ctx, `query($on: Date) {
		needsMap(asOf: $on) { theme { label(language: SV) } country needs offers unmet }
		partnerships(filter: {crossBorder: true}, asOf: $on) { totalCount }
		needs(filter: {state: OPEN}, asOf: $on) { totalCount }
	}`, map[string]any{"on": day})
	if err != nil {
		t.Fatal(err)
	}
	needsMap, err := reports.Make(ctx, graphql.Ask, reports.Request{Kind: reports.NeedsMap, Language: "sv", AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	partnerships, err := reports.Make(ctx, graphql.Ask, reports.Request{Kind: reports.Partnerships, Language: "sv", AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	cells := answer["needsMap"].([]any)
	if len(cells) < 20 {
		t.Errorf("the sample's map has %d cells", len(cells))
	}
	countries := map[any]string{"SE": "Sverige", "NO": "Norge", nil: "okänt"}
	for _, each := range cells {
		cell := each.(map[string]any)
		label, unmet := "okänt", fmt.Sprint(cell["unmet"])
		if theme, ok := cell["theme"].(map[string]any); ok {
			label = theme["label"].(string)
		}
		if cell["unmet"] == nil {
			unmet = "okänt"
		}
		contains(t, needsMap.Markdown, fmt.Sprintf("| %s | %s | %v | %v | %s |\n", label, countries[cell["country"]], cell["needs"], cell["offers"], unmet))
	}
	contains(t, needsMap.Markdown, fmt.Sprintf("Antal öppna behov: %v.", totalOf(answer, "needs")))
	contains(t, partnerships.Markdown, fmt.Sprintf("Antal partnerskap över gränsen: %v.", totalOf(answer, "partnerships")))
}

func totalOf(answer map[string]any, list string) json.Number {
	return answer[list].(map[string]any)["totalCount"].(json.Number)
}

func contains(t *testing.T, text, part string) {
	t.Helper()
	if !strings.Contains(text, part) {
		t.Errorf("the report lacks %q", part)
	}
}

// checkHidden hides an organisation, and looks for it in the reports for everybody and for coordinators.
func checkHidden(t *testing.T, graphql *graph.Handler) {
	t.Helper()
	name := "Hemlig *Exempel* <b>AB</b> | [x](y)"
	written, shown := `Hemlig \*Exempel\* \<b\>AB\</b\> \| \[x\](y)`, "Hemlig *Exempel* &lt;b&gt;AB&lt;/b&gt; | [x](y)"
	ctx := seenBy(t.Context(), "COORDINATORS", "sv")
	networks, err := graphql.Ask(ctx, `{network(acronym: "MITTSEC") {id}}`, nil)
	if err != nil {
		t.Fatal(err)
	}
	registered, err := graphql.Ask(ctx, `mutation($name: String!) {
		registerOrganisation(input: {legalName: $name, country: SE, sensitivity: COORDINATORS, source: {document: {title: "Hemlig källa"}}}) { organisation { id } }
	}`, map[string]any{"name": name})
	if err != nil {
		t.Fatal(err)
	}
	organisation := registered["registerOrganisation"].(map[string]any)["organisation"].(map[string]any)["id"]
	_, err = graphql.Ask(ctx, `mutation($member: ID!, $network: ID!) {
		admitMember(input: {member: $member, network: $network, role: MEMBER, source: {document: {title: "Hemlig källa"}}}) { membership { id } }
	}`, map[string]any{"member": organisation, "network": networks["network"].(map[string]any)["id"]})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range reports.Kinds {
		public, err := reports.Make(seenBy(t.Context(), "PUBLIC", "sv"), graphql.Ask, reports.Request{Kind: kind, Language: "sv", AsOf: site.Today.Format(time.DateOnly)})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(public.Markdown, "Hemlig") || strings.Contains(public.HTML, "Hemlig") {
			t.Errorf("%s tells everybody of a hidden organisation", kind)
		}
	}
	overview, err := reports.Make(ctx, graphql.Ask, reports.Request{Kind: reports.NetworkOverview, Language: "sv", AsOf: site.Today.Format(time.DateOnly)})
	if err != nil {
		t.Fatal(err)
	}
	contains(t, overview.Markdown, written)
	gaps, err := reports.Make(ctx, graphql.Ask, reports.Request{Kind: reports.Gaps, Network: "MITTSEC", Language: "sv", AsOf: site.Today.Format(time.DateOnly)})
	if err != nil {
		t.Fatal(err)
	}
	contains(t, gaps.Markdown, "| "+written+" – MITTSEC |") // a membership has no name of its own
	for clearance, sees := range map[string]bool{"PUBLIC": false, "MEMBERS": false, "COORDINATORS": true} {
		answer, err := graphql.Ask(seenBy(t.Context(), clearance, "sv"), fieldQuery, map[string]any{"kind": "NETWORK_OVERVIEW"})
		if err != nil {
			t.Fatal(err)
		}
		if text := answer["report"].(map[string]any)["markdown"].(string); strings.Contains(text, written) != sees {
			t.Errorf("the report that the API gives to %s tells of what is for coordinators: %t", clearance, !sees)
		}
	}
	contains(t, overview.HTML, shown)
	checkPage(t, overview.HTML)
}
