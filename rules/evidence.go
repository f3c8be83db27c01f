package rules

import "partnernet/registry"

// evidence is asked of an indicator or output and each document that counts toward it, when one of them was touched.
var evidence = Group{
	On:      []string{"EVIDENCED_BY", "Document", "Indicator", "Output"},
	byLinks: true,
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Document|Indicator|Output) {id: id})
UNWIND CASE
  WHEN touched:Document THEN [(touched)<-[:EVIDENCED_BY]-(counts:Indicator|Output) | counts]
  ELSE [touched]
END AS r
WITH DISTINCT r
MATCH (r)-[:EVIDENCED_BY]->(d:Document)
WHERE ` + seen("d") + `
RETURN {id: r.id, type: CASE WHEN r:Output THEN 'Output' ELSE 'Indicator' END, with: d.id, unit: r.unit, output: CASE WHEN r:Output THEN r.type END,
  document: d.type, alike: EXISTS {
    MATCH (r)-[:EVIDENCED_BY]->(other:Document)
    WHERE other.id < d.id
      AND other.audience IN [0, d.audience]
      AND toLower(other.title) = toLower(d.title)
      AND all(name IN ['reference', 'publishedOn', 'url', 'sha256'] WHERE coalesce(toString(other[name]), '') = coalesce(toString(d[name]), ''))
  }} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleEvidenceType}, Field: "evidence", check: func(r row) error {
			counted := registry.CountedByUnit(r.text("unit"))
			if r.text("type") == "Output" {
				counted = registry.CountedByOutput(r.text("output"))
			}
			return registry.CheckEvidence(counted, registry.DocumentType(r.text("document")))
		}},
		{Rules: []string{registry.RuleEvidenceTwice}, Field: "evidence", check: func(r row) error {
			alike, _ := r["alike"].(bool)
			return registry.CheckEvidenceOnce(alike)
		}},
	},
}
