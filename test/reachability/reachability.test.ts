import { addressPeer, Reachability, targetsOfService } from '../../src/reachability';

const deployment = (name: string, namespace: string, pod: object = {}, replicas = 1) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name, image: `${name}:1`, ports: [{ name: 'http', containerPort: 8080 }] }], ...pod },
    },
  },
});
const policy = (spec: object, namespace = 'shop', name = 'policy') => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace },
  spec: { podSelector: {}, ...spec },
});
const namespace = (name: string, labels: object) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});
const app = (name: string) => ({ podSelector: { matchLabels: { app: name } } });
const inNamespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });

/** The ports on which `web` in namespace `shop` can connect to `db` in namespace `data`. */
function allowed(policies: readonly object[], pods: { web?: object; db?: object } = {}): string {
  const objects = [
    namespace('data', { team: 'dba' }),
    deployment('web', 'shop', pods.web),
    deployment('db', 'data', pods.db),
    ...policies,
  ];
  const reachability = new Reachability(objects);
  const [web, db] = reachability.pods;
  return String(reachability.between(web!, db!).ports);
}
const egress = (...rules: object[]) => policy({ policyTypes: ['Egress'], egress: rules });
const ingress = (...rules: object[]) => policy({ ingress: rules }, 'data');

// Expectations follow the documentation of NetworkPolicy; test/reachability/compare.ts asks np-guard's analyzer.
test.each<[string, object[], string]>([
  ['no policy restricts', [], 'all ports'],
  ['a policy of another namespace does not', [policy({}, 'other')], 'all ports'],
  ['a policy of the server denies', [ingress()], 'no port'],
  ['and allows what a rule lists', [ingress({ ports: [{ port: 5432 }] })], 'TCP 5432'],
  ['an empty rule allows everything', [ingress({})], 'all ports'],
  [
    'fields of a peer that are null are not set',
    [ingress({ from: [{ ...app('web'), namespaceSelector: null }] })],
    'no port',
  ],
  [
    'the others of the peer count',
    [ingress({ from: [{ ...app('web'), ...inNamespace('shop'), ipBlock: null }] })],
    'all ports',
  ],
  ['a protocol that is null is TCP', [ingress({ ports: [{ port: 80, endPort: null, protocol: null }] })], 'TCP 80'],
  ['a policy without types restricts ingress only', [policy({})], 'all ports'],
  ['with egress rules it restricts egress too', [policy({ egress: [{ ports: [{ port: 443 }] }] })], 'TCP 443'],
  ['an empty array of egress rules is none', [policy({ egress: [] })], 'all ports'],
  [
    'both ends must allow',
    [egress({ ports: [{ port: 80, endPort: 90 }] }), ingress({ ports: [{ port: 85, endPort: 99 }] })],
    'TCP 85-90',
  ],
  [
    'policies of one end are added up',
    [ingress({ ports: [{ port: 80 }] }), policy({ ingress: [{ ports: [{ port: 81 }] }] }, 'data', 'two')],
    'TCP 80-81',
  ],
  [
    'protocols differ',
    [ingress({ ports: [{ port: 53, protocol: 'UDP' }, { protocol: 'SCTP' }] })],
    'UDP 53; SCTP all ports',
  ],
  ['pods are of the namespace of the policy', [ingress({ from: [app('web')] })], 'no port'],
  ['or of a namespace by its name', [ingress({ from: [{ ...app('web'), ...inNamespace('shop') }] })], 'all ports'],
  [
    'a namespace by its labels',
    [egress({ to: [{ namespaceSelector: { matchLabels: { team: 'dba' } } }] })],
    'all ports',
  ],
  [
    'a namespace without the labels',
    [egress({ to: [{ namespaceSelector: { matchLabels: { team: 'web' } } }] })],
    'no port',
  ],
  ['ranges are of addresses outside the cluster', [egress({ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] })], 'no port'],
  ['a named port is one of the server', [ingress({ ports: [{ port: 'http' }] })], 'TCP 8080'],
  ['for egress too', [egress({ ports: [{ port: 'http' }] })], 'TCP 8080'],
  ['of the same protocol', [ingress({ ports: [{ port: 'http', protocol: 'UDP' }] })], 'no port'],
  ['a name that the server does not have', [ingress({ ports: [{ port: 'sql' }] })], 'no port'],
])('%s', (_, policies, expected) => {
  expect(allowed(policies)).toBe(expected);
});

