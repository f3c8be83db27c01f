// Open needs with the open offers that may meet them. The parts of the score and their values are those of MatchPartName; the weights are
// the schema's, and so is what is left of a score after an introduction. Offers are gathered once for each theme that a need has, and ties are looked for only among the best pairs.
WITH COLLECT {
  WITH $need AS need
  WHERE need IS NOT NULL
  RETURN need
  UNION
  WITH $needsOf AS side
  WHERE $need IS NULL
    AND side IS NOT NULL
  MATCH (side)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(:Organisation)<-[:STAKEHOLDER]-(need:Need)
  WHERE visible(m)
    AND inForce(m:Membership)
  RETURN need
  UNION
  WITH $needsOf AS side
  WHERE $need IS NULL
    AND side IS NULL
  MATCH (need:Need)
  RETURN need
} AS asked
WITH COLLECT {
  UNWIND asked AS need
  MATCH (need)-[:STAKEHOLDER]->(stakeholder:Organisation|TargetGroup)
  WHERE visible(need)
    AND visible(stakeholder)
    AND open(need:Need)
  RETURN {
    need: need,
    stakeholder: stakeholder,
    theme: head([(need)-[:HAS_THEME]->(theme:Theme) WHERE visible(theme) | theme]),
    point: head([(stakeholder)-[:HAS_LOCATION]->(l:Location) | point({latitude: l.pointLatitude, longitude: l.pointLongitude})]),
    days: duration.inDays(coalesce(need.lastConfirmedOn, need.validFrom, dayOf(need.updatedAt)), $asOf).days
  }
} AS needs
WITH needs, COLLECT {
  WITH $offersOf AS side
  WHERE side IS NOT NULL
    AND size(needs) > 0
  MATCH (side)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(:Organisation)<-[:OFFERED_BY]-(offer:Offer)
  WHERE visible(m)
    AND inForce(m:Membership)
  WITH DISTINCT offer
  RETURN {offer: offer, theme: head([(offer)-[:HAS_THEME]->(theme:Theme) WHERE visible(theme) | theme])}
} AS members, COLLECT {
  WITH $offersOf AS side
  WHERE side IS NULL
    AND size(needs) > 0
  MATCH (offer:Offer)
  WHERE NOT EXISTS { MATCH (offer)-[:HAS_THEME]->(theme:Theme) WHERE visible(theme) }
  RETURN offer
} AS unthemed, COLLECT {
  UNWIND needs AS n
  RETURN DISTINCT n.theme AS theme
} AS themes
WITH needs, COLLECT {
  UNWIND themes AS theme
  WITH theme, COLLECT {
    MATCH steps = (theme) (()-[:BROADER]-(nearer:Theme WHERE visible(nearer))){0,2} (near)
    WITH near, length(steps) AS distance
    ORDER BY distance
    RETURN {theme: near, distance: distance}
  } AS around
  WITH theme, COLLECT {
    UNWIND members AS member
    WITH member.offer AS offer, head([place IN around WHERE place.theme = member.theme | place.distance]) AS distance, member
    WHERE distance IS NOT NULL
      OR theme IS NULL
      OR member.theme IS NULL
    RETURN {offer: offer, distance: distance} AS place
    UNION ALL
    WITH $offersOf AS side
    WHERE side IS NULL
    UNWIND [i IN range(0, size(around) - 1) WHERE NOT around[i].theme IN [before IN around[0..i] | before.theme] | around[i]] AS place
    WITH place.theme AS near, place.distance AS distance
    MATCH (near)<-[:HAS_THEME]-(offer:Offer)
    RETURN {offer: offer, distance: distance} AS place
    UNION ALL
    UNWIND unthemed AS offer
    RETURN {offer: offer, distance: null} AS place
    UNION ALL
    WITH $offersOf AS side
    WHERE side IS NULL
      AND theme IS NULL
    MATCH (offer:Offer)-[:HAS_THEME]->(other:Theme)
    WHERE visible(other)
    RETURN {offer: offer, distance: null} AS place
  } AS near
  RETURN {theme: theme, offers: COLLECT {
    UNWIND near AS place
    WITH place.offer AS offer, place.distance AS distance
    MATCH (offer)-[:OFFERED_BY]->(organisation:Organisation)
    WHERE visible(offer)
      AND visible(organisation)
      AND open(offer:Offer)
    RETURN {
      offer: offer,
      organisation: organisation,
      distance: distance,
      capacity: $weights[offer.level],
      point: head([(organisation)-[:HAS_LOCATION]->(l:Location) | point({latitude: l.pointLatitude, longitude: l.pointLongitude})]),
      days: duration.inDays(coalesce(offer.lastConfirmedOn, offer.validFrom, dayOf(offer.updatedAt)), $asOf).days
    }
  }[0..20000 / size(needs) + 1]}
} AS near
UNWIND needs AS n
UNWIND head([place IN near WHERE coalesce(place.theme = n.theme, place.theme IS NULL AND n.theme IS NULL) | place.offers]) AS o
WITH n, o, 2 * vector.similarity.cosine(n.need.textVector, o.offer.textVector) - 1 AS text, toInteger(point.distance(n.point, o.point) / 1000) AS kilometres,
  CASE WHEN n.days > o.days THEN n.days ELSE o.days END AS days,
  coalesce(n.need.expiresOn <= $asOf + duration({days: 30}), false) OR coalesce(o.offer.expiresOn <= $asOf + duration({days: 30}), false) AS expiring
