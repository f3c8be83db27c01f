package graph_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

// border is a need on the Swedish side and offers that each differ in one thing from the one called like.
const border = `
UNWIND $themes AS row
CREATE (:Record:Theme {id: row[0], code: row[0], audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH collect(row) AS themes
UNWIND themes AS row
MATCH (t:Theme {code: row[0]}), (b:Theme {code: row[1]})
CREATE (t)-[:BROADER]->(b)
WITH DISTINCT 1 AS one
MATCH (theme:Theme {code: 'our-radio'})
CREATE (se:Record:Organisation {id: 'se', legalName: 'se', country: 'SE', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (se)-[:HAS_LOCATION]->(:Location {pointLatitude: 63.0, pointLongitude: 14.0})
CREATE (need:Record:Need {id: 'need', statement: $need, textVector: $needVector, state: 'OPEN', validFrom: date('2024-06-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (need)-[:STAKEHOLDER]->(se)
CREATE (need)-[:HAS_THEME]->(theme)
WITH se
UNWIND $offers AS row
CREATE (o:Record:Organisation {id: 'of ' + row.id, legalName: row.id, country: 'NO', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (offer:Record:Offer {id: row.id, statement: row.text, textVector: row.vector, state: 'OPEN', validFrom: date('2024-06-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OFFERED_BY]->(o)
SET offer += row.values
WITH row, o, offer
MATCH (theme:Theme {code: row.theme})
CREATE (offer)-[:HAS_THEME]->(theme)`

// ties give the one with the need a network with one organisation, a partnership with another, and a point to a third.
const ties = `
MATCH (se:Record {id: 'se'}), (known:Record {id: 'of known'}), (partner:Record {id: 'of partner'}), (near:Record {id: 'of near'})
CREATE (near)-[:HAS_LOCATION]->(:Location {pointLatitude: 63.0, pointLongitude: 13.0})
CREATE (source:Record:Source {id: 'source', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:FROM_DOCUMENT]->(:Record:Document {id: 'document', title: 'Members', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (network:Record:Network {id: 'network', acronym: 'NET', lifecycle: 'ESTABLISHED', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (se)<-[:MEMBER]-(:Record:Membership {id: 'membership se', role: 'MEMBER', state: 'ACTIVE', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:IN_NETWORK]->(network)
CREATE (known)<-[:MEMBER]-(m:Record:Membership {id: 'membership known', role: 'MEMBER', state: 'ACTIVE', audience: 1, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:IN_NETWORK]->(network)
CREATE (m)-[:HAS_SOURCE]->(source)
CREATE (partnership:Record:Partnership {id: 'partnership', type: 'SUPPLY', state: 'ACTIVE', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (partnership)-[:HAS_PARTY]->(:Party {position: 1})-[:PARTY]->(se)
CREATE (partnership)-[:HAS_PARTY]->(:Party {position: 2})-[:PARTY]->(partner)`

func bordering(t *testing.T) world {
	t.Helper()
	w := founded(t)
	const need, like, unlike = "Vi behöver radio när mobilnätet är nere", "Radioer til leie når mobilnettet faller ut", "Murere og flisleggere"
	var offers []any
	for _, row := range []struct {
		id, theme, text string
		values          map[string]any
	}{
		{"like", "our-radio", like, nil},
		{"unlike", "our-radio", unlike, nil},
		{"above", "our-communications", like, nil},
		{"beside", "our-networks", like, nil},
		{"far", "our-health", like, nil},
		{"proven", "our-radio", like, map[string]any{"level": "PROVEN"}},
		{"planned", "our-radio", like, map[string]any{"level": "PLANNED"}},
		{"old", "our-radio", like, nil},
		{"paused", "our-radio", like, map[string]any{"state": "PAUSED"}},
		{"known", "our-radio", like, nil},
		{"partner", "our-radio", like, nil},
		{"near", "our-radio", like, nil},
		{"wordless", "our-radio", "–", nil},
	} {
		offer := map[string]any{"id": row.id, "theme": row.theme, "text": row.text, "vector": nil, "values": row.values}
		if vector := registry.TextVector(row.text); vector != nil { // the driver would send a list without one as empty
			offer["vector"] = vector
		}
		offers = append(offers, offer)
	}
	themes := [][]any{{"our-communications", nil}, {"our-radio", "our-communications"}, {"our-networks", "our-communications"}, {"our-health", nil}}
	w.write(border, map[string]any{"themes": themes, "need": need, "needVector": registry.TextVector(need), "offers": offers})
	w.write(`MATCH (o:Offer {id: 'old'}) SET o.validFrom = date('2022-09-01'), o.expiresOn = date('2024-06-20')`, nil)
	w.write(ties, nil)
	return w
}

