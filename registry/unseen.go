package registry

import "partnernet/fault"

// RuleUnseen is named in faults about what cannot be, for something that whoever asks may not see.
const RuleUnseen = "unseen-stands-against"

// Unseen refuses what would break the register in a way that only those could be told who see more than whoever asks: it is the same whatever they do not see.
func Unseen() error {
	return fault.New(fault.Conflict, "Something in the registry that you may not see stands against this. Ask a coordinator of all networks, or an administrator.").Breaking(RuleUnseen)
}
