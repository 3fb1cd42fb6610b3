import type { CheckOptions } from '../check';
import type { Finding, InputObject } from '../findings';
import { requireArguments } from '../values';
import type { GraphFormat } from './formats';
import type { ManifestGraph } from './model';

export { GRAPH_EXTENSIONS, GRAPH_FORMATS, type GraphFormat, graphFormatOf } from './formats';
export {
  GRAPH_SCHEMA_VERSION,
  type GraphEdge,
  type GraphField,
  type GraphFinding,
  type GraphNamespace,
  type GraphNode,
  type GraphOrigin,
  type GraphRelation,
  type GraphRole,
  type GraphSource,
  type ManifestGraph,
} from './model';

// Rules and the layout are loaded with the first graph.

/**
 * The objects and what they refer to, as a graph: the edges are the references and selections that the checks follow, and the
 * connections that NetworkPolicies allow or deny. What is dangling has the findings of the checks. The same input gives the same graph.
 *
 * @param objects manifests, or manifests with what is known of where they came from.
 * @param options of the checks: what is external, and which version of Kubernetes.
 * @throws PropsError for options that are not known or not valid.
 * @example
 * const graph = graphOf(Testing.synth(chart));
 * const unresolved = graph.edges.filter((edge) => edge.unresolved);
 */
export function graphOf(
  objects: readonly unknown[] | readonly InputObject[],
  options: CheckOptions = {},
): ManifestGraph {
  const graph = require('./graph-of') as typeof import('./graph-of');
  return graph.graphOf(objects, options);
}

/** The same for objects that have been checked; `document` of a finding is the position of its object, as `checkManifests` sets it. */
export function graphWithFindings(
  objects: readonly InputObject[],
  findings: readonly Finding[],
  options: CheckOptions,
): ManifestGraph {
  const graph = require('./graph-of') as typeof import('./graph-of');
  return graph.graphWithFindings(objects, findings, options);
}

/**
 * Writes a graph. `html`: a page that needs no network. `svg`: the picture alone. `mermaid`: a flowchart for Markdown. `dot`: for
 * Graphviz. `json`: the graph itself, as https://github.com/cdk8s-patterns/cdk8s-patterns/blob/main/docs/graph.md describes it. The same graph gives the same text.
 *
 * @throws RangeError for an unknown format.
 * @example
 * writeFileSync('graph.html', formatGraph(graphOf(objects), 'html'));
 */
export function formatGraph(graph: ManifestGraph, format: GraphFormat): string {
  requireArguments('formatGraph', { graph: [graph, 'the result of graphOf'], format: [format, 'a string'] });
  const formats = require('./format-graph') as typeof import('./format-graph');
  return formats.formatGraph(graph, format);
}
