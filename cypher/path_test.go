package cypher_test

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/cypher"
	"partnernet/store"
	"partnernet/testworld/lab"
)

// layers is organisations in three layers between a and b, each tied to each of the next through each of a layer's networks: a chain from a
// to b has six steps, and there are networks² × organisations² × networks ways to go.
const layers = `
UNWIND range(0, 3) AS layer
UNWIND CASE WHEN layer IN [0, 3] THEN [0] ELSE range(1, $organisations) END AS i
CREATE (:Record:Organisation {id: 'o' + layer + ' ' + i, layer: layer, audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH count(*) AS organisations
UNWIND range(0, 2) AS layer
UNWIND range(1, $networks) AS i
CREATE (n:Record:Network {id: 'n' + layer + ' ' + i, acronym: 'N' + layer + ' ' + i, lifecycle: 'ESTABLISHED', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH n, layer
MATCH (o:Organisation) WHERE o.layer IN [layer, layer + 1]
CREATE (o)<-[:MEMBER]-(:Record:Membership {id: 'm ' + n.id + o.id, role: 'MEMBER', state: 'ACTIVE', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:IN_NETWORK]->(n)`

var accesses = regexp.MustCompile(`Total database accesses: (\d+)`)

// profile runs a statement and gives how often it went to the database for something.
func (p planner) profile(t testing.TB, s *cypher.Statement) int {
	t.Helper()
	text, params := store.Statement{Text: s.Text, Params: s.Params}.Sent()
	result, err := neo4j.ExecuteQuery(t.Context(), p.driver, "PROFILE "+text, params, neo4j.EagerResultTransformer)
	lab.Must(t, err)
	drawn, _ := result.Summary.Profile().Arguments()["string-representation"].(string)
	total := accesses.FindStringSubmatch(drawn)
	if total == nil {
		t.Fatalf("the profile does not tell its total: %s", drawn)
	}
	n, err := strconv.Atoi(total[1])
	lab.Must(t, err)
	return n
}

// However many chains are equally short, the work of finding one grows with what there is to look at and not with the number of chains.
func TestPathsAreNotEnumerated(t *testing.T) {
	l, planner := lab.Open(t), newPlanner(t)
	q := lab.Parse(t, l.Schema, `query ($from: ID!, $to: ID!) { path(from: $from, to: $to, maxLength: 6) { length steps { node { id } } } }`,
		map[string]any{"from": "o0 0", "to": "o3 0"})
	statement, err := l.Compiler.Compile(q.Request(q.Fields()[0], lab.Coordinator))
	lab.Must(t, err)
	const networks = 10
	var ofEach, chains []float64
	for _, organisations := range []int{10, 30} {
		l.Run(t, store.Statement{Text: "MATCH (n:Record) DETACH DELETE n"},
			store.Statement{Text: layers, Params: map[string]any{"organisations": organisations, "networks": networks}})
		relations := 2 * networks * (1 + 4*organisations + 1) // of a membership with its organisation and its network
		hits := planner.profile(t, statement)
		ofEach, chains = append(ofEach, float64(hits)/float64(relations)), append(chains, float64(networks*organisations*networks*organisations*networks))
		t.Logf("%d accesses for one of %.0f chains over %d relations", hits, chains[len(chains)-1], relations)
	}
	if grown := ofEach[1] / ofEach[0]; ofEach[0] < 1 || grown > 2 {
		t.Errorf("%v accesses for each relation: with %.0f times as many chains %.1f times as many", ofEach, chains[1]/chains[0], grown)
	}
}

// A path has the fewest steps, is the same each time, and of a few that are equal is the one whose records' ids come first.
func TestPathsHaveTheFewestSteps(t *testing.T) {
	l := lab.Open(t)
	l.Run(t, store.Statement{Text: layers, Params: map[string]any{"organisations": 2, "networks": 2}}, store.Statement{Text: `
UNWIND range(1, 3) AS i
MATCH (n:Network {id: 'n0 1'})
MERGE (x:Record:Network {id: 'x1', acronym: 'X1', lifecycle: 'ESTABLISHED', audience: 0, version: 1})
MERGE (y:Record:Network {id: 'x2', acronym: 'X2', lifecycle: 'ESTABLISHED', audience: 0, version: 1})
MERGE (z:Record:Network {id: 'x3', acronym: 'X3', lifecycle: 'ESTABLISHED', audience: 0, version: 1})
MERGE (n)-[:COUNTERPART_OF]->(x)
MERGE (x)-[:COUNTERPART_OF]->(y)
MERGE (y)-[:COUNTERPART_OF]->(z)`})
	l.Run(t, store.Statement{Text: `
MATCH (z:Network {id: 'x3'}), (direct:Organisation {id: 'o1 1'})
CREATE (end:Record:Organisation {id: 'end', audience: 0, version: 1})
CREATE (end)<-[:MEMBER]-(:Record:Membership {id: 'm end', role: 'MEMBER', state: 'ACTIVE', audience: 0, version: 1})-[:IN_NETWORK]->(z)
CREATE (project:Record:Project {id: 'p', acronym: 'P', audience: 0, version: 1, plannedFrom: date('2020-01-01'), plannedTo: date('2020-12-31')})
CREATE (end)<-[:PARTICIPANT]-(:Record:Participation {id: 'part end', role: 'PARTNER', audience: 0, version: 1})-[:OF_PROJECT]->(project)
CREATE (direct)<-[:PARTICIPANT]-(:Record:Participation {id: 'part direct', role: 'PARTNER', audience: 0, version: 1})-[:OF_PROJECT]->(project)`})
	for _, row := range []struct {
		why, from, to, asOf string
		want                string
	}{
		{"the first of equals by their ids", "o0 0", "o3 0", "2026-01-01", "6 o0 0,n0 1,o1 1,n1 1,o2 1,n2 1,o3 0"},
		{"over counterparts, when the project is over", "o0 0", "end", "2026-01-01", "5 o0 0,n0 1,x1,x2,x3,end"},
		{"over the project while it runs: fewer steps, though as many records stand between", "o0 0", "end", "2020-06-01", "4 o0 0,n0 1,o1 1,p,end"},
	} {
		for range 2 {
			got := l.Answer(t, `query ($from: ID!, $to: ID!, $asOf: Date) { path(from: $from, to: $to, asOf: $asOf) { length steps { node { id } } } }`,
				map[string]any{"from": row.from, "to": row.to, "asOf": row.asOf})
			if chain := chainOf(t, got); chain != row.want {
				t.Errorf("%s: %s, want %s", row.why, chain, row.want)
			}
		}
	}
}

var (
	lengthIn = regexp.MustCompile(`"length":(\d+)`)
	idIn     = regexp.MustCompile(`"id":"([^"]*)"`)
)

// chainOf gives a path's length and the ids of its steps.
func chainOf(t *testing.T, answer string) string {
	t.Helper()
	length := lengthIn.FindStringSubmatch(answer)
	if length == nil {
		return answer
	}
	text, separator := length[1], " "
	for _, id := range idIn.FindAllStringSubmatch(answer, -1) {
		text, separator = fmt.Sprint(text, separator, id[1]), ","
	}
	return text
}
