// What waits for the viewer's answer: open proposals that concern a network that they coordinate and that has not answered, and partnerships that are not settled and of which a party has not
// answered that they may speak for: an organisation that they represent, a network that they coordinate, and on its behalf an organisation that nobody represents.
WITH [held IN $viewer.roles WHERE held.role = 'COORDINATOR' | held.over] AS kept, [held IN $viewer.roles WHERE held.role = 'REPRESENTATIVE' | held.over] AS spoken
CALL (kept, spoken) {
  MATCH (item:Proposal {state: 'OPEN'})-[:HAS_SIDE]->(side:ProposalSide {confirmation: 'ASKED'})-[:SIDE]->(asked:Record)
  WHERE visible(item)
    AND visible(asked)
    AND ('' IN kept OR asked.id IN kept)
  RETURN item, side, asked
  UNION ALL
  MATCH (item:Partnership)-[:HAS_PARTY]->(side:Party)-[:PARTY]->(asked:Record)
  WHERE (item.state IN ['PROPOSED', 'CLAIMED'] OR item.state = 'DISPUTED' AND deniedUnseen(item))
    AND side.confirmation IN ['NOT_ASKED', 'ASKED']
    AND visible(item)
    AND visible(asked)
  WITH item, side, asked, kept, spoken, COLLECT {
    MATCH (asked)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(network:Network)
    WHERE asked:Organisation
      AND inForce(m:Membership)
    RETURN network.id
  } AS networks
  WHERE asked.id IN spoken
     OR asked:Network AND ('' IN kept OR asked.id IN kept)
     OR asked:Organisation AND ('' IN kept OR kept <> [] AND networks = [] OR any(id IN networks WHERE id IN kept)) AND NOT EXISTS {
       MATCH (asked)<-[:OVER]-(grant:Grant {role: 'REPRESENTATIVE', state: 'ACTIVE'})-[:GRANTEE]->(:Account {state: 'ACTIVE'})
       WHERE inForce(grant:Grant)
     }
  RETURN item, side, asked
}
WITH item, side, asked
ORDER BY side.position
WITH item, collect(asked) AS asked
ORDER BY item.createdAt, item.id
RETURN {item: item, answerFor: asked} AS value
