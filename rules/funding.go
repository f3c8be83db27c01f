package rules

import (
	"slices"

	"partnernet/registry"
	"partnernet/stored"
)

// awards are asked of an award when it, its conditions, its payments or its decision were touched.
var awards = Group{
	whole: "what an award may pay hangs on all its conditions and payments, whoever sees them",
	On:    []string{"Award", "Condition", "Payment", "Decision", "Application", "OF_AWARD", "DEPENDS_ON", "GRANTED_BY", "DECIDES"},
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Award|Condition|Payment|Decision|Application) {id: id})
UNWIND CASE
  WHEN touched:Award THEN [touched]
  WHEN touched:Application THEN [(touched)<-[:DECIDES]-(d:Decision WHERE ` + seen("d") + `)<-[:GRANTED_BY]-(award:Award WHERE ` + seen("award") + `) | award]
  WHEN touched:Decision THEN [(touched)<-[:GRANTED_BY]-(award:Award WHERE ` + seen("award") + `) | award]
  ELSE [(touched)-[:OF_AWARD]->(award:Award) | award]
END AS r
WITH DISTINCT r
RETURN {id: r.id, type: 'Award', state: r.state, capMinorUnits: r.capMinorUnits, capCurrency: r.capCurrency,
  decidedOn: head([(r)-[:GRANTED_BY]->(d:Decision) | d.decidedOn]),
  application: head([(r)-[:GRANTED_BY]->(:Decision)-[:DECIDES]->(a:Application) | a.state]),
  own: [r.id] + [(r)-[:GRANTED_BY]->(:Decision)-[:DECIDES]->(a:Application) | a.id],
  conditions: [(r)<-[:OF_AWARD]-(c:Condition) | [c.type, c.status]],
  dependsOn: [(r)<-[:OF_AWARD]-(c:Condition WHERE ` + through("c") + `)-[:DEPENDS_ON]->(other:Record WHERE ` + through("other") + `) | other.id],
  next: COLLECT {
    MATCH ANY SHORTEST (r) (()<-[:OF_AWARD]-(step:Condition)-[:DEPENDS_ON]->(over:Award) WHERE ` + through("step") + ` AND ` + through("over") + `)+ (further:Award)
    RETURN {id: further.id, dependsOn: [(further)<-[:OF_AWARD]-(c:Condition WHERE ` + through("c") + `)-[:DEPENDS_ON]->(other:Record WHERE ` + through("other") + `) | other.id]}
  },
  payments: [(r)<-[:OF_AWARD]-(p:Payment) |
    {id: p.id, type: p.type, paidOn: p.paidOn, amountMinorUnits: p.amountMinorUnits, amountCurrency: p.amountCurrency}]} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleAwardState}, Field: "state", check: func(r row) error {
			state := registry.AwardState(r.text("state"))
			if err := registry.CheckAwardApplication(state, registry.ApplicationState(r.text("application"))); err != nil {
				return err
			}
			return registry.CheckAwardState(state, conditionsOf(r))
		}},
		{Rules: []string{registry.RuleDependency}, Field: "conditions", check: func(r row) error {
			next := map[string][]string{}
			for _, n := range r.rows("next") {
				next[n.text("id")] = stored.Texts(n["dependsOn"])
			}
			return registry.CheckDependencies(stored.Texts(r["own"]), stored.Texts(r["dependsOn"]), next)
		}},
		{Rules: []string{registry.RulePayable, registry.RuleCurrency, registry.RuleCap, registry.RuleRecovered}, Field: "payments", check: func(r row) error {
			return registry.CheckPayments(registry.AwardState(r.text("state")), r.money("cap"), paymentsOf(r))
		}},
		{Rules: []string{registry.RulePaidOn, registry.RuleFinal, registry.RuleRecovered}, Field: "payments", check: func(r row) error {
			return registry.CheckPaymentDays(paymentsOf(r), stored.Day(r["decidedOn"]))
		}},
	},
}

func conditionsOf(r row) []registry.Condition {
	pairs := stored.Lists(r["conditions"])
	all := make([]registry.Condition, len(pairs))
	for i, pair := range pairs {
		all[i] = registry.Condition{Type: registry.ConditionType(stored.Text(pair[0])), Status: registry.ConditionStatus(stored.Text(pair[1]))}
	}
	return all
}

// paymentsOf gives the payments of an award whose amount is known, in one order.
func paymentsOf(r row) []registry.Payment {
	payments := r.rows("payments")
	slices.SortFunc(payments, func(a, b row) int { return slices.Compare([]string{a.text("id")}, []string{b.text("id")}) })
	var all []registry.Payment
	for _, p := range payments {
		if amount := p.money("amount"); amount != nil {
			all = append(all, registry.Payment{Type: registry.PaymentType(p.text("type")), Amount: *amount, PaidOn: stored.Day(p["paidOn"])})
		}
	}
	return all
}

// decisions are asked of a decision when it, its application or its awards were touched.
var decisions = Group{
	whole: "a decision is of one application",
	On:    []string{"Decision", "Application", "DECIDES", "GRANTED_BY"},
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Decision|Application|Award) {id: id})
UNWIND CASE
  WHEN touched:Decision THEN [touched]
  WHEN touched:Application THEN [(touched)<-[:DECIDES]-(d:Decision WHERE ` + seen("d") + `) | d]
  ELSE [(touched)-[:GRANTED_BY]->(d:Decision) | d]
END AS r
WITH DISTINCT r
RETURN {id: r.id, type: 'Decision', outcome: r.outcome, decidedOn: r.decidedOn,
  submittedOn: head([(r)-[:DECIDES]->(a:Application) | a.submittedOn]),
  awards: COUNT { (r)<-[:GRANTED_BY]-(award:Award) WHERE ` + seen("award") + ` }} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleDecidedOn}, Field: "decidedOn", check: func(r row) error {
			return registry.CheckDecidedOn(stored.Day(r["decidedOn"]), stored.Day(r["submittedOn"]))
		}},
		{Rules: []string{registry.RuleDecisionAward}, Field: "awards", check: func(r row) error {
			granted, _ := r["awards"].(int64)
			return registry.DecisionOutcome(r.text("outcome")).CheckAwards(int(granted))
		}},
	},
}
