// For whom a record is: a class of networks. A record holds the number of its audience, where it held a sensitivity before
// (docs/decisions/audiences.md tells how one became the other). The first four audiences are of no networks in particular.

CREATE CONSTRAINT audience_number IF NOT EXISTS FOR (n:Audience) REQUIRE n.number IS UNIQUE;

UNWIND [[0, 'PUBLIC'], [1, 'MEMBERS'], [2, 'COORDINATORS'], [3, 'RESTRICTED']] AS row
MERGE (audience:Audience {number: row[0]})
SET audience.class = row[1];

// Its version moves whenever something changes that decides who may see what; every read asks whether it has.
MERGE (access:Access)
ON CREATE SET access.version = 1;

// What was for members or coordinators is for those of the networks that the record belongs to, or else for those of all.
MATCH (audience:Audience)
WITH max(audience.number) AS last
MATCH (r:Record)
WHERE r.audience IS NULL
  AND r.sensitivity IN ['MEMBERS', 'COORDINATORS']
WITH last, r, CASE
  WHEN r:Change THEN [(r)-[:CHANGED]->(subject) | subject]
  WHEN r:Source THEN [(r)<-[:HAS_SOURCE]-(rests:Record WHERE NOT rests:Change) | rests]
  WHEN r:Document THEN [(r)<-[:FROM_DOCUMENT]-(:Source)<-[:HAS_SOURCE]-(rests:Record WHERE NOT rests:Change) | rests]
  ELSE [r]
END AS about
WITH last, r, COLLECT {
  UNWIND about AS x
  WITH x, CASE WHEN x:Network THEN [x] ELSE [(x)--(near:Network) | near] + [(x)-[:HAS_PARTY]->(:Party)-[:PARTY]->(near:Network) | near] END AS networks
  UNWIND CASE
    WHEN networks <> [] THEN networks
    ELSE [(x)<-[:MEMBER]-(:Membership)-[:IN_NETWORK]->(of:Network) | of] +
      [(x)--(:Organisation)<-[:MEMBER]-(:Membership)-[:IN_NETWORK]->(of:Network) | of] +
      [(x)-[:HAS_PARTY]->(:Party)-[:PARTY]->(:Organisation)<-[:MEMBER]-(:Membership)-[:IN_NETWORK]->(of:Network) | of]
  END AS network
  WITH DISTINCT network.id AS id
  RETURN id
  ORDER BY id
} AS networks
WITH last, r.sensitivity AS class, networks, collect(r) AS records
WITH last, collect([class, networks, records]) AS groups
UNWIND range(0, size(groups) - 1) AS i
WITH groups[i][0] AS class, groups[i][1] AS networks, groups[i][2] AS records, last + 1 + i AS next
WITH class, networks, records, CASE WHEN networks <> [] THEN next WHEN class = 'MEMBERS' THEN 1 ELSE 2 END AS number,
  class + ':' + reduce(ids = '', id IN networks | ids + CASE ids WHEN '' THEN '' ELSE ',' END + id) AS text
FOREACH (r IN records | SET r.audience = number)
FOREACH (r IN CASE WHEN networks = [] THEN [] ELSE [d IN records WHERE d:Document AND d.naturalKey IS NOT NULL] END |
  SET r.naturalKey = text + '|' + split(r.naturalKey, '|')[1])
FOREACH (ids IN CASE WHEN networks = [] THEN [] ELSE [networks] END | CREATE (:Audience {number: number, class: class, networks: ids}));

MATCH (audience:Audience)
WHERE audience.networks IS NOT NULL
UNWIND audience.networks AS id
MATCH (network:Record {id: id})
MERGE (audience)-[:AUDIENCE_OF]->(network);

MATCH (audience:Audience)
WHERE audience.networks IS NOT NULL
SET audience.networks = null;

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

// Accounts are found by what an identity provider calls them. One identity belongs to one account.
CREATE CONSTRAINT account_identity IF NOT EXISTS FOR (n:AccountIdentity) REQUIRE (n.issuer, n.subject) IS UNIQUE;
