package ledger

import (
	"context"
	"maps"
	"slices"
)

// proposalSides are a proposal's parts, and isSide the relationship from one to what the side is about.
const proposalSides, isSide = "HAS_SIDE", "SIDE"

// Undone is a change that taking something back would undo: what it was done to, by which command, and who had answered by it.
type Undone struct {
	Change, Subject, Action string
	Ground                  bool     // it entered what the command rests on
	Parties, Sides          []string // ids of the parties of a partnership, and of the sides of a proposal, that said something by it
}

// Undoes gives what Revert of a change would undo.
func (p *Page) Undoes(ctx context.Context, change string) ([]Undone, error) {
	return p.undone(ctx, ofChange, change)
}

// UndoesCommand gives what RevertCommand of a command would undo.
func (p *Page) UndoesCommand(ctx context.Context, command string) ([]Undone, error) {
	return p.undone(ctx, ofCommand, command)
}

func (p *Page) undone(ctx context.Context, found, subject string) ([]Undone, error) {
	all, err := p.readMadeChanges(ctx, found, subject)
	if err != nil {
		return nil, err
	}
	undone := make([]Undone, len(all))
	for i, m := range all {
		undone[i] = Undone{Change: m.id, Subject: m.subject, Action: m.action, Ground: m.ground,
			Parties: m.effect.answered(parties, isParty), Sides: m.effect.answered(proposalSides, isSide)}
	}
	return undone, nil
}

// answered gives whom parts under a relationship lead to by another one, where it was changed what these say of the record.
func (e effect) answered(relation, leads string) []string {
	whom := map[string]bool{}
	for _, part := range e.Parts {
		before, says := part.Before.says(), part.After.says()
		if part.Relation != relation || before == says {
			continue
		}
		for _, p := range []*frozenPart{part.Before, part.After} {
			if answer := p.says(); answer == "CONFIRMED" || answer == "DENIED" {
				whom[onlyID(p.Links[leads])] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(whom))
}

// says gives what a party or a side says, "" where there is none.
func (p *frozenPart) says() string {
	if p == nil {
		return ""
	}
	return valueText(p.Properties["confirmation"])
}
