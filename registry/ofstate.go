package registry

// ofState are fields that say more of where something stands, each with the field of its state: since when, on which day, and where it stood before.
var ofState = map[string]string{
	"stateSince": "state", "pausedSince": "state", "stateBeforePause": "state", "stateBeforeEnd": "state", "heldOn": "state",
	"fulfilledOn": "status", "confirmedAt": "confirmation",
}

// StateOf gives the field of the state of which another field says more, "" for a field that is of no state.
func StateOf(field string) string { return ofState[field] }
