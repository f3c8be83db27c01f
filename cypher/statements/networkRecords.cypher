// The records of a network, with the country and whom to ask of each: itself, its memberships in force, their
// members, and what those need, offer and answer for.
WITH head([(this)-[:HOSTED_BY]->(host:Organisation) WHERE visible(host) | host]) AS host, COLLECT {
  MATCH (this)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Record)
  WHERE visible(m)
    AND visible(member)
    AND inForce(m:Membership)
  RETURN {record: m, member: member}
} AS memberships
WITH host, memberships, COLLECT {
  UNWIND memberships AS membership
  WITH DISTINCT membership.member AS member
  WHERE member:Organisation
  RETURN member
} AS members
WITH COLLECT {
  RETURN {
    type: 'Network', record: this, country: this.country, ask: host
  } AS entry
  UNION ALL
  UNWIND memberships AS membership
  WITH membership.record AS record, membership.member AS member
  RETURN {
    type: 'Membership', record: record, country: member.country, ask: coalesce(host, CASE WHEN member:Organisation THEN member END)
  } AS entry
  UNION ALL
  UNWIND members AS record
  RETURN {
    type: 'Organisation', record: record, country: record.country, ask: record
  } AS entry
  UNION ALL
  UNWIND members AS member
  MATCH (member)<-[:STAKEHOLDER|OFFERED_BY]-(record:Need|Offer)
  WHERE visible(record)
  RETURN {
    type: CASE WHEN record:Need THEN 'Need' ELSE 'Offer' END, record: record, country: member.country, ask: member
  } AS entry
  UNION ALL
  UNWIND members AS member
  MATCH (member)<-[:RESPONSIBLE]-(record:Obligation)
  WHERE visible(record)
  RETURN {type: 'Obligation', record: record, country: member.country, ask: member} AS entry
} AS entries
