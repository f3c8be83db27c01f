// Needs, offers and unmet needs in force, by theme and country and what else cells are told apart by. Whatever many of them share is worked
// out once: who could meet needs of a theme for each theme, where somebody belongs for each of those who need or offer, and whether the viewer
// may see themes and owners.
CALL () {
  MATCH (offer:Offer)
  WHERE visible(offer)
    AND open(offer:Offer)
  WITH offer
  MATCH (offer)-[:OFFERED_BY]->(owner:Organisation)
  OPTIONAL MATCH (offer)-[:HAS_THEME]->(theme:Theme)
  RETURN owner, theme, 0 AS needs, 1 AS offers, 0 AS unmet
  UNION ALL
  MATCH (need:Need)
  WHERE visible(need)
    AND inForce(need:Need)
    AND NOT (need.state IN ['WITHDRAWN', 'EXPIRED'] AND coalesce(need.stateSince <= $asOf, true))
  WITH need
  MATCH (need)-[:STAKEHOLDER]->(owner)
  OPTIONAL MATCH (need)-[:HAS_THEME]->(theme:Theme)
  WITH theme, collect([owner, open(need:Need)]) AS asking
  WITH theme, asking, COLLECT {
    MATCH (theme) (()<-[:BROADER]-(below:Theme) WHERE visible(below))* ()<-[:HAS_THEME]-(offer:Offer)-[:OFFERED_BY]->(other:Organisation)
    WHERE visible(offer)
      AND visible(other)
      AND open(offer:Offer)
    RETURN DISTINCT other
    LIMIT 2
  } AS able
  UNWIND asking AS ask
  RETURN ask[0] AS owner, theme, 1 AS needs, 0 AS offers,
    CASE WHEN theme IS NOT NULL AND ask[1] AND all(other IN able WHERE other = ask[0]) THEN 1 ELSE 0 END AS unmet
}
WITH owner, collect([theme, needs, offers, unmet]) AS rows
WHERE visible(owner)
  AND ($network IS NULL OR EXISTS {
    MATCH (owner)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
    WHERE n = $network
      AND visible(m)
      AND inForce(m:Membership)
  })
  AND ($sectorType IS NULL OR owner.sectorType IN $sectorType)
  AND ($nuts IS NULL OR EXISTS {
    MATCH (owner)-[:HAS_LOCATION]->{0,1}()-[:IN_AREA]->(area:Area)
    WHERE visible(area)
      AND area.code STARTS WITH $nuts
  })
WITH owner, rows,
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
UNWIND rows AS row
WITH row[0] AS told, owner.country AS country, network, area, sectorType, sum(row[1]) AS needs, sum(row[2]) AS offers, sum(row[3]) AS unmet
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
