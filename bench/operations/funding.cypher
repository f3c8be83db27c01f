MATCH (n:Network {acronym: $acronym})
RETURN n {
  .acronym,
  memberships: {nodes: COLLECT {
    MATCH (n)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(o:Organisation)
    WHERE (m.validFrom IS NULL OR m.validFrom <= $on)
      AND (m.validTo IS NULL OR m.validTo >= $on)
      AND coalesce(m.endStatus <> 'ENDED_DATE_UNKNOWN', true)
    WITH m, o
    ORDER BY m.validFrom, m.id
    LIMIT 50
    RETURN {member: o {
      .legalName,
      participations: {nodes: COLLECT {
        MATCH (o)<-[:PARTICIPANT]-(part:Participation)-[:OF_PROJECT]->(p:Project)
        WHERE (part.validFrom IS NULL OR part.validFrom <= $on)
          AND (part.validTo IS NULL OR part.validTo >= $on)
        WITH part, p
        ORDER BY CASE part.role WHEN 'LEAD' THEN 0 WHEN 'PROJECT_OWNER' THEN 1 WHEN 'PARTNER' THEN 2 WHEN 'ASSOCIATED' THEN 3 WHEN 'CONTRACTOR' THEN 4 WHEN 'FUNDER' THEN 5 END, part.id
        LIMIT 10
        RETURN {project: p {
          .acronym,
          awards: COLLECT {
            MATCH (p)<-[:OF_PROJECT]-(a:Award)
            WITH a
            ORDER BY CASE a.state WHEN 'CONDITIONAL' THEN 0 WHEN 'EFFECTIVE' THEN 1 WHEN 'PARTLY_PAID' THEN 2 WHEN 'FINAL_PAID' THEN 3 WHEN 'LAPSED' THEN 4 WHEN 'RECOVERED' THEN 5 END, a.id
            RETURN a {.state, funder: [(a)-[:FUNDER]->(f:Organisation) | f {.legalName}][0]}
          }
        }}
      }}
    }}
  }}
} AS answer
