// Needs, offers and unmet needs in force, by theme and country and what else cells are told apart by. Whatever many of them share is worked
// out once: who could meet needs of a theme for each theme, and where somebody belongs for each of those who need or offer.
WITH COLLECT {
  MATCH (offer:Offer)-[:OFFERED_BY]->(owner:Organisation)
  WHERE visible(offer)
    AND visible(owner)
    AND open(offer:Offer)
  MATCH (offer)-[:HAS_THEME]->(theme:Theme)
  WHERE visible(theme)
  WITH theme, collect(DISTINCT owner)[..2] AS owners
  MATCH (theme) (()-[:BROADER]->(next:Theme) WHERE visible(next))* (above)
  UNWIND owners AS owner
  WITH above, collect(DISTINCT owner)[..2] AS owners
  RETURN [above, owners]
} AS suppliers
CALL (suppliers) {
  MATCH (offer:Offer)-[:OFFERED_BY]->(owner:Organisation)
  WHERE visible(offer)
    AND visible(owner)
    AND open(offer:Offer)
  WITH owner, head([(offer)-[:HAS_THEME]->(theme:Theme) WHERE visible(theme) | theme]) AS theme
  RETURN owner, theme, 0 AS needs, count(*) AS offers, 0 AS unmet
  UNION ALL
  MATCH (need:Need)-[:STAKEHOLDER]->(owner)
  WHERE visible(need)
    AND visible(owner)
    AND inForce(need:Need)
    AND (open(need:Need) OR need.state = 'MET')
  WITH owner, head([(need)-[:HAS_THEME]->(theme:Theme) WHERE visible(theme) | theme]) AS theme, open(need:Need) AS open
  WITH owner, theme, count(*) AS needs, sum(CASE WHEN open THEN 1 ELSE 0 END) AS open
  WITH theme, collect({owner: owner, needs: needs, open: open}) AS asking
  WITH theme, asking, coalesce(head([supplier IN suppliers WHERE supplier[0] = theme | supplier[1]]), []) AS able
  UNWIND asking AS ask
  RETURN ask.owner AS owner, theme, ask.needs AS needs, 0 AS offers,
    CASE WHEN theme IS NOT NULL AND all(other IN able WHERE other = ask.owner) THEN ask.open ELSE 0 END AS unmet
}
WITH owner, collect([theme, needs, offers, unmet]) AS rows
WHERE ($network IS NULL OR EXISTS {
    MATCH (owner)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
    WHERE (n.acronym = $network.acronym OR n.id = $network.id)
      AND visible(n)
      AND visible(m)
      AND counted(m) AND inForce(m:Membership)
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
      AND counted(m) AND inForce(m:Membership)
    RETURN DISTINCT n
  } ELSE [] END AS networks
UNWIND CASE WHEN networks = [] THEN [null] ELSE networks END AS network
UNWIND rows AS row
WITH row[0] AS own, owner.country AS country, network, area, sectorType, sum(row[1]) AS needs, sum(row[2]) AS offers, sum(row[3]) AS unmet
UNWIND CASE WHEN own IS NULL THEN [null] ELSE COLLECT {
  MATCH (own) (()-[:BROADER]->(next:Theme) WHERE visible(next))* (above)
  RETURN above
} END AS theme
WITH theme, country, network, area, sectorType, sum(needs) AS needs, sum(offers) AS offers, sum(unmet) AS unmet
ORDER BY theme.code, country, network.acronym, network.id, area.code, area.id, sectorType
RETURN {
  theme: theme,
  country: country,
  network: network,
  area: area,
  sectorType: sectorType,
  needs: needs,
  offers: offers,
  unmet: CASE WHEN theme IS NOT NULL THEN unmet END
} AS value
