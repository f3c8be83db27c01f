package signin

import (
	"context"
	"time"

	"github.com/google/uuid"

	"partnernet/store"
)

// Event is what an audit record tells of.
type Event string

// The events that are told.
const (
	LinkMade      Event = "LINK_MADE"
	SignedIn      Event = "SIGNED_IN"
	SignInRefused Event = "SIGN_IN_REFUSED"
	SignedOut     Event = "SIGNED_OUT"
	LogoutRefused Event = "LOGOUT_REFUSED"
	TokenMade     Event = "TOKEN_MADE"
	TokenRefused  Event = "TOKEN_REFUSED"
	TokenRevoked  Event = "TOKEN_REVOKED"
)

// AuditRecord tells one event. It is written once, with what it tells of, and never changed or deleted.
type AuditRecord struct {
	At      time.Time `json:"at"`
	Event   Event     `json:"event"`
	Account string    `json:"account,omitempty"` // whose, when it is known
	Detail  string    `json:"detail,omitempty"`  // why, or of what: never a secret

	id string
}

// eventAt gives the audit record of what is about to happen. It is made before the transaction that writes it, so that one which is run again
// writes it once.
func eventAt(now time.Time, event Event, account, detail string) AuditRecord {
	return AuditRecord{At: now.UTC(), Event: event, Account: account, Detail: detail, id: uuid.NewString()}
}

func (d *Desk) event(event Event, account, detail string) AuditRecord {
	return eventAt(d.Now(), event, account, detail)
}

// audit writes an audit record in a transaction.
func audit(ctx context.Context, tx store.Tx, r AuditRecord) error {
	_, err := tx.Run(ctx, store.Statement{
		Text: `
			MERGE (r:AuditRecord {key: $key})
			ON CREATE SET r.at = $at, r.event = $event, r.account = $account, r.detail = $detail`,
		Params: map[string]any{"key": r.id, "at": r.At, "event": string(r.Event), "account": r.Account, "detail": r.Detail},
	})
	return err
}

// refused writes that somebody was not let in. When it cannot be written, the log tells it.
func (d *Desk) refused(ctx context.Context, event Event, account, why string) {
	told := d.event(event, account, why)
	err := d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error { return audit(ctx, tx, told) })
	if err != nil {
		d.Log.ErrorContext(ctx, "a refusal is not in the audit records", "event", event, "why", why, "error", err)
	}
}

// Audit gives the latest audit records, newest first: those of an account, or of all when it is "".
func (d *Desk) Audit(ctx context.Context, account string, limit int) ([]AuditRecord, error) {
	rows, err := d.DB.ReadRows(ctx, store.Statement{
		Text: `
			MATCH (r:AuditRecord)
			WHERE r.account = $account OR $account = ''
			RETURN r.at AS at, r.event AS event, r.account AS account, r.detail AS detail
			ORDER BY r.at DESC, r.key
			LIMIT $limit`,
		Params: map[string]any{"account": account, "limit": limit},
	})
	if err != nil {
		return nil, err
	}
	records := make([]AuditRecord, len(rows))
	for i, row := range rows {
		records[i] = AuditRecord{At: timeIn(row, "at"), Event: Event(textIn(row, "event")), Account: textIn(row, "account"), Detail: textIn(row, "detail")}
	}
	return records, nil
}

// textIn, timeIn and maybeTimeIn read a column that may be null.
func textIn(row map[string]any, column string) string {
	text, _ := row[column].(string)
	return text
}

func timeIn(row map[string]any, column string) time.Time {
	at, _ := row[column].(time.Time)
	return at
}

func maybeTimeIn(row map[string]any, column string) *time.Time {
	if at, known := row[column].(time.Time); known {
		return &at
	}
	return nil
}
