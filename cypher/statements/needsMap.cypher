// Needs, offers and unmet needs in force, by theme and country. A need is unmet when it is open and no open offer is of its theme.
MATCH (theme:Theme)
WHERE visible(theme)
WITH theme, COLLECT {
  MATCH (theme)<-[:HAS_THEME]-(need:Need)-[:STAKEHOLDER]->(stakeholder)
  WHERE visible(need)
    AND visible(stakeholder)
    AND need.state IN ['OPEN', 'MET']
    AND inForce(need:Need)
    AND ($network IS NULL OR EXISTS {
      MATCH (stakeholder)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
      WHERE (n.acronym = $network.acronym OR n.id = $network.id)
        AND visible(n)
        AND visible(m)
        AND counted(m) AND inForce(m:Membership)
    })
  RETURN {country: stakeholder.country, open: need.state = 'OPEN'}
} AS needs, COLLECT {
  MATCH (theme)<-[:HAS_THEME]-(offer:Offer)-[:OFFERED_BY]->(organisation:Organisation)
  WHERE visible(offer)
    AND visible(organisation)
    AND offer.state = 'OPEN'
    AND inForce(offer:Offer)
  RETURN {country: organisation.country, counted: ($network IS NULL OR EXISTS {
      MATCH (organisation)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
      WHERE (n.acronym = $network.acronym OR n.id = $network.id)
        AND visible(n)
        AND visible(m)
        AND counted(m) AND inForce(m:Membership)
    })}
} AS offers
UNWIND [need IN needs | need.country] + [offer IN offers WHERE offer.counted | offer.country] AS country
WITH DISTINCT theme, country, needs, offers
WITH theme, country, offers, [need IN needs WHERE coalesce(need.country, '') = coalesce(country, '')] AS here
ORDER BY theme.code, country
RETURN {
  theme: theme,
  country: country,
  needs: size(here),
  offers: size([offer IN offers WHERE offer.counted AND coalesce(offer.country, '') = coalesce(country, '')]),
  unmet: CASE WHEN size(offers) > 0 THEN 0 ELSE size([need IN here WHERE need.open]) END
} AS value
