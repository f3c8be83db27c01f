package web_test

import (
	"context"
	"testing"

	"partnernet/model"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld/site"
)

// kept are the nodes that are no record's: what the registry remembers of its own work, and accounts.
var kept = []string{"Migration", "Lock", "Command", "LikenessKey", "Access", "SignOuts", "Audience", "Account", "Grant", "AccountIdentity", "Session", "AccessToken", "AuditRecord", "SignInLink", "Invitation", "ServerAddress", "Webhook"}

// hideTwins gives each record of a register a twin that nobody sees: it has the same values and names, and its changes stand among those that are seen. What a twin leads to is
// a twin by turns and what is seen, and where a record leads to several, it leads to their twins, too. It gives the ids of the twins.
func hideTwins(t *testing.T, db *site.Register) []string {
	t.Helper()
	write := func(text string) {
		t.Helper()
		err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Run(ctx, store.Statement{Text: text, Params: map[string]any{"kept": kept, "several": leadingToSeveral(db.Model)}})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	write(`
MATCH (lock:Lock {name: 'ledger'})
SET lock.position = 2 * lock.position
WITH lock
MATCH (c:Change)
SET c.position = 2 * c.position, c.first = 2 * c.first, c.last = 2 * c.last`)
	write(`
MATCH (n)
WHERE none(label IN labels(n) WHERE label IN $kept)
CREATE (twin:Twin:$(labels(n)))
SET twin = n {.*, audience: CASE WHEN n:Record THEN 3 END, id: left(n.id, 14) + '8' + substring(n.id, 15),
  position: CASE WHEN n:Change THEN n.position - 1 ELSE n.position END, first: n.first - 1, last: n.last - 1}
CREATE (twin)-[:TWIN_OF]->(n)`)
	write(`
MATCH (from)-[r]->(to)
WHERE type(r) <> 'TWIN_OF'
  AND NOT from:Twin
  AND NOT to:Twin
OPTIONAL MATCH (other:Twin)-[:TWIN_OF]->(from)
OPTIONAL MATCH (another:Twin)-[:TWIN_OF]->(to)
WITH from, r, to, other, another, to:Record AND right(from.id, 1) < '6' AS across
FOREACH (one IN [one IN [other] WHERE one IS NOT NULL] |
  FOREACH (end IN [end IN [CASE WHEN across THEN to ELSE coalesce(another, to) END] WHERE end IS NOT NULL] | CREATE (one)-[twin:$(type(r))]->(end) SET twin = r))
FOREACH (end IN [end IN [another] WHERE end IS NOT NULL AND from:Record AND to:Record AND any(label IN labels(from) WHERE label + ' ' + type(r) IN $several)] | CREATE (from)-[twin:$(type(r))]->(end) SET twin = r)`)
	write(`
MATCH (twin:Twin)-[r:TWIN_OF]->()
DELETE r`)
	ids := testdb.Texts(t, db.DB, `MATCH (twin:Twin) WHERE twin.id IS NOT NULL RETURN twin.id AS text ORDER BY text`)
	write(`
MATCH (twin:Twin)
REMOVE twin:Twin
WITH count(*) AS twins
CALL db.awaitIndexes()
RETURN twins`)
	return ids
}

// leadingToSeveral gives the relationships by which a record leads to any number of others, each after the label that it leads from.
func leadingToSeveral(m *model.Model) (all []string) {
	for _, typ := range m.Types() {
		for _, f := range typ.Fields() {
			if f.Kind == model.Relationship && f.Through == "" && f.Direction != "IN" && (f.List || f.Connection) {
				all = append(all, typ.Label+" "+f.RelType)
			}
		}
	}
	return all
}
