// Pairs of organisations that may be one, the likeliest first. Those that somebody has judged to be two are not related any more; of
// other judgements the latest counts.
MATCH (one:Organisation)-[like:POSSIBLE_DUPLICATE_OF]->(two:Organisation)
WHERE visible(one)
  AND visible(two)
WITH like, CASE WHEN one.sortKey < two.sortKey OR one.sortKey = two.sortKey AND one.id < two.id THEN [one, two] ELSE [two, one] END AS pair
WITH like, pair[0] AS organisation, pair[1] AS other
ORDER BY like.score DESC, organisation.sortKey, organisation.id, other.sortKey, other.id
RETURN {
  organisation: organisation, other: other, score: like.score, reasons: like.reasons,
  judgement: head(COLLECT {
    MATCH (organisation)<-[:JUDGED|JUDGED_AGAINST]-(judgement:IdentityJudgement)-[:JUDGED|JUDGED_AGAINST]->(other)
    WHERE visible(judgement)
    RETURN judgement
    ORDER BY judgement.updatedAt DESC, judgement.id
  })
} AS value
