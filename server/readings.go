package main

import (
	"context"
	"fmt"
	"io"

	"partnernet/fault"
	"partnernet/intake"
	"partnernet/ledger"
)

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

func (r *remarks) add(text string, values ...any) {
	r.lines = append(r.lines, fmt.Sprintf(text, values...))
}

func readInterreg(ctx context.Context, db *database, file sourceFile) (reading, error) {
	list, err := intake.ReadPartnerList(file.content)
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db.DB)
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
	kinds := remarks{heading: "Kinds of body that mean no one sectorType, and of how many organisations: unknown, with the word as a claim"}
	for _, w := range list.UnmappedSectors() {
		kinds.add("%q: %d", w.Word, w.Organisations)
	}
	homeless := remarks{heading: "Amounts that are not taken: grants to a whole side of a project, with neither decision nor recipient"}
	if len(list.Homeless) > 0 {
		homeless.add("%s", list.Homeless.Locator())
	}
	duplicates := remarks{heading: "Organisations that may be one, and are not merged"}
	for _, d := range list.PossibleDuplicates {
		duplicates.add("%s / %s: %s", names[d.First], names[d.Second], d.Reason)
	}
	return reading{
		telling: list.Telling(file.SourceFile, known),
		summary: fmt.Sprintf("%d rows read, %d refused: %d projects, %d organisations, %d participations, %d programmes.", list.RowsRead,
			len(list.Refused), len(list.Projects), len(list.Organisations), len(list.Participations), len(list.Programmes)),
		remarks: []remarks{refused, doubts, kinds, homeless, duplicates},
	}, nil
}

func readThemes(ctx context.Context, db *database, file sourceFile) (reading, error) {
	size, err := file.size()
	if err != nil {
		return reading{}, err
	}
	themes, err := intake.ReadThemes(file.content, size, file.Path)
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db.DB)
	if err != nil {
		return reading{}, err
	}
	telling, err := intake.ThemesTelling(themes, file.SourceFile, known)
	return reading{telling: telling, summary: fmt.Sprintf("%d themes read.", len(themes))}, err
}

// maxFacts is far more than anybody writes by hand: the founding case has 17 kB.
const maxFacts = 1 << 20

// readFacts reads facts, under the ids of what the registry holds of them already.
func readFacts(ctx context.Context, db *database, file sourceFile) (reading, error) {
	text, err := io.ReadAll(io.LimitReader(file.content, maxFacts+1))
	if err != nil {
		return reading{}, unreadable(file.Path, err)
	}
	if len(text) > maxFacts {
		return reading{}, fault.New(fault.BadInput, "The file is larger than %d kB, which are no facts written by hand. Name the file with its facts.", maxFacts>>10)
	}
	telling, err := intake.ReadFacts(db.model, text)
	if err != nil {
		return reading{}, err
	}
	known, err := intake.ReadKnown(ctx, db.DB)
	if err != nil {
		return reading{}, err
	}
	return reading{telling: known.Recognise(telling), summary: fmt.Sprintf("%d records read.", len(telling.Records))}, nil
}
