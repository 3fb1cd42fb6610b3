import type { Random } from '../parity/random';

const NAMESPACES = ['a', 'b', 'c'];
const APPS = ['web', 'api', 'db'];
const TIERS = ['front', 'back'];
const PORTS = [80, 443, 5432, 8080];
const CIDRS = ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '192.168.0.0/16', '10.1.2.3/32'];
/** Container ports by name; each name is of one protocol, since the analyzer compares names only. */
const NAMED = [
  { name: 'http', protocol: 'TCP' },
  { name: 'sql', protocol: 'TCP' },
  { name: 'dns', protocol: 'UDP' },
];

const some = <T>(random: Random, most: number, one: () => T): T[] =>
  Array.from({ length: random.below(most + 1) }, one);

function labelSelector(random: Random, labels: readonly (readonly [string, readonly string[]])[]): object {
  const [key, values] = random.pick(labels);
  return random.pick([
    () => ({}),
    () => ({ matchLabels: { [key]: random.pick(values) } }),
    () => ({ matchLabels: { [key]: random.pick(values) } }),
    () => ({ matchExpressions: [{ key, operator: 'In', values: [random.pick(values), random.pick(values)] }] }),
    () => ({ matchExpressions: [{ key, operator: 'NotIn', values: [random.pick(values)] }] }),
    () => ({ matchExpressions: [{ key, operator: random.pick(['Exists', 'DoesNotExist']) }] }),
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
    const length = Number(cidr.split('/')[1]);
    const inside = ['10.1.0.0/16', '10.1.2.0/24', '10.1.2.128/25'].filter(
      (one) =>
        Number(one.split('/')[1]) > length &&
        (length === 0 || (cidr.startsWith('10.') && one.startsWith(prefixOf(cidr)))),
    );
    const except = inside.length > 0 && random.chance(0.5) ? [random.pick(inside)] : undefined;
    return { peer: { ipBlock: { cidr, ...(except && { except }) } }, isBlock: true };
  }
  const selectors = random.pick([
    () => ({ podSelector: podSelector(random) }),
    () => ({ namespaceSelector: namespaceSelector(random) }),
    () => ({ podSelector: podSelector(random), namespaceSelector: namespaceSelector(random) }),
  ])();
  return { peer: selectors, isBlock: false };
}

function prefixOf(cidr: string): string {
  const [address = '', length = '0'] = cidr.split('/');
  return `${address
    .split('.')
    .slice(0, Number(length) / 8)
    .join('.')}.`;
}

function port(random: Random, mayBeNamed: boolean): object {
  const protocol = random.pick(['TCP', 'TCP', 'UDP', 'SCTP', undefined]);
  const number = random.pick(PORTS);
  return random.pick([
    () => ({ protocol }),
    () => ({ protocol, port: number }),
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
  return {
    ...((peers.length > 0 || random.chance(0.5)) && { [direction]: peers.map((one) => one.peer) }),
    ...((ports.length > 0 || random.chance(0.5)) && { ports }),
  };
}

function policy(random: Random, index: number): object {
  const policyTypes = random.pick([undefined, ['Ingress'], ['Egress'], ['Ingress', 'Egress']]);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${index}`, namespace: random.pick(NAMESPACES) },
    spec: {
      podSelector: podSelector(random),
      ...(policyTypes && { policyTypes }),
      ...(random.chance(0.7) && { ingress: some(random, 2, () => rule(random, 'from')) }),
      ...(random.chance(0.7) && { egress: some(random, 2, () => rule(random, 'to')) }),
    },
  };
}

function deployment(random: Random, index: number): object {
  const labels = { app: random.pick(APPS), ...(random.chance(0.7) && { tier: random.pick(TIERS) }), id: `w${index}` };
  const ports = NAMED.filter(() => random.chance(0.6)).map(({ name, protocol }) => ({
    ...{ name, protocol },
    containerPort: random.pick(PORTS),
  }));
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `w${index}`, namespace: random.pick(NAMESPACES) },
    spec: {
      replicas: 1 + random.below(2),
      selector: { matchLabels: { id: `w${index}` } },
      template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'main:1', ports }] } },
    },
  };
}

/** Namespaces, three to five Deployments and up to five NetworkPolicies. */
export function stack(random: Random): any[] {
  const namespaces = NAMESPACES.filter(() => random.chance(0.7)).map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'kubernetes.io/metadata.name': name, ...(random.chance(0.6) && { team: random.pick(['x', 'y']) }) },
    },
  }));
  const deployments = Array.from({ length: 3 + random.below(3) }, (_, index) => deployment(random, index));
  const policies = Array.from({ length: 1 + random.below(5) }, (_, index) => policy(random, index));
  return [...namespaces, ...deployments, ...policies];
}
