import { DEFAULT_NAMESPACE, isNoKind } from '../../facts';
import { fieldValue, ownField } from '../../values';
import { ANYWHERE_KINDS, CLUSTER_KINDS, type Edge, PLATFORM_KINDS } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindIn, namespaceNamed } from '../input/placed';
import { hasWhatRuns } from '../input/running';
import { isWellKnown, OPENSHIFT_ACCOUNTS, SYSTEM_NAMESPACE } from '../input/well-known';
import { leadingTo, settingGroup } from './leading-fields';
import { madeAlike } from './made-alike';
import {
  CLUSTER_ROLE,
  didYouMeanName,
  hasSameWords,
  hasWordsOf,
  othersThan,
  roleForUsers,
  useOneOf,
} from './near-names';
import { type Dangling, slipOf } from './reference-rule';
import { hasUnboundRole } from './unbound-roles';

/** What is not among the objects of the input. */
export interface Missing {
  readonly field: string;
  /** Group and kind. */
  readonly kind: string;
  readonly name: string;
  /** Of the target; `null` for kinds without one. */
  readonly namespace: string | null;
  /** The namespace as it is written, which may be `default`. */
  readonly written?: string | undefined;
  /** The field in which it is written. */
  readonly namespaceField?: string | undefined;
  readonly guess?: Edge['guess'];
  /** Of the reference, and the namespace of the object that has it. */
  readonly edge?: Edge;
  readonly own?: string;
  /** The object that has the field, which is not what is meant. */
  readonly self?: any;
}

/** Namespace of a target: that of a field, or of the object that refers to it. */
export function namespaceOfTarget(kind: string, given: string | undefined, own: string): string | null {
  return CLUSTER_KINDS.has(kind) ? null : given === undefined ? own : namespaceNamed(given);
}

/**
 * Reports a name that no object of the input has. It is never certain, since the cluster may have the object; that a similar name
 * exists changes nothing, as names of a family (`db-ro`, `db-rw`) are similar on purpose.
 */
