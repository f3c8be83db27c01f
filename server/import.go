package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/alecthomas/kong"

	"partnernet/store"
)

// importCommand has a command for each kind of file.
type importCommand struct {
	Interreg interregCommand `cmd:"" help:"A partner list of Interreg projects: JSON, one row for each partner in each project."`
	Decision decisionCommand `cmd:"" help:"A decision on funding, as facts: YAML or JSON."`
	Members  membersCommand  `cmd:"" help:"A list of a network's members: a workbook (.xlsx) or delimited text (.csv)."`
	Needs    needsCommand    `cmd:"" help:"Answers to a survey of needs, one row an answer: a workbook (.xlsx) or delimited text (.csv)."`
	Themes   themesCommand   `cmd:"" help:"Themes of needs and offers: a workbook (.xlsx), delimited text (.csv) or YAML."`
	Facts    factsCommand    `cmd:"" help:"Facts, record by record: YAML or JSON."`
}

// fileCommand is an import of a file whose records are added to what is held.
type fileCommand struct {
	File   string `arg:"" type:"path" help:"The file."`
	DryRun bool   `help:"Say what would be written, and write nothing."`
	databaseFlags
}

// listFlags say how a list with headings is read, and in which language people are told of it.
type listFlags struct {
	Map  map[string]string `placeholder:"HEADING=FIELD" help:"What a column means whose heading is not known: Aktör=legalName. With nothing after the sign, the column is left out. May be given several times, or divided by semicolons."`
	Lang string            `enum:"sv,nb,en," default:"" placeholder:"LANGUAGE" help:"In which language the rows are told: sv, nb or en (default: as LANG says, or else en)."`
}

func (f listFlags) language() string { return cmp.Or(f.Lang, terminalLanguage()) }

const adding = "It adds what the registry does not hold. A value that the registry holds differently stays as it is, and both are kept as claims with their sources. Importing a file again changes nothing."

type interregCommand struct{ fileCommand }

// Help says what becomes of what is held.
func (*interregCommand) Help() string { return adding }

// Run imports a partner list.
func (c *interregCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.importAs(ctx, k, "import interreg", readInterreg)
}

type decisionCommand struct{ fileCommand }

// Help says what becomes of what is held, and where the form is described.
func (*decisionCommand) Help() string {
	return adding + "\n\nThe form of the file is described by the JSON Schema intake/decision.schema.json, and intake/founding.yaml is an example."
}

// Run imports a decision.
func (c *decisionCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.importAs(ctx, k, "import decision", readFacts)
}

type themesCommand struct{ fileCommand }

// Help says what becomes of what is held, and which columns are read.
func (*themesCommand) Help() string {
	return adding + "\n\nThe columns are code, broader, svenska, norsk and english."
}

// Run imports themes.
func (c *themesCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.importAs(ctx, k, "import themes", readThemes)
}

type factsCommand struct{ fileCommand }

// Help says what becomes of what is held, and where the form is described.
func (*factsCommand) Help() string {
	return adding + "\n\nThe form of the file is told at the head of intake/founding.yaml."
}

// Run imports facts.
func (c *factsCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.importAs(ctx, k, "import facts", readFacts)
}

// importAs reads the file, records what it tells, and reports both.
func (c *fileCommand) importAs(ctx context.Context, k *kong.Context, action string, read func(context.Context, *database, sourceFile) (reading, error)) (err error) {
	file, err := openSource(c.File)
	if err != nil {
		return err
	}
	defer file.content.Close()
	db, err := openDatabase(ctx, c.databaseFlags, store.DefaultTimeout, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	progress := startProgress(k.Stderr, "Reading "+c.File)
	defer progress.end()
	told, err := read(ctx, db, file)
	if err != nil {
		return err
	}
	progress.step(fmt.Sprintf("Recording %d records", len(told.telling.Records)))
	told.telling.Actor, told.telling.Action, told.telling.DryRun = actor, action, c.DryRun
	outcome, err := db.tell(ctx, told.telling)
	if err != nil {
		return err
	}
	progress.end()
	if err := printReading(k.Stdout, told); err != nil {
		return err
	}
	if c.DryRun {
		fmt.Fprintln(k.Stdout, "\nThis was a dry run: nothing has been written. It would be:")
	}
	return printOutcome(k.Stdout, outcome)
}
