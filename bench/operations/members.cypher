MATCH (n:Network {acronym: $acronym})
RETURN n {
  .id, .acronym, .name,
  memberships: {nodes: COLLECT {
    MATCH (n)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(o:Organisation)
    WHERE (m.validFrom IS NULL OR m.validFrom <= $on)
      AND (m.validTo IS NULL OR m.validTo >= $on)
      AND coalesce(m.endStatus <> 'ENDED_DATE_UNKNOWN', true)
    WITH m, o
    ORDER BY o.sortKey, m.id
    LIMIT 50
    RETURN m {.role, .state, .validFrom, member: o {.id, .legalName, .country, .sectorType}}
  }}
} AS answer
