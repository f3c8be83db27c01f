//go:build unix

package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"partnernet/registry"
	"partnernet/store"
)

// What the check of a register says, and what it ends with.
func TestCheck(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	for _, step := range []struct {
		why, change  string
		exit         int
		says, faults string
	}{
		{"the founding case", "", exitSuccess, "Everything in the register keeps the rules.\n", ""},
		{"a project that ends before it begins", "MATCH (p:Project {acronym: 'Commsec'})\nSET p.plannedTo = p.plannedFrom - duration('P1D')", exitFailure,
			"Correct one of the two days. (" + registry.RulePeriod + ")\n", "rules are broken 1 times"},
	} {
		if step.change != "" {
			err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
				_, err := tx.Run(ctx, store.Statement{Text: step.change})
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		cmd := command(t, "check")
		cmd.Env = append(cmd.Env, environment...)
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		_ = cmd.Run() // its exit code is looked at next
		if got := cmd.ProcessState.ExitCode(); got != step.exit || !strings.HasSuffix(stdout.String(), step.says) || !strings.Contains(stderr.String(), step.faults) {
			t.Errorf("%s: it ended with %d and said %s%s", step.why, got, stdout.String(), stderr.String())
		}
	}
}
