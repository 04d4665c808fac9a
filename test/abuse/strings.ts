import {
  buildClientSchema,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Attack, notHarmless, Tally } from './attack.js';
import { post, type Target } from './target.js';

/** What would mean something to Cypher, Lucene, a regular expression, JSON, a file system, or a terminal. */
const CORPUS: readonly string[] = [
  `' OR 1=1 //`,
  `" OR ""="`,
  '` RETURN 1 //',
  `'}) DETACH DELETE n //`,
  `'}) MATCH (n) DETACH DELETE n WITH 1 AS x MATCH ({id: '`,
  `x' UNION MATCH (t:Token) RETURN t.hash AS id //`,
  `"; CALL dbms.shutdown(); //`,
  `' CALL { MATCH (n) DELETE n } //`,
  `LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l`,
  '$p.id',
  '${7*7}',
  'Dataset`]->(x) DELETE x //',
  '*',
  '*:*',
  '?* AND (a OR b',
  'a~0.1 b^99999 [a TO *] {* TO z}',
  '"unclosed phrase',
  '\\',
  '+-&&||!(){}[]^"~*?:\\/',
  `${'('.repeat(2_000)}a`,
  `${'a*'.repeat(2_000)}`,
  '/(a+)+$/',
  `${'a'.repeat(60)}!`,
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '__proto__',
  'constructor.prototype',
  '{"$gt":""}',
  '<script>alert(1)</script>',
  '\u0000',
  'a\r\nSet-Cookie: x=1',
  '\u202egnp.exe',
  '\ud800',
  '\u001b[2J',
  'eyJrIjpbIicpIERFVEFDSCBERUxFVEUgbiAvLyJdfQ==',
  Buffer.from(JSON.stringify(["') DETACH DELETE n //", 1])).toString('base64url'),
  '9'.repeat(400),
  '-1',
  'NaN',
  'x'.repeat(100_000),
];

const SCALAR_VALUES: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: false };

/** A value for an argument; `said` wherever a text may stand, which `texts` counts. */
function argumentOf(type: GraphQLInputType, said: string, depth = 0): { value: unknown; texts: number } {
  if (isNonNullType(type)) return argumentOf(type.ofType, said, depth);
  if (isListType(type)) {
    const { value, texts } = argumentOf(type.ofType, said, depth);
    return { value: [value], texts };
  }
  if (isEnumType(type)) return { value: type.getValues()[0]!.name, texts: 0 };
  if (!isInputObjectType(type))
    return type.name in SCALAR_VALUES ? { value: SCALAR_VALUES[type.name], texts: 0 } : { value: said, texts: 1 };
  let texts = 0;
  const value: Record<string, unknown> = {};
  for (const field of Object.values(type.getFields())) {
    // Inputs may hold each other without end.
    if (depth > 4 && !isNonNullType(field.type)) continue;
    const inner = argumentOf(field.type, said, depth + 1);
    value[field.name] = inner.value;
    texts += inner.texts;
  }
  return { value, texts };
}

/** An argument that a text can be put into, and the operation that does so. */
export interface Mouth {
  readonly what: string;
  readonly query: string;
  variables(said: string): object;
}

/** Of each argument alone, with what the field cannot do without; and, of an input object, of each of its fields alone. */
function* mouthsOf(
  place: string,
  around: (selection: string) => string,
  args: readonly GraphQLArgument[],
  isComposite: boolean,
  name: string,
  operation: string,
): Generator<Mouth> {
  for (const arg of args) {
    const named = getNamedType(arg.type);
    const fields = isInputObjectType(named) ? Object.values(named.getFields()) : [undefined];
    for (const field of fields) {
      if (argumentOf(field?.type ?? arg.type, '').texts === 0) continue;
      const given = args.filter((other) => other === arg || (isNonNullType(other.type) && other.defaultValue === undefined));
      const header = given.map((other) => `$${other.name}: ${other.type}`).join(', ');
      const handed = given.map((other) => `${other.name}: $${other.name}`).join(', ');
      yield {
        what: `${place}(${arg.name}${field ? `.${field.name}` : ''})`,
        query: `${operation} (${header}) { ${around(`${name}(${handed})${isComposite ? ' { __typename }' : ''}`)} }`,
        variables: (said) =>
          Object.fromEntries(
            given.map((other) => {
              if (other !== arg) return [other.name, argumentOf(other.type, 'none').value];
              if (!field || !isInputObjectType(named)) return [other.name, argumentOf(other.type, said).value];
              const required = Object.values(named.getFields()).filter(
                (each) => each !== field && isNonNullType(each.type) && each.defaultValue === undefined,
              );
              const value = {
                ...Object.fromEntries(required.map((each) => [each.name, argumentOf(each.type, 'none').value])),
                [field.name]: argumentOf(field.type, said).value,
              };
              return [other.name, isListType(isNonNullType(arg.type) ? arg.type.ofType : arg.type) ? [value] : value];
            }),
          ),
      };
    }
  }
}

/** Every argument of the schema that takes a text: of queries, of mutations, and of fields of what `ids` name. */
export function* mouths(schema: GraphQLSchema, ids: Readonly<Record<string, string>>): Generator<Mouth> {
  for (const [operation, type] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const)
    for (const field of Object.values(type?.getFields() ?? {}))
      yield* mouthsOf(
        `${operation} ${field.name}`,
        (selection) => selection,
        field.args,
        isCompositeType(getNamedType(field.type)),
        field.name,
        operation,
      );
  for (const [kind, id] of Object.entries(ids)) {
    const type = schema.getType(kind);
    if (!isObjectType(type)) throw new Error(`The schema has no type ${kind}.`);
    for (const field of Object.values(type.getFields()))
      yield* mouthsOf(
        `${kind}.${field.name}`,
        (selection) => `node(id: ${JSON.stringify(id)}) { ... on ${kind} { ${selection} } }`,
        field.args,
        isCompositeType(getNamedType(field.type)),
        field.name,
        'query',
      );
  }
}

/** Puts each text into each mouth (`--smoke`: one of them into each), as an administrator, who gets furthest. */
export const stringAttack = (ids: Readonly<Record<string, string>>): Attack => ({
  what: 'Cypher, Lucene and the like in every argument that takes a text',
  async run(target) {
    const { text } = await post(target, { query: getIntrospectionQuery() }, target.admin);
    const schema = buildClientSchema((JSON.parse(text) as { data: IntrospectionQuery }).data);
    const tally = new Tally();
    let turn = 0;
    const waiting: (() => Promise<void>)[] = [];
    for (const mouth of mouths(schema, ids))
      for (const said of target.full ? CORPUS : [CORPUS[turn++ % CORPUS.length]!]) waiting.push(() => sayInto(target, mouth, said, tally));
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await next();
    };
    await Promise.all([work(), work()]);
    return tally;
  },
});

async function sayInto(target: Target, mouth: Mouth, said: string, tally: Tally): Promise<void> {
  const answer = await post(target, { query: mouth.query, variables: mouth.variables(said) }, target.admin);
  const about = `${mouth.what} with ${JSON.stringify(said).slice(0, 40)}`;
  // What is made on the way is a secret that is meant for whoever asked.
  const isUnread = answer.text.includes('GRAPHQL_VALIDATION_FAILED');
  tally.add(
    about,
    isUnread
      ? `the test asks what is not valid: ${answer.text.slice(0, 200)}`
      : notHarmless({ ...answer, text: answer.text.replaceAll(said, '') }, target.secrets),
  );
}
