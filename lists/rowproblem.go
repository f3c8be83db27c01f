package lists

import (
	"cmp"
	"fmt"

	"partnernet/registry"
)

// Problem is something about a row that people should know: what it is, and the values that it is about. What is said of it is in
// texts.yaml, in each language.
type Problem struct {
	Code    ProblemCode `json:"code"`
	Case    string      `json:"case"` // which of the code's texts says it; empty for the only one
	About   About       `json:"about"`
	Cell    string      `json:"cell,omitempty"` // B12; empty when it is about the whole row
	Refuses bool        `json:"decides"`        // the row is not taken; otherwise it is, without the value that the problem is about
}

// ProblemCode is the kind of a problem: a RowProblemCode of the schema, which tells what each means.
type ProblemCode string

// Problems of a row by itself.
const (
	NoValue              ProblemCode = "NO_VALUE"
	TooLong              ProblemCode = "TOO_LONG"
	UnreadableCharacters ProblemCode = "UNREADABLE_CHARACTERS"
	DamagedLetters       ProblemCode = "DAMAGED_LETTERS"
	BeyondHeadings       ProblemCode = "BEYOND_HEADINGS"
	NoOrganisationNamed  ProblemCode = "NO_ORGANISATION_TOLD"
	NoName               ProblemCode = "NO_NAME"
	NameIsNoName         ProblemCode = "NAME_IS_NO_NAME"
	FormulaLike          ProblemCode = "FORMULA_LIKE"
	OnlyAName            ProblemCode = "ONLY_A_NAME"
	MemberNoMore         ProblemCode = "MEMBER_NO_MORE"
	NoMemberYet          ProblemCode = "NO_MEMBER_YET"
	StatusUnknown        ProblemCode = "STATUS_UNKNOWN"
	NumberFromName       ProblemCode = "NUMBER_FROM_NAME"
	NumberForm           ProblemCode = "NUMBER_FORM"
	NumberCheckDigit     ProblemCode = "NUMBER_CHECK_DIGIT"
	NumberOfAPerson      ProblemCode = "NUMBER_OF_A_PERSON"
	NumberShortened      ProblemCode = "NUMBER_SHORTENED"
	NumberRepaired       ProblemCode = "NUMBER_REPAIRED"
	NumberUnchecked      ProblemCode = "NUMBER_UNCHECKED"
	CountryUnknown       ProblemCode = "COUNTRY_UNKNOWN"
	CountryFromNumber    ProblemCode = "COUNTRY_FROM_NUMBER"
	CountryContradicts   ProblemCode = "COUNTRY_CONTRADICTS"
	RoleUnknown          ProblemCode = "ROLE_UNKNOWN"
	DayUnreadable        ProblemCode = "DAY_UNREADABLE"
	DayAmbiguous         ProblemCode = "DAY_AMBIGUOUS"
	DayYearCompleted     ProblemCode = "DAY_YEAR_COMPLETED"
	DayImprecise         ProblemCode = "DAY_IMPRECISE"
	DayFromSerial        ProblemCode = "DAY_FROM_SERIAL"
	DayOrder             ProblemCode = "DAY_ORDER"
	HomepageUnreadable   ProblemCode = "HOMEPAGE_UNREADABLE"
	HomepageCompleted    ProblemCode = "HOMEPAGE_COMPLETED"
	IndustryUnreadable   ProblemCode = "INDUSTRY_UNREADABLE"
	MunicipalityUnknown  ProblemCode = "MUNICIPALITY_UNKNOWN"
)

// Problems of a row beside what the registry holds and what other rows say.
const (
	NumbersOfSeveral   ProblemCode = "NUMBERS_OF_SEVERAL"
	NumberOfAnother    ProblemCode = "NUMBER_OF_ANOTHER"
	OtherNumberKnown   ProblemCode = "OTHER_NUMBER_HELD"
	SeveralOfThatName  ProblemCode = "SEVERAL_OF_THAT_NAME"
	PossiblySame       ProblemCode = "POSSIBLY_SAME"
	NameOfNetwork      ProblemCode = "NAME_OF_NETWORK"
	TwiceInList        ProblemCode = "TWICE_IN_LIST"
	KnownDifferently   ProblemCode = "HELD_DIFFERENTLY"
	NotAdded           ProblemCode = "NOT_ADDED"
	MembershipEnded    ProblemCode = "MEMBERSHIP_ENDED"
	SeveralMemberships ProblemCode = "SEVERAL_MEMBERSHIPS"
	NetworkClosed      ProblemCode = "NETWORK_CLOSED"
	AdmittedAlready    ProblemCode = "ADMITTED_ALREADY"
	RuleBroken         ProblemCode = "RULE_BROKEN"
)

// Sentence says in a language what is wrong, or was mended.
func (p Problem) Sentence(language string) string { return p.Remark().In(language) }

// Suggestion says in a language what to do; it is empty when there is nothing to do.
func (p Problem) Suggestion(language string) string { return p.Remark().ToDo(language) }

// Remark is what is said of the problem.
func (p Problem) Remark() Remark {
	key := string(p.Code)
	if p.Case != "" {
		key += "." + p.Case
	}
	return Remark{key, p.About}
}

// CompareProblems orders problems by code and cell, and whatever else by what they speak of: maps are printed in the order of their keys.
func CompareProblems(a, b Problem) int {
	return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Case, b.Case), cmp.Compare(fmt.Sprint(a.About), fmt.Sprint(b.About)))
}

// AboutRule gives what is said of a rule that a row breaks: its name, the field, and the sentence in each language.
func AboutRule(rule, field string, says func(language string) string) About {
	about := About{"rule": rule, "field": field, "sentence": says("en")}
	for _, language := range registry.Languages {
		about["sentence."+language] = says(language)
	}
	return about
}
