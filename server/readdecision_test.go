package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"partnernet"
	"partnernet/decisions"
	"partnernet/intake"
	"partnernet/model"
)

// A decision is read without a database: for people in their language, for programs, and as facts to import.
func TestReadDecision(t *testing.T) {
	archive, err := txtar.ParseFile("../decisions/testdata/seen/region.txtar")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "beslut.txt")
	if err := os.WriteFile(file, archive.Files[0].Data, 0o600); err != nil {
		t.Fatal(err)
	}
	read := func(args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if exit := run(append([]string{"read", "decision", file}, args...), &stdout, &stderr); exit != exitSuccess || stderr.Len() > 0 {
			t.Errorf("%v ended with %d and says %s", args, exit, stderr.String())
		}
		if strings.Contains(stdout.String(), "Eriksson") {
			t.Errorf("%v names a person", args)
		}
		return stdout.String()
	}
	for language, says := range map[string][]string{
		"sv": {"Diarienummer: RUN/88/2021", "Beslutet säger inte:\n  - Beslutad", "s. 1, tecken 0–11"},
		"nb": {"Saksnummer: RUN/88/2021", "Vedtaket sier ikke:\n  - Vedtatt", "s. 1, tegn 0–11"},
		"en": {"Case number: RUN/88/2021", "The decision does not say:\n  - Decided on", "p. 1, characters 0–11"},
	} {
		for _, words := range says {
			if told := read("--lang", language); !strings.Contains(told, words) {
				t.Errorf("%s: %q is missing in\n%s", language, words, told)
			}
		}
	}
	var draft decisions.Draft
	if err := json.Unmarshal([]byte(read("--json")), &draft); err != nil || len(draft.Facts) == 0 || draft.PersonsLeftOut != 1 {
		t.Errorf("%v: %+v", err, draft)
	}
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	facts := read("--facts")
	telling, err := intake.ReadFacts(m, []byte(facts))
	if err != nil || len(telling.Records) < 10 || strings.Contains(facts, "record: Objective") {
		t.Errorf("%v: %d records\n%s", err, len(telling.Records), facts)
	}
	if kept := read("--facts", "--keep-texts"); !strings.Contains(kept, "under förutsättning att") {
		t.Errorf("no sentence is kept:\n%s", kept)
	}
}

func TestDecisionsThatAreNotRead(t *testing.T) {
	for file, says := range map[string]string{"missing.pdf": "missing.pdf", "../pagetext/testdata/scanned.pdf": "bara bilder", "../pagetext/testdata/encrypted.pdf": "lösenord"} {
		var stdout, stderr bytes.Buffer
		if exit := run([]string{"read", "decision", file, "--lang", "sv"}, &stdout, &stderr); exit != exitFailure {
			t.Errorf("%s: ended with %d", file, exit)
		}
		if told := stdout.String() + stderr.String(); !strings.Contains(told, says) || strings.Count(told, "\n") != 1 {
			t.Errorf("%s: %q", file, told)
		}
	}
}
