package graph_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/store"
	"partnernet/testdb"
)

// sampled gives the founding case with the sample of needs and offers.
func sampled(t *testing.T) world {
	t.Helper()
	w := founded(t)
	text, err := os.ReadFile("../docs/sample/needs-and-offers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	telling, err := intake.ReadFacts(schema(t), text)
	if err != nil {
		t.Fatal(err)
	}
	telling.Actor, telling.Action = "test", "import facts"
	if _, err := ledger.New(w.db, schema(t), time.Now).Tell(t.Context(), telling); err != nil {
		t.Fatal(err)
	}
	return w
}

// Whatever a field may lead to, its id and what it is called are asked for without a fragment, and are what fragments on its types give.
func TestWhatAFieldMayLeadToIsNamedWithoutAFragment(t *testing.T) {
	w := sampled(t)
	w.write(`MATCH (a:Organisation {id: $iuc}), (b:Organisation {legalName: 'Region Jämtland Härjedalen'})
CREATE (j:Record:IdentityJudgement {id: 'judgement', verdict: 'DIFFERENT', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (j)-[:JUDGED]->(a), (j)-[:JUDGED_AGAINST]->(b)`, map[string]any{"iuc": iuc})
	region := w.ask(`{ organisations(filter: {text: "Region Jämtland Härjedalen"}) { nodes { id } } }`)["organisations"].(map[string]any)["nodes"].([]any)[0].(map[string]any)["id"]
	steps := fmt.Sprintf("{ path(from: %q, to: %q, relations: [%%s]) { steps { %%%%s } } }", iuc, region)
	for _, row := range []struct{ leads, query, field, fragments string }{
		{"Member", `{ memberships: networks { nodes { memberships { nodes { %s } } } } }`, "member", "... on Organisation { own: legalName } ... on Network { acronym }"},
		{"Member", `{ partnerships(standing: ANY) { nodes { parties { %s } } } }`, "party", "... on Organisation { own: legalName } ... on Network { acronym }"},
		{"ApplicationTarget", `{ projects(first: 5) { nodes { applications { %s } } } }`, "appliedTo", "... on Organisation { legalName } ... on Programme { name }"},
		{"LapsedItem", `{ projects(first: 5) { nodes { applications { lapseCascade { %s } } } } }`, "affected", "... on Award { own: displayName } ... on Project { acronym } ... on Partnership { own: displayName }"},
		{"ConditionDependency", `{ projects(first: 5) { nodes { awards { conditions { %s } } } } }`, "dependsOn", "... on Application { own: displayName } ... on Award { own: displayName }"},
		{"Stakeholder", `{ needs(first: 100) { nodes { %s } } }`, "stakeholder", "... on Organisation { legalName } ... on TargetGroup { name }"},
		{"PathRecord", fmt.Sprintf(steps, "APPLICATION"), "record", "... on Application { own: displayName } ... on Award { award: displayName }"},
		{"PathRecord", fmt.Sprintf(steps, "AWARD"), "record", "... on Application { own: displayName } ... on Award { award: displayName }"},
		{"Waypoint", fmt.Sprintf(steps, "AWARD"), "node", "... on Organisation { legalName } ... on Project { acronym }"},
		{"SearchItem", `{ search(text: "kommun", first: 50) { nodes { %s } } }`, "item",
			"... on Organisation { own: legalName } ... on Network { acronym } ... on Project { ofProject: acronym } ... on Document { title } ... on Need { own: statement } ... on Offer { own: statement } ... on Partnership { called: displayName } ... on Programme { name }"},
		{"JudgedRecord", `{ node(id: "judgement") { ... on IdentityJudgement { %s } } }`, "organisation", "... on Organisation { legalName } ... on Network { acronym } ... on FormerRecord { name }"},
		{"JudgedRecord", `{ node(id: "judgement") { ... on IdentityJudgement { %s } } }`, "other", "... on Organisation { legalName } ... on Network { acronym } ... on FormerRecord { name }"},
	} {
		both := "plain: " + row.field + " { __typename id displayName } by: " + row.field + " { __typename ... on Record { id } " + row.fragments + " }"
		met := 0
		eachPair(w.ask(fmt.Sprintf(row.query, both)), func(plain, by map[string]any) {
			met++
			for key, value := range by {
				if key != "__typename" && key != "id" {
					delete(by, key)
					by["displayName"] = value
				}
			}
			if diff := cmp.Diff(by, plain); diff != "" {
				t.Errorf("%s: what fragments give, and what is asked without (+): %s", row.leads, diff)
			}
		})
		if met == 0 {
			t.Errorf("%s: nothing was met by %s", row.leads, row.query)
		}
	}
}

// eachPair gives all objects of an answer that were asked for as plain and as by, one pair at a time.
func eachPair(value any, do func(plain, by map[string]any)) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			eachPair(item, do)
		}
	case map[string]any:
		plain, by := listed(v["plain"]), listed(v["by"])
		for i := range plain {
			do(plain[i], by[i])
		}
		for key, item := range v {
			if key != "plain" && key != "by" {
				eachPair(item, do)
			}
		}
	}
}

