package rules

import (
	"slices"

	"partnernet/registry"
)

// numbers are asked of an organisation that is held, among those that the same people see. What of it whoever writes sees, the ledger asks where numbers are entered, and where more people
// come to see one.
var numbers = Group{
	On:       []string{"Organisation"},
	ofStored: true,
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Organisation {id: id})-[:HAS_IDENTIFIER]->(mine:Identifier)
MATCH (theirs:Identifier {scheme: mine.scheme, value: mine.value})
USING INDEX theirs:Identifier(scheme, value)
MATCH (theirs)<-[:HAS_IDENTIFIER]-(other:Organisation)
WHERE other <> r
  AND other.audience = r.audience
  AND ` + seen("other") + `
RETURN {id: r.id, type: 'Organisation', with: other.id, scheme: mine.scheme, value: mine.value, name: other.legalName} AS row
ORDER BY row.id, row.with, row.scheme`,
	Rules: []Beside{{Rules: []string{registry.RuleUnique}, Field: "identifiers", check: func(r row) error {
		return registry.NumberOfTwo(registry.Identifier{Scheme: registry.Scheme(r.text("scheme")), Value: r.text("value")}, r.text("name"))
	}}},
}

// doubles are asked of what is held and is identified by something else than its id, among those that the same people see. Where it is written, the ledger asks as it keeps what identifies
// records: whoever entered the second of two may not have seen the first.
var doubles = Group{
	On: []string{"Application", "Decision", "Award", "Network", "Document", "Theme"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&(Application|Decision|Award|Network|Document|Theme) {id: id})
WITH r, head([label IN labels(r) WHERE label <> 'Record']) AS type,
  head([(r)-[:MADE_BY]->(o:Record) | o] + [(r)-[:DECIDES]->(:Application)-[:APPLIED_TO]->(o:Record) | o] + [(r)-[:APPLIED_TO]->(o:Record) | o]) AS authority
UNWIND COLLECT {
  MATCH (other:Record {naturalKey: r.naturalKey})
  USING INDEX other:Record(naturalKey)
  RETURN {other: other, identified: true} AS double
  UNION
  MATCH (r:Decision)-[:DECIDES]->(:Application)<-[:DECIDES]-(other:Decision)
  RETURN {other: other, identified: false} AS double
} AS double
WITH r, type, authority, double.other AS other, double.identified AS identified
WHERE other <> r
  AND type IN labels(other)
  AND other.audience = r.audience
  AND ` + seen("other") + `
RETURN {id: r.id, type: type, with: other.id, identified: identified, number: coalesce(r.caseNumber, r.acronym, r.sha256, r.code), others: other.caseNumber,
  authority: coalesce(authority.legalName, authority.name)} AS row
ORDER BY row.id, row.with, NOT row.identified`,
	Rules: []Beside{{
		Rules: slices.Concat(registry.NaturalKeyRules, []string{registry.RuleUnique}),
		check: func(r row) error {
			if identified, _ := r["identified"].(bool); !identified && registry.FoldNumber(r.text("number")) != registry.FoldNumber(r.text("others")) {
				return nil
			}
			return registry.Doubled(r.text("type"), r.text("number"), r.text("authority"), r.text("with"))
		},
	}},
}
