package rules

import (
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
