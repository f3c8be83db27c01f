package signin

import (
	"context"
	"maps"
	"time"

	"partnernet/secrets"
	"partnernet/store"
)

// kind is a label of what is kept for a short time under the hash of a secret, and counts once.
type kind string

const (
	signInLink      kind = "SignInLink"
	signInFlow      kind = "SignInFlow"
	passkeyCeremony kind = "PasskeyCeremony"
)

// keepOnce keeps values under the hash of a secret until they are used, or their time is over. What is over of the same kind is forgotten.
func keepOnce(ctx context.Context, tx store.Tx, k kind, secret string, values map[string]any, now time.Time, life time.Duration) error {
	kept := map[string]any{"expiresAt": now.UTC().Add(life)}
	maps.Copy(kept, values)
	_, err := tx.Run(ctx, store.Statement{
		Text: `
			MERGE (kept:` + string(k) + ` {hash: $hash})
			SET kept += $kept
			WITH kept
			MATCH (old:` + string(k) + `)
			WHERE old.expiresAt < $now
			DELETE old`,
		Params: map[string]any{"hash": secrets.Hash(secret), "kept": kept, "now": now.UTC()},
	})
	return err
}

// useOnce uses up what is kept under a hash, and gives its values; none when it is over, or was used for something else. Of two who use it at
// once the second waits for the first, and comes too late.
func useOnce(ctx context.Context, tx store.Tx, k kind, hash, by string, now time.Time) (values map[string]any, err error) {
	rows, err := tx.Run(ctx, store.Statement{
		Text: `
			MATCH (kept:` + string(k) + ` {hash: $hash})
			SET kept.opened = true // locks it
			WITH kept
			WHERE kept.expiresAt > $now AND (kept.usedFor IS NULL OR kept.usedFor = $by)
			SET kept.usedFor = $by
			RETURN properties(kept) AS values`,
		Params: map[string]any{"hash": hash, "by": by, "now": now.UTC()},
	})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	values, _ = rows[0]["values"].(map[string]any)
	return values, nil
}
