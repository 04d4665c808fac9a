import {
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/**
 * What an emitted schema lacks of the contract, and where it contradicts it. Lacking may be owed for a while; a contradiction
 * never is. Paths: `Dataset`, `Dataset.access`, `Query.dataset(asOf:)`, `EntityKind.FEATURE`, `Dataset implements Entity`.
 */
export interface Comparison {
  readonly missing: readonly string[];
  readonly contradictions: readonly string[];
}

/**
 * Both texts are parsed only, never built: the contract names types that it does not spell out, whose shape is free.
 * What is spelled out must be there with the same nullability and list shape. Arguments and inputs must accept at least
 * what is shown; added ones must be optional.
 */
export function compareWithContract(contract: string, emitted: string): Comparison {
  const found = new Found();
  const types = typesOf(parse(emitted));
  for (const expected of typesOf(parse(contract)).values()) compareType(expected, types.get(expected.name.value), found);
  return found;
}

class Found implements Comparison {
  readonly missing: string[] = [];
  readonly contradictions: string[] = [];
}

function typesOf(document: DocumentNode): Map<string, TypeDefinitionNode> {
  const definitions = document.definitions.filter((node) => 'name' in node && node.kind.endsWith('TypeDefinition')) as TypeDefinitionNode[];
  return new Map(definitions.map((definition) => [definition.name.value, definition]));
}

function compareType(expected: TypeDefinitionNode, actual: TypeDefinitionNode | undefined, found: Found): void {
  const name = expected.name.value;
  if (!actual) {
    found.missing.push(name);
    return;
  }
  if (actual.kind !== expected.kind) {
    found.contradictions.push(`${name} is ${aKind(actual)}; the contract says ${aKind(expected)}.`);
    return;
  }
  const lacks = (
    actualNames: readonly Named[] | undefined,
    expectedNames: readonly Named[] | undefined,
    path: (name: string) => string,
  ): void => {
    const present = new Set(actualNames?.map((node) => node.name.value));
    for (const node of expectedNames ?? []) if (!present.has(node.name.value)) found.missing.push(path(node.name.value));
  };
  switch (expected.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      lacks((actual as typeof expected).interfaces, expected.interfaces, (implemented) => `${name} implements ${implemented}`);
      compareFields(name, expected.fields ?? [], (actual as typeof expected).fields ?? [], found);
      break;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      compareInputs((input) => `${name}.${input}`, expected.fields ?? [], (actual as typeof expected).fields ?? [], found);
      break;
    case Kind.ENUM_TYPE_DEFINITION:
      lacks((actual as typeof expected).values, expected.values, (value) => `${name}.${value}`);
      break;
    case Kind.UNION_TYPE_DEFINITION:
      lacks((actual as typeof expected).types, expected.types, (member) => `${name} = ${member}`);
      break;
    case Kind.SCALAR_TYPE_DEFINITION:
      break;
  }
}

interface Named {
  readonly name: { readonly value: string };
}

function compareFields(type: string, expected: readonly FieldDefinitionNode[], actual: readonly FieldDefinitionNode[], found: Found): void {
  const present = new Map(actual.map((field) => [field.name.value, field]));
  for (const field of expected) {
    const path = `${type}.${field.name.value}`;
    const counterpart = present.get(field.name.value);
    if (!counterpart) {
      found.missing.push(path);
      continue;
    }
    if (print(counterpart.type) !== print(field.type))
      found.contradictions.push(`${path} is ${print(counterpart.type)}; the contract says ${print(field.type)}.`);
    compareInputs((argument) => `${path}(${argument}:)`, field.arguments ?? [], counterpart.arguments ?? [], found);
  }
}

/** Arguments of a field, or fields of an input type. */
function compareInputs(
  pathOf: (name: string) => string,
  expected: readonly InputValueDefinitionNode[],
  actual: readonly InputValueDefinitionNode[],
  found: Found,
): void {
  const present = new Map(actual.map((input) => [input.name.value, input]));
  for (const input of expected) {
    const path = pathOf(input.name.value);
    const counterpart = present.get(input.name.value);
    if (!counterpart) found.missing.push(path);
    else {
      if (!accepts(counterpart.type, input.type))
        found.contradictions.push(`${path} is ${print(counterpart.type)}; the contract lets clients send ${print(input.type)}.`);
      if (input.defaultValue && text(counterpart.defaultValue) !== text(input.defaultValue))
        found.contradictions.push(
          `${path} is ${text(counterpart.defaultValue)} by default; the contract says ${text(input.defaultValue)}.`,
        );
    }
  }
  const named = new Set(expected.map((input) => input.name.value));
  for (const added of actual)
    if (!named.has(added.name.value) && added.type.kind === Kind.NON_NULL_TYPE && !added.defaultValue)
      found.contradictions.push(`${pathOf(added.name.value)} is not in the contract and must be optional, but is ${print(added.type)}.`);
}

/** Whether each value of type `shown` is accepted where `actual` is declared. */
function accepts(actual: TypeNode, shown: TypeNode): boolean {
  if (shown.kind === Kind.NON_NULL_TYPE) return accepts(actual.kind === Kind.NON_NULL_TYPE ? actual.type : actual, shown.type);
  if (actual.kind === Kind.NON_NULL_TYPE) return false;
  if (actual.kind === Kind.LIST_TYPE && shown.kind === Kind.LIST_TYPE) return accepts(actual.type, shown.type);
  return actual.kind === Kind.NAMED_TYPE && shown.kind === Kind.NAMED_TYPE && actual.name.value === shown.name.value;
}

const text = (value: ConstValueNode | undefined): string => (value ? print(value) : 'nothing');
const aKind = (type: TypeDefinitionNode): string =>
  type.kind.replace('TypeDefinition', '').replace('Object', ' object').trim().toLowerCase();
