package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"partnernet"
	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/store"
)

// format is a kind of file that import can read.
type format struct {
	name      string
	describes string
	read      func(ctx context.Context, db *store.DB, file sourceFile) (reading, error)
}

// formats are all that import can read: a new one is one more line, and the function that reads it.
var formats = []format{
	{"themes", "themes of needs and offers: CSV or XLSX with a column code, and broader, svenska, norsk, english; or YAML", readThemes},
	{"needs", "answers to a survey of needs: CSV or XLSX, one row an answer, with columns such as organisation, behov 1, tema 1, behov 2, tema 2", readNeeds},
	{"facts", "facts, record by record: YAML as the head of intake/founding.yaml says", readFacts},
	{"interreg", "a partner list of Interreg projects: JSON, one row for each partner in each project", readInterreg},
}

// reading is what a file tells, for the ledger and for people.
type reading struct {
	telling ledger.Telling
	summary string
	remarks []remarks
}

// remarks are what people should know of a file, under one heading.
type remarks struct {
	heading string
	lines   []string
}

// formatNamed gives the format of a name that the command line has checked.
func formatNamed(name string) format {
	for _, f := range formats {
		if f.name == name {
			return f
		}
	}
	panic("no format " + name)
}

// formatNames gives the names of the formats to the command line.
func formatNames() kong.Vars {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return kong.Vars{"formats": strings.Join(names, ",")}
}

func readInterreg(ctx context.Context, db *store.DB, file sourceFile) (reading, error) {
	list, err := intake.ReadPartnerList(file.content)
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db)
	if err != nil {
		return reading{}, err
	}
	names := map[string]string{}
	for _, o := range list.Organisations {
		names[o.Key] = o.Name
	}
	refused := remarks{heading: "Rows that were refused"}
	for _, r := range list.Refused {
		refused.add("row %d: %s", r.Row, r.Reason)
	}
	doubts := remarks{heading: "Texts that are no values and are kept as claims"}
	for _, d := range list.Doubts {
		doubts.add("row %d, %s %q: %s", d.Row, d.Field, d.Text, d.Reason)
	}
	duplicates := remarks{heading: "Organisations that may be one, and are not merged"}
	for _, d := range list.PossibleDuplicates {
		duplicates.add("%s / %s: %s", names[d.First], names[d.Second], d.Reason)
	}
	return reading{
		telling: list.Telling(file.SourceFile, known),
		summary: fmt.Sprintf("%d rows read, %d refused: %d projects, %d organisations, %d participations, %d programmes.", list.RowsRead,
			len(list.Refused), len(list.Projects), len(list.Organisations), len(list.Participations), len(list.Programmes)),
		remarks: []remarks{refused, doubts, duplicates},
	}, nil
}

func readThemes(ctx context.Context, db *store.DB, file sourceFile) (reading, error) {
	size, err := file.size()
	if err != nil {
		return reading{}, err
	}
	themes, err := intake.ReadThemes(file.content, size, file.Path)
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db)
	if err != nil {
		return reading{}, err
	}
	telling, err := intake.ThemesTelling(themes, file.SourceFile, known)
	return reading{telling: telling, summary: fmt.Sprintf("%d themes read.", len(themes))}, err
}

func readNeeds(ctx context.Context, db *store.DB, file sourceFile) (reading, error) {
	size, err := file.size()
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db)
	if err != nil {
		return reading{}, err
	}
	needs, ignored, err := intake.ReadAnswers(file.content, size, known)
	if err != nil {
		return reading{}, err
	}
	counts := map[intake.NeedVerdict]int{}
	refused, doubts := remarks{heading: "Needs that were refused"}, remarks{heading: "What could not be read and stays unknown"}
	for _, n := range needs {
		counts[n.Verdict]++
		if n.Verdict == intake.NeedRefused {
			refused.add("row %d, %q: %s %s", n.Row, n.Statement, n.Reason, n.Suggestion)
			continue
		}
		for _, doubt := range n.Doubts {
			doubts.add("row %d, %q: %s", n.Row, n.Statement, doubt)
		}
	}
	columns := remarks{heading: "Columns that mean nothing here", lines: ignored}
	return reading{
		telling: intake.NeedsTelling(needs, file.SourceFile, known),
		summary: fmt.Sprintf("%d needs read: %d new, %d held already, %d refused.", len(needs), counts[intake.NeedNew], counts[intake.NeedHeld], counts[intake.NeedRefused]),
		remarks: []remarks{refused, doubts, columns},
	}, nil
}

func readFacts(ctx context.Context, db *store.DB, file sourceFile) (reading, error) {
	text, err := io.ReadAll(file.content)
	if err != nil {
		return reading{}, unreadable(file.Path, err)
	}
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		return reading{}, err
	}
	telling, err := intake.ReadFacts(m, text)
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db)
	if err != nil {
		return reading{}, err
	}
	return reading{telling: known.Recognise(telling), summary: fmt.Sprintf("%d records read.", len(telling.Records))}, nil
}

func (r *remarks) add(text string, values ...any) {
	r.lines = append(r.lines, fmt.Sprintf(text, values...))
}
