package registry

import (
	"math"

	"partnernet/fault"
)

// The rules of payments, as named in faults.
const (
	RulePayable   = "award-payable"
	RuleCap       = "paid-within-cap"
	RuleRecovered = "recovered-within-paid"
	RulePositive  = "amount-positive"
	RulePaidOn    = "payment-after-decision"
	RuleFinal     = "payment-final-last"
)

// PaymentType is the kind of a payment.
type PaymentType string

// The kinds of payment.
const (
	PaymentAdvance  PaymentType = "ADVANCE"
	PaymentInterim  PaymentType = "INTERIM"
	PaymentFinal    PaymentType = "FINAL"
	PaymentRecovery PaymentType = "RECOVERY"
)

// CheckPositive refuses an amount of nothing.
func CheckPositive(m Money) error {
	if m.MinorUnits <= 0 {
		return fault.New(fault.BadInput, "The amount is not above zero. Leave it out when it is not known.").At("amount").Breaking(RulePositive)
	}
	return nil
}

// Payment is one payment of an award, or back.
type Payment struct {
	Type   PaymentType
	Amount Money
	PaidOn *Date // nil when it is not known
}

// CheckPaymentDays refuses payments of an award before it was decided on, a final payment before another one, which it ends, and more paid back by a day than had been
// paid by then. What was paid back may have been so before the final payment or after. A day that is not known is no fault.
func CheckPaymentDays(payments []Payment, decidedOn *Date) error {
	var final *Date
	for _, p := range payments {
		if p.PaidOn != nil && decidedOn != nil && p.PaidOn.Before(*decidedOn) {
			return fault.New(fault.BadInput, "It was paid on %s, before the award was decided on, %s. Correct one of the two days.", p.PaidOn, decidedOn).
				At("paidOn").Breaking(RulePaidOn)
		}
		if p.Type == PaymentFinal && p.PaidOn != nil && (final == nil || p.PaidOn.Before(*final)) {
			final = p.PaidOn
		}
	}
	for _, p := range payments {
		if (p.Type == PaymentAdvance || p.Type == PaymentInterim) && p.PaidOn != nil && final != nil && p.PaidOn.After(*final) {
			return fault.New(fault.BadInput, "The final payment was made on %s, before a payment that is dated %s. Correct one of the two days, or the type.", final, p.PaidOn).
				At("paidOn").Breaking(RuleFinal)
		}
	}
	return checkRecoveredByDay(payments)
}

// checkRecoveredByDay refuses more paid back by a day than had been paid by then. What was paid on a day that is not known may have been paid before it.
func checkRecoveredByDay(payments []Payment) error {
	for _, back := range payments {
		if back.Type != PaymentRecovery || back.PaidOn == nil {
			continue
		}
		var left int64
		for _, p := range payments {
			if p.PaidOn == nil && p.Type != PaymentRecovery || p.PaidOn != nil && !p.PaidOn.After(*back.PaidOn) {
				left += p.signed()
			}
		}
		if left < 0 {
			return fault.New(fault.Conflict, "By %s, %s %s more would be paid back than had been paid. Correct one of the days, or the amount.",
				back.PaidOn, Money{-left, back.Amount.Currency}.Amount(), back.Amount.Currency).At("paidOn").Breaking(RuleRecovered)
		}
	}
	return nil
}

// CheckPayments refuses payments that are told of an award in no state to be paid, and payments in another currency than its cap's or than
// one another's, and more of them than its cap, or more paid back than paid.
func CheckPayments(state AwardState, limit *Money, payments []Payment) error {
	award := PaidAward{State: state, Cap: limit}
	for _, p := range payments {
		if p.Type != PaymentRecovery && (state == AwardConditional || state == AwardEffective) {
			return fault.New(fault.Conflict, "The award is %s, and money was paid of it. Correct its state, or the payment.", state).At("award").Breaking(RulePayable)
		}
		if award.Cap != nil && award.Cap.Currency != p.Amount.Currency {
			return capInAnotherCurrency(award.Cap.Currency, p.Amount.Currency)
		}
		if award.Paid != nil && award.Paid.Currency != p.Amount.Currency {
			return fault.New(fault.BadInput, "The award is in %s; amounts are not converted. Give the payment in that currency.", award.Paid.Currency).At("amount").Breaking(RuleCurrency)
		}
		award.Add(p)
	}
	return award.Check()
}

// PaidAward is an award as payments find it.
type PaidAward struct {
	State AwardState
	Cap   *Money // nil when it is not known
	Paid  *Money // what was paid less what was paid back; nil when nothing was paid
}

