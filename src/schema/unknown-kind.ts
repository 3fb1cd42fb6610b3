import { isAlikeKind, KUBERNETES_VERSIONS, type KubernetesVersion, removedApi } from '../facts';
import { nearestName, ownField } from '../values';
import { bundledCustomResources } from './custom-resource-directory';
import type { CustomResource, CustomResources } from './custom-resources';
import type { KubernetesDocument } from './document';
import { apiVersionOf, definitionOfKind, type KindDefinition, kindsOf } from './kinds';
import { loadKubernetesDocument } from './load';

/** Why a server does not know a kind, in its words, and what to do. */
export interface UnknownKind {
  /** As kubectl says it, such as `no matches for kind "Ingress" in version "extensions/v1beta1"`. */
  readonly message: string;
  readonly hint: string;
}

/** API groups of files that tools read themselves and never send to a server. */
const TOOL_FILES: Readonly<Record<string, string>> = {
  'client.authentication.k8s.io': 'kubectl',
  'kind.x-k8s.io': 'kind',
  'kubeadm.k8s.io': 'kubeadm',
  'kubelet.config.k8s.io': 'the kubelet',
  'kubeproxy.config.k8s.io': 'kube-proxy',
  'kustomize.config.k8s.io': 'kustomize',
};

/**
 * Explains a kind that the document does not have: an API version that was removed, one of a newer server, another
 * version or spelling of it, or a custom resource that is not imported.
 *
 * @param customResources those that are known beside the kinds of the document.
 * @example
 * explainUnknownKind(loadKubernetesDocument('1.36'), 'batch/v1beta1', 'CronJob').hint
 * // 'batch/v1beta1 CronJob was removed in Kubernetes 1.25; use batch/v1'
 */
export function explainUnknownKind(
  document: KubernetesDocument,
  apiVersion: string,
  kind: string,
  customResources?: CustomResources,
): UnknownKind {
  const message = `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`;
  const hints = [
    listWithoutItems,
    removal,
    toolFile,
    otherServers,
    otherVersions,
    spelling,
    neighbors,
    withoutGroup,
    preview,
  ];
  for (const hint of hints) {
    const text = hint(document, apiVersion, kind, customResources);
    if (text !== undefined) return { message, hint: text };
  }
  const definition = groupOf(apiVersion) === 'constraints.gatekeeper.sh' ? CONSTRAINT : IMPORT;
  return { message, hint: `${definition}, or accept the kind unchecked with ${allowing(apiVersion, kind)}` };
}

const IMPORT =
  'for a custom resource, import its definition with "npx cdk8s-patterns import crd --from FILE|DIRECTORY|URL|cluster"';

const CONSTRAINT = 'add the ConstraintTemplate that defines the kind to what is checked';

/** The option of programs and the flag of `validate`. */
function allowing(apiVersion: string, kind: string): string {
  const name = `${apiVersion}/${kind}`;
  return `--allow-kind ${name}; in a program with allowKinds: [${JSON.stringify(name)}]`;
}

type Hint = (
  document: KubernetesDocument,
  apiVersion: string,
  kind: string,
  customResources: CustomResources | undefined,
) => string | undefined;

/** kubectl takes a List apart, unless it has no items in an array. */
const listWithoutItems: Hint = (_, apiVersion, kind) =>
  apiVersion === 'v1' && kind === 'List'
    ? 'kubectl reads a List whose items are an array: begin each of them with a dash'
    : undefined;

const removal: Hint = (_, apiVersion, kind) => {
  const entry = removedApi(apiVersion, kind);
  if (entry === undefined) return undefined;
  const instead = [entry.replacement && `use ${entry.replacement}`, entry.advice].filter(Boolean).join('; ');
  return `${apiVersion} ${kind} was removed in Kubernetes ${entry.removedIn}; ${instead}`;
};

const toolFile: Hint = (_, apiVersion) => {
  const tool = ownField(TOOL_FILES, groupOf(apiVersion));
  if (tool === undefined) return undefined;
  const instead = tool === 'kustomize' ? 'validate the output of "kubectl kustomize", and leave' : 'leave';
  return `this is a file for ${tool} and is not applied to a cluster: ${instead} the file out with --exclude`;
};

