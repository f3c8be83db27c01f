package ledger

import "partnernet/rules"

// Unguarded gives the same ledger, which asks no rules.
func (l *Ledger) Unguarded() *Ledger {
	unguarded := *l
	unguarded.rules = &rules.Guard{}
	return &unguarded
}
