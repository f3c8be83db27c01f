package signin

import (
	"context"
	"time"

	"partnernet/audit"
	"partnernet/store"
)

func maybeTimeIn(row map[string]any, column string) *time.Time {
	if at, known := row[column].(time.Time); known {
		return &at
	}
	return nil
}

// textsIn reads a column that is a list of texts, or null.
func textsIn(row map[string]any, column string) []string {
	items, _ := row[column].([]any)
	var texts []string
	for _, item := range items {
		if text, is := item.(string); is {
			texts = append(texts, text)
		}
	}
	return texts
}

// record writes an audit record in a transaction.
func record(ctx context.Context, tx store.Tx, r audit.Record) error {
	return audit.Write(ctx, tx.Run, r)
}

func (d *Desk) event(event audit.Event, account, detail string) audit.Record {
	return audit.At(d.Now(), event, account, detail)
}

// refused records that somebody was not let in. When that cannot be written, the log tells it.
func (d *Desk) refused(ctx context.Context, event audit.Event, account, why string) {
	audited := d.event(event, account, why)
	err := d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error { return record(ctx, tx, audited) })
	if err != nil {
		d.Log.ErrorContext(ctx, "a refusal is not in the audit records", "event", event, "why", why, "error", err)
	}
}
