package commands_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"partnernet/commands"
	"partnernet/cypher"
	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/limits"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
)

// manyRows is a list of so many members, all of them new.
func manyRows(t testing.TB, many int) [][]string {
	t.Helper()
	rows := [][]string{{"Organisationsnummer", "Namn", "Kommun", "Land", "Roll", "Medlem sedan", "Hemsida", "SNI"}}
	for n := 0; len(rows) <= many; n++ {
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

// textOf writes rows as a .csv file.
func textOf(t testing.TB, rows [][]string) string {
	t.Helper()
	var text strings.Builder
	writer := csv.NewWriter(&text)
	writer.Comma = ';'
	if err := writer.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// BenchmarkImportMembers imports a list of new members as a whole, reading, judging and the history of each record included, and beside it
// runs the plain statement that merges the same organisations, numbers, places and memberships without any of that: all rows in one
// transaction, as the import does, and a thousand in each. The ratios say how fast the import is beside the plain statement.
func BenchmarkImportMembers(b *testing.B) {
	many := 10_000
	if testing.Short() {
		many = 1_000
	}
	rows := manyRows(b, many)
	for _, write := range []func(*store.DB) error{ // the database's first statements of a kind are slow
		func(db *store.DB) error { return importRows(b, db, textOf(b, rows[:101])) },
		func(db *store.DB) error { return mergePlainly(b, db, rows[1:101], 100) },
	} {
		timed(b, 100, write)
	}
	var imported, plain, inTurns time.Duration
	for b.Loop() {
		imported += timed(b, many, func(db *store.DB) error { return importRows(b, db, textOf(b, rows)) })
		plain += timed(b, many, func(db *store.DB) error { return mergePlainly(b, db, rows[1:], many) })
		inTurns += timed(b, many, func(db *store.DB) error { return mergePlainly(b, db, rows[1:], 1_000) })
	}
	perSecond := func(took time.Duration) float64 { return float64(many*b.N) / took.Seconds() }
	b.ReportMetric(0, "ns/op") // of all three together it says nothing
	b.ReportMetric(perSecond(imported), "imported/s")
	b.ReportMetric(perSecond(plain), "plain/s")
	b.ReportMetric(perSecond(inTurns), "plain-in-turns/s")
	b.ReportMetric(float64(plain)/float64(imported), "of-plain")
	b.ReportMetric(float64(inTurns)/float64(imported), "of-plain-in-turns")
}

// timed gives how long it takes to write many members to a registry that has nothing but the network.
func timed(b *testing.B, many int, write func(*store.DB) error) time.Duration {
	b.Helper()
	testdb.Open(b)
	config := testdb.Config(b)
	config.Timeout = 10 * time.Minute
	db, err := store.Open(b.Context(), config)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close(context.Background())
	if err := run(b, db, "CREATE (:Record:Network {id: 'n', acronym: 'MITTSEC', lifecycle: 'PLANNED', sensitivity: 'PUBLIC', version: 1})", nil); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	err = write(db)
	took := time.Since(start)
	if err != nil {
		b.Fatal(err)
	}
	count, err := db.Read(b.Context(), store.Statement{Text: "MATCH (:Network)<-[:IN_NETWORK]-(:Membership)-[:MEMBER]->(:Organisation)-[:HAS_IDENTIFIER]->()\nRETURN count(*) AS n"})
	if err != nil || count != int64(many) {
		b.Fatal(count, err)
	}
	return took
}

func run(b *testing.B, db *store.DB, text string, params map[string]any) error {
	return db.Write(b.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: text, Params: params})
		return err
	})
}

func importRows(b *testing.B, db *store.DB, content string) error {
	m, err := theModel()
	if err != nil {
		return err
	}
	all, err := commands.New(ledger.New(db, m, time.Now), m, time.Now)
	if err != nil {
		return err
	}
	compiler, err := cypher.New(m, graph.Functions, limits.Default().PageSize)
	if err != nil {
		return err
	}
	digest := sha256.Sum256([]byte(content))
	return all.Do(b.Context(), commands.Request{
		Name: "importMembers", Actor: "benchmark", Visible: graph.Coordinator.Visible(),
		Find: graph.Finder(compiler, graph.Coordinator, time.Now()),
		Input: object{"network": "n", "file": commands.File{Name: "list.csv", SHA256: hex.EncodeToString(digest[:]), Size: int64(len(content)),
			Content: bytes.NewReader([]byte(content))}},
		Answer: func(_ context.Context, _ *ledger.Page, results map[string]any) error {
			became, err := commands.ReadImported(results)
			if new := became.Count(lists.New); err == nil && new != len(became.Rows) {
				return fmt.Errorf("%d of %d rows are new", new, len(became.Rows))
			}
			return err
		},
	})
}

// mergePlainly writes the same records by one statement for so many rows.
func mergePlainly(b *testing.B, db *store.DB, rows [][]string, turn int) error {
	for len(rows) > 0 {
		var params []any
		for _, row := range rows[:min(turn, len(rows))] {
			since, err := time.Parse(time.DateOnly, row[5])
			if err != nil {
				return err
			}
			params = append(params, map[string]any{
				"organisation": ledger.DerivedID(row[0]), "membership": ledger.DerivedID("member " + row[0]), "number": strings.ReplaceAll(row[0], "-", ""),
				"name": row[1], "searchText": registry.Fold(row[1]), "sortKey": registry.SortKey(row[1]), "municipality": row[2], "homepage": row[6],
				"codes": []any{row[7]}, "role": "MEMBER", "from": since,
			})
		}
		rows = rows[min(turn, len(rows)):]
		err := run(b, db, `
UNWIND $rows AS row
MATCH (n:Record {id: 'n'})
MERGE (o:Record {id: row.organisation})
ON CREATE SET o:Organisation, o.legalName = row.name, o.searchText = row.searchText, o.sortKey = row.sortKey, o.country = 'SE',
  o.homepage = row.homepage, o.industryCodes = row.codes
MERGE (o)-[:HAS_IDENTIFIER]->(:Identifier {scheme: 'SE_ON', value: row.number})
MERGE (o)-[:HAS_LOCATION]->(:Location {municipality: row.municipality})
MERGE (m:Record {id: row.membership})
ON CREATE SET m:Membership, m.role = row.role, m.state = 'CLAIMED', m.validFrom = date(row.from)
MERGE (m)-[:MEMBER]->(o)
MERGE (m)-[:IN_NETWORK]->(n)`, map[string]any{"rows": params})
		if err != nil {
			return err
		}
	}
	return nil
}
