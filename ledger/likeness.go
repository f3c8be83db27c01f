package ledger

import (
	"context"
	"maps"
	"slices"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/stored"
)

// bodies is the type of the records that may be one and the same, numbers the type of their parts that tells most.
const (
	bodies  = "Organisation"
	numbers = "Identifier"
)

// The ledger keeps which organisations may be one as relationships of its own, as it keeps texts for searching: they are worked out anew
// from what the organisations are, whenever that has changed. What somebody has judged to be two is never related again.

// comparedBy are the properties and parts by which organisations are compared: nothing else that changes of one makes it more or less like others.
var comparedBy = []string{"legalName", "aliases", "country", "HAS_IDENTIFIER", "HAS_LOCATION"}

// comparedAtOnce is how many organisations are compared in one transaction. What they have in common with others takes many times the memory that
// they take themselves.
const comparedAtOnce = 1_000

// CompareAll works out which organisations may be one, of those that have not been compared yet: what was written before names had keys, or just
// before a server ended. It is asked at each start: every organisation that has been compared has a key, so that there is next to nothing to do.
func (l *Ledger) CompareAll(ctx context.Context) error {
	rows, err := l.db.ReadRows(ctx, store.Statement{Text: `
MATCH (o:Organisation)
WHERE NOT EXISTS { (o)-[:ALIKE_BY]->(:LikenessKey) }
RETURN o.id AS id
ORDER BY id`})
	if err != nil {
		return err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = valueText(row["id"])
	}
	return l.compare(ctx, ids)
}

// compare works out which others organisations may be one with, in transactions of their own.
func (l *Ledger) compare(ctx context.Context, ids []string) error {
	for some := range slices.Chunk(ids, comparedAtOnce) {
		if err := l.Write(ctx, func(ctx context.Context, p *Page) error { return p.likenesses(ctx, some) }); err != nil {
			return fault.Wrap(fault.CodeOf(err), err, "What was told is recorded. Which of its organisations may be one could not be worked out; that is done at the next start.")
		}
	}
	return nil
}

// likenesses works out which others the organisations among the records may be one with: of a few at once, and of many when all is written.
func (p *Page) likenesses(ctx context.Context, records []string) error {
	records = slices.Compact(slices.Sorted(slices.Values(records)))
	if len(records) == 0 {
		return nil
	}
	if len(records) > comparedAtOnce {
		p.uncompared = append(p.uncompared, records...)
		return nil
	}
	keys, err := p.alikeKeys(ctx, records)
	if err != nil || len(keys) == 0 {
		return err
	}
	return p.pairs(ctx, keys)
}

