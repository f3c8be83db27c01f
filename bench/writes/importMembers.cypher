UNWIND $rows AS row
MATCH (n:Record {id: $network})
MERGE (o:Record {id: row.organisation})
ON CREATE SET
  o:Organisation, o.legalName = row.name, o.searchText = row.searchText, o.sortKey = row.sortKey, o.country = 'SE',
  o.homepage = row.homepage, o.industryCodes = row.codes
MERGE (o)-[:HAS_IDENTIFIER]->(:Identifier {scheme: 'SE_ON', value: row.number})
MERGE (o)-[:HAS_LOCATION]->(:Location {municipality: row.municipality})
MERGE (m:Record {id: row.membership})
ON CREATE SET m:Membership, m.role = 'MEMBER', m.state = 'CLAIMED', m.validFrom = date(row.from)
MERGE (m)-[:MEMBER]->(o)
MERGE (m)-[:IN_NETWORK]->(n)
RETURN count(*) AS answer
