// What is done with personal data: a row for each ground and purpose of keeping persons, and one for the contacts.
MATCH (record:Person|Contact)
WHERE visible(record)
  AND (record:Person OR there(record:Contact))
WITH record, CASE WHEN record:Person THEN 'Person' ELSE 'Contact' END AS type, COUNT { (record)<-[:READING_OF]-(:Reading) } AS openings
WITH type, record.lawfulBasis AS lawfulBasis, record.purpose AS purpose, sum(CASE WHEN record.erasedOn IS NULL THEN 1 ELSE 0 END) AS kept,
  count(record.hold) AS held, count(record.erasedOn) AS erased, sum(openings) AS openings, min(CASE WHEN record.erasedOn IS NULL THEN record.reviewOn END) AS nextReviewOn
ORDER BY type DESC, lawfulBasis, purpose
RETURN {type: type, lawfulBasis: lawfulBasis, purpose: purpose, kept: kept, held: held, erased: erased, openings: openings, nextReviewOn: nextReviewOn} AS value