// alikeKeys gives what the names of organisations, present and other ones, may have in common with those of others, and takes away what is kept of that.
func (p *Page) alikeKeys(ctx context.Context, records []string) ([]any, error) {
	rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (r:Record {id: id})
CALL (r) {
  MATCH (r)-[:ALIKE_BY]->(old:LikenessKey)
  DETACH DELETE old
}
CALL (r) {
  MATCH (r)-[like:POSSIBLE_DUPLICATE_OF]-()
  DELETE like
}
WITH r
WHERE r:Organisation
RETURN r.id AS id, r.legalName AS name, r.aliases AS others`, map[string]any{"ids": records})
	var keys []any
	for _, row := range rows {
		of := map[string]bool{}
		for _, name := range append([]string{valueText(row["name"])}, textsOf(stored.List(row["others"]))...) {
			for _, key := range registry.AlikeKeys(name) {
				of[key] = true
			}
		}
		if len(of) == 0 {
			of[valueText(row["id"])] = true // it has nothing in common with others, and has been compared
		}
		keys = append(keys, map[string]any{"id": row["id"], "keys": slices.Sorted(maps.Keys(of))})
	}
	return keys, err
}

// pairs keeps the keys of organisations, and relates them to those that they may be one with. What may be one has a key of its names or a number in common. The
// index is asked for by name: while few records have a likeness, as before the first list of members, the database would go through all organisations for each.
func (p *Page) pairs(ctx context.Context, keys []any) error {
	rows, err := p.Run(ctx, `
CALL () {
  UNWIND $keys AS row
  MATCH (r:Record {id: row.id})
  UNWIND row.keys AS key
  CREATE (r)-[:ALIKE_BY]->(:LikenessKey {key: key})
}
UNWIND $keys AS row
MATCH (one:Record {id: row.id})
CALL (one) {
  MATCH (one)-[:ALIKE_BY]->(mine:LikenessKey)
  MATCH (theirs:LikenessKey {key: mine.key})
  USING INDEX theirs:LikenessKey(key)
  MATCH (theirs)<-[:ALIKE_BY]-(other:Organisation)
  RETURN other
  UNION
  MATCH (one)-[:HAS_IDENTIFIER]->(mine:Identifier)
  MATCH (theirs:Identifier {likeness: mine.likeness})
  USING INDEX theirs:Identifier(likeness)
  MATCH (theirs)<-[:HAS_IDENTIFIER]-(other:Organisation)
  RETURN other
}
WITH one, other
WHERE other <> one
RETURN [one.id, other.id] AS pair`, map[string]any{"keys": keys})
	if err != nil || len(rows) == 0 {
		return err
	}
	pairs := make([]any, len(rows))
	for i, row := range rows {
		pairs[i] = row["pair"]
	}
	return p.relateAlike(ctx, pairs)
}

// relateAlike has the pairs of organisations be related that may be one, and that nobody has judged to be two.
func (p *Page) relateAlike(ctx context.Context, pairs []any) error {
	rows, err := p.Run(ctx, `
UNWIND $pairs AS pair
MATCH (one:Record {id: pair[0]})
MATCH (other:Record {id: pair[1]})
WHERE NOT EXISTS { (one)<-[:JUDGED|JUDGED_AGAINST]-(:IdentityJudgement {verdict: 'DIFFERENT'})-[:JUDGED|JUDGED_AGAINST]->(other) }
RETURN [o IN [one, other] | {
  id: o.id, name: o.legalName, others: o.aliases, country: o.country, numbers: [(o)-[:HAS_IDENTIFIER]->(i:Identifier) | [i.scheme, i.value]],
  places: [(o)-[:HAS_LOCATION]->(l:Location) | l.municipality] + [(o)-[:HAS_LOCATION]->(:Location)-[:IN_AREA]->(area:Area) | area.code]
}] AS pair`, map[string]any{"pairs": pairs})
	if err != nil {
		return err
	}
	var alike []any
	for _, row := range rows {
		if like := compared(stored.List(row["pair"])); like != nil {
			alike = append(alike, like)
		}
	}
	_, err = p.Run(ctx, `
UNWIND $alike AS row
MATCH (from:Record {id: row.from})
MATCH (to:Record {id: row.to})
MERGE (from)-[like:POSSIBLE_DUPLICATE_OF]->(to)
SET like.score = row.score, like.reasons = row.reasons
RETURN count(*)`, map[string]any{"alike": alike})
	return err
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
	ids := []string{valueText(one["id"]), valueText(other["id"])}
	return map[string]any{"from": slices.Min(ids), "to": slices.Max(ids), "score": like.Score, "reasons": reasons}
}

// body reads what tells an organisation from others.
func body(o map[string]any) registry.Body {
	b := registry.Body{Name: valueText(o["name"]), Others: textsOf(stored.List(o["others"])), Country: valueText(o["country"])}
	for _, n := range stored.List(o["numbers"]) {
		number := stored.List(n)
		b.Numbers = append(b.Numbers, registry.Identifier{Scheme: registry.Scheme(valueText(number[0])), Value: valueText(number[1])})
	}
	for _, place := range stored.List(o["places"]) {
		b.Places = append(b.Places, registry.Fold(valueText(place)))
	}
	return b
}

// judged are the relationships from a judgement to the two that it is about.
var judged = []string{"JUDGED", "JUDGED_AGAINST"}

// bodiesOf gives the ids of the organisations whose likeness a change of the record may have changed.
func (d *drafted) bodiesOf() []string {
	switch d.kind.Name {
	case bodies:
		touched := func(name string) bool { return d.effect.touches(d.record.ID, d.record.ID, name) }
		if d.exists && !slices.ContainsFunc(comparedBy, touched) {
			return nil
		}
		return []string{d.record.ID}
	case "IdentityJudgement":
		ids := slices.Concat(d.record.Links["organisation"], d.record.Links["other"])
		for _, relation := range judged {
			ids = append(ids, d.current.links[relation]...)
		}
		return ids
	}
	return nil
}

// bodiesIn gives the ids of the organisations whose likeness the changes of some records may have changed: a judgement that comes back leads to
// them only once it has been written.
func bodiesIn(all []alteration, wholes map[string]wholeRecord) []string {
	var ids []string
	for _, change := range all {
		for _, l := range change.effect.Links {
			if slices.Contains(judged, l.Type) {
				ids = append(ids, l.To)
			}
		}
	}
	for id, w := range wholes {
		if w.label == bodies || w.properties["was"] == bodies {
			ids = append(ids, id)
		}
		for _, l := range w.links {
			if l.From == id && slices.Contains(judged, l.Type) {
				ids = append(ids, l.To)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
