// Package registry holds the rules of the domain as pure functions: what identifies an organisation, when a relation
// is in force, what an award pays, when two names are alike. It knows no database, no network and no clock.
package registry

// Reason says why a value is not known; a field without a value carries one when a source should have told it.
type Reason string

// The reasons for not knowing.
const (
	NotInSource     Reason = "NOT_IN_SOURCE"     // the source was read and does not tell it
	NotAsked        Reason = "NOT_ASKED"         // nobody has asked yet
	Withheld        Reason = "WITHHELD"          // who knows does not say
	UnclearInSource Reason = "UNCLEAR_IN_SOURCE" // the source tells it in words that mean no one value; they stand as a claim
	SourcesDisagree Reason = "SOURCES_DISAGREE"  // the sources tell different things; their claims stand beside each other
)

// RuleToldForFewer is the rule that what is told for some does not come to be seen by others, as named in a fault.
const RuleToldForFewer = "told-for-fewer"

// RuleKnownUnknown is the rule that nothing is told and not known by one source, as named in a fault.
const RuleKnownUnknown = "told-and-unknown"

// Corrects says whether a source that gives this reason shows that the held one is not true: what a source tells unclearly, or sources
// tell differently, is told.
func (r Reason) Corrects(current Reason) bool {
	return current == NotInSource && (r == UnclearInSource || r == SourcesDisagree)
}
