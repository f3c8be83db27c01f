package intake

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
)

// words stands in a table for a text in the registry's own words, which must be there and may change.
const words = "…"

var compareWords = cmp.Comparer(func(a, b string) bool { return a == b || a == words && b != "" || b == words && a != "" })

// What the decision RUN/112/2023 tells, and where in the registry a reader finds it.
var facts = []struct{ fact, where, want string }{
	{"the decision, its document and its language",
		`decision(caseNumber: "RUN/112/2023") { caseNumber document { title reference language type } }`,
		`{"caseNumber": "RUN/112/2023", "document": {"title": "Medfinansiering till projektet Commsec", "reference": "RUN/112/2023", "language": "sv", "type": "DECISION"}}`},
	{"IUC Z-Group AB has applied for SEK 362 060, and Interreg is applied to as well, by whom and for how much is not told",
		`project(acronym: "Commsec") { applications { state caseNumber applicant { legalName country } amountAppliedFor { amount currency }
		   appliedTo { ... on Organisation { legalName } ... on Programme { name } } unknown { field reason } } }`,
		`{"applications": [
		   {"state": "GRANTED", "caseNumber": "RUN/112/2023", "applicant": {"legalName": "IUC Z-Group AB", "country": "SE"}, "amountAppliedFor": {"amount": "362060.00", "currency": "SEK"},
		    "appliedTo": {"legalName": "Region Jämtland Härjedalen"}, "unknown": [{"field": "submittedOn", "reason": "NOT_IN_SOURCE"}]},
		   {"state": "APPLIED", "caseNumber": null, "applicant": null, "amountAppliedFor": null, "appliedTo": {"name": "Interreg Sverige–Norge"},
		    "unknown": [{"field": "amountAppliedFor", "reason": "NOT_IN_SOURCE"}, {"field": "applicant", "reason": "NOT_IN_SOURCE"},
		                {"field": "caseNumber", "reason": "NOT_IN_SOURCE"}, {"field": "submittedOn", "reason": "NOT_IN_SOURCE"}]}]}`},
	{"a pre-study from 1 May 2023 to 31 May 2024",
		`project(acronym: "Commsec") { projectType plannedFrom plannedTo durationMonths lifecycle actualFrom actualTo }`,
		`{"projectType": "PRE_STUDY", "plannedFrom": "2023-05-01", "plannedTo": "2024-05-31", "durationMonths": 13, "lifecycle": "PLANNED", "actualFrom": null, "actualTo": null}`},
	{"who takes part, as what, and from which side",
		`project(acronym: "Commsec") { participations { nodes { role country organisation { legalName country } } } }`,
		`{"participations": {"nodes": [
		   {"role": "PROJECT_OWNER", "country": "SE", "organisation": {"legalName": "IUC Z-Group AB", "country": "SE"}},
		   {"role": "PARTNER", "country": "NO", "organisation": {"legalName": "Future innovations AS", "country": "NO"}}]}}`},
	{"MITTSEC is to be built as counterpart of MIDSEC",
		`mittsec: network(acronym: "MITTSEC") { country lifecycle counterparts { acronym country lifecycle counterparts { acronym } } activities { title project { acronym } } }`,
		`{"country": "SE", "lifecycle": "PLANNED", "counterparts": [{"acronym": "MIDSEC", "country": "NO", "lifecycle": "ESTABLISHED", "counterparts": [{"acronym": "MITTSEC"}]}],
		  "activities": [{"title": "Bygga upp MITTSEC", "project": {"acronym": "Commsec"}}]}`},
	{"MIDSEC is to be strengthened",
		`midsec: network(acronym: "MIDSEC") { activities { title project { acronym } } }`,
		`{"activities": [{"title": "Stärka MIDSEC", "project": {"acronym": "Commsec"}}]}`},
	{"a robust border region, small companies that supply total defence, and in the longer term civil defence and a wider circle",
		`project(acronym: "Commsec") { objectives { horizon statement targetGroups { name } areas { name } } }`,
		`{"objectives": [
		   {"horizon": "PROJECT", "statement": "…", "targetGroups": [], "areas": []},
		   {"horizon": "LONG_TERM", "statement": "…", "targetGroups": [{"name": "Lokala och regionala myndigheter"}, {"name": "Utbildningsaktörer"}], "areas": []},
		   {"horizon": "LONG_TERM", "statement": "…", "targetGroups": [{"name": "Regionernas små och medelstora företag"}], "areas": [{"name": "Nordens gröna bälte"}]},
		   {"horizon": null, "statement": "…", "targetGroups": [], "areas": [{"name": "Nordens gröna bälte"}]},
		   {"horizon": null, "statement": "…", "targetGroups": [{"name": "Regionernas små och medelstora företag"}], "areas": []},
		   {"horizon": null, "statement": "…", "targetGroups": [{"name": "Verksamheter i Mellansverige"}, {"name": "Verksamheter i mellersta Norge"}],
		    "areas": [{"name": "Mellansverige"}, {"name": "Mellersta Norge"}]}]}`},
	{"whom the project is aimed at, what it is about and where it works",
		`project(acronym: "Commsec") { targetGroups { name country } themes { code } areas { name country } }`,
		`{"targetGroups": [{"name": "Regionernas små och medelstora företag", "country": null}, {"name": "Verksamheter i Mellansverige", "country": "SE"}, {"name": "Verksamheter i mellersta Norge", "country": "NO"}],
		  "themes": [{"code": "civil-preparedness"}, {"code": "cross-border-cooperation"}, {"code": "total-defence"}],
		  "areas": [{"name": "Mellansverige", "country": "SE"}, {"name": "Mellersta Norge", "country": "NO"}, {"name": "Nordens gröna bälte", "country": null}]}`},
	{"the needs of several stakeholders are to be mapped",
		`project(acronym: "Commsec") { activities { title } needsMappings { title state method heldOn } }`,
		`{"activities": [{"title": "Bygga upp MITTSEC"}, {"title": "Kartlägga behov"}, {"title": "Stärka MIDSEC"}],
		  "needsMappings": [{"title": "Behovskartläggning i Commsec", "state": "PLANNED", "method": null, "heldOn": null}]}`},
	{"five reports, none of which has been seen yet",
		`project(acronym: "Commsec") { outputs { type plannedCount deliveredCount } indicators { name unit target actual progress } }`,
		`{"outputs": [{"type": "REPORT", "plannedCount": 5, "deliveredCount": 0}],
		  "indicators": [{"name": "Antal framtagna kunskapsunderlag, strategier och program", "unit": "rapporter", "target": 5, "actual": 0, "progress": 0}]}`},
	{"which strategies it serves, and why",
		`project(acronym: "Commsec") { strategies { title level rationale strategy { title } } }`,
		`{"strategies": [
		   {"title": "Nationell strategi för hållbar regional utveckling", "level": "NATIONAL", "rationale": "…", "strategy": {"title": "…"}},
		   {"title": "Regional utvecklingsstrategi", "level": "REGIONAL", "rationale": "…", "strategy": {"title": "…"}},
		   {"title": "Program för smart specialisering", "level": "REGIONAL", "rationale": "…", "strategy": {"title": "…"}}]}`},
	{"35 % of reported and approved costs, at most SEK 362 060, on condition: so much would be paid, and from so much on the cap binds",
		`project(acronym: "Commsec") { awards { state aidRate costBasis cap { amount currency } capBindingCost { amount currency } recipient { legalName } funder { legalName }
		   less: maxPayable(approvedCosts: {amount: "500000.00", currency: "SEK"}) { amount currency } more: maxPayable(approvedCosts: {amount: "2000000.00", currency: "SEK"}) { amount currency } } }`,
		`{"awards": [{"state": "CONDITIONAL", "aidRate": "0.35", "costBasis": "REPORTED_AND_APPROVED", "cap": {"amount": "362060.00", "currency": "SEK"},
		   "capBindingCost": {"amount": "1034457.14", "currency": "SEK"}, "recipient": {"legalName": "IUC Z-Group AB"}, "funder": {"legalName": "Region Jämtland Härjedalen"},
		   "less": {"amount": "175000.00", "currency": "SEK"}, "more": {"amount": "362060.00", "currency": "SEK"}}]}`},
	{"the appropriation",
		`project(acronym: "Commsec") { awards { budgetLine { code title } } }`,
		`{"awards": [{"budgetLine": {"code": "1:1", "title": "Regionala tillväxtåtgärder"}}]}`},
	{"the ordinance and the delegation rules",
		`decision(caseNumber: "RUN/112/2023") { legalBases { type reference section title } }`,
		`{"legalBases": [
		   {"type": "ORDINANCE", "reference": "2003:596", "section": null, "title": "Förordning om bidrag för projektverksamhet inom den regionala tillväxtpolitiken"},
		   {"type": "DELEGATION_RULES", "reference": "2023–2026", "section": "11.1.2", "title": "Delegationsbestämmelser för regionala utvecklingsnämnden i Region Jämtland Härjedalen"}]}`},
	{"other financing must be arranged, which depends on Interreg; the general terms apply",
		`project(acronym: "Commsec") { awards { conditions { type status suspensive dependsOn { ... on Application { state appliedTo { ... on Programme { name } } } } document { reference type } } } }`,
		`{"awards": [{"conditions": [
		   {"type": "OTHER_FINANCING", "status": "OPEN", "suspensive": true, "dependsOn": [{"state": "APPLIED", "appliedTo": {"name": "Interreg Sverige–Norge"}}], "document": null},
		   {"type": "GENERAL_TERMS", "status": "OPEN", "suspensive": false, "dependsOn": [], "document": {"reference": "RUN/640/2017", "type": "TERMS"}}]}]}`},
	{"the final report is due by the project's last day",
		`obligations { nodes { type dueOn status overdue responsible { legalName } project { acronym } decision { caseNumber } } }`,
		`{"nodes": [{"type": "FINAL_REPORT", "dueOn": "2024-05-31", "status": "OPEN", "overdue": false, "responsible": {"legalName": "IUC Z-Group AB"}, "project": {"acronym": "Commsec"}, "decision": {"caseNumber": "RUN/112/2023"}}]}`},
	{"who decided, in what office, who was told and who got an extract",
		`decision(caseNumber: "RUN/112/2023") { outcome mode decidedByRole madeBy { legalName } notified { legalName unitOf { legalName } } copiedTo { legalName } items application { caseNumber } awards { aidRate } }`,
		`{"outcome": "GRANTED", "mode": "DELEGATED", "decidedByRole": "Regional utvecklingsdirektör", "madeBy": {"legalName": "Region Jämtland Härjedalen"},
		  "notified": [{"legalName": "Regionala utvecklingsnämnden", "unitOf": {"legalName": "Region Jämtland Härjedalen"}}], "copiedTo": [{"legalName": "IUC Z-Group AB"}],
		  "items": ["…", "…", "…", "…"], "application": {"caseNumber": "RUN/112/2023"}, "awards": [{"aidRate": "0.35"}]}`},
	{"the two work together across the border, as the decision says and nobody has confirmed",
		`partnerships { nodes { type state crossBorder formality validFrom arisesFrom { acronym } parties { confirmation party { ... on Organisation { legalName } } } } }`,
		`{"nodes": [{"type": "PROJECT", "state": "CLAIMED", "crossBorder": true, "formality": null, "validFrom": null, "arisesFrom": {"acronym": "Commsec"},
		   "parties": [{"confirmation": "NOT_ASKED", "party": {"legalName": "IUC Z-Group AB"}}, {"confirmation": "NOT_ASKED", "party": {"legalName": "Future innovations AS"}}]}]}`},
	{"not in it: the day of the decision",
		`decision(caseNumber: "RUN/112/2023") { decidedOn unknown { field reason } document { publishedOn unknown { field reason } } }`,
		`{"decidedOn": null, "unknown": [{"field": "decidedOn", "reason": "NOT_IN_SOURCE"}], "document": {"publishedOn": null, "unknown": [{"field": "publishedOn", "reason": "NOT_IN_SOURCE"}]}}`},
	{"not in it: numbers and addresses of the organisations",
		`organisations(filter: {text: "iuc z-group"}) { nodes { identifiers { value } location { municipality } sizeClass sectorType unknown { field } } }`,
		`{"nodes": [{"identifiers": [], "location": null, "sizeClass": null, "sectorType": null, "unknown": [{"field": "identifiers"}, {"field": "location"}, {"field": "sectorType"}, {"field": "sizeClass"}]}]}`},
	{"not in it: the total budget, and that the project runs under Interreg",
		`project(acronym: "Commsec") { title totalBudget { amount } programme { name } unknown { field reason } }`,
		`{"title": null, "totalBudget": null, "programme": null, "unknown": [{"field": "title", "reason": "NOT_IN_SOURCE"}, {"field": "totalBudget", "reason": "NOT_IN_SOURCE"}]}`},
	{"not in it: who is a member of MITTSEC, and its full name",
		`mittsec: network(acronym: "MITTSEC") { name host { id } memberships { totalCount } unknown { field } }`,
		`{"name": null, "host": null, "memberships": {"totalCount": 0}, "unknown": [{"field": "host"}, {"field": "memberships"}, {"field": "name"}, {"field": "plannedFrom"}]}`},
	{"not in it: needs or offers of anybody",
		`needs { totalCount }`, `{"totalCount": 0}`},
}

