// What organisations are measured by, by name: country, groups, and what ties whoever shares it: the records of relations in force, and the
// networks, projects, partnerships and programmes that these lead to. First those of the day, which may be shown; then those of the day that it
// is compared with.
UNWIND [member IN this.members | [member, $asOf, true]] + [member IN this.earlier | [member, this.comparedWith, false]] AS one
WITH one[0] AS member, one[1] AS day, one[2] AS isNow
ORDER BY isNow DESC, member.sortKey, member.id
RETURN {
  record: CASE WHEN isNow THEN member END,
  isNow: isNow,
  id: member.id,
  country: member.country,
  groups: CASE this.groupBy
    WHEN 'NETWORK' THEN COLLECT {
      MATCH (member)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(network:Network)
      WHERE (this.networks IS NULL OR network.id IN this.networks)
        AND visible(m)
        AND visible(network)
        AND inForce(m:Membership, day)
      RETURN DISTINCT network.acronym AS acronym
      ORDER BY acronym
    }
    WHEN 'NUTS' THEN COLLECT {
      MATCH (member)-[:HAS_LOCATION]->(:Location)-[:IN_AREA]->(area:Area)
      WHERE visible(area)
        AND area.codeSystem STARTS WITH 'NUTS'
        AND size(area.code) = 5
      RETURN DISTINCT area.code AS code
      ORDER BY code
    }
    ELSE [member.country]
  END,
  relations: COLLECT {
    MATCH (member)-[by:<ways>]-(at)
    WHERE relation(by) IN this.relations
      AND passable(at, day)
    // a membership or participation is of one organisation alone: it ties by what it leads to
    UNWIND CASE WHEN at:Membership OR at:Participation THEN [] ELSE [at.id] END + CASE WHEN (at:<links>) THEN COLLECT {
      MATCH (at)-[:<linked>]-(shared:Network|Project|Partnership|Programme)
      WHERE visible(shared)
        AND underWay(shared, day)
        AND (NOT shared:Partnership OR inForce(shared:Partnership, day))
      RETURN shared.id
    } ELSE [] END AS relation
    RETURN DISTINCT relation
    ORDER BY relation
  }
} AS value
