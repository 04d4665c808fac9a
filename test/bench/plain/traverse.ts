import type { Driver } from 'neo4j-driver';

/** The lineage below an entity, found hop by hop in Vinci's own graph: what a program that knows the graph would do. */
const HOP = `MATCH (a:Entity)-[r:FEEDS|PRODUCES]->(b:Entity) WHERE a.id IN $p.ids
RETURN a.id AS from, type(r) AS kind, b.id AS to, b.kind AS toKind, b.namespace AS namespace, b.name AS name`;

export interface Walk {
  /** Id and distance in edges, the root at 0. */
  readonly nodes: ReadonlyMap<string, number>;
  readonly edges: number;
}

export async function walkPlainly(driver: Driver, root: string, depth: number): Promise<Walk> {
  const nodes = new Map([[root, 0]]);
  let edges = 0;
  let frontier = [root];
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    await session.executeRead(async (tx) => {
      for (let distance = 1; distance <= depth && frontier.length > 0; distance++) {
        const { records } = await tx.run<{ to: string }>(HOP, { p: { ids: frontier } });
        frontier = [];
        edges += records.length;
        for (const record of records) {
          const { to } = record.toObject();
          if (nodes.has(to)) continue;
          nodes.set(to, distance);
          frontier.push(to);
        }
      }
    });
  } finally {
    await session.close();
  }
  return { nodes, edges };
}
