package registry

// RuleOvertaken is named in faults about a change that cannot be taken back, as what it changed has been changed again.
const RuleOvertaken = "change-overtaken"
