import type { KubernetesDocument, SchemaNode } from '../../schema';

/** A field that leads to a definition with rules. */
export interface Edge {
  readonly property: string;
  readonly shape: 'one' | 'list' | 'map';
  readonly definition: string;
}

/** What a walk does at each definition, and where it goes on from there. */
export interface Plan<Visitor> {
  readonly visitors: ReadonlyMap<string, readonly Visitor[]>;
  readonly edges: (definition: string) => readonly Edge[];
}

const PREFIX = '#/definitions/';

/** Leaves out every field that leads to no visitor, so that the walk sees only what it must. */
export function planWalk<Visitor>(
  document: KubernetesDocument,
  visitors: ReadonlyMap<string, readonly Visitor[]>,
): Plan<Visitor> {
  const all = new Map<string, readonly Edge[]>();
  for (const [name, definition] of Object.entries(document.definitions)) all.set(name, edgesOf(definition));
  const wanted = reaching(all, visitors);
  const edges = new Map<string, readonly Edge[]>();
  for (const [name, list] of all) {
    edges.set(
      name,
      list.filter((edge) => wanted.has(edge.definition)),
    );
  }
  return { visitors, edges: (definition) => edges.get(definition) ?? [] };
}

function edgesOf(definition: SchemaNode): readonly Edge[] {
  const edges: Edge[] = [];
  for (const [property, child] of Object.entries(definition.properties ?? {})) {
    const one = nameOf(child);
    const list = nameOf(child.items);
    const map = typeof child.additionalProperties === 'object' ? nameOf(child.additionalProperties) : undefined;
    if (one !== undefined) edges.push({ property, shape: 'one', definition: one });
    else if (list !== undefined) edges.push({ property, shape: 'list', definition: list });
    else if (map !== undefined) edges.push({ property, shape: 'map', definition: map });
  }
  return edges;
}

function nameOf(node: SchemaNode | undefined): string | undefined {
  return node?.$ref?.startsWith(PREFIX) ? node.$ref.slice(PREFIX.length) : undefined;
}

/** Names of the definitions that have a visitor or lead to one that has. */
function reaching(all: ReadonlyMap<string, readonly Edge[]>, visitors: ReadonlyMap<string, unknown>): Set<string> {
  const parents = new Map<string, string[]>();
  for (const [name, edges] of all) {
    for (const { definition } of edges) {
      const list = parents.get(definition);
      if (list === undefined) parents.set(definition, [name]);
      else list.push(name);
    }
  }
  const reached = new Set<string>();
  const open = [...visitors.keys()];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(parents.get(name) ?? []));
  }
  return reached;
}
