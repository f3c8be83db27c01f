package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/alecthomas/kong"

	"partnernet/decisions"
	"partnernet/fault"
)

// readCommand has a command for each kind of document that is read without writing anything.
type readCommand struct {
	Decision readDecisionCommand `cmd:"" help:"An authority's decision on project money: PDF, Word (.docx) or text."`
}

type readDecisionCommand struct {
	File        string `arg:"" type:"path" help:"The file."`
	JSON        bool   `help:"Print the draft as JSON, with all receipts." xor:"form"`
	Facts       bool   `help:"Print the facts in the form that import decision takes." xor:"form"`
	KeepTexts   bool   `help:"With --facts: keep sentences of the decision too, as objectives, activities and conditions. Without it only facts and places are kept."`
	Sensitivity string `enum:"PUBLIC,MEMBERS,COORDINATORS,RESTRICTED" default:"PUBLIC" help:"With --facts: who may see the records."`
	Lang        string `enum:"sv,nb,en," default:"" placeholder:"LANGUAGE" help:"In which language the draft is told: sv, nb or en (default: as LANG says, or else en)."`
}

// Help says what comes out, and what to do with it.
func (*readDecisionCommand) Help() string {
	return "It prints what the decision says, each fact with the words and the place that it rests on; what such a decision should say and this does not; what in it does not agree; and what no rule understood. Nothing is written, no database and no network is asked, and names of persons are left out.\n\nTo record it: server read decision FILE --facts > facts.yaml, look through facts.yaml, then server import decision facts.yaml."
}

// Run reads a decision and prints the draft.
func (c *readDecisionCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	content, err := os.Open(c.File)
	if err != nil {
		return unreadable(c.File, err)
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	info, err := content.Stat()
	if err != nil {
		return unreadable(c.File, err)
	}
	language := listFlags{Lang: c.Lang}.language()
	draft, err := decisions.Read(ctx, content, info.Size())
	if err != nil {
		return fault.Within(c.File, inLanguage(err, language))
	}
	return c.print(k, draft, language)
}

func (c *readDecisionCommand) print(k *kong.Context, draft *decisions.Draft, language string) error {
	switch {
	case c.JSON:
		out := json.NewEncoder(k.Stdout)
		out.SetIndent("", "  ")
		out.SetEscapeHTML(false)
		return out.Encode(draft)
	case c.Facts:
		file, err := draft.FactsFile(c.Sensitivity, c.KeepTexts)
		if err != nil {
			return err
		}
		if len(file.Left) > 0 {
			fmt.Fprintln(k.Stderr, decisions.Left(file.Left, language))
		}
		_, err = k.Stdout.Write(file.Text)
		return err
	}
	return draft.Print(k.Stdout, language)
}
