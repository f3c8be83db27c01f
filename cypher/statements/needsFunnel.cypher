// How many needs have come how far by the day. A need has come as far as the furthest of its introductions, and is declined when all of them are.
MATCH (need:Need)-[:STAKEHOLDER]->(owner)
WHERE visible(need)
  AND visible(owner)
  AND coalesce(need.validFrom <= $asOf, true)
  AND NOT (need.state = 'WITHDRAWN' AND coalesce(need.stateSince <= $asOf, true))
  AND ($network IS NULL OR EXISTS {
    MATCH (owner)<-[:MEMBER]-(m:Membership)-[:IN_NETWORK]->(n:Network)
    WHERE n = $network
      AND visible(m)
      AND inForce(m:Membership)
  })
WITH need,
  CASE WHEN 'COUNTRY' IN $groupBy THEN owner.country END AS country,
  CASE WHEN 'THEME' IN $groupBy THEN head([(need)-[:HAS_THEME]->(theme:Theme) WHERE visible(theme) | theme]) END AS own,
  need.state = 'MET' AND coalesce(need.stateSince <= $asOf, true) AS met,
  COLLECT {
    MATCH (need)<-[:FOR_NEED]-(i:Introduction)-[:OF_OFFER]->(offer:Offer)-[:OFFERED_BY]->(other:Organisation)
    WHERE visible(i)
      AND visible(offer)
      AND visible(other)
      AND coalesce(i.suggestedOn <= $asOf, true)
    RETURN {
      introduced: coalesce(i.introducedOn <= $asOf, i.state IN ['INTRODUCED', 'PARTNERSHIP']),
      settled: CASE WHEN coalesce(i.settledOn <= $asOf, true) THEN i.state END
    }
  } AS introductions
WITH own, country, count(*) AS needs,
  sum(CASE WHEN size(introductions) > 0 THEN 1 ELSE 0 END) AS suggested,
  sum(CASE WHEN any(i IN introductions WHERE i.introduced) THEN 1 ELSE 0 END) AS introduced,
  sum(CASE WHEN any(i IN introductions WHERE i.settled = 'PARTNERSHIP') THEN 1 ELSE 0 END) AS partnerships,
  sum(CASE WHEN size(introductions) > 0 AND all(i IN introductions WHERE coalesce(i.settled = 'DECLINED', false)) THEN 1 ELSE 0 END) AS declined,
  sum(CASE WHEN met THEN 1 ELSE 0 END) AS met
UNWIND CASE WHEN own IS NULL THEN [null] ELSE COLLECT {
  MATCH within(own:Theme, above)
  RETURN DISTINCT above
} END AS theme
WITH theme, country, sum(needs) AS needs, sum(suggested) AS suggested, sum(introduced) AS introduced, sum(partnerships) AS partnerships,
  sum(declined) AS declined, sum(met) AS met
ORDER BY theme.code, country
RETURN {
  theme: theme,
  country: country,
  needs: needs,
  suggested: suggested,
  introduced: introduced,
  partnerships: partnerships,
  declined: declined,
  met: met
} AS value
