package ledger

import (
	"context"
	"slices"

	"partnernet/registry"
	"partnernet/rules"
	"partnernet/stored"
)

// The ledger keeps what identifies a record beside its id as its naturalKey, and has it be unique within a type, among what somebody sees. It is worked out
// from the record and what it leads to, whenever these have changed, whatever writes them: no door can let in the same one twice.

// Two may have one key where whoever entered the second could not see the first: what is hidden must not be told by a refusal. Those who see both
// find a duplicate.

// naturalKey is the property that holds it.
const naturalKey = "naturalKey"

// Their order is the one in which they are asked: a second award is told by its decision first.
var identifiedTypes = []string{"Application", "Decision", "Award", "Network", "Document", "Theme"}

// keyed is a record with its natural key.
type keyed struct {
	id, label, key    string
	number, authority string   // what tells people what the key is of
	hidden            bool     // whoever writes may not see it: its key is kept, and refused to nobody
	siblings          []string // folded case numbers of the other decisions on its application
}

// naturalKeys works out anew what identifies the records, and those whose key depends on them, and refuses one that another record has
// which is for one of the visible audiences; nil are all.
func (p *Page) naturalKeys(ctx context.Context, records []string, visible []int64) error {
	if len(records) == 0 {
		return nil
	}
	var all []keyed
	for some := range evenChunks(records) {
		read, err := p.readKeys(ctx, some, visible)
		if err != nil {
			return err
		}
		all = append(all, read...)
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		return slices.Index(identifiedTypes, a.label) - slices.Index(identifiedTypes, b.label)
	})
	for some := range evenChunks(all) {
		if err := p.keepKeys(ctx, some, visible); err != nil {
			return err
		}
	}
	return nil
}

// readKeys reads what identifies records, and takes away the keys that they had: two may change theirs over.
func (p *Page) readKeys(ctx context.Context, records []string, visible []int64) ([]keyed, error) {
	rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (told:Record {id: id})
UNWIND [told] + [(told)<-[:DECIDES]-(decision:Decision) | decision] AS r
WITH DISTINCT r, NOT (r.id IN $ids OR $visible IS NULL OR r`+stored.Visible+`) AS hidden
WHERE r:Application OR r:Decision OR r:Award OR r:Network OR r:Document OR r:Theme OR r.naturalKey IS NOT NULL
SET r.naturalKey = null
WITH r, hidden, head([label IN labels(r) WHERE label <> 'Record']) AS label,
  head([(r)-[:MADE_BY]->(o:Record) | o] + [(r)-[:DECIDES]->(:Application)-[:APPLIED_TO]->(o:Record) | o] + [(r)-[:APPLIED_TO]->(o:Record) | o]) AS authority
RETURN r.id AS id, label, hidden, r.audience AS audience, coalesce(r.caseNumber, r.acronym, r.sha256, r.code) AS number, r.lifecycle AS lifecycle,
  authority.id AS authority, coalesce(authority.legalName, authority.name) AS named,
  head([(r)-[:GRANTED_BY]->(d:Decision) | d.id]) AS decision, head([(r)-[:RECIPIENT]->(o:Record) | o.id]) AS recipient,
  CASE WHEN r:Award THEN [head([(r)-[:FUNDER]->(o:Record) | o.id]), head([(r)-[:OF_PROJECT]->(o:Record) | o.id]),
    head([(r)-[:CHARGED_TO]->(o:Record) | o.id]), r.costBasis] END AS apart,
  CASE WHEN r:Decision THEN [(r)-[:DECIDES]->(:Application)<-[:DECIDES]-(d:Decision) WHERE d <> r AND `+stored.VisibleOrAll("d")+` | d.caseNumber] END AS siblings`,
		map[string]any{"ids": records, "visible": orAll(visible)})
	if err != nil {
		return nil, err
	}
	all := make([]keyed, len(rows))
	for i, row := range rows {
		audience, err := p.Audience(ctx, stored.Number(row["audience"]))
		if err != nil {
			return nil, err
		}
		all[i] = readKey(row, audience)
	}
	return all, nil
}

// orAll gives the audiences as a parameter, null for all of them.
func orAll(visible []int64) any {
	if visible == nil {
		return nil
	}
	return visible
}

func readKey(row map[string]any, audience registry.Audience) keyed {
	k := keyed{id: valueText(row["id"]), label: valueText(row["label"]), number: valueText(row["number"]), authority: valueText(row["named"]), hidden: row["hidden"] == true}
	switch k.label {
	case "Application", "Decision":
		k.key = registry.CaseKey(valueText(row["authority"]), k.number)
	case "Network":
		k.key = registry.AcronymKey(k.number, valueText(row["lifecycle"]))
	case "Document":
		k.key = registry.DocumentKey(audience, k.number)
	case "Theme":
		k.key = k.number
	case "Award":
		k.key = registry.AwardKey(valueText(row["decision"]), valueText(row["recipient"]), textsOf(row["apart"])...)
	}
	for _, sibling := range stored.List(row["siblings"]) {
		if registry.FoldNumber(valueText(sibling)) == registry.FoldNumber(k.number) {
			k.siblings = append(k.siblings, valueText(sibling))
		}
	}
	return k
}

// keepKeys keeps the keys of records, unless another record of the type has one of them.
func (p *Page) keepKeys(ctx context.Context, all []keyed, visible []int64) error {
	seen := map[[2]string]string{} // by type and key, the record that has it
	var rows []any
	for i, k := range all {
		typed := [2]string{k.label, k.key}
		if other, known := seen[typed]; !k.hidden && (len(k.siblings) > 0 || known && other != k.id) {
			return k.doubled("")
		}
		if k.key == "" {
			continue
		}
		rows = append(rows, map[string]any{"at": i, "id": k.id, "label": k.label, "key": k.key, "hidden": k.hidden})
		if !k.hidden {
			seen[typed] = k.id
		}
	}
	if len(rows) == 0 {
		return nil
	}
	taken, err := p.Run(ctx, `
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
SET r.naturalKey = row.key
WITH r, row
MATCH (other:Record {naturalKey: row.key})
USING INDEX other:Record(naturalKey)
WHERE other <> r
  AND NOT row.hidden
  AND row.label IN labels(other)
  AND `+stored.VisibleOrAll("other")+`
RETURN row.at AS at, other.id AS other
ORDER BY at
LIMIT 1`, map[string]any{"rows": rows, "visible": orAll(visible)})
	if err != nil || len(taken) == 0 {
		return err
	}
	return all[stored.Number(taken[0]["at"])].doubled(valueText(taken[0]["other"]))
}

// doubled gives the error of a record that is another one already.
func (k keyed) doubled(other string) error {
	refusal := registry.Doubled(k.label, k.number, k.authority, other)
	return rules.Breaks([]rules.Violation{rules.Violated(k.label, k.id, refusal.Field, refusal)})
}

// keyedIn gives the ids of the records whose natural key changes of some records may have changed.
func keyedIn(wholes map[string]wholeRecord) []string {
	var ids []string
	for id, w := range wholes {
		if slices.Contains(identifiedTypes, w.label) || slices.Contains(identifiedTypes, valueText(w.properties["was"])) {
			ids = append(ids, id)
		}
	}
	return ids
}
