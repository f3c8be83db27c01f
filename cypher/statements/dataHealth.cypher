// What is expected of the network, its memberships in force and its members, and what is wrong with them, the most pressing kind first.
WITH COLLECT {
  MATCH (this)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Record)
  WHERE visible(m)
    AND visible(member)
    AND inForce(m:Membership)
  RETURN {record: m, member: member}
} AS memberships,
head([(this)-[:HOSTED_BY]->(host:Organisation) WHERE visible(host) | host]) AS host
WITH COLLECT {
  RETURN {
    record: this, ask: host,
    missing: [field IN ['name', 'country', 'mission'] WHERE this[field] IS NULL] + CASE WHEN host IS NULL THEN ['host'] ELSE [] END,
    expected: 4
  } AS entry
  UNION ALL
  UNWIND memberships AS membership
  WITH membership.record AS record, membership.member AS member
  RETURN {
    record: record, ask: CASE WHEN member:Organisation THEN member ELSE host END,
    missing: [field IN ['validFrom', 'lastConfirmedOn'] WHERE record[field] IS NULL],
    expected: 2
  } AS entry
  UNION ALL
  UNWIND memberships AS membership
  WITH DISTINCT membership.member AS record
  WHERE record:Organisation
  RETURN {
    record: record, ask: record,
    missing: [field IN ['country', 'sectorType', 'sizeClass'] WHERE record[field] IS NULL]
      + CASE WHEN EXISTS { (record)-[:HAS_IDENTIFIER]->() } THEN [] ELSE ['identifiers'] END
      + CASE WHEN EXISTS { (record)-[:HAS_LOCATION]->() } THEN [] ELSE ['location'] END,
    expected: 5
  } AS entry
} AS entries
WITH entries, COLLECT {
  UNWIND entries AS entry
  WITH entry.record AS record, entry.ask AS ask, entry.missing AS missing
  UNWIND COLLECT {
      MATCH (record)-[:HAS_CLAIM]->(claim:Claim)-[:HAS_SOURCE]->(source:Source)
      MATCH (record)-[:HAS_CLAIM]->(other:Claim)-[:HAS_SOURCE]->(otherSource:Source)
      WHERE claim.field = other.field
        AND claim.value < other.value
        AND visible(source)
        AND visible(otherSource)
      RETURN DISTINCT ['CONTRADICTED', 0, claim.field]
    }
    + CASE WHEN EXISTS { MATCH (record)-[:POSSIBLE_DUPLICATE_OF]-(other:Organisation) WHERE visible(other) } THEN [['POSSIBLE_DUPLICATE', 1, null]] ELSE [] END
    + CASE WHEN record:Membership AND record.state IN ['PROPOSED', 'CLAIMED'] THEN [['UNVERIFIED', 2, 'state']] ELSE [] END
    + CASE WHEN record.lastConfirmedOn < $asOf - duration({years: 1}) THEN [['STALE', 3, 'lastConfirmedOn']] ELSE [] END
    + COLLECT {
      UNWIND missing + [u IN coalesce(record.unknown, []) | split(u, ':')[0]] AS field
      RETURN DISTINCT ['INCOMPLETE', 4, field]
    } AS issue
  WITH record, ask, issue
  ORDER BY issue[1], record.id, issue[2]
  RETURN {kind: issue[0], field: issue[2], about: record, askWhom: ask}
} AS issues,
reduce(sum = 0, entry IN entries | sum + entry.expected) AS expected,
reduce(sum = 0, entry IN entries | sum + size(entry.missing)) AS missing
RETURN {records: size(entries), completeness: toFloat(expected - missing) / expected, issues: issues} AS value
