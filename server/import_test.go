//go:build unix

package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"os/exec"
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
	db, own := testdb.Open(t), testdb.Config(t)
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

// importing is an import under way.
type importing struct {
	*exec.Cmd
	ended chan error
	says  *bytes.Buffer // to be read after ended
}

// isWriting tells whether an import is recording what it has made, at the end of its one transaction.
func isWriting(t *testing.T, db *store.DB) bool {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{Text: "SHOW TRANSACTIONS YIELD currentQuery\nWHERE currentQuery CONTAINS $part\nRETURN currentQuery AS text",
		Params: map[string]any{"part": "CREATE (c:Record:Change"}})
	if err != nil {
		t.Fatal(err)
	}
	return len(rows) > 0
}

// startImport starts an import and returns when it is in the midst of writing.
func startImport(t *testing.T, db *store.DB, environment []string, args ...string) importing {
	t.Helper()
	i := importing{Cmd: command(t, args...), ended: make(chan error, 1), says: &bytes.Buffer{}}
	i.Env, i.Stderr = append(i.Env, environment...), i.says
	if err := i.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { i.ended <- i.Wait() }()
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for !isWriting(t, db) {
		select {
		case err := <-i.ended:
			t.Fatalf("the import ended before it could be disturbed: %v", err)
		case <-look.C:
		}
	}
	return i
}

func nodes(t *testing.T, db *store.DB) int64 {
	t.Helper()
	return number(t, db, "MATCH (n) RETURN count(n)")
}

// importsAll asks that an import takes so many members, and once more nothing.
func importsAll(t *testing.T, db *store.DB, many int64, environment []string, args ...string) {
	t.Helper()
	for _, want := range []string{fmt.Sprintf("%d new", many), fmt.Sprintf("%d same", many)} {
		if says := said(t, environment, args...); !strings.Contains(says, want) {
			t.Errorf("it says %s, and not %q", says, want)
		}
	}
	if members := number(t, db, "MATCH (:Network {acronym: 'MITTSEC'})<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(:Organisation)-[:HAS_IDENTIFIER]->()\nRETURN count(DISTINCT m)"); members != many {
		t.Errorf("there are %d members, not %d", members, many)
	}
}

// An import that is killed while it writes leaves nothing behind, and a second one does it all.
func TestAKilledImportLeavesNothing(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	const many = 3_000
	args := []string{"import", "members", listFile(t, many), "--network", "MITTSEC", "--apply"}
	before := nodes(t, db)
	killed := startImport(t, db, environment, args...)
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-killed.ended; err == nil {
		t.Fatal("the import was not killed")
	}
	eventually(t, "the database ends the transaction of the killed import", func() bool { return !isWriting(t, db) })
	if after := nodes(t, db); after != before {
		t.Errorf("the killed import left %d nodes", after-before)
	}
	importsAll(t, db, many, environment, args...)
}

// messyList is a list as they come: with headings between its rows, thousands of rows that repeat one, stray control characters in a column
// that nobody reads, a word for nobody, two of one name, and numbers that end in zeros.
func messyList() string {
	var text strings.Builder
	text.WriteString("Organisation;Org.nr;Anteckning\nSvenska medlemmar;;\nEtt AB;;a\x1ab\n")
	for n := range 2232 {
		note := ""
		if n < 51 {
			note = "\x1a"
		}
		text.WriteString("Två AB;;" + note + "\n")
	}
	text.WriteString("Organisation;Org.nr;Anteckning\nNorska medlemmar:;;\nOppdiktet AS;918 837 000;\nOppdiktet AS;995789000;\nukjent;;\n")
	return text.String()
}

