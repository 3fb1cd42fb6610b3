import { containersOf } from '../../facts';
import {
  mayContainPods,
  podPeer,
  portsOfRule,
  type ServiceTarget,
  type Side,
  targetsOfService,
} from '../../reachability';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { namespaceOf, type Placed, type Workload } from '../input/placed';
import { deployment, service } from '../rule/examples';
import { missingObject } from '../rule/missing';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { clientCalls } from './client-calls';
import { type Denied, isMeantToAllow } from './denied-by-mistake';
import { hostsOfFamilies } from './hosts-of-families';
import { policy } from './network-policies';
import { deniedOutside } from './outside-connections';
import { unknownPodAddresses } from './pod-addresses';
import { callsOfScripts, hostsOfScripts, podsMounting } from './scripts';
import { addressesIn, hostsIn, type ServiceAddress } from './service-addresses';
import { addressesBeside } from './texts-with-addresses';
import { type WaitedHost, waitedHosts } from './waited-hosts';

const client = (value: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client', labels: { app: 'client' } },
  spec: { containers: [{ name: 'client', image: 'client:1', env: [{ name: 'SHOP_URL', value }] }] },
});
const from = (app: string) => ({ ingress: [{ from: [{ podSelector: { matchLabels: { app } } }] }] });

/** A connection that a variable or a command declares, as connectTo and waitForTcp write it, and that a NetworkPolicy denies. */
export const deniedConnection: ReferenceRule = {
  id: 'connection-denied',
  isConflict: true,
  severity: 'warning',
  message: 'NetworkPolicy "shop" denies connections to Service "shop" on TCP 8080 (ingress)',
  why: 'The address of a Service in a variable, an argument or a command (nc -z shop 80) declares a connection. NetworkPolicies that select a pod deny what none of them allows, at both ends: the connection times out. An ipBlock allows it only if its range may contain the addresses of pods.',
  hint: 'allow it in a NetworkPolicy of the pods that deny it; in a program connectTo does so at both ends, and AmbassadorEgress for an Ambassador',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  refused: [deployment(), service(), client('http://shop:80'), policy({ app: 'shop' }, { ingress: [] })],
  accepted: [deployment(), service(), client('http://shop:80'), policy({ app: 'shop' }, from('client'))],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    // Without policies nothing is denied, and addresses need not be looked for.
    const own = cluster.all('networking.k8s.io/NetworkPolicy').length === 0 ? undefined : podPeer(workload.object);
    if (own === undefined) return [];
    const outside = deniedOutside(workload, own, cluster);
    const inside = addressesIn(workload, cluster).flatMap(({ field, object, port, origin }): Dangling[] => {
      if (object === undefined || port === undefined) return [];
      const targets = targetsOfService(object, port, cluster.reachability);
      return targets.flatMap((target) => denial(own, target, object, { field, origin }, cluster)).slice(0, 1);
    });
    return [...inside, ...outside];
  },
};

function denial(
  own: NonNullable<ReturnType<typeof podPeer>>,
  { peer, protocol, port }: ServiceTarget,
  object: any,
  { field, origin }: Pick<ServiceAddress, 'field' | 'origin'>,
  cluster: Cluster,
): Dangling[] {
  if (port === undefined) return [];
  const { ports, egress, ingress } = cluster.reachability.between(own, peer);
  if (ports.has(protocol, port)) return [];
  const allows = (one: Side, direction: 'ingress' | 'egress') =>
    one.ports.has(protocol, port) || one.policies.some((each) => mayAllowByAddress(each, direction));
  const isLeft = allows(egress, 'egress');
  if (isLeft && allows(ingress, 'ingress')) return [];
  const direction = isLeft ? 'ingress' : 'egress';
  const side = isLeft ? ingress : egress;
  const denied: Denied = { direction, other: direction === 'ingress' ? own : peer, target: peer, protocol, port };
  // The mistake in the policy is reported, and this is what comes of it.
  if (side.policies.some((one) => isMeantToAllow(one, denied, cluster))) return [];
  const names = side.policies.map(({ metadata }) => JSON.stringify(metadata?.name)).join(', ');
  const denying = side.policies.length === 1 ? `NetworkPolicy ${names} denies` : `NetworkPolicies ${names} deny`;
  const message = `${denying} connections to Service ${JSON.stringify(object.metadata?.name)} on ${protocol} ${port} (${direction})${origin}`;
  return [{ field, message, certainty: 'likely' }];

  /** Whether a range allows the port, where the network plugin compares ranges with the addresses of pods. */
  function mayAllowByAddress({ spec }: any, way: 'ingress' | 'egress'): boolean {
    const rules: any[] = spec?.[way] ?? [];
    return rules.some((rule) => {
      const peers: any[] = rule?.[way === 'ingress' ? 'from' : 'to'] ?? [];
      const isInRange = peers.some((one) => one?.ipBlock && mayContainPods(one.ipBlock));
      return isInRange && portsOfRule(rule, peer).has(protocol, port!);
    });
  }
}

