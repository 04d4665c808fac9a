// The same logic registered twice.
CREATE INDEX segment_version_content IF NOT EXISTS FOR (n:SegmentVersion) ON (n.contentHash);

CALL db.awaitIndexes(300);
