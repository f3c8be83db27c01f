// What was held when another source said otherwise is marked: its source is not that of the change by which it became a claim.
MATCH (record:Record)-[:HAS_CLAIM]->(claim:Claim)-[:HAS_SOURCE]->(source:Source)
WHERE EXISTS { (record)<-[:CHANGED]-(change:Change WHERE change.at = claim.recordedAt AND change.carries IS NULL) }
  AND NOT EXISTS { (record)<-[:CHANGED]-(change:Change WHERE change.at = claim.recordedAt)-[:HAS_SOURCE]->(source) }
SET claim.held = true;
