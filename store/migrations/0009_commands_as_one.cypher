// What one command did is found by the command's id, to be listed and taken back. What was recorded before commands had an id is told apart
// by when, by whom and by which command it was recorded: all that a command writes is recorded at one instant.

CREATE INDEX change_command IF NOT EXISTS FOR (n:Change) ON (n.command);

MATCH (c:Change)
WHERE c.command IS NULL
WITH c
ORDER BY c.position
WITH c.at AS at, c.actor AS actor, c.action AS action, collect(c) AS changes
CALL (changes) {
  UNWIND changes AS c
  SET c.command = changes[0].id
} IN TRANSACTIONS OF 100 ROWS;
