import type { GroupVersionKind, KubernetesDocument, SchemaNode, Scope } from './document';

/** Definition of a kind: what a manifest of that apiVersion and kind must look like. */
export interface KindDefinition {
  /** Name among the document's definitions, such as `io.k8s.api.apps.v1.Deployment`. */
  readonly name: string;
  readonly schema: SchemaNode;
  /** Undefined for kinds without an address of their own, such as `DeploymentList`. */
  readonly scope: Scope | undefined;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

const indexes = new WeakMap<KubernetesDocument, ReadonlyMap<string, KindDefinition>>();

/** The definition that the document has for a kind, or undefined when that server does not know it. */
export function definitionOfKind(
  document: KubernetesDocument,
  apiVersion: string,
  kind: string,
): KindDefinition | undefined {
  return kindIndex(document).get(`${apiVersion}/${kind}`);
}

/** Every kind of the document, in the order of the definitions' names. */
export function kindsOf(document: KubernetesDocument): readonly KindDefinition[] {
  return [...kindIndex(document).values()];
}

/** `apps` and `v1` make `apps/v1`; the core group makes `v1`. */
export function apiVersionOf(kind: Pick<GroupVersionKind, 'group' | 'version'>): string {
  return kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
}

function kindIndex(document: KubernetesDocument): ReadonlyMap<string, KindDefinition> {
  let index = indexes.get(document);
  if (index === undefined) {
    index = buildIndex(document);
    indexes.set(document, index);
  }
  return index;
}

function buildIndex(document: KubernetesDocument): ReadonlyMap<string, KindDefinition> {
  const index = new Map<string, KindDefinition>();
  for (const [name, schema] of Object.entries(document.definitions)) {
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      const scope = schema['x-kubernetes-scope'];
      index.set(`${apiVersionOf({ group, version })}/${kind}`, { name, schema, scope, group, version, kind });
    }
  }
  return index;
}
