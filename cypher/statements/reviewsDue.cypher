// Persons whose review is due, and contacts that nobody has made sure of for a quarter of a year.
MATCH (about:Person|Contact)
WHERE about.erasedOn IS NULL
  AND visible(about)
  AND (about:Person OR there(about:Contact))
WITH about, CASE WHEN about:Person THEN about.reviewOn ELSE about.lastVerifiedOn + duration({months: 3}) END AS dueOn
WHERE about:Person AND dueOn <= $asOf
   OR about:Contact AND about.endedOn IS NULL AND coalesce(dueOn <= $asOf, true)
WITH about, dueOn
ORDER BY dueOn IS NOT NULL, dueOn, about.id
RETURN {about: about, dueOn: dueOn} AS value
