MATCH (stakeholder:Record {id: $stakeholder})
MATCH (theme:Theme {code: $theme})
MATCH (source:Record {id: $source})
CREATE (n:Record:Need {
  id: $id, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  statement: $statement, searchText: toLower($statement), urgency: 'HIGH', state: 'OPEN', validFrom: date(), expiresOn: date() + duration({years: 1})
})
CREATE (n)-[:STAKEHOLDER]->(stakeholder)
CREATE (n)-[:HAS_THEME]->(theme)
CREATE (n)-[:HAS_SOURCE]->(source)
CREATE (c:Record:Change {
  id: $change, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  at: $now, actor: 'by hand', action: 'recordNeed', fields: []
})
CREATE (c)-[:CHANGED]->(n)
CREATE (c)-[:HAS_SOURCE]->(source)
WITH n, c
MERGE (lock:Lock {name: 'ledger'})
SET lock.position = coalesce(lock.position, 0) + 1
SET c.position = lock.position
RETURN n {.id, .state} AS answer
