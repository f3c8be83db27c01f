MATCH (t:Theme {code: $code})
RETURN t {
  .code,
  needs: {nodes: COLLECT {
    MATCH (t)<-[:HAS_THEME]-(n:Need)-[:STAKEHOLDER]->(o:Organisation)
    WHERE n.state = 'OPEN'
      AND o.country IN $side
      AND (n.validFrom IS NULL OR n.validFrom <= $on)
      AND (n.expiresOn IS NULL OR n.expiresOn >= $on)
    WITH n, o
    ORDER BY CASE n.urgency WHEN 'LOW' THEN 0 WHEN 'MEDIUM' THEN 1 WHEN 'HIGH' THEN 2 WHEN 'CRITICAL' THEN 3 ELSE -1 END DESC, n.id
    LIMIT 10
    RETURN n {.id, .statement, .urgency, stakeholder: o {.legalName, .country}}
  }},
  offers: {nodes: COLLECT {
    MATCH (t)<-[:HAS_THEME]-(f:Offer)-[:OFFERED_BY]->(o:Organisation)
    WHERE f.state = 'OPEN'
      AND o.country IN $other
      AND (f.validFrom IS NULL OR f.validFrom <= $on)
      AND (f.expiresOn IS NULL OR f.expiresOn >= $on)
    WITH f, o
    ORDER BY CASE f.level WHEN 'PLANNED' THEN 0 WHEN 'DEVELOPING' THEN 1 WHEN 'READY' THEN 2 WHEN 'PROVEN' THEN 3 ELSE -1 END DESC, f.id
    LIMIT 10
    RETURN f {.id, .statement, .level, organisation: o {.legalName, .country}}
  }}
} AS answer
