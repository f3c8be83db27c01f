package graph

import (
	"partnernet/cypher"
	"partnernet/registry"
)

// ofDisbursement is the function of a field that tells something of what was paid of an award by the read's day.
func ofDisbursement(tell func(registry.Disbursement) any) func(cypher.Call) (any, error) {
	return func(c cypher.Call) (any, error) {
		rows, _ := c.Row["disbursement"].([]any)
		row, _ := rows[0].(map[string]any)
		award := registry.AwardOnDay{State: registry.AwardState(c.Text("state")), Cap: moneyOf(c.Row["capMinorUnits"], c.Row["capCurrency"])}
		award.Stood, _ = row["stood"].(bool)
		payments, _ := row["payments"].([]any)
		for _, p := range payments {
			award.Payments = append(award.Payments, datedPayment(p))
		}
		return tell(registry.Disbursed(award)), nil
	}
}

func datedPayment(row any) registry.DatedPayment {
	payment, _ := row.(map[string]any)
	kind, _ := payment["type"].(string)
	p := registry.DatedPayment{Type: registry.PaymentType(kind), Amount: moneyOf(payment["units"], payment["currency"])}
	if made, known := payment["made"].(bool); known {
		p.Made = &made
	}
	return p
}

// moneyOf reads stored money, nil when it is not known.
func moneyOf(units, currency any) *registry.Money {
	amount, isKnown := units.(int64)
	of, named := currency.(string)
	if !isKnown || !named {
		return nil
	}
	return &registry.Money{MinorUnits: amount, Currency: of}
}

// known gives money, or null.
func known(m *registry.Money) any {
	if m == nil {
		return nil
	}
	return money(*m)
}

func paidElsewhere(d registry.Disbursement) any {
	sums := []any{}
	for _, m := range d.Elsewhere {
		sums = append(sums, money(m))
	}
	return sums
}

func remainingUnknown(d registry.Disbursement) any {
	if d.Unknown == "" {
		return nil
	}
	return string(d.Unknown)
}
