// Where organisations have their seats and target groups are, and how much is needed and offered there.
MATCH (owner:Record&(Organisation|TargetGroup))
WHERE visible(owner)
WITH owner, head(COLLECT {
  MATCH (owner)-[:HAS_LOCATION]->{0,1}()-[:IN_AREA]->(area:Area)
  WHERE visible(area)
  RETURN area
  ORDER BY area.code
}) AS area, head(COLLECT {
  MATCH (owner)-[:HAS_LOCATION]->(seat:Location)
  WHERE seat.municipality IS NOT NULL
  RETURN seat.municipality
}) AS municipality, COUNT {
  MATCH (need:Need)-[:STAKEHOLDER]->(owner)
  WHERE visible(need)
    AND inForce(need:Need)
    AND NOT (need.state IN ['WITHDRAWN', 'EXPIRED'] AND coalesce(need.stateSince <= $asOf, true))
} AS needs, COUNT {
  MATCH (offer:Offer)-[:OFFERED_BY]->(owner)
  WHERE visible(offer)
    AND open(offer:Offer)
} AS offers
WITH owner.country AS country, area, municipality, sum(CASE WHEN owner:Organisation THEN 1 ELSE 0 END) AS organisations, sum(needs) AS needs, sum(offers) AS offers
WHERE organisations > 0
  OR needs > 0
ORDER BY country, area.code, area.id, municipality
RETURN {
  country: country,
  area: area,
  municipality: municipality,
  organisations: organisations,
  needs: needs,
  offers: offers
} AS value
