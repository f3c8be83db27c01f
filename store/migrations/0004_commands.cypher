// What commands hold on to.

// The lock that writers take first. It also counts the changes, so that their order has no gaps.
CREATE CONSTRAINT lock_name IF NOT EXISTS FOR (n:Lock) REQUIRE n.name IS UNIQUE;

// A command that is sent again under its key answers what it answered, and writes nothing.
CREATE CONSTRAINT command_key IF NOT EXISTS FOR (n:Command) REQUIRE n.key IS UNIQUE;

// changes(since:) in their order, and the feed of those behind a position.
CREATE INDEX change_position IF NOT EXISTS FOR (n:Change) ON (n.position);