// Add counts a payment, or one back, among what was paid. It asks no rule.
func (a *PaidAward) Add(p Payment) {
	a.Paid = &Money{MinorUnits: a.paid() + p.signed(), Currency: p.Amount.Currency}
}

// Pay gives the state of the award after a payment, or the fault of one that may not be: only an award in effect is paid, in the currency of its
// cap and of what was paid before, and never above the cap; only what was paid is paid back.
func (a PaidAward) Pay(t PaymentType, amount Money) (AwardState, error) {
	if err := CheckPositive(amount); err != nil {
		return a.State, err
	}
	for _, other := range []*Money{a.Cap, a.Paid} {
		if other != nil && other.Currency != amount.Currency {
			return a.State, fault.New(fault.BadInput, "The award is in %s; amounts are not converted. Give the amounts in one currency.", other.Currency).At("amount").Breaking(RuleCurrency)
		}
	}
	if t == PaymentRecovery {
		return a.recover(amount)
	}
	return a.pay(t, amount)
}

// checkPayable refuses to pay an award that is not in effect, or that has been closed.
func (s AwardState) checkPayable() error {
	var refused *fault.Fault
	switch s {
	case AwardEffective, AwardPartlyPaid:
		return nil
	case AwardConditional:
		refused = fault.New(fault.Conflict, "The award is %s; only one that is %s or %s is paid. Settle its conditions first.", s, AwardEffective, AwardPartlyPaid)
	case AwardLapsed:
		refused = fault.New(fault.Conflict, "The award is %s, and nothing more is paid of it. If what it lapsed with was recorded wrongly, correct or revert that first.", s)
	default:
		refused = fault.New(fault.Conflict, "The award is %s, and nothing more is paid of it. If the payment that closed it was recorded wrongly, correct it with updatePayment, or revert it.", s)
	}
	return refused.At("award").Breaking(RulePayable)
}

func (a PaidAward) pay(t PaymentType, amount Money) (AwardState, error) {
	if err := a.State.checkPayable(); err != nil {
		return a.State, err
	}
	limit := Money{MinorUnits: math.MaxInt64, Currency: amount.Currency}
	if a.Cap != nil {
		limit = *a.Cap
	}
	if left := limit.MinorUnits - a.paid(); amount.MinorUnits > left {
		return a.State, fault.New(fault.Conflict, "At most %s %s is left of the award. Lower the amount, or correct the cap.", Money{max(left, 0), limit.Currency}.Amount(), limit.Currency).
			At("amount").Breaking(RuleCap)
	}
	if t == PaymentFinal {
		return AwardFinalPaid, nil
	}
	return AwardPartlyPaid, nil
}

func (a PaidAward) recover(amount Money) (AwardState, error) {
	switch left := a.paid() - amount.MinorUnits; {
	case left < 0:
		return a.State, fault.New(fault.Conflict, "No more than what was paid can be paid back: %s %s. Lower the amount, or record first what else was paid.", Money{a.paid(), amount.Currency}.Amount(), amount.Currency).
			At("amount").Breaking(RuleRecovered)
	case left == 0:
		return AwardRecovered, nil
	default:
		return a.State, nil
	}
}

func (a PaidAward) paid() int64 {
	if a.Paid == nil {
		return 0
	}
	return a.Paid.MinorUnits
}

// signed is what a payment adds to what was paid.
func (p Payment) signed() int64 {
	if p.Type == PaymentRecovery {
		return -p.Amount.MinorUnits
	}
	return p.Amount.MinorUnits
}

// Check refuses an award of which more was paid than its cap, or more paid back than paid.
func (a PaidAward) Check() error {
	switch {
	case a.Cap != nil && a.Paid != nil && a.Cap.Currency != a.Paid.Currency:
		return capInAnotherCurrency(a.Cap.Currency, a.Paid.Currency)
	case a.Cap != nil && a.paid() > a.Cap.MinorUnits:
		return fault.New(fault.Conflict, "More would be paid than the award's cap of %s %s. Correct the payments or the cap.", a.Cap.Amount(), a.Cap.Currency).Breaking(RuleCap)
	case a.paid() < 0:
		return fault.New(fault.Conflict, "More would be paid back than was paid. Correct the payments.").Breaking(RuleRecovered)
	}
	return nil
}

// capInAnotherCurrency refuses a cap and payments that are not in one currency, whichever of the two is new.
func capInAnotherCurrency(limit, paid string) error {
	return fault.New(fault.BadInput, "The cap of the award is in %s and what was paid in %s; amounts are not converted. Give both in one currency.", limit, paid).
		At("amount").Breaking(RuleCurrency)
}
