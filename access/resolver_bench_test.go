package access_test

import (
	"testing"
	"time"

	"partnernet/access"
	"partnernet/store"
	"partnernet/testdb"
)

// crowded is a register of 42 networks with 150 audiences of theirs, and one account that coordinates all of them.
const crowded = `
UNWIND range(1, 42) AS i
CREATE (:Record:Network {id: 'network ' + i})
WITH count(*) AS networks
CREATE (account:Record:Account {id: 'coordinator', name: 'Coordinator', state: 'ACTIVE'})
WITH account
MATCH (network:Network)
CREATE (account)<-[:GRANTEE]-(:Record:Grant {id: 'grant of ' + network.id, role: 'COORDINATOR', state: 'ACTIVE'})-[:OVER]->(network)
WITH collect(network) AS networks
UNWIND range(1, 150) AS i
CREATE (audience:Audience {number: i + 3, class: CASE i % 2 WHEN 0 THEN 'MEMBERS' ELSE 'COORDINATORS' END})
WITH audience, networks[i % 42] AS of
CREATE (audience)-[:AUDIENCE_OF]->(of)`

// BenchmarkRights works out what a coordinator of 42 networks sees, beside the smallest statement that the same connection can carry.
func BenchmarkRights(b *testing.B) {
	db := testdb.Open(b)
	write(b, db, crowded)
	viewer := access.Viewer{Account: "coordinator"}
	resolver := access.NewResolver(db, time.Now)
	rights, err := resolver.Rights(b.Context(), viewer)
	if err != nil || len(rights.Visible) < 150 {
		b.Fatalf("%d audiences are seen: %v", len(rights.Visible), err)
	}
	b.Run("wire", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.ReadRows(b.Context(), store.Statement{Text: "RETURN 1 AS one", Params: map[string]any{}}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("worked out", func(b *testing.B) {
		for b.Loop() {
			if _, err := access.NewResolver(db, time.Now).Rights(b.Context(), viewer); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("remembered", func(b *testing.B) {
		for b.Loop() {
			if _, err := resolver.Rights(b.Context(), viewer); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkFence reads by the numbers of 150 audiences, with the fence and without it.
func BenchmarkFence(b *testing.B) {
	db := testdb.Open(b)
	write(b, db, crowded)
	viewer := access.Viewer{Account: "coordinator"}
	resolver := access.NewResolver(db, time.Now)
	rights, err := resolver.Rights(b.Context(), viewer)
	if err != nil {
		b.Fatal(err)
	}
	read := store.Statement{Text: "RETURN COUNT { MATCH (n:Record&Network) WHERE coalesce(n.audience, 0) IN $visible } AS answer",
		Params: map[string]any{"visible": rights.Visible}}
	b.Run("without", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.ReadRows(b.Context(), read); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("with", func(b *testing.B) {
		for b.Loop() {
			if _, err := resolver.Read(b.Context(), viewer, func(access.Rights) (store.Statement, error) { return read, nil }); err != nil {
				b.Fatal(err)
			}
		}
	})
}
