// Ties on the day among the members of the network and of its counterparts. Brokers are not computed here.
WITH COLLECT {
  MATCH (this)-[:COUNTERPART_OF]-{0,1}(network:Network)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Organisation)
  WHERE visible(network)
    AND visible(m)
    AND visible(member)
    AND counted(m) AND inForce(m:Membership)
  RETURN DISTINCT member
} AS members
WITH members, COLLECT {
  UNWIND members AS a
  MATCH (a)<-[:PARTY]-(:Party)<-[:HAS_PARTY]-(partnership:Partnership)-[:HAS_PARTY]->(:Party)-[:PARTY]->(b:Organisation)
  WHERE a.id < b.id
    AND b IN members
    AND visible(partnership)
    AND counted(partnership) AND inForce(partnership:Partnership)
  RETURN [a, b] AS tie
  UNION
  UNWIND members AS a
  MATCH (a)<-[:PARTICIPANT]-(p:Participation)-[:OF_PROJECT]->(project:Project)<-[:OF_PROJECT]-(q:Participation)-[:PARTICIPANT]->(b:Organisation)
  WHERE a.id < b.id
    AND b IN members
    AND visible(p)
    AND visible(q)
    AND visible(project)
    AND inForce(p:Participation) AND inForce(q:Participation)
    AND underWay(project)
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
