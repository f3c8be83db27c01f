// The records of a network, with the country and whom to ask of each: itself, its memberships in force, their
// members, and what those need, offer and answer for. Memberships and what members have come by their ids, and members as their memberships.
WITH head([(this)-[:HOSTED_BY]->(host:Organisation) WHERE visible(host) | host]) AS host, COLLECT {
  MATCH (this)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Record)
  WHERE visible(m)
    AND visible(member)
    AND current(m:Membership)
  RETURN {record: m, member: member}
  ORDER BY m.id
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
  UNWIND COLLECT {
    MATCH (member)<-[:STAKEHOLDER|OFFERED_BY]-(own:Need|Offer)
    WHERE visible(own)
    RETURN own
    ORDER BY own.id
  } AS record
  RETURN {
    type: CASE WHEN record:Need THEN 'Need' ELSE 'Offer' END, record: record, country: member.country, ask: member
  } AS entry
  UNION ALL
  UNWIND members AS member
  UNWIND COLLECT {
    MATCH (member)<-[:RESPONSIBLE]-(own:Obligation)
    WHERE visible(own)
    RETURN own
    ORDER BY own.id
  } AS record
  RETURN {type: 'Obligation', record: record, country: member.country, ask: member} AS entry
} AS entries
