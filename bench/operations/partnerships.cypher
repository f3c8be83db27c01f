MATCH (p:Partnership)
WHERE p.validFrom <= $on
  AND (p.validTo IS NULL OR p.validTo >= $on)
  AND coalesce(p.endStatus <> 'ENDED_DATE_UNKNOWN', true)
  AND EXISTS {
    MATCH (a:Organisation)<-[:PARTY]-(:Party)<-[:HAS_PARTY]-(p)-[:HAS_PARTY]->(:Party)-[:PARTY]->(b:Organisation)
    WHERE a.country < b.country
  }
WITH p
ORDER BY p.validFrom DESC, p.id
LIMIT 25
RETURN {nodes: collect(p {
  .id, .title, .validFrom, .validTo,
  state: CASE WHEN all(said IN [(p)-[:HAS_PARTY]->(party:Party) | party.confirmation] WHERE said = 'CONFIRMED') THEN 'ACTIVE' ELSE p.state END,
  parties: COLLECT {
    MATCH (p)-[:HAS_PARTY]->(party:Party)
    WITH party
    ORDER BY party.position
    RETURN party {.role, .confirmation, party: [(party)-[:PARTY]->(o:Organisation) | o {.id, .legalName, .country}][0]}
  },
  arisesFrom: [(p)-[:ARISES_FROM]->(project:Project) | project {.acronym}][0]
})} AS answer
