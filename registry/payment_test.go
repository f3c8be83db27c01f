package registry

import "testing"

func TestPay(t *testing.T) {
	sek := func(units int64) *Money { return &Money{units, "SEK"} }
	for _, row := range []struct {
		award  PaidAward
		kind   PaymentType
		amount Money
		want   AwardState
		rule   string
		why    string
	}{
		{PaidAward{AwardEffective, sek(100), nil}, PaymentAdvance, *sek(100), AwardPartlyPaid, "", "all of it beforehand, not yet accounted for"},
		{PaidAward{AwardPartlyPaid, sek(100), sek(60)}, PaymentFinal, *sek(40), AwardFinalPaid, "", "the rest"},
		{PaidAward{AwardPartlyPaid, sek(100), sek(60)}, PaymentFinal, *sek(10), AwardFinalPaid, "", "as much as the costs gave"},
		{PaidAward{AwardPartlyPaid, sek(100), sek(60)}, PaymentInterim, *sek(41), AwardPartlyPaid, RuleCap, "one öre too much"},
		{PaidAward{AwardEffective, sek(100), sek(120)}, PaymentInterim, *sek(1), AwardEffective, RuleCap, "more than all was paid before"},
		{PaidAward{AwardEffective, nil, nil}, PaymentInterim, *sek(1 << 62), AwardPartlyPaid, "", "nobody knows of a cap"},
		{PaidAward{AwardEffective, sek(100), nil}, PaymentInterim, Money{1, "NOK"}, AwardEffective, RuleCurrency, "another currency than the cap's"},
		{PaidAward{AwardPartlyPaid, nil, sek(1)}, PaymentInterim, Money{1, "NOK"}, AwardPartlyPaid, RuleCurrency, "another one than before"},
		{PaidAward{AwardEffective, sek(100), nil}, PaymentInterim, *sek(0), AwardEffective, RulePositive, "nothing is no payment"},
		{PaidAward{AwardConditional, sek(100), nil}, PaymentAdvance, *sek(1), AwardConditional, RulePayable, "a condition holds it up"},
		{PaidAward{AwardLapsed, sek(100), nil}, PaymentAdvance, *sek(1), AwardLapsed, RulePayable, "it is gone"},
		{PaidAward{AwardFinalPaid, sek(100), sek(60)}, PaymentInterim, *sek(1), AwardFinalPaid, RulePayable, "it is closed"},
		{PaidAward{AwardRecovered, sek(100), sek(0)}, PaymentInterim, *sek(1), AwardRecovered, RulePayable, "all was paid back"},
		{PaidAward{AwardFinalPaid, sek(100), sek(60)}, PaymentRecovery, *sek(10), AwardFinalPaid, "", "part of it back"},
		{PaidAward{AwardLapsed, sek(100), sek(60)}, PaymentRecovery, *sek(60), AwardRecovered, "", "the advance on what lapsed, all back"},
		{PaidAward{AwardPartlyPaid, sek(100), sek(60)}, PaymentRecovery, *sek(61), AwardPartlyPaid, RuleRecovered, "more than was paid"},
		{PaidAward{AwardEffective, sek(100), nil}, PaymentRecovery, *sek(1), AwardEffective, RuleRecovered, "nothing was paid"},
	} {
		state, err := row.award.Pay(row.kind, row.amount)
		if state != row.want || broken(err) != row.rule {
			t.Errorf("%s: got %s, rule %q; want %s, rule %q", row.why, state, broken(err), row.want, row.rule)
		}
	}
}

