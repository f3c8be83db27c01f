package registry

// ObligationStatus says whether an obligation has been met; empty when that is unknown.
type ObligationStatus string

// The states of an obligation.
const (
	ObligationOpen      ObligationStatus = "OPEN"
	ObligationFulfilled ObligationStatus = "FULFILLED"
	ObligationWaived    ObligationStatus = "WAIVED"
)

// Overdue says whether an obligation is late on a day: true, false, or nil when that is unknown. The due day itself
// is in time. One that is fulfilled or waived is never overdue; one of unknown status may have been met.
func Overdue(status ObligationStatus, dueOn *Date, asOf Date) *bool {
	switch {
	case status == ObligationFulfilled, status == ObligationWaived, dueOn != nil && !asOf.After(*dueOn):
		return new(false)
	case dueOn == nil, status != ObligationOpen:
		return nil
	}
	return new(true)
}
