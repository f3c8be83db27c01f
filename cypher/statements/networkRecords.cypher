// The records of a network, with the country and what is missing of each: itself, its memberships in force, their
// members, and what those need, offer and answer for. Memberships and what members have come by their ids, and members as their memberships.
WITH COLLECT {
  MATCH (this)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Record)
  WHERE visible(m)
    AND visible(member)
    AND current(m:Membership)
  RETURN {record: m, member: member}
  ORDER BY m.id
} AS memberships
WITH memberships, COLLECT {
  UNWIND memberships AS membership
  WITH DISTINCT membership.member AS member
  WHERE member:Organisation
  RETURN member
} AS members
WITH COLLECT {
  RETURN {type: 'Network', record: this, country: this.country, missing: missing(this:Network)} AS entry
  UNION ALL
  UNWIND memberships AS membership
  WITH membership.record AS record, membership.member AS member
  RETURN {type: 'Membership', record: record, country: member.country, missing: missing(record:Membership)} AS entry
  UNION ALL
  UNWIND members AS record
  RETURN {type: 'Organisation', record: record, country: record.country, missing: missing(record:Organisation)} AS entry
  UNION ALL
  UNWIND members AS member
  UNWIND COLLECT {
    MATCH (member)<-[:STAKEHOLDER]-(own:Need)
    WHERE visible(own)
    RETURN own
    ORDER BY own.id
  } AS record
  RETURN {type: 'Need', record: record, country: member.country, missing: missing(record:Need)} AS entry
  UNION ALL
  UNWIND members AS member
  UNWIND COLLECT {
    MATCH (member)<-[:OFFERED_BY]-(own:Offer)
    WHERE visible(own)
    RETURN own
    ORDER BY own.id
  } AS record
  RETURN {type: 'Offer', record: record, country: member.country, missing: missing(record:Offer)} AS entry
  UNION ALL
  UNWIND members AS member
  UNWIND COLLECT {
    MATCH (member)<-[:RESPONSIBLE]-(own:Obligation)
    WHERE visible(own)
    RETURN own
    ORDER BY own.id
  } AS record
  RETURN {type: 'Obligation', record: record, country: member.country, missing: missing(record:Obligation)} AS entry
} AS entries