// match is a match as these tests ask for it.
type match struct {
	score   float64
	novelty float64
	parts   map[string]float64
	grounds []string
	reasons []string
	path    map[string]any
}

func (w world) matchesOf(clearance string) (matches map[string]match, order []string) {
	w.t.Helper()
	a := w.put(question{clearance: clearance, query: `{ matches(need: "need") { nodes {
		score novelty grounds reasons parts { name weight value } offer { id } introduction { length steps { id } sources { id } } } } }`})
	if len(a.Errors) > 0 {
		w.t.Fatal(a.text, w.log)
	}
	matches = map[string]match{}
	for _, node := range a.Data["matches"].(map[string]any)["nodes"].([]any) {
		fields := node.(map[string]any)
		m := match{score: fields["score"].(float64), novelty: fields["novelty"].(float64), parts: map[string]float64{}}
		m.path, _ = fields["introduction"].(map[string]any)
		for _, part := range fields["parts"].([]any) {
			m.parts[part.(map[string]any)["name"].(string)] = part.(map[string]any)["value"].(float64)
		}
		m.grounds, m.reasons = texts(fields["grounds"]), texts(fields["reasons"])
		id := fields["offer"].(map[string]any)["id"].(string)
		matches[id], order = m, append(order, id)
	}
	return matches, order
}

func texts(list any) []string {
	var all []string
	for _, item := range list.([]any) {
		all = append(all, item.(string))
	}
	return all
}

// Each thing that should raise or lower a match does, and what is not known does neither.
func TestWhatRaisesAndLowersAMatch(t *testing.T) {
	w := bordering(t)
	matches, order := w.matchesOf("")
	for _, row := range []struct{ better, worse, why string }{
		{"like", "unlike", "the texts are alike"},
		{"like", "above", "the theme is the same, not the one above"},
		{"above", "beside", "one step is nearer than two"},
		{"proven", "like", "a proven capability is better than one of which nothing is said"},
		{"like", "planned", "which is better than one that is only intended"},
		{"like", "old", "it was confirmed lately"},
		{"known", "like", "somebody can introduce them"},
		{"near", "like", "they are near each other"},
		{"unlike", "partner", "partners have found each other already"},
	} {
		if matches[row.better].score <= matches[row.worse].score {
			t.Errorf("%s (%.3f) should come before %s (%.3f): %s", row.better, matches[row.better].score, row.worse, matches[row.worse].score, row.why)
		}
	}
	for _, id := range []string{"far", "paused"} {
		if slices.Contains(order, id) {
			t.Errorf("%s is a match", id)
		}
	}
	for id, unknown := range map[string][]string{"like": {"CAPACITY", "DISTANCE"}, "wordless": {"TEXT", "CAPACITY", "DISTANCE"}, "near": {"CAPACITY"}} {
		for _, part := range unknown {
			if value, known := matches[id].parts[part]; known {
				t.Errorf("%s of %s is %v, and nothing is known of it", part, id, value)
			}
		}
	}
}

// A score is the mean of its parts by the weights that the schema tells, times what is left after what has been between the two.
func TestAScoreIsWhatTheSchemaSays(t *testing.T) {
	w := bordering(t)
	weights := schema(t).Weights()
	matches, _ := w.matchesOf("")
	for id, m := range matches {
		sum, most := 0.0, 0.0
		for name, value := range m.parts {
			weight := weights[name].(float64)
			sum, most = sum+weight*value, most+weight
		}
		want := sum / most * m.novelty
		if math.Abs(m.score-want) > 1e-9 {
			t.Errorf("%s scores %v, and its parts make %v", id, m.score, want)
		}
	}
	for _, value := range schema(t).Schema.Types["MatchPartName"].EnumValues {
		if told := "Counts " + value.Directives.ForName("weight").Arguments.ForName("of").Value.Raw + "."; !strings.HasPrefix(value.Description, told) {
			t.Errorf("%s is said to count otherwise than it does: %s", value.Name, value.Description)
		}
	}
}

