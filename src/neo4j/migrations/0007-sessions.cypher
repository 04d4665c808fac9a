// Of people who have logged in with a browser, and what their pages call themselves by (src/access/session).
CREATE CONSTRAINT session_id IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT session_hash IF NOT EXISTS FOR (n:Session) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT page_token_hash IF NOT EXISTS FOR (n:PageToken) REQUIRE n.hash IS UNIQUE;

CREATE INDEX session_expires_at IF NOT EXISTS FOR (n:Session) ON (n.expiresAt);

CALL db.awaitIndexes(300);
