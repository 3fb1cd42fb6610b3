import type { GraphEdge, GraphNamespace, GraphNode, ManifestGraph } from './model';
import { roleOf } from './roles';

/**
 * The part of a graph that a picture shows. The peers of a NetworkPolicy are arrows between workloads there, and what every cluster
 * has, such as DNS, needs no arrow from each policy; what is unresolved is always shown. What is not in the input and has no arrow is left out.
 */
export function drawnGraph(graph: ManifestGraph): ManifestGraph {
  const origins = new Map(graph.nodes.map(({ id, origin }) => [id, origin]));
  const isShown = ({ from, to, relation, unresolved }: GraphEdge) => {
    if (unresolved) return true;
    const ends = [from, to].map((id) => origins.get(id));
    if (relation === 'peer') return !ends.includes('cluster') && ends[1] !== 'input';
    return relation !== 'allowed' || !ends.includes('cluster');
  };
  const edges = graph.edges.filter(isShown);
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const others = graph.nodes.filter(({ id, origin }) => origin === 'input' || ends.has(id));
  const names = new Set(others.map(({ namespace }) => namespace));
  const mentioned = new Set(graph.nodes.map(({ namespace }) => namespace));
  const namespaces = graph.namespaces.filter(
    ({ name, source, findings }) =>
      names.has(name) || source !== undefined || findings.length > 0 || !mentioned.has(name),
  );
  const cards = namespaces.filter(({ name, findings }) => findings.length > 0 || !names.has(name)).map(namespaceNode);
  const nodes = [...others, ...cards];
  return { ...graph, namespaces, nodes, edges };
}

/** The box of a namespace shows its Namespace; a card, in it, what a box cannot: that nothing else is there, or its findings. */
function namespaceNode({ name, source, findings }: GraphNamespace): GraphNode {
  const kind = 'Namespace';
  const id = `/${kind}//${name}`;
  const base = { id, role: roleOf(kind), group: '', kind, namespace: name, name: String(name) };
  return { ...base, origin: 'input', ...(source && { source }), details: [], findings };
}

/** Ids of what is not in the input although something refers to it and a finding says so. */
export function missingNodes({ nodes, edges }: ManifestGraph): ReadonlySet<string> {
  const absent = new Set(nodes.filter(({ origin }) => origin !== 'input').map(({ id }) => id));
  return new Set(edges.filter(({ unresolved, to }) => unresolved && absent.has(to)).map(({ to }) => to));
}
