package ledger

import (
	"context"
	"slices"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

// owners gives the ids of the organisations to which rows of parts give numbers.
func owners(parts ...any) []string {
	var ids []string
	for _, part := range parts {
		row, _ := part.(map[string]any)
		if row["label"] == numbers {
			ids = append(ids, valueText(row["owner"]))
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}

// opened gives the ids of the organisations that alterations let more people see.
func (p *Page) opened(ctx context.Context, all []alteration, wholes map[string]wholeRecord) ([]string, error) {
	var ids []string
	for _, a := range all {
		s, changed := a.effect.Values["audience"]
		if !changed || wholes[a.subject].label != "Organisation" {
			continue
		}
		was, err := p.audienceOf(ctx, s.Before)
		if err != nil {
			return nil, err
		}
		is, err := p.audienceOf(ctx, s.After)
		if err != nil {
			return nil, err
		}
		if was.Meet(is) != is {
			ids = append(ids, a.subject)
		}
	}
	return ids, nil
}

// audienceOf gives the audience that an effect keeps the number of.
func (p *Page) audienceOf(ctx context.Context, kept any) (registry.Audience, error) {
	number, err := thawed(kept)
	if err != nil {
		return "", err
	}
	return p.Audience(ctx, stored.Number(number))
}

// checkNumbers refuses organisations of which one has a number that another has too, which is for one of the visible audiences; nil are all. Refused says it, of the number and
// the other's name.
func (p *Page) checkNumbers(ctx context.Context, organisations []string, visible []int64, refused func(registry.Identifier, string) *fault.Fault) error {
	for some := range evenChunks(organisations) {
		if len(some) == 0 {
			continue
		}
		rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (one:Record {id: id})-[:HAS_IDENTIFIER]->(mine:Identifier)
MATCH (theirs:Identifier {scheme: mine.scheme, value: mine.value})
USING INDEX theirs:Identifier(scheme, value)
MATCH (theirs)<-[:HAS_IDENTIFIER]-(other:Organisation)
WHERE other.id <> id
  AND `+stored.VisibleOrAll("other")+`
RETURN mine.scheme AS scheme, mine.value AS value, other.legalName AS name
LIMIT 1`, map[string]any{"ids": some, "visible": orAll(visible)})
		if err != nil {
			return err
		}
		for _, row := range rows {
			number := registry.Identifier{Scheme: registry.Scheme(valueText(row["scheme"])), Value: valueText(row["value"])}
			return refused(number, valueText(row["name"])).At("identifiers").Breaking(registry.RuleUnique)
		}
	}
	return nil
}

func numberHeld(number registry.Identifier, name string) *fault.Fault {
	return fault.New(fault.Conflict, "%s belongs to %s. Update that organisation instead, or correct the number.", number.Display(), name)
}
