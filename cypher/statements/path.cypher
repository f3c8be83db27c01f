// A shortest chain of relations in force from one record to another. Memberships, participations and parties stand between the
// organisations, networks, projects and partnerships that are its steps. There may be millions of equally short chains, so not all of them
// are made: of the first hundred that the database finds, the fewest steps and then the ids decide.
MATCH (a:Record {id: $from})
WHERE visible(a)
  AND (a:Organisation OR a:Network OR a:Project OR a:Partnership)
MATCH (b:Record {id: $to})
WHERE b <> a
MATCH SHORTEST 100 (a) (
  (nodesBefore)-[:MEMBER|IN_NETWORK|PARTICIPANT|OF_PROJECT|PARTY|HAS_PARTY|COUNTERPART_OF]-(nodesAfter:Organisation|Network|Project|Partnership|Membership|Participation|Party)
  WHERE (nodesAfter:Party OR visible(nodesAfter))
    AND counted(nodesAfter)
    AND inForce(nodesAfter:Membership)
    AND underWay(nodesAfter)
){1,20} (b)
WITH [a] + nodesAfter AS chain
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
