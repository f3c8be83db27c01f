package lists

// Verdict says what becomes of a row of a list.
type Verdict string

// The verdicts.
const (
	New      Verdict = "NEW"      // a membership is added, and the organisation if it is not held, or what the row tells of it besides
	Same     Verdict = "SAME"     // the registry holds all that the row tells, or a row above that is taken tells it
	Changed  Verdict = "CHANGED"  // the row adds something to a record that is held, and no membership
	Conflict Verdict = "CONFLICT" // the row disagrees with the registry or with another row: people decide
	Refused  Verdict = "REFUSED"  // the row cannot be taken as it is
)

// Verdicts are all of them, in the order in which people look at them.
var Verdicts = []Verdict{Conflict, Refused, New, Changed, Same}