func TestCheckPaymentDays(t *testing.T) {
	sek := func(units int64) Money { return Money{units, "SEK"} }
	for _, row := range []struct {
		payments []Payment
		decided  *Date
		rule     string
		why      string
	}{
		{[]Payment{{Type: PaymentAdvance, PaidOn: day("2024-01-02")}}, day("2024-01-02"), "", "on the day of the decision"},
		{[]Payment{{Type: PaymentAdvance, PaidOn: day("2020-01-02")}}, day("2024-01-02"), RulePaidOn, "four years before it"},
		{[]Payment{{Type: PaymentAdvance, PaidOn: day("2020-01-02")}}, nil, "", "nobody knows when it was decided"},
		{[]Payment{{Type: PaymentAdvance}}, day("2024-01-02"), "", "nobody knows when it was paid"},
		{[]Payment{{Type: PaymentFinal, PaidOn: day("2024-06-01")}, {Type: PaymentInterim, PaidOn: day("2024-03-01")}}, nil, "", "the final one last, whichever is told first"},
		{[]Payment{{Type: PaymentFinal, PaidOn: day("2024-06-01")}, {Type: PaymentInterim, PaidOn: day("2024-06-01")}}, nil, "", "both on one day"},
		{[]Payment{{Type: PaymentInterim, PaidOn: day("2024-06-02")}, {Type: PaymentFinal, PaidOn: day("2024-06-01")}}, nil, RuleFinal, "another one a day after"},
		{[]Payment{{Type: PaymentAdvance, PaidOn: day("2024-06-02")}, {Type: PaymentFinal, PaidOn: day("2024-06-01")}}, nil, RuleFinal, "an advance after it"},
		{[]Payment{{Type: PaymentRecovery, PaidOn: day("2025-06-02")}, {Type: PaymentFinal, PaidOn: day("2024-06-01")}}, nil, "", "paid back after it"},
		{[]Payment{{Type: PaymentRecovery, Amount: sek(10), PaidOn: day("2025-02-20")}, {Type: PaymentAdvance, Amount: sek(50), PaidOn: day("2025-03-01")}}, nil, RuleRecovered, "paid back before it was paid"},
		{[]Payment{{Type: PaymentRecovery, Amount: sek(50), PaidOn: day("2025-03-01")}, {Type: PaymentAdvance, Amount: sek(50), PaidOn: day("2025-03-01")}}, nil, "", "paid back on the same day"},
		{[]Payment{{Type: PaymentRecovery, Amount: sek(50), PaidOn: day("2025-03-01")}, {Type: PaymentAdvance, Amount: sek(50)}}, nil, "", "nobody knows when it was paid"},
		{[]Payment{{Type: PaymentRecovery, Amount: sek(10)}, {Type: PaymentAdvance, Amount: sek(50), PaidOn: day("2025-03-01")}}, nil, "", "nobody knows when it was paid back"},
		{[]Payment{{Type: PaymentFinal}, {Type: PaymentInterim, PaidOn: day("2024-06-01")}}, nil, "", "nobody knows when the final one was"},
	} {
		if got := broken(CheckPaymentDays(row.payments, row.decided)); got != row.rule {
			t.Errorf("%s: got %q, want %q", row.why, got, row.rule)
		}
	}
}

func TestCheckPayments(t *testing.T) {
	sek := func(units int64) Money { return Money{units, "SEK"} }
	limit := sek(100)
	for _, row := range []struct {
		state    AwardState
		payments []Payment
		rule     string
		why      string
	}{
		{AwardEffective, nil, "", "nothing was paid"},
		{AwardPartlyPaid, []Payment{{Type: PaymentAdvance, Amount: sek(60)}, {Type: PaymentInterim, Amount: sek(40)}}, "", "all of it"},
		{AwardPartlyPaid, []Payment{{Type: PaymentAdvance, Amount: sek(60)}, {Type: PaymentInterim, Amount: sek(41)}}, RuleCap, "one öre more"},
		{AwardFinalPaid, []Payment{{Type: PaymentFinal, Amount: sek(110)}, {Type: PaymentRecovery, Amount: sek(10)}}, "", "more than the cap, and that paid back"},
		{AwardRecovered, []Payment{{Type: PaymentRecovery, Amount: sek(10)}}, RuleRecovered, "paid back what was not paid"},
		{AwardPartlyPaid, []Payment{{Type: PaymentAdvance, Amount: Money{1, "NOK"}}}, RuleCurrency, "in another currency than the cap"},
		{AwardConditional, []Payment{{Type: PaymentAdvance, Amount: sek(1)}}, RulePayable, "paid while a condition is open"},
		{AwardEffective, []Payment{{Type: PaymentAdvance, Amount: sek(1)}}, RulePayable, "paid, and not told to be so"},
		{AwardLapsed, []Payment{{Type: PaymentAdvance, Amount: sek(1)}}, "", "paid before it lapsed"},
	} {
		if got := broken(CheckPayments(row.state, &limit, row.payments)); got != row.rule {
			t.Errorf("%s: got %q, want %q", row.why, got, row.rule)
		}
	}
	mixed := []Payment{{Type: PaymentAdvance, Amount: sek(1)}, {Type: PaymentInterim, Amount: Money{1, "NOK"}}}
	if got := broken(CheckPayments(AwardPartlyPaid, nil, mixed)); got != RuleCurrency {
		t.Errorf("two currencies of an award without a cap: got %q", got)
	}
}
