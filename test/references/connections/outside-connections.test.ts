import { checkReferences } from '../../../src/references';

const pod = (env: Readonly<Record<string, string>>) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop', namespace: 'shop', labels: { app: 'shop' } },
  spec: {
    containers: [{ name: 'shop', image: 'shop:1', env: Object.entries(env).map(([name, value]) => ({ name, value })) }],
  },
});
const policy = (spec: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: { podSelector: { matchLabels: { app: 'shop' } }, policyTypes: ['Egress'], ...spec },
});
const DNS = { to: [{ namespaceSelector: {} }], ports: [{ port: 53, protocol: 'UDP' }] };
const PAY = { UPSTREAM_HOST: 'pay.example.com', UPSTREAM_PORT: '8443' };
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'connection-denied')
    .map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
const DENIED = [
  'warning spec.containers[0].env[0].value: NetworkPolicy "shop" denies connections to pay.example.com on TCP 8443 (egress)',
];

test('a host outside the cluster that no rule allows', () => {
  expect(found(pod(PAY), policy({}))).toEqual(DENIED);
  expect(found(pod(PAY), policy({ egress: [DNS] }))).toEqual(DENIED);
  expect(found(pod(PAY), policy({ egress: [{ ports: [{ port: 443 }] }] }))).toEqual(DENIED);
  // Pods, of every namespace too, are not outside.
  expect(found(pod(PAY), policy({ egress: [{ to: [{ namespaceSelector: {} }] }] }))).toEqual(DENIED);
});

test('a port on any address, or on some addresses, which may be those of the host', () => {
  expect(found(pod(PAY), policy({ egress: [{ ports: [{ port: 8443 }] }] }))).toEqual([]);
  expect(found(pod(PAY), policy({ egress: [{}] }))).toEqual([]);
  const block = { ipBlock: { cidr: '203.0.113.0/24' } };
  expect(found(pod(PAY), policy({ egress: [DNS, { to: [block], ports: [{ port: 8443 }] }] }))).toEqual([]);
  expect(found(pod(PAY), policy({ egress: [{ to: [block], ports: [{ port: 443 }] }] }))).toEqual(DENIED);
});

test('pods whose egress is not restricted', () => {
  expect(found(pod(PAY))).toEqual([]);
  expect(found(pod(PAY), policy({ policyTypes: ['Ingress'] }))).toEqual([]);
  expect(found(pod(PAY), policy({ podSelector: { matchLabels: { app: 'blog' } } }))).toEqual([]);
  const host = pod(PAY);
  expect(found({ ...host, spec: { ...host.spec, hostNetwork: true } }, policy({}))).toEqual([]);
});

test('values that may be something else than a host to connect to', () => {
  const values: Readonly<Record<string, string>>[] = [
    { HOST: '0.0.0.0', PORT: '5432' },
    { LISTEN_HOST: '127.0.0.1', LISTEN_PORT: '5432' },
    { UPSTREAM_HOST: 'pay', UPSTREAM_PORT: '8443' },
    { UPSTREAM_HOST: 'pay.data', UPSTREAM_PORT: '8443' },
    { UPSTREAM_HOST: 'pay.data.svc', UPSTREAM_PORT: '8443' },
    { UPSTREAM_HOST: 'pay.data.svc.cluster.local', UPSTREAM_PORT: '8443' },
    // The name under which the pods are reached themselves.
    { PUBLIC_HOST: 'shop.example.com', PUBLIC_PORT: '443' },
    { PUBLIC_URL: 'https://shop.example.com' },
    { UPSTREAM_HOST: 'pay.example.com' },
    { UPSTREAM_HOST: 'shop.example.com', UPSTREAM_PORT: '' },
  ];
  for (const env of values) expect(found(pod(env), policy({}))).toEqual([]);
});

test('the port of a database or a mail server', () => {
  const port = (number: number) => found(pod({ DB_HOST: 'db.eu.example.com', DB_PORT: String(number) }), policy({}));
  expect(port(5432)).toEqual([
    'warning spec.containers[0].env[0].value: NetworkPolicy "shop" denies connections to db.eu.example.com on TCP 5432 (egress)',
  ]);
  expect(port(587)).toHaveLength(1);
  expect(port(8080)).toEqual([]);
});

test('policies of other kinds may allow a name', () => {
  const byName = {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: 'pay', namespace: 'shop' },
    spec: { egress: [{ toFQDNs: [{ matchName: 'pay.example.com' }] }] },
  };
  expect(found(pod(PAY), policy({}), byName)).toEqual([]);
});
