package registry

import (
	"time"

	"partnernet/fault"
)

// The rules of days on which something was said or done, as named in a fault.
const (
	RuleFuture        = "not-future"
	RuleOutsidePeriod = "within-period"
	RuleAnswerOrder   = "answer-order"
)

// CheckPast refuses a day after today for what has happened. An unknown day is no fault.
func CheckPast(day *Date, today Date) error {
	if day != nil && day.After(today) {
		return fault.New(fault.BadInput, "%s has not come yet. Give a day up to today.", day).Breaking(RuleFuture)
	}
	return nil
}

// CheckPastInstant refuses an instant after now for what has happened.
func CheckPastInstant(instant, now time.Time) error {
	if instant.After(now) {
		return fault.New(fault.BadInput, "%s has not come yet. Give a time up to now.", instant.UTC().Format(time.RFC3339)).Breaking(RuleFuture)
	}
	return nil
}

// CheckConfirmed refuses a day on which a relation cannot have been confirmed to hold: one that has not come yet, and one that is known
// to be outside its period.
func CheckConfirmed(day *Date, p Period, today Date) error {
	if err := CheckPast(day, today); err != nil || day == nil {
		return err
	}
	if !p.Overlaps(Period{From: day, To: day}) {
		return fault.New(fault.BadInput, "On %s the relation is known not to have held. Correct the day, or its first and last day.", day).Breaking(RuleOutsidePeriod)
	}
	return nil
}

// ConfirmedToHold says whether a party that confirms a relation on a day says that it held on that day. Who confirms one that is over says that it held on
// other days: after its last day, or from the day on which its end was recorded where nobody knows its last day.
func ConfirmedToHold(on Date, p Period, ended bool, recorded Date) bool {
	if ended && p.To == nil && !on.Before(recorded) {
		return false
	}
	return p.Overlaps(Period{From: &on, To: &on})
}

// CheckAnswer refuses what a party says, as said before what it said otherwise and which it would take the place of.
func CheckAnswer(current Confirmation, currentAt *time.Time, says Confirmation, answeredAt time.Time) error {
	answered := current == PartyConfirmed || current == PartyDenied
	if answered && says != current && currentAt != nil && answeredAt.Before(*currentAt) {
		return fault.New(fault.Conflict, "The party has said %s later, on %s. Give the time of a later answer, or correct that one first.", current, Today(*currentAt)).
			Breaking(RuleAnswerOrder)
	}
	return nil
}

// DeniesAgain says whether a party that says something at an instant denies again what it has denied since it confirmed it. That is told already, of each day: the first denial ended what
// the confirmation tells of.
func DeniesAgain(current Confirmation, currentAt *time.Time, before, says Confirmation, at time.Time) bool {
	return says == PartyDenied && current == PartyDenied && before == PartyConfirmed && currentAt != nil && !at.Before(*currentAt)
}

// End is where a relation stands that ends, and what is known of its last day.
type End struct {
	State  RelationState
	Status EndStatus
	Last   *Date
}

// EndRelation gives the end of a relation on a last day, nil when nobody knows which: then a day that was held before counts if it has come
// already. A relation is not over before its last day has come.
func EndRelation(state RelationState, current, last *Date, today Date) End {
	if last == nil && current != nil && !current.After(today) {
		last = current
	}
	if last != nil && last.After(today) {
		return End{State: state, Status: EndKnown, Last: last}
	}
	return End{State: Ended, Status: EndOf(Ended, last), Last: last}
}

// EndOf says what is known of the end of a relation from its state and its last day; "" when nothing is.
func EndOf(state RelationState, last *Date) EndStatus {
	switch {
	case last != nil:
		return EndKnown
	case state == Ended:
		return EndDateUnknown
	}
	return ""
}
