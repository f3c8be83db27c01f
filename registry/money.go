package registry

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/currency"
	"partnernet/fault"
)

// RuleCurrency is named in faults about currencies that are unknown or differ, RuleAmount in those about amounts that
// a currency cannot express.
const (
	RuleCurrency = "money-currency"
	RuleAmount   = "money-amount"
)

// Money is an exact amount: a whole number of the currency's minor units (öre, cents) and its ISO 4217 code.
type Money struct {
	MinorUnits int64
	Currency   string
}

// ParseMoney makes money from a decimal amount and a currency code. It never rounds: an amount with more decimals
// than the currency has, a negative one and an unknown currency are BAD_INPUT about amount or currency.
func ParseMoney(amount, code string) (Money, error) {
	scale, err := minorUnitScale(code)
	if err != nil {
		return Money{}, err
	}
	number, err := ParseDecimal(amount)
	if err != nil {
		return Money{}, fault.Wrap(fault.BadInput, err, "%s", err).At("amount").Breaking(RuleAmount)
	}
	minor := number.Shift(scale)
	if !minor.IsInteger() {
		return Money{}, fault.New(fault.BadInput, "The amount has more decimals than the %d of %s. Round it to those.", scale, code).At("amount").Breaking(RuleAmount)
	}
	return fromMinorUnits(minor, code, "amount")
}

// Amount gives the canonical decimal text, with all the decimals of the currency: "362060.00".
func (m Money) Amount() string {
	scale, err := minorUnitScale(m.Currency)
	if err != nil {
		scale = 0 // a currency that was never valid has no minor unit
	}
	return decimal.New(m.MinorUnits, -scale).StringFixed(scale)
}

// minorUnitScale is the number of decimals of a currency: 2 for SEK, NOK and EUR, 0 for ISK.
func minorUnitScale(code string) (int32, error) {
	unit, err := currency.ParseISO(code)
	if err != nil || unit.String() != code {
		return 0, fault.Wrap(fault.BadInput, err, "%.10q is not a currency code of ISO 4217; write three capitals, as in SEK, NOK or EUR.", code).
			At("currency").Breaking(RuleCurrency)
	}
	scale, _ := currency.Standard.Rounding(unit)
	return int32(scale), nil
}

func fromMinorUnits(minor decimal.Decimal, code, field string) (Money, error) {
	if minor.IsNegative() {
		return Money{}, negativeAmount(field)
	}
	if !minor.BigInt().IsInt64() {
		return Money{}, fault.New(fault.BadInput, "The amount is too large to be kept exactly. Correct it, or divide it.").At(field).Breaking(RuleAmount)
	}
	return Money{MinorUnits: minor.IntPart(), Currency: code}, nil
}

// CheckAmount refuses an amount below zero.
func CheckAmount(m Money) error {
	if m.MinorUnits < 0 {
		return negativeAmount("amount")
	}
	return nil
}

func negativeAmount(field string) error {
	return fault.New(fault.BadInput, "The amount is negative; amounts are zero or more. Leave out the sign; money that is paid back is a payment of the type RECOVERY.").At(field).Breaking(RuleAmount)
}