describe('pods in the network of their node', () => {
  const onHost = { hostNetwork: true };

  test('are not restricted by policies', () => {
    expect(allowed([ingress()], { db: onHost })).toBe('all ports');
    expect(allowed([egress()], { web: onHost })).toBe('all ports');
  });

  test('are not selected by labels', () => {
    expect(allowed([ingress({ from: [inNamespace('shop')] })], { web: onHost })).toBe('no port');
    expect(allowed([ingress({ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] })], { web: onHost })).toBe('all ports');
    expect(allowed([ingress({ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] })], { web: onHost })).toBe('no port');
  });
});

test.each<[string, string, string]>([
  ['10.1.2.3', '10.0.0.0/8', 'all ports'],
  ['10.1.2.3', '10.2.0.0/16', 'no port'],
  ['10.0.0.0/7', '10.0.0.0/8', 'no port'],
  ['2001:db8::1', '2001:db8::/32', 'all ports'],
  ['2001:db8::1', '0.0.0.0/0', 'no port'],
])('%s in %s: %s', (address, cidr, expected) => {
  const reachability = new Reachability([deployment('web', 'shop'), egress({ to: [{ ipBlock: { cidr } }] })]);
  expect(String(reachability.between(reachability.pods[0]!, addressPeer(address)!).ports)).toBe(expected);
});

test('except leaves out parts of a range', () => {
  const block = { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] };
  const reachability = new Reachability([deployment('web', 'shop'), egress({ to: [{ ipBlock: block }] })]);
  const to = (text: string) => String(reachability.between(reachability.pods[0]!, addressPeer(text)!).ports);
  expect([to('10.2.0.1'), to('10.1.0.1'), to('10.0.0.0/15')]).toEqual(['all ports', 'no port', 'no port']);
  expect(addressPeer('example.com')).toBeUndefined();
});

test('a pod can connect to itself, and a second pod of its workload needs a policy', () => {
  const between = (replicas: number) => {
    const reachability = new Reachability([deployment('web', 'shop', {}, replicas), policy({})]);
    const [web] = reachability.pods;
    return String(reachability.between(web!, web!).ports);
  };
  expect([between(1), between(2)]).toEqual(['all ports', 'no port']);
});

test.each([
  [undefined, 'all ports'],
  [1, 'all ports'],
  [2, 'TCP 80'],
])('pods of a Job with parallelism %p can connect to one another like this: %s', (parallelism, expected) => {
  const { spec } = deployment('sum', 'shop');
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'sum', namespace: 'shop' },
    spec: { parallelism, template: spec.template },
  };
  const reachability = new Reachability([job, policy({ ingress: [{ ports: [{ port: 80 }] }] })]);
  const [sum] = reachability.pods;
  expect(String(reachability.between(sum!, sum!).ports)).toBe(expected);
});

test('the policies that select, and those that allow, are named', () => {
  const deny = policy({}, 'data', 'deny');
  const allow = policy({ ingress: [{ ports: [{ port: 5432 }] }] }, 'data', 'allow');
  const reachability = new Reachability([deployment('web', 'shop'), deployment('db', 'data'), deny, allow]);
  const [web, db] = reachability.pods;
  const { egress: out, ingress: into } = reachability.between(web!, db!);
  expect(out.policies).toEqual([]);
  expect(into.policies).toEqual([deny, allow]);
  expect(into.allowedBy).toEqual([allow]);
});

test('a port of a Service leads to a port of the pods', () => {
  const service = (spec: object) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'data' },
    spec: { selector: { app: 'db' }, ports: [{ name: 'web', port: 80, targetPort: 'http' }, { port: 81 }], ...spec },
  });
  const reachability = new Reachability([deployment('db', 'data'), deployment('db', 'other')]);
  const targets = (spec: object, port: number | string) =>
    targetsOfService(service(spec), port, reachability).map((target) => `${target.protocol} ${target.port}`);
  expect(targets({}, 80)).toEqual(['TCP 8080']);
  expect(targets({}, 'web')).toEqual(['TCP 8080']);
  expect(targets({}, 81)).toEqual(['TCP 81']);
  expect(targets({}, 82)).toEqual([]);
  // Clients of a headless Service connect to the pods themselves.
  expect(targets({ clusterIP: 'None' }, 80)).toEqual(['TCP 80']);
  expect(targets({ type: 'ExternalName' }, 80)).toEqual([]);
});
