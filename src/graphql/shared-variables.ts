import { type DocumentNode, Kind, type VariableDefinitionNode, visit } from 'graphql';

type Variables = { readonly [name: string]: unknown };

/**
 * The variables, in order, without those that only say from which position on somebody is told: who began elsewhere is told the same
 * from then on.
 */
export function withoutPosition(document: DocumentNode, variables: Variables): [name: string, value: unknown][] {
  const positions = positionsIn(document);
  return Object.entries(variables)
    .filter(([name]) => !positions.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const KNOWN = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** Names of variables that are of the type Position and stand for nothing but arguments named `after`. */
function positionsIn(document: DocumentNode): ReadonlySet<string> {
  const known = KNOWN.get(document);
  if (known) return known;
  const positions = new Set<string>();
  const others = new Set<string>();
  visit(document, {
    VariableDefinition: (definition) => {
      (isPosition(definition) ? positions : others).add(definition.variable.name.value);
      return false;
    },
    Argument: ({ name, value }) => {
      if (name.value === 'after' && value.kind === Kind.VARIABLE) return false;
    },
    Variable: ({ name }) => {
      others.add(name.value);
    },
  });
  const found = new Set([...positions].filter((name) => !others.has(name)));
  KNOWN.set(document, found);
  return found;
}

function isPosition({ type }: VariableDefinitionNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && named.name.value === 'Position';
}
