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
		return fault.New(fault.BadInput, "The amount is not above zero.").At("amount").Breaking(RulePositive)
	}
	return nil
}

// PaidAward is an award as payments find it.
type PaidAward struct {
	State AwardState
	Cap   *Money // nil when it is not known
	Paid  *Money // what was paid less what was paid back; nil when nothing was paid
}

// Pay gives the state of the award after a payment, or the fault of one that may not be: only an award in effect is paid, in the currency of its
// cap and of what was paid before, and never above the cap; only what was paid is paid back.
func (a PaidAward) Pay(t PaymentType, amount Money) (AwardState, error) {
	if err := CheckPositive(amount); err != nil {
		return a.State, err
	}
	for _, other := range []*Money{a.Cap, a.Paid} {
		if other != nil && other.Currency != amount.Currency {
			return a.State, fault.New(fault.BadInput, "The award is in %s; amounts are not converted.", other.Currency).At("amount").Breaking(RuleCurrency)
		}
	}
	if t == PaymentRecovery {
		return a.recover(amount)
	}
	return a.pay(t, amount)
}

func (a PaidAward) pay(t PaymentType, amount Money) (AwardState, error) {
	if a.State != AwardEffective && a.State != AwardPartlyPaid {
		return a.State, fault.New(fault.Conflict, "The award is %s; only one that is EFFECTIVE or PARTLY_PAID is paid.", a.State).At("award").Breaking(RulePayable)
	}
	limit := Money{MinorUnits: math.MaxInt64, Currency: amount.Currency}
	if a.Cap != nil {
		limit = *a.Cap
	}
	if left := limit.MinorUnits - a.paid(); amount.MinorUnits > left {
		return a.State, fault.New(fault.Conflict, "At most %s %s is left of the award.", Money{max(left, 0), limit.Currency}.Amount(), limit.Currency).
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
		return a.State, fault.New(fault.Conflict, "No more than what was paid can be paid back: %s %s.", Money{a.paid(), amount.Currency}.Amount(), amount.Currency).
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

// Of gives the award as it is when these are its payments. Those in different currencies are BAD_INPUT.
func (a PaidAward) Of(payments []Paid) (PaidAward, error) {
	a.Paid = nil
	for _, p := range payments {
		sum := Money{MinorUnits: a.paid() + p.signed(), Currency: p.Amount.Currency}
		if a.Paid != nil && a.Paid.Currency != sum.Currency {
			return a, fault.New(fault.BadInput, "Other payments of the award are in %s; amounts are not converted.", a.Paid.Currency).Breaking(RuleCurrency)
		}
		a.Paid = &sum
	}
	return a, a.Check()
}

// signed is what a payment adds to what was paid.
func (p Paid) signed() int64 {
	if p.Type == PaymentRecovery {
		return -p.Amount.MinorUnits
	}
	return p.Amount.MinorUnits
}

// Check refuses an award of which more was paid than its cap, or more paid back than paid.
func (a PaidAward) Check() error {
	switch {
	case a.Cap != nil && a.Paid != nil && a.Cap.Currency != a.Paid.Currency:
		return fault.New(fault.BadInput, "The cap of the award is in %s and what was paid in %s; amounts are not converted.", a.Cap.Currency, a.Paid.Currency).
			Breaking(RuleCurrency)
	case a.Cap != nil && a.paid() > a.Cap.MinorUnits:
		return fault.New(fault.Conflict, "More would be paid than the award's cap of %s %s.", a.Cap.Amount(), a.Cap.Currency).Breaking(RuleCap)
	case a.paid() < 0:
		return fault.New(fault.Conflict, "More would be paid back than was paid.").Breaking(RuleRecovered)
	}
	return nil
}