// listed gives an object as a list of one, and nothing as an empty one.
func listed(value any) []map[string]any {
	switch v := value.(type) {
	case map[string]any:
		return []map[string]any{v}
	case []any:
		var objects []map[string]any
		for _, item := range v {
			objects = append(objects, item.(map[string]any))
		}
		return objects
	}
	return nil
}

// Every record of the founding case and the sample is called something; a change is, whose command has a name.
func TestEveryRecordOfTheFoundingCaseIsCalledSomething(t *testing.T) {
	w := sampled(t)
	rows, err := w.db.ReadRows(t.Context(), store.Statement{Text: "MATCH (n:Record) WHERE coalesce(n.action <> '', true) WITH labels(n) AS labels, n.id AS id ORDER BY id WITH labels, collect(id)[0..4] AS ids UNWIND ids AS id RETURN id"})
	if err != nil {
		t.Fatal(err)
	}
	types := map[string]bool{}
	for _, row := range rows {
		node := w.ask(fmt.Sprintf(`{ node(id: %q) { __typename displayName } }`, row["id"]))["node"].(map[string]any)
		types[node["__typename"].(string)] = true
		if name, _ := node["displayName"].(string); strings.TrimSpace(name) == "" {
			t.Errorf("%s %v is called nothing", node["__typename"], row["id"])
		}
	}
	if len(types) < 25 {
		t.Errorf("only %d types were met", len(types))
	}
}

