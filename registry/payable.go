package registry

import (
	"github.com/shopspring/decimal"
	"partnernet/fault"
)

// RuleAidRate is named in faults about an aid rate outside 0 to 1.
const RuleAidRate = "aid-rate"

// CheckAidRate refuses a share of costs below 0 or above 1 with BAD_INPUT.
func CheckAidRate(rate decimal.Decimal) error {
	if rate.IsNegative() || rate.GreaterThan(decimal.NewFromInt(1)) {
		return fault.New(fault.BadInput, "An aid rate is a share from 0 to 1. Write 35 %% as 0.35.").At("aidRate").Breaking(RuleAidRate)
	}
	return nil
}

// MaxPayable is what an award pays at most for approved costs: min(aidRate × approved, cap). The product is exact and
// then rounded to the minor unit, half of one upwards. Costs and cap in different currencies, negative costs and a
// rate outside 0 to 1 are BAD_INPUT.
func MaxPayable(approved Money, aidRate decimal.Decimal, limit Money) (Money, error) {
	if err := CheckAidRate(aidRate); err != nil {
		return Money{}, err
	}
	if approved.Currency != limit.Currency {
		return Money{}, fault.New(fault.BadInput, "The costs are in %.10q and the cap in %s; give the costs in %[2]s, amounts are not converted.", approved.Currency, limit.Currency).
			At("approvedCosts").Breaking(RuleCurrency)
	}
	if approved.MinorUnits < 0 {
		return Money{}, negativeAmount("approvedCosts")
	}
	share := aidRate.Mul(decimal.NewFromInt(approved.MinorUnits)).Round(0)
	payable, err := fromMinorUnits(share, limit.Currency, "approvedCosts")
	if err != nil {
		return Money{}, err
	}
	return Money{MinorUnits: min(payable.MinorUnits, limit.MinorUnits), Currency: limit.Currency}, nil
}

// CapBindingCost is the approved cost from which the cap, no longer the rate, decides what is paid: cap / aidRate,
// rounded to the minor unit, half of one upwards. MaxPayable of it is the cap. At rate 0 the cap never binds and binds
// is false. A rate outside 0 to 1 is BAD_INPUT.
func CapBindingCost(limit Money, aidRate decimal.Decimal) (cost Money, binds bool, err error) {
	if err := CheckAidRate(aidRate); err != nil {
		return Money{}, false, err
	}
	if aidRate.IsZero() {
		return Money{}, false, nil
	}
	cost, err = fromMinorUnits(decimal.NewFromInt(limit.MinorUnits).DivRound(aidRate, 0), limit.Currency, "cap")
	return cost, err == nil, err
}
