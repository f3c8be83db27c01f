package access

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/stored"
)

// State is what decides who may see and do what, as the database holds it.
type State struct {
	AsOf      AsOf
	Audiences map[int64]registry.Audience // by number

	name      string // of the account that was asked for
	roles     []Role
	cursorKey []byte
	opened    time.Time // until when the account has opened what is restricted; the zero time when it has not
}

// ofNone is how many audiences there are of no networks in particular: they have the first numbers.
const ofNone = 4

// stateOf reads the state. The version is read first, which WITH sees to: what is changed meanwhile makes it an old one. Were it read last, rights of before
// a change would count as those of after it. An audience of a network that was merged into another is of that one.
const stateOf = `
MATCH (access:Access)
MATCH (outs:SignOuts)
WITH access.version AS version, outs.count AS signOuts, access.cursorKey AS cursorKey
RETURN version, signOuts, cursorKey, COLLECT {
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
    ORDER BY grant.role, over.id
  }, COLLECT {
    MATCH (account)<-[:READ_BY]-(reading:Reading)
    WHERE reading.until > $now
    RETURN reading.until
    ORDER BY reading.until DESC
    LIMIT 1
  }]
} AS accounts`

// stateFor gives the statement that reads the state, and what is granted to an account at a time.
func stateFor(account string, now time.Time) store.Statement {
	today := registry.Today(now)
	return store.Statement{Text: stateOf, Params: map[string]any{"account": account, "today": dbtype.Date(today.In(time.UTC)), "now": now.UTC()}}
}

// Plan has the database plan the statement by which Read reads. It may be one that has not been told yet who may see what.
func Plan(ctx context.Context, run store.Run, now time.Time) error {
	_, err := run(ctx, stateFor("", now))
	return err
}

// Read reads the state, and what is granted to an account at a time; "" asks for none.
func Read(ctx context.Context, run store.Run, account string, now time.Time) (State, error) {
	rows, err := run(ctx, stateFor(account, now))
	if err != nil {
		return State{}, err
	}
	if len(rows) == 0 {
		return State{}, fault.New(fault.Internal, "The database has not been told who may see what. Start the registry anew, so that it is brought up to date.")
	}
	s := State{Audiences: map[int64]registry.Audience{}}
	s.AsOf = AsOf{Version: stored.Number(rows[0]["version"]), SignOuts: stored.Number(rows[0]["signOuts"])}
	s.cursorKey, _ = rows[0]["cursorKey"].([]byte)
	for _, row := range stored.Lists(rows[0]["audiences"]) {
		number, _ := row[0].(int64)
		s.Audiences[number] = registry.Audience(stored.Text(row[1]))
		if number >= ofNone {
			s.Audiences[number] = registry.AudienceOf(registry.Class(stored.Text(row[1])), stored.Texts(row[2])...)
		}
	}
	for _, row := range stored.Lists(rows[0]["accounts"]) {
		s.name = stored.Text(row[0])
		if until, _ := row[2].([]any); len(until) > 0 {
			s.opened, _ = until[0].(time.Time)
		}
		for _, grant := range stored.Lists(row[1]) {
			s.roles = append(s.roles, Role{Grant: stored.Text(grant[0]), Name: registry.Role(stored.Text(grant[1])), Over: stored.Text(grant[2]), Networks: stored.Texts(grant[3])})
		}
	}
	return s, nil
}
