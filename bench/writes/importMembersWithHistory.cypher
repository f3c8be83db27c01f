UNWIND $rows AS row
MATCH (n:Record {id: $network})
MATCH (s:Record {id: $source})
MATCH (account:Record {id: $account})
MERGE (o:Record {id: row.organisation})
ON CREATE SET
  o:Organisation, o += $like.Organisation, o.id = row.organisation, o.legalName = row.name, o.searchText = row.searchText, o.sortKey = row.sortKey,
  o.homepage = row.homepage, o.industryCodes = row.codes
MERGE (o)-[:HAS_IDENTIFIER]->(i:Identifier {scheme: 'SE_ON', value: row.number})
ON CREATE SET i.likeness = row.number
MERGE (o)-[:HAS_LOCATION]->(:Location {municipality: row.municipality})
MERGE (m:Record {id: row.membership})
ON CREATE SET m:Membership, m += $like.Membership, m.id = row.membership, m.validFrom = date(row.from)
MERGE (m)-[:MEMBER]->(o)
MERGE (m)-[:IN_NETWORK]->(n)
FOREACH (key IN row.keys | CREATE (o)-[:ALIKE_BY]->(:LikenessKey {key: key}))
CREATE (entered:Record:Change)
SET entered = $like.ofOrganisation, entered.id = row.entered, entered.position = row.position
CREATE (admitted:Record:Change)
SET admitted = $like.ofMembership, admitted.id = row.admitted, admitted.position = row.position + 1
CREATE (entered)-[:CHANGED]->(o)
CREATE (admitted)-[:CHANGED]->(m)
CREATE (entered)-[:RECORDED_BY]->(account)
CREATE (admitted)-[:RECORDED_BY]->(account)
CREATE (entered)-[:HAS_SOURCE]->(s)
CREATE (admitted)-[:HAS_SOURCE]->(s)
CREATE (o)-[:HAS_SOURCE]->(s)
CREATE (m)-[:HAS_SOURCE]->(s)
RETURN count(*) AS answer
