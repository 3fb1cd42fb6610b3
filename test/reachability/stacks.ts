import type { Random } from '../parity/random';

const NAMESPACES = ['a', 'b', 'c'];
const APPS = ['web', 'api', 'db'];
const TIERS = ['front', 'back'];
const PORTS = [80, 443, 5432, 8080];
const CIDRS = ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '192.168.0.0/16', '10.1.2.3/32'];
/** What may be excepted from the ranges that contain it. */
const EXCEPTED = ['10.1.0.0/16', '10.1.2.0/24', '10.1.2.128/25', '10.1.2.3/32', '192.168.0.0/17'];
const KINDS = ['Deployment', 'Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet', 'Job', 'CronJob'];
/** Container ports by name; each name is of one protocol, since the analyzer compares names only. */
const NAMED = [
  { name: 'http', protocol: 'TCP' },
  { name: 'sql', protocol: 'TCP' },
  { name: 'dns', protocol: 'UDP' },
];

const some = <T>(random: Random, most: number, one: () => T): T[] =>
  Array.from({ length: random.below(most + 1) }, one);

/** Fields that are null are not set. */
function withNulls(random: Random, object: object, fields: readonly string[]): object {
  return { ...Object.fromEntries(fields.filter(() => random.chance(0.1)).map((field) => [field, null])), ...object };
}

function labelSelector(random: Random, labels: readonly (readonly [string, readonly string[]])[]): object {
  const [key, values] = random.pick(labels);
  return random.pick([
    () => ({}),
    () => ({ matchLabels: { [key]: random.pick(values) } }),
    () => ({ matchLabels: { [key]: random.pick(values) } }),
    () => ({ matchExpressions: [{ key, operator: 'In', values: [random.pick(values), random.pick(values)] }] }),
    () => ({ matchExpressions: [{ key, operator: 'NotIn', values: [random.pick(values)] }] }),
    () => ({ matchExpressions: [{ key, operator: random.pick(['Exists', 'DoesNotExist']) }] }),
    () => ({
      matchLabels: { [key]: random.pick(values) },
      matchExpressions: [
        { key: random.pick(labels)[0], operator: 'Exists' },
        { key, operator: 'NotIn', values: [random.pick(values)] },
      ],
    }),
  ])();
}

const podSelector = (random: Random) =>
  labelSelector(random, [
    ['app', APPS],
    ['tier', TIERS],
  ]);
const namespaceSelector = (random: Random) =>
  labelSelector(random, [
    ['kubernetes.io/metadata.name', NAMESPACES],
    ['team', ['x', 'y']],
  ]);

function peer(random: Random): { readonly peer: object; readonly isBlock: boolean } {
  if (random.chance(0.25)) {
    const cidr = random.pick(CIDRS);
    const inside = EXCEPTED.filter((one) => one !== cidr && cidrContains(cidr, one));
    const except = inside.length > 0 && random.chance(0.5) ? some(random, 3, () => random.pick(inside)) : undefined;
    const peer = withNulls(random, { ipBlock: { cidr, ...(except && { except }) } }, [
      'podSelector',
      'namespaceSelector',
    ]);
    return { peer, isBlock: true };
  }
  const selectors = random.pick([
    () => ({ podSelector: podSelector(random) }),
    () => ({ namespaceSelector: namespaceSelector(random) }),
    () => ({ podSelector: podSelector(random), namespaceSelector: namespaceSelector(random) }),
  ])();
  return { peer: withNulls(random, selectors, ['podSelector', 'namespaceSelector', 'ipBlock']), isBlock: false };
}

function cidrContains(outer: string, inner: string): boolean {
  const bits = (cidr: string) =>
    cidr
      .split('/')[0]!
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('');
  const length = (cidr: string) => Number(cidr.split('/')[1]);
  return length(outer) <= length(inner) && bits(inner).startsWith(bits(outer).slice(0, length(outer)));
}

function port(random: Random, mayBeNamed: boolean): object {
  const protocol = random.pick(['TCP', 'TCP', 'UDP', 'SCTP', undefined]);
  const number = random.pick(PORTS);
  return random.pick([
    () => withNulls(random, { protocol }, ['port', 'endPort']),
    () => withNulls(random, { port: number, ...(protocol && { protocol }) }, ['protocol', 'endPort']),
    () => ({ protocol, port: number, endPort: number + random.below(9000) }),
    () => (mayBeNamed ? namedPort(random) : { protocol, port: number }),
  ])();
}

