// For whom a record is: a class of networks. A record holds the number of its audience, where it held a sensitivity before
// (docs/decisions/audiences.md tells how one became the other). The first four audiences are of no networks in particular.

CREATE CONSTRAINT audience_number IF NOT EXISTS FOR (n:Audience) REQUIRE n.number IS UNIQUE;

UNWIND [[0, 'PUBLIC'], [1, 'MEMBERS'], [2, 'COORDINATORS'], [3, 'RESTRICTED']] AS row
MERGE (audience:Audience {number: row[0]})
SET audience.class = row[1];

// Its version moves whenever something changes that decides who may see what; every read asks whether it has.
MERGE (access:Access)
ON CREATE SET access.version = 1;

// What was for members or coordinators is for those of the networks that the record belongs to, or else for those of all. First each such record is
// told which it belongs to, then an audience is made for each set of them that there is.
MATCH (r:Record)
WHERE r.audience IS NULL
  AND r.sensitivity IN ['MEMBERS', 'COORDINATORS']
UNWIND CASE
  WHEN r:Change THEN [(r)-[:CHANGED]->(subject) | subject]
  WHEN r:Source THEN [(r)<-[:HAS_SOURCE]-(rests:Record WHERE NOT rests:Change) | rests]
  WHEN r:Document THEN [(r)<-[:FROM_DOCUMENT]-(:Source)<-[:HAS_SOURCE]-(rests:Record WHERE NOT rests:Change) | rests]
  ELSE [r]
END AS about
WITH r, about, CASE
  WHEN about:Network THEN [about.id]
  ELSE [(about)--(near:Network) | near.id] + [(about)-[:HAS_PARTY]->(:Party)-[:PARTY]->(near:Network) | near.id]
END AS near
UNWIND CASE
  WHEN size(near) > 0 THEN near
  ELSE [(about)<-[:MEMBER]-(:Membership)-[:IN_NETWORK]->(of:Network) | of.id] +
    [(about)--(:Organisation)<-[:MEMBER]-(:Membership)-[:IN_NETWORK]->(of:Network) | of.id] +
    [(about)-[:HAS_PARTY]->(:Party)-[:PARTY]->(:Organisation)<-[:MEMBER]-(:Membership)-[:IN_NETWORK]->(of:Network) | of.id]
END AS network
WITH DISTINCT r, network
ORDER BY network
WITH r, collect(network) AS networks
SET r.audienceOf = r.sensitivity + ':' + reduce(text = head(networks), id IN tail(networks) | text + ',' + id);

MATCH (r:Record)
WHERE r.audienceOf IS NOT NULL
WITH DISTINCT r.audienceOf AS text
ORDER BY text
WITH collect(text) AS texts
MATCH (audience:Audience)
WITH texts, max(audience.number) AS last
UNWIND range(1, size(texts)) AS i
MERGE (audience:Audience {text: texts[i - 1]})
ON CREATE SET audience.number = last + i, audience.class = split(texts[i - 1], ':')[0];

MATCH (audience:Audience)
WHERE audience.text IS NOT NULL
UNWIND split(split(audience.text, ':')[1], ',') AS id
MATCH (network:Record {id: id})
MERGE (audience)-[:AUDIENCE_OF]->(network);

MATCH (r:Record)
WHERE r.audienceOf IS NOT NULL
MATCH (audience:Audience {text: r.audienceOf})
SET r.audience = audience.number;

// A document is identified by its file among those for the same audience.
MATCH (r:Document)
WHERE r.audienceOf IS NOT NULL
  AND r.naturalKey IS NOT NULL
SET r.naturalKey = r.audienceOf + '|' + split(r.naturalKey, '|')[1];

MATCH (r:Record|Audience)
WHERE r.audienceOf IS NOT NULL
   OR r.text IS NOT NULL AND r:Audience
SET r.audienceOf = null, r.text = CASE WHEN r:Audience THEN null ELSE r.text END;

MATCH (r:Record)
WHERE r.audience IS NULL
  AND r.sensitivity IN ['MEMBERS', 'COORDINATORS']
SET r.audience = CASE r.sensitivity WHEN 'MEMBERS' THEN 1 ELSE 2 END;

MATCH (r:Record)
WHERE r.audience IS NULL
CALL (r) {
  SET r.audience = CASE r.sensitivity WHEN 'PUBLIC' THEN 0 ELSE 3 END
} IN TRANSACTIONS OF 10000 ROWS;

MATCH (r:Record)
WHERE r.sensitivity IS NOT NULL
CALL (r) {
  SET r.sensitivity = null
} IN TRANSACTIONS OF 10000 ROWS;

// What identifies a record is unique among what somebody sees: who enters one cannot be told of a hidden one that is the same. So the database
// only finds them, and the ledger decides (ledger/naturalkey.go).
DROP CONSTRAINT identifier_scheme_value IF EXISTS;
CREATE INDEX identifier_value IF NOT EXISTS FOR (n:Identifier) ON (n.scheme, n.value);
DROP CONSTRAINT theme_code IF EXISTS;
CREATE INDEX theme_by_code IF NOT EXISTS FOR (n:Theme) ON (n.code);
DROP CONSTRAINT application_natural_key IF EXISTS;
CREATE INDEX application_key IF NOT EXISTS FOR (n:Application) ON (n.naturalKey);
DROP CONSTRAINT decision_natural_key IF EXISTS;
CREATE INDEX decision_key IF NOT EXISTS FOR (n:Decision) ON (n.naturalKey);
DROP CONSTRAINT award_natural_key IF EXISTS;
CREATE INDEX award_key IF NOT EXISTS FOR (n:Award) ON (n.naturalKey);
DROP CONSTRAINT network_natural_key IF EXISTS;
CREATE INDEX network_key IF NOT EXISTS FOR (n:Network) ON (n.naturalKey);
DROP CONSTRAINT document_natural_key IF EXISTS;
CREATE INDEX document_key IF NOT EXISTS FOR (n:Document) ON (n.naturalKey);
CREATE INDEX theme_key IF NOT EXISTS FOR (n:Theme) ON (n.naturalKey);
MATCH (n:Theme)
WHERE n.naturalKey IS NULL
SET n.naturalKey = n.code;

// Accounts are found by what an identity provider calls them. One identity belongs to one account.
CREATE CONSTRAINT account_identity IF NOT EXISTS FOR (n:AccountIdentity) REQUIRE (n.issuer, n.subject) IS UNIQUE;
