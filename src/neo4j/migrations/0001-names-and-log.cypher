// Statements end in a semicolon at the end of a line. Each must be safe to run again: it is, should Vinci be killed
// between a statement and the note that it was run.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entity_key IF NOT EXISTS FOR (n:Entity) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT column_key IF NOT EXISTS FOR (n:Column) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT content_hash IF NOT EXISTS FOR (n:Content) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT assertion_number IF NOT EXISTS FOR (n:Assertion) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT declaration_hash IF NOT EXISTS FOR (n:Declaration) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT log_name IF NOT EXISTS FOR (n:Log) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT log_batch_id IF NOT EXISTS FOR (n:LogBatch) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT log_batch_first IF NOT EXISTS FOR (n:LogBatch) REQUIRE n.first IS UNIQUE;
CREATE CONSTRAINT token_id IF NOT EXISTS FOR (n:Token) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT token_hash IF NOT EXISTS FOR (n:Token) REQUIRE n.hash IS UNIQUE;

CREATE INDEX log_batch_last IF NOT EXISTS FOR (n:LogBatch) ON (n.last);
CREATE INDEX assertion_job IF NOT EXISTS FOR (n:Assertion) ON (n.job);
CREATE INDEX declaration_subject IF NOT EXISTS FOR (n:Declaration) ON (n.subject);
CREATE INDEX entity_kind IF NOT EXISTS FOR (n:Entity) ON (n.kind);
CREATE INDEX dataset_namespace IF NOT EXISTS FOR (n:Dataset) ON (n.namespace);
CREATE INDEX job_namespace IF NOT EXISTS FOR (n:Job) ON (n.namespace);
CREATE INDEX run_sort_key IF NOT EXISTS FOR (n:Run) ON (n.sortKey);

CALL db.awaitIndexes(300);

// The one node that each write takes first.
MERGE (log:Log {name: 'log'}) ON CREATE SET log.position = 0, log.key = 0, log.hash = '';
