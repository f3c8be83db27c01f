package access_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/graph"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

// drawn is a register of which only that is there which decides who sees what. All is by number: the third network is networks[2].
type drawn struct {
	mergedInto []int // of each network: into which other one it was merged, or -1
	members    []membership
	accounts   []account
	audiences  []audience // the first four are of no networks in particular
	records    []int      // the audience of each
}

type days struct{ from, to int } // from today on, 0 for unknown

type membership struct {
	organisation, network int
	state                 string
	days
}

type account struct {
	state  string
	grants []grant
}

type grant struct {
	role, state   string
	network, body int // -1 for none
	days
}

type audience struct {
	class    string
	networks []int
}

const (
	networks, organisations, accounts, records = 6, 5, 25, 50
	registers                                  = 4 // asked of twice, 25 accounts about 50 records each
)

// Ten thousand times what an account sees is asked of a drawn register, by a compiled read on the rights that the resolver gives, and of an evaluator that goes
// through the same data naively. Then some of it is changed, under the same resolver, and all is asked again. That one asks about a day in the past changes nothing.
func TestDecisionsAreThoseOfANaiveEvaluator(t *testing.T) {
	decisions := 0
	for seed := range registers {
		db := testdb.Open(t)
		h := testworld.GraphQL(t, db, func() time.Time { return today })
		d := rapid.Custom(drawRegister).Example(seed)
		d.write(t, db)
		for range 2 {
			for i := range d.accounts {
				if diff := cmp.Diff(d.seen(i), asked(t, h, i)); diff != "" {
					t.Fatalf("account %d of register %d (-naive +compiled): %s\n%+v", i, seed, diff, d)
				}
				decisions += len(d.records)
			}
			d.change()
			d.write(t, db)
		}
	}
	if decisions < 10_000 {
		t.Errorf("%d decisions were compared", decisions)
	}
}

// asked gives which records an account is shown, by their numbers.
func asked(t *testing.T, h *graph.Handler, account int) []int {
	t.Helper()
	ctx := graph.WithViewer(t.Context(), graph.Viewer{Account: fmt.Sprint("account ", account), Language: "en"})
	answer, err := h.Ask(ctx, `{ now: documents(first: 100) { nodes { title } } then: documents(first: 100, asOf: "2020-01-01") { nodes { title } } }`, nil)
	must(t, err)
	if diff := cmp.Diff(answer["now"], answer["then"]); diff != "" {
		t.Fatalf("of a day in the past account %d sees something else: %s", account, diff)
	}
	shown := []int{}
	for _, node := range answer["now"].(map[string]any)["nodes"].([]any) {
		number, err := strconv.Atoi(node.(map[string]any)["title"].(string))
		must(t, err)
		shown = append(shown, number)
	}
	slices.Sort(shown)
	return shown
}

func drawRegister(t *rapid.T) *drawn {
	d := &drawn{audiences: []audience{{"PUBLIC", nil}, {"MEMBERS", nil}, {"COORDINATORS", nil}, {"RESTRICTED", nil}}}
	one := func(most int, what string) int { return rapid.IntRange(0, most-1).Draw(t, what) }
	some := func() days {
		return days{rapid.SampledFrom([]int{0, 0, -9, 3}).Draw(t, "from"), rapid.SampledFrom([]int{0, 0, 5, -2}).Draw(t, "to")}
	}
	for i := range networks {
		into := -1
		if i > 0 && one(3, "merged") == 0 { // into an earlier one, which may have been merged too
			into = one(i, "into")
		}
		d.mergedInto = append(d.mergedInto, into)
		d.audiences = append(d.audiences, audience{"MEMBERS", []int{i}}, audience{"COORDINATORS", []int{i}}, audience{"MEMBERS", []int{i, one(networks, "shared")}})
	}
	for range 8 {
		state := rapid.SampledFrom([]string{"ACTIVE", "ACTIVE", "CLAIMED", "PROPOSED", "DISPUTED", "ENDED", "PAUSED"}).Draw(t, "state")
		d.members = append(d.members, membership{one(organisations, "member"), d.standing(one(networks, "of")), state, some()})
	}
	for range accounts {
		a := account{state: rapid.SampledFrom([]string{"ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED"}).Draw(t, "account")}
		for range one(3, "grants") {
			g := grant{role: rapid.SampledFrom([]string{"ADMINISTRATOR", "COORDINATOR", "REPRESENTATIVE", "READER"}).Draw(t, "role"),
				state: rapid.SampledFrom([]string{"ACTIVE", "ACTIVE", "ENDED"}).Draw(t, "grant"), network: -1, body: -1, days: some()}
			switch {
			case g.role == "REPRESENTATIVE":
				g.body = one(organisations, "body")
			case g.role == "READER", g.role == "COORDINATOR" && one(4, "all") > 0:
				g.network = d.standing(one(networks, "over"))
			}
			a.grants = append(a.grants, g)
		}
		d.accounts = append(d.accounts, a)
	}
	for range records {
		d.records = append(d.records, one(len(d.audiences), "audience"))
	}
	return d
}

// standing gives what a network has become by mergers.
func (d *drawn) standing(network int) int {
	for d.mergedInto[network] >= 0 {
		network = d.mergedInto[network]
	}
	return network
}

// change undoes the mergers, begins one, ends the first grant of every other account, and turns what memberships are.
func (d *drawn) change() {
	for i := range d.mergedInto {
		d.mergedInto[i] = -1
	}
	d.mergedInto[1] = 0
	for i := range d.members {
		d.members[i].network = d.standing(d.members[i].network)
		d.members[i].state = map[bool]string{true: "ENDED", false: "ACTIVE"}[d.members[i].state == "ACTIVE"]
	}
	for i, a := range d.accounts {
		for j := range a.grants {
			if a.grants[j].network >= 0 {
				a.grants[j].network = d.standing(a.grants[j].network)
			}
			if i%2 == 0 && j == 0 {
				a.grants[j].state = "ENDED"
			}
		}
	}
}

