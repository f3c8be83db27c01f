MERGE (lock:Lock {name: 'ledger'})
SET lock.position = coalesce(lock.position, 0) + 1
WITH lock
MATCH (member:Record {id: $member})
MATCH (network:Record {id: $network})
MATCH (source:Record {id: $source})
CREATE (m:Record:Membership {
  id: $id, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  role: 'MEMBER', state: 'ACTIVE', validFrom: date('2025-06-01')
})
CREATE (m)-[:MEMBER]->(member)
CREATE (m)-[:IN_NETWORK]->(network)
CREATE (m)-[:HAS_SOURCE]->(source)
CREATE (c:Record:Change {
  id: $change, position: lock.position, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  at: $now, actor: 'by hand', action: 'admitMember', fields: []
})
CREATE (c)-[:CHANGED]->(m)
CREATE (c)-[:HAS_SOURCE]->(source)
RETURN m {.id, .state} AS answer