export function missingObject(
  { field, kind, name, namespace, written, edge, own, self, namespaceField, guess = edge?.guess }: Missing,
  cluster: Cluster,
): Dangling | undefined {
  const shownKind = kindIn(kind);
  if (isExpected(kind, name, namespace, cluster)) return undefined;
  if (cluster.produced.named(shownKind, namespace, name).length > 0) return undefined;
  const there = cluster.nameIndex(kind, namespace);
  const isAmong = self !== undefined && cluster.find(kind, namespace, self.metadata?.name) === self;
  const ownName = isAmong ? self.metadata.name : undefined;
  const isSelf = (other: string) => self !== undefined && cluster.find(kind, other, name) === self;
  const ofUsers = roleForUsers(kind, name);
  const near = slipOf(name, there, ownName) ?? ofUsers;
  const elsewhere = namespace === null ? [] : cluster.namespacesWith(kind, name).filter((one) => !isSelf(one));
  if (elsewhere.length > 0 && (edge?.isAnywhere || ANYWHERE_KINDS.has(kind))) return undefined;
  const isInContext = elsewhere.includes('') || cluster.produced.named(shownKind, '', name).length > 0;
  if (namespace !== null && isInContext && cluster.mayBeContext(namespace)) return undefined;
  const isTarget = TARGET.test(field);
  const otherKind = cluster
    .kindsNamed(namespace, name)
    // A Rollout often has the name of the Deployment whose pods it takes.
    .find((one) => !(self?.kind === one && self.metadata?.name === name) && areExchanged(one, shownKind, isTarget));
  const deployed = otherKind === undefined ? deployedElsewhere(shownKind, name, cluster) : undefined;
  const served = near === undefined ? classFor(kind, name, cluster) : undefined;
  const groups = cluster.groupsWith(shownKind, namespace, name);
  // Traefik 2 reads both groups.
  if (kind.startsWith('traefik.io/') && groups.includes('traefik.containo.us')) return undefined;
  const group =
    groups.length > 0 ? settingGroup({ edge, field, kind, name, namespace, self, groups }, cluster) : undefined;
  const shownIn = namespace === null ? undefined : namespace || written;
  const where = shownIn ? ` in namespace ${shownIn}` : '';
  const ofGroup = groups.length > 0 ? ` of the API group ${JSON.stringify(kind.slice(0, kind.lastIndexOf('/')))}` : '';
  const isOfOthers = PLATFORM_KINDS.has(kind) || guess === 'kind';
  const isOwned =
    guess !== 'name' &&
    // Operators bring roles for others.
    (kind === CLUSTER_ROLE
      ? ofUsers !== undefined || hasUnboundRole(cluster)
      : isOfOthers
        ? there.names.length > Number(isAmong)
        : kind === '/Service'
          ? hasWhatRuns(namespace, cluster)
          : cluster.owns(namespace));
  const found =
    elsewhere.length > 0
      ? `; it is in ${elsewhere.map((one) => shownNamespace(one, kind, name, cluster)).join(', ')}`
      : groups.length > 0
        ? `; it is of the API group ${groups.map((group) => JSON.stringify(group)).join(', ')}`
        : otherKind !== undefined
          ? `; found ${otherKind} ${JSON.stringify(name)}`
          : deployed !== undefined
            ? `; found ${deployed}`
            : near !== undefined
              ? `; found ${JSON.stringify(near)}`
              : served !== undefined
                ? `; found ${JSON.stringify(served.name)} with the ${served.by}`
                : '';
  const made = found || namespace === null ? undefined : cluster.produced.namespaceWith(shownKind, name);
  const alike = found || made ? undefined : madeAlike(shownKind, namespace, name, cluster);
  const beside =
    found || made || alike ? [] : othersThan(name, kind, namespace, cluster).filter((one) => one !== ownName);
  const shownWithMaker = (one: string) => {
    const by = cluster.find(kind, namespace, one) ? '' : cluster.produced.makersOf(shownKind, namespace, one);
    return JSON.stringify(one) + (by && ` (which ${by} makes)`);
  };
  const list = beside.length === 0 ? '' : `; found ${beside.map(shownWithMaker).join(', ')}`;
  const shown = found || (made && `; it is made in namespace ${made}`) || alike?.text || list;
  const hasHint = edge === undefined || edge.hint !== undefined;
  const isClass = edge !== undefined && kind.endsWith('Class');
  // Classes that are not alike are for something else.
  const isUsable = !hasHint && !isClass && !SPECIAL.has(edge.rule);
  const meant =
    near ??
    served?.name ??
    alike?.meant ??
    beside.find((one) => hasSameWords(name, one)) ??
    (hasHint && !isClass ? undefined : beside.find((one) => hasWordsOf(name, one)));
  const withheld = cluster.produced.withheldHint(shownKind, namespace, name);
  const by = typeof edge?.to === 'object' ? edge.to.group : undefined;
  const isWritten = by !== undefined && guess === undefined && Boolean(fieldValue(self, field.replace(/[^.]*$/, by)));
  const isNever = isWritten && isNoKind(kind.slice(0, kind.lastIndexOf('/')), shownKind);
  const hashed = there.alike(name).find((one) => one.startsWith(`${name}-`) && HASH.test(one.slice(name.length)));
  return {
    field: (elsewhere.length > 0 ? namespaceField : group?.field) ?? field,
    message: `no ${shownKind} ${JSON.stringify(name)}${ofGroup}${where}${shown}`,
    ...(elsewhere.length === 0 &&
      groups.length === 0 &&
      otherKind === undefined &&
      deployed === undefined &&
      (meant !== undefined
        ? { hint: didYouMeanName(meant) }
        : alike !== undefined
          ? { hint: useOneOf(alike.names) }
          : isUsable && beside.length > 0 && { hint: useOneOf(beside) })),
    ...(group !== undefined && { hint: group.hint }),
    ...(groups.length === 0 && leadingTo({ edge, own, kind, name, otherKind, elsewhere, isTarget, written }, cluster)),
    ...(hashed !== undefined && { hint: HASHED }),
    ...(withheld !== undefined && { hint: withheld }),
    certainty: isNever ? 'wrong' : isOwned || withheld !== undefined || found !== '' ? 'likely' : 'external',
    target: { kind, namespace, name },
  };
}

/** Rules whose hints have more than the names that are there. */
const SPECIAL: ReadonlySet<string> = new Set([
  'configuration-unknown',
  'subject-unknown',
  'role-unknown',
  'stateful-set-service',
]);

const BROKER = 'eventing.knative.dev/Broker';
const INJECTION = 'eventing.knative.dev/injection';

/** Whether a cluster has the object without anyone defining it, and nothing in the input says otherwise. */
function isExpected(kind: string, name: string, namespace: string | null, cluster: Cluster): boolean {
  if (kind === '/ServiceAccount' && OPENSHIFT_ACCOUNTS.test(name)) return isOpenShift(cluster);
  if (!isWellKnown(kind, name, namespace)) return false;
  // Accounts of controllers of Kubernetes have no namesakes.
  if (kind === '/ServiceAccount' && namespace === SYSTEM_NAMESPACE && name !== 'default')
    return cluster.namespacesWith(kind, name).length === 0;
  if (kind !== BROKER || namespace === null || cluster.names(kind, namespace).length === 0) return true;
  // Knative creates it in namespaces with a label, and for Triggers with an annotation.
  const home = cluster.find('/Namespace', null, namespace || DEFAULT_NAMESPACE);
  const asks = (one: any) => one?.metadata?.labels?.[INJECTION] ?? one?.metadata?.annotations?.[INJECTION];
  const triggers = cluster.all('eventing.knative.dev/Trigger', namespace);
  return home === undefined || [home, ...triggers.map(({ object }) => object)].some((one) => asks(one) === 'enabled');
}

