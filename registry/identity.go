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
	a, b, apart := toldApart(one, other)
	if !apart {
		return nil
	}
	return fault.New(fault.Conflict, "The one has %s, the other %s: one register has told them apart. If they are one even so, give evenSo with the reason.",
		a.Display(), b.Display()).Breaking(RuleTwoNumbers)
}

// NameHeld gives the days on which a name held that is replaced on a day, nil when nobody knows it. It began to hold when the last one of its
// kind ended, as far as that is known. A day of replacing before that is refused.
func NameHeld(earlier []Period, replacedOn *Date) (Period, error) {
	var held Period
	for _, p := range earlier {
		if p.To == nil {
			continue
		}
		if next := p.To.AddDays(1); held.From == nil || next.After(*held.From) {
			held.From = &next
		}
	}
	if replacedOn != nil {
		held.To = new(replacedOn.AddDays(-1))
	}
	if held.From != nil && held.To != nil && held.To.Before(*held.From) {
		return held, fault.New(fault.BadInput, "The name that it replaces holds from %s. Give a later day.", held.From).Breaking(RuleNameOrder)
	}
	return held, nil
}
