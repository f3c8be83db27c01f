package ledger

import (
	"context"

	"partnernet/registry"
	"partnernet/stored"
)

// Classify has records be for an audience, whatever they were for before, and gives the ids of its changes. Who may see such a change may see the record both before and after it.
func (p *Page) Classify(ctx context.Context, records []string, audience registry.Audience, g Ground) ([]string, error) {
	next, err := p.Number(ctx, audience)
	if err != nil {
		return nil, err
	}
	current, err := p.wholes(ctx, records)
	if err != nil {
		return nil, err
	}
	var all []alteration
	for _, id := range records {
		before := stored.Number(current[id].properties["audience"])
		if before == next {
			continue
		}
		was, err := p.Audience(ctx, before)
		if err != nil {
			return nil, err
		}
		var e effect
		e.addSwap("audience", before, next)
		all = append(all, alteration{subject: id, audience: next, effect: e, fields: []any{changedFieldText("audience", string(was), string(audience), "")}})
	}
	if len(all) == 0 {
		return nil, nil
	}
	return p.alter(ctx, g, all, current)
}
