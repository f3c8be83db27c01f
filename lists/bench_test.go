package lists

import (
	"context"
	"fmt"
	"strconv"
	"testing"
	"time"

	"partnernet"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var manyMembers = 2_000

func manyRows() [][]string {
	rows := [][]string{{"Organisationsnummer", "Namn", "Kommun", "Land", "Roll", "Medlem sedan", "Hemsida", "SNI"}}
	for n := 0; len(rows) <= manyMembers; n++ {
		for check := range 10 {
			id, err := registry.ParseIdentifier(registry.SwedishNumber, fmt.Sprintf("556%06d%d", 200_000+n, check))
			if err == nil {
				rows = append(rows, []string{id.Display(), "Företag nummer " + strconv.Itoa(n) + " AB", "Östersund", "Sverige", "Medlem",
					registry.Date{Year: 2020, Month: 1, Day: 1}.AddDays(n % 1000).String(), fmt.Sprintf("https://example.org/%d", n), "25.40"})
			}
		}
	}
	return rows
}

func TestSpeed(t *testing.T) {
	list := members(t, manyRows()...)
	for range 1 {
		for _, w := range []struct {
			name string
			do   func(*testing.T, *store.DB, []ledger.Record)
		}{{"plain", plainly}, {"ledger", byLedger}} {
			testdb.Open(t)
			config := testdb.Config(t)
			config.Timeout = 5 * time.Minute
			db, _ := store.Open(t.Context(), config)
			exec(t, db, "CREATE (:Record:Network {id: 'n', acronym: 'MITTSEC', lifecycle: 'PLANNED', sensitivity: 'PUBLIC'})", nil)
			known, err := ReadKnownMembers(t.Context(), func(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
				return db.ReadRows(ctx, store.Statement{Text: text, Params: params})
			}, "n", []string{"PUBLIC"})
			if err != nil {
				t.Fatal(err)
			}
			records := list.MemberRecords(known, list.JudgeMembers(known, on), "", on)
			start := time.Now()
			t.Log(start.Format("05.000"))
			w.do(t, db, records)
			t.Log(time.Now().Format("05.000"), w.name, time.Since(start))
			db.Close(context.Background())
		}
	}
}

func exec(t *testing.T, db *store.DB, text string, params map[string]any) {
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: text, Params: params})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func byLedger(t *testing.T, db *store.DB, records []ledger.Record) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	records = append([]ledger.Record{{Type: "Document", ID: "d", Values: map[string]any{"title": "x"}}, {Type: "Source", ID: "s", Values: map[string]any{"retrievedAt": time.Now()}, Links: map[string][]string{"document": {"d"}}}}, records...)
	told := ledger.Telling{Actor: "benchmark", Action: "import members", Source: "s", Records: records}
	observed := db.Observed(func(_ context.Context, s store.Statement, took time.Duration, err error) {
		if took > 0 {
			t.Log(time.Now().Format("05.000"), took, s.Text[:min(len(s.Text), 130)])
		}
	})
	if _, err := ledger.New(observed, m, time.Now).Tell(t.Context(), told); err != nil {
		t.Fatal(err)
	}
}

func plainly(t *testing.T, db *store.DB, records []ledger.Record) {
	organisations := map[string]ledger.Record{}
	var rows []any
	for _, r := range records {
		switch r.Type {
		case "Organisation":
			organisations[r.ID] = r
		case "Membership":
			o := organisations[r.Links["member"][0]]
			name := o.Values["legalName"].(string)
			rows = append(rows, map[string]any{
				"organisation": o.ID, "membership": r.ID, "number": o.Parts["identifiers"][0].Key["value"], "municipality": o.Parts["location"][0].Values["municipality"],
				"name": name, "searchText": registry.Fold(name), "sortKey": registry.SortKey(name), "homepage": o.Values["homepage"], "codes": o.Values["industryCodes"],
				"role": r.Values["role"], "from": r.Values["validFrom"].(registry.Date).In(time.UTC),
			})
		}
	}
	exec(t, db, `
UNWIND $rows AS row
MATCH (n:Network {acronym: 'MITTSEC'})
MERGE (o:Record {id: row.organisation})
ON CREATE SET o:Organisation, o.legalName = row.name, o.searchText = row.searchText, o.sortKey = row.sortKey, o.country = 'SE',
  o.homepage = row.homepage, o.industryCodes = row.codes
MERGE (o)-[:HAS_IDENTIFIER]->(:Identifier {scheme: 'SE_ON', value: row.number})
MERGE (o)-[:HAS_LOCATION]->(:Location {municipality: row.municipality})
MERGE (m:Record {id: row.membership})
ON CREATE SET m:Membership, m.role = row.role, m.state = 'CLAIMED', m.validFrom = date(row.from)
MERGE (m)-[:MEMBER]->(o)
MERGE (m)-[:IN_NETWORK]->(n)`, map[string]any{"rows": rows})
}
