package registry

import (
	"time"

	"cloud.google.com/go/civil"

	"partnernet/fault"
)

// The rules of where a need or an offer stands, as named in a fault.
const (
	RuleClosed  = "standing-closed"
	RuleOpen    = "standing-open"
	RulePaused  = "standing-paused"
	RuleRenewal = "renewal-later"
	RuleExpired = "standing-expired"
	RuleSince   = "standing-since"
)

// Standing is where a need or an offer stands. That it has expired is never kept: its last day tells it.
type Standing string

// Where a need or an offer can stand.
const (
	StandingOpen      Standing = "OPEN"
	StandingPaused    Standing = "PAUSED" // of an offer
	StandingMet       Standing = "MET"    // of a need
	StandingWithdrawn Standing = "WITHDRAWN"
	StandingExpired   Standing = "EXPIRED"
)

// Closed says whether somebody has closed it, whatever day it is.
func (s Standing) Closed() bool { return s == StandingMet || s == StandingWithdrawn }

// Holding gives the days on which a new need or offer holds: from today, and for a year, where it is not said otherwise.
func Holding(period Period, bounded bool, today Date) Period {
	if period.From == nil {
		period.From = &today
	}
	if period.To == nil && bounded {
		last := civil.DateOf(period.From.In(time.UTC).AddDate(1, 0, -1))
		period.To = &last
	}
	return period
}

// CheckClosing refuses to close what was closed before, and to close it on a day that has not come or on which it did not hold yet.
func CheckClosing(current Standing, p Period, on, today Date) error {
	if current.Closed() {
		return fault.New(fault.Conflict, "It is %s already. Record a new one if it is needed or offered again.", current).Breaking(RuleClosed)
	}
	if err := CheckPast(&on, today); err != nil {
		return err
	}
	return Period{From: p.From, To: &on}.Check()
}

// CheckLapse refuses that something holds no longer, after a last day, when it has expired before that.
func CheckLapse(p Period, last Date) error {
	if p.To != nil && p.To.Before(last) {
		return fault.New(fault.Conflict, "It has expired already, after %s. Renew it if it still holds, or else leave it so.", p.To).Breaking(RuleClosed)
	}
	return Period{From: p.From, To: &last}.Check()
}

// CheckRenewal refuses to renew what somebody has closed, and to renew to a day that is past or that it holds until anyway.
func CheckRenewal(current Standing, last *Date, until, today Date) error {
	if current.Closed() {
		return fault.New(fault.Conflict, "It is %s and cannot be renewed. Record a new one.", current).Breaking(RuleClosed)
	}
	if until.Before(today) {
		return fault.New(fault.BadInput, "%s is past. Give a day from today on.", until).Breaking(RuleRenewal)
	}
	if last != nil && !until.After(*last) {
		return fault.New(fault.BadInput, "It holds until %s already. Give a later day.", last).Breaking(RuleRenewal)
	}
	return nil
}

// CheckOpen refuses what does not stand open on a day: it is closed or at rest, has expired, or has not begun.
func CheckOpen(current Standing, p Period, on Date) error {
	switch {
	case current != StandingOpen:
		return fault.New(fault.Conflict, "It is %s, not open. If that was recorded wrongly, revert the change.", current).Breaking(RuleOpen)
	case p.To != nil && p.To.Before(on):
		return fault.New(fault.Conflict, "It expired after %s. Renew it first if it still holds.", p.To).Breaking(RuleOpen)
	case p.From != nil && on.Before(*p.From):
		return fault.New(fault.Conflict, "It does not hold before %s. Wait until then, or correct its first day.", p.From).Breaking(RuleOpen)
	}
	return nil
}

// CheckPause refuses to pause an offer that is not open, or to resume one that is not paused.
func CheckPause(current, next Standing) error {
	if current != StandingOpen && current != StandingPaused || current == next {
		return fault.New(fault.Conflict, "The offer is %s, so it cannot become %s. If that was recorded wrongly, revert the change.", current, next).Breaking(RulePaused)
	}
	return nil
}

// CheckExpiry refuses to keep that something has expired: its last day tells it, of each day anew, and until then it was open.
func CheckExpiry(kept Standing) error {
	if kept == StandingExpired {
		return fault.New(fault.BadInput, "That it has expired is told by its last day, and not by its state. Give the state as %s, and that day as expiresOn.", StandingOpen).
			Breaking(RuleExpired)
	}
	return nil
}

// CheckSince refuses a day since when something stands as it does that is open.
func CheckSince(kept Standing, since *Date) error {
	if since != nil && kept == StandingOpen {
		return fault.New(fault.BadInput, "It is %s, so there is no day since when it stands otherwise. Leave out stateSince, or give the state in which it has stood since then.", kept).
			Breaking(RuleSince)
	}
	return nil
}