export const unknownServicePort: ReferenceRule = {
  id: 'service-address-port',
  severity: 'warning',
  message: 'Service "shop" has no port 8080',
  why: 'The pods are given the address of a Service of the input with a port that the Service does not have. Connections to it time out or are refused.',
  hint: 'use a port of the Service; it leads to the port of the pods',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  refused: [deployment(), service(), client('http://shop:8080')],
  accepted: [deployment(), service(), client('http://shop:80')],
  on: 'any',
  check: (subject, cluster) =>
    allAddresses(subject, cluster).flatMap(({ field, object, port, origin, name, namespace }): Dangling[] => {
      const { type, clusterIP, ports = portsCreated(name, namespace, object, cluster) } = object?.spec ?? {};
      if (port === undefined || type === 'ExternalName' || ports.length === 0) return [];
      const own = ports.find((one: any) => one?.port === port);
      // Clients of a headless Service connect to the pods, on any of their ports.
      if (clusterIP === 'None' ? mayListenOn(port, object, cluster) : own !== undefined) return [];
      if (own !== undefined) {
        const message = `Service ${JSON.stringify(object.metadata?.name)} is headless, and its pods do not listen on port ${port}${origin}`;
        const hint = `connect to port ${own.targetPort ?? port} of the pods, or remove clusterIP: None`;
        return [{ field, message, hint, certainty: 'likely' }];
      }
      const known = ports.map((one: any) => one?.port).join(', ');
      const maker = object === undefined ? cluster.produced.makersOf('Service', namespace ?? '', String(name)) : '';
      const by = maker && `, which ${maker} makes,`;
      const message = `Service ${JSON.stringify(object?.metadata?.name ?? name)}${by} has no port ${port}${origin}`;
      return [{ field, message, hint: `its ports are ${known}`, certainty: 'likely' }];
    }),
};

/** The Services that scripts of a ConfigMap wait for; most have none, and their pods need not be looked for. */
function waitedInScripts(subject: Placed, own: string, cluster: Cluster): WaitedHost[] {
  const calls = callsOfScripts(subject, cluster);
  return calls.length === 0 ? [] : waitedHosts(calls, podsMounting(subject, cluster), own);
}

/** Ports of a Service that a controller creates. */
function portsCreated(name: unknown, namespace = '', object: any, cluster: Cluster): { readonly port: number }[] {
  const ports =
    object === undefined && typeof name === 'string' ? cluster.produced.portsOf(namespace, name) : undefined;
  return (ports ?? []).map((port) => ({ port }));
}

function isWorkload(subject: Placed): subject is Workload {
  return 'pod' in subject;
}

/** Of the object that rules look at: two of them ask, one after the other, and addresses are in long texts. */
const addressesOf = new FoundOnce((subject: Placed, cluster): readonly ServiceAddress[] => {
  const ofPod = isWorkload(subject) ? addressesIn(subject, cluster) : [];
  return [...ofPod, ...addressesBeside(subject, cluster)];
}, false);

function allAddresses(subject: Placed, cluster: Cluster): readonly ServiceAddress[] {
  return addressesOf.in(cluster, subject);
}

/** Whether pods of a Service listen on a port, or do not declare on which. */
function mayListenOn(port: number, { metadata, spec }: any, cluster: Cluster): boolean {
  const pods = cluster.selected(metadata?.namespace, { matchLabels: spec.selector ?? {} });
  const declared = pods.map(({ pod }) => containersOf(pod.spec).flatMap(({ container }) => container.ports ?? []));
  return declared.length === 0 || declared.some((ports) => ports.length === 0 || ports.some(isNumbered));

  function isNumbered(one: any): boolean {
    return one?.containerPort === port;
  }
}

export const unknownServiceAddress: ReferenceRule = {
  id: 'service-address-unknown',
  severity: 'warning',
  message: 'no Service "shopp" in namespace default',
  why: 'The pods are given the DNS name of a Service that does not exist, so every lookup fails.',
  hint: 'use the name and the namespace of the Service: NAME.NAMESPACE.svc',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  refused: [deployment(), service(), client('http://shopp.default.svc:80')],
  accepted: [deployment(), service(), client('http://shop.default.svc:80')],
  on: 'any',
  check: (subject, cluster) => {
    const addresses = allAddresses(subject, cluster).filter(({ object }) => object === undefined);
    const own = namespaceOf(subject.object);
    const named = isWorkload(subject)
      ? [...waitedHosts(clientCalls(subject), [subject.pod.spec], own), ...hostsOfFamilies(subject, cluster)]
      : waitedInScripts(subject, own, cluster);
    const waited = named.filter(({ name, namespace }) => cluster.find('/Service', namespace, name) === undefined);
    const hosts = isWorkload(subject) ? hostsIn(subject, cluster) : hostsOfScripts(subject, cluster);
    const ofPods = unknownPodAddresses(hosts, own, cluster);
    const reported = new Set<string>();
    const all: readonly (Partial<WaitedHost> & Pick<WaitedHost, 'field'>)[] = [...addresses, ...waited];
    const ofServices = all.flatMap(({ field, name, namespace, origin = '', hint }): Dangling[] => {
      const key = `${field} ${name} ${namespace}`;
      if (name === undefined || namespace === undefined || reported.has(key)) return [];
      reported.add(key);
      const missing = missingObject({ field, kind: '/Service', name, namespace }, cluster);
      return missing === undefined
        ? []
        : [{ ...missing, ...(hint !== undefined && { hint }), message: `${missing.message}${origin}` }];
    });
    return [...ofServices, ...ofPods];
  },
};
