// Package webhooks tells other programs of changes. A hook is an address to which each change is posted that an account sees, signed as the Standard Webhooks
// specification says. How far a hook has been told is kept in the database, so that nothing is left out when a server ends; what was on its way then comes twice.
package webhooks

import (
	"context"
	"encoding/base64"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/seal"
	"partnernet/secrets"
	"partnernet/store"
	"partnernet/stored"
)

// Hooks are the hooks of one register.
type Hooks struct {
	DB   *store.DB
	Keys *seal.Keys // that seal the secrets of hooks
	Now  func() time.Time
}

// Request says which hook is wanted.
type Request struct {
	Account string // the id of the account that it is told by
	Name    string // what it is for
	Address string // where changes are posted
}

// Hook is an address that is told of changes.
type Hook struct {
	ID, Name, Address    string
	Account, AccountName string
	AccountClosed        bool
	Off                  bool       // it was switched off, because nothing could be delivered for days
	DeliveredAt          *time.Time // when something was last taken; nil for never
	FailingSince         *time.Time // nil when the last one was taken
	Why                  string     // the last one was not taken

	position int64  // in the log: all before it has been delivered
	sealed   string // the secret by which messages are signed
}

const (
	nameLength    = 100 // characters
	addressLength = 2000
	secretPrefix  = "whsec_"
)

// checked gives a request without blanks around its words, or says what is wrong with it.
func (r Request) checked() (Request, error) {
	r.Name, r.Address = strings.TrimSpace(r.Name), strings.TrimSpace(r.Address)
	if r.Name == "" || utf8.RuneCountInString(r.Name) > nameLength {
		return r, fault.New(fault.BadInput, "Say what the webhook is for, in 1 to %d characters.", nameLength).At("name")
	}
	u, err := url.Parse(r.Address)
	if err != nil || len(r.Address) > addressLength || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || u.User != nil || u.Fragment != "" {
		return r, fault.New(fault.BadInput, "%.100q is no address for a webhook: write https://HOST/PATH, without a name and password in it.", r.Address).At("address")
	}
	return r, nil
}

