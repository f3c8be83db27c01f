package commands

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
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
	paid, err := w.paid(ctx, award)
	if err != nil {
		return err
	}
	amount, _ := r.Values["amount"].(registry.Money)
	state, err := paid.Pay(registry.PaymentType(fmt.Sprint(r.Values["type"])), amount)
	if err != nil {
		return asPayment(err)
	}
	w.results["award"], w.about["payments"] = award, "paidOn" // of what an award is paid, only the days are left to the guard
	if state == paid.State {
		return nil
	}
	w.follows(award, state)
	return w.settle(ctx, award, state.Footing())
}

func updatePayment(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Payment", "payment")
	if err != nil {
		return err
	}
	if err := w.checkNotEmptied("amount", "paidOn"); err != nil {
		return err
	}
	award := s.singleLink("award")
	if award == "" {
		return nil
	}
	paid, err := w.paid(ctx, award)
	if err != nil {
		return err
	}
	before, beside, err := w.payments(ctx, award, s.ID)
	if err != nil {
		return err
	}
	is := before
	is.Type = registry.PaymentType(stored.Text(s.values["type"]))
	if amount, given := s.Values["amount"].(registry.Money); given {
		is.Amount = amount
	}
	after := append(slices.Clip(beside), is)
	state := registry.StateByPayments(paid.State, append(slices.Clip(beside), before), after)
	if err := registry.CheckPayments(state, paid.Cap, after); err != nil {
		return fault.Within("amount", err)
	}
	w.results["award"] = award
	return w.restands(ctx, "id", award, paid.State, state)
}

// payments reads one of the payments of an award, and those beside it.
func (w *work) payments(ctx context.Context, award, payment string) (one registry.Payment, beside []registry.Payment, err error) {
	rows, err := w.readRows(ctx, `
MATCH (:Record&Award {id: $award})<-[:OF_AWARD]-(p:Payment)
WHERE p.id = $payment OR p.amountMinorUnits IS NOT NULL
RETURN {id: p.id, type: p.type, units: p.amountMinorUnits, currency: p.amountCurrency} AS row
ORDER BY row.id`, map[string]any{"award": award, "payment": payment})
	for _, row := range rows {
		if row["id"] == payment {
			one = paymentOf(row)
		} else {
			beside = append(beside, paymentOf(row))
		}
	}
	return one, beside, err
}

// paid reads an award with what was paid of it.
func (w *work) paid(ctx context.Context, award string) (registry.PaidAward, error) {
	rows, err := w.readRows(ctx, `
MATCH (a:Record&Award {id: $id})
RETURN {state: a.state, cap: a.capMinorUnits, capCurrency: a.capCurrency, payments: COLLECT {
  MATCH (a)<-[:OF_AWARD]-(p:Payment)
  WHERE p.amountMinorUnits IS NOT NULL
  RETURN {type: p.type, units: p.amountMinorUnits, currency: p.amountCurrency}
}} AS row`, map[string]any{"id": award})
	if err != nil {
		return registry.PaidAward{}, err
	}
	row := rows[0]
	paid := registry.PaidAward{State: registry.AwardState(fmt.Sprint(row["state"]))}
	if units, known := row["cap"].(int64); known {
		paid.Cap = &registry.Money{MinorUnits: units, Currency: fmt.Sprint(row["capCurrency"])}
	}
	for _, each := range stored.List(row["payments"]) {
		payment, _ := each.(map[string]any)
		paid.Add(paymentOf(payment))
	}
	return paid, nil
}

// paymentOf reads a payment.
func paymentOf(row map[string]any) registry.Payment {
	units, _ := row["units"].(int64)
	return registry.Payment{Type: registry.PaymentType(stored.Text(row["type"])), Amount: registry.Money{MinorUnits: units, Currency: stored.Text(row["currency"])}}
}

// asPayment names the input's field by the one that the rule names.
func asPayment(err error) error {
	if broken, ok := errors.AsType[*fault.Fault](err); ok {
		return fault.Within(broken.Field, err)
	}
	return err
}
