package registry

// The states of an account, as they are stored.
const (
	ActiveAccount    = "ACTIVE"    // it may be used
	SuspendedAccount = "SUSPENDED" // all its grants rest, and nobody signs in with it
)
