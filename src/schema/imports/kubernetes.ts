import {
  definitionNameOf,
  type GroupVersionKind,
  KUBERNETES_HEADER,
  type KubernetesDocument,
  type SchemaNode,
  type Scope,
} from '..';
import { ImportError } from './import-error';
import { mapSubschemas } from './schema-keywords';

/** What an OpenAPI document of any version tells about one server, in the words of `/openapi/v2`. */
export interface ServerDescription {
  /** As the server writes it, such as `v1.36.3`, `1.36` or `v1.30.1-gke.5`. */
  readonly version: string;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
  readonly scopes: ReadonlyMap<string, Scope>;
}

/** The keywords that a document of built-in kinds keeps. Defaults are not among them: `/openapi/v2` has none. */
const KEPT: ReadonlySet<string> = new Set([
  '$ref',
  'additionalProperties',
  'enum',
  'format',
  'items',
  'properties',
  'required',
  'type',
  'uniqueItems',
  'x-kubernetes-group-version-kind',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-unions',
]);

/** Names of definitions that Kubernetes itself brings; those of custom resources start with their own group. */
const BUILT_IN = /^io\.k8s\.(api|apimachinery|apiextensions-apiserver|kube-aggregator)\./;

/** Answers of discovery (APIGroup, APIResourceList, …): they are not used in manifests. */
const DISCOVERY = /\.meta\.v1\.API[A-Z]/;

/** Makes the imported document: built-in kinds and what they refer to, without descriptions, with scopes. */
export function describeKubernetes(server: ServerDescription): KubernetesDocument {
  const kinds = Object.keys(server.definitions).filter(
    (name) => BUILT_IN.test(name) && !DISCOVERY.test(name) && isKind(server.definitions[name]!),
  );
  if (kinds.length === 0) {
    throw new ImportError('the OpenAPI document has no built-in Kubernetes kind (no x-kubernetes-group-version-kind)');
  }
  const definitions: Record<string, SchemaNode> = {};
  const pending = kinds;
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (definitions[name] !== undefined) continue;
    const definition = server.definitions[name];
    if (definition === undefined)
      throw new ImportError(`the OpenAPI document refers to ${name}, which it does not define`);
    definitions[name] = withScope(keep(definition, pending), server.scopes);
  }
  return {
    '//': KUBERNETES_HEADER,
    kubernetesVersion: minorVersion(server.version),
    gitVersion: server.version,
    definitions,
  };
}

/** Kinds of custom resources and aggregated servers, which the imported document leaves out, as `group/Kind`. */
export function leftOutKinds(server: ServerDescription): readonly string[] {
  const kinds = Object.entries(server.definitions)
    .filter(([name, definition]) => !BUILT_IN.test(name) && isKind(definition))
    .flatMap(([, definition]) => definition['x-kubernetes-group-version-kind'] ?? [])
    .filter(({ kind, ...version }) => server.scopes.has(kindKey({ ...version, kind })));
  return [...new Set(kinds.map(({ group, kind }) => `${group}/${kind}`))].sort();
}

/** `v1.36.3`, `1.36` and `1.36+` are all `1.36`. */
export function minorVersion(version: string): string {
  const match = /^v?(\d+)\.(\d+)\b/.exec(version);
  if (match === null) {
    throw new ImportError(
      `the OpenAPI document does not tell its Kubernetes version (info.version is ${JSON.stringify(version)}); ` +
        'say it with --kubernetes-version',
    );
  }
  return `${match[1]}.${match[2]}`;
}

/** Key of the scopes of a server. */
export function kindKey({ group, version, kind }: GroupVersionKind): string {
  return `${group}/${version}/${kind}`;
}

function isKind(definition: SchemaNode): boolean {
  return (definition['x-kubernetes-group-version-kind']?.length ?? 0) > 0;
}

function keep(node: SchemaNode, references: string[]): SchemaNode {
  const name = definitionNameOf(node);
  if (name !== undefined) references.push(name);
  const kept = Object.fromEntries(Object.entries(node).filter(([keyword]) => KEPT.has(keyword)));
  const kinds = node['x-kubernetes-group-version-kind'];
  if (kinds !== undefined) kept['x-kubernetes-group-version-kind'] = ownKinds(kinds);
  return mapSubschemas(kept, (subschema) => keep(subschema as SchemaNode, references));
}

function withScope(definition: SchemaNode, scopes: ReadonlyMap<string, Scope>): SchemaNode {
  const kinds = definition['x-kubernetes-group-version-kind'] ?? [];
  const scope = kinds.length === 1 ? scopes.get(kindKey(kinds[0]!)) : undefined;
  return scope === undefined ? definition : { ...definition, 'x-kubernetes-scope': scope };
}

/** DeleteOptions and WatchEvent belong to every group of the server; the core group stands for all. */
function ownKinds(kinds: readonly GroupVersionKind[]): readonly GroupVersionKind[] {
  if (kinds.length <= 1) return kinds;
  const core = kinds.filter(({ group }) => group === '');
  return core.length > 0 ? core : [...kinds].sort((left, right) => (kindKey(left) < kindKey(right) ? -1 : 1));
}
