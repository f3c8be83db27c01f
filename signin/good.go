package signin

import (
	"context"

	"partnernet/registry"
	"partnernet/store"
	"partnernet/stored"
)

// stillGood says of hashes of sessions and tokens whether they hold now. One statement asks of all of them.
func (d *Desk) stillGood(ctx context.Context, hashes []string) (map[string]bool, error) {
	now := d.Now().UTC()
	rows, err := d.DB.ReadRows(ctx, store.Statement{
		Text: `
			UNWIND $hashes AS hash
			RETURN hash,
			  EXISTS { MATCH (s:Session {hash: hash})-[:OF]->(a:Account) WHERE ` + sessionHolds + ` } OR
			  EXISTS {
			    MATCH (t:AccessToken {hash: hash})-[:OF]->(a:Account)
			    WHERE t.revokedAt IS NULL AND t.expiresAt > $now AND a.state = '` + registry.ActiveAccount + `'
			  } AS good`,
		Params: sessionLimits(now, map[string]any{"hashes": hashes, "now": now}),
	})
	if err != nil {
		return nil, err
	}
	good := map[string]bool{}
	for _, row := range rows {
		good[stored.Text(row["hash"])], _ = row["good"].(bool)
	}
	return good, nil
}
