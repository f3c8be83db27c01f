// duplicates: what names of organisations have in common that may mean one body, in whatever language and with a letter wrong. An
// organisation has several such keys, so each is a node of its own, in place of the one likeness that an organisation had.
CREATE INDEX likeness_key IF NOT EXISTS FOR (n:LikenessKey) ON (n.key);
DROP INDEX organisation_likeness IF EXISTS;
MATCH (n:Organisation|FormerRecord)
WHERE n.likeness IS NOT NULL
SET n.likeness = null;
