// The same file is the same document, so that it cannot be recorded twice among those that the same people see (ledger/naturalkey.go).
//
// As with what else identifies a record, doubles from before are not changed or lost: the one that was entered first gets the key, and the
// others stay without one.

// The constraint comes first: nothing has a key yet, and it is the index to find keys by.
CREATE CONSTRAINT document_natural_key IF NOT EXISTS FOR (n:Document) REQUIRE n.naturalKey IS UNIQUE;

MATCH (r:Document)
WHERE r.naturalKey IS NULL
  AND r.sha256 <> ''
WITH r, r.sensitivity + '|' + toLower(r.sha256) AS key
ORDER BY r.createdAt, r.id
WITH key, head(collect(r)) AS first
WHERE NOT EXISTS { (:Document {naturalKey: key}) }
SET first.naturalKey = key;
