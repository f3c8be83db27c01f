// Ties on the day among the members of the network and of its counterparts. Brokers are not computed here.
WITH COLLECT {
  MATCH (this)-[:COUNTERPART_OF]-{0,1}(network:Network)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Organisation)
  WHERE network.sensitivity IN $visible
    AND m.sensitivity IN $visible
    AND member.sensitivity IN $visible
    AND NOT coalesce(m.state IN ['PROPOSED', 'DISPUTED'] OR m.validFrom > $asOf OR m.validTo < $asOf OR m.endStatus = 'ENDED_DATE_UNKNOWN', false)
  RETURN DISTINCT member
} AS members
WITH members, COLLECT {
  UNWIND members AS a
  MATCH (a)<-[:PARTY]-(:Party)<-[:HAS_PARTY]-(partnership:Partnership)-[:HAS_PARTY]->(:Party)-[:PARTY]->(b:Organisation)
  WHERE a.id < b.id
    AND b IN members
    AND partnership.sensitivity IN $visible
    AND NOT coalesce(partnership.state IN ['PROPOSED', 'DISPUTED'] OR partnership.validFrom > $asOf OR partnership.validTo < $asOf OR partnership.endStatus = 'ENDED_DATE_UNKNOWN', false)
  RETURN [a, b] AS tie
  UNION
  UNWIND members AS a
  MATCH (a)<-[:PARTICIPANT]-(p:Participation)-[:OF_PROJECT]->(project:Project)<-[:OF_PROJECT]-(q:Participation)-[:PARTICIPANT]->(b:Organisation)
  WHERE a.id < b.id
    AND b IN members
    AND p.sensitivity IN $visible
    AND q.sensitivity IN $visible
    AND project.sensitivity IN $visible
    AND NOT coalesce(p.validFrom > $asOf OR p.validTo < $asOf OR q.validFrom > $asOf OR q.validTo < $asOf, false)
    AND NOT coalesce(coalesce(project.actualFrom, project.plannedFrom) > $asOf OR coalesce(project.actualTo, project.plannedTo) < $asOf, false)
  RETURN [a, b] AS tie
} AS ties, COLLECT {
  UNWIND members AS member
  WITH DISTINCT members, member.country AS country
  WHERE country IS NOT NULL
  RETURN size([m IN members WHERE m.country = country])
} AS groups
WITH size(members) AS organisations, size(ties) AS ties,
  size([tie IN ties WHERE tie[0].country <> tie[1].country]) AS across,
  size([tie IN ties WHERE tie[0].country = tie[1].country]) AS within,
  reduce(sum = 0, size IN groups | sum + size) AS known,
  reduce(sum = 0, size IN groups | sum + size * (size - 1) / 2) AS pairsWithin
WITH *, known * (known - 1) / 2 AS pairs
WITH *, pairs - pairsWithin AS pairsAcross
RETURN {
  organisations: organisations,
  ties: ties,
  crossBorderTies: across,
  crossBorderDensity: CASE WHEN pairsAcross > 0 THEN toFloat(across) / pairsAcross END,
  eiIndex: CASE WHEN across + within > 0 THEN toFloat(across - within) / (across + within) END,
  eiIndexExpected: CASE WHEN pairs > 0 THEN toFloat(pairsAcross - pairsWithin) / pairs END
} AS value
