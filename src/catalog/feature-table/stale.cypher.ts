/**
 * Whether a feature table is older than it may be, as a Cypher condition: it says how fresh it is to be, and none of its
 * materialisations was written so lately before `$p.now` (milliseconds since 1970), or ever. Without `expectedFreshness` nothing is stale.
 */
export const isStale = (table: string): string => `(${table}.expectedFreshness IS NOT NULL AND NOT EXISTS {
    (${table})-[:MATERIALISED_IN]->(:Dataset)-[:HAS_VERSION]->(version)
    WHERE datetime(replace(version.writtenAt, ' ', 'T') + 'Z') + duration(${table}.expectedFreshness)
      >= datetime({epochMillis: toInteger($p.now)})
  })`;