func (s days) today() bool { return s.from <= 0 && (s.to == 0 || s.to > 0) }

// seen gives the numbers of the records that an account may see.
func (d *drawn) seen(account int) []int {
	shown := []int{}
	for number, of := range d.records {
		if d.sees(d.accounts[account], d.audiences[of]) {
			shown = append(shown, number)
		}
	}
	return shown
}

func (d *drawn) sees(a account, of audience) bool {
	if of.class == "PUBLIC" {
		return true
	}
	for _, g := range a.grants {
		if a.state != "ACTIVE" || g.state != "ACTIVE" || !g.today() || of.class == "RESTRICTED" {
			continue
		}
		if d.opens(g, of) {
			return true
		}
	}
	return false
}

// opens says whether a grant in force opens what is for an audience of members or coordinators.
func (d *drawn) opens(g grant, of audience) bool {
	switch {
	case g.role == "ADMINISTRATOR":
		return of.class == "COORDINATORS" && of.networks == nil
	case g.role != "COORDINATOR" && of.class == "COORDINATORS":
		return false
	case g.role == "COORDINATOR" && g.network < 0:
		return true
	}
	for _, network := range d.reached(g) {
		if of.networks == nil {
			return true
		}
		for _, open := range of.networks {
			if d.standing(open) == network {
				return true
			}
		}
	}
	return false
}

// reached gives the networks that a grant is over, or those of which the organisation is a member today.
func (d *drawn) reached(g grant) (reached []int) {
	if g.network >= 0 {
		return []int{g.network}
	}
	for _, m := range d.members {
		if m.organisation == g.body && m.today() && m.state != "PROPOSED" && m.state != "DISPUTED" && m.state != "ENDED" {
			reached = append(reached, m.network)
		}
	}
	return reached
}

// write has the database hold the register, in place of what it held.
func (d *drawn) write(t *testing.T, db *store.DB) {
	t.Helper()
	day := func(from int) any {
		if from == 0 {
			return nil
		}
		return today.AddDate(0, 0, from).Format(time.DateOnly)
	}
	rows := map[string][]any{}
	for i, into := range d.mergedInto {
		rows["networks"] = append(rows["networks"], []any{i, into})
	}
	for _, m := range d.members {
		rows["members"] = append(rows["members"], []any{m.organisation, m.network, m.state, day(m.from), day(m.to)})
	}
	for i, a := range d.accounts {
		rows["accounts"] = append(rows["accounts"], []any{i, a.state})
		for _, g := range a.grants {
			rows["grants"] = append(rows["grants"], []any{i, g.role, g.state, g.network, g.body, day(g.from), day(g.to)})
		}
	}
	for i, a := range d.audiences[4:] {
		rows["audiences"] = append(rows["audiences"], []any{i + 4, a.class, a.networks})
	}
	for i, of := range d.records {
		rows["records"] = append(rows["records"], []any{i, of})
	}
	params := map[string]any{}
	for name, list := range rows {
		params[name] = list
	}
	must(t, db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		for _, text := range registerOf {
			if _, err := tx.Run(ctx, store.Statement{Text: text, Params: params}); err != nil {
				return err
			}
		}
		return nil
	}))
}

// registerOf are the statements that write a drawn register.
var registerOf = []string{
	"MATCH (n) WHERE n:Record OR n:Audience AND n.number > 3 DETACH DELETE n",
	"MATCH (a:Access) SET a.version = a.version + 1",
	"UNWIND range(0, 9) AS i CREATE (:Record:Organisation {id: 'organisation ' + i})",
	"UNWIND $networks AS row CREATE (n:Record {id: 'network ' + row[0]}) SET n:$(CASE WHEN row[1] < 0 THEN 'Network' ELSE 'FormerRecord' END)",
	"UNWIND [row IN $networks WHERE row[1] >= 0] AS row MATCH (n:Record {id: 'network ' + row[0]}) MATCH (m:Record {id: 'network ' + row[1]}) CREATE (n)-[:MERGED_INTO]->(m)",
	"UNWIND $members AS row MATCH (o:Organisation {id: 'organisation ' + row[0]}) MATCH (n:Record {id: 'network ' + row[1]}) CREATE (o)<-[:MEMBER]-(:Record:Membership {id: randomUUID(), state: row[2], validFrom: date(row[3]), validTo: date(row[4])})-[:IN_NETWORK]->(n)",
	"UNWIND $accounts AS row CREATE (:Record:Account {id: 'account ' + row[0], name: 'A', state: row[1]})",
	"UNWIND $grants AS row MATCH (a:Account {id: 'account ' + row[0]}) CREATE (a)<-[:GRANTEE]-(g:Record:Grant {id: randomUUID(), role: row[1], state: row[2], validFrom: date(row[5]), validTo: date(row[6])}) WITH g, row MATCH (over:Record) WHERE over.id IN ['network ' + row[3], 'organisation ' + row[4]] CREATE (g)-[:OVER]->(over)",
	"UNWIND $audiences AS row CREATE (a:Audience {number: row[0], class: row[1]}) WITH a, row UNWIND row[2] AS i MATCH (n:Record {id: 'network ' + i}) MERGE (a)-[:AUDIENCE_OF]->(n)",
	"UNWIND $records AS row CREATE (:Record:Document {id: 'document ' + row[0], title: toString(row[0]), sortKey: toString(row[0]), audience: row[1]})",
}