// Reasons say what the score knows, and the introduction leads over what both know, with what it rests on.
func TestAMatchExplainsItself(t *testing.T) {
	w := bordering(t)
	matches, _ := w.matchesOf("")
	for id, want := range map[string][]string{
		"like":    {"SAME_THEME", "ALIKE_TEXT", "ACROSS_BORDER"},
		"above":   {"NEIGHBOURING_THEME", "ALIKE_TEXT", "ACROSS_BORDER"},
		"beside":  {"RELATED_THEME", "ALIKE_TEXT", "ACROSS_BORDER"},
		"proven":  {"SAME_THEME", "ALIKE_TEXT", "ACROSS_BORDER", "READY_TO_DELIVER"},
		"old":     {"SAME_THEME", "ALIKE_TEXT", "ACROSS_BORDER", "LONG_UNCONFIRMED", "EXPIRES_SOON"},
		"known":   {"SAME_THEME", "ALIKE_TEXT", "ACROSS_BORDER", "KNOWN_TO_EACH_OTHER"},
		"near":    {"SAME_THEME", "ALIKE_TEXT", "ACROSS_BORDER", "NEARBY"},
		"partner": {"ALREADY_PARTNERS", "SAME_THEME", "ALIKE_TEXT", "ACROSS_BORDER"},
		"unlike":  {"SAME_THEME", "ACROSS_BORDER"},
	} {
		if diff := cmp.Diff(want, matches[id].grounds); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
		if len(matches[id].reasons) != len(want) {
			t.Errorf("%s has %d grounds and %d reasons", id, len(want), len(matches[id].reasons))
		}
	}
	if said := strings.Join(matches["like"].reasons, " "); !strings.Contains(said, "mobilnettet") {
		t.Errorf("nobody says that both speak of mobilnettet: %s", said)
	}
	if diff := cmp.Diff(expected(t, `{"length": 2, "steps": [{"id": "se"}, {"id": "network"}, {"id": "of known"}], "sources": [{"id": "source"}]}`), matches["known"].path); diff != "" {
		t.Error(diff)
	}
	if matches["like"].path != nil {
		t.Errorf("nobody knows like, and yet there is a way: %v", matches["like"].path)
	}
	public, _ := w.matchesOf("PUBLIC")
	if m := public["known"]; m.path != nil || m.parts["TIES"] != 0 || m.score >= matches["known"].score {
		t.Errorf("a membership that the public may not see shows: %+v", m)
	}
}

