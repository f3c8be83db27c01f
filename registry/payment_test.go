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
