// What is told of persons: the orders of their lists, and what is looked for when something is due.

CREATE CONSTRAINT reading_key IF NOT EXISTS FOR (n:Reading) REQUIRE n.key IS UNIQUE;
CREATE INDEX person_review_on IF NOT EXISTS FOR (n:Person) ON (n.reviewOn);
CREATE INDEX contact_function IF NOT EXISTS FOR (n:Contact) ON (n.function);
CREATE INDEX contact_last_verified_on IF NOT EXISTS FOR (n:Contact) ON (n.lastVerifiedOn);
