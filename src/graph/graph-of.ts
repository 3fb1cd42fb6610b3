import {
  type CheckOptions,
  checkManifests,
  customResourcesIn,
  externalObjects,
  knownCluster,
  scopeOf,
  targetVersions,
} from '../check';
import { groupOf, SUBJECTS_WITHOUT_OBJECTS } from '../facts';
import { type Finding, type InputObject, inputOf } from '../findings';
import { formatPath } from '../origin';
import { type Link, type LinkTarget, linksOf } from '../references';
import { requireArguments } from '../values';
import { type Arrow, type OutsideArrow, policyArrows } from './arrows';
import { detailsOf } from './details';
import {
  GRAPH_SCHEMA_VERSION,
  type GraphEdge,
  type GraphField,
  type GraphFinding,
  type GraphNamespace,
  type GraphNode,
  type GraphSource,
  type ManifestGraph,
} from './model';
import { roleOf } from './roles';

/** The namespace of objects without one, unless the context of kubectl has another. */
const DEFAULT = 'default';

/**
 * The objects and what they refer to, as a graph. Its edges are the references and selections that the checks follow, and what is
 * dangling has the findings of these checks.
 *
 * @param objects manifests, or manifests with what is known of where they came from.
 * @throws PropsError for options that are not known or not valid.
 * @example
 * const graph = graphOf(objects, { kubernetesVersion: '1.36' });
 * writeFileSync('graph.html', formatGraphHtml(graph));
 */
export function graphOf(
  objects: readonly unknown[] | readonly InputObject[],
  options: CheckOptions = {},
): ManifestGraph {
  requireArguments('graphOf', { objects: [objects, 'an array'], options: [options, 'an object'] });
  return graphWithFindings(objects, checkManifests(objects, options), options);
}

/** The same for objects that have been checked; `document` of a finding is the position of its object, as `checkManifests` sets it. */
export function graphWithFindings(
  objects: readonly unknown[] | readonly InputObject[],
  findings: readonly Finding[],
  options: CheckOptions,
): ManifestGraph {
  const inputs = objects.map((value) => inputOf(value));
  const manifests = inputs.map(({ object }) => object as any);
  const versions = targetVersions(options.kubernetesVersion);
  const context = { versions, customResources: customResourcesIn(manifests, options) };
  const inCluster = knownCluster(options)?.objects.map(({ object }) => object as object) ?? [];
  const known = [...externalObjects(options), ...inCluster];
  const { links, objects: typed } = linksOf(manifests, versions.at(-1)!, known);
  const byDocument = groupBy(findings.filter(isShown), ({ document }) => document ?? -1);
  const findingsOf = (document: number) =>
    (byDocument.get(inputs[document]!.document ?? document) ?? []).filter((one) => isAbout(one, manifests[document]));

  const ids = identifiers(manifests, namespaceIn);
  const nodes = new Map<string, GraphNode>();
  const namespaces = new Map<string | null, GraphNamespace>();
  for (const [document, manifest] of manifests.entries()) {
    const id = ids[document];
    if (id === undefined) continue;
    const source = sourceOf(inputs[document]!, '');
    const found = findingsOf(document).map(graphFinding);
    if (id.startsWith('/Namespace/')) {
      const { name } = manifest.metadata;
      namespaces.set(name, { name, ...(source && { source }), findings: found });
      continue;
    }
    const { kind, metadata } = manifest;
    const node: GraphNode = {
      id,
      role: roleOf(kind),
      group: groupOf(String(manifest.apiVersion ?? '')),
      kind,
      namespace: namespaceIn(manifest),
      name: String(metadata?.name ?? metadata?.generateName ?? ''),
      origin: 'input',
      ...(source && { source }),
      details: detailsOf(manifest),
      findings: found,
    };
    nodes.set(id, node);
  }

  const edges = new Map<string, Link[]>();
  for (const link of links) {
    const from = ids[link.from];
    if (from === undefined) continue;
    const to = link.to.document === undefined ? idOf(link.to) : ids[link.to.document];
    if (to === undefined || to.startsWith('/Namespace/')) continue;
    if (!nodes.has(to)) nodes.set(to, targetNode(to, link.to));
    const key = JSON.stringify([from, to, relationOf(link)]);
    const same = edges.get(key);
    if (same === undefined) edges.set(key, [link]);
    else same.push(link);
  }
  const { arrows, outside } = policyArrows(typed, links);
  const connections = [...arrows.map(arrowEdge), ...outsideEdges(outside)];
  for (const { namespace } of nodes.values()) {
    if (!namespaces.has(namespace)) namespaces.set(namespace, { name: namespace, findings: [] });
  }
  return {
    schemaVersion: GRAPH_SCHEMA_VERSION,
    namespaces: [...namespaces.values()].sort(byName),
    nodes: [...nodes.values()],
    edges: [...[...edges].map(([key, of]) => edgeOf(key, of)), ...connections],
  };

  function arrowEdge({ from, to, policies, ...rest }: Arrow): GraphEdge {
    return { from: ids[from]!, to: ids[to]!, ...rest, unresolved: false, fields: policyFields(policies), findings: [] };
  }

  /** One edge for all rules that allow the same, and the nodes at its end that are not in the input. */
  function outsideEdges(outside: readonly OutsideArrow[]): GraphEdge[] {
    const grouped = groupBy(outside, ({ peer, subject }) => `${peer.kind} ${peer.name} ${peer.direction} ${subject}`);
    return [...grouped.values()].map((same): GraphEdge => {
      const { peer, subject } = same[0]!;
      const target = { kind: `/${peer.kind}`, namespace: null, name: peer.name };
      const id = idOf(target);
      const origin = same.every((one) => one.peer.isDns) ? 'cluster' : 'unknown';
      if (!nodes.has(id) || origin === 'unknown') nodes.set(id, targetNode(id, { ...target, origin }));
      const [from, to] = peer.direction === 'ingress' ? [id, ids[subject]!] : [ids[subject]!, id];
      const details = same.flatMap((one) => one.details);
      const fields = policyFields(same.flatMap(({ policies }) => policies));
      return { from, to, relation: 'allowed', unresolved: false, details, fields, findings: [] };
    });
  }

  function policyFields(policies: Arrow['policies']): GraphField[] {
    return policies.map(({ document, field }): GraphField => {
      const source = sourceOf(inputs[document]!, field);
      return { path: field, parts: [], of: ids[document]!, ...(source && { source }) };
    });
  }

  function edgeOf(key: string, of: readonly Link[]): GraphEdge {
    const [from, to, relation] = JSON.parse(key) as [string, string, GraphEdge['relation']];
    const document = of[0]!.from;
    const paths = of.flatMap(({ field, beside = [], parts }) => [
      ...[field, ...beside],
      ...parts.map((part) => part.field),
    ]);
    const found = findingsOf(document).filter(
      ({ path, rule }) => paths.includes(path) && of.some((one) => one.rule === rule),
    );
    const fields = of.map(({ field, parts }): GraphField => {
      const source = sourceOf(inputs[document]!, field);
      return { path: field, parts: parts.map(({ value }) => value), ...(source && { source }) };
    });
    return { from, to, relation, unresolved: found.length > 0, details: [], fields, findings: found.map(graphFinding) };
  }

  function namespaceIn(manifest: any): string | null {
    if (scopeOf(manifest, context) === 'Cluster') return null;
    const given = manifest.metadata?.namespace;
    return typeof given === 'string' && given !== '' ? given : DEFAULT;
  }
}

