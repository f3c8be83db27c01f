package signin

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"partnernet/access"
	"partnernet/audit"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/secrets"
	"partnernet/store"
	"partnernet/stored"
)

// tokenPrefix begins every access token, so that people and scanners of secrets know one when they see it.
const tokenPrefix = "pnr_"

// feedPrefix begins the secrets of feeds, which are no access tokens: they stand in addresses, which other programs keep and write down.
const feedPrefix = "pnf_"

// How long an access token holds, in days.
const (
	tokenDays    = 90
	tokenMaxDays = 365
)

// tokenNameLength is how long the name of a token may be.
const tokenNameLength = 100

// Right is what an access token may be used for.
type Right string

// The rights of access tokens.
const (
	Read  Right = "READ"
	Write Right = "WRITE"
	Feed  Right = "FEED" // to fetch feeds by an address that has the secret in it, and nothing else
)

// TokenRequest says which access token is wanted.
type TokenRequest struct {
	Name  string `json:"name"`  // what it is for, in the words of whoever makes it
	Right Right  `json:"right"` // READ when it is not given
	Days  int    `json:"days"`  // 90 when it is not given, at most 365

	Networks []string `json:"networks"` // the only networks that it holds for, by acronyms or ids; without them, all that the account may
}

// Token is an access token, without its secret.
type Token struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	Right      Right      `json:"right"`
	CreatedAt  time.Time  `json:"createdAt"`
	ExpiresAt  time.Time  `json:"expiresAt"`
	LastUsedAt *time.Time `json:"lastUsedAt"` // null before the first use; noted once a day
	RevokedAt  *time.Time `json:"revokedAt"`  // null while it is not revoked
	Networks   []string   `json:"networks"`   // ids of the only networks that it holds for; null where it holds for all
}

// checked gives a request with what it leaves out, or says what is wrong with it.
func (r TokenRequest) checked() (TokenRequest, error) {
	r.Name = strings.TrimSpace(r.Name)
	if r.Right == "" {
		r.Right = Read
	}
	if r.Days == 0 {
		r.Days = tokenDays
	}
	switch {
	case r.Name == "" || utf8.RuneCountInString(r.Name) > tokenNameLength:
		return r, fault.New(fault.BadInput, "Say what the token is for, in 1 to %d characters.", tokenNameLength).At("name")
	case r.Right != Read && r.Right != Write && r.Right != Feed:
		return r, fault.New(fault.BadInput, "%.20q is no right; the rights of a token are READ, WRITE and FEED.", string(r.Right)).At("right")
	case r.Days < 1 || r.Days > tokenMaxDays:
		return r, fault.New(fault.BadInput, "A token holds for 1 to %d days.", tokenMaxDays).At("days")
	}
	return r, nil
}

// NewToken makes an access token for an account. The secret is given this once, and only its hash is kept.
func NewToken(ctx context.Context, o Options, account string, request TokenRequest) (t Token, secret string, err error) {
	if request, err = request.checked(); err != nil {
		return Token{}, "", err
	}
	now := o.Now().UTC()
	t = Token{ID: uuid.NewString(), Name: request.Name, Right: request.Right, CreatedAt: now, ExpiresAt: now.AddDate(0, 0, request.Days)}
	secret = prefixOf(request.Right) + secrets.New()
	audited := audit.At(now, audit.TokenMade, account, request.Name)
	err = o.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if t.Networks, err = o.networksOf(ctx, tx, account, request.Networks); err != nil {
			return err
		}
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (a:Record&Account {id: $account})
				WHERE a.state = '` + registry.ActiveAccount + `'
				MERGE (t:AccessToken {hash: $hash})
				SET t.key = $key, t.name = $name, t.right = $right, t.createdAt = $now, t.expiresAt = $expiresAt, t.networks = $networks
				MERGE (t)-[:OF]->(a)
				RETURN t.key AS key`,
			Params: map[string]any{"account": account, "hash": secrets.Hash(secret), "key": t.ID, "name": t.Name, "right": string(t.Right),
				"now": now, "expiresAt": t.ExpiresAt, "networks": orNull(t.Networks)},
		})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return registry.ErrAccountClosed
		}
		return record(ctx, tx, audited)
	})
	return t, secret, err
}

// prefixOf gives what a token begins with that has a right. Whoever takes the one kind does not take the other.
func prefixOf(r Right) string {
	if r == Feed {
		return feedPrefix
	}
	return tokenPrefix
}

// networksOf finds the networks that a token is to hold for, by acronyms or ids, among those that the account sees or has a role over.
func (o Options) networksOf(ctx context.Context, tx store.Tx, account string, named []string) ([]string, error) {
	if len(named) == 0 {
		return nil, nil
	}
	rights, err := access.NewResolver(o.DB, o.Now).RightsIn(ctx, tx.Run, access.Viewer{Account: account})
	if err != nil {
		return nil, err
	}
	var ids, over []string
	for _, role := range rights.Roles {
		over = append(over, role.Networks...)
	}
	for _, name := range named {
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (n:Network)
				WHERE (n.id = $name OR n.acronym = $name)
				  AND (n.id IN $over OR n` + stored.Visible + `)
				RETURN n.id AS id, n.acronym AS acronym, n.lifecycle AS lifecycle`,
			Params: map[string]any{"name": name, "over": over, "visible": rights.Visible},
		})
		if err != nil {
			return nil, err
		}
		found := registry.NetworksNamed(name, rows)
		if len(found) != 1 {
			return nil, fault.New(fault.NotFound, "%.80q names no network, or more than one. Give its acronym, or its id.", name).At("networks")
		}
		ids = append(ids, found[0])
	}
	return ids, nil
}

