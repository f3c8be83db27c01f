package graph_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"partnernet/registry"
	"partnernet/testdb"
)

// judged is a set of needs and offers with the judgements which offers fit; testdata/matching/README.md tells how it was made.
type judged struct {
	Themes map[string]string
	Offers map[string]judgedItem
	Needs  map[string]judgedItem
}

type judgedItem struct {
	Theme    string
	Text     string
	Relevant []string
}

func readJudged(t *testing.T, file string) judged {
	t.Helper()
	text, err := os.ReadFile("testdata/matching/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var set judged
	if err := yaml.Unmarshal(text, &set); err != nil {
		t.Fatal(err)
	}
	return set
}

// page is how many matches a coordinator looks at.
const page = 5

// Of the first five matches more are right than by the theme alone, on needs and offers that nothing was tuned on.
func TestMatchesRankBetterThanThemesAlone(t *testing.T) {
	for _, file := range []string{"tuning.yaml", "heldout.yaml"} {
		set := readJudged(t, file)
		w := set.world(t)
		ours, themes := 0.0, 0.0
		for _, id := range slices.Sorted(maps.Keys(set.Needs)) {
			ours += precision(w.bestOffers(id), set.Needs[id].Relevant)
			themes += set.precisionOfTheme(set.Needs[id])
		}
		needs := float64(len(set.Needs))
		t.Logf("%s: precision at %d is %.3f, of the theme alone %.3f, and at most %.3f", file, page, ours/needs, themes/needs, set.best())
		if ours <= themes {
			t.Errorf("%s: the score finds no more than the theme alone", file)
		}
	}
}

// world holds a set: each need and each offer is of an organisation of its own, and nothing else is known of it.
func (set judged) world(t *testing.T) world {
	t.Helper()
	w := serve(t, testdb.Open(t))
	const common = "audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime('2024-05-01T00:00:00Z')"
	var themes, items []any
	for code, broader := range set.Themes {
		themes = append(themes, map[string]any{"code": code, "broader": broader})
	}
	for kind, all := range map[string]map[string]judgedItem{"Need": set.Needs, "Offer": set.Offers} {
		for id, item := range all {
			items = append(items, map[string]any{"kind": kind, "id": id, "theme": item.Theme, "text": item.Text, "vector": registry.TextVector(item.Text),
				"by": map[string]string{"Need": "STAKEHOLDER", "Offer": "OFFERED_BY"}[kind]})
		}
	}
	w.write("UNWIND $rows AS row CREATE (:Record:Theme {id: 'theme ' + row.code, code: row.code, "+common+"})", map[string]any{"rows": themes})
	w.write("UNWIND $rows AS row MATCH (t:Theme {code: row.code}), (b:Theme {code: row.broader}) CREATE (t)-[:BROADER]->(b)", map[string]any{"rows": themes})
	w.write(`
UNWIND $rows AS row
MATCH (t:Theme {code: row.theme})
CREATE (n:Record:$(row.kind) {id: row.id, statement: row.text, state: 'OPEN', textVector: row.vector, `+common+`})
CREATE (n)-[:HAS_THEME]->(t)
CREATE (n)-[:$(row.by)]->(:Record:Organisation {id: 'organisation of ' + row.id, legalName: row.id, `+common+`})`, map[string]any{"rows": items})
	return w
}

// bestOffers asks for the first matches of a need.
func (w world) bestOffers(need string) []string {
	w.t.Helper()
	a := w.put(question{query: `query ($need: ID!, $first: Int) { matches(need: $need, first: $first) { nodes { offer { id } } } }`,
		variables: map[string]any{"need": need, "first": page}})
	if len(a.Errors) > 0 {
		w.t.Fatal(a.text)
	}
	var ids []string
	for _, node := range a.Data["matches"].(map[string]any)["nodes"].([]any) {
		ids = append(ids, node.(map[string]any)["offer"].(map[string]any)["id"].(string))
	}
	return ids
}

// precision is how many of a page's places hold what is relevant.
func precision(found, relevant []string) float64 {
	right := 0
	for _, id := range found {
		if slices.Contains(relevant, id) {
			right++
		}
	}
	return float64(right) / page
}

// precisionOfTheme is the precision to be expected when offers of the need's own theme come first, in any order, and then all others.
func (set judged) precisionOfTheme(need judgedItem) float64 {
	var same, sameRight, others, othersRight float64
	for id, offer := range set.Offers {
		right := 0.0
		if slices.Contains(need.Relevant, id) {
			right = 1
		}
		if offer.Theme == need.Theme {
			same, sameRight = same+1, sameRight+right
		} else {
			others, othersRight = others+1, othersRight+right
		}
	}
	expected := 0.0
	if same > 0 {
		expected = sameRight * min(page, same) / same
	}
	return (expected + othersRight*max(0, page-same)/others) / page
}

// best is the precision of a perfect order: most needs have fewer than five offers that fit.
func (set judged) best() float64 {
	sum := 0.0
	for _, need := range set.Needs {
		sum += float64(min(page, len(need.Relevant))) / page
	}
	return sum / float64(len(set.Needs))
}
