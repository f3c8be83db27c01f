// Webhooks: where changes are told, and how far each has been told.
CREATE CONSTRAINT webhook_key IF NOT EXISTS FOR (n:Webhook) REQUIRE n.key IS UNIQUE;