/** Whether the input has objects that only OpenShift has. */
function isOpenShift({ inNamespace }: Cluster): boolean {
  const isIts = ({ apiVersion }: any) => String(apiVersion).includes('.openshift.io/');
  return inNamespace.keys().some((namespace) => inNamespace.get(namespace).some(({ object }) => isIts(object)));
}

/** What kustomize adds to the name of a ConfigMap or Secret that it generates. @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/ */
const HASH = /^-[2456789bcdfghkmt]{10}$/;
const HASHED =
  'kustomize has added a hash to the name: reference it within the kustomization that generates it, where kustomize corrects the name, or set disableNameSuffixHash';

/** Fields of classes with what carries them out, by whose name they are mistaken. */
const IDENTITIES: Readonly<Record<string, string>> = {
  'node.k8s.io/RuntimeClass': 'handler',
  'storage.k8s.io/StorageClass': 'provisioner',
  'networking.k8s.io/IngressClass': 'controller',
  'gateway.networking.k8s.io/GatewayClass': 'controllerName',
};

/** The class whose handler or controller has a name, with a domain or without. */
function classFor(kind: string, name: string, cluster: Cluster): { name: string; by: string } | undefined {
  const field = ownField(IDENTITIES, kind);
  if (field === undefined) return undefined;
  const found = cluster.all(kind, null).flatMap(({ object }) => {
    const value = String(object[field] ?? object.spec?.[field] ?? '');
    const isIt = `/${value}`.endsWith(`/${name}`);
    return isIt ? [{ name: String(object.metadata?.name), by: `${field} ${JSON.stringify(value)}` }] : [];
  });
  return found[0];
}

function shownNamespace(namespace: string, kind: string, name: string, cluster: Cluster): string {
  const written = namespace || cluster.find(kind, namespace, name)?.metadata?.namespace;
  return written === undefined ? 'the namespace of the context' : `namespace ${written}`;
}

/** What Flux deploys, each in a namespace of its own. */
const FLUX = ['Kustomization', 'HelmRelease'];

/** `HelmRelease "db" in namespace data` for a Kustomization that does not exist. */
function deployedElsewhere(kind: string, name: string, cluster: Cluster): string | undefined {
  const other = FLUX.includes(kind) ? FLUX.find((one) => one !== kind) : undefined;
  const [key] = other === undefined ? [] : cluster.kindsCalled(other).filter((one) => one.includes('.fluxcd.io/'));
  const [namespace] = key === undefined ? [] : cluster.namespacesWith(key, name);
  return namespace === undefined
    ? undefined
    : `${other} ${JSON.stringify(name)} in ${shownNamespace(namespace, key!, name, cluster)}`;
}

/** Kinds that are mistaken for one another: an object of the name and the other kind is what was meant. */
const EXCHANGED: readonly (readonly string[])[] = [
  ['ConfigMap', 'Secret'],
  ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout', 'Job', 'CronJob'],
  ['Role', 'ClusterRole'],
  ['Issuer', 'ClusterIssuer'],
  ['SecretStore', 'ClusterSecretStore'],
  ['AnalysisTemplate', 'ClusterAnalysisTemplate'],
  ['TriggerAuthentication', 'ClusterTriggerAuthentication'],
  ['WorkflowTemplate', 'ClusterWorkflowTemplate'],
  ['Task', 'ClusterTask'],
  FLUX,
  ['GitRepository', 'OCIRepository', 'HelmRepository', 'Bucket'],
  ['Middleware', 'MiddlewareTCP'],
  ['ServersTransport', 'ServersTransportTCP'],
];

/** What a policy is about: a Gateway or one of its routes. */
const TARGET = /\btargetRefs?(?:\[\d+\])?\.name$/;
const TARGETS = ['Gateway', 'HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

function areExchanged(one: string, other: string, isTarget: boolean): boolean {
  const all = isTarget ? [...EXCHANGED, TARGETS] : EXCHANGED;
  // Of a template and what is made from it.
  if (one === `${other}Template` || other === `${one}Template`) return true;
  return one !== other && all.some((kinds) => kinds.includes(one) && kinds.includes(other));
}
