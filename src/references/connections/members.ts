import { containersOf, refersTo } from '../../facts';
import { type Allowed, type PortSet, podPeer } from '../../reachability';
import { literalPattern } from '../../values';
import type { Cluster } from '../input/cluster';
import { namespaceOf, type Workload } from '../input/placed';
import { deployment, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { scalersIn } from '../scaling/autoscalers';
import { policy } from './network-policies';

const set = {
  ...deployment({ serviceName: 'shop', replicas: 3 }, { ports: [{ name: 'peer', containerPort: 2380 }] }),
  kind: 'StatefulSet',
};
const headless = service({ clusterIP: 'None', ports: [{ name: 'peer', port: 2380 }] });
const from = (app: string) => ({ ingress: [{ from: [{ podSelector: { matchLabels: { app } } }] }] });
const client = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client', labels: { app: 'client' } },
  spec: { containers: [{ name: 'client', image: 'client:1' }] },
};

/** Pods of a StatefulSet that connect to each other, and that a NetworkPolicy keeps apart. */
export const membersDenied: ReferenceRule = {
  id: 'members-denied',
  isConflict: true,
  severity: 'warning',
  message: 'NetworkPolicy "shop" denies connections between the pods of StatefulSet "shop" on TCP 2380 (ingress)',
  why: 'Members of a cluster connect to each other. A NetworkPolicy that selects them denies that too, unless one of its rules is for these pods: the cluster is never formed, or falls apart.',
  hint: 'add a rule whose peers are the pods of the policy itself, for ingress and for egress',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  refused: [set, headless, client, policy({ app: 'shop' }, from('client'))],
  accepted: [set, headless, client, policy({ app: 'shop' }, from('shop'))],
  on: 'apps/StatefulSet',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const own = podPeer(workload.object);
    if (own === undefined || membersOf(workload, cluster) < 2) return [];
    // Two members are two ends: for one object with itself the answer is that of a pod that connects to itself.
    const allowed = cluster.reachability.between(own, { ...own, object: { ...own.object } });
    const denied = signsOf(workload, cluster).find((sign) => isDenied(sign, allowed.ports));
    return denied === undefined ? [] : [findingOf(denied, workload.object, allowed)];
  },
};

function isDenied({ ports }: Sign, open: PortSet): boolean {
  return ports.length === 0 ? open.ranges('TCP').length === 0 : ports.every((port) => !open.has('TCP', port));
}

function findingOf(sign: Sign, object: any, { egress, ingress }: Allowed): Dangling {
  const { field, ports } = sign;
  const [side, direction] = isDenied(sign, ingress.ports) ? [ingress, 'ingress'] : [egress, 'egress'];
  const names = side.policies.map(({ metadata }) => JSON.stringify(metadata?.name)).join(', ');
  const denying = side.policies.length === 1 ? `NetworkPolicy ${names} denies` : `NetworkPolicies ${names} deny`;
  const on = ports.length === 0 ? '' : ` on TCP ${ports.join(', ')}`;
  const pods = `the pods of StatefulSet ${JSON.stringify(object.metadata?.name)}`;
  return {
    field,
    message: `${denying} connections between ${pods}${on} (${direction})`,
    certainty: 'likely',
  };
}

/** How many members there are at least. */
function membersOf({ object }: Workload, cluster: Cluster): number {
  const scaler = scalersIn(namespaceOf(object), cluster).find(({ target }) => refersTo(target, object));
  return scaler?.minimum ?? object.spec?.replicas ?? 1;
}

/** What says that members connect to each other, on one of these ports; on any when none is known. */
interface Sign {
  readonly field: string;
  readonly ports: readonly number[];
}

function signsOf(workload: Workload, cluster: Cluster): Sign[] {
  const signs = [...namesOfMembers(workload), ...portsOfMembers(workload), ...earlyNames(workload, cluster)];
  const known = signs.some(({ ports }) => ports.length === 0) ? knownPorts(workload, cluster) : [];
  return signs.map((sign) => (sign.ports.length === 0 ? { ...sign, ports: known } : sign));
}

/** The ports of the containers and of the governing Service, which leads clients to the pods on its own ports. */
function knownPorts({ object, pod }: Workload, cluster: Cluster): number[] {
  const ofPods = containersOf(pod.spec).flatMap(({ container }) => itemsOf(container.ports).map(([port]) => port));
  const ofService = itemsOf(governingOf(object, cluster)?.spec?.ports).map(([port]) => port);
  const numbers = [...ofPods, ...ofService]
    .filter((port) => (port?.protocol ?? 'TCP') === 'TCP')
    .map((port) => port?.containerPort ?? port?.port);
  return [...new Set(numbers)];
}

function governingOf(object: any, cluster: Cluster): any {
  return cluster.find('/Service', namespaceOf(object), object.spec?.serviceName);
}

/** `kv-0.kv:2380` in a variable or an argument of the members themselves. */
function namesOfMembers({ object, pod }: Workload): Sign[] {
  const [name, governing] = [object.metadata?.name, object.spec?.serviceName];
  if (typeof name !== 'string' || typeof governing !== 'string' || governing === '') return [];
  const member = new RegExp(
    `(?:^|[^a-z0-9.-])${literalPattern(name)}-\\d+\\.${literalPattern(governing)}(?:\\.[a-z0-9-]+)*\\.?(?::(\\d{1,5}))?(?![a-z0-9.-])`,
    'g',
  );
  return containersOf(pod.spec).flatMap(({ container, field }) => {
    const at = `${pod.specPath}.${field}`;
    const texts = [
      ...itemsOf(container.env).map(([variable, index]) => [variable?.value, `env[${index}].value`] as const),
      ...['command', 'args'].flatMap((list) =>
        itemsOf(container[list]).map(([word, index]) => [word, `${list}[${index}]`] as const),
      ),
    ];
    return texts.flatMap(([text, path]): Sign[] =>
      [...String(text ?? '').matchAll(member)].map(([, port]) => ({
        field: `${at}.${path}`,
        ports: port === undefined ? [] : [Number(port)],
      })),
    );
  });
}

function itemsOf(list: unknown): (readonly [any, number])[] {
  return Array.isArray(list) ? list.map((one, index) => [one, index] as const) : [];
}

/** Names of ports that only members of a cluster connect to. */
const MEMBERS =
  /^(?:tcp-|tls-)?(?:peers?|server-peer|gossip|raft|memberlist|serf(?:lan)?|epmd|intra-node|inter-node|leader-election|election)$/;

function portsOfMembers({ pod }: Workload): Sign[] {
  return containersOf(pod.spec).flatMap(({ container, field }) =>
    itemsOf(container.ports).flatMap(([port, index]): Sign[] =>
      MEMBERS.test(String(port?.name)) && (port.protocol ?? 'TCP') === 'TCP'
        ? [{ field: `${pod.specPath}.${field}.ports[${index}].name`, ports: [port.containerPort] }]
        : [],
    ),
  );
}

/**
 * A governing Service with names of pods that are not ready, which is for members that find each other.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec publishNotReadyAddresses
 */
function earlyNames({ object }: Workload, cluster: Cluster): Sign[] {
  const { clusterIP, publishNotReadyAddresses } = governingOf(object, cluster)?.spec ?? {};
  return clusterIP === 'None' && publishNotReadyAddresses === true ? [{ field: 'spec.serviceName', ports: [] }] : [];
}
