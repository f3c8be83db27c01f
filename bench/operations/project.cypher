MATCH (p:Project {acronym: $acronym})
RETURN p {
  .id, .acronym, .title, .plannedFrom, .plannedTo,
  participations: {nodes: COLLECT {
    MATCH (p)<-[:OF_PROJECT]-(part:Participation)-[:PARTICIPANT]->(o:Organisation)
    WHERE (part.validFrom IS NULL OR part.validFrom <= $on)
      AND (part.validTo IS NULL OR part.validTo >= $on)
    WITH part, o
    ORDER BY CASE part.role WHEN 'LEAD' THEN 0 WHEN 'PROJECT_OWNER' THEN 1 WHEN 'PARTNER' THEN 2 WHEN 'ASSOCIATED' THEN 3 WHEN 'CONTRACTOR' THEN 4 WHEN 'FUNDER' THEN 5 END, part.id
    LIMIT 25
    RETURN part {.role, organisation: o {.id, .legalName, .country}}
  }},
  awards: COLLECT {
    MATCH (p)<-[:OF_PROJECT]-(a:Award)
    WITH a
    ORDER BY CASE a.state WHEN 'CONDITIONAL' THEN 0 WHEN 'EFFECTIVE' THEN 1 WHEN 'PARTLY_PAID' THEN 2 WHEN 'FINAL_PAID' THEN 3 WHEN 'LAPSED' THEN 4 WHEN 'RECOVERED' THEN 5 END, a.id
    RETURN a {
      .id, .state, .aidRate,
      funder: [(a)-[:FUNDER]->(f:Organisation) | f {.id, .legalName}][0],
      decision: [(a)-[:GRANTED_BY]->(d:Decision) | d {
        .caseNumber, .outcome, .decidedOn,
        madeBy: [(d)-[:MADE_BY]->(m:Organisation) | m {.legalName}][0]
      }][0]
    }
  }
} AS answer
