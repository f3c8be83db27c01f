// Open needs of one side with the open offers of the other that are of the same or a neighbouring theme. The score adds up the grounds.
MATCH (need:Need)-[:STAKEHOLDER]->(stakeholder)
WHERE visible(need)
  AND visible(stakeholder)
  AND need.state = 'OPEN'
  AND inForce(need:Need)
  AND ($needsOf IS NULL OR EXISTS {
    MATCH (stakeholder)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
    WHERE (n.acronym = $needsOf.acronym OR n.id = $needsOf.id)
      AND visible(n)
      AND visible(m)
      AND counted(m) AND inForce(m:Membership)
  })
MATCH (need)-[:HAS_THEME]->(theme:Theme)-[:BROADER]-{0,1}(near:Theme)<-[:HAS_THEME]-(offer:Offer)-[:OFFERED_BY]->(organisation:Organisation)
WHERE visible(theme)
  AND visible(near)
  AND visible(offer)
  AND visible(organisation)
  AND organisation <> stakeholder
  AND offer.state = 'OPEN'
  AND inForce(offer:Offer)
  AND ($offersOf IS NULL OR EXISTS {
    MATCH (organisation)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
    WHERE (n.acronym = $offersOf.acronym OR n.id = $offersOf.id)
      AND visible(n)
      AND visible(m)
      AND counted(m) AND inForce(m:Membership)
  })
WITH need, offer,
  CASE WHEN theme = near THEN ['SAME_THEME'] ELSE ['NEIGHBOURING_THEME'] END
  + CASE WHEN stakeholder.country <> organisation.country THEN ['ACROSS_BORDER'] ELSE [] END
  + CASE WHEN offer.level IN ['READY', 'PROVEN'] THEN ['READY_TO_DELIVER'] ELSE [] END AS grounds
WITH need, offer, grounds, reduce(sum = 0, ground IN grounds | sum + CASE ground WHEN 'SAME_THEME' THEN 60 WHEN 'NEIGHBOURING_THEME' THEN 30 ELSE 20 END) / 100.0 AS score
ORDER BY score DESC, need.id, offer.id
RETURN {score: score, grounds: grounds, need: need, offer: offer} AS value
