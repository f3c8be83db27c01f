// A shortest chain of relations in force from one record to another. Memberships, participations and parties stand between the
// organisations, networks, projects and partnerships that are its steps. There may be millions of equally short chains, so not all of them
// are made: of the first hundred that the database finds, the fewest steps and then the ids decide. Counterparts are one relationship apart
// and all others two, so where a chain goes over counterparts, one that does not may be longer and yet have fewer steps.
WITH $from AS a, $to AS b
WHERE b <> a
WITH a, b, COLLECT {
  MATCH p = allShortestPaths((a)-[:MEMBER|IN_NETWORK|PARTICIPANT|OF_PROJECT|PARTY|HAS_PARTY|COUNTERPART_OF*..20]-(b))
  WHERE all(node IN nodes(p) WHERE node = a OR passable(node))
  RETURN nodes(p)
  LIMIT 100
} AS chains
WITH a, b, chains, any(chain IN chains WHERE any(i IN range(1, size(chain) - 1) WHERE chain[i - 1]:Network AND chain[i]:Network)) AS overCounterparts
UNWIND chains + COLLECT {
  WITH a, b, overCounterparts
  WHERE overCounterparts
  MATCH p = allShortestPaths((a)-[:MEMBER|IN_NETWORK|PARTICIPANT|OF_PROJECT|PARTY|HAS_PARTY*..20]-(b))
  WHERE all(node IN nodes(p) WHERE node = a OR passable(node))
  RETURN nodes(p)
  LIMIT 100
} AS chain
WITH chain, [i IN range(0, size(chain) - 1) WHERE NOT (chain[i]:Membership OR chain[i]:Participation OR chain[i]:Party)] AS places
ORDER BY size(places), [node IN chain | coalesce(node.id, '')]
LIMIT 1
WHERE size(places) - 1 <= coalesce($maxLength, 6)
RETURN {
  length: size(places) - 1,
  steps: [i IN places | CASE
    WHEN i = 0 THEN {node: chain[0], sources: []}
    ELSE {
      node: chain[i],
      relation: CASE
        WHEN chain[i - 1]:Membership THEN 'MEMBERSHIP'
        WHEN chain[i - 1]:Participation THEN 'PARTICIPATION'
        WHEN chain[i - 1]:Party THEN 'PARTNERSHIP'
        ELSE 'COUNTERPART'
      END,
      record: CASE
        WHEN chain[i - 1]:Membership OR chain[i - 1]:Participation THEN chain[i - 1]
        WHEN chain[i - 1]:Party AND chain[i]:Partnership THEN chain[i]
        WHEN chain[i - 1]:Party THEN chain[i - 2]
      END,
      sources: COLLECT {
        WITH CASE
          WHEN chain[i - 1]:Membership OR chain[i - 1]:Participation THEN chain[i - 1]
          WHEN chain[i - 1]:Party AND NOT chain[i]:Partnership THEN chain[i - 2]
          ELSE chain[i]
        END AS backed
        MATCH (backed)-[:HAS_SOURCE]->(source:Source)
        WHERE visible(source)
        RETURN source
        ORDER BY source.id
      }
    }
  END]
} AS value
