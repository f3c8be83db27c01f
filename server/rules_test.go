package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"partnernet"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/rules"
	"partnernet/testworld/golden"
)

// ruleTable is testdata/rules.yaml, whose head tells what each entry means.
type ruleTable struct {
	Base  map[string]any      `yaml:"base"`
	Doors map[string][]string `yaml:"doors"`
	Text  string              `yaml:"decision"`
	Rules []ruleRow           `yaml:"rules"`

	types map[string][]string // that each rule is about
}

type ruleRow struct {
	Rule     string   `yaml:"rule"`
	Asks     string   `yaml:"asks"`
	Do       string   `yaml:"do"`
	Commands doorCase `yaml:"commands"`
	Facts    doorCase `yaml:"facts"`
	Interreg doorCase `yaml:"interreg"`
	Members  doorCase `yaml:"members"`
	Needs    doorCase `yaml:"needs"`
	Themes   doorCase `yaml:"themes"`
	Decision doorCase `yaml:"decision"`
	Held     doorCase `yaml:"held"`
}

// doorCase is what breaks a rule at a door and what comes of it, or why nothing can.
type doorCase struct {
	Why string `yaml:"-"`

	Command     string           `yaml:"command"`
	Input       map[string]any   `yaml:"input"`
	Records     []map[string]any `yaml:"records"`
	At          string           `yaml:"at"`
	File        string           `yaml:"file"`
	Network     string           `yaml:"network"`
	Row         string           `yaml:"row"`
	Says        []string         `yaml:"says"`
	Taken       string           `yaml:"taken"`
	Left        string           `yaml:"left"`
	Whole       bool             `yaml:"whole"` // the list is refused whole
	Corrections []map[string]any `yaml:"corrections"`
	Set         string           `yaml:"set"`
	Of          string           `yaml:"of"`
}

// UnmarshalYAML reads a case, or the phrase that stands for one.
func (c *doorCase) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&c.Why) == nil {
		return nil
	}
	type plain doorCase
	return unmarshal((*plain)(c))
}

// shown says whether the case breaks the rule.
func (c doorCase) shown() bool {
	return c.Command != "" || len(c.Records) > 0 || c.File != "" || c.Set != "" || len(c.Corrections) > 0
}

// list gives the case of the door of a list.
func (r ruleRow) list(door string) doorCase {
	return map[string]doorCase{"interreg": r.Interreg, "members": r.Members, "needs": r.Needs, "themes": r.Themes, "decision": r.Decision}[door]
}

// ledgerRules are the rules that the ledger asks itself, of what identifies a record and of what it says of itself.
var ledgerRules = map[string][]string{
	registry.RuleCaseNumber: {"Application", "Decision"}, registry.RuleAcronym: {"Network"}, registry.RuleAwardDouble: {"Award"},
	registry.RuleDocument: {"Document"}, registry.RuleUnique: {"Organisation", "TargetGroup", "Theme"},
}

// readRules reads the table, and the types that each rule is about.
func readRules(t *testing.T) ruleTable {
	t.Helper()
	text, err := os.ReadFile("testdata/rules.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table ruleTable
	long := strings.ReplaceAll(string(text), "=1001", strings.Repeat("x", registry.MaxName+1))
	if err := yaml.UnmarshalWithOptions([]byte(long), &table, yaml.Strict()); err != nil {
		t.Fatal(yaml.FormatError(err, false, true))
	}
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	table.types = rules.New(m).Rules()
	maps.Copy(table.types, ledgerRules)
	for _, kind := range m.Types() {
		if kind.Record && !kind.Abstract {
			for _, rule := range []string{registry.RuleKnownUnknown, registry.RuleToldForFewer} {
				table.types[rule] = append(table.types[rule], kind.Name)
			}
		}
	}
	return table
}

// carries says whether a record of which a rule is asked comes in by the door of a list, beside the document that the list itself is.
func (t ruleTable) carries(door, rule string) bool {
	return slices.ContainsFunc(t.Doors[door], func(name string) bool { return slices.Contains(t.types[rule], name) })
}

// doorsOf says at which doors a rule is asked, and why it cannot be broken at the others by which its records come in.
func (t ruleTable) doorsOf(row ruleRow) string {
	var asked, not []string
	add := func(name string, c doorCase) {
		if c.shown() {
			asked = append(asked, name)
		} else if c.Why != "" {
			not = append(not, name+": "+c.Why)
		}
	}
	add("commands", row.Commands)
	add("facts", row.Facts)
	for _, door := range slices.Sorted(maps.Keys(t.Doors)) {
		add(door, row.list(door))
	}
	add("check", row.Held)
	return strings.Join(append([]string{strings.Join(asked, ", ")}, not...), "; ")
}

// TestRulesPage compares docs/rules.md with the table.
func TestRulesPage(t *testing.T) {
	table := readRules(t)
	var text strings.Builder
	text.WriteString(`# The rules of the register

Whatever is written is asked these rules, by whichever door it comes ([why](decisions/one-guard.md)): *commands*, *facts* (facts files and
decisions), *interreg* (lists of Interreg projects), *members* (member lists), *needs* (answers to surveys), *themes*,
and *decision* (` + "`importDecision`" + `: what is read of a decision's text, as people correct it). *check* is what
` + "`go run ./server check`" + ` finds in a register that other hands have written. A command, a facts file, a decision and a list of themes that break a
rule are refused whole; of the other lists the row is left out, and told.

`)
	for _, door := range slices.Sorted(maps.Keys(table.Doors)) {
		fmt.Fprintf(&text, "- *%s* tells of %s.\n", door, strings.Join(table.Doors[door], ", "))
	}
	text.WriteString("\n| rule | what it asks | what to do | asked at |\n|---|---|---|---|\n")
	for _, row := range table.Rules {
		fmt.Fprintf(&text, "| `%s` | %s | %s | %s |\n", row.Rule, row.Asks, row.Do, table.doorsOf(row))
	}
	text.WriteString("\nEach row is shown by an example at each of its doors, in `server/testdata/rules.yaml`. This page is written from there:\n`go test ./server -run TestRulesPage -update`.\n")
	golden.Compare(t, "../docs/rules.md", []byte(text.String()))
}

// Each rule has its row in the table, with an entry at each door by which it can be broken.
func TestEveryRuleHasItsRow(t *testing.T) {
	table := readRules(t)
	rows := map[string]bool{}
	for _, row := range table.Rules {
		if table.types[row.Rule] == nil || rows[row.Rule] {
			t.Errorf("%s is asked by nobody, or stands twice in the table", row.Rule)
		}
		rows[row.Rule] = true
		for door, c := range map[string]doorCase{"commands": row.Commands, "facts": row.Facts, "held": row.Held} {
			if c.shown() == (c.Why != "") {
				t.Errorf("%s, %s: neither broken nor told why not", row.Rule, door)
			}
		}
		for door := range table.Doors {
			c := row.list(door)
			if carried := table.carries(door, row.Rule); carried && c.shown() == (c.Why != "") || !carried && (c.shown() || c.Why != "") {
				t.Errorf("%s, %s: records of the rule's types come in: %t; broken: %t; told why not: %q", row.Rule, door, carried, c.shown(), c.Why)
			}
		}
	}
	for rule := range table.types {
		if !rows[rule] {
			t.Errorf("the rule %s has no row in testdata/rules.yaml", rule)
		}
	}
}
