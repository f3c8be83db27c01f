// What lies within some steps of a record by the relations that are asked for, and those relations between what is shown of it. It goes on from
// what was reached by the step before, and no further once there is more than is asked for.
WITH $id AS a
WHERE a IS NOT NULL
WITH reduce(around = [{node: a, distance: 0}], step IN range(1, $depth) | around + COLLECT {
  UNWIND [one IN around WHERE one.distance = step - 1 AND size(around) <= $first | one.node] AS x
  MATCH (x)-[by:<ways>]-(at)
  WHERE relation(by) IN $relations
    AND passable(at)
  UNWIND CASE WHEN (at:<links>) THEN COLLECT {
    MATCH (at)-[:<linked>]-(reached)
    WHERE visible(reached)
      AND underWay(reached)
      AND (NOT reached:Partnership OR inForce(reached:Partnership))
    RETURN reached
  } ELSE [at] END AS y
  WITH DISTINCT y
  WHERE (y:Organisation|Network|Project|Partnership|Programme)
    AND NOT y IN [one IN around | one.node]
  ORDER BY y.sortKey, y.id
  LIMIT $first + 1
  RETURN {node: y, distance: step}
}) AS found
WITH found[0..$first] AS nodes, size(found) > $first AS truncated
RETURN {
  nodes: nodes,
  truncated: truncated,
  edges: COLLECT {
    UNWIND nodes AS one
    WITH one.node AS x
    MATCH (x)-[by:<linked>]-(link:<links>)-[to:<linked>]-(y:Organisation|Network|Project|Partnership|Programme)
    WHERE y IN [other IN nodes | other.node]
      AND relation(by) IN $relations
      AND place(by) < place(to)
      AND passable(link)
    WITH x, y, link, relation(by) AS relation, CASE WHEN link:Party THEN y ELSE link END AS record
    ORDER BY x.id, y.id, link.id
    RETURN {
      from: x.id,
      to: y.id,
      relation: relation,
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
    MATCH (x)-[by:<ways>]-(y:Organisation|Network|Project|Partnership|Programme)
    WHERE y IN [other IN nodes | other.node]
      AND relation(by) IN [<straight>]
      AND relation(by) IN $relations
      AND CASE relation(by) WHEN 'COUNTERPART' THEN x.id < y.id ELSE x = startNode(by) END
    WITH DISTINCT x, y, relation(by) AS relation
    ORDER BY x.id, y.id, relation
    RETURN {from: x.id, to: y.id, relation: relation, record: null, sources: []} AS edge
  }
} AS value
