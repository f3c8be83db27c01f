package ledger

import (
	"context"
	"strings"
)

// Before gives what a record's field held, as a change shows it, before its last changes by some actions; "" for nothing. It is not ok where
// the last change was made by another action than these, or the field was never changed.
func (p *Page) Before(ctx context.Context, record, field string, actions ...string) (before string, ok bool, err error) {
	rows, err := p.Run(ctx, `
MATCH (:Record {id: $record})<-[:CHANGED]-(c:Change)
UNWIND c.fields AS changed
WITH c, changed
WHERE changed STARTS WITH $field
RETURN changed, c.action IN $actions AS own
ORDER BY c.position DESC`, map[string]any{"record": record, "field": field + separator, "actions": actions})
	for _, row := range rows {
		if row["own"] != true {
			break
		}
		before, ok = strings.Split(valueText(row["changed"]), separator)[1], true
	}
	return before, ok, err
}