func TestEveryFactOfTheDecisionHasItsHome(t *testing.T) {
	p := empty(t)
	p.found()
	var asked strings.Builder // all in one document: what is asked of one record in several places is one field
	for _, row := range facts {
		asked.WriteString(row.where + "\n")
	}
	answers := p.ask("{\n" + asked.String() + "}").(map[string]any)
	for _, row := range facts {
		want := expected(t, row.want)
		got := asFarAs(want, answers[regexp.MustCompile(`^\w+`).FindString(row.where)])
		if diff := cmp.Diff(want, got, compareWords); diff != "" {
			t.Errorf("%s: %s", row.fact, diff)
		}
	}
}

// asFarAs gives of an answer the fields that a row expects.
func asFarAs(want, got any) any {
	switch want := want.(type) {
	case map[string]any:
		fields, _ := got.(map[string]any)
		kept := map[string]any{}
		for name, w := range want {
			if value, there := fields[name]; there {
				kept[name] = asFarAs(w, value)
			}
		}
		return kept
	case []any:
		items, _ := got.([]any)
		kept := []any{}
		for i, item := range items {
			if i < len(want) {
				item = asFarAs(want[i], item)
			}
			kept = append(kept, item)
		}
		return kept
	}
	return got
}

// Every record of the founding case rests on the decision, and the themes it is about on the vocabulary; each says so, and is there for everyone.
func TestTheFoundingCaseHasItsGround(t *testing.T) {
	p := empty(t)
	p.found()
	for why, without := range map[string]string{
		"no source":            "NOT r:Source AND NOT r:Document AND NOT EXISTS { (r)-[:HAS_SOURCE]->(:Source)-[:FROM_DOCUMENT]->(:Document {reference: CASE WHEN r:Theme THEN 'Partnernet' ELSE 'RUN/112/2023' END}) }",
		"no change":            "NOT EXISTS { (r)<-[:CHANGED]-(:Change) }",
		"more than one change": "COUNT { (r)<-[:CHANGED]-(:Change) } > 1",
		"a claim":              "EXISTS { (r)-[:HAS_CLAIM]->() }",
		"another sensitivity":  "r.audience <> 0",
		"a value and a reason for not knowing it": "any(u IN coalesce(r.unknown, []) WHERE r[split(u, ':')[0]] IS NOT NULL OR r[split(u, ':')[0] + 'MinorUnits'] IS NOT NULL)",
		"what the decision says nothing of":       "r:Membership OR r:Need OR r:Offer OR r:Payment OR r:Introduction OR EXISTS { (r)-[:HAS_IDENTIFIER|HAS_LOCATION]->() }",
	} {
		value, err := p.db.Read(t.Context(), store.Statement{Text: "RETURN COLLECT { MATCH (r:Record) WHERE NOT r:Change AND " + without + " RETURN r.id }"})
		if err != nil {
			t.Fatal(err)
		}
		if found := value.([]any); len(found) > 0 {
			t.Errorf("records with %s: %v", why, found)
		}
	}
	asserted := p.ask(`{ decision(caseNumber: "RUN/112/2023") { sources { assertedBy { legalName } } } }`)
	if diff := cmp.Diff(expected(t, `{"decision": {"sources": [{"assertedBy": {"legalName": "Region Jämtland Härjedalen"}}]}}`), asserted); diff != "" {
		t.Error(diff)
	}
}

// Seeding is repeatable.
func TestTheFoundingCaseIsRecordedOnce(t *testing.T) {
	p := empty(t)
	first := p.found()
	before := p.dump()
	again := p.found()
	if diff := cmp.Diff(before, p.dump()); diff != "" {
		t.Error(diff)
	}
	if len(again.Changes) > 0 || !cmp.Equal(first.Created, again.Same) {
		t.Errorf("first %+v, then %+v", first, again)
	}
}
