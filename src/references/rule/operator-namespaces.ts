import { containersOf } from '../../facts';
import { READ, type Reference } from '../edges';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, type Workload } from '../input/placed';
import { RELEASE_KINDS, releasesOf } from '../input/releases';
import type { Dangling } from './reference-rule';

/** Where a controller looks for what objects of a kind refer to without a namespace, as most of them have none. */
interface OperatorNamespace {
  /** Image of the controller. */
  readonly image: RegExp;
  /** Argument or variable with the namespace. */
  readonly setting?: string;
  /** The namespace without this setting. @default that of the controller */
  readonly otherwise?: string;
  /** Name of its chart. */
  readonly chart: string;
  /** Where its documentation installs it. */
  readonly usual: readonly [string, ...string[]];
}

const CERT_MANAGER: OperatorNamespace = {
  image: /\bcert-manager(?:-controller)?(?:[:@]|$)/,
  setting: '--cluster-resource-namespace',
  otherwise: 'kube-system',
  chart: 'cert-manager',
  usual: ['cert-manager'],
};
const TRUST_MANAGER: OperatorNamespace = {
  image: /\btrust-manager(?:[:@]|$)/,
  setting: '--trust-namespace',
  otherwise: 'cert-manager',
  chart: 'trust-manager',
  usual: ['cert-manager'],
};
const CALICO: OperatorNamespace = {
  image: /\bcalico\/node(?:[:@]|$)/,
  chart: 'tigera-operator',
  usual: ['calico-system', 'kube-system'],
};

/**
 * @see https://cert-manager.io/docs/configuration/#cluster-resource-namespace
 * @see https://cert-manager.io/docs/trust/trust-manager/#trust-namespace
 * @see https://keda.sh/docs/latest/concepts/authentication/#re-use-credentials-and-delegate-auth-with-triggerauthentication
 * @see https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/#md5-password
 * @see https://docs.tigera.io/calico/latest/reference/resources/bgppeer
 * @see https://kueue.sigs.k8s.io/docs/tasks/manage/setup_multikueue/
 */
const OPERATOR_NAMESPACES: Readonly<Record<string, OperatorNamespace>> = {
  'cert-manager.io/ClusterIssuer': CERT_MANAGER,
  'trust.cert-manager.io/Bundle': TRUST_MANAGER,
  'trust-manager.io/ClusterBundle': TRUST_MANAGER,
  'keda.sh/ClusterTriggerAuthentication': {
    image: /\bkedacore\/keda(?:[:@]|$)/,
    setting: 'KEDA_CLUSTER_OBJECT_NAMESPACE',
    chart: 'keda',
    usual: ['keda'],
  },
  'cilium.io/CiliumBGPPeerConfig': { image: /\bcilium\/cilium(?:[:@]|$)/, chart: 'cilium', usual: ['kube-system'] },
  'projectcalico.org/BGPPeer': CALICO,
  'crd.projectcalico.org/BGPPeer': CALICO,
  'kueue.x-k8s.io/MultiKueueCluster': { image: /\bkueue\/kueue(?:[:@]|$)/, chart: 'kueue', usual: ['kueue-system'] },
};

/** Namespaces in which a controller looks; several when the input does not say which. */
export interface LookedIn {
  readonly namespaces: readonly [string, ...string[]];
  /** The input does not have the controller. */
  readonly isAssumed: boolean;
}

const known = new FoundOnce((operator: OperatorNamespace, cluster) => lookedIn(operator, cluster));

/** Where the controller of an object looks for what it refers to; undefined for kinds whose controllers look beside the object. */
export function namespaceOfOperator(kind: string, cluster: Cluster): LookedIn | undefined {
  const operator = Object.hasOwn(OPERATOR_NAMESPACES, kind) ? OPERATOR_NAMESPACES[kind] : undefined;
  return operator && known.in(cluster, operator);
}

/** A reference without a namespace, with the one in which the controller looks. */
export function inNamespaceOf({ namespaces }: LookedIn, reference: Reference, cluster: Cluster): Reference {
  const { to, name, namespace: given } = reference;
  if (given !== undefined || !READ.includes(to)) return reference;
  const isThere = (namespace: string) =>
    cluster.find(to, namespace, name) !== undefined || cluster.produced.named(to.slice(1), namespace, name).length > 0;
  return { ...reference, namespace: namespaces.find(isThere) ?? namespaces[0] };
}

/** Without the controller, an object in a namespace that has no pods may be where it looks. */
export function certaintyIn({ namespaces, isAssumed }: LookedIn, found: Dangling, cluster: Cluster): Dangling {
  const { target, certainty } = found;
  if (target === undefined || target.part !== undefined || target.namespace === null) {
    return isAssumed && certainty === 'wrong' ? { ...found, certainty: 'likely' } : found;
  }
  if (!isAssumed) return { hint: `the controller of the input looks in namespace ${namespaces[0]}`, ...found };
  const elsewhere = cluster.namespacesWith(target.kind, target.name);
  const isKnown = namespaces.some((one) => cluster.owns(one));
  const mayBeThere = elsewhere.some((one) => one === '' || cluster.workloadsIn(one).length === 0);
  const hint = `its controller looks in its own namespace, ${namespaces.join(' or ')} as a rule`;
  return { ...found, hint, ...(!isKnown && mayBeThere && { certainty: 'external' }) };
}

function lookedIn(operator: OperatorNamespace, cluster: Cluster): LookedIn {
  const installed = cluster.workloads.flatMap((workload) => ofController(operator, workload) ?? []);
  const [namespace] = [...installed, ...ofCharts(operator, cluster)];
  return namespace === undefined
    ? { namespaces: operator.usual, isAssumed: true }
    : { namespaces: [namespace], isAssumed: false };
}

/** The namespace of a controller of the input; undefined for other workloads, and where the value of the setting is not known. */
function ofController({ image, setting, otherwise }: OperatorNamespace, { object, pod }: Workload): string | undefined {
  const own = object.metadata?.namespace ?? 'default';
  const found = containersOf(pod.spec).find(({ container }) => image.test(String(container?.image)));
  if (found === undefined) return undefined;
  const { args, command, env } = found.container;
  const given = setting?.startsWith('--') ? argument(setting, [...customList(command), ...customList(args)]) : setting;
  if (given === undefined) return otherwise ?? own;
  const name = given === setting ? setting : /^\$\((.*)\)$/.exec(given)?.[1];
  if (name === undefined) return given;
  const variable = customList(env).find((one) => one?.name === name);
  if (variable?.valueFrom?.fieldRef?.fieldPath === 'metadata.namespace') return own;
  return variable === undefined ? (otherwise ?? own) : variable.value || (given === setting ? own : undefined);
}

/** The value of `--name=value`, or of `--name value`. */
function argument(name: string, words: readonly unknown[]): string | undefined {
  const index = words.findIndex((word) => String(word).split('=')[0] === name);
  if (index < 0) return undefined;
  const [, ...value] = String(words[index]).split('=');
  return value.length > 0 ? value.join('=') : String(words[index + 1] ?? '');
}

/** Namespaces of releases of the chart. */
function ofCharts({ chart }: OperatorNamespace, cluster: Cluster): string[] {
  return RELEASE_KINDS.flatMap((kind) => cluster.all(kind))
    .flatMap(({ object }) => releasesOf(object))
    .flatMap((release) => (release.chart === chart && release.namespace !== undefined ? [release.namespace] : []));
}
