/**
 * Which folder may import which (docs/decisions/0006-imports-one-way.md):
 * connectors -> push contract, ingest | graphql | run -> write, catalog, lineage, search, events -> neo4j; only app.ts and main.ts see everything.
 */
const PURE_CATALOG = '^src/catalog/(id|kind|time|attributes|projection|flow)[.]ts$';
// x.ts of a concept: plain types and rules, no dot in its name before the extension.
const CATALOG_RULES = '^src/catalog/[^/]+/[^/.]+[.]ts$';
// Which words an entity is found by is as pure as what its node holds.
const SEARCH_RULES = '^src/search/(tokenise|search-words)[.]ts$';
const GRAPHQL_PACKAGES =
  '(^|/)node_modules/(graphql|type-graphql|graphql-scalars|graphql-query-complexity|@apollo|@as-integrations|dataloader)/';
const COMPOSITION = '^src/(app|main)[.]ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^src/', pathNot: '[.]test[.]ts$|[.]d[.]ts$' }, to: {} },
    // The one that is left out holds types only, which is what makes it unresolvable.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' } },
    {
      name: 'no-dev-dependencies-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-tests-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]ts$' },
      to: { path: '^(test|scripts)/|[.]test[.]ts$' },
    },
    {
      name: 'only-app-sees-everything',
      comment: 'app.ts puts the parts together; nothing but main.ts (and commands in bin) imports it',
      severity: 'error',
      from: { path: '^src/', pathNot: COMPOSITION },
      to: { path: COMPOSITION },
    },
    {
      name: 'neo4j-at-the-bottom',
      severity: 'error',
      from: { path: '^src/neo4j/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/', pathNot: '^src/(neo4j/|(errors|log)[.]ts$)' },
    },
    {
      name: 'artifact-store-at-the-bottom',
      comment: 'it holds bytes, and knows nothing of the catalog but how hashes look',
      severity: 'error',
      from: { path: '^src/artifact-store/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/', pathNot: '^src/(artifact-store/|catalog/artifact/content-hash[.]ts$|(errors|log)[.]ts$)' },
    },
    {
      name: 'outbound-at-the-bottom',
      comment: 'what is asked by addresses that users gave is asked by it, and it knows nothing of why',
      severity: 'error',
      from: { path: '^src/outbound/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/', pathNot: '^src/outbound/' },
    },
    {
      name: 's3-only-in-the-artifact-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/artifact-store/' },
      to: { path: '(^|/)node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'driver-only-in-neo4j',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/neo4j/|[.]test[.]ts$' },
      to: { path: '(^|/)node_modules/neo4j-driver' },
    },
    {
      name: 'write-knows-rules-not-repositories',
      comment: 'the Writer uses the pure files of the catalog only; it owns its own statements',
      severity: 'error',
      from: { path: '^src/write/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/', pathNot: ['^src/(write/|neo4j/|(errors|log)[.]ts$)', PURE_CATALOG, CATALOG_RULES, SEARCH_RULES] },
    },
    { name: 'write-without-graphql', severity: 'error', from: { path: '^src/write/' }, to: { path: GRAPHQL_PACKAGES } },
    {
      name: 'rules-are-plain',
      comment: 'catalog/<concept>/<concept>.ts: no driver, no GraphQL, no repository',
      severity: 'error',
      from: { path: [PURE_CATALOG, CATALOG_RULES] },
      to: {
        path: [
          '^src/(neo4j|graphql|ingest|run|access|lineage|search|events)/',
          '[.](repository|resolver|type|input)[.]ts$',
          GRAPHQL_PACKAGES,
        ],
      },
    },
    {
      name: 'repositories-without-graphql',
      severity: 'error',
      from: { path: '[.]repository[.]ts$' },
      to: { path: ['[.](resolver|type|input)[.]ts$', GRAPHQL_PACKAGES] },
    },
    {
      name: 'adapters-import-no-adapters',
      comment: 'ingest and run are entrances: they hand facts and commands to the Writer, nobody imports them',
      severity: 'error',
      from: { path: '^src/', pathNot: `${COMPOSITION}|^src/(ingest|run)/` },
      to: { path: '^src/(ingest|run)/' },
    },
    {
      name: 'ingest-needs-no-graphql',
      severity: 'error',
      from: { path: '^src/ingest/' },
      to: { path: ['^src/(graphql|catalog/.*[.](repository|resolver|type|input)[.]ts$)', GRAPHQL_PACKAGES] },
    },
    {
      name: 'connectors-use-the-push-contract',
      severity: 'error',
      from: { path: '^connectors/([^/]+)/' },
      to: { path: '^(src|connectors)/', pathNot: '^connectors/($1|sdk)/' },
    },
    {
      name: 'the-sample-is-a-client',
      comment: 'it knows the API and nothing else, as programs of users do',
      severity: 'error',
      from: { path: '^sample/' },
      to: { path: '^(bin|connectors|scripts|src|test)/|(^|/)node_modules/' },
    },
    { name: 'src-imports-no-sample', severity: 'error', from: { path: '^src/' }, to: { path: '^sample/' } },
    { name: 'src-imports-no-connector', severity: 'error', from: { path: '^src/' }, to: { path: '^connectors/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
