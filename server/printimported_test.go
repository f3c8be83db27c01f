package main

import (
	"bytes"
	"strings"
	"testing"

	"partnernet/commands"
	"partnernet/intake"
	"partnernet/lists"
)

// The counts below a list are those of the rows above: what is repeated is counted as that, and under no verdict.
func TestRepeatedRowsAreCountedAsThat(t *testing.T) {
	rows := []commands.ImportedRow{{Row: 2, Verdict: "CONFLICT"}, {Row: 3, Verdict: "CONFLICT", Repeats: 2}, {Row: 4, Verdict: "NEW"}, {Row: 5, Verdict: "SAME", Repeats: 4}}
	needs := []intake.JudgedNeed{{Row: 2, Verdict: lists.Conflict}, {Row: 3, Verdict: lists.Conflict, Repeats: 2}, {Row: 4, Verdict: lists.New}, {Row: 5, Verdict: lists.Same, Repeats: 4}}
	var members, answers bytes.Buffer
	if err := printImported(&members, commands.Imported{Rows: rows}, "sv"); err != nil {
		t.Fatal(err)
	}
	if err := printNeeds(&answers, &lists.List{}, needs, "sv"); err != nil {
		t.Fatal(err)
	}
	const counts = "4, varav 1 i konflikt, 0 avvisade, 1 nya, 0 ändrade, 0 som i registret, 2 upprepade.\n"
	for want, text := range map[string]string{"Rader: ": members.String(), "Behov: ": answers.String()} {
		if !strings.HasSuffix(text, "\n"+want+counts) || !strings.Contains(text, "I KONFLIKT (1)") {
			t.Errorf("%s", text)
		}
	}
}
