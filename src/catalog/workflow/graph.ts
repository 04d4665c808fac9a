import type { WorkflowDefinition, WorkflowNode } from './definition.js';

/** A workflow as a graph. Inputs that name no node are left out; of nodes with the same id the first counts. */
export interface WorkflowGraph {
  readonly nodes: readonly WorkflowNode[];
  readonly byId: ReadonlyMap<string, WorkflowNode>;
  /** The nodes that read a node; each once. */
  readersOf(node: WorkflowNode): readonly WorkflowNode[];
  /** The nodes that a node reads, in the order of its inputs. */
  inputsOf(node: WorkflowNode): readonly WorkflowNode[];
  /** Each set of nodes that read each other in a circle, as one such circle: `['a', 'b']` when b reads a and a reads b. */
  readonly circles: readonly (readonly string[])[];
  /** Every node after those that it reads; without nodes in circles or behind them. */
  readonly order: readonly WorkflowNode[];
}

/** Takes time in proportion to nodes and inputs. */
export function graphOf({ nodes }: WorkflowDefinition): WorkflowGraph {
  const byId = new Map<string, WorkflowNode>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const inputs = new Map(nodes.map((node) => [node, node.inputs.flatMap((id) => byId.get(id) ?? [])]));
  const inputsOf = (node: WorkflowNode): readonly WorkflowNode[] => inputs.get(node) ?? [];
  const readers = new Map<WorkflowNode, WorkflowNode[]>();
  for (const node of nodes)
    for (const input of new Set(inputsOf(node))) {
      const known = readers.get(input);
      if (known) known.push(node);
      else readers.set(input, [node]);
    }
  const readersOf = (node: WorkflowNode): readonly WorkflowNode[] => readers.get(node) ?? [];
  const order = orderOf(nodes, inputsOf, readersOf);
  return { nodes, byId, readersOf, inputsOf, order, circles: order.length < nodes.length ? circlesOf(nodes, inputsOf) : [] };
}

type Beside = (node: WorkflowNode) => readonly WorkflowNode[];

function orderOf(nodes: readonly WorkflowNode[], inputsOf: Beside, readersOf: Beside): WorkflowNode[] {
  const waitingFor = new Map(nodes.map((node) => [node, new Set(inputsOf(node)).size]));
  const order = nodes.filter((node) => waitingFor.get(node) === 0);
  // Grows while it is walked.
  for (const node of order)
    for (const reader of readersOf(node)) {
      const left = waitingFor.get(reader)! - 1;
      waitingFor.set(reader, left);
      if (left === 0) order.push(reader);
    }
  return order;
}

/** Tarjan's strongly connected components. Recursive: a workflow has at most 1,000 nodes. */
function circlesOf(nodes: readonly WorkflowNode[], inputsOf: Beside): string[][] {
  const found = new Map<WorkflowNode, number>();
  const open: WorkflowNode[] = [];
  const isOpen = new Set<WorkflowNode>();
  const circles: string[][] = [];

  function visit(node: WorkflowNode): number {
    const own = found.size;
    found.set(node, own);
    open.push(node);
    isOpen.add(node);
    let lowest = own;
    for (const input of inputsOf(node)) {
      if (!found.has(input)) lowest = Math.min(lowest, visit(input));
      else if (isOpen.has(input)) lowest = Math.min(lowest, found.get(input)!);
    }
    if (lowest === own) {
      const component = new Set<WorkflowNode>();
      while (isOpen.has(node)) {
        const member = open.pop()!;
        isOpen.delete(member);
        component.add(member);
      }
      if (component.size > 1 || inputsOf(node).includes(node)) circles.push(circleIn(component, inputsOf));
    }
    return lowest;
  }
  for (const node of nodes) if (!found.has(node)) visit(node);
  return circles;
}

/** One circle of a component, against the inputs and then turned round; begins with its smallest id. */
function circleIn(component: ReadonlySet<WorkflowNode>, inputsOf: Beside): string[] {
  const walked: WorkflowNode[] = [];
  const at = new Map<WorkflowNode, number>();
  const [start] = [...component].sort((a, b) => (a.id < b.id ? -1 : 1));
  let node = start!;
  while (!at.has(node)) {
    at.set(node, walked.push(node) - 1);
    node = inputsOf(node).find((input) => component.has(input))!;
  }
  const circle = walked
    .slice(at.get(node))
    .map(({ id }) => id)
    .reverse();
  const first = circle.indexOf([...circle].sort()[0]!);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
