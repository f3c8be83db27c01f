package register

import (
	"context"
	"testing"

	"partnernet/graph"
	"partnernet/store"
	"partnernet/testworld"
)

// GiveRole gives an account a role over a network, as an administrator did before.
func (w World) GiveRole(account, role, network string) {
	w.T.Helper()
	w.Write(`
MATCH (n:Record {id: $network})
MATCH (access:Access)
SET access.version = access.version + 1
MERGE (a:Record:Account {id: $account})
SET a.kind = 'PERSON', a.state = 'ACTIVE', a.name = $account, a.audience = 2, a.version = 1
CREATE (a)<-[:GRANTEE]-(:Record:Grant {id: randomUUID(), role: $role, state: 'ACTIVE', audience: 2, version: 1})-[:OVER]->(n)`,
		object{"account": account, "role": role, "network": network})
}

// Write writes to the database what no command has told.
func (w World) Write(statement string, params object) {
	w.T.Helper()
	testworld.Must(w.T, w.DB.Write(w.T.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: statement, Params: params})
		return err
	}))
}

// By gives the same world as an account sees it.
func (w World) By(account string) World {
	w.Viewer = graph.Viewer{Account: account, Name: account, Language: "en", Recent: true}
	return w
}

// Staffed is a world of two networks, an organisation in each and one in both, and an account for each role.
type Staffed struct {
	World
	M, N               string            // networks
	Ours, Theirs, Both string            // organisations: in M, in N, in both
	Over               map[string]string // what the role of an account is over, "" for all
}

// NewStaffed gives such a world over an empty database.
func NewStaffed(t *testing.T) Staffed {
	t.Helper()
	w := New(t)
	k := Staffed{World: w, M: w.Network("M", "ESTABLISHED"), N: w.Network("N", "ESTABLISHED"), Ours: w.Organisation("Ours"), Theirs: w.Organisation("Theirs"), Both: w.Organisation("Both")}
	for member, networks := range map[string][]string{k.Ours: {k.M}, k.Theirs: {k.N}, k.Both: {k.M, k.N}} {
		for _, network := range networks {
			w.Make("admitMember", object{"member": member, "network": network, "validFrom": DayFrom(-10)}, "membership")
		}
	}
	k.Over = map[string]string{"COORDINATOR": k.M, "REPRESENTATIVE": k.Ours, "READER": k.M}
	for role, over := range k.Over {
		w.GiveRole(role, role, over)
	}
	w.Write("CREATE (:Record:Account {id: 'ADMINISTRATOR', kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})<-[:GRANTEE]-(:Record:Grant {id: 'first', role: 'ADMINISTRATOR', state: 'ACTIVE', audience: 2, version: 1})", nil)
	w.Write("MATCH (a:Access) SET a.version = a.version + 1", nil)
	return k
}
