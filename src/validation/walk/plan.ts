import { definitionNameOf, type KubernetesDocument, type SchemaNode } from '../../schema';

/** A field that leads to a definition with rules. */
export interface Edge {
  readonly property: string;
  readonly shape: 'one' | 'list' | 'map';
  readonly definition: string;
}

/** What a walk does at each definition, and where it goes on from there. */
export interface Plan<Visitor> {
  readonly visitors: (definition: string) => readonly Visitor[];
  readonly edges: (definition: string) => readonly Edge[];
}

/**
 * Leaves out every field that leads to no visitor, so that the walk sees only what it must. Definitions are looked at when the
 * walk first meets them.
 */
export function planWalk<Visitor>(
  document: KubernetesDocument,
  visitorsOf: (definition: string) => readonly Visitor[],
): Plan<Visitor> {
  const visitors = remembered(visitorsOf);
  const reachesVisitor = remembered((definition) =>
    someReachable(document, definition, (name) => visitors(name).length > 0),
  );
  const edges = remembered((definition) =>
    edgesOf(document, definition).filter((edge) => reachesVisitor(edge.definition)),
  );
  return { visitors, edges };
}

function remembered<T>(find: (definition: string) => T): (definition: string) => T {
  const known = new Map<string, T>();
  return (definition) => {
    let found = known.get(definition);
    if (found === undefined) {
      found = find(definition);
      known.set(definition, found);
    }
    return found;
  };
}

/** Whether a definition, or one that it leads to over any number of fields, passes. */
function someReachable(
  document: KubernetesDocument,
  definition: string,
  passes: (definition: string) => boolean,
): boolean {
  const reached = new Set([definition]);
  for (const name of reached) {
    if (passes(name)) return true;
    for (const edge of edgesOf(document, name)) reached.add(edge.definition);
  }
  return false;
}

const edgesByDocument = new WeakMap<KubernetesDocument, (definition: string) => readonly Edge[]>();

function edgesOf(document: KubernetesDocument, definition: string): readonly Edge[] {
  let edges = edgesByDocument.get(document);
  if (edges === undefined) {
    edges = remembered((name) => fieldsOf(document.definitions[name]));
    edgesByDocument.set(document, edges);
  }
  return edges(definition);
}

function fieldsOf(definition: SchemaNode | undefined): readonly Edge[] {
  const edges: Edge[] = [];
  for (const [property, child] of Object.entries(definition?.properties ?? {})) {
    const one = definitionNameOf(child);
    const list = child.items && definitionNameOf(child.items);
    const map =
      typeof child.additionalProperties === 'object' ? definitionNameOf(child.additionalProperties) : undefined;
    if (one !== undefined) edges.push({ property, shape: 'one', definition: one });
    else if (list !== undefined) edges.push({ property, shape: 'list', definition: list });
    else if (map !== undefined) edges.push({ property, shape: 'map', definition: map });
  }
  return edges;
}
