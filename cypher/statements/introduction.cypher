// A shortest chain of relations in force from the organisation with the need to the one with the offer, by memberships, participations, partnerships and counterparts.
// Of equals the first ten that are found are compared, as there may be very many.
WITH this.need AS need, this.offer AS offer
MATCH (need)-[:STAKEHOLDER]->(a:Organisation)
MATCH (offer)-[:OFFERED_BY]->(b:Organisation)
WHERE b <> a
MATCH p = allShortestPaths((a)-[:MEMBER|IN_NETWORK|PARTICIPANT|OF_PROJECT|PARTY|HAS_PARTY|COUNTERPART_OF*..20]-(b))
WHERE all(node IN nodes(p) WHERE node = a OR passable(node))
WITH nodes(p) AS chain
LIMIT 10
WITH chain, [node IN chain WHERE NOT (node:Membership OR node:Participation OR node:Party)] AS steps
ORDER BY size(steps), [node IN steps | node.id]
LIMIT 1
RETURN {
  length: size(steps) - 1,
  steps: steps,
  sources: COLLECT {
    UNWIND [node IN chain WHERE node:Membership OR node:Participation OR node:Partnership] AS relation
    MATCH (relation)-[:HAS_SOURCE]->(source:Source)
    WHERE visible(source)
    WITH DISTINCT source
    RETURN source
    ORDER BY source.id
  }
} AS value
