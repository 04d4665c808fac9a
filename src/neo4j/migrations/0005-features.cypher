// features(filter): by type or kind in the order of ids, and by words anywhere in name and description.
CREATE INDEX feature_data_type IF NOT EXISTS FOR (n:Feature) ON (n.dataType, n.id);
CREATE INDEX feature_semantic_kind IF NOT EXISTS FOR (n:Feature) ON (n.semanticKind, n.id);
CREATE TEXT INDEX feature_text IF NOT EXISTS FOR (n:Feature) ON (n.text);

CALL db.awaitIndexes(300);
