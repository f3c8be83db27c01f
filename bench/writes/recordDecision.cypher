MERGE (lock:Lock {name: 'ledger'})
SET lock.position = coalesce(lock.position, 0) + 4
WITH lock
MATCH (application:Record {id: $application})-[:OF_PROJECT]->(project:Project)
MATCH (recipient:Record {id: $recipient})
MATCH (source:Record {id: $source})
SET application.state = 'GRANTED', application.version = application.version + 1
CREATE (d:Record:Decision {
  id: $id, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  caseNumber: $caseNumber, outcome: 'GRANTED', decidedOn: date('2025-05-02'), items: []
})
CREATE (a:Record:Award {
  id: $award, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  aidRate: '0.35', capMinorUnits: 10000000, capCurrency: 'SEK', costBasis: 'REPORTED_AND_APPROVED', state: 'EFFECTIVE'
})
CREATE (t:Record:Condition {
  id: $condition, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  type: 'REPORTING', text: 'A report is due.', status: 'OPEN'
})
CREATE (d)-[:DECIDES]->(application)
CREATE (a)-[:GRANTED_BY]->(d)
CREATE (a)-[:OF_PROJECT]->(project)
CREATE (a)-[:RECIPIENT]->(recipient)
CREATE (t)-[:OF_AWARD]->(a)
WITH lock, d, source, [d, a, t, application] AS subjects
UNWIND range(0, 3) AS i
WITH lock, d, source, subjects[i] AS subject, i
CREATE (subject)-[:HAS_SOURCE]->(source)
CREATE (c:Record:Change {
  id: $change + i, position: lock.position - 3 + i, version: 1, audience: 0, createdAt: $now, updatedAt: $now,
  at: $now, actor: 'by hand', action: 'recordDecision', fields: []
})
CREATE (c)-[:CHANGED]->(subject)
CREATE (c)-[:HAS_SOURCE]->(source)
WITH DISTINCT d
RETURN d {.id, .outcome} AS answer