// What is asked of people in a survey is previewed as a member list is, and only written when somebody says so.
func TestAnswersArePreviewedThenImported(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	answers := filepath.Join(t.TempDir(), "svar.csv")
	const text = "Organisation;Önskan;Tema;E-post\nIUC Z-Group AB;Reservkraft;Drakar;a@b.se\nOkända verken AB;Reservkraft;;\nIUC Z-Group AB;Reservkraft;Drakar;\nokänd;Reservkraft;;\n"
	if err := os.WriteFile(answers, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	mapped := func(flags ...string) []string {
		return append([]string{"import", "needs", answers, "--map", "Önskan=need", "--lang", "nb"}, flags...)
	}
	for _, step := range []struct {
		why   string
		args  []string
		exit  int
		says  []string
		after int64
	}{
		{"whose column of needs nobody knows", []string{"import", "needs", answers, "--lang", "sv"}, exitFailure, []string{"Sätt rubriker som Organisation, Behov"}, 0},
		{"a map says it", mapped(), exitSuccess, []string{"Behov: 4, hvorav 0 i konflikt, 2 avvist, 1 nye, 0 endret, 0 som i registeret, 1 gjentatt.", "0 organisasjoner heter Okända verken AB. Oppgi",
			"ikke noe tema Drakar", "Kolonne D (E-post) ble ikke lest", "ikke tas en gang til: 1 (rad 4)", "rad 5, \"Reservkraft\": Raden sier ikke hvem som svarer.", "Ingenting er skrevet. Med --apply"}, 0},
		{"applied", mapped("--apply"), exitSuccess, []string{"2 avvist, 1 nye"}, 1},
		{"again", mapped("--apply"), exitSuccess, []string{"2 avvist, 0 nye, 0 endret, 1 som i registeret, 1 gjentatt"}, 1},
		{"there is no dry run beside the preview", mapped("--dry-run"), exitUsage, []string{"--dry-run"}, 1},
	} {
		cmd := command(t, step.args...)
		cmd.Env = append(cmd.Env, environment...)
		told, _ := cmd.CombinedOutput() // its exit code is looked at next
		if cmd.ProcessState.ExitCode() != step.exit {
			t.Errorf("%s: it ended with %d", step.why, cmd.ProcessState.ExitCode())
		}
		for _, part := range step.says {
			if !strings.Contains(string(told), part) {
				t.Errorf("%s: it says\n%s, and not %q", step.why, told, part)
			}
		}
		if n := number(t, db, "MATCH (n:Need) RETURN count(n)"); n != step.after {
			t.Errorf("%s: there are %d needs, want %d", step.why, n, step.after)
		}
	}
}

// What the command line says of a member list, step by step.
func TestMembersAreImported(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	file := filepath.Join(t.TempDir(), "lista.csv")
	if err := os.WriteFile(file, []byte("Org.nr,Vilka,Kommun,E-post\n556091-2148,Exempelverket,Åre,a@b.se\n232100-0215,Felverket,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	huge := filepath.Join(t.TempDir(), "huge.csv")
	if err := errors.Join(os.WriteFile(huge, nil, 0o600), os.Truncate(huge, 1<<40)); err != nil {
		t.Fatal(err) // its terabyte takes no place: nobody could read it
	}
	picture := filepath.Join(t.TempDir(), "list.png")
	messy := filepath.Join(t.TempDir(), "messy.csv")
	if err := errors.Join(os.WriteFile(picture, []byte("\x89PNG\r\n\x1a\n\x00\x00"), 0o600), os.WriteFile(messy, []byte(messyList()), 0o600)); err != nil {
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
		{members("--network", "MITTSEC"), exitSuccess, []string{"Column B (Vilka) was not read", "Column D (E-post) was not read", "REFUSED (2)", "without a name", "check digit", "Nothing has been written"}, 0,
			"a heading that nobody knows: the row has a number and no name"},
		{members("--network", "MITTSEC", "--lang", "sv"), exitSuccess, []string{"Kolumn B (Vilka) lästes inte", "AVVISADE (2)", "kontrollsiffra", "Rader: 2, varav 0 i konflikt, 2 avvisade", "Inget har skrivits"}, 0,
			"the same in Swedish"},
		{members("--network", "MITTSEC", "--map", "Vilka=legalName"), exitSuccess, []string{"NEW (1)", "row 2, Exempelverket", "Nothing has been written"}, 0, "a map says what it means"},
		{members("--network", "MITTSEC", "--map", "Vilka=legalName", "--apply", "--all-or-nothing"), exitFailure, []string{"REFUSED (1)", "Nothing has been written"}, 0, "all or nothing"},
		{members("--network", "MITTSEC", "--map", "Vilka=legalName", "--apply"), exitSuccess, []string{"1 refused, 1 new"}, 1, "the good row"},
		{members("--network", "MITTSEC", "--map", "Vilka=legalName", "--apply"), exitSuccess, []string{"1 refused, 0 new, 0 changed, 1 same"}, 1, "again"},
		{[]string{"import", "members", huge, "--network", "MITTSEC"}, exitFailure, []string{"larger than 16 MB"}, 1, "a file that is no list, whatever it holds"},
		{[]string{"import", "members", huge, "--network", "MITTSEC", "--lang", "nb"}, exitFailure, []string{"Filen er større enn 16 MB."}, 1, "the same in Norwegian"},
		{[]string{"import", "members", picture, "--network", "MITTSEC", "--lang", "sv"}, exitFailure, []string{"Filen är en bild, inte ett kalkylblad."}, 1, "a picture, in Swedish"},
		{members("--network", "NOBODY", "--lang", "sv"), exitFailure, []string{"Inget nätverk har förkortningen NOBODY."}, 1, "no such network, in Swedish"},
		{[]string{"import", "members", file + "x", "--network", "MITTSEC", "--lang", "nb"}, exitFailure, []string{"kan ikke leses"}, 1, "no such file, in Norwegian"},
		{[]string{"import", "members", messy, "--network", "MITTSEC", "--lang", "sv", "--apply"}, exitSuccess, []string{
			"Rader som säger samma sak som en rad ovanför, och inte tas en gång till: 2231 (rad 5; 6;", "Rubriker som upprepas inne i listan, och inte läses: 1 (rad 2236).",
			"Underrubriker, som inte läses som medlemmar: 2 (rad 2 \"Svenska medlemmar\"; 2237 \"Norska medlemmar:\").", `Skadade celler i kolumner som inte läses: 52 (C3 \x1a`,
			"AVVISADE (1):", "rad 2240: ", "ukjent är inget namn på en organisation.", "NYA (4):", "1 avvisade, 4 nya, 0 ändrade, 0 som i registret, 2231 upprepade",
		}, 5, "what real lists hold besides members, each told once"},
		{members("--network", "MITTSEC", "--map", "Vilka=town"), exitFailure, []string{"legalName", "municipality"}, 5, "a map to what there is not"},
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
MATCH (:Application {state: 'REJECTED'})<-[:DECIDES]-(d:Decision {outcome: 'REJECTED'})
RETURN count(d)`); n != 1 {
		t.Errorf("the decision leads to %d applications that it turned down", n)
	}
}
