// What decides how the viewer may speak for a party of a partnership. Like all rights it is of the real today, whatever day is asked about.
MATCH (this)-[:PARTY]->(party:Record)
RETURN {
  account: $viewer.account,
  roles: $viewer.roles,
  readOnly: $viewer.readOnly,
  party: party.id,
  isNetwork: party:Network,
  networks: CASE WHEN party:Network THEN [party.id] ELSE COLLECT {
    MATCH (party)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(network:Network)
    WHERE inForce(m:Membership, $today)
    RETURN DISTINCT network.id
  } END,
  represented: EXISTS {
    MATCH (party)<-[:OVER]-(grant:Grant {role: 'REPRESENTATIVE', state: 'ACTIVE'})-[:GRANTEE]->(:Account {state: 'ACTIVE'})
    WHERE inForce(grant:Grant, $today)
  }
} AS value
