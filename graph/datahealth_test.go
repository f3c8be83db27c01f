package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sick is a register in which each thing is wrong once.
const sick = `
CREATE (o:Record:Organisation {id: 'o', legalName: 'o', country: 'SE', sectorType: 'SME', sizeClass: 'SMALL', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)-[:HAS_LOCATION]->(:Location {municipality: 'Östersund'})
CREATE (twin:Record:Organisation {id: 'twin', legalName: 'o', country: 'NO', audience: 1, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)-[:POSSIBLE_DUPLICATE_OF]->(twin)
CREATE (n:Record:Network {id: 'n', acronym: 'N', name: 'n', country: 'SE', mission: 'm', lifecycle: 'FORMING', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (n)-[:HOSTED_BY]->(o)
CREATE (o)<-[:MEMBER]-(:Record:Membership {id: 'm', role: 'MEMBER', state: 'CLAIMED', validFrom: date('2020-01-01'), lastConfirmedOn: date('2020-01-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:IN_NETWORK]->(n)
CREATE (o)<-[:STAKEHOLDER]-(:Record:Need {id: 'need', statement: 's', state: 'OPEN', urgency: 'LOW', expiresOn: date('2024-05-31'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)<-[:OFFERED_BY]-(:Record:Offer {id: 'offer', statement: 's', state: 'OPEN', level: 'READY', expiresOn: date('2024-06-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (p:Record:Project {id: 'p', acronym: 'p', title: 't', projectType: 'MAIN', lifecycle: 'RUNNING', plannedFrom: date('2024-01-01'), plannedTo: date('2024-12-31'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)<-[:PARTICIPANT]-(:Record:Participation {id: 'part', role: 'LEAD', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_PROJECT]->(p)
CREATE (:Record:Obligation {id: 'late', type: 'FINAL_REPORT', status: 'OPEN', dueOn: date('2024-05-31'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_PROJECT]->(p)
CREATE (o)-[:HAS_CLAIM]->(a:Claim {field: 'sizeClass', value: 'SMALL', recordedAt: datetime()})-[:HAS_SOURCE]->(s:Record:Source {id: 's', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)-[:HAS_CLAIM]->(b:Claim {field: 'sizeClass', value: 'MICRO', recordedAt: datetime()})-[:HAS_SOURCE]->(s)`

// issues gives what is wrong as "kind record field, whom to ask".
func issues(health map[string]any) []string {
	var all []string
	for _, node := range health["issuePages"].(map[string]any)["nodes"].([]any) {
		issue := node.(map[string]any)
		ask, _ := issue["askWhom"].(map[string]any)
		whom, _ := ask["id"].(string)
		field, _ := issue["field"].(string)
		all = append(all, issue["kind"].(string)+" "+issue["about"].(map[string]any)["id"].(string)+" "+field+", "+whom)
	}
	return all
}

// healthIn gives the data's health from an answer, be it of the register or of a network.
func healthIn(a answer) map[string]any {
	if network, ok := a.Data["network"].(map[string]any); ok {
		return network["dataHealth"].(map[string]any)
	}
	return a.Data["dataHealth"].(map[string]any)
}

const healthFields = `{ records completeness fields { type country field records known }
  issuePages(first: 100) { totalCount nodes { kind field about { id } askWhom { id } } } }`

func TestHealthOfTheRegister(t *testing.T) {
	w := founded(t)
	w.write("MATCH (n) WHERE NOT n:Migration|Access|SignOuts|Audience|Lock DETACH DELETE n", nil)
	w.write(sick, nil)
	wrong := []string{
		"CONTRADICTED o sizeClass, o", "OVERDUE late dueOn, o", "UNVERIFIED m state, o", "EXPIRED need expiresOn, o", "STALE m lastConfirmedOn, o",
		"INCOMPLETE o identifiers, o", "INCOMPLETE p summary, o", "INCOMPLETE need theme, o", "INCOMPLETE offer theme, o", "INCOMPLETE late responsible, o",
	}
	duplicate := []string{"POSSIBLE_DUPLICATE o , o", "POSSIBLE_DUPLICATE twin , twin", "INCOMPLETE twin sectorType, twin", "INCOMPLETE twin sizeClass, twin",
		"INCOMPLETE twin identifiers, twin", "INCOMPLETE twin location, twin"}
	const ofNone = 0
	for _, row := range []struct {
		clearance, query string
		records          float64
		want             []string
		why              string
	}{
		{"PUBLIC", `{ dataHealth ` + healthFields + ` }`, 7, wrong, "all that the public may see"},
		{"", `{ dataHealth ` + healthFields + ` }`, 8, append(slices.Clone(wrong), duplicate...), "and its twin"},
		{"PUBLIC", `{ dataHealth(country: NO) ` + healthFields + ` }`, ofNone, nil, "nothing of the other side is public"},
		{"PUBLIC", `{ network(acronym: "N") { dataHealth ` + healthFields + ` } }`, 5,
			[]string{wrong[0], wrong[2], wrong[3], wrong[4], wrong[5], wrong[7], wrong[8]}, "what is the network's"},
	} {
		a := w.put(question{query: row.query, clearance: row.clearance})
		if len(a.Errors) > 0 {
			t.Fatal(a.text, w.log)
		}
		health := healthIn(a)
		got, want := issues(health), slices.Sorted(slices.Values(row.want))
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" || health["records"] != row.records {
			t.Errorf("%s %s: %v records, %s; %s", row.clearance, row.query, health["records"], diff, row.why)
		}
		if (health["completeness"] == nil) != (row.records == ofNone) {
			t.Errorf("%s: completeness is %v", row.query, health["completeness"])
		}
	}
}

