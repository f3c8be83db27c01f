package decisions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"partnernet/registry"
)

// single are the kinds of fact that a decision tells one of.
var single = []string{"outcome", "caseNumber", "decidedOn", "madeBy", "decidedByRole", "mode", "applicant", "recipient", "project", "projectTitle", "projectType",
	"plannedFrom", "plannedTo", "submittedOn", "amountAppliedFor", "aidRate", "cap", "costBasis", "totalBudget", "appeal"}

// identity gives what tells facts of a kind apart.
func (f found) identity() string {
	switch f.kind {
	case "obligation":
		if f.values["type"] == "FINAL_REPORT" {
			return f.values["type"]
		}
		return f.values["type"] + f.values["dueOn"] + f.values["after"]
	case "condition":
		return f.values["type"]
	case "legalBasis":
		if f.values["type"] == "DELEGATION_RULES" {
			return f.values["type"] + "|" + f.values["section"]
		}
		return strings.Join([]string{f.values["type"], f.values["reference"], f.values["section"]}, "|") + titleKey(f.values)
	case "indicator":
		return registry.Fold(f.values["name"])
	case "organisation":
		return f.values["number"]
	case "award":
		return registry.Fold(f.values["recipient"] + "|" + f.values["cap"])
	case "programme", "partner", "network":
		return registry.Fold(f.values["value"])
	case "budgetLine":
		return f.values["code"]
	case "generalTerms":
		return f.values["reference"]
	}
	return registry.Fold(f.values["value"])
}

func titleKey(values map[string]string) string {
	if values["reference"] == "" && values["section"] == "" {
		return registry.Fold(values["title"])
	}
	return ""
}

// settled gives the facts that all readings agree on, in the order of the text. Of a kind that a decision tells one of, the readings of the
// lowest rank count; where these differ the fact is not told, and the difference is.
func settled(all []found) (kept []found, contradictions []Contradiction) {
	all = withoutGiver(all)
	lowest := map[string]int{}
	for _, f := range all {
		if rank, there := lowest[f.ranked()]; !there || f.rule.Rank < rank {
			lowest[f.ranked()] = f.rule.Rank
		}
	}
	byKind := map[string][]found{}
	var kinds []string
	for _, f := range all {
		if f.rule.Rank != lowest[f.ranked()] {
			continue
		}
		if byKind[f.kind] == nil {
			kinds = append(kinds, f.kind)
		}
		byKind[f.kind] = combined(byKind[f.kind], f)
	}
	for _, kind := range kinds {
		facts := byKind[kind]
		if slices.Contains(single, kind) && len(facts) > 1 {
			facts, contradictions = differing(kind, facts, contradictions)
		}
		kept = append(kept, facts...)
	}
	kept, contradictions = agreeing(kept, byKind, contradictions)
	if slices.ContainsFunc(contradictions, func(c Contradiction) bool { return c.Kind == "outcome" }) {
		kept = slices.DeleteFunc(kept, func(f found) bool { return f.kind == "cap" || f.kind == "recipient" }) // it may be turned down
	}
	kept = slices.DeleteFunc(slices.Clone(kept), func(f found) bool { return f.kind == "obligation" && f.isOpen() && isDated(kept, f.values["type"]) })
	slices.SortStableFunc(kept, func(a, b found) int { return a.from - b.from })
	return kept, contradictions
}

// ranked names the facts of which those of the lowest rank count. Obligations of different types do not vie, nor do numbers of organisations, and
// further days of the same obligation are told beside the first.
func (f found) ranked() string {
	switch {
	case f.kind == "obligation" && f.values["type"] == "FINAL_REPORT":
		return f.kind + f.values["type"]
	case f.kind == "obligation" || f.kind == "organisation" || f.kind == "asked":
		return f.kind + f.identity()
	}
	return f.kind
}

// isOpen says whether an obligation has no day.
func (f found) isOpen() bool { return f.values["dueOn"] == "" && f.values["after"] == "" }

// isDated says whether an obligation of a type has a day.
func isDated(facts []found, kind string) bool {
	return slices.ContainsFunc(facts, func(f found) bool { return f.kind == "obligation" && f.values["type"] == kind && !f.isOpen() })
}

// combined adds a reading to those of its kind. One that says the same again may say more of it.
func combined(facts []found, f found) []found {
	for i, known := range facts {
		if known.identity() != f.identity() {
			continue
		}
		for field, value := range f.values {
			if known.values[field] == "" {
				facts[i].values[field] = value
			}
		}
		return facts
	}
	return append(facts, f)
}

// differing settles readings that are not the same: a name that goes on further in one place is the longer one, and else none is told.
func differing(kind string, facts []found, contradictions []Contradiction) ([]found, []Contradiction) {
	if kind == "project" || kind == "projectTitle" || kind == "decidedByRole" || kind == "madeBy" && facts[0].rule.Within > 0 {
		return facts[:1], contradictions // later ones are shorter forms of it, or of other projects, offices and addressees that are spoken of
	}
	if one, same := sameNamed(kind, facts); same {
		return one, contradictions
	}
	var values []string
	for _, f := range facts {
		values = append(values, f.values["value"])
	}
	return nil, append(contradictions, Contradiction{kind, values})
}

