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
		{"until the final payment all but what was paid remains", registry.AwardFinalPaid, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(10), &yes), paid(registry.PaymentFinal, sek(60), &no)},
			registry.Disbursement{Paid: sek(10), Remaining: sek(90)}},
		{"also where it was paid back later", registry.AwardRecovered, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(10), &yes), paid(registry.PaymentFinal, sek(60), &no), paid(registry.PaymentRecovery, sek(70), &no)},
			registry.Disbursement{Paid: sek(10), Remaining: sek(90)}},
		{"what was paid back in part before has closed nothing", registry.AwardRecovered, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(10), &yes), paid(registry.PaymentRecovery, sek(5), &yes), paid(registry.PaymentRecovery, sek(5), &no)},
			registry.Disbursement{Paid: sek(5), Remaining: sek(95)}},
		{"nor has it before a final payment", registry.AwardFinalPaid, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(30), &yes), paid(registry.PaymentRecovery, sek(10), &yes), paid(registry.PaymentFinal, sek(60), &no)},
			registry.Disbursement{Paid: sek(20), Remaining: sek(80)}},
		{"when all has been paid back, nothing remains", registry.AwardRecovered, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(10), &yes), paid(registry.PaymentRecovery, sek(4), &yes), paid(registry.PaymentRecovery, sek(6), &yes)},
			registry.Disbursement{Paid: sek(0), Remaining: sek(0)}},
		{"unless more was paid after that, and paid back later", registry.AwardRecovered, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(10), &yes), paid(registry.PaymentRecovery, sek(10), &yes), paid(registry.PaymentInterim, sek(5), &no), paid(registry.PaymentRecovery, sek(5), &no)},
			registry.Disbursement{Paid: sek(0), Remaining: sek(100)}},
		{"payments that do not bring all back do not tell when it was", registry.AwardRecovered, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(10), &yes), paid(registry.PaymentRecovery, sek(4), &yes)},
			registry.Disbursement{Paid: sek(6), Unknown: registry.ClosingUnknown}},
		{"nor does one of no known day", registry.AwardRecovered, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(10), &yes), paid(registry.PaymentRecovery, sek(10), nil)},
			registry.Disbursement{Unknown: registry.ClosingUnknown}},
		{"what was paid above the cap leaves nothing, not less", registry.AwardPartlyPaid, false, sek(100),
			[]registry.DatedPayment{paid(registry.PaymentAdvance, sek(150), &yes), paid(registry.PaymentRecovery, sek(60), &no)},
			registry.Disbursement{Paid: sek(150), Remaining: sek(0)}},
		{"before the first payment, that tells the currency", registry.AwardPartlyPaid, false, nil, []registry.DatedPayment{paid(registry.PaymentAdvance, nok(20), &no)},
			registry.Disbursement{Paid: nok(0), Unknown: registry.CapUnknown}},
		{"of what was never paid nobody knows it", registry.AwardEffective, true, nil, nil, registry.Disbursement{Unknown: registry.CapUnknown}},
		{"a final payment of no known day may have been made", registry.AwardFinalPaid, false, sek(100), []registry.DatedPayment{paid(registry.PaymentFinal, sek(60), nil)},
			registry.Disbursement{Unknown: registry.ClosingUnknown}},
		{"nor of what has lapsed", registry.AwardLapsed, true, sek(100), nil, registry.Disbursement{Remaining: sek(0)}},
		{"when it lapsed is not known", registry.AwardLapsed, false, sek(100), nil, registry.Disbursement{Unknown: registry.ClosingUnknown}},
	} {
		got := registry.Disbursed(registry.AwardOnDay{State: row.state, Stood: row.stood, Cap: row.limit, Payments: row.payments})
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}