// What has been between the two of a match lowers it, by as much as the schema says of the state of the introduction, and it says so.
func TestIntroductionsMakeAMatchOldNews(t *testing.T) {
	w := bordering(t)
	w.write(`MATCH (se:Record {id: 'se'}), (other:Record {id: 'of unlike'}), (need:Record {id: 'need'})
CREATE (:Record:Need {id: 'other need', statement: 's', state: 'MET', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:STAKEHOLDER]->(se)
CREATE (:Record:Offer {id: 'other offer', statement: 's', state: 'MET', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OFFERED_BY]->(other)`, nil)
	before, _ := w.matchesOf("")
	weights := schema(t).Weights()
	for _, row := range []struct {
		match, need, offer string
		values             map[string]any
		counts             string // the state that the match is lowered by
		ground             string
		why                string
	}{
		{"like", "need", "like", map[string]any{"state": "DECLINED"}, "DECLINED", "DECLINED_BEFORE", "one of them declined for this need and offer"},
		{"unlike", "other need", "other offer", map[string]any{"state": "DECLINED"}, "DECLINED", "DECLINED_BEFORE", "they declined for another need and offer of theirs"},
		{"like", "need", "like", map[string]any{"state": "INTRODUCED"}, "INTRODUCED", "ALREADY_INTRODUCED", "they were brought together"},
		{"unlike", "other need", "other offer", map[string]any{"state": "PARTNERSHIP"}, "PARTNERSHIP", "ALREADY_INTRODUCED", "a partnership came of another introduction, and is over"},
		{"like", "need", "like", map[string]any{"state": "SUGGESTED"}, "SUGGESTED", "", "it is only suggested so far"},
		{"partner", "need", "partner", map[string]any{"state": "DECLINED"}, "PARTNERSHIP", "ALREADY_PARTNERS", "they declined and became partners in another way: what leaves least counts"},
		{"like", "need", "like", map[string]any{"state": "DECLINED", "settledOn": today.AddDate(0, 0, 1).Format("2006-01-02")}, "SUGGESTED", "", "they decline only tomorrow"},
		{"like", "need", "like", map[string]any{"state": "DECLINED", "settledOn": today.AddDate(0, 0, 1).Format("2006-01-02"), "introducedOn": "2024-05-01"}, "INTRODUCED", "ALREADY_INTRODUCED", "until then they are introduced"},
		{"like", "need", "like", map[string]any{"state": "INTRODUCED", "suggestedOn": today.AddDate(0, 0, 1).Format("2006-01-02")}, "SUGGESTED", "", "it begins only tomorrow"},
		{"like", "need", "like", map[string]any{"state": "DECLINED", "audience": 3}, "SUGGESTED", "", "the viewer may not see it"},
	} {
		w.write(`MATCH (need:Record {id: $need}), (offer:Record {id: $offer})
CREATE (need)<-[:FOR_NEED]-(i:Record:Introduction {id: 'introduction', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_OFFER]->(offer)
SET i += $values
SET i.suggestedOn = date(i.suggestedOn), i.introducedOn = date(i.introducedOn), i.settledOn = date(i.settledOn)`, map[string]any{"need": row.need, "offer": row.offer, "values": row.values})
		matches, _ := w.matchesOf("COORDINATORS")
		got, without := matches[row.match], before[row.match]
		want := weights[row.counts].(float64)
		if got.novelty != want || math.Abs(got.score-without.score/without.novelty*want) > 1e-9 {
			t.Errorf("%s: %v is left of %v, which makes %v; want %v of it", row.why, got.novelty, without.score/without.novelty, got.score, want)
		}
		said := slices.DeleteFunc(slices.Clone(got.grounds), func(g string) bool {
			return !slices.Contains([]string{"ALREADY_PARTNERS", "ALREADY_INTRODUCED", "DECLINED_BEFORE"}, g)
		})
		if strings.Join(said, " ") != row.ground {
			t.Errorf("%s: got %v, want %s", row.why, said, row.ground)
		}
		w.write("MATCH (i:Introduction {id: 'introduction'}) DETACH DELETE i", nil)
	}
	for _, value := range schema(t).Schema.Types["IntroductionState"].EnumValues {
		if told := "leaves " + value.Directives.ForName("weight").Arguments.ForName("of").Value.Raw + " of"; !strings.Contains(value.Description, told) {
			t.Errorf("%s is said to leave otherwise than it does: %s", value.Name, value.Description)
		}
	}
}

// The sides say whose needs and offers are meant.
func TestMatchesOfTwoNetworks(t *testing.T) {
	w := bordering(t)
	for _, row := range []struct {
		sides string
		want  []string
		why   string
	}{
		{`needsOf: {acronym: "NET"}, offersOf: {acronym: "NET"}`, []string{"known"}, "only one of the offers is a member's"},
		{`needsOf: {acronym: "MITTSEC"}, offersOf: {acronym: "NET"}`, nil, "its members have no needs"},
		{`need: "need", offersOf: {id: "network"}`, []string{"known"}, "one need against one side"},
	} {
		nodes := w.ask(`{ matches(` + row.sides + `) { nodes { offer { id } } } }`)["matches"].(map[string]any)["nodes"].([]any)
		var got []string
		for _, node := range nodes {
			got = append(got, node.(map[string]any)["offer"].(map[string]any)["id"].(string))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s; %s", row.sides, diff, row.why)
		}
	}
	if a := w.put(question{query: `{ matches(need: "nobody's") { totalCount } }`}); len(a.Errors) != 1 || a.Errors[0].code() != "NOT_FOUND" {
		t.Errorf("there is no such need: %s", a.text)
	}
	all := w.ask(`{ matches { totalCount } }`)["matches"].(map[string]any)["totalCount"]
	one := w.ask(`{ matches(need: "need") { totalCount } }`)["matches"].(map[string]any)["totalCount"]
	if all != one || one == 0.0 {
		t.Errorf("%v matches of all needs, %v of the only one", all, one)
	}
}