function namedPort(random: Random): object {
  const { name, protocol } = random.pick(NAMED);
  return { port: name, ...(protocol !== 'TCP' && { protocol }) };
}

function rule(random: Random, direction: 'from' | 'to'): object {
  const peers = some(random, 2, () => peer(random));
  // The analyzer has no answer for named ports of addresses.
  const mayBeNamed = direction === 'from' || (peers.length > 0 && !peers.some(({ isBlock }) => isBlock));
  const ports = some(random, 2, () => port(random, mayBeNamed));
  const given = {
    ...((peers.length > 0 || random.chance(0.5)) && { [direction]: peers.map((one) => one.peer) }),
    ...((ports.length > 0 || random.chance(0.5)) && { ports }),
  };
  return withNulls(random, given, [direction, 'ports']);
}

function policy(random: Random, index: number): object {
  const policyTypes = random.pick([undefined, undefined, null, [], ['Ingress'], ['Egress'], ['Ingress', 'Egress']]);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${index}`, namespace: random.pick(NAMESPACES) },
    spec: {
      podSelector: podSelector(random),
      ...(policyTypes !== undefined && { policyTypes }),
      ...(random.chance(0.7) && { ingress: some(random, 2, () => rule(random, 'from')) }),
      ...(random.chance(0.7) && { egress: some(random, 2, () => rule(random, 'to')) }),
    },
  };
}

function container(random: Random, name: string): object {
  const ports = NAMED.filter(() => random.chance(0.5)).map(({ name, protocol }) => ({
    ...{ name, ...((protocol !== 'TCP' || random.chance(0.5)) && { protocol }) },
    containerPort: random.pick(PORTS),
  }));
  return { name, image: 'main:1', ports };
}

/** One or two containers; names of ports are unique in a pod. */
function containers(random: Random): any[] {
  const first: any = container(random, 'main');
  if (random.chance(0.7)) return [first];
  const second: any = container(random, 'second');
  const taken = new Set(first.ports.map(({ name }: any) => name));
  return [first, { ...second, ports: second.ports.filter(({ name }: any) => !taken.has(name)) }];
}

function workload(random: Random, index: number): object {
  const kind = random.pick(KINDS);
  const labels = { app: random.pick(APPS), ...(random.chance(0.7) && { tier: random.pick(TIERS) }), id: `w${index}` };
  const template = { metadata: { labels }, spec: { containers: containers(random) } };
  const selector = { matchLabels: { id: `w${index}` } };
  const metadata = { name: `w${index}`, namespace: random.pick(NAMESPACES) };
  const count = 1 + random.below(2);
  if (kind === 'CronJob') {
    const spec = { schedule: '0 4 * * *', jobTemplate: { spec: { template } } };
    return { apiVersion: 'batch/v1', kind, metadata, spec };
  }
  if (kind === 'Job')
    return {
      apiVersion: 'batch/v1',
      kind,
      metadata,
      spec: { ...(random.chance(0.5) && { parallelism: count }), template },
    };
  const replicas = kind !== 'DaemonSet' && random.chance(0.8) ? { replicas: count } : {};
  return { apiVersion: 'apps/v1', kind, metadata, spec: { ...replicas, selector, template } };
}

/** Namespaces, three to five workloads and up to five NetworkPolicies. */
export function stack(random: Random): any[] {
  const namespaces = NAMESPACES.filter(() => random.chance(0.7)).map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      ...(random.chance(0.8) && {
        labels: {
          ...(random.chance(0.5) && { 'kubernetes.io/metadata.name': name }),
          ...(random.chance(0.7) && { team: random.pick(['x', 'y']) }),
        },
      }),
    },
  }));
  const workloads = Array.from({ length: 3 + random.below(3) }, (_, index) => workload(random, index));
  const policies = Array.from({ length: 1 + random.below(5) }, (_, index) => policy(random, index));
  return [...namespaces, ...workloads, ...policies];
}
