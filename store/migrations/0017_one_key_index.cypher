// What identifies a record is found by one index, whatever its type, so that a command that writes several types asks once.
CREATE INDEX record_key IF NOT EXISTS FOR (n:Record) ON (n.naturalKey);
DROP INDEX application_key IF EXISTS;
DROP INDEX decision_key IF EXISTS;
DROP INDEX award_key IF EXISTS;
DROP INDEX network_key IF EXISTS;
DROP INDEX document_key IF EXISTS;
DROP INDEX theme_key IF EXISTS;
