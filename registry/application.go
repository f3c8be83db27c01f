package registry

import (
	"slices"

	"partnernet/fault"
)

// The rules of applications, as named in faults.
const (
	RuleOutcome        = "application-outcome"
	RuleDraftSubmitted = "application-draft-submitted"
	RuleDecisionAward  = "decision-award"
	RuleDecidedOn      = "decision-after-submission"
	RuleDecided        = "application-decided"
	RuleAwardProject   = "award-project"
)

// ApplicationState is where an application stands.
type ApplicationState string

// The states of an application.
const (
	ApplicationDraft         ApplicationState = "DRAFT"
	ApplicationApplied       ApplicationState = "APPLIED"
	ApplicationGranted       ApplicationState = "GRANTED"
	ApplicationPartlyGranted ApplicationState = "PARTLY_GRANTED"
	ApplicationRejected      ApplicationState = "REJECTED"
	ApplicationWithdrawn     ApplicationState = "WITHDRAWN"
)

// Granted says whether money was granted, in full or in part.
func (s ApplicationState) Granted() bool {
	return s == ApplicationGranted || s == ApplicationPartlyGranted
}

// CheckOutcome refuses an outcome that cannot follow on where an application stands: one that was turned down or withdrawn is closed, and
// one that was granted can only fall, or be granted the rest.
func CheckOutcome(current, outcome ApplicationState) error {
	rest := current == ApplicationPartlyGranted && outcome == ApplicationGranted
	if current == ApplicationDraft || current == ApplicationApplied || rest || current.Granted() && !outcome.Granted() {
		return nil
	}
	return fault.New(fault.Conflict, "The application is %s already. If that was recorded wrongly, revert the change; a new attempt is a new application.", current).
		Breaking(RuleOutcome)
}

// ComesAfter says whether the state is what became of an application that waited when it stood at the earlier one. Whoever tells it contradicts nobody
// who told of the waiting.
func (s ApplicationState) ComesAfter(earlier ApplicationState) bool {
	switch earlier {
	case ApplicationDraft:
		return s != "" && s != ApplicationDraft
	case ApplicationApplied:
		return s != "" && s != ApplicationDraft && s != ApplicationApplied
	default:
		return false
	}
}

// CheckSubmission refuses to say anew whether an application is submitted once something has come of it.
func CheckSubmission(current, given ApplicationState) error {
	open := func(s ApplicationState) bool { return s == ApplicationDraft || s == ApplicationApplied }
	if current == given || open(current) && open(given) {
		return nil
	}
	return fault.New(fault.Conflict, "The application is %s. Only one of which nothing has come yet is DRAFT or APPLIED; if that was recorded wrongly, revert the change.", current).
		Breaking(RuleOutcome)
}

// CheckSubmitted refuses a day of submission for an application that is still being written.
func CheckSubmitted(state ApplicationState, submittedOn *Date) error {
	if state == ApplicationDraft && submittedOn != nil {
		return fault.New(fault.BadInput, "A draft has not been submitted. Leave out the day, or record the application as APPLIED.").Breaking(RuleDraftSubmitted)
	}
	return nil
}

// DecisionOutcome is what was decided on an application.
type DecisionOutcome string

// State gives the state of the application that the outcome leads to, and false for one that leaves it as it is: put off, or a change of an
// earlier decision.
func (o DecisionOutcome) State() (ApplicationState, bool) {
	switch state := ApplicationState(o); state {
	case ApplicationGranted, ApplicationPartlyGranted, ApplicationRejected:
		return state, true
	default:
		return "", false
	}
}

// revoked is the outcome of a decision that changes or takes back an earlier one.
const revoked DecisionOutcome = "REVOKED"

// CheckDecided refuses an application that stands where none of the decisions on it brings it, and where it has not come on from there either. The registry need not have every
// decision: a grant may have fallen, or been followed by the rest, and any application may be withdrawn. One that is held as waiting need not have been told of its decision yet.
// Where a decision has been taken back, nobody can tell how it stands.
func CheckDecided(state ApplicationState, decided []DecisionOutcome) error {
	if state == ApplicationWithdrawn || state == ApplicationApplied || slices.Contains(decided, revoked) {
		return nil
	}
	var said DecisionOutcome
	for _, outcome := range decided {
		brings, decides := outcome.State()
		rest := brings == ApplicationPartlyGranted && state == ApplicationGranted
		switch {
		case !decides:
		case brings == state, rest, brings.Granted() && state == ApplicationRejected:
			return nil
		default:
			said = outcome
		}
	}
	if said == "" {
		return nil
	}
	return fault.New(fault.Conflict, "The application is %s, and it was decided on: %s. Correct one of the two, or record first what came of the application.", state, said).
		Breaking(RuleDecided)
}

// CheckAwardProject refuses an award for another project than the application that it was decided on. A project that is not known, "", is no fault.
func CheckAwardProject(project, applied string) error {
	if project != "" && applied != "" && project != applied {
		return fault.New(fault.Conflict, "The award is for another project than the application that it was decided on. Give the application's project, or name another decision.").
			Breaking(RuleAwardProject)
	}
	return nil
}

// CheckAwards refuses awards by a decision that grants nothing.
func (o DecisionOutcome) CheckAwards(awards int) error {
	if awards > 0 && !ApplicationState(o).Granted() {
		return fault.New(fault.BadInput, "A decision with the outcome %s awards nothing. Leave out the awards, or correct the outcome.", o).Breaking(RuleDecisionAward)
	}
	return nil
}

// CheckDecidedOn refuses a decision that is dated before its application was submitted. A day that is not known is no fault.
func CheckDecidedOn(decidedOn, submittedOn *Date) error {
	if decidedOn != nil && submittedOn != nil && decidedOn.Before(*submittedOn) {
		return fault.New(fault.BadInput, "The application was submitted on %s, after it was decided on, %s. Correct one of the two days.", submittedOn, decidedOn).
			Breaking(RuleDecidedOn)
	}
	return nil
}
