// run(externalId) without a namespace.
CREATE INDEX run_external_id IF NOT EXISTS FOR (n:Run) ON (n.externalId);

CALL db.awaitIndexes(300);
