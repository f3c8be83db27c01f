// A shortest chain of relations in force from one record to another. Links, such as memberships and awards, stand between the records that are
// its steps. There may be millions of equally short chains, so not all of them are made: of the first hundred that the database finds, the
// fewest steps and then the ids decide. Some relations are one relationship long and all others two, so where a chain goes by one of the
// former, one that does not may be longer and yet have fewer steps.
WITH $from AS a, $to AS b
WHERE b <> a
WITH reduce(chains = null, allowed IN [$relations, [relation IN $relations WHERE NOT relation IN [<straight>]]] | CASE
  WHEN chains IS NULL OR any(chain IN chains WHERE any(by IN chain.relations WHERE by IN [<straight>])) THEN coalesce(chains, []) + COLLECT {
    MATCH p = allShortestPaths((a)-[:<ways>*..20]-(b))
    WHERE all(node IN nodes(p) WHERE node = a OR passable(node))
      AND all(r IN relationships(p) WHERE relation(r) IN allowed)
    RETURN {nodes: nodes(p), relations: [r IN relationships(p) | relation(r)]}
    LIMIT 100
  }
  ELSE chains
END) AS chains
UNWIND chains AS found
WITH found.nodes AS chain, found.relations AS relations
WITH chain, relations, [i IN range(0, size(chain) - 1) WHERE NOT (chain[i]:<links>)] AS places
ORDER BY size(places), [node IN chain | coalesce(node.id, '')]
LIMIT 1
WHERE size(places) - 1 <= coalesce($maxLength, 6)
RETURN {
  length: size(places) - 1,
  steps: [i IN places | CASE
    WHEN i = 0 THEN {node: chain[0], sources: []}
    ELSE {
      node: chain[i],
      relation: relations[i - 1],
      record: CASE
        WHEN chain[i - 1]:Party AND chain[i]:Partnership THEN chain[i]
        WHEN chain[i - 1]:Party THEN chain[i - 2]
        WHEN (chain[i - 1]:<links>) THEN chain[i - 1]
      END,
      sources: COLLECT {
        WITH CASE
          WHEN chain[i - 1]:Party AND NOT chain[i]:Partnership THEN chain[i - 2]
          WHEN (chain[i - 1]:<links>) AND NOT chain[i - 1]:Party THEN chain[i - 1]
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