// Reviews of contacts, and of persons reached by them, are told with the organisation to ask.
func TestHealthTellsWhatIsToBeReviewed(t *testing.T) {
	w := founded(t)
	w.write("MATCH (n) WHERE NOT n:Migration|Access|SignOuts|Audience|Lock DETACH DELETE n", nil)
	w.write(`
CREATE (n:Record:Network {id: 'n', acronym: 'N', lifecycle: 'FORMING', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (n)<-[:IN_NETWORK]-(:Record:Membership {id: 'm', role: 'MEMBER', state: 'ACTIVE', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:MEMBER]->(o:Record:Organisation {id: 'o', legalName: 'o', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (late:Record:Person {id: 'late', name: 'sealed:1:', reviewOn: date('2024-05-31'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (later:Record:Person {id: 'later', name: 'sealed:1:', reviewOn: date('2024-06-02'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH o, [['fresh', date('2024-05-31'), null, 0, late], ['old', date('2024-02-01'), null, 0, later], ['ended', null, date('2024-05-31'), 0, later], ['hidden', null, null, 3, late]] AS contacts
UNWIND contacts AS row
WITH o, row, row[4] AS person
CREATE (c:Record:Contact {id: row[0], function: 'duty', address: 'sealed:1:', lastVerifiedOn: row[1], endedOn: row[2], audience: row[3], version: 1, createdAt: datetime(), updatedAt: datetime()})-[:CONTACT_OF]->(o)
CREATE (c)-[:OF_PERSON]->(person)`, nil)
	for _, query := range []string{`{ dataHealth ` + healthFields + ` }`, `{ network(acronym: "N") { dataHealth ` + healthFields + ` } }`} {
		var due []string
		for _, issue := range issues(healthIn(w.put(question{query: query, clearance: "PUBLIC"}))) {
			if strings.HasPrefix(issue, "REVIEW_DUE") {
				due = append(due, issue)
			}
		}
		if diff := cmp.Diff([]string{"REVIEW_DUE old lastVerifiedOn, o", "REVIEW_DUE late reviewOn, o"}, due); diff != "" {
			t.Errorf("%s: %s", query, diff)
		}
	}
}

// What to look into comes in the same order wherever the database has put the records: it is told in pages, and reports are compared.
func TestHealthIsToldInOneOrder(t *testing.T) {
	w := founded(t)
	for _, ids := range [][]string{{"c", "a", "b"}, {"b", "c", "a"}} {
		w.write("MATCH (n) WHERE NOT n:Migration|Access|SignOuts|Audience|Lock DETACH DELETE n", nil)
		w.write(`
CREATE (n:Record:Network {id: 'n', acronym: 'N', name: 'n', country: 'SE', mission: 'm', lifecycle: 'FORMING', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH n
UNWIND $ids AS id
CREATE (o:Record:Organisation {id: id, legalName: id, sectorType: 'SME', sizeClass: 'SMALL', country: 'SE', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)-[:HAS_LOCATION]->(:Location {municipality: 'Östersund'})
CREATE (o)<-[:MEMBER]-(:Record:Membership {id: 'of ' + id, role: 'MEMBER', state: 'CLAIMED', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:IN_NETWORK]->(n)`,
			map[string]any{"ids": ids})
		for _, query := range []string{`{ dataHealth ` + healthFields + ` }`, `{ network(acronym: "N") { dataHealth ` + healthFields + ` } }`} {
			var numbers, states []string
			for _, issue := range issues(healthIn(w.put(question{query: query}))) {
				switch {
				case strings.HasPrefix(issue, "UNVERIFIED"):
					states = append(states, issue)
				case strings.Contains(issue, "identifiers"):
					numbers = append(numbers, issue)
				}
			}
			if len(numbers) != len(ids) || len(states) != len(ids) || !slices.IsSorted(numbers) || !slices.IsSorted(states) {
				t.Errorf("entered as %v, %s gives %v and %v", ids, query, numbers, states)
			}
		}
	}
}