// orNull gives a list as a parameter, null for an empty one.
func orNull(ids []string) any {
	if len(ids) == 0 {
		return nil
	}
	return ids
}

// Tokens gives the access tokens of an account, the newest first.
func (d *Desk) Tokens(ctx context.Context, account string) ([]Token, error) {
	rows, err := d.DB.ReadRows(ctx, store.Statement{
		Text: `
			MATCH (a:Record&Account {id: $account})<-[:OF]-(t:AccessToken)
			RETURN t.key AS key, t.name AS name, t.right AS right, t.createdAt AS createdAt, t.expiresAt AS expiresAt,
			       t.lastUsedAt AS lastUsedAt, t.revokedAt AS revokedAt, t.networks AS networks
			ORDER BY t.createdAt DESC, t.key`,
		Params: map[string]any{"account": account},
	})
	if err != nil {
		return nil, err
	}
	tokens := make([]Token, len(rows))
	for i, row := range rows {
		tokens[i] = Token{ID: stored.Text(row["key"]), Name: stored.Text(row["name"]), Right: Right(stored.Text(row["right"])), CreatedAt: stored.Time(row["createdAt"]),
			ExpiresAt: stored.Time(row["expiresAt"]), LastUsedAt: maybeTimeIn(row, "lastUsedAt"), RevokedAt: maybeTimeIn(row, "revokedAt"), Networks: textsIn(row, "networks")}
	}
	return tokens, nil
}

// RevokeToken ends an access token of an account at once. It is NotFound when the account has none of that id.
func (d *Desk) RevokeToken(ctx context.Context, account, id string) error {
	audited := d.event(audit.TokenRevoked, account, id)
	defer d.remembered.forget()
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (t:AccessToken {key: $key})-[:OF]->(:Record&Account {id: $account})
				SET t.revokedAt = coalesce(t.revokedAt, $now)
				` + signedOut + `
				RETURN t.key AS key`,
			Params: map[string]any{"key": id, "account": account, "now": audited.At},
		})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return fault.New(fault.NotFound, "You have no access token of this id.")
		}
		return record(ctx, tx, audited)
	})
}

// callerWithToken gives whose an access token is, by its hash. why says for the audit record why it does not hold.
func (d *Desk) callerWithToken(ctx context.Context, hash string) (caller Caller, why string, err error) {
	rows, err := d.DB.ReadRows(ctx, store.Statement{
		Text: presentState + `
			MATCH (t:AccessToken {hash: $hash})-[:OF]->(a:Account)
			RETURN version, signOuts, a.id AS account, a.name AS name, a.state AS state, t.right AS right, t.expiresAt AS expiresAt, t.lastUsedAt AS lastUsedAt, t.revokedAt AS revokedAt,
			       t.networks AS networks`,
		Params: map[string]any{"hash": hash},
	})
	if err != nil {
		return Caller{}, "", err
	}
	if len(rows) == 0 {
		return Caller{}, "unknown token", nil
	}
	row, now := rows[0], d.Now().UTC()
	caller = Caller{Account: stored.Text(row["account"]), Name: stored.Text(row["name"]), MayWrite: Right(stored.Text(row["right"])) == Write, Networks: textsIn(row, "networks"),
		token: hash, expires: stored.Time(row["expiresAt"]), asOf: asOf(row), desk: d}
	switch {
	case row["revokedAt"] != nil:
		return caller, "revoked token", nil
	case !now.Before(caller.expires):
		return caller, "expired token", nil
	case stored.Text(row["state"]) != registry.ActiveAccount:
		return caller, "token of a closed account", nil
	}
	if used := maybeTimeIn(row, "lastUsedAt"); used == nil || used.Format(time.DateOnly) != now.Format(time.DateOnly) {
		err = d.tokenUsed(ctx, caller.token, now)
	}
	return caller, "", err
}

// tokenUsed notes that an access token was used.
func (d *Desk) tokenUsed(ctx context.Context, hash string, now time.Time) error {
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{
			Text:   "MATCH (t:AccessToken {hash: $hash}) SET t.lastUsedAt = $now",
			Params: map[string]any{"hash": hash, "now": now},
		})
		return err
	})
}