// What a record of each type is called, when it has what its type cannot be without and nothing more. Only what has nothing to be called by
// is called nothing.
func TestWhatEachTypeIsCalled(t *testing.T) {
	testdb.Open(t)
	config := testdb.Config(t)
	config.Timeout = patience
	w := serve(t, connect(t, config))
	r := &records{model: schema(t), ids: map[string]string{}}
	ground := r.of(r.model.Type("Source"))
	want := map[string]any{
		"Account": nil, "Grant": nil, "Activity": "title-0", "Application": "legalName-0", "Area": "name-0", "Award": "legalName-0", "BudgetLine": "code-0",
		"Condition": nil, "Contact": "function-0 – legalName-0", "Person": nil, "Decision": "caseNumber-0", "Document": "title-0", "IdentityJudgement": "legalName-0 – legalName-0",
		"Indicator": "name-0", "Introduction": "name-0 – legalName-0", "LegalBasis": "title-0", "Membership": "legalName-0 – acronym-0",
		"Need": "statement-0", "NeedsMapping": "title-0", "Network": "acronym-0", "Objective": "statement-0", "Obligation": nil,
		"Offer": "statement-0", "Organisation": "legalName-0", "Output": nil, "Participation": "legalName-0 – acronym-0",
		"Partnership": "legalName-0 – acronym-0", "Payment": nil, "Programme": "name-0", "Proposal": nil, "Project": "acronym-0", "Source": "title-0",
		"Strategy": "title-0", "StrategyAlignment": "title-0", "Succession": "legalName-0 – acronym-0", "TargetGroup": "name-0", "Theme": "Reservkraft",
	}
	got := map[string]any{}
	for _, kind := range r.model.Types() {
		if kind.Record && !kind.Abstract && !slices.Contains([]string{"Change", "FormerRecord"}, kind.Name) {
			r.of(kind)
		}
	}
	if _, err := ledger.New(w.db, r.model, time.Now).Tell(t.Context(), ledger.Telling{Actor: "first", Action: "enter", Source: ground, Records: r.all}); err != nil {
		t.Fatal(err)
	}
	for kind, id := range r.ids {
		got[kind] = w.ask(fmt.Sprintf(`{ node(id: %q) { displayName } }`, id))["node"].(map[string]any)["displayName"]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A name is that of the day that is asked for, and nobody is named who may not be seen.
func TestNamesAreThoseOfTheDayAndOfWhatIsSeen(t *testing.T) {
	w := founded(t)
	w.write(`
UNWIND [['open', 0], ['secret', 3]] AS row
CREATE (o:Record:Organisation {id: row[0], legalName: 'The ' + row[0] + ' one', audience: row[1], version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (m:Record:Membership {id: 'membership ' + row[0], role: 'MEMBER', state: 'ACTIVE', validFrom: date('2020-01-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
MERGE (p:Record:Partnership {id: 'partnership', type: 'OTHER', state: 'CLAIMED', validFrom: date('2020-01-01'), audience: 0, version: 1})
  ON CREATE SET p.createdAt = datetime(), p.updatedAt = datetime()
WITH *
MATCH (n:Network {acronym: 'MITTSEC'})
CREATE (o)<-[:MEMBER]-(m)-[:IN_NETWORK]->(n), (p)-[:HAS_PARTY]->(:Party:PartnershipParty {position: CASE row[0] WHEN 'open' THEN 1 ELSE 2 END})-[:PARTY]->(o)
CREATE (o)-[:FORMERLY]->(:FormerName {kind: 'LEGAL_NAME', name: 'Formerly ' + row[0], validTo: date('2023-12-31')})`, nil)
	for _, row := range []struct{ clearance, asked, want string }{
		{"RESTRICTED", `organisation(id: "open") { partnerships(asOf: "2024-06-01") { nodes { displayName } } }`, `{"displayName":"The open one – The secret one"}`},
		{"RESTRICTED", `organisation(id: "open") { partnerships(asOf: "2023-06-01") { nodes { displayName } } }`, `{"displayName":"Formerly open – Formerly secret"}`},
		{"PUBLIC", `organisation(id: "open") { partnerships { nodes { displayName } } }`, `{"displayName":"The open one"}`},
		{"PUBLIC", `organisation(id: "open") { memberships(asOf: "2023-06-01") { nodes { displayName } } }`, `{"displayName":"Formerly open – MITTSEC"}`},
		{"PUBLIC", `organisation(id: "open") { memberships { nodes { displayName } } }`, `{"displayName":"The open one – MITTSEC"}`},
		{"RESTRICTED", `node(id: "membership secret") { displayName }`, `{"displayName":"The secret one – MITTSEC"}`},
		{"PUBLIC", `node(id: "membership secret") { displayName }`, `"node":null`},
		{"PUBLIC", `node(id: "partnership") { displayName }`, `{"displayName":"The open one"}`},
	} {
		a := w.put(question{clearance: row.clearance, query: "{ " + row.asked + " }"})
		if !strings.Contains(a.text, row.want) || len(a.Errors) > 0 {
			t.Errorf("%s asks %s: %s, want %s", row.clearance, row.asked, a.text, row.want)
		}
	}
}
