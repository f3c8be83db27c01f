package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckArea(t *testing.T) {
	checkRule(t, "in another", CheckArea("A", []string{"B", "C"}), true, fault.Conflict, RuleAreaCycle)
	checkRule(t, "in none", CheckArea("A", nil), true, fault.Conflict, RuleAreaCycle)
	checkRule(t, "in itself", CheckArea("A", []string{"A"}), false, fault.Conflict, RuleAreaCycle)
	checkRule(t, "in its own part", CheckArea("A", []string{"B", "A"}), false, fault.Conflict, RuleAreaCycle)
}
