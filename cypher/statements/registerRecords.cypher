// The records of the whole register, or of one side of the border, with the country and what is missing of each: those of a type by their ids, so
// that their order does not hang on where the database has put them.
WITH COLLECT {
  MATCH (record:Organisation)
  WHERE visible(record)
    AND ($country IS NULL OR record.country = $country)
  WITH record
  ORDER BY record.id
  RETURN {type: 'Organisation', record: record, country: record.country, missing: missing(record:Organisation)} AS entry
  UNION ALL
  MATCH (record:Network)
  WHERE visible(record)
    AND ($country IS NULL OR record.country = $country)
  WITH record
  ORDER BY record.id
  RETURN {type: 'Network', record: record, country: record.country, missing: missing(record:Network)} AS entry
  UNION ALL
  MATCH (network:Network)<-[:IN_NETWORK]-(record:Membership)-[:MEMBER]->(member:Record)
  WHERE visible(network)
    AND visible(record)
    AND visible(member)
    AND current(record:Membership)
    AND ($country IS NULL OR member.country = $country)
  WITH record, member
  ORDER BY record.id
  RETURN {type: 'Membership', record: record, country: member.country, missing: missing(record:Membership)} AS entry
  UNION ALL
  MATCH (record:Partnership)
  WHERE visible(record)
    AND current(record:Partnership)
    AND $country IS NULL
  WITH record
  ORDER BY record.id
  RETURN {type: 'Partnership', record: record, country: null, missing: missing(record:Partnership)} AS entry
  UNION ALL
  MATCH (record:Project)
  WHERE visible(record)
    AND $country IS NULL
  WITH record
  ORDER BY record.id
  RETURN {type: 'Project', record: record, country: null, missing: missing(record:Project)} AS entry
  UNION ALL
  MATCH (record:Need)-[:STAKEHOLDER]->(of:Organisation|TargetGroup)
  WHERE visible(record)
    AND visible(of)
    AND ($country IS NULL OR of.country = $country)
  WITH record, of
  ORDER BY record.id
  RETURN {type: 'Need', record: record, country: of.country, missing: missing(record:Need)} AS entry
  UNION ALL
  MATCH (record:Offer)-[:OFFERED_BY]->(of:Organisation|TargetGroup)
  WHERE visible(record)
    AND visible(of)
    AND ($country IS NULL OR of.country = $country)
  WITH record, of
  ORDER BY record.id
  RETURN {type: 'Offer', record: record, country: of.country, missing: missing(record:Offer)} AS entry
  UNION ALL
  MATCH (record:Obligation)
  WHERE visible(record)
  WITH record, head([(record)-[:RESPONSIBLE]->(responsible:Organisation) WHERE visible(responsible) | responsible]) AS responsible
  WHERE $country IS NULL
     OR responsible.country = $country
  WITH record, responsible
  ORDER BY record.id
  RETURN {type: 'Obligation', record: record, country: responsible.country, missing: missing(record:Obligation)} AS entry
} AS entries
