package stored

// Visible is the condition, behind the name of a record in a statement, that the record is for an audience that the viewer is of: "o" + Visible. The
// statement takes the numbers of those audiences as its parameter visible.
const Visible = ".audience IN $visible"

// VisibleOrAll is the same condition on a record by its name, where the parameter may be null for those who look at all.
func VisibleOrAll(name string) string { return "($visible IS NULL OR " + name + Visible + ")" }
