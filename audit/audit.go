// Package audit records who was let in, who was refused and who was given what. Its records are written in the transaction of what they tell
// of, and nothing changes or deletes them.
package audit

import (
	"context"
	"time"

	"github.com/google/uuid"

	"partnernet/store"
)

// Event is what a record tells of.
type Event string

// The events that are recorded.
const (
	LinkMade        Event = "LINK_MADE"
	SignedIn        Event = "SIGNED_IN"
	SignInRefused   Event = "SIGN_IN_REFUSED"
	SignedOut       Event = "SIGNED_OUT"
	LogoutRefused   Event = "LOGOUT_REFUSED" // an identity provider's word that a session is over
	TokenMade       Event = "TOKEN_MADE"
	TokenRefused    Event = "TOKEN_REFUSED"
	TokenRevoked    Event = "TOKEN_REVOKED"
	Invited         Event = "INVITED"
	Accepted        Event = "ACCEPTED" // an invitation: the account has what it gives
	PasskeyAdded    Event = "PASSKEY_ADDED"
	ServiceAdded    Event = "SERVICE_ADDED"
	AccountClosed   Event = "ACCOUNT_CLOSED"
	AccountReopened Event = "ACCOUNT_REOPENED"
	AccountChanged  Event = "ACCOUNT_CHANGED" // by a command: suspended, say
	Granted         Event = "GRANTED"
	GrantEnded      Event = "GRANT_ENDED"
	Revealed        Event = "REVEALED"     // a contact's address, to whom it is told of
	Exported        Event = "EXPORTED"     // all that is kept of somebody, a list, or a report
	Erased          Event = "ERASED"       // somebody
	MessageSent     Event = "MESSAGE_SENT" // to a contact
	Opened          Event = "OPENED"       // what is restricted
	WebhookAdded    Event = "WEBHOOK_ADDED"
	WebhookRemoved  Event = "WEBHOOK_REMOVED"
	WebhookOff      Event = "WEBHOOK_OFF" // nothing could be delivered for days
	Refused         Event = "REFUSED"     // a command that is not the account's to do
)

// Record tells one event.
type Record struct {
	At      time.Time `json:"at"`
	Event   Event     `json:"event"`
	Account string    `json:"account,omitempty"` // whose, when it is known
	Detail  string    `json:"detail,omitempty"`  // why, or of what: never a secret

	key string
}

// At gives the record of what is about to happen. It is made before the transaction that writes it, so that one which is run again writes it once.
func At(now time.Time, event Event, account, detail string) Record {
	return Record{At: now.UTC(), Event: event, Account: account, Detail: detail, key: uuid.NewString()}
}

// Write writes a record, by what runs the statements of a transaction.
func Write(ctx context.Context, run store.Run, r Record) error {
	_, err := run(ctx, store.Statement{
		Text: `
			MERGE (r:AuditRecord {key: $key})
			ON CREATE SET r.at = $at, r.event = $event, r.account = $account, r.detail = $detail`,
		Params: map[string]any{"key": r.key, "at": r.At, "event": string(r.Event), "account": r.Account, "detail": r.Detail},
	})
	return err
}

// Latest gives the latest records, newest first: those of an account, or of all when it is "".
func Latest(ctx context.Context, db *store.DB, account string, limit int) ([]Record, error) {
	rows, err := db.ReadRows(ctx, store.Statement{
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
	records := make([]Record, len(rows))
	for i, row := range rows {
		at, _ := row["at"].(time.Time)
		event, _ := row["event"].(string)
		records[i].Account, _ = row["account"].(string)
		records[i].Detail, _ = row["detail"].(string)
		records[i].At, records[i].Event = at, Event(event)
	}
	return records, nil
}

// Exports gives what records in a database that somebody takes something out, an export or a report, before any of it is given.
func Exports(db *store.DB, now func() time.Time) func(ctx context.Context, account, detail string) error {
	return func(ctx context.Context, account, detail string) error {
		exported := At(now(), Exported, account, detail)
		return db.Write(ctx, func(ctx context.Context, tx store.Tx) error { return Write(ctx, tx.Run, exported) })
	}
}
