package registry

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestParseMoney(t *testing.T) {
	for _, row := range []struct {
		amount, currency string
		minor            int64
		canonical        string
		rule, field      string
		why              string
	}{
		{"362060.00", "SEK", 36206000, "362060.00", "", "", "öre"},
		{"362060", "SEK", 36206000, "362060.00", "", "", "the decimals may be left out"},
		{"0", "EUR", 0, "0.00", "", "", "an associated partner's budget"},
		{"19519.5", "EUR", 1951950, "19519.50", "", "", "one decimal is ten cents"},
		{"1500", "ISK", 1500, "1500", "", "", "no minor unit"},
		{"1.5", "ISK", 0, "", RuleAmount, "amount", "half a króna does not exist"},
		{"1.005", "SEK", 0, "", RuleAmount, "amount", "half an öre is not rounded away"},
		{"-1", "SEK", 0, "", RuleAmount, "amount", "negative"},
		{"1 000", "SEK", 0, "", RuleAmount, "amount", "a thousands space"},
		{"99999999999999999999", "SEK", 0, "", RuleAmount, "amount", "more than 64 bits of öre"},
		{"1", "kr", 0, "", RuleCurrency, "currency", "not a code: Swedish or Norwegian?"},
		{"1", "sek", 0, "", RuleCurrency, "currency", "small letters"},
	} {
		got, err := ParseMoney(row.amount, row.currency)
		what := fmt.Sprintf("%s %s (%s)", row.amount, row.currency, row.why)
		if row.rule != "" {
			wantFault(t, what, err, row.rule, row.field)
		} else if err != nil || got != (Money{row.minor, row.currency}) || got.Amount() != row.canonical {
			t.Errorf("%s: got %v = %s, %v", what, got, got.Amount(), err)
		}
	}
}

func TestMaxPayable(t *testing.T) {
	award := sek(t, "362060.00")
	for _, row := range []struct {
		approved Money
		rate     string
		want     string
		rule     string
		why      string
	}{
		{sek(t, "500000.00"), "0.35", "175000.00", "", "below the cap the rate decides"},
		{sek(t, "2000000.00"), "0.35", "362060.00", "", "above it the cap does"},
		{sek(t, "1034457.14"), "0.35", "362060.00", "", "where the two meet"},
		{sek(t, "0"), "0.35", "0.00", "", "nothing approved, nothing paid"},
		{sek(t, "0.01"), "0.5", "0.01", "", "half an öre is rounded up"},
		{sek(t, "0.01"), "0.49", "0.00", "", "less than half is not"},
		{sek(t, "100"), "0", "0.00", "", "a rate of nothing"},
		{sek(t, "100"), "1", "100.00", "", "all of it"},
		{Money{100, "NOK"}, "0.35", "", RuleCurrency, "amounts are never converted"},
		{Money{-1, "SEK"}, "0.35", "", RuleAmount, "negative costs"},
		{sek(t, "100"), "35", "", RuleAidRate, "a percentage for a share"},
		{sek(t, "100"), "-0.1", "", RuleAidRate, "a negative rate"},
	} {
		got, err := MaxPayable(row.approved, decimal.RequireFromString(row.rate), award)
		what := fmt.Sprintf("%v at %s (%s)", row.approved, row.rate, row.why)
		field := map[string]string{RuleCurrency: "approvedCosts", RuleAmount: "approvedCosts", RuleAidRate: "aidRate"}[row.rule]
		if row.rule != "" {
			wantFault(t, what, err, row.rule, field)
		} else if err != nil || got.Amount() != row.want {
			t.Errorf("%s: got %s, %v; want %s", what, got.Amount(), err, row.want)
		}
	}
}

func TestCapBindingCost(t *testing.T) {
	for _, row := range []struct {
		rate  string
		binds bool
		want  string
		why   string
	}{
		{"0.35", true, "1034457.14", "the founding award"},
		{"1", true, "362060.00", "everything paid: the cap itself"},
		{"0", false, "", "nothing paid: the cap never binds"},
	} {
		got, binds, err := CapBindingCost(sek(t, "362060.00"), decimal.RequireFromString(row.rate))
		if err != nil || binds != row.binds || binds && got.Amount() != row.want {
			t.Errorf("rate %s (%s): got %v, %v, %v; want %s", row.rate, row.why, got, binds, err, row.want)
		}
	}
	_, _, err := CapBindingCost(sek(t, "1"), decimal.RequireFromString("1.01"))
	wantFault(t, "rate above 1", err, RuleAidRate, "aidRate")
	_, _, err = CapBindingCost(Money{1 << 62, "SEK"}, decimal.RequireFromString("0.0001"))
	wantFault(t, "a cost that cannot be kept", err, RuleAmount, "cap")
}

// What is paid is never above the cap nor half a minor unit above the share, grows with the costs, and is the cap at
// the cost that CapBindingCost names.
func TestMaxPayableLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := decimal.New(rapid.Int64Range(1, 10000).Draw(t, "rate"), -4)
		limit := Money{rapid.Int64Range(0, 1e12).Draw(t, "cap"), "SEK"}
		costs := Money{rapid.Int64Range(0, 1e12).Draw(t, "costs"), "SEK"}
		more := Money{costs.MinorUnits + rapid.Int64Range(0, 1e9).Draw(t, "more"), "SEK"}
		paid, paidForMore := payable(t, costs, rate, limit), payable(t, more, rate, limit)
		share := rate.Mul(decimal.NewFromInt(costs.MinorUnits))
		if paid > limit.MinorUnits || decimal.NewFromInt(paid).Sub(share).GreaterThan(decimal.New(5, -1)) || paidForMore < paid {
			t.Fatalf("paid %d, for more %d, share %s", paid, paidForMore, share)
		}
		binding, binds, err := CapBindingCost(limit, rate)
		if err != nil || !binds {
			t.Fatal(binds, err)
		}
		if got := payable(t, binding, rate, limit); got != limit.MinorUnits {
			t.Fatalf("at the binding cost %d: paid %d, want the cap", binding.MinorUnits, got)
		}
	})
}

func payable(t *rapid.T, costs Money, rate decimal.Decimal, limit Money) int64 {
	t.Helper()
	paid, err := MaxPayable(costs, rate, limit)
	if err != nil {
		t.Fatal(err)
	}
	return paid.MinorUnits
}

func TestAmountIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		money := Money{rapid.Int64Min(0).Draw(t, "minor"), rapid.SampledFrom([]string{"SEK", "NOK", "EUR", "ISK"}).Draw(t, "currency")}
		again, err := ParseMoney(money.Amount(), money.Currency)
		if err != nil || again != money {
			t.Fatalf("%v: %q gives %v, %v", money, money.Amount(), again, err)
		}
	})
}

func sek(t *testing.T, amount string) Money {
	t.Helper()
	money, err := ParseMoney(amount, "SEK")
	if err != nil {
		t.Fatal(err)
	}
	return money
}
