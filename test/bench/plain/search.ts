import type { Driver } from 'neo4j-driver';

/** What a program that knows the index would ask: the first that Lucene gives, in its order. */
const FIRST = `
CALL db.index.fulltext.queryNodes('search_words', $p.lucene, {limit: toInteger($p.first)}) YIELD node
RETURN node.id AS id, node.kind AS kind, node.namespace AS namespace, node.name AS name, node.description AS description`;

export async function searchPlainly(driver: Driver, lucene: string, first: number): Promise<string[]> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.executeRead((tx) => tx.run<{ id: string }>(FIRST, { p: { lucene, first } }));
    return records.map((record) => record.get('id'));
  } finally {
    await session.close();
  }
}
