// To whom the records of these ids belong, as far as the viewer sees them: the organisations that each is about or leads to, and the networks, with
// those of which these organisations are members. Where the viewer does not see that a record belongs to somebody, that does not keep it from them, or else each refusal would
// tell of it; what gives rights, and what is of persons, is kept by all to whom it belongs. Of a change, it is that of its record.
UNWIND $on AS id
MATCH (named:Record {id: id})
WHERE there(named:Record)
WITH named.id AS id, CASE WHEN named:Change THEN head([(named)-[:CHANGED]->(subject:Record) | subject]) ELSE named END AS record
WITH id, record, CASE
  WHEN record:Organisation OR record:Network THEN [record]
  WHEN record:Membership THEN [(record)-[:IN_NETWORK]->(near:Network) | near]
  ELSE [(record)--(near:Organisation|Network) | near] + [(record)-[:HAS_PARTY|HAS_SIDE]->(:Party|ProposalSide)-[:PARTY|SIDE]->(near:Record) | near] +
    [(record)<-[:OF_PERSON]-(:Contact)-[:CONTACT_OF]->(near:Organisation) | near] +
    [(record)-[:OF_AWARD|OF_PROJECT|DECIDES|IMPOSED_BY|GRANTED_BY|FOR_NEED|OF_OFFER]->(:Record)--(near:Organisation|Network) | near]
END AS near
WITH id, record:Account OR record:Grant AS granted, record:Person OR record:Contact AS personal, near
WITH id, granted, personal, [n IN near WHERE granted OR personal OR visible(n)] AS near
WITH id, granted, personal, [o IN near WHERE o:Organisation] AS organisations, [n IN near WHERE n:Network] AS networks
WITH id, granted, personal, organisations, networks + COLLECT {
  UNWIND organisations AS organisation
  MATCH (organisation)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(network:Network)
  WHERE (granted OR personal OR visible(m) AND visible(network))
    AND inForce(m:Membership)
  RETURN DISTINCT network
} AS networks
WITH {id: id, granted: granted, personal: personal, organisations: [o IN organisations | [o.id, CASE WHEN visible(o) THEN o.legalName END]],
  networks: [n IN networks | [n.id, CASE WHEN visible(n) THEN n.acronym END]]} AS belongs
