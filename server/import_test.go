//go:build unix

package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
)

// listFile writes a list of so many members, all with numbers of their own.
func listFile(t *testing.T, many int) string {
	t.Helper()
	rows := [][]string{{"Organisationsnummer", "Företag", "Medlem sedan"}}
	for n := 0; len(rows) <= many; n++ {
		for check := range 10 {
			id, err := registry.ParseIdentifier(registry.SwedishNumber, fmt.Sprintf("556%06d%d", 200_000+n, check))
			if err == nil {
				rows = append(rows, []string{id.Display(), fmt.Sprintf("Företag nummer %d AB", n), "2020-01-31"})
			}
		}
	}
	var text strings.Builder
	if err := csv.NewWriter(&text).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// ownNeo4j gives a database for servers' processes, as they are told of it and as the test looks into it.
func ownNeo4j(t *testing.T) (environment []string, db *store.DB) {
	t.Helper()
	testdb.Open(t)
	own := testdb.Config(t)
	own.Timeout = patience
	db, err := store.Open(t.Context(), own)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) }) // it was only read through, and that said how it went
	return []string{"LC_ALL=C", "NEO4J_URI=" + own.URI, "NEO4J_USERNAME=" + own.Username, "NEO4J_PASSWORD=" + own.Password}, db
}

func number(t *testing.T, db *store.DB, text string) int64 {
	t.Helper()
	value, err := db.Read(t.Context(), store.Statement{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	n, _ := value.(int64)
	return n
}

// An import that is killed while it writes leaves nothing behind, and a second one does it all.
func TestAKilledImportLeavesNothing(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	const many = 3_000
	importing := []string{"import", "members", listFile(t, many), "--network", "MITTSEC", "--apply"}
	nodes := func() int64 { return number(t, db, "MATCH (n) RETURN count(n)") }
	before := nodes()

	killed := command(t, importing...)
	killed.Env = append(killed.Env, environment...)
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- killed.Wait() }()
	writing := func() bool {
		rows, err := db.ReadRows(t.Context(), store.Statement{Text: "SHOW TRANSACTIONS YIELD currentQuery\nWHERE currentQuery CONTAINS $part\nRETURN currentQuery AS text",
			Params: map[string]any{"part": "CREATE (c:Record:Change"}})
		if err != nil {
			t.Fatal(err)
		}
		return len(rows) > 0
	}
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for !writing() {
		select {
		case err := <-ended:
			t.Fatalf("the import ended before it could be killed: %v", err)
		case <-look.C:
		}
	}
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil {
		t.Fatal("the import was not killed")
	}
	eventually(t, "the database ends the transaction of the killed import", func() bool { return !writing() })
	if after := nodes(); after != before {
		t.Errorf("the killed import left %d nodes", after-before)
	}
	for _, want := range []string{fmt.Sprintf("%d new", many), fmt.Sprintf("%d same", many)} {
		if says := said(t, environment, importing...); !strings.Contains(says, want) {
			t.Errorf("it says %s, and not %q", says, want)
		}
	}
	if members := number(t, db, "MATCH (:Network {acronym: 'MITTSEC'})<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(:Organisation)-[:HAS_IDENTIFIER]->()\nRETURN count(DISTINCT m)"); members != many {
		t.Errorf("there are %d members, not %d", members, many)
	}
}

// What the command line says of a member list, step by step.
func TestMembersAreImported(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	file := filepath.Join(t.TempDir(), "lista.csv")
	if err := os.WriteFile(file, []byte("Org.nr,Aktör,Kommun,E-post\n556091-2148,Exempel AB,Åre,a@b.se\n232100-0215,Fel AB,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	members := func(flags ...string) []string { return append([]string{"import", "members", file}, flags...) }
	for _, step := range []struct {
		args  []string
		exit  int
		says  []string
		after int64
		why   string
	}{
		{members("--network", "NOBODY"), exitFailure, []string{"NOBODY"}, 0, "no such network"},
		{members("--network", "MITTSEC"), exitSuccess, []string{"Column B (Aktör) was not read", "Column D (E-post) was not read", "REFUSED (2)", "without a name", "check digit", "Nothing has been written"}, 0,
			"a heading that nobody knows: the row has a number and no name"},
		{members("--network", "MITTSEC", "--lang", "sv"), exitSuccess, []string{"Kolumn B (Aktör) lästes inte", "AVVISADE (2)", "kontrollsiffra", "2 rader: 0 i konflikt, 2 avvisade", "Inget har skrivits"}, 0,
			"the same in Swedish"},
		{members("--network", "MITTSEC", "--map", "Aktör=legalName"), exitSuccess, []string{"NEW (1)", "row 2, Exempel AB", "Nothing has been written"}, 0, "a map says what it means"},
		{members("--network", "MITTSEC", "--map", "Aktör=legalName", "--apply", "--all-or-nothing"), exitFailure, []string{"REFUSED (1)", "Nothing has been written"}, 0, "all or nothing"},
		{members("--network", "MITTSEC", "--map", "Aktör=legalName", "--apply"), exitSuccess, []string{"1 refused, 1 new"}, 1, "the good row"},
		{members("--network", "MITTSEC", "--map", "Aktör=legalName", "--apply"), exitSuccess, []string{"1 refused, 0 new, 0 changed, 1 same"}, 1, "again"},
		{members("--network", "MITTSEC", "--map", "Aktör=town"), exitFailure, []string{"legalName", "municipality"}, 1, "a map to what there is not"},
	} {
		cmd := command(t, step.args...)
		cmd.Env = append(cmd.Env, environment...)
		text, _ := cmd.CombinedOutput() // its exit code is looked at next
		if cmd.ProcessState.ExitCode() != step.exit {
			t.Errorf("%s: it ended with %d", step.why, cmd.ProcessState.ExitCode())
		}
		for _, part := range step.says {
			if !strings.Contains(string(text), part) {
				t.Errorf("%s: it says\n%s, and not %q", step.why, text, part)
			}
		}
		if n := number(t, db, "MATCH (m:Membership) RETURN count(m)"); n != step.after {
			t.Errorf("%s: there are %d memberships, want %d", step.why, n, step.after)
		}
	}
}

// A decision is a file of facts: no code knows of it.
func TestADecisionIsImported(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	for _, step := range []struct{ why, says string }{
		{"it adds, and knows whom the registry holds already", "New: 1 Decision, 1 Document, 1 Organisation, 1 Source"},
		{"again it changes nothing", "New: nothing\nChanged: nothing\n"},
	} {
		if says := said(t, environment, "import", "decision", "testdata/decision.json"); !strings.Contains(says, step.says) {
			t.Errorf("%s: it says\n%s", step.why, says)
		}
	}
	if n := number(t, db, `
MATCH (:Application {state: 'APPLIED'})<-[:DECIDES]-(d:Decision {outcome: 'REJECTED'})
RETURN count(d)`); n != 1 {
		t.Errorf("the decision leads to %d applications", n)
	}
}
