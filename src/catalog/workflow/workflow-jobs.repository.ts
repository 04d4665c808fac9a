import type { Database } from '../../neo4j/database.js';

// What a version of the workflow writes, now or earlier: datasets under all their names, and those that hold its feature tables.
const APPLIES = `
MATCH (w:Entity {id: $p.workflow})
MATCH (j:Entity {id: $p.job})
WHERE j:Job
CALL (w) {
  WITH w WHERE w:WorkflowVersion
  RETURN w AS v
  UNION
  MATCH (w)<-[:VERSION_OF]-(v:WorkflowVersion)
  RETURN v
}
WITH j, v, w
CALL (v) {
  MATCH (v)-[:PRODUCES|PRODUCED]->(d:Dataset)
  RETURN d
  UNION
  MATCH (v)-[:PRODUCES|PRODUCED]->(:FeatureTable)-[:MATERIALISED_IN]->(d:Dataset)
  RETURN d
}
MATCH (d)-[:SAME_AS*0..]-(:Dataset)<-[:PRODUCES]-(j)
RETURN true AS applies LIMIT 1`;

/** Whether a job applies a workflow, or a version of it: it writes what that produces. */
export async function appliesWorkflow(database: Database, job: string, workflow: string): Promise<boolean> {
  return (await database.read(APPLIES, { p: { job, workflow } })).length > 0;
}
