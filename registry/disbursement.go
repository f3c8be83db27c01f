package registry

import (
	"cmp"
	"slices"
)

// RemainingUnknown is why it cannot be said what remains of an award.
type RemainingUnknown string

// Why it cannot be said.
const (
	CapUnknown      RemainingUnknown = "CAP_UNKNOWN"
	PaymentsUnknown RemainingUnknown = "PAYMENTS_UNKNOWN"
	OtherCurrency   RemainingUnknown = "OTHER_CURRENCY"
	ClosingUnknown  RemainingUnknown = "CLOSING_UNKNOWN"
)

// DatedPayment is a payment as a day sees it.
type DatedPayment struct {
	Type   PaymentType
	Amount *Money // nil when it is not known
	Made   *bool  // by the day; nil when that is not known
}

func (p DatedPayment) made() bool    { return p.Made != nil && *p.Made }
func (p DatedPayment) later() bool   { return p.Made != nil && !*p.Made }
func (p DatedPayment) undated() bool { return p.Made == nil }

// AwardOnDay is an award as a day sees it.
type AwardOnDay struct {
	State    AwardState // where it stands now
	Stood    bool       // already on the day
	Cap      *Money     // nil when it is not known
	Payments []DatedPayment
}

// Disbursement is what is known of the money of an award on a day. Amounts are never converted nor added across currencies.
type Disbursement struct {
	Paid      *Money           // less what was paid back, in the award's currency; nil when it is not known
	Elsewhere []Money          // the same in other currencies, by currency
	Remaining *Money           // nil when it is not known
	Unknown   RemainingUnknown // why that is not known
}

// Disbursed works out what was paid of an award by a day, and what remains. The award's currency is that of its cap or else the only one in
// which it was paid, by then or later. That nothing was paid is known of an award that has not begun to be paid; of another one it is not known when no payment is.
func Disbursed(a AwardOnDay) Disbursement {
	sums, known := a.sums(DatedPayment.made)
	var d Disbursement
	currency := a.currency(sums)
	if sum, paid := sums[currency]; known && currency != "" && (paid || len(a.Payments) > 0 || a.unpaid()) {
		d.Paid = &Money{MinorUnits: sum, Currency: currency}
	}
	for other, sum := range sums {
		if other != currency {
			d.Elsewhere = append(d.Elsewhere, Money{MinorUnits: sum, Currency: other})
		}
	}
	slices.SortFunc(d.Elsewhere, func(a, b Money) int { return cmp.Compare(a.Currency, b.Currency) })
	d.Remaining, d.Unknown = a.remaining(d)
	return d
}

// sums adds what was paid and paid back in payments of which it is so, by currency. Known is false when the amount of one of them is not, or the day of any.
func (a AwardOnDay) sums(is func(DatedPayment) bool) (sums map[string]int64, known bool) {
	sums, known = map[string]int64{}, true
	for _, p := range a.Payments {
		switch {
		case p.undated(), is(p) && p.Amount == nil:
			known = false
		case is(p):
			sums[p.Amount.Currency] += Payment{Type: p.Type, Amount: *p.Amount}.signed()
		}
	}
	return sums, known
}

func (a AwardOnDay) currency(sums map[string]int64) string {
	if a.Cap != nil {
		return a.Cap.Currency
	}
	if len(sums) == 0 {
		sums, _ = a.sums(DatedPayment.later)
	}
	for currency := range sums {
		if len(sums) == 1 {
			return currency
		}
	}
	return ""
}

func (a AwardOnDay) unpaid() bool { return a.State == AwardConditional || a.State == AwardEffective }

// remaining is never less than nothing: more than a cap may have been paid, until it was paid back or the cap was lowered.
func (a AwardOnDay) remaining(d Disbursement) (*Money, RemainingUnknown) {
	closed, known := a.closedOnDay(d)
	switch {
	case a.Cap == nil:
		return nil, CapUnknown
	case !known:
		return nil, ClosingUnknown
	case closed:
		return &Money{Currency: a.Cap.Currency}, ""
	case len(d.Elsewhere) > 0:
		return nil, OtherCurrency
	case d.Paid == nil:
		return nil, PaymentsUnknown
	}
	return &Money{MinorUnits: max(a.Cap.MinorUnits-d.Paid.MinorUnits, 0), Currency: a.Cap.Currency}, ""
}

// closedOnDay says whether nothing more could be paid after the day. A final payment closes an award, and so does paying back all that was paid.
// Known is false when it is closed now, and its payments do not tell since when.
func (a AwardOnDay) closedOnDay(d Disbursement) (closed, known bool) {
	switch {
	case a.some(DatedPayment.made, PaymentFinal), a.State.closed() && a.Stood:
		return true, true
	case !a.State.closed():
		return false, true
	case a.State != AwardFinalPaid && a.State != AwardRecovered, a.some(DatedPayment.undated, PaymentFinal):
		return false, false
	case a.State == AwardFinalPaid:
		return false, a.some(DatedPayment.later, PaymentFinal)
	}
	return a.recoveredOnDay(d)
}

// recoveredOnDay says whether all that was paid of an award had been paid back by the day, which it has been by now.
func (a AwardOnDay) recoveredOnDay(d Disbursement) (recovered, known bool) {
	switch {
	case a.some(DatedPayment.undated, PaymentRecovery):
		return false, false
	case a.some(DatedPayment.made, PaymentRecovery) && d.Paid == nil:
		return false, false
	case a.some(DatedPayment.made, PaymentRecovery) && d.Paid.MinorUnits == 0 && !a.some(DatedPayment.later, PaymentAdvance, PaymentInterim, PaymentFinal):
		return true, true
	}
	return false, a.some(DatedPayment.later, PaymentRecovery)
}

// some says whether there is a payment of one of these types of which it is so.
func (a AwardOnDay) some(is func(DatedPayment) bool, types ...PaymentType) bool {
	return slices.ContainsFunc(a.Payments, func(p DatedPayment) bool { return slices.Contains(types, p.Type) && is(p) })
}
