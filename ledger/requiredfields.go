package ledger

import (
	"partnernet/fault"
	"partnernet/model"
)

// checkRequired asks that a new record or part has all that its type must have: nobody could read it otherwise, and the database does not ask.
func (l *Ledger) checkRequired(t *model.Type, knows func(*model.Field) bool) error {
	record := l.model.Type("Record")
	for _, f := range t.Fields() {
		single := f.Kind == model.Property && !f.List || f.LeadsToOne()
		if record.Field(f.Name) == nil && f.Def.Type.NonNull && single && !knows(f) {
			return fault.New(fault.BadInput, "A new %s needs %s.", t.Name, f.Name).At(f.Name)
		}
	}
	return nil
}
