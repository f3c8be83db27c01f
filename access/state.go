package access

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/store"
)

// Run runs a statement and gives its rows by column name.
type Run func(ctx context.Context, text string, params map[string]any) ([]map[string]any, error)

// State is what decides who may see and do what, as the database holds it.
type State struct {
	Version   int64
	Audiences map[int64]registry.Audience // by number

	name      string // of the account that was asked for
	roles     []Role
	cursorKey []byte
}

// ofNone is how many audiences there are of no networks in particular: they have the first numbers.
const ofNone = 4

// stateOf reads the state. The version comes first: what has been changed since makes it an old one. An audience of a network that was merged into another
// is of that one.
const stateOf = `
MATCH (access:Access)
RETURN access.version AS version, access.cursorKey AS cursorKey, COLLECT {
  MATCH (audience:Audience)
  RETURN [audience.number, audience.class, COLLECT {
    MATCH (audience)-[:AUDIENCE_OF]->(:Record) (()-[:MERGED_INTO]->())* (network:Network)
    RETURN DISTINCT network.id
  }]
} AS audiences, COLLECT {
  MATCH (account:Record&Account {id: $account})
  WHERE account.state = 'ACTIVE'
  RETURN [account.name, COLLECT {
    MATCH (account)<-[:GRANTEE]-(grant:Grant)
    WHERE grant.state = 'ACTIVE'
      AND coalesce(grant.validFrom <= $today, true)
      AND coalesce(grant.validTo >= $today, true)
    OPTIONAL MATCH (grant)-[:OVER]->(over:Record)
    RETURN [grant.id, grant.role, over.id, CASE WHEN over:Network THEN [over.id] ELSE COLLECT {
      MATCH (over)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(network:Network)
      WHERE NOT m.state IN ['PROPOSED', 'DISPUTED', 'ENDED']
        AND coalesce(m.validFrom <= $today, true)
        AND coalesce(m.validTo >= $today, true)
      RETURN DISTINCT network.id
    } END]
  }]
} AS accounts`

// Read reads the state, and what is granted to an account on a day; "" asks for none.
func Read(ctx context.Context, run Run, account string, today registry.Date) (State, error) {
	rows, err := run(ctx, stateOf, map[string]any{"account": account, "today": dbtype.Date(today.In(time.UTC))})
	if err != nil {
		return State{}, err
	}
	if len(rows) == 0 {
		return State{}, fault.New(fault.Internal, "The database has not been told who may see what. Start the registry anew, so that it is brought up to date.")
	}
	s := State{Audiences: map[int64]registry.Audience{}}
	s.Version, _ = rows[0]["version"].(int64)
	s.cursorKey, _ = rows[0]["cursorKey"].([]byte)
	for _, row := range store.RowsIn(rows[0]["audiences"]) {
		number, _ := row[0].(int64)
		s.Audiences[number] = registry.Audience(store.TextIn(row, 1))
		if number >= ofNone {
			s.Audiences[number] = registry.AudienceOf(registry.Class(store.TextIn(row, 1)), textsIn(row[2])...)
		}
	}
	for _, row := range store.RowsIn(rows[0]["accounts"]) {
		s.name = store.TextIn(row, 0)
		for _, grant := range store.RowsIn(row[1]) {
			s.roles = append(s.roles, Role{Grant: store.TextIn(grant, 0), Name: registry.Role(store.TextIn(grant, 1)), Over: store.TextIn(grant, 2), Networks: textsIn(grant[3])})
		}
	}
	return s, nil
}

func textsIn(v any) []string {
	items, _ := v.([]any)
	texts := make([]string, len(items))
	for i := range items {
		texts[i] = store.TextIn(items, i)
	}
	return texts
}
