// The records of the whole register, or of one side of the border, with the country and whom to ask of each: those of a type by their ids, so
// that their order does not hang on where the database has put them.
WITH COLLECT {
  MATCH (record:Organisation)
  WHERE visible(record)
  WITH record
  ORDER BY record.id
  RETURN {
    type: 'Organisation', record: record, country: record.country, ask: record
  } AS entry
  UNION ALL
  MATCH (record:Network)
  WHERE visible(record)
  WITH record, head([(record)-[:HOSTED_BY]->(host:Organisation) WHERE visible(host) | host]) AS host
  ORDER BY record.id
  RETURN {
    type: 'Network', record: record, country: record.country, ask: host
  } AS entry
  UNION ALL
  MATCH (network:Network)<-[:IN_NETWORK]-(record:Membership)-[:MEMBER]->(member:Record)
  WHERE visible(network)
    AND visible(record)
    AND visible(member)
    AND current(record:Membership)
  WITH network, record, member
  ORDER BY record.id
  RETURN {
    type: 'Membership', record: record, country: member.country,
    ask: coalesce(head([(network)-[:HOSTED_BY]->(host:Organisation) WHERE visible(host) | host]), CASE WHEN member:Organisation THEN member END)
  } AS entry
  UNION ALL
  MATCH (record:Partnership)
  WHERE visible(record)
    AND current(record:Partnership)
  WITH record
  ORDER BY record.id
  RETURN {
    type: 'Partnership', record: record, country: null,
    ask: head(COLLECT {
      MATCH (record)-[:HAS_PARTY]->(party:Party)-[:PARTY]->(asked:Organisation)
      WHERE visible(asked)
      RETURN asked
      ORDER BY party.confirmation = 'CONFIRMED', party.position, asked.id
    })
  } AS entry
  UNION ALL
  MATCH (record:Project)
  WHERE visible(record)
  WITH record
  ORDER BY record.id
  RETURN {
    type: 'Project', record: record, country: null,
    ask: head(COLLECT {
      MATCH (record)<-[:OF_PROJECT]-(p:Participation)-[:PARTICIPANT]->(asked:Organisation)
      WHERE p.role IN ['LEAD', 'PROJECT_OWNER']
        AND visible(p)
        AND visible(asked)
      RETURN asked
      ORDER BY p.role, asked.id
    })
  } AS entry
  UNION ALL
  MATCH (record:Need|Offer)-[:STAKEHOLDER|OFFERED_BY]->(of:Organisation|TargetGroup)
  WHERE visible(record)
    AND visible(of)
  WITH record, of
  ORDER BY record:Need DESC, record.id
  RETURN {
    type: CASE WHEN record:Need THEN 'Need' ELSE 'Offer' END, record: record, country: of.country, ask: CASE WHEN of:Organisation THEN of END
  } AS entry
  UNION ALL
  MATCH (record:Obligation)
  WHERE visible(record)
  WITH record, head([(record)-[:RESPONSIBLE]->(asked:Organisation) WHERE visible(asked) | asked]) AS responsible
  ORDER BY record.id
  RETURN {
    type: 'Obligation', record: record, country: responsible.country,
    ask: coalesce(responsible, head(COLLECT {
      MATCH (record)-[:OF_PROJECT]->(project:Project)<-[:OF_PROJECT]-(p:Participation)-[:PARTICIPANT]->(asked:Organisation)
      WHERE p.role IN ['LEAD', 'PROJECT_OWNER']
        AND visible(project)
        AND visible(p)
        AND visible(asked)
      RETURN asked
      ORDER BY p.role, asked.id
    }))
  } AS entry
} AS all
WITH [entry IN all WHERE $country IS NULL OR entry.country = $country] AS entries
