package registry_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

// What was paid of an award by a day and what remains: what is not known is not nothing, and currencies are never added.
func TestDisbursed(t *testing.T) {
	sek := func(units int64) *registry.Money { return &registry.Money{MinorUnits: units, Currency: "SEK"} }
	nok := func(units int64) *registry.Money { return &registry.Money{MinorUnits: units, Currency: "NOK"} }
	yes, no := true, false
	paid := func(kind registry.PaymentType, amount *registry.Money, made *bool) registry.DatedPayment {
		return registry.DatedPayment{Type: kind, Amount: amount, Made: made}
	}
	for _, row := range []struct {
		why      string
		state    registry.AwardState
		stood    bool
		limit    *registry.Money
		payments []registry.DatedPayment
		want     registry.Disbursement
	}{
		{"nothing is paid of what is only granted", registry.AwardConditional, true, sek(100), nil,
			registry.Disbursement{Paid: sek(0), Remaining: sek(100)}},
		{"that it is partly paid does not say how much", registry.AwardPartlyPaid, true, sek(100), nil,
			registry.Disbursement{Unknown: registry.PaymentsUnknown}},
		{"what was paid back is owed again", registry.AwardPartlyPaid, true, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(60), &yes), paid(registry.PaymentRecovery, sek(10), &yes)},
			registry.Disbursement{Paid: sek(50), Remaining: sek(50)}},
		{"what is paid later is not paid yet", registry.AwardPartlyPaid, true, sek(100), []registry.DatedPayment{paid(registry.PaymentAdvance, sek(60), &no)},
			registry.Disbursement{Paid: sek(0), Remaining: sek(100)}},
		{"an amount that is not known is not nothing", registry.AwardPartlyPaid, true, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(60), &yes), paid(registry.PaymentInterim, nil, &yes)},
			registry.Disbursement{Unknown: registry.PaymentsUnknown}},
		{"nor is a day", registry.AwardPartlyPaid, true, sek(100), []registry.DatedPayment{paid(registry.PaymentAdvance, sek(60), nil)},
			registry.Disbursement{Unknown: registry.PaymentsUnknown}},
		{"other currencies are told apart", registry.AwardPartlyPaid, true, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(60), &yes), paid(registry.PaymentInterim, nok(20), &yes)},
			registry.Disbursement{Paid: sek(60), Elsewhere: []registry.Money{*nok(20)}, Unknown: registry.OtherCurrency}},
		{"without a cap the currency is that of the payments", registry.AwardPartlyPaid, true, nil, []registry.DatedPayment{paid(registry.PaymentAdvance, nok(20), &yes)},
			registry.Disbursement{Paid: nok(20), Unknown: registry.CapUnknown}},
		{"unless there are several", registry.AwardPartlyPaid, true, nil,
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(60), &yes), paid(registry.PaymentInterim, nok(20), &yes)},
			registry.Disbursement{Elsewhere: []registry.Money{*nok(20), *sek(60)}, Unknown: registry.CapUnknown}},
		{"after the final payment nothing remains", registry.AwardFinalPaid, false, sek(100), []registry.DatedPayment{paid(registry.PaymentFinal, sek(60), &yes)},
			registry.Disbursement{Paid: sek(60), Remaining: sek(0)}},
		{"nor of what has lapsed", registry.AwardLapsed, true, sek(100), nil, registry.Disbursement{Remaining: sek(0)}},
		{"when it lapsed is not known", registry.AwardLapsed, false, sek(100), nil, registry.Disbursement{Unknown: registry.ClosingUnknown}},
	} {
		got := registry.Disbursed(registry.AwardOnDay{State: row.state, Stood: row.stood, Cap: row.limit, Payments: row.payments})
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}
