package registry

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"partnernet/fault"
)

// The rules of what identifies a record beside its id, as named in faults.
const (
	RuleCaseNumber  = "case-number-unique"
	RuleAcronym     = "network-acronym-unique"
	RuleAwardDouble = "award-unique"
	RuleDocument    = "document-unique"
)

// NaturalKeyRules are these rules.
var NaturalKeyRules = []string{RuleCaseNumber, RuleAcronym, RuleAwardDouble, RuleDocument}

// keySeparator stands between the parts of a natural key. The migration that sets the first keys writes the same.
const keySeparator = "|"

// CaseKey gives what identifies a decision or an application: the authority that keeps the case, by its id, and the number that it has there.
// It is empty while either is not known: then nothing says that two are one.
func CaseKey(authority, number string) string {
	if authority == "" || FoldNumber(number) == "" {
		return ""
	}
	return authority + keySeparator + FoldNumber(number)
}

// AcronymKey gives what identifies a network: its acronym, whatever the case of its letters. A network that is closed, or has become part of
// another, no longer holds its acronym.
func AcronymKey(acronym, lifecycle string) string {
	if CheckOpenToMembers(lifecycle) != nil {
		return ""
	}
	return FoldNumber(acronym)
}

// NetworksNamed gives the ids of the networks that a name is of, by their ids or acronyms, from rows with the id, acronym and lifecycle of each
// that may be meant. An acronym that closed networks left to one that is not closed names that one. So does @prefers in the schema.
func NetworksNamed(name string, rows []map[string]any) []string {
	var all, holding []string
	for _, row := range rows {
		id, _ := row["id"].(string)
		acronym, _ := row["acronym"].(string)
		lifecycle, _ := row["lifecycle"].(string)
		if id != name && acronym != name {
			continue
		}
		all = append(all, id)
		if id == name || AcronymKey(acronym, lifecycle) != "" {
			holding = append(holding, id)
		}
	}
	if holding != nil {
		return holding
	}
	return all
}

// AwardKey gives what identifies an award of a decision, from ids: its recipient, and what else tells two awards of one recipient apart. It
// is empty for an award of which the decision or recipient is not known.
func AwardKey(decision, recipient string, apart ...string) string {
	if decision == "" || recipient == "" {
		return ""
	}
	return strings.Join(append([]string{decision, recipient}, apart...), keySeparator)
}

// DocumentKey gives what identifies a document: its file, by the SHA-256 of that, among the documents that the same people see. That somebody
// else keeps the same file to themselves is not told to those who may not see it. It is empty for a document of which the file is not known.
func DocumentKey(audience Audience, digest string) string {
	if FoldNumber(digest) == "" {
		return ""
	}
	return string(cmp.Or(audience, ForEveryone)) + keySeparator + FoldNumber(digest)
}

// SecondDocument is the fault of a document whose file another one has, of the id.
func SecondDocument(digest, other string) *fault.Fault {
	return fault.New(fault.Conflict, "A document of the same file, %s, is recorded already as %s. Use that one, or correct the SHA-256.", digest, other).Breaking(RuleDocument)
}

// identified says of a type what of it is unique: the rule, the field that tells it, and what a fault calls it.
type identified struct{ rule, field, what string }

var identifiedBy = map[string]identified{
	"Application": {RuleCaseNumber, "caseNumber", "An application of the case number %s at %s"},
	"Decision":    {RuleCaseNumber, "caseNumber", "A decision of the case number %s at %s"},
	"Award":       {RuleAwardDouble, "awards", "An award of this decision to the same recipient%s%s, from the same funder and appropriation and on the same basis,"},
	"Network":     {RuleAcronym, "acronym", "A network of the acronym %s%s"},
	"Document":    {RuleDocument, "sha256", "A document of the same file, %s%s,"},
	"Theme":       {RuleUnique, "code", "A theme of the code %s%s"},
}

// Doubled is the fault of a record of a type that is another one already, of the id, "" for one that is entered with it. Its number tells people what it is, and the authority that keeps the
// case, by its name, where there is one.
func Doubled(typeName, number, authority, other string) *fault.Fault {
	u := identifiedBy[typeName]
	if typeName == "Document" && other != "" {
		return SecondDocument(number, other).At(u.field)
	}
	switch typeName {
	case "Application", "Decision":
		authority = cmp.Or(authority, "that authority")
	case "Award":
		number = ""
	}
	what := fault.New(fault.Conflict, u.what, number, authority)
	refusal := fault.New(fault.Conflict, "%s is recorded already. Use that one, or correct what tells this one apart.", what)
	if other != "" {
		refusal = fault.New(fault.Conflict, "%s is recorded already as %s. Use that one, or correct what tells this one apart.", what, other)
	}
	return refusal.At(u.field).Breaking(u.rule)
}

// FoldNumber gives what ways of writing one case number or acronym have in common: they differ in capitals and spaces.
func FoldNumber(number string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, norm.NFC.String(number)))
}
