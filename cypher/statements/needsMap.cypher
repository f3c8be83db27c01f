// Needs, offers and unmet needs in force, by theme and country. A need is unmet when it is open and no open offer is of its theme.
MATCH (theme:Theme)
WHERE theme.sensitivity IN $visible
WITH theme, COLLECT {
  MATCH (theme)<-[:HAS_THEME]-(need:Need)-[:STAKEHOLDER]->(stakeholder)
  WHERE need.sensitivity IN $visible
    AND stakeholder.sensitivity IN $visible
    AND need.state IN ['OPEN', 'MET']
    AND NOT coalesce(need.validFrom > $asOf OR need.expiresOn < $asOf, false)
    AND ($network IS NULL OR EXISTS {
      MATCH (stakeholder)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
      WHERE (n.acronym = $network.acronym OR n.id = $network.id)
        AND n.sensitivity IN $visible
        AND m.sensitivity IN $visible
        AND NOT coalesce(m.state IN ['PROPOSED', 'DISPUTED'] OR m.validFrom > $asOf OR m.validTo < $asOf OR m.endStatus = 'ENDED_DATE_UNKNOWN', false)
    })
  RETURN {country: stakeholder.country, open: need.state = 'OPEN'}
} AS needs, COLLECT {
  MATCH (theme)<-[:HAS_THEME]-(offer:Offer)-[:OFFERED_BY]->(organisation:Organisation)
  WHERE offer.sensitivity IN $visible
    AND organisation.sensitivity IN $visible
    AND offer.state = 'OPEN'
    AND NOT coalesce(offer.validFrom > $asOf OR offer.expiresOn < $asOf, false)
  RETURN {country: organisation.country, counted: ($network IS NULL OR EXISTS {
      MATCH (organisation)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
      WHERE (n.acronym = $network.acronym OR n.id = $network.id)
        AND n.sensitivity IN $visible
        AND m.sensitivity IN $visible
        AND NOT coalesce(m.state IN ['PROPOSED', 'DISPUTED'] OR m.validFrom > $asOf OR m.validTo < $asOf OR m.endStatus = 'ENDED_DATE_UNKNOWN', false)
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
