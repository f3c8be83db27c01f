package registry

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The rules of what identifies a record beside its id, as named in faults.
const (
	RuleCaseNumber  = "case-number-unique"
	RuleAcronym     = "network-acronym-unique"
	RuleAwardDouble = "award-unique"
)

// NaturalKeyRules are these rules.
var NaturalKeyRules = []string{RuleCaseNumber, RuleAcronym, RuleAwardDouble}

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

// AwardKey gives what identifies an award of a decision, from ids: its recipient, and what else tells two awards of one recipient apart. It
// is empty for an award of which the decision or recipient is not known.
func AwardKey(decision, recipient string, apart ...string) string {
	if decision == "" || recipient == "" {
		return ""
	}
	return strings.Join(append([]string{decision, recipient}, apart...), keySeparator)
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
