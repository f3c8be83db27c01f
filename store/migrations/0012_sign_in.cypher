// What signing in keeps: secrets by their hashes, and the audit records.

CREATE CONSTRAINT session_hash IF NOT EXISTS FOR (n:Session) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT access_token_hash IF NOT EXISTS FOR (n:AccessToken) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT access_token_key IF NOT EXISTS FOR (n:AccessToken) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT sign_in_link_hash IF NOT EXISTS FOR (n:SignInLink) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT sign_in_flow_hash IF NOT EXISTS FOR (n:SignInFlow) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT passkey_key IF NOT EXISTS FOR (n:Passkey) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT passkey_ceremony_hash IF NOT EXISTS FOR (n:PasskeyCeremony) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT invitation_hash IF NOT EXISTS FOR (n:Invitation) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT audit_record_key IF NOT EXISTS FOR (n:AuditRecord) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT server_address_name IF NOT EXISTS FOR (n:ServerAddress) REQUIRE n.name IS UNIQUE;

// Links, sign-ins and sessions that are over are looked for by when. A provider ends sessions by what it calls them, or all of somebody. Audit records are listed by when, and those of one account by account.
CREATE INDEX sign_in_link_expiry IF NOT EXISTS FOR (n:SignInLink) ON (n.expiresAt);
CREATE INDEX sign_in_flow_expiry IF NOT EXISTS FOR (n:SignInFlow) ON (n.expiresAt);
CREATE INDEX passkey_ceremony_expiry IF NOT EXISTS FOR (n:PasskeyCeremony) ON (n.expiresAt);
CREATE INDEX session_start IF NOT EXISTS FOR (n:Session) ON (n.startedAt);
CREATE INDEX session_sid IF NOT EXISTS FOR (n:Session) ON (n.issuer, n.sid);
CREATE INDEX session_subject IF NOT EXISTS FOR (n:Session) ON (n.issuer, n.subject);
CREATE INDEX audit_record_at IF NOT EXISTS FOR (n:AuditRecord) ON (n.at);
CREATE INDEX audit_record_account IF NOT EXISTS FOR (n:AuditRecord) ON (n.account, n.at);