const otherServers: Hint = (document, apiVersion, kind) => {
  const having = KUBERNETES_VERSIONS.filter((version) => isServed(version, apiVersion, kind));
  if (having.length === 0) return undefined;
  const where =
    minorOf(having[0]!) > minorOf(document.kubernetesVersion)
      ? `Kubernetes ${having[0]} and later`
      : `Kubernetes ${having.at(-1)} and earlier`;
  return `${apiVersion} ${kind} is served by ${where}, not by ${document.kubernetesVersion}`;
};

const otherVersions: Hint = (document, apiVersion, kind) => {
  const all = writable(document);
  // Another group may have a kind of that name, such as the Service of Knative.
  if (!isBuiltInGroup(all, apiVersion) && !groupOf(apiVersion).endsWith('.k8s.io')) return undefined;
  const served = all.filter((known) => known.kind === kind);
  return served.length === 0 ? undefined : `${kind} is served as ${served.map(apiVersionOf).join(', ')}`;
};

const spelling: Hint = (document, apiVersion, kind) => {
  const known = writable(document);
  const sameVersion = known.filter((definition) => apiVersionOf(definition) === apiVersion);
  const meant = nearest(kind, sameVersion) ?? (isBuiltInGroup(known, apiVersion) ? nearest(kind, known) : undefined);
  if (meant === undefined) return undefined;
  const version = apiVersionOf(meant);
  return `did you mean ${JSON.stringify(meant.kind)}${version === apiVersion ? '' : ` of ${version}`}?`;
};

/** Custom resources that are known, under another version or spelling. */
const neighbors: Hint = (_, apiVersion, kind, customResources) => {
  const known = customResources ?? bundledCustomResources();
  const sameGroup = known.all().filter(({ group }) => group === groupOf(apiVersion));
  const versions = sameGroup.filter((one) => one.kind === kind);
  if (versions.some((one) => apiVersionOf(one) === apiVersion)) {
    return 'the schema of this custom resource comes with the package: pass customResources: bundledCustomResources()';
  }
  if (versions.length > 0) return servedAs(kind, versions);
  const meant = isAlikeKind(groupOf(apiVersion), kind) ? undefined : nearest(kind, sameGroup);
  return meant && `did you mean ${JSON.stringify(meant.kind)}?`;
};

/** An imported definition may be older than the server, so that importing it again helps, too. */
function servedAs(kind: string, versions: readonly CustomResource[]): string {
  return `${kind} is served as ${versions.map(apiVersionOf).join(', ')}; versions with served: false do not count, and if your cluster has a newer definition, import it again`;
}

/** The core group is the one without a name. */
const withoutGroup: Hint = (_, apiVersion) => {
  if (apiVersion === 'v1' || !/^v\d+((alpha|beta)\d+)?$/.test(apiVersion)) return undefined;
  return `the core group has only v1: the API group before the version may be missing, as in example.com/${apiVersion}; leave out a file that is not a manifest with --exclude`;
};

const preview: Hint = (document, apiVersion, kind) => {
  const isPreview = /v\d+(alpha|beta)\d+$/.test(apiVersion);
  if (!isPreview || !isBuiltInGroup(writable(document), apiVersion)) return undefined;
  return `${apiVersion} is an alpha or beta version, which servers do not serve by default; if yours does, accept the kind with ${allowing(apiVersion, kind)}`;
};

function writable(document: KubernetesDocument): readonly KindDefinition[] {
  return kindsOf(document).filter(({ scope }) => scope !== undefined);
}

function isServed(version: KubernetesVersion, apiVersion: string, kind: string): boolean {
  return definitionOfKind(loadKubernetesDocument(version), apiVersion, kind)?.scope !== undefined;
}

/** Whether the group is one of the server's own, so that a kind in it must be misspelled and no custom resource. */
function isBuiltInGroup(known: readonly KindDefinition[], apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return !group.includes('.') || known.some((definition) => definition.group === group);
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function minorOf(version: string): number {
  return Number(version.slice(version.indexOf('.') + 1));
}

/** The definition of the kind that is spelled most alike. */
function nearest<T extends { readonly kind: string }>(kind: string, known: readonly T[]): T | undefined {
  const meant = nearestName(
    kind,
    known.map((candidate) => candidate.kind),
  );
  return known.find((candidate) => candidate.kind === meant);
}