function relationOf({ type, rule }: Link): GraphEdge['relation'] {
  return rule === 'network-policy-peer-unknown' ? 'peer' : type;
}

/** What is dangling, and what only rules that look at several objects find. */
function isShown({ category, severity }: Finding): boolean {
  return category === 'reference' && severity !== 'note';
}

/** The items of a list have the position of the list. */
function isAbout({ kind, name, namespace }: Finding, manifest: any): boolean {
  const { metadata } = manifest ?? {};
  // That of an object of the cluster is dropped.
  const isThere = namespace === undefined || metadata?.namespace === namespace;
  return manifest?.kind === kind && metadata?.name === name && isThere;
}

/** The id of each object; undefined for what is not one. Objects of the same identity are numbered. */
function identifiers(manifests: readonly any[], namespaceIn: (manifest: any) => string | null): (string | undefined)[] {
  const times = new Map<string, number>();
  return manifests.map((manifest) => {
    if (typeof manifest?.kind !== 'string') return undefined;
    const { apiVersion, kind, metadata } = manifest;
    const id = idOf({
      kind: `${groupOf(String(apiVersion ?? ''))}/${kind}`,
      namespace: namespaceIn(manifest),
      name: String(metadata?.name ?? metadata?.generateName ?? ''),
    });
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id}#${time}`;
  });
}

function idOf({ kind, namespace, name }: Pick<LinkTarget, 'kind' | 'namespace' | 'name'>): string {
  return `${kind}/${placeIn(kind, namespace) ?? ''}/${name}`;
}

/** The namespace of an object in a graph. Users and groups are in none, although a subject can be written with one. */
function placeIn(kind: string, namespace: string | null): string | null {
  if (SUBJECTS_WITHOUT_OBJECTS.has(kind)) return null;
  return namespace === '' ? DEFAULT : namespace;
}

function targetNode(id: string, { kind, namespace, name, origin }: LinkTarget): GraphNode {
  const [group = '', ofKind = ''] = kind === 'pod' ? ['', 'Pods'] : kind.split('/');
  const base = { id, role: roleOf(ofKind), group, kind: ofKind, namespace: placeIn(kind, namespace) };
  return { ...base, name, origin, details: [], findings: [] };
}

function graphFinding(finding: Finding): GraphFinding {
  const { rule, severity, path, message, hint } = finding;
  const source = knownSource(finding);
  return { rule, severity, path, message, ...(hint !== undefined && { hint }), ...(source && { source }) };
}

function sourceOf(input: InputObject, field: string): GraphSource | undefined {
  const { origin } = input;
  return knownSource({ constructPath: origin?.constructPath, ...(input.locate?.(field) ?? pick(origin)) });
}

function pick(origin: InputObject['origin']): GraphSource {
  return origin === undefined ? {} : { file: origin.file, line: origin.line, column: origin.column };
}

function knownSource({ file, line, column, constructPath }: GraphSource): GraphSource | undefined {
  const source = {
    ...(file !== undefined && { file: formatPath(file) }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(constructPath !== undefined && { constructPath }),
  };
  return Object.keys(source).length === 0 ? undefined : source;
}

function byName(a: GraphNamespace, b: GraphNamespace): number {
  if (a.name === null || b.name === null) return a.name === b.name ? 0 : a.name === null ? 1 : -1;
  return a.name < b.name ? -1 : 1;
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
