// How far the changes of other registers have been read.
CREATE CONSTRAINT sync_position_register IF NOT EXISTS FOR (n:SyncPosition) REQUIRE n.register IS UNIQUE;