// agreeing tells the one of several amounts granted, or shares, that is the share of the costs which the text tells: that decides between them.
func agreeing(kept []found, readings map[string][]found, contradictions []Contradiction) ([]found, []Contradiction) {
	for _, kind := range []string{"cap", "aidRate"} {
		isIt := func(c Contradiction) bool { return c.Kind == kind }
		if !slices.ContainsFunc(contradictions, isIt) {
			continue
		}
		var fitting []found
		for _, f := range readings[kind] {
			with := append(slices.Clone(kept), f)
			if share, off := shareOff(known(with, "aidRate"), known(with, "totalBudget"), known(with, "cap")); share != "" && !off {
				fitting = append(fitting, f)
			}
		}
		if len(fitting) == 1 {
			kept = append(kept, fitting[0])
			contradictions = slices.DeleteFunc(contradictions, isIt)
		}
	}
	return kept, contradictions
}

// sameNamed gives the one of readings that say the same at different length: a name that others begin, and a part of what is granted.
func sameNamed(kind string, facts []found) (one []found, same bool) {
	longest := slices.MaxFunc(facts, func(a, b found) int { return len(a.values["value"]) - len(b.values["value"]) })
	switch kind {
	case "madeBy", "applicant", "recipient":
		name := registry.Fold(longest.values["value"])
		same = !slices.ContainsFunc(facts, func(f found) bool { return !strings.HasPrefix(name, registry.Fold(f.values["value"])) })
	case "outcome":
		for _, earlier := range []string{"REVOKED", payment} {
			if at := slices.IndexFunc(facts, func(f found) bool { return f.values["value"] == earlier }); at >= 0 {
				return facts[at : at+1], true // what was granted or turned down before is told there, too
			}
		}
		same = !slices.ContainsFunc(facts, func(f found) bool { return !strings.HasSuffix(f.values["value"], "GRANTED") })
	}
	return []found{longest}, same
}

// known gives the value of a fact that a decision tells one of, "" where it does not.
func known(facts []found, kind string) string {
	for _, f := range facts {
		if f.kind == kind {
			return f.values["value"]
		}
	}
	return ""
}

// moneyOf gives the amount and the currency of a value; not ok where there is none.
func moneyOf(value string) (amount decimal.Decimal, currency string, ok bool) {
	number, currency, ok := strings.Cut(value, " ")
	if !ok {
		return decimal.Decimal{}, "", false
	}
	amount, err := decimal.NewFromString(number)
	return amount, currency, err == nil
}

func less(a, b string) bool {
	x, currency, ok := moneyOf(a)
	y, other, there := moneyOf(b)
	return ok && there && currency == other && x.LessThan(y)
}

// disagreements tells of facts that cannot all be so.
func disagreements(facts []found) []Contradiction {
	var all []Contradiction
	valueOf := func(kind string) string { return known(facts, kind) }
	tell := func(kind string, kinds ...string) {
		var values []string
		for _, each := range kinds {
			values = append(values, each+" "+valueOf(each))
		}
		all = append(all, Contradiction{kind, values})
	}
	if before(valueOf("plannedTo"), valueOf("plannedFrom")) {
		tell("period", "plannedFrom", "plannedTo")
	}
	if before(valueOf("decidedOn"), valueOf("submittedOn")) {
		tell("decidedBeforeSubmitted", "submittedOn", "decidedOn")
	}
	if less(valueOf("amountAppliedFor"), valueOf("cap")) {
		tell("moreThanAppliedFor", "amountAppliedFor", "cap")
	}
	if share, off := shareOff(valueOf("aidRate"), valueOf("totalBudget"), valueOf("cap")); off {
		tell("shareOfCosts", "aidRate", "totalBudget", "cap")
		all[len(all)-1].Values = append(all[len(all)-1].Values, "share "+share)
	}
	return all
}

func before(a, b string) bool { return a != "" && b != "" && a < b }

// shareOff gives the rate of the costs, and says whether that is another amount than the cap, beyond what rounding the rate explains.
func shareOff(rate, costs, ceiling string) (share string, off bool) {
	r, err := decimal.NewFromString(rate)
	c, currency, known := moneyOf(costs)
	m, other, there := moneyOf(ceiling)
	if err != nil || !known || !there || currency != other {
		return "", false
	}
	of := r.Mul(c)
	rounding := c.Mul(decimal.New(5, r.Exponent()-1)).Add(decimal.NewFromInt(1))
	if r.Exponent() > -4 {
		rounding = c.Mul(decimal.New(5, -5)).Add(decimal.NewFromInt(1))
	}
	return fmt.Sprintf("%s %s", of.StringFixed(2), currency), of.Sub(m).Abs().GreaterThan(rounding)
}

// expected are the kinds of fact that a decision should tell, by whether it grants.
var expected = []string{"outcome", "caseNumber", "decidedOn", "madeBy", "decidedByRole", "applicant", "project", "plannedFrom", "plannedTo", "amountAppliedFor", "legalBasis", "appeal"}

var expectedOfGrants = []string{"recipient", "aidRate", "cap", "costBasis", "totalBudget", "budgetLine", "condition", "obligation"}

// absent gives the kinds of fact that a decision should tell and does not.
func absent(facts []found) []string {
	wanted := slices.Clone(expected)
	if known(facts, "outcome") != "REJECTED" {
		wanted = append(wanted, expectedOfGrants...)
	}
	return slices.DeleteFunc(wanted, func(kind string) bool {
		return slices.ContainsFunc(facts, func(f found) bool { return f.kind == kind })
	})
}
