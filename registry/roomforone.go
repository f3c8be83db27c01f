package registry

import "partnernet/fault"

// RuleRoomForOne is named in faults about a field that leads to one record and would lead to more.
const RuleRoomForOne = "room-for-one"

// CheckRoomForOne refuses that a field with room for one record leads to more. Given is to how many it would lead.
func CheckRoomForOne(field string, to int64) error {
	if to > 1 {
		return fault.New(fault.Conflict, "%s leads to one record, and would lead to %d. Correct it at the record that has this field, or leave out what leads to it from the other end.", field, to).
			At(field).Breaking(RuleRoomForOne)
	}
	return nil
}
