import { KUBERNETES_VERSIONS } from '../../facts';
import { type KubernetesDocument, loadKubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { didYouMean, type Step } from '../../values';
import { decoderPath } from './pointer';

/** How far from its proper place a field is looked for. */
const DEPTH = 5;

/** Says which field was meant, or where a field of that name belongs. */
export function unknownFieldHint(
  document: KubernetesDocument,
  definition: string,
  steps: readonly Step[],
  field: string,
): string | undefined {
  const newer = newerVersion(document, definition, steps, field);
  if (newer !== undefined) return `remove the field, or use Kubernetes ${newer} or later, which has it`;
  const node = schemaAt(document, definition, steps);
  const owner = otherSecurityContext(document, node, field);
  if (owner !== undefined) return `${JSON.stringify(field)} belongs in the securityContext of ${owner}`;
  const meant = didYouMean(field, Object.keys(node?.properties ?? {}));
  if (meant !== undefined) return meant;
  const below = node && fieldBelow(document, node, field);
  if (below !== undefined) return `${JSON.stringify(field)} belongs in ${join(steps, below)}; check the indentation`;
  for (let length = steps.length - 1; length >= 0; length--) {
    const around = steps.slice(0, length);
    if (propertyOf(schemaAt(document, definition, around), field) !== undefined) {
      const where = around.length === 0 ? 'the top level' : decoderPath(around);
      return `${JSON.stringify(field)} belongs in ${where}; check the indentation`;
    }
  }
  return undefined;
}

/** The first version after that of the document that has the field in this place. */
function newerVersion(
  { kubernetesVersion }: KubernetesDocument,
  definition: string,
  steps: readonly Step[],
  field: string,
): string | undefined {
  const versions: readonly string[] = KUBERNETES_VERSIONS;
  return KUBERNETES_VERSIONS.slice(versions.indexOf(kubernetesVersion) + 1).find(
    (version) => propertyOf(schemaAt(loadKubernetesDocument(version), definition, steps), field) !== undefined,
  );
}

const OF_POD = 'io.k8s.api.core.v1.PodSecurityContext';
const OF_CONTAINER = 'io.k8s.api.core.v1.SecurityContext';

/** Pods and containers have a field of the same name with different fields: whose has the one that is unknown here. */
function otherSecurityContext(
  document: KubernetesDocument,
  node: SchemaNode | undefined,
  field: string,
): string | undefined {
  const { [OF_POD]: ofPod, [OF_CONTAINER]: ofContainer } = document.definitions;
  if (node === undefined) return undefined;
  if (node === ofPod && propertyOf(ofContainer, field) !== undefined) return 'a container';
  return node === ofContainer && propertyOf(ofPod, field) !== undefined ? 'the pod' : undefined;
}

function join(steps: readonly Step[], below: string): string {
  return steps.length === 0 ? below : `${decoderPath(steps)}.${below}`;
}

/** Asks for own properties only: a manifest may have a field called `constructor`. */
function propertyOf(node: SchemaNode | undefined, name: string): SchemaNode | undefined {
  return node?.properties !== undefined && Object.hasOwn(node.properties, name) ? node.properties[name] : undefined;
}

function schemaAt(document: KubernetesDocument, definition: string, steps: readonly Step[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = document.definitions[definition];
  for (const step of steps) {
    if (node === undefined) return undefined;
    const parent: SchemaNode = resolveSchema(document, node);
    const values = typeof parent.additionalProperties === 'object' ? parent.additionalProperties : undefined;
    node = typeof step === 'number' ? parent.items : (propertyOf(parent, step) ?? values);
  }
  return node && resolveSchema(document, node);
}

/** Path, below a node, of the nearest struct that has the field; lists are written with `[]`. */
function fieldBelow(document: KubernetesDocument, from: SchemaNode, field: string): string | undefined {
  const seen = new Set<SchemaNode>([from]);
  let level: { readonly node: SchemaNode; readonly path: string }[] = [{ node: from, path: '' }];
  for (let depth = 0; depth < DEPTH; depth++) {
    const next: typeof level = [];
    for (const { node, path } of level) {
      for (const [name, child] of Object.entries(node.properties ?? {})) {
        if (name === 'status') continue;
        const target = resolveSchema(document, child.items ?? child);
        const childPath = `${path === '' ? '' : `${path}.`}${name}${child.items === undefined ? '' : '[]'}`;
        if (target.properties === undefined || seen.has(target)) continue;
        seen.add(target);
        next.push({ node: target, path: childPath });
      }
    }
    const found = preferred(next.filter(({ node }) => propertyOf(node, field) !== undefined));
    if (found !== undefined) return found;
    level = next;
  }
  return undefined;
}

/** Containers are meant more often than anything else of a pod. */
function preferred(places: readonly { readonly path: string }[]): string | undefined {
  return (places.find(({ path }) => /(?:^|\.)containers\[\]$/.test(path)) ?? places[0])?.path;
}
