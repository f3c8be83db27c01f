package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
)

// identifiedInOrder are the types whose records are identified otherwise than by name. Each comes after those by which it is identified.
var identifiedInOrder = []string{"Document", "Network", "BudgetLine", "Application", "Decision", "Award", "Condition", "Obligation"}

// identity gives the key of what identifies a record of a type, "" when a part of it is not known.
func identity(typeName string, parts ...string) string {
	if slices.Contains(parts, "") {
		return ""
	}
	return typeName + "\n" + strings.Join(parts, "\n")
}

// takeIdentified takes down what identifies the records that are held.
func (k *Known) takeIdentified(held map[string]any) {
	add := func(rows, typeName string, keys func(column func(int) string) []string) {
		for _, r := range store.RowsIn(held[rows]) {
			id := store.TextIn(r, 0)
			k.ids[id] = true
			for _, key := range keys(func(at int) string { return store.TextIn(r, at) }) {
				if full := identity(typeName, key); full != "" && !slices.Contains(k.identified[full], id) {
					k.identified[full] = append(k.identified[full], id)
				}
			}
		}
	}
	add("networks", "Network", func(c func(int) string) []string { return []string{registry.AcronymKey(c(1), c(2))} })
	add("documents", "Document", func(c func(int) string) []string { return []string{c(1)} })
	add("budgetLines", "BudgetLine", func(c func(int) string) []string { return []string{registry.FoldNumber(c(1))} })
	add("applications", "Application", func(c func(int) string) []string { return []string{registry.CaseKey(c(1), c(2))} })
	add("decisions", "Decision", func(c func(int) string) []string {
		return []string{registry.CaseKey(c(1), c(3)), registry.CaseKey(c(2), c(3))}
	})
	add("awards", "Award", func(c func(int) string) []string { return []string{registry.AwardKey(c(1), c(2))} })
	add("conditions", "Condition", func(c func(int) string) []string { return []string{identity(c(1), c(2))} })
	add("obligations", "Obligation", func(c func(int) string) []string { return []string{identity(c(1), c(2))} })
}

// documentKeys gives what identifies a document that a file tells: among those of its own sensitivity, and those that everybody sees.
func documentKeys(sensitivity, digest string) []string {
	return []string{registry.DocumentKey(sensitivity, digest), registry.DocumentKey("", digest)}
}

// identified gives the function that finds a told record of a type among those that are held, by what identifies it.
func (r *recognition) identified(typeName string) func(ledger.Record) string {
	return func(record ledger.Record) string {
		if record.Type != typeName {
			return ""
		}
		for _, key := range r.keys(record) {
			if id := only(r.known.identified[identity(typeName, key)]); id != "" {
				return id
			}
		}
		return ""
	}
}

// keys gives what identifies a told record, the surest first.
func (r *recognition) keys(record ledger.Record) []string {
	value := func(name string) string {
		if record.Values[name] == nil {
			return ""
		}
		return fmt.Sprint(record.Values[name])
	}
	switch record.Type {
	case "Document":
		return documentKeys(record.Sensitivity, value("sha256"))
	case "Network":
		return []string{registry.AcronymKey(value("acronym"), value("lifecycle"))}
	case "BudgetLine":
		return []string{registry.FoldNumber(value("code"))}
	case "Application":
		return []string{registry.CaseKey(r.end(record, "appliedTo"), value("caseNumber"))}
	case "Decision":
		authority := cmp.Or(r.end(record, "madeBy"), r.end(r.told[only(record.Links["application"])], "appliedTo"))
		return []string{registry.CaseKey(r.end(record, "application"), value("caseNumber")), registry.CaseKey(authority, value("caseNumber"))}
	case "Award":
		return []string{registry.AwardKey(r.end(record, "decision"), r.end(record, "recipient"))}
	case "Condition":
		return []string{identity(r.end(record, "award"), value("type"))}
	}
	return []string{identity(r.end(record, "decision"), value("type"))}
}
