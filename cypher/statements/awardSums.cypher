// What awards that meet the filter grant together, by currency and what else sums are told apart by. Those whose amount is not known are counted
// in rows of their own.
MATCH (award:Award)-[:RECIPIENT]->(recipient:Organisation)
WHERE visible(award)
  AND visible(recipient)
  AND chosen(award, $asOf)
WITH award,
  CASE WHEN award.capMinorUnits IS NOT NULL THEN award.capCurrency END AS currency,
  CASE WHEN 'FUNDER' IN $groupBy THEN head([(award)-[:FUNDER]->(payer:Organisation) WHERE visible(payer) | payer]) END AS funder,
  CASE WHEN 'YEAR' IN $groupBy THEN head([(award)-[:GRANTED_BY]->(decision:Decision) WHERE visible(decision) | decision.decidedOn.year]) END AS year
WITH currency, funder, year, count(award) AS awards, sum(award.capMinorUnits) AS units
ORDER BY currency, year, funder.sortKey, funder.id
RETURN {
  amount: CASE WHEN currency IS NOT NULL THEN {minorUnits: units, currency: currency} END,
  funder: funder,
  year: year,
  awards: awards
} AS value
