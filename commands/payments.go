package commands

import (
	"context"
	"errors"
	"fmt"

	"partnernet/fault"
	"partnernet/registry"
)

func recordPayment(ctx context.Context, w *work) error {
	r, err := w.create("Payment", "payment")
	if err != nil {
		return err
	}
	award := r.Links["award"][0]
	if _, err := w.belongs(ctx, r, award); err != nil {
		return err
	}
	if err := w.checkRecord(r); err != nil {
		return err
	}
	held, err := w.paid(ctx, award)
	if err != nil {
		return err
	}
	amount, _ := r.Values["amount"].(registry.Money)
	state, err := held.Pay(registry.PaymentType(fmt.Sprint(r.Values["type"])), amount)
	if err != nil {
		return asTold(err)
	}
	w.results["award"] = award
	if state == held.State {
		return nil
	}
	w.follows(award, state)
	return w.settle(ctx, award, state.Footing())
}

// paid reads an award with what was paid of it.
func (w *work) paid(ctx context.Context, award string) (registry.PaidAward, error) {
	rows, err := w.read(ctx, `
MATCH (a:Record&Award {id: $id})
OPTIONAL MATCH (a)<-[:OF_AWARD]-(p:Payment)
WITH a, count(p) AS payments, max(p.amountCurrency) AS currency,
  sum(CASE p.type WHEN 'RECOVERY' THEN -p.amountMinorUnits ELSE p.amountMinorUnits END) AS paid
RETURN {state: a.state, cap: a.capMinorUnits, capCurrency: a.capCurrency, payments: payments, currency: currency, paid: paid} AS row`, map[string]any{"id": award})
	if err != nil {
		return registry.PaidAward{}, err
	}
	row := rows[0]
	held := registry.PaidAward{State: registry.AwardState(fmt.Sprint(row["state"]))}
	if units, known := row["cap"].(int64); known {
		held.Cap = &registry.Money{MinorUnits: units, Currency: fmt.Sprint(row["capCurrency"])}
	}
	if row["payments"] != int64(0) {
		units, _ := row["paid"].(int64)
		held.Paid = &registry.Money{MinorUnits: units, Currency: fmt.Sprint(row["currency"])}
	}
	return held, nil
}

// asTold names the input's field by the one that the rule names.
func asTold(err error) error {
	if broken, ok := errors.AsType[*fault.Fault](err); ok {
		return within(broken.Field, err)
	}
	return err
}
