package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The money of awards: sums never cross currencies, what is not known is counted apart and never as nothing, and only what the viewer may see counts.
func TestMoneyOfAwards(t *testing.T) {
	w := founded(t)
	w.write(`
MATCH (payer:Organisation {legalName: 'Region Jämtland Härjedalen'}), (to:Organisation {legalName: 'IUC Z-Group AB'})
UNWIND [
  {id: 'nok', units: 1000, currency: 'NOK', state: 'PARTLY_PAID', audience: 0},
  {id: 'sek', units: 500, currency: 'SEK', state: 'PARTLY_PAID', audience: 0},
  {id: 'capless', state: 'EFFECTIVE', audience: 0},
  {id: 'secret', units: 7, currency: 'SEK', state: 'EFFECTIVE', audience: 3}] AS row
CREATE (a:Record:Award {id: row.id, capMinorUnits: row.units, capCurrency: row.currency, state: row.state, audience: row.audience, version: 1, createdAt: datetime('2024-02-01T00:00Z'), updatedAt: datetime('2024-02-01T00:00Z')})
CREATE (a)-[:RECIPIENT]->(to)
CREATE (a)-[:FUNDER]->(payer)
WITH a
WHERE a.id = 'nok'
CREATE (a)-[:GRANTED_BY]->(:Record:Decision {id: 'decided', caseNumber: '1', outcome: 'GRANTED', decidedOn: date('2024-01-15'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH a
UNWIND [['one', 'ADVANCE', 300, 'NOK', date('2024-03-01'), 0], ['two', 'INTERIM', 200, 'NOK', date('2024-05-01'), 0],
  ['three', 'RECOVERY', 50, 'NOK', null, 0], ['four', 'INTERIM', 9, 'NOK', date('2024-03-01'), 3]] AS row
CREATE (a)<-[:OF_AWARD]-(:Record:Payment {id: row[0], type: row[1], amountMinorUnits: row[2], amountCurrency: row[3], paidOn: row[4], audience: row[5], version: 1,
  createdAt: datetime('2024-06-01T00:00Z'), updatedAt: datetime('2024-06-01T00:00Z')})`, nil)
	for _, row := range []struct{ why, query, want string }{
		{"by currency, what is not known apart", `{ awardSums { amount { amount currency } awards year funder { legalName } } }`,
			`{"awardSums": [{"amount": {"amount": "10.00", "currency": "NOK"}, "awards": 1, "year": null, "funder": null},
			  {"amount": {"amount": "362065.00", "currency": "SEK"}, "awards": 2, "year": null, "funder": null}, {"amount": null, "awards": 1, "year": null, "funder": null}]}`},
		{"by funder and year", `{ awardSums(groupBy: [FUNDER, YEAR], filter: {hasOpenCondition: true}) { amount { amount currency } awards year funder { legalName } } }`,
			`{"awardSums": [{"amount": {"amount": "362060.00", "currency": "SEK"}, "awards": 1, "year": null, "funder": {"legalName": "Region Jämtland Härjedalen"}}]}`},
		{"by year", `{ awardSums(groupBy: [YEAR], filter: {decision: {decidedFrom: "2024-01-01"}}) { amount { amount currency } awards year } }`,
			`{"awardSums": [{"amount": {"amount": "10.00", "currency": "NOK"}, "awards": 1, "year": 2024}]}`},
		{"open conditions", `{ projects(filter: {hasOpenCondition: true}) { nodes { acronym hasOpenCondition } } awards(filter: {hasOpenCondition: false}) { totalCount } }`,
			`{"projects": {"nodes": [{"acronym": "Commsec", "hasOpenCondition": true}]}, "awards": {"totalCount": 3}}`},
		{"nothing is paid of what is only granted", `{ project(acronym: "Commsec") { awards { paid { amount currency } remaining { amount } remainingUnknown } } }`,
			`{"project": {"awards": [{"paid": {"amount": "0.00", "currency": "SEK"}, "remaining": {"amount": "362060.00"}, "remainingUnknown": null}]}}`},
		{"what was paid and paid back", `{ award(id: "nok") { paid { amount currency } paidInOtherCurrencies { amount } remaining { amount } } }`,
			`{"award": {"paid": {"amount": "4.50", "currency": "NOK"}, "paidInOtherCurrencies": [], "remaining": {"amount": "5.50"}}}`},
		{"on a day before all of it is known", `{ award(id: "nok", asOf: "2024-04-01") { paid { amount } remaining { amount } remainingUnknown } }`,
			`{"award": {"paid": null, "remaining": null, "remainingUnknown": "PAYMENTS_UNKNOWN"}}`},
		{"paid, and nothing tells how much", `{ award(id: "sek") { paid { amount } remaining { amount } remainingUnknown } }`,
			`{"award": {"paid": null, "remaining": null, "remainingUnknown": "PAYMENTS_UNKNOWN"}}`},
		{"no cap", `{ award(id: "capless") { paid { amount } remaining { amount } remainingUnknown } }`, `{"award": {"paid": null, "remaining": null, "remainingUnknown": "CAP_UNKNOWN"}}`},
	} {
		got := w.put(question{query: row.query, clearance: "PUBLIC"})
		if diff := cmp.Diff(expected(t, row.want), got.Data); diff != "" || len(got.Errors) > 0 {
			t.Errorf("%s: %s %v", row.why, diff, got.Errors)
		}
	}
}
