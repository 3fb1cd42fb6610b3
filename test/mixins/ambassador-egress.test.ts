import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CheckedApp, type CheckFailed } from '../../src/app';
import { Ambassador, AmbassadorEgress, type Upstream } from '../../src/mixins';
import { WebApp } from '../../src/patterns';
import { Probes, Qos } from '../../src/pod';
import { plainChart, workload } from './pods';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const redis = (upstream: Upstream) =>
  new Ambassador('redis', { image: 'envoyproxy/envoy:v1.33.0', qos, port: 6379, upstream });
const DNS = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
    { ipBlock: { cidr: '169.254.20.10/32' } },
    { ipBlock: { cidr: '169.254.169.254/32' } },
  ],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

function policyFor(upstream: Upstream) {
  const chart = plainChart('shop');
  const from = workload(chart);
  const ambassador = redis(upstream);
  from.with(ambassador);
  new AmbassadorEgress(chart, 'egress', { of: from, ambassador });
  return Testing.synth(chart).find(({ kind }) => kind === 'NetworkPolicy');
}

test.each<[string, Upstream, object]>([
  ['a host name: its port on any address', 'redis.example.com:6380', { ports: [{ protocol: 'TCP', port: 6380 }] }],
  [
    'an address',
    '10.1.2.3:6380',
    { to: [{ ipBlock: { cidr: '10.1.2.3/32' } }], ports: [{ protocol: 'TCP', port: 6380 }] },
  ],
  [
    'an IPv6 address',
    '[fd00::1]:6380',
    { to: [{ ipBlock: { cidr: 'fd00::1/128' } }], ports: [{ protocol: 'TCP', port: 6380 }] },
  ],
  [
    'a host in a Secret, with a known port',
    { secret: 'redis', port: 6380 },
    { ports: [{ protocol: 'TCP', port: 6380 }] },
  ],
])('%s', (_, upstream, rule) => {
  expect(policyFor(upstream)).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'shop-to-redis', namespace: 'shop' },
    spec: { podSelector: { matchLabels: { app: 'shop' } }, policyTypes: ['Egress'], egress: [rule, DNS] },
  });
});

test.each([
  ['the same namespace', 'shop', undefined],
  ['another namespace', 'data', { matchLabels: { 'kubernetes.io/metadata.name': 'data' } }],
])('the pods behind a Service of %s, on their own port', (_, namespace, namespaceSelector) => {
  const chart = plainChart('shop');
  const service = new kplus.Service(chart, 'redis', {
    metadata: { name: 'redis', namespace },
    selector: kplus.Pods.select(chart, 'pods', { labels: { app: 'redis' } }),
    ports: [{ port: 6379, targetPort: 16379 }],
  });
  const ambassador = redis(service);
  const from = workload(chart);
  from.with(ambassador);
  new AmbassadorEgress(chart, 'egress', { of: from, ambassador, name: 'way-out' });
  const policy = Testing.synth(chart).find(({ kind }) => kind === 'NetworkPolicy');
  expect(policy.metadata.name).toBe('way-out');
  expect(policy.spec.egress[0]).toEqual({
    to: [{ podSelector: { matchLabels: { app: 'redis' } }, ...(namespaceSelector && { namespaceSelector }) }],
    ports: [{ protocol: 'TCP', port: 16379 }],
  });
});

test('a workload that has no such ambassador is reported at synthesis', () => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const props = { image: 'ghcr.io/acme/app:1', port: 8080, qos, probes: Probes.none(), networkPolicy: {} };
  const [client, other] = ['client', 'other'].map((name) => new WebApp(chart, name, props)) as [WebApp, WebApp];
  const ambassador = redis('redis.example.com:6379');
  new AmbassadorEgress(chart, 'egress', { of: client, ambassador });
  new AmbassadorEgress(chart, 'wrong', { of: other, ambassador });
  client.with(ambassador);
  let findings: CheckFailed['findings'] = [];
  try {
    app.synthYaml();
  } catch (error) {
    findings = (error as CheckFailed).findings;
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message, constructPath }) => `${constructPath}: ${message}`)).toEqual([
    'shop/wrong: of: the pods of shop/other do not contain Ambassador "redis"; apply it to them: other.with(…)',
  ]);
});

test('what no policy can say is refused', () => {
  expect(() => policyFor({ secret: 'redis' })).toThrow('the port of the upstream is in a Secret');
  const chart = plainChart();
  expect(() => new AmbassadorEgress(chart, 'egress', { of: chart, ambassador: redis('a:1') })).toThrow(
    'shop/egress: of: expected a construct with a pod, but shop has none',
  );
});

test('it has the labels of its workload, not the one by which cdk8s-plus selects pods', () => {
  const chart = plainChart('shop');
  const labels = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/part-of': 'store', team: 'a' };
  const from = new kplus.Deployment(chart, 'shop', {
    metadata: { name: 'shop', labels: { ...labels, [kplus.Pod.ADDRESS_LABEL]: 'x' } },
    containers: [{ image: 'shop:1' }],
  });
  const ambassador = redis('redis:6379');
  from.with(ambassador);
  new AmbassadorEgress(chart, 'egress', { of: from, ambassador });
  const policy = Testing.synth(chart).find(({ kind }) => kind === 'NetworkPolicy');
  expect(policy.metadata.labels).toEqual(labels);
});

test('an upstream that is a pattern allows the connection in its own policy', () => {
  const chart = plainChart('shop');
  const app = { image: 'app:1', port: 8080, qos, probes: Probes.none(), networkPolicy: {} };
  const web = new WebApp(chart, 'web', app);
  const from = new WebApp(chart, 'client', app);
  const ambassador = redis(web);
  from.with(ambassador);
  new AmbassadorEgress(chart, 'egress', { of: from, ambassador });
  const policies = Testing.synth(chart).filter(({ kind }) => kind === 'NetworkPolicy');
  const clients = { 'app.kubernetes.io/name': 'client', 'app.kubernetes.io/instance': 'client' };
  expect(policies.find(({ metadata }) => metadata.name === 'web').spec.ingress).toEqual([
    { from: [{ podSelector: { matchLabels: clients } }], ports: [{ protocol: 'TCP', port: 'http' }] },
  ]);
});
