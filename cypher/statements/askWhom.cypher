// Whom to ask next about a record that something is wrong with.
WITH this.askWhom AS known, this.about AS record
RETURN CASE
  WHEN known IS NOT NULL THEN known
  WHEN record:Organisation THEN record
  WHEN record:Network THEN head([(record)-[:HOSTED_BY]->(host:Organisation) WHERE visible(host) | host])
  WHEN record:Membership THEN coalesce(head([(record)-[:IN_NETWORK]->()-[:HOSTED_BY]->(host:Organisation) WHERE visible(host) | host]),
    head([(record)-[:MEMBER]->(member:Organisation) WHERE visible(member) | member]))
  WHEN record:Need OR record:Offer THEN head([(record)-[:STAKEHOLDER|OFFERED_BY]->(of:Organisation) WHERE visible(of) | of])
  WHEN record:Partnership THEN head(COLLECT {
    MATCH (record)-[:HAS_PARTY]->(party:Party)-[:PARTY]->(asked:Organisation)
    WHERE visible(asked)
    RETURN asked
    ORDER BY party.confirmation = 'CONFIRMED', party.position, asked.id
  })
  ELSE coalesce(head([(record)-[:RESPONSIBLE]->(asked:Organisation) WHERE visible(asked) | asked]), head(COLLECT {
    MATCH (record)-[:OF_PROJECT]->{0,1}(project:Project)<-[:OF_PROJECT]-(p:Participation)-[:PARTICIPANT]->(asked:Organisation)
    WHERE p.role IN ['LEAD', 'PROJECT_OWNER']
      AND visible(project)
      AND visible(p)
      AND visible(asked)
    RETURN asked
    ORDER BY p.role, asked.id
  }))
END AS value
