package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckRoomForOne(t *testing.T) {
	checkRule(t, "none", CheckRoomForOne("unitOf", 0), true, fault.Conflict, RuleRoomForOne)
	checkRule(t, "one", CheckRoomForOne("unitOf", 1), true, fault.Conflict, RuleRoomForOne)
	checkRule(t, "two", CheckRoomForOne("unitOf", 2), false, fault.Conflict, RuleRoomForOne)
}
