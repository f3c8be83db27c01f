// What lies within some steps of a record, and the relations in force between what is shown of it. Steps are memberships, participations, partnerships and counterparts. It goes on from
// what was reached by the step before, and no further once there is more than is asked for.
WITH $id AS a
WHERE a IS NOT NULL
WITH reduce(around = [{node: a, distance: 0}], step IN range(1, $depth) | around + COLLECT {
  UNWIND [one IN around WHERE one.distance = step - 1 AND size(around) <= $first | one.node] AS x
  MATCH (x)-[:MEMBER|IN_NETWORK|PARTICIPANT|OF_PROJECT|PARTY|HAS_PARTY]-(link:Membership|Participation|Party)-[:MEMBER|IN_NETWORK|PARTICIPANT|OF_PROJECT|PARTY|HAS_PARTY]-(y:Organisation|Network|Project|Partnership)
  WHERE (link:Party OR visible(link))
    AND visible(y)
    AND inForce(link:Membership)
    AND (NOT y:Partnership OR inForce(y:Partnership))
    AND underWay(y)
    AND NOT y IN [one IN around | one.node]
  WITH DISTINCT y
  ORDER BY y.sortKey, y.id
  LIMIT $first + 1
  RETURN {node: y, distance: step}
  UNION
  UNWIND [one IN around WHERE one.distance = step - 1 AND size(around) <= $first | one.node] AS x
  MATCH (x:Network)-[:COUNTERPART_OF]-(y:Network)
  WHERE visible(y)
    AND NOT y IN [one IN around | one.node]
  RETURN {node: y, distance: step}
}) AS found
WITH found[0..$first] AS nodes, size(found) > $first AS truncated
RETURN {
  nodes: nodes,
  truncated: truncated,
  edges: COLLECT {
    UNWIND nodes AS one
    WITH one.node AS x
    MATCH (x)<-[:MEMBER|PARTICIPANT|PARTY]-(link:Membership|Participation|Party)-[:IN_NETWORK|OF_PROJECT|HAS_PARTY]-(y:Network|Project|Partnership)
    WHERE y IN [other IN nodes | other.node]
      AND (link:Party OR visible(link))
      AND inForce(link:Membership)
    WITH x, y, link, CASE WHEN link:Party THEN y ELSE link END AS record
    ORDER BY x.id, y.id, link.id
    RETURN {
      from: x.id,
      to: y.id,
      relation: CASE WHEN link:Membership THEN 'MEMBERSHIP' WHEN link:Participation THEN 'PARTICIPATION' ELSE 'PARTNERSHIP' END,
      record: record,
      sources: COLLECT {
        MATCH (record)-[:HAS_SOURCE]->(source:Source)
        WHERE visible(source)
        RETURN source
        ORDER BY source.id
      }
    } AS edge
    UNION ALL
    UNWIND nodes AS one
    WITH one.node AS x
    MATCH (x:Network)-[:COUNTERPART_OF]-(y:Network)
    WHERE x.id < y.id
      AND y IN [other IN nodes | other.node]
    WITH DISTINCT x, y
    ORDER BY x.id, y.id
    RETURN {from: x.id, to: y.id, relation: 'COUNTERPART', record: null, sources: []} AS edge
  }
} AS value
