// What identifies a record beside its id, so that it cannot be recorded twice: the ledger keeps it as naturalKey (ledger/naturalkey.go).
//
// A register may hold doubles from before. None of them is changed or lost: of several that would have one key, the one that was entered
// first gets it, and the others have none. They stay in every list and count, and the next change of one of them is refused until its number
// or acronym has been corrected, it has been merged into the first, or the change that entered it has been reverted.

// The constraints come first: nothing has a key yet, and they are the index to find keys by.
CREATE CONSTRAINT application_natural_key IF NOT EXISTS FOR (n:Application) REQUIRE n.naturalKey IS UNIQUE;
CREATE CONSTRAINT decision_natural_key IF NOT EXISTS FOR (n:Decision) REQUIRE n.naturalKey IS UNIQUE;
CREATE CONSTRAINT award_natural_key IF NOT EXISTS FOR (n:Award) REQUIRE n.naturalKey IS UNIQUE;
CREATE CONSTRAINT network_natural_key IF NOT EXISTS FOR (n:Network) REQUIRE n.naturalKey IS UNIQUE;

// Applications: to whom, and the number that it has there.
MATCH (r:Application)-[:APPLIED_TO]->(authority:Record)
WHERE r.naturalKey IS NULL
  AND r.caseNumber <> ''
WITH r, authority.id + '|' + toLower(replace(normalize(r.caseNumber), ' ', '')) AS key
ORDER BY r.createdAt, r.id
WITH key, head(collect(r)) AS first
WHERE NOT EXISTS { (:Application {naturalKey: key}) }
SET first.naturalKey = key;

// Decisions: who made it or else to whom was applied, and the number that it has there.
MATCH (r:Decision)
WHERE r.naturalKey IS NULL
WITH r, coalesce(head([(r)-[:MADE_BY]->(o:Record) | o.id]), head([(r)-[:DECIDES]->(:Application)-[:APPLIED_TO]->(o:Record) | o.id])) AS authority
WHERE authority IS NOT NULL
WITH r, authority + '|' + toLower(replace(normalize(r.caseNumber), ' ', '')) AS key
ORDER BY r.createdAt, r.id
WITH key, head(collect(r)) AS first
WHERE NOT EXISTS { (:Decision {naturalKey: key}) }
SET first.naturalKey = key;

// Awards: the decision, the recipient, and what tells two awards of one recipient apart.
MATCH (r:Award)-[:GRANTED_BY]->(decision:Decision)
MATCH (r)-[:RECIPIENT]->(recipient:Record)
WHERE r.naturalKey IS NULL
WITH r, decision.id + '|' + recipient.id + '|' + coalesce(head([(r)-[:FUNDER]->(o:Record) | o.id]), '') + '|' +
  coalesce(head([(r)-[:OF_PROJECT]->(o:Record) | o.id]), '') + '|' + coalesce(head([(r)-[:CHARGED_TO]->(o:Record) | o.id]), '') + '|' +
  coalesce(r.costBasis, '') AS key
ORDER BY r.createdAt, r.id
WITH key, head(collect(r)) AS first
WHERE NOT EXISTS { (:Award {naturalKey: key}) }
SET first.naturalKey = key;

// Networks that have not been closed or become part of another: the acronym.
MATCH (r:Network)
WHERE r.naturalKey IS NULL
  AND NOT r.lifecycle IN ['CLOSED', 'MERGED']
WITH r, toLower(replace(normalize(r.acronym), ' ', '')) AS key
ORDER BY r.createdAt, r.id
WITH key, head(collect(r)) AS first
WHERE NOT EXISTS { (:Network {naturalKey: key}) }
SET first.naturalKey = key;

// document: the same file is the same document.
CREATE INDEX document_sha256 IF NOT EXISTS FOR (n:Document) ON (n.sha256);
