package decisions

import (
	"slices"
	"strings"

	"partnernet/registry"
)

// withoutGiver leaves out who decides where somebody else may receive or apply: a giver stands at the head of its letter as whom it writes to does.
func withoutGiver(all []found) []found {
	all = withoutAddressee(all)
	var givers []string
	for _, f := range all {
		if f.kind == "madeBy" && isFirst(all, f) {
			givers = append(givers, registry.Fold(f.values["value"]))
		}
	}
	isGiver := func(f found) bool {
		return slices.ContainsFunc(givers, func(giver string) bool { return strings.HasPrefix(giver, registry.Fold(f.values["value"])) })
	}
	return slices.DeleteFunc(slices.Clone(all), func(f found) bool {
		if f.kind != "recipient" && f.kind != "applicant" || !isGiver(f) {
			return false
		}
		return f.rule.Rank > 0 || slices.ContainsFunc(all, func(other found) bool { return other.kind == f.kind && !isGiver(other) })
	})
}

// atTheFoot is the rank of who is read as the sender by an address alone.
const atTheFoot = 5

// withoutAddressee leaves out whom a letter is addressed to where somebody else is named at its head.
func withoutAddressee(all []found) []found {
	isAddressee := func(f found) bool {
		return f.kind == "madeBy" && (f.rule.Within > 0 || f.rule.Rank >= atTheFoot) && slices.ContainsFunc(all, func(other found) bool { return other.rule == addressed && f.from <= other.from && other.from < f.to })
	}
	if !slices.ContainsFunc(all, func(f found) bool { return f.kind == "madeBy" && !isAddressee(f) }) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), isAddressee)
}

// isFirst says whether a reading is one of the lowest rank of its kind; at the head of a letter, the first of them.
func isFirst(all []found, f found) bool {
	return !slices.ContainsFunc(all, func(other found) bool {
		return other.kind == f.kind && (other.rule.Rank < f.rule.Rank || other.rule.Rank == f.rule.Rank && f.rule.Within > 0 && other.from < f.from)
	})
}
