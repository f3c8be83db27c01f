// Needs, offers and unmet needs in force, by theme and country and what else cells are told apart by. Records are counted together as soon as it is
// known whose they are: who could meet needs is asked once for each theme, and where somebody belongs only where cells are told apart by it. What a
// network's members need and offer is looked for among those.
WITH $network AS side, CASE WHEN $nuts IS NOT NULL THEN COLLECT {
  MATCH (area:Area)<-[:IN_AREA]-()<-[:HAS_LOCATION]-{0,1}(owner:Organisation|TargetGroup)
  WHERE visible(area)
    AND area.code STARTS WITH $nuts
  RETURN DISTINCT owner
} END AS seated
CALL (side) {
  WITH side
  WHERE side IS NULL
  MATCH (record:Offer)
  WHERE visible(record)
    AND open(record:Offer)
  WITH record
  MATCH (record)-[:OFFERED_BY]->(owner)
  RETURN record, owner, false AS needed
  UNION ALL
  WITH side
  WHERE side IS NULL
  MATCH (record:Need)
  WHERE visible(record)
    AND inForce(record:Need)
    AND NOT (record.state IN ['WITHDRAWN', 'EXPIRED'] AND coalesce(record.stateSince <= $asOf, true))
  WITH record
  MATCH (record)-[:STAKEHOLDER]->(owner)
  RETURN record, owner, true AS needed
  UNION ALL
  WITH side
  WHERE side IS NOT NULL
  MATCH (side)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(owner)
  WHERE visible(m)
    AND inForce(m:Membership)
  WITH DISTINCT owner
  MATCH (owner)<-[:OFFERED_BY|STAKEHOLDER]-(record:Offer|Need)
  WHERE visible(record)
    AND CASE
      WHEN record:Offer THEN open(record:Offer)
      ELSE inForce(record:Need) AND NOT (record.state IN ['WITHDRAWN', 'EXPIRED'] AND coalesce(record.stateSince <= $asOf, true))
    END
  RETURN record, owner, record:Need AS needed
}
WITH record, owner, needed
WHERE visible(owner)
  AND ($sectorType IS NULL OR owner.sectorType IN $sectorType)
  AND ($nuts IS NULL OR owner IN seated)
OPTIONAL MATCH (record)-[:HAS_THEME]->(theme:Theme)
WITH theme, owner.country AS country, CASE WHEN $groupBy <> [] THEN owner END AS owner,
  sum(CASE WHEN needed THEN 1 ELSE 0 END) AS needs, sum(CASE WHEN needed THEN 0 ELSE 1 END) AS offers,
  collect(CASE WHEN needed AND open(record:Need) THEN owner END) AS asking
WITH theme, collect([country, owner, needs, offers, asking]) AS cells
WITH cells, theme, COLLECT {
  MATCH (theme) (()<-[:BROADER]-(below:Theme) WHERE visible(below))* ()<-[:HAS_THEME]-(offer:Offer)-[:OFFERED_BY]->(other:Organisation)
  WHERE visible(offer)
    AND visible(other)
    AND open(offer:Offer)
  RETURN DISTINCT other
  LIMIT 2
} AS able
UNWIND cells AS cell
WITH theme AS told, cell[0] AS country, cell[1] AS owner, cell[2] AS needs, cell[3] AS offers,
  size([who IN cell[4] WHERE all(other IN able WHERE other = who)]) AS unmet
WITH told, country, needs, offers, unmet,
  CASE WHEN 'SECTOR_TYPE' IN $groupBy THEN owner.sectorType END AS sectorType,
  CASE WHEN 'AREA' IN $groupBy THEN head(COLLECT {
    MATCH (owner)-[:HAS_LOCATION]->{0,1}()-[:IN_AREA]->(area:Area)
    WHERE visible(area)
    RETURN area
    ORDER BY area.code
  }) END AS area,
  CASE WHEN 'NETWORK' IN $groupBy THEN COLLECT {
    MATCH (owner)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
    WHERE visible(n)
      AND visible(m)
      AND inForce(m:Membership)
    RETURN DISTINCT n
  } ELSE [] END AS networks
UNWIND CASE WHEN networks = [] THEN [null] ELSE networks END AS network
WITH CASE WHEN visible(told) THEN told END AS own, country, network, area, sectorType, needs, offers, unmet
UNWIND CASE WHEN own IS NULL THEN [null] ELSE COLLECT {
  MATCH within(own:Theme, above)
  RETURN DISTINCT above
} END AS theme
WITH theme, country, network, area, sectorType, sum(needs) AS needs, sum(offers) AS offers, sum(unmet) AS unmet,
  sum(CASE WHEN coalesce(theme = own, true) THEN needs ELSE 0 END) AS exactNeeds,
  sum(CASE WHEN coalesce(theme = own, true) THEN offers ELSE 0 END) AS exactOffers
ORDER BY theme.code, country, network.acronym, network.id, area.code, area.id, sectorType
RETURN {
  theme: theme,
  country: country,
  network: network,
  area: area,
  sectorType: sectorType,
  needs: needs,
  exactNeeds: exactNeeds,
  offers: offers,
  exactOffers: exactOffers,
  unmet: CASE WHEN theme IS NOT NULL THEN unmet END
} AS value
