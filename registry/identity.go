package registry

import (
	"slices"

	"partnernet/fault"
)

// The rules of identity, as named in faults.
const (
	RuleIdentity   = "identity-two-records"
	RuleTwoNumbers = "identity-two-numbers"
	RuleNameOrder  = "former-name-order"
	RuleUnitCycle  = "unit-cycle"
)

// CheckJudged refuses to judge whether a record is itself.
func CheckJudged(one, other string) error {
	if one == other {
		return fault.New(fault.BadInput, "It is one record. Name two.").Breaking(RuleIdentity)
	}
	return nil
}

// CheckUnit refuses an organisation that would be a unit of itself, directly or in turn. Given are all that it is a unit of.
func CheckUnit(organisation string, unitOf []string) error {
	if slices.Contains(unitOf, organisation) {
		return fault.New(fault.Conflict, "The organisation would be a unit of itself, directly or in turn. Correct what one of them is a unit of.").Breaking(RuleUnitCycle)
	}
	return nil
}

// CheckOneNumber refuses two as one to which one register has given numbers of their own.
func CheckOneNumber(one, other []Identifier) error {
	a, b, apart := distinct(one, other)
	if !apart {
		return nil
	}
	return fault.New(fault.Conflict, "The one has %s, the other %s: one register has told them apart. If they are one even so, give evenSo with the reason.",
		a.Display(), b.Display()).Breaking(RuleTwoNumbers)
}

// NamePeriod gives the days on which a name held that is replaced on a day, nil when nobody knows it. It began to hold when the last one of its
// kind ended, as far as that is known. A day of replacing before that is refused.
func NamePeriod(earlier []Period, replacedOn *Date) (Period, error) {
	var period Period
	for _, p := range earlier {
		if p.To == nil {
			continue
		}
		if next := p.To.AddDays(1); period.From == nil || next.After(*period.From) {
			period.From = &next
		}
	}
	if replacedOn != nil {
		period.To = new(replacedOn.AddDays(-1))
	}
	if period.From != nil && period.To != nil && period.To.Before(*period.From) {
		return period, fault.New(fault.BadInput, "The name that it replaces holds from %s. Give a later day.", period.From).Breaking(RuleNameOrder)
	}
	return period, nil
}