// Add makes a hook for an account, which is told of what is changed from now on, and gives its id and the secret that its messages are signed with. The secret is given
// this once.
func (h Hooks) Add(ctx context.Context, r Request) (id, secret string, err error) {
	if r, err = r.checked(); err != nil {
		return "", "", err
	}
	id, secret = uuid.NewString(), newSecret()
	sealed, err := h.seal(id, secret)
	if err != nil {
		return "", "", err
	}
	audited := audit.At(h.Now(), audit.WebhookAdded, r.Account, r.Name)
	err = h.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (a:Record&Account {id: $account})
				WHERE a.state = '` + registry.ActiveAccount + `'
				MERGE (hook:Webhook {key: $id})
				SET hook.name = $name, hook.address = $address, hook.secret = $secret, hook.state = 'ON', hook.createdAt = $now,
				  hook.position = coalesce(head(COLLECT { MATCH (lock:Lock {name: 'ledger'}) RETURN lock.position }), 0)
				MERGE (hook)-[:OF]->(a)
				RETURN hook.key AS id`,
			Params: map[string]any{"account": r.Account, "id": id, "name": r.Name, "address": r.Address, "secret": sealed, "now": audited.At},
		})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return fault.New(fault.Forbidden, "The account is closed. Open it again, or name another.")
		}
		return audit.Write(ctx, tx.Run, audited)
	})
	return id, secret, err
}

func newSecret() string {
	return secretPrefix + base64.StdEncoding.EncodeToString(secrets.Bytes())
}

// seal seals a hook's secret with a key that lies outside the database.
func (h Hooks) seal(id, secret string) (string, error) {
	key, err := h.Keys.Of(id)
	if err != nil {
		return "", err
	}
	sealed, err := key.Seal(secret)
	if err != nil {
		return "", err
	}
	return sealed, h.Keys.Keep(key)
}

// List gives all hooks, the oldest first.
func (h Hooks) List(ctx context.Context) ([]Hook, error) { return h.read(ctx, "") }

// one gives the hook of an id. It is NotFound when there is none.
func (h Hooks) one(ctx context.Context, id string) (Hook, error) {
	found, err := h.read(ctx, id)
	if err == nil && (id == "" || len(found) == 0) {
		err = errNone()
	}
	if err != nil {
		return Hook{}, err
	}
	return found[0], nil
}

func errNone() error {
	return fault.New(fault.NotFound, "There is no webhook of this id. \"server webhook list\" lists them.")
}

func (h Hooks) read(ctx context.Context, id string) ([]Hook, error) {
	rows, err := h.DB.ReadRows(ctx, store.Statement{
		Text: `
			MATCH (hook:Webhook)-[:OF]->(a:Account)
			WHERE $id IN ['', hook.key]
			RETURN properties(hook) AS hook, a.id AS account, a.name AS name, a.state AS state
			ORDER BY hook.createdAt, hook.key`,
		Params: map[string]any{"id": id},
	})
	if err != nil {
		return nil, err
	}
	all := make([]Hook, len(rows))
	for i, row := range rows {
		kept, _ := row["hook"].(map[string]any)
		all[i] = Hook{ID: stored.Text(kept["key"]), Name: stored.Text(kept["name"]), Address: stored.Text(kept["address"]),
			Account: stored.Text(row["account"]), AccountName: stored.Text(row["name"]), AccountClosed: row["state"] != registry.ActiveAccount, Off: kept["state"] != "ON",
			DeliveredAt: maybe(kept["deliveredAt"]), FailingSince: maybe(kept["failingSince"]), Why: stored.Text(kept["why"]),
			position: stored.Number(kept["position"]), sealed: stored.Text(kept["secret"])}
	}
	return all, nil
}

func maybe(value any) *time.Time {
	if value == nil {
		return nil
	}
	at := stored.Time(value)
	return &at
}

// Remove ends a hook. It is NotFound when there is none of that id.
func (h Hooks) Remove(ctx context.Context, id string) error {
	hook, err := h.one(ctx, id)
	if err != nil {
		return err
	}
	audited := audit.At(h.Now(), audit.WebhookRemoved, hook.Account, hook.Name)
	err = h.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if _, err := tx.Run(ctx, store.Statement{Text: "MATCH (hook:Webhook {key: $id}) DETACH DELETE hook", Params: map[string]any{"id": id}}); err != nil {
			return err
		}
		return audit.Write(ctx, tx.Run, audited)
	})
	if err != nil {
		return err
	}
	return h.Keys.Drop(id)
}

// SwitchedOff counts the hooks to which nothing could be delivered for so long that they were switched off.
func (h Hooks) SwitchedOff(ctx context.Context) (int64, error) {
	value, err := h.DB.Read(ctx, store.Statement{Text: "RETURN COUNT { MATCH (:Webhook {state: 'OFF'}) } AS off"})
	return stored.Number(value), err
}

// Try sends a message that tells of no change to a hook. When it is taken, a hook that was switched off or waits is told at once of what it was not.
func (h Hooks) Try(ctx context.Context, s *Sender, id string) error {
	hook, err := h.one(ctx, id)
	if err != nil {
		return err
	}
	now := h.Now()
	m, err := newMessage(uuid.NewString(), "webhook.tried", now, struct{}{})
	if err != nil {
		return err
	}
	if err := s.post(ctx, h.Keys, hook, m, now); err != nil {
		return fault.Wrap(fault.Unavailable, err, "%s", err.Error())
	}
	return h.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: `
			MATCH (hook:Webhook {key: $id})
			SET hook.state = 'ON', hook.deliveredAt = $now, hook.failingSince = null, hook.why = null, hook.tried = coalesce(hook.tried, 0) + 1`,
			Params: map[string]any{"id": id, "now": now.UTC()}})
		return err
	})
}
