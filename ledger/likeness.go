package ledger

import (
	"context"
	"slices"

	"partnernet/registry"
)

// bodies is the type of the records that may be one and the same, numbers the type of their parts that tells most.
const (
	bodies  = "Organisation"
	numbers = "Identifier"
)

// The ledger keeps which organisations may be one as relationships of its own, as it keeps texts for searching: they are worked out anew
// from what the organisations are, whenever that has changed. What somebody has judged to be two is never related again.

// likenesses works out which others the organisations among the records may be one with. A judgement among them is about its two.
func (p *Page) likenesses(ctx context.Context, records []string) error {
	if len(records) == 0 {
		return nil
	}
	rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (changed:Record {id: id})
UNWIND CASE
    WHEN changed:IdentityJudgement THEN [(changed)-[:JUDGED|JUDGED_AGAINST]->(judged:Record) | judged]
    ELSE [changed]
  END AS one
WITH DISTINCT one
RETURN one.id AS id, COLLECT {
  UNWIND COLLECT {
      MATCH (other:Organisation {likeness: one.likeness})
      WHERE one:Organisation
        AND one.likeness <> ''
      RETURN other
    }
    + COLLECT {
      MATCH (one:Organisation)-[:HAS_IDENTIFIER]->(mine:Identifier)
      MATCH (theirs:Identifier {likeness: mine.likeness})<-[:HAS_IDENTIFIER]-(other:Organisation)
      RETURN other
    } AS other
  WITH DISTINCT other
  WHERE other <> one
    AND NOT EXISTS { (one)<-[:JUDGED|JUDGED_AGAINST]-(:IdentityJudgement {verdict: 'DIFFERENT'})-[:JUDGED|JUDGED_AGAINST]->(other) }
  RETURN [o IN [one, other] | {
    id: o.id, name: o.legalName, country: o.country, numbers: [(o)-[:HAS_IDENTIFIER]->(i:Identifier) | [i.scheme, i.value]],
    places: [(o)-[:HAS_LOCATION]->(l:Location) | l.municipality] + [(o)-[:HAS_LOCATION]->(:Location)-[:IN_AREA]->(area:Area) | area.code]
  }]
} AS pairs`, map[string]any{"ids": records})
	if err != nil {
		return err
	}
	var judged, alike []any
	for _, row := range rows {
		judged = append(judged, row["id"])
		for _, pair := range list(row["pairs"]) {
			if like := compared(list(pair)); like != nil {
				alike = append(alike, like)
			}
		}
	}
	return p.relateAlike(ctx, judged, alike)
}

// compared gives the relationship of two organisations that may be one, nil when nothing speaks for it.
func compared(pair []any) any {
	one, _ := pair[0].(map[string]any)
	other, _ := pair[1].(map[string]any)
	like, may := registry.CompareBodies(body(one), body(other))
	if !may {
		return nil
	}
	var reasons []string
	for _, r := range like.Reasons {
		reasons = append(reasons, string(r))
	}
	ids := []string{text(one["id"]), text(other["id"])}
	return map[string]any{"from": slices.Min(ids), "to": slices.Max(ids), "score": like.Score, "reasons": reasons}
}

// body reads what tells an organisation from others.
func body(o map[string]any) registry.Body {
	b := registry.Body{Name: text(o["name"]), Country: text(o["country"])}
	for _, n := range list(o["numbers"]) {
		number := list(n)
		b.Numbers = append(b.Numbers, registry.Identifier{Scheme: registry.Scheme(text(number[0])), Value: text(number[1])})
	}
	for _, place := range list(o["places"]) {
		b.Places = append(b.Places, registry.Fold(text(place)))
	}
	return b
}

// relateAlike has organisations be related to those that they may be one with, and to no others.
func (p *Page) relateAlike(ctx context.Context, judged, alike []any) error {
	if _, err := p.Run(ctx, `
UNWIND $judged AS id
MATCH (:Record {id: id})-[old:POSSIBLE_DUPLICATE_OF]-()
DELETE old`, map[string]any{"judged": judged}); err != nil || len(alike) == 0 {
		return err
	}
	_, err := p.Run(ctx, `
UNWIND $alike AS row
MATCH (from:Record {id: row.from})
MATCH (to:Record {id: row.to})
MERGE (from)-[like:POSSIBLE_DUPLICATE_OF]->(to)
SET like.score = row.score, like.reasons = row.reasons`, map[string]any{"alike": alike})
	return err
}
