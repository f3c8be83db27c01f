CALL () {
  MATCH (theme:Theme)<-[:HAS_THEME]-(o:Offer)-[:OFFERED_BY]->(owner:Organisation)
  WHERE o.state = 'OPEN'
    AND o.validFrom <= $on
    AND (o.expiresOn IS NULL OR o.expiresOn >= $on)
  RETURN theme, owner.country AS country, 0 AS needs, 1 AS offers, 0 AS unmet
  UNION ALL
  MATCH (theme:Theme)<-[:HAS_THEME]-(n:Need)
  WHERE n.validFrom <= $on
    AND (n.expiresOn IS NULL OR n.expiresOn >= $on)
  WITH theme, collect(n) AS asking
  WITH theme, asking, COLLECT {
    MATCH (theme)<-[:BROADER*0..]-(:Theme)<-[:HAS_THEME]-(o:Offer)-[:OFFERED_BY]->(other:Organisation)
    WHERE o.state = 'OPEN'
      AND o.validFrom <= $on
      AND (o.expiresOn IS NULL OR o.expiresOn >= $on)
    RETURN DISTINCT other
    LIMIT 2
  } AS able
  UNWIND asking AS n
  MATCH (n)-[:STAKEHOLDER]->(owner:Organisation)
  RETURN theme, owner.country AS country, 1 AS needs, 0 AS offers,
    CASE WHEN n.state = 'OPEN' AND all(other IN able WHERE other = owner) THEN 1 ELSE 0 END AS unmet
}
WITH theme, country, sum(needs) AS needs, sum(offers) AS offers, sum(unmet) AS unmet
MATCH (theme)-[:BROADER*0..]->(above:Theme)
WITH above, country, sum(needs) AS needs, sum(offers) AS offers, sum(unmet) AS unmet
ORDER BY above.code, country
RETURN collect({theme: above {.code}, country: country, needs: needs, offers: offers, unmet: unmet}) AS answer
