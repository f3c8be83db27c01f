package registry

import (
	"strings"
	"unicode/utf8"

	"partnernet/fault"
)

// ErrAccountClosed is what is told who comes with an account that is closed.
var ErrAccountClosed error = fault.New(fault.Forbidden, "Your account is closed. Ask an administrator of the registry.")

// Invitation is what somebody is invited to, or a program gets an account for.
type Invitation struct {
	Name string // what their account is to be called, in words of whoever invites them
	Role Role   // over the network or organisation
	Over string // the id of that; "" for an administrator, and for a coordinator or reader of all networks
	By   string // the id of the account that invites; "" for the machine's keeper
}

// longestAccountName is how long the name of an account may be, in characters.
const longestAccountName = 100

// Check says what is wrong with an invitation.
func (i Invitation) Check() error {
	i.Name = strings.TrimSpace(i.Name)
	switch {
	case i.Name == "" || utf8.RuneCountInString(i.Name) > longestAccountName:
		return fault.New(fault.BadInput, "Say what the account is to be called, in 1 to %d characters.", longestAccountName).At("name")
	case i.Role == Administrator && i.Over != "":
		return fault.New(fault.BadInput, "An administrator is one of the whole registry. Leave the network and the organisation out.").At("over")
	case i.Role == Representative && i.Over == "":
		return fault.New(fault.BadInput, "A representative speaks for an organisation. Name it.").At("over")
	}
	return nil
}