WHERE n.stakeholder <> o.organisation
  AND (o.distance IS NOT NULL OR text >= 0.25)
WITH n, o, text, kilometres, days, expiring, [part IN [
    {name: 'THEME', value: $weights[['SAME_THEME', 'NEIGHBOURING_THEME', 'RELATED_THEME'][o.distance]]},
    {name: 'TEXT', value: text},
    {name: 'CAPACITY', value: o.capacity},
    {name: 'DISTANCE', value: CASE WHEN kilometres < 500 THEN 1 - kilometres / 500.0 WHEN kilometres >= 500 THEN 0.0 END},
    {name: 'FRESHNESS', value: CASE WHEN days >= 730 THEN 0.0 WHEN days <= 0 THEN 1.0 ELSE 1 - days / 730.0 END * CASE WHEN expiring THEN 0.5 ELSE 1 END}
  ] WHERE part.value IS NOT NULL] AS parts
WITH n.need AS need, o.offer AS offer, n.stakeholder AS stakeholder, o.organisation AS organisation, o.distance AS distance, text, kilometres, days,
  expiring, parts, max(reduce(sum = 0.0, part IN parts | sum + part.value * $weights[part.name]) / reduce(sum = 0.0, part IN parts | sum + $weights[part.name])) AS score
ORDER BY score DESC, need.id, offer.id
LIMIT 500
WITH *, EXISTS {
  MATCH (stakeholder)<-[:PARTY]-(:Party)<-[:HAS_PARTY]-(partnership:Partnership)-[:HAS_PARTY]->(:Party)-[:PARTY]->(organisation)
  WHERE visible(partnership)
    AND inForce(partnership:Partnership)
} AS partners, EXISTS {
  MATCH (stakeholder)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(network:Network)<-[:IN_NETWORK]-(other:Membership)-[:MEMBER]->(organisation)
  WHERE visible(m)
    AND visible(network)
    AND visible(other)
    AND inForce(m:Membership)
    AND inForce(other:Membership)
} OR EXISTS {
  MATCH (stakeholder)<-[:PARTICIPANT]-(p:Participation)-[:OF_PROJECT]->(project:Project)<-[:OF_PROJECT]-(other:Participation)-[:PARTICIPANT]->(organisation)
  WHERE visible(p)
    AND visible(project)
    AND visible(other)
    AND inForce(p:Participation)
    AND inForce(other:Participation)
    AND underWay(project)
} AS known, COLLECT {
  MATCH (stakeholder)<-[:STAKEHOLDER]-(before:Need)<-[:FOR_NEED]-(i:Introduction)-[:OF_OFFER]->(offered:Offer)-[:OFFERED_BY]->(organisation)
  WHERE visible(before)
    AND visible(i)
    AND visible(offered)
    AND coalesce(i.suggestedOn <= $asOf, true)
  RETURN DISTINCT CASE
    WHEN i.state IN ['PARTNERSHIP', 'DECLINED'] AND coalesce(i.settledOn <= $asOf, true) THEN i.state
    WHEN coalesce(i.introducedOn <= $asOf, i.state = 'INTRODUCED') THEN 'INTRODUCED'
    ELSE 'SUGGESTED'
  END AS state
} AS introductions
WITH need, offer, stakeholder, organisation, distance, text, kilometres, days, expiring, partners, known,
  'INTRODUCED' IN introductions OR 'PARTNERSHIP' IN introductions AS introduced, 'DECLINED' IN introductions AS declined,
  reduce(least = 1.0, state IN introductions + CASE WHEN partners THEN ['PARTNERSHIP'] ELSE [] END
    | CASE WHEN $weights[state] < least THEN $weights[state] ELSE least END) AS novelty,
  parts + CASE WHEN stakeholder:Organisation THEN [{name: 'TIES', value: CASE WHEN known THEN 1.0 ELSE 0.0 END}] ELSE [] END AS parts
WITH *, reduce(sum = 0.0, part IN parts | sum + part.value * $weights[part.name]) / reduce(sum = 0.0, part IN parts | sum + $weights[part.name])
  * novelty AS score
ORDER BY score DESC, need.id, offer.id
RETURN {
  score: score,
  novelty: novelty,
  parts: COLLECT {
    UNWIND parts AS part
    WITH part, $weights[part.name] AS weight
    ORDER BY weight DESC, part.name DESC
    RETURN {name: part.name, weight: weight, value: part.value}
  },
  grounds: [ground IN [
    CASE WHEN partners THEN 'ALREADY_PARTNERS' WHEN introduced THEN 'ALREADY_INTRODUCED' WHEN declined THEN 'DECLINED_BEFORE' END,
    ['SAME_THEME', 'NEIGHBOURING_THEME', 'RELATED_THEME'][distance],
    CASE WHEN text >= 0.25 THEN 'ALIKE_TEXT' END,
    CASE WHEN stakeholder.country <> organisation.country THEN 'ACROSS_BORDER' END,
    CASE WHEN offer.level IN ['READY', 'PROVEN'] THEN 'READY_TO_DELIVER' END,
    CASE WHEN known THEN 'KNOWN_TO_EACH_OTHER' END,
    CASE WHEN kilometres <= 100 THEN 'NEARBY' END,
    CASE WHEN days > 365 THEN 'LONG_UNCONFIRMED' END,
    CASE WHEN expiring THEN 'EXPIRES_SOON' END
  ] WHERE ground IS NOT NULL],
  kilometres: kilometres,
  needText: need.statement,
  offerText: offer.statement,
  need: need,
  offer: offer
} AS value
