package registry

import (
	"slices"
	"strings"
	"unicode"

	"partnernet/fault"
)

// The rules of what counts toward an indicator or output, as named in faults.
const (
	RuleEvidenceType  = "evidence-type"
	RuleEvidenceTwice = "evidence-once"
)

// DocumentType says what kind of document one is.
type DocumentType string

// The kinds of document of which a promise can be made.
const (
	DocumentReport    DocumentType = "REPORT"
	DocumentStrategy  DocumentType = "STRATEGY"
	DocumentAgreement DocumentType = "AGREEMENT"
	DocumentMinutes   DocumentType = "MINUTES"
)

// countedWords are the words of a unit that name a kind of document, in the languages of funders.
var countedWords = map[DocumentType][]string{
	DocumentReport:    {"rapport", "rapporter", "rapportar", "delrapport", "delrapporter", "slutrapport", "slutrapporter", "sluttrapport", "sluttrapporter", "report", "reports"},
	DocumentStrategy:  {"strategi", "strategier", "strategiar", "program", "programmer", "strategy", "strategies", "programme", "programmes"},
	DocumentAgreement: {"avtal", "avtale", "avtaler", "avtalar", "agreement", "agreements"},
	DocumentMinutes:   {"protokoll", "mötesprotokoll", "møteprotokoll", "referat", "møtereferat", "minutes"},
}

// besideCounted are words that stand in a unit beside what it counts.
var besideCounted = []string{"antal", "antall", "number", "of", "st", "stycken", "stk", "och", "og", "and", "eller", "or"}

// CountedByUnit gives the kinds of document that an indicator counts, from its unit. It gives none where a word of the unit is not understood: then
// nobody can tell what does not count.
func CountedByUnit(unit string) []DocumentType {
	var kinds []DocumentType
	for word := range strings.FieldsFuncSeq(strings.ToLower(unit), func(r rune) bool { return !unicode.IsLetter(r) }) {
		kind := kindOfWord(word)
		if kind == "" && !slices.Contains(besideCounted, word) {
			return nil
		}
		if kind != "" && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

func kindOfWord(word string) DocumentType {
	for kind, words := range countedWords {
		if slices.Contains(words, word) {
			return kind
		}
	}
	return ""
}

// CountedByOutput gives the kinds of document that the pieces of an output of a type are; none where the type does not tell.
func CountedByOutput(outputType string) []DocumentType {
	switch kind := DocumentType(outputType); kind {
	case DocumentReport, DocumentStrategy:
		return []DocumentType{kind}
	}
	return nil
}

// CheckEvidence refuses a document of another kind than what is counted. Where nothing tells what is counted, any document is taken. One whose
// kind is not told does not count as one of a kind.
func CheckEvidence(counted []DocumentType, document DocumentType) error {
	if len(counted) == 0 || slices.Contains(counted, document) {
		return nil
	}
	if document == "" {
		return fault.New(fault.BadInput, "The document has no type, and only one of type %s counts here. If it is one, say so with updateDocument; if not, it belongs elsewhere.",
			values[DocumentType](counted)).Breaking(RuleEvidenceType)
	}
	return fault.New(fault.BadInput, "The document is of type %s, and only one of type %s counts here. If it is one, say so with updateDocument; if not, it belongs elsewhere.",
		document, values[DocumentType](counted)).Breaking(RuleEvidenceType)
}

// CheckEvidenceOnce refuses a document that nothing tells apart from another one that counts already.
func CheckEvidenceOnce(alike bool) error {
	if alike {
		return fault.New(fault.Conflict, "A document of this title counts already, and neither reference, day, address nor SHA-256 tells the two apart. Name that one by its id, or tell what sets this one apart.").
			Breaking(RuleEvidenceTwice)
	}
	return nil
}
