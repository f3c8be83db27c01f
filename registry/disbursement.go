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
// which it was paid. That nothing was paid is known of an award that has not begun to be paid; of another one it is not known when no payment is.
func Disbursed(a AwardOnDay) Disbursement {
	sums, known := a.sums()
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

// sums adds what was paid and paid back, by currency. Known is false when that of a payment is not known.
func (a AwardOnDay) sums() (sums map[string]int64, known bool) {
	sums, known = map[string]int64{}, true
	for _, p := range a.Payments {
		switch {
		case p.Made == nil, *p.Made && p.Amount == nil:
			known = false
		case *p.Made:
			sums[p.Amount.Currency] += Payment{Type: p.Type, Amount: *p.Amount}.signed()
		}
	}
	return sums, known
}

func (a AwardOnDay) currency(sums map[string]int64) string {
	if a.Cap != nil {
		return a.Cap.Currency
	}
	for currency := range sums {
		if len(sums) == 1 {
			return currency
		}
	}
	return ""
}

func (a AwardOnDay) unpaid() bool { return a.State == AwardConditional || a.State == AwardEffective }

func (a AwardOnDay) remaining(d Disbursement) (*Money, RemainingUnknown) {
	ended := slices.ContainsFunc(a.Payments, func(p DatedPayment) bool { return p.Type == PaymentFinal && p.Made != nil && *p.Made })
	switch {
	case a.Cap == nil:
		return nil, CapUnknown
	case ended, a.State.closed() && a.Stood:
		return &Money{Currency: a.Cap.Currency}, ""
	case a.State.closed():
		return nil, ClosingUnknown
	case len(d.Elsewhere) > 0:
		return nil, OtherCurrency
	case d.Paid == nil:
		return nil, PaymentsUnknown
	}
	return &Money{MinorUnits: a.Cap.MinorUnits - d.Paid.MinorUnits, Currency: a.Cap.Currency}, ""
}
