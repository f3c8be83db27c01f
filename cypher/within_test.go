package cypher_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// How many needs and offers are about a theme has one answer, whichever way it is asked: by a condition, by the map of needs or by a facet.
// A theme counts those below it at any depth, as far as the viewer sees the themes between; the exact numbers count those of the theme alone.
func TestAThemeMeansTheSameInConditionsMapAndFacets(t *testing.T) {
	l := lab.Open(t)
	rapid.Check(t, func(rt *rapid.T) {
		themes := rapid.IntRange(1, 5).Draw(rt, "themes")
		l.Write(rt, drawThemed(rt, themes))
		mapped, counted := mapped(l, rt), counted(l, rt)
		for i := range themes {
			code := fmt.Sprintf("theme %d", i)
			found := themed{
				Needs: total(l, rt, "needs", "theme", code), ExactNeeds: total(l, rt, "needs", "exactTheme", code),
				Offers: total(l, rt, "offers", "theme", code), ExactOffers: total(l, rt, "offers", "exactTheme", code),
			}
			if diff := cmp.Diff(found, mapped[code]); diff != "" {
				rt.Fatalf("%s: what conditions find, and what the map counts (+): %s", code, diff)
			}
			if found.Needs != counted[0][code] || found.ExactNeeds != counted[1][code] {
				rt.Fatalf("%s: conditions find %v, facets count %d, and %d of it alone", code, found, counted[0][code], counted[1][code])
			}
		}
	})
}

// themed is how many needs and offers are about a theme.
type themed struct{ Needs, ExactNeeds, Offers, ExactOffers int }

// drawThemed draws a hierarchy of themes, some of them hidden, with needs and offers about some of them.
func drawThemed(t *rapid.T, themes int) *plain.Graph {
	g := &plain.Graph{}
	add := func(kind, id string, values map[string]any) *plain.Node {
		n := &plain.Node{Type: kind, Values: map[string]any{"id": id, "audience": random.Audiences[0]}}
		maps.Copy(n.Values, values)
		g.Nodes = append(g.Nodes, n)
		return n
	}
	link := func(from *plain.Node, kind string, to *plain.Node) {
		g.Links = append(g.Links, plain.Link{From: from, Type: kind, To: to})
	}
	var vocabulary []*plain.Node
	for i := range themes {
		audience := rapid.SampledFrom([]int64{0, 0, 0, 2}).Draw(t, "audience")
		theme := add("Theme", fmt.Sprintf("t%d", i), map[string]any{"code": fmt.Sprintf("theme %d", i), "audience": audience})
		if above := rapid.IntRange(-1, i-1).Draw(t, "above"); above >= 0 {
			link(theme, "BROADER", vocabulary[above])
		}
		vocabulary = append(vocabulary, theme)
	}
	owner := add("Organisation", "o", map[string]any{"legalName": "O", "country": "SE"})
	for i := range rapid.IntRange(1, 6).Draw(t, "items") {
		kind, owned := "Need", "STAKEHOLDER"
		if rapid.Bool().Draw(t, "is an offer") {
			kind, owned = "Offer", "OFFERED_BY"
		}
		item := add(kind, fmt.Sprintf("i%d", i), map[string]any{"statement": "s", "state": "OPEN"})
		link(item, owned, owner)
		if about := rapid.IntRange(-1, themes-1).Draw(t, "about"); about >= 0 {
			link(item, "HAS_THEME", vocabulary[about])
		}
	}
	return g
}

// anybody may see what is public.
var anybody = lab.Viewer{Visible: random.Audiences[:1], Language: random.Languages[0]}

// asAnybody reads the answer to a document of one root field as anybody may see it.
func asAnybody(l lab.Lab, t lab.Failing, text string, variables map[string]any, into any) {
	t.Helper()
	answer, errs, err := l.Ask(lab.Parse(t, l.Schema, text, variables).Only(anybody))
	lab.Must(t, err)
	if len(errs) > 0 {
		t.Fatalf("%v", errs)
	}
	lab.Must(t, json.Unmarshal([]byte(answer), into))
}

// total tells how many there are of a list by a condition on their theme.
func total(l lab.Lab, t lab.Failing, list, condition, code string) int {
	t.Helper()
	var page struct{ TotalCount int }
	asAnybody(l, t, "query Total($code: String!) { "+list+"(filter: {"+condition+": {code: [$code]}}) { totalCount } }", map[string]any{"code": code}, &page)
	return page.TotalCount
}

// mapped gives what the map of needs counts, by theme.
func mapped(l lab.Lab, t lab.Failing) map[string]themed {
	t.Helper()
	var cells []struct {
		Theme struct{ Code string }
		themed
	}
	asAnybody(l, t, "{ needsMap { theme { code } needs exactNeeds offers exactOffers } }", nil, &cells)
	mapped := map[string]themed{}
	for _, cell := range cells {
		mapped[cell.Theme.Code] = cell.themed
	}
	return mapped
}

// counted gives what the facets of needs count, by theme: with those below it, and alone.
func counted(l lab.Lab, t lab.Failing) [2]map[string]int {
	t.Helper()
	type facet []struct {
		Value string
		Count int
	}
	var page struct {
		Facets struct{ Theme, ExactTheme facet }
	}
	asAnybody(l, t, "{ needs { facets { theme { value count } exactTheme { value count } } } }", nil, &page)
	counted := [2]map[string]int{{}, {}}
	for i, counts := range []facet{page.Facets.Theme, page.Facets.ExactTheme} {
		for _, count := range counts {
			counted[i][count.Value] = count.Count
		}
	}
	return counted
}
