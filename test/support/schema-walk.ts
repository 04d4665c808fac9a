import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  visit,
} from 'graphql';

/** Arguments that a field is asked with; each set of them is asked for. */
export type Arguments = Readonly<Record<string, unknown>>;
/** By `Type.field`; a field with required arguments that has none here fails the walk. */
export type Asked = Readonly<Record<string, readonly Arguments[]>>;

const isEntity = (type: GraphQLNamedType): boolean =>
  'getInterfaces' in type && (type.name === 'Entity' || type.name === 'Node' || type.getInterfaces().some(({ name }) => name === 'Node'));
const isConnection = ({ name }: GraphQLNamedType): boolean => name.endsWith('Connection');

/** Selections that leave nothing out, made of the schema itself: what is added to it is asked for too. */
export class SchemaWalk {
  #aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly asked: Asked,
    /** Whether a set of arguments is to be asked; fields without arguments are, if `allFields`. */
    private readonly wants: (given: Arguments) => boolean = () => true,
    private readonly allFields = true,
    private readonly first = 10,
  ) {}

  /** Every field of a type, and of what it is related to where that is not too much. Empty where nothing of it is wanted. */
  everything(name: string, mostFields: number): string {
    const [deep, flat] = [1, 0].map((depth) => {
      this.#aliases = 0;
      return this.#fields(this.#type(name), depth, []);
    });
    return countFields(deep!) > mostFields ? flat! : deep!;
  }

  #type(name: string): GraphQLNamedType {
    return this.schema.getType(name)!;
  }

  #fields(type: GraphQLNamedType, depth: number, above: readonly string[]): string {
    if (isUnionType(type))
      return type
        .getTypes()
        .map((each) => `... on ${each.name} { ${this.#fields(each, depth, above)} }`)
        .join(' ');
    if (!('getFields' in type)) return '';
    const fields = Object.values(type.getFields() as Record<string, GraphQLField<unknown, unknown>>);
    return fields
      .map((field) => this.#field(type, field, depth, above))
      .filter(Boolean)
      .join(' ');
  }

  #field(of: GraphQLNamedType, field: GraphQLField<unknown, unknown>, depth: number, above: readonly string[]): string {
    const key = `${of.name}.${field.name}`;
    const sets = this.asked[key] ?? this.asked[`*.${field.name}`];
    const required = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    if (!sets && required.length > 0)
      throw new Error(`${key} needs ${required.map(({ name }) => name).join(', ')}: say with what it is to be asked.`);
    const inner = this.#inside(getNamedType(field.type), depth, above);
    if (inner === undefined) return '';
    const given = sets ? sets.filter(this.wants) : this.allFields ? [{}] : [];
    return given
      .map(
        (set, at) =>
          `${at === 0 && !sets ? '' : `a${this.#aliases++}_${field.name}: `}${field.name}${this.#given(field.args, set)}${inner}`,
      )
      .join(' ');
  }

  /** Undefined: it is not followed. */
  #inside(type: GraphQLNamedType, depth: number, above: readonly string[]): string | undefined {
    if (!isCompositeType(type)) return '';
    if (isConnection(type) && isObjectType(type)) {
      const edge = getNamedType(type.getFields().edges!.type) as GraphQLObjectType;
      const node = getNamedType(edge.getFields().node!.type);
      const others = (of: GraphQLObjectType, known: readonly string[]): string =>
        Object.values(of.getFields())
          .filter(({ name }) => !known.includes(name))
          .map((field) => this.#field(of, field, depth, above))
          .join(' ');
      const edges = `cursor node${this.#inside(node, depth, above) ?? ' { __typename }'} ${others(edge, ['node', 'cursor'])}`;
      return ` { edges { ${edges} } ${others(type, ['edges', 'nodes', 'pageInfo'])} pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    }
    if (isEntity(type)) return depth > 0 && isObjectType(type) ? ` { __typename ${this.#fields(type, depth - 1, above)} }` : SUMMARY;
    if (above.includes(type.name)) return undefined;
    return ` { __typename ${this.#fields(type, depth, [...above, type.name])} }`;
  }

  #given(args: readonly GraphQLArgument[], set: Arguments): string {
    const first = args.some(({ name }) => name === 'first') && !('first' in set) ? { first: this.first } : {};
    const all = Object.entries({ ...first, ...set });
    if (all.length === 0) return '';
    return `(${all.map(([name, value]) => `${name}: ${literal(value, args.find((arg) => arg.name === name)!)}`).join(', ')})`;
  }

  /** Arguments of a query, as they are written in a document. */
  written(query: string, given: Arguments): string {
    return this.#given(this.schema.getQueryType()!.getFields()[query]!.args, given);
  }

  /** The filters of a list, each by itself, by what its fields may be. Throws where nobody says what one may be. */
  filtersOf(query: string, values: (field: string, type: string, query: string) => readonly unknown[] | undefined): Arguments[] {
    const arg = this.schema
      .getQueryType()!
      .getFields()
      [query]!.args.find(({ name }) => name === 'filter');
    const type = arg && getNamedType(arg.type);
    if (!type || !isInputObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      const known = isEnumType(named) ? named.getValues().map(({ name }) => name) : named.name === 'Boolean' ? [true, false] : undefined;
      const given = values(field.name, named.name, query) ?? known;
      if (!given) throw new Error(`${type.name}.${field.name}: say with what it is to be asked.`);
      return given.map((value) => ({ filter: { [field.name]: isList(field) ? [value] : value } }));
    });
  }
}

function countFields(selection: string): number {
  if (selection === '') return 0;
  let count = 0;
  visit(parse(`{ ${selection} }`), { Field: () => void count++ });
  return count;
}

const isList = ({ type }: GraphQLInputField): boolean => String(type).startsWith('[');
const SUMMARY = ' { __typename id ... on Entity { kind namespace name description described lastPosition } }';

/** As GraphQL writes values; of enums without quotes. */
function literal(value: unknown, { type }: Pick<GraphQLArgument, 'type'>): string {
  const named = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, { type: named })).join(', ')}]`;
  if (isInputObjectType(named) && typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, each]) => `${name}: ${literal(each, named.getFields()[name]!)}`)
      .join(', ')}}`;
  return isEnumType(named) ? String(value) : JSON.stringify(value);
}
