package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testdb"
)

// What was for members or coordinators of anything is for those of the networks that it belongs to; what belongs to none is for those of all.
func TestMigrateGivesRecordsTheirAudiences(t *testing.T) {
	db := testdb.Open(t)
	bare(t, db)
	write(t, db, "MATCH (n:Access|Audience) DETACH DELETE n", nil)
	write(t, db, `
		CREATE (m:Record:Network {id: 'm', acronym: 'M', sensitivity: 'COORDINATORS'}), (n:Record:Network {id: 'n', acronym: 'N', sensitivity: 'PUBLIC'})
		CREATE (o:Record:Organisation {id: 'o', sensitivity: 'MEMBERS'})
		CREATE (:Record:Organisation {id: 'lonely', sensitivity: 'MEMBERS'})
		CREATE (o)<-[:MEMBER]-(:Record:Membership {id: 'o in m', sensitivity: 'MEMBERS'})-[:IN_NETWORK]->(m)
		CREATE (o)<-[:MEMBER]-(:Record:Membership {id: 'o in n', sensitivity: 'PUBLIC'})-[:IN_NETWORK]->(n)
		CREATE (o)<-[:STAKEHOLDER]-(need:Record:Need {id: 'need', sensitivity: 'MEMBERS'})
		CREATE (need)<-[:CHANGED]-(change:Record:Change {id: 'change', sensitivity: 'MEMBERS'})
		CREATE (need)-[:HAS_SOURCE]->(s:Record:Source {id: 's', sensitivity: 'COORDINATORS'})-[:FROM_DOCUMENT]->(:Record:Document {id: 'd', sha256: '0F', sensitivity: 'COORDINATORS'})
		CREATE (change)-[:HAS_SOURCE]->(s)
		CREATE (p:Record:Partnership {id: 'p', sensitivity: 'MEMBERS'})-[:HAS_PARTY]->(:Party)-[:PARTY]->(m)
		CREATE (p)-[:HAS_PARTY]->(:Party)-[:PARTY]->(:Record:Organisation {id: 'x', sensitivity: 'RESTRICTED'})`, nil)
	migrate(t, db)
	rows, err := db.ReadRows(t.Context(), store.Statement{Text: `
		MATCH (r:Record)
		OPTIONAL MATCH (a:Audience {number: r.audience})
		RETURN r.id AS id, r.sensitivity AS before, [a.class] + COLLECT { MATCH (a)-[:AUDIENCE_OF]->(n) RETURN n.id ORDER BY n.id } AS audience, r.audience < 4 AS ofNone, r.naturalKey AS key`})
	must(t, err)
	got := map[string][]any{}
	for _, row := range rows {
		got[row["id"].(string)] = row["audience"].([]any)
		if row["before"] != nil || row["ofNone"] != (len(row["audience"].([]any)) == 1) {
			t.Errorf("%v: %v", row["id"], row)
		}
		if row["id"] == "d" && row["key"] != "COORDINATORS:m,n|0f" {
			t.Errorf("the document is identified by %v", row["key"])
		}
	}
	want := map[string][]any{"m": {"COORDINATORS", "m"}, "n": {"PUBLIC"}, "o": {"MEMBERS", "m", "n"}, "lonely": {"MEMBERS"}, "o in m": {"MEMBERS", "m"}, "o in n": {"PUBLIC"},
		"need": {"MEMBERS", "m", "n"}, "change": {"MEMBERS", "m", "n"}, "s": {"COORDINATORS", "m", "n"}, "d": {"COORDINATORS", "m", "n"}, "p": {"MEMBERS", "m"}, "x": {"RESTRICTED"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if made := read(t, db, "MATCH (a:Audience) RETURN count(*)"); made != int64(4+4) {
		t.Errorf("%v audiences were made", made)
	}
}
