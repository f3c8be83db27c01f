package main

import (
	"context"
	"fmt"
	"os"

	"github.com/alecthomas/kong"

	"partnernet/intake"
	"partnernet/intake/profile"
	"partnernet/model"
)

type listCommand struct {
	Profile string `required:"" placeholder:"FILE" help:"The mapping profile, in YAML, or the name of one that comes with the program: bolagsverket, forskningsradet, interreg, keep.eu, ror or scb."`
	fileCommand
}

// Help says what becomes of what is held, and where the form of a profile is described.
func (*listCommand) Help() string {
	return adding + "\n\nHow a profile is written is told in docs/profiles.md."
}

// Run imports a list by a profile.
func (c *listCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.importAs(ctx, k, "import list", c.read)
}

// read reads a list by the profile, under the ids of what the registry holds already.
func (c *listCommand) read(ctx context.Context, db *database, file sourceFile) (reading, error) {
	p, err := readProfile(db.model, c.Profile)
	if err != nil {
		return reading{}, err
	}
	size, err := file.size()
	if err != nil {
		return reading{}, err
	}
	table, err := p.Table(file.content, size)
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db.DB)
	if err != nil {
		return reading{}, err
	}
	told := p.Tell(table)
	return reading{
		telling: file.OfList(p.Title, p.Language, told.Telling, known),
		summary: fmt.Sprintf("%d rows read: %d records.", told.Rows, len(told.Telling.Records)),
		remarks: remarksOnList(p.Missing(table), told),
	}, nil
}

// readProfile reads a profile from a file, or takes the delivered one of that name.
func readProfile(m *model.Model, name string) (*profile.Profile, error) {
	text, ours := profile.Delivered(name)
	if !ours {
		var err error
		if text, err = os.ReadFile(name); err != nil {
			return nil, unreadable(name, err)
		}
	}
	return profile.Read(m, name, text)
}

// remarksOnList tells what of a list people should look at.
func remarksOnList(missing []string, told profile.Reading) []remarks {
	columns := remarks{heading: "Columns of the profile that the list does not have; what they would tell is unknown"}
	for _, column := range missing {
		columns.add("%s", column)
	}
	refused := remarks{heading: "Records that rows do not tell"}
	for _, r := range told.Refused {
		refused.add("%s %s", r.Rows.Locator(), r.Reason)
	}
	doubts := remarks{heading: "Texts that are no values, or not those of other rows; they are kept as claims, but for numbers of registers"}
	for _, d := range told.Doubts {
		doubts.add("%s, %s %q: %s", d.Rows.Locator(), d.Field, d.Text, d.Reason)
	}
	return []remarks{columns, refused, doubts}
}
