package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/alecthomas/kong"

	"partnernet/fault"
	"partnernet/intake"
)

// importCommand has a command for each kind of file.
type importCommand struct {
	Interreg interregCommand `cmd:"" help:"Lists of Interreg projects: JSON, one row for each partner in each project, or delimited text (.csv), one row for each project with its owner on either side of the border."`
	Decision decisionCommand `cmd:"" help:"A decision on funding, as facts: YAML or JSON."`
	Members  membersCommand  `cmd:"" help:"A list of a network's members: a workbook (.xlsx) or delimited text (.csv)."`
	Needs    needsCommand    `cmd:"" help:"Answers to a survey of needs, one row an answer: a workbook (.xlsx) or delimited text (.csv)."`
	Themes   themesCommand   `cmd:"" help:"Themes of needs and offers: a workbook (.xlsx), delimited text (.csv) or YAML."`
	List     listCommand     `cmd:"" help:"A list whose columns a mapping profile explains: a workbook (.xlsx) or delimited text (.csv)."`
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

type interregCommand struct {
	Files  []string `arg:"" type:"path" name:"file" help:"The files, of which each adds to what those before it told."`
	DryRun bool     `help:"Say what would be written, and write nothing. Each of several files is then told as if it were the only one."`
	databaseFlags
}

// Help says what becomes of what is held.
func (*interregCommand) Help() string {
	return adding + "\n\nOf several files none is imported when one of them cannot be read. Otherwise each is recorded as a whole, after those before it."
}

// Run imports lists of Interreg projects.
func (c *interregCommand) Run(ctx context.Context, k *kong.Context) error {
	for _, path := range c.Files {
		if err := checkPartnerList(path); err != nil {
			return err
		}
	}
	return importFiles(ctx, k, c.databaseFlags, fileImport{action: "import interreg", dryRun: c.DryRun, beside: len(c.Files) > 1, read: readInterreg}, c.Files)
}

// checkPartnerList refuses a file that cannot be read as a list of Interreg projects.
func checkPartnerList(path string) error {
	file, err := openSource(path)
	if err != nil {
		return err
	}
	_, err = intake.ReadPartnerList(file.content)
	return errors.Join(fault.Within(path, err), file.content.Close())
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

// fileImport is how files are read and recorded.
type fileImport struct {
	action string
	dryRun bool
	beside bool // other files are read by the same command
	read   func(context.Context, *database, sourceFile) (reading, error)
}

// importAs reads the file, records what it tells, and reports both.
func (c *fileCommand) importAs(ctx context.Context, k *kong.Context, action string, read func(context.Context, *database, sourceFile) (reading, error)) error {
	return importFiles(ctx, k, c.databaseFlags, fileImport{action: action, dryRun: c.DryRun, read: read}, []string{c.File})
}

// importFiles reads files one after the other, records what each tells, and reports both.
func importFiles(ctx context.Context, k *kong.Context, flags databaseFlags, how fileImport, paths []string) (err error) {
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			return unreadable(path, err)
		}
	}
	db, err := openDatabase(ctx, flags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	for _, path := range paths {
		if how.beside {
			fmt.Fprintf(k.Stdout, "%s:\n", path)
		}
		if err := how.one(ctx, k, db, path); err != nil {
			return err
		}
	}
	return nil
}

func (how fileImport) one(ctx context.Context, k *kong.Context, db *database, path string) error {
	file, err := openSource(path)
	if err != nil {
		return err
	}
	defer file.content.Close()
	progress := startProgress(k.Stderr, "Reading "+path)
	defer progress.end()
	document, err := how.read(ctx, db, file)
	if err != nil {
		return err
	}
	progress.step(fmt.Sprintf("Recording %d records", len(document.telling.Records)))
	document.telling.Actor, document.telling.Action, document.telling.DryRun = actor, how.action, how.dryRun
	outcome, err := db.tell(ctx, document.telling)
	if err != nil {
		return err
	}
	progress.end()
	if err := printReading(k.Stdout, document); err != nil {
		return err
	}
	switch {
	case how.dryRun && how.beside: // nothing of those before it is there to be compared with
		fmt.Fprintln(k.Stdout, "\nThis was a dry run: nothing has been written. By this file alone it would be:")
	case how.dryRun:
		fmt.Fprintln(k.Stdout, "\nThis was a dry run: nothing has been written. It would be:")
	}
	return printOutcome(k.Stdout, outcome)
}
