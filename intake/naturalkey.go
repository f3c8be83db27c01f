package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// identifiedInOrder are the types whose records are identified otherwise than by name. Each comes after those by which it is identified.
var identifiedInOrder = []string{"Network", "Area", "BudgetLine", "LegalBasis", "Application", "Decision", "Award", "Condition", "Obligation",
	"Partnership", "Output", "Indicator", "Objective", "Activity", "Strategy", "StrategyAlignment", "NeedsMapping", "Document"}

// naturalKeyOf gives the key of what identifies a record of a type, "" when a part of it is not known.
func naturalKeyOf(typeName string, parts ...string) string {
	if slices.Contains(parts, "") {
		return ""
	}
	return typeName + "\n" + strings.Join(parts, "\n")
}

// keysOfRow gives what identifies the record of a row, by its columns.
type keysOfRow func(column func(int) string) []string

// loadIdentified takes down what identifies the records that are held.
func (k *Known) loadIdentified(row map[string]any) {
	add := func(rows, typeName string, keys keysOfRow) {
		for _, r := range stored.Lists(row[rows]) {
			k.identify(typeName, stored.Text(r[0]), keys(func(at int) string { return stored.Text(r[at]) })...)
		}
	}
	add("networks", "Network", func(c func(int) string) []string { return []string{registry.AcronymKey(c(1), c(2))} })
	add("documents", "Document", func(c func(int) string) []string { return []string{c(1)} })
	add("budgetLines", "BudgetLine", func(c func(int) string) []string { return []string{registry.FoldNumber(c(1))} })
	add("applications", "Application", func(c func(int) string) []string {
		return append([]string{registry.CaseKey(c(1), c(2))}, numberlessKeys(c(1), c(3), c(2))...)
	})
	add("decisions", "Decision", func(c func(int) string) []string {
		return []string{registry.CaseKey(c(1), c(3)), registry.CaseKey(c(2), c(3))}
	})
	add("awards", "Award", func(c func(int) string) []string { return []string{registry.AwardKey(c(1), c(2))} })
	add("conditions", "Condition", func(c func(int) string) []string { return []string{naturalKeyOf(c(1), c(2))} })
	add("obligations", "Obligation", func(c func(int) string) []string { return []string{naturalKeyOf(c(1), c(2))} })
	k.loadPartsOfProjects(row, add)
}

// identify takes down what identifies a record of a type.
func (k *Known) identify(typeName, id string, keys ...string) {
	k.ids[id] = true
	for _, key := range keys {
		if full := naturalKeyOf(typeName, key); full != "" && !slices.Contains(k.identified[full], id) {
			k.identified[full] = append(k.identified[full], id)
		}
	}
}

// documentOf gives what identifies a told document whose file the registry does not know: what it is the document of, and its reference.
func (r *recognition) documentOf(document ledger.Record) []string {
	var keys []string
	for _, record := range r.records {
		if slices.Contains(record.Links["document"], document.ID) && slices.Contains([]string{"Decision", "Condition"}, record.Type) {
			keys = append(keys, naturalKeyOf(r.id(record.ID), registry.FoldNumber(textOf(document, "reference"))))
		}
	}
	return keys
}

// documentKeys gives what identifies a document that a file tells: among those for the same people, and those that everybody sees.
func documentKeys(audience registry.Audience, digest string) []string {
	return []string{registry.DocumentKey(audience, digest), registry.DocumentKey("", digest)}
}

// identified gives the function that finds a told record of a type among those that are held, by what identifies it.
func (r *recognition) identified(typeName string) func(ledger.Record) string {
	return func(record ledger.Record) string {
		if record.Type != typeName {
			return ""
		}
		for _, key := range r.naturalKeys(record) {
			if id := onlyID(r.known.identified[naturalKeyOf(typeName, key)]); id != "" {
				return id
			}
		}
		return ""
	}
}

// naturalKeys gives what identifies a told record, the surest first.
func (r *recognition) naturalKeys(record ledger.Record) []string {
	value := func(name string) string { return textOf(record, name) }
	switch record.Type {
	case "Document":
		return append(documentKeys(record.Audience, value("sha256")), r.documentOf(record)...)
	case "Network":
		return []string{registry.AcronymKey(value("acronym"), value("lifecycle"))}
	case "BudgetLine":
		return []string{registry.FoldNumber(value("code"))}
	case "Application":
		to := r.linkedID(record, "appliedTo")
		return append([]string{registry.CaseKey(to, value("caseNumber"))}, otherNumberKeys(to, r.linkedID(record, "project"), value("caseNumber"))...)
	case "Decision":
		authority := cmp.Or(r.linkedID(record, "madeBy"), r.linkedID(r.records[onlyID(record.Links["application"])], "appliedTo"))
		return []string{registry.CaseKey(r.linkedID(record, "application"), value("caseNumber")), registry.CaseKey(authority, value("caseNumber"))}
	case "Award":
		return []string{registry.AwardKey(r.linkedID(record, "decision"), r.linkedID(record, "recipient"))}
	case "Condition":
		return []string{naturalKeyOf(r.linkedID(record, "award"), value("type"))}
	case "Obligation":
		return []string{naturalKeyOf(r.linkedID(record, "decision"), value("type"))}
	}
	return r.keysOfPart(record)
}

// textOf gives a value of a told record as a text, "" for none.
func textOf(record ledger.Record, name string) string {
	if record.Values[name] == nil {
		return ""
	}
	return fmt.Sprint(record.Values[name])
}
