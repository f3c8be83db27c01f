package commands

import (
	"partnernet/ledger"
	"partnernet/registry"
)

// What these fields hold is more than nothing, or a day that has come.
var (
	amounts = []string{"totalBudget", "amountAppliedFor", "cap", "amount"}
	counts  = []string{"plannedCount", "target"}
	past    = []string{"actualFrom", "actualTo", "decidedOn", "fulfilledOn", "heldOn", "paidOn", "submittedOn"}
)

// checkRecord asks of a record of a project or its funding what its own values must keep, wherever it stands in an input.
func (w *work) checkRecord(r ledger.Record) error {
	for _, name := range amounts {
		if money, ok := r.Values[name].(registry.Money); ok {
			if err := registry.CheckPositive(money); err != nil {
				return within(name, err)
			}
		}
	}
	for _, name := range counts {
		if n, ok := r.Values[name].(int64); ok {
			if err := registry.CheckCount(n); err != nil {
				return within(name, err)
			}
		}
	}
	for _, name := range past {
		if err := registry.CheckPast(day(r.Values[name]), w.today()); err != nil {
			return within(name, err)
		}
	}
	return checkRate(r.Values["aidRate"])
}

func checkRate(value any) error {
	text, given := value.(string)
	if !given {
		return nil
	}
	rate, err := registry.ParseDecimal(text)
	if err != nil {
		return within("aidRate", err)
	}
	return within("aidRate", registry.CheckAidRate(rate))
}
