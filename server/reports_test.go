package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partnernet/audit"
	"partnernet/graph"
	"partnernet/registry"
	"partnernet/reports"
	"partnernet/testworld/site"

	"github.com/google/go-cmp/cmp"
)

// TestReportCommand writes each report by the command, in either format, and compares it with what the API answers.
func TestReportCommand(t *testing.T) {
	_, db := site.Founding(t)
	graphql := db.GraphQL(t, false)
	for i, kind := range reports.Kinds {
		language, format := registry.Languages[i%len(registry.Languages)], []string{"markdown", "html"}[i%2]
		viewer := graph.Viewer{Name: actor, Clearance: registry.Coordinators, Language: language}
		answer, err := graphql.Ask(graph.WithViewer(t.Context(), viewer), reports.Query, map[string]any{
			"kind": kind.Enum(), "language": strings.ToUpper(language), "network": "MIDSEC", "asOf": "2024-02-29",
		})
		if err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		args := []string{"report", string(kind), "--lang", language, "--network", "MIDSEC", "--as-of", "2024-02-29", "--format", format, "--sensitivity", "COORDINATORS",
			"--neo4j-uri", db.Config.URI, "--neo4j-username", db.Config.Username, "--neo4j-password", db.Config.Password}
		if exit := run(args, &stdout, &stderr); exit != exitSuccess {
			t.Fatalf("%q: %s", args, &stderr)
		}
		if diff := cmp.Diff(answer["report"].(map[string]any)[format], any(stdout.String())); diff != "" {
			t.Errorf("%s as %s, by the API and by the command: %s", kind, format, diff)
		}
	}
}

// What is written to a file may be for few: only its owner reads it, and the audit tells that it was taken out.
func TestFilesAreTheirOwners(t *testing.T) {
	_, db := site.Founding(t)
	taken := map[string]string{"report": "gaps.md for PUBLIC", "export": "organisations.csv for PUBLIC"}
	for name, args := range map[string][]string{"report": {"report", "gaps"}, "export": {"export", "organisations", "csv"}} {
		file := filepath.Join(t.TempDir(), name)
		var stdout, stderr bytes.Buffer
		args = append(args, "--output", file, "--neo4j-uri", db.Config.URI, "--neo4j-username", db.Config.Username, "--neo4j-password", db.Config.Password)
		if exit := run(args, &stdout, &stderr); exit != exitSuccess {
			t.Fatalf("%q: %s", args, &stderr)
		}
		if about, err := os.Stat(file); err != nil || about.Mode().Perm() != 0o600 {
			t.Errorf("the %s has the mode %v: %v", name, about.Mode(), err)
		}
		latest, err := audit.Latest(t.Context(), db.DB, "", 1)
		if err != nil || len(latest) != 1 || latest[0].Event != audit.Exported || latest[0].Detail != taken[name] {
			t.Errorf("of the %s the audit tells %+v (%v), want %q", name, latest, err, taken[name])
		}
	}
}
