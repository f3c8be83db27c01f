package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"partnernet/intake"
	"partnernet/lists"
)

type needsCommand struct {
	File  string `arg:"" type:"path" help:"The answers."`
	Apply bool   `env:"-" help:"Write the needs that can be taken. Without it, only what would become of each is said."`
	listFlags
	databaseFlags
}

// Help says what becomes of a need, and which columns are read.
func (*needsCommand) Help() string {
	return "Each need is new, the same as what is held, changed, in conflict or refused, with the reason and what to do. Importing answers again changes nothing.\n\n" +
		"The columns are such as organisation, behov 1, tema 1, behov 2, tema 2, in Swedish, Norwegian or English."
}

// Run judges the answers, and with --apply records the needs that they tell.
func (c *needsCommand) Run(ctx context.Context, k *kong.Context) error {
	return inLanguage(c.record(ctx, k), c.language())
}

func (c *needsCommand) record(ctx context.Context, k *kong.Context) (err error) {
	file, err := openList(c.File)
	if err != nil {
		return err
	}
	defer file.content.Close()
	size, err := file.size()
	if err != nil {
		return err
	}
	answers, err := lists.ReadAnswers(file.content, size, c.Map)
	if err != nil {
		return err
	}
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	progress := startProgress(k.Stderr, "Importing "+c.File)
	defer progress.end()
	needs, err := c.tell(ctx, db, file, answers)
	if err != nil {
		return err
	}
	progress.end()
	if err := printNeeds(k.Stdout, answers, needs, c.language()); err != nil {
		return err
	}
	if !c.Apply {
		fmt.Fprintln(k.Stdout, lists.Say(c.language(), "told.needsPreview", nil))
	}
	return nil
}

// tell judges the answers by what is held, and records the needs that are taken; without --apply it only finds out which break rules.
func (c *needsCommand) tell(ctx context.Context, db *database, file sourceFile, answers *lists.List) ([]intake.JudgedNeed, error) {
	known, err := intake.ReadKnown(ctx, db.DB)
	if err != nil {
		return nil, err
	}
	needs := intake.JudgeAnswers(answers, known)
	telling := intake.NeedsTelling(needs, file.SourceFile, known)
	if len(telling.Records) == 0 {
		return needs, nil
	}
	telling.Actor, telling.Action, telling.DryRun = actor, "import needs", !c.Apply
	outcome, err := db.tell(ctx, telling)
	intake.RefusedByRules(needs, outcome.Refused)
	return needs, err
}

// printNeeds tells people in a language what became of the needs: those first that they must look at.
func printNeeds(w io.Writer, answers *lists.List, needs []intake.JudgedNeed, lang string) error {
	var text bytes.Buffer
	printHead(&text, answers.Columns, answers.Notes(intake.RepeatedNeeds(needs)), answers.Sheet, answers.Others, lang)
	tally, byVerdict := map[string]int{}, map[string][]string{}
	for _, n := range needs {
		if n.Repeats != 0 {
			tally[repeated]++
			continue
		}
		verdict := string(n.Verdict)
		tally[verdict]++
		if n.Verdict != lists.Same || len(n.Doubts) > 0 {
			byVerdict[verdict] = append(byVerdict[verdict], needLine(n, lang))
		}
	}
	printVerdicts(&text, byVerdict, lang)
	text.WriteString("\n" + countSentence("told.needs", len(needs), tally, lang) + "\n")
	_, err := text.WriteTo(w)
	return err
}

// needLine tells one need.
func needLine(n intake.JudgedNeed, lang string) string {
	key, about := "told.unnamedRow", lists.About{"row": strconv.Itoa(n.Row)}
	if n.Statement != "" {
		key, about["statement"] = "told.need", strconv.Quote(n.Statement)
	}
	parts := []string{lists.Say(lang, key, about)}
	for _, field := range n.Adds {
		parts = append(parts, lists.Say(lang, "field."+string(field), nil)+" "+n.AddedValue(lang, field)+".")
	}
	for _, remark := range append([]lists.Remark{n.Refusal}, n.Doubts...) {
		parts = append(parts, remark.In(lang), remark.ToDo(lang))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
