import { expect, test } from '@jest/globals';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { selectedFields } from './selection.js';

test('fields under a path, through fragments of both sorts and aliases', () => {
  const document =
    parse(`{ lineage { n: nodes { entity { id ...a } } ... on Lineage { nodes { entity { ... on Job { trigger } } } } edges { from } } }
    fragment a on Entity { name ...b } fragment b on Entity { described }`);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const fragments = Object.fromEntries(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const [field] = operation.selectionSet.selections;
  const info = { fieldNodes: [field] as never, fragments };
  expect([...selectedFields(info, ['nodes', 'entity'])]).toEqual(['id', 'name', 'described', 'trigger']);
  expect([...selectedFields(info, ['edges'])]).toEqual(['from']);
  expect([...selectedFields(info, ['counts'])]).toEqual([]);
});
