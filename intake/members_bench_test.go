package intake

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"partnernet"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
)

const manyMembers = 10_000

// manyRows is a list of many members, all of them new.
func manyRows(b *testing.B) [][]string {
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
	if len(rows) != manyMembers+1 {
		b.Fatal(len(rows))
	}
	return rows
}

func workbookOf(b *testing.B, rows [][]string) string {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	for i, row := range rows {
		cells := make([]any, len(row))
		for at, text := range row {
			cells[at] = text
		}
		if err == nil {
			err = w.SetRow(fmt.Sprintf("A%d", i+1), cells)
		}
	}
	var file bytes.Buffer
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Write(&file)
	}
	if err != nil {
		b.Fatal(err)
	}
	return file.String()
}

// BenchmarkMembers measures each step of importing many members, and beside it the plain statement that writes the same records without
// their changes, claims and sources.
func BenchmarkMembers(b *testing.B) {
	rows := manyRows(b)
	csv, xlsx := lines(b, rows...), workbookOf(b, rows)
	list := membersOf(b, csv, nil)
	nobody := holding(nil)
	judged := list.Judge(nobody, on)
	all := applied(b, nobody, tellingOf(list, nobody, judged))
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"ReadText", func() { membersOf(b, csv, nil) }},
		{"ReadWorkbook", func() { membersOf(b, xlsx, nil) }},
		{"JudgeNew", func() { list.Judge(nobody, on) }},
		{"JudgeHeld", func() { list.Judge(all, on) }},
		{"Tell", func() { tellingOf(list, nobody, judged) }},
	} {
		b.Run(step.name, func(b *testing.B) {
			for b.Loop() {
				step.do()
			}
			perSecond(b)
		})
	}
	b.Run("WritePlainly", func(b *testing.B) { measureWrite(b, list, writePlainly) })
	b.Run("WriteLedger", func(b *testing.B) { measureWrite(b, list, writeLedger) })
}

func perSecond(b *testing.B) {
	b.ReportMetric(float64(manyMembers*b.N)/b.Elapsed().Seconds(), "rows/s")
}

// measureWrite writes the list into a registry that has nothing but the network, each time anew.
func measureWrite(b *testing.B, list *MemberList, write func(*testing.B, *store.DB, ledger.Telling)) {
	for b.Loop() {
		b.StopTimer()
		testdb.Open(b)
		config := testdb.Config(b)
		config.Timeout = patience
		db, err := store.Open(b.Context(), config)
		if err != nil {
			b.Fatal(err)
		}
		run(b, db, "CREATE (:Record:Network {id: 'n', acronym: 'MITTSEC', lifecycle: 'PLANNED'})", nil)
		known, err := ReadKnownMembers(b.Context(), db, "MITTSEC")
		if err != nil {
			b.Fatal(err)
		}
		told := tellingOf(list, known, list.Judge(known, on))
		b.StartTimer()
		write(b, db, told)
		b.StopTimer()
		count, err := db.Read(b.Context(), store.Statement{Text: "MATCH (:Network)<-[:IN_NETWORK]-(:Membership)-[:MEMBER]->(:Organisation)-[:HAS_IDENTIFIER]->() RETURN count(*) AS n"})
		if err != nil || count != int64(manyMembers) {
			b.Fatal(count, err)
		}
		_ = db.Close(context.Background()) // it was only read and written through, and both said how it went
		b.StartTimer()
	}
	perSecond(b)
}

func run(b *testing.B, db *store.DB, text string, params map[string]any) {
	err := db.Write(b.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: text, Params: params})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

func writeLedger(b *testing.B, db *store.DB, told ledger.Telling) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		b.Fatal(err)
	}
	told.Actor, told.Action = "benchmark", "import members"
	if _, err := ledger.New(db, m, time.Now).Tell(b.Context(), told); err != nil {
		b.Fatal(err)
	}
}

// writePlainly writes the same organisations, numbers, places and memberships by one statement.
func writePlainly(b *testing.B, db *store.DB, told ledger.Telling) {
	organisations := map[string]ledger.Record{}
	var rows []any
	for _, r := range told.Records {
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
	run(b, db, `
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
