import { Qos, qosClassOf } from '../../src/pod';
import { qosManifest } from '../../src/pod/qos';
import { issuesOf, made } from './issues';

const manifestOf = (qos: Qos) => made((reportIssue) => qosManifest(qos, reportIssue));

test('guaranteed: limits equal requests, devices and disk included', () => {
  const amounts = { cpu: '500m', memory: '256Mi', 'ephemeral-storage': '1Gi', 'nvidia.com/gpu': '1' };
  const qos = Qos.guaranteed({
    cpu: '500m',
    memory: '256Mi',
    ephemeralStorage: '1Gi',
    extended: { 'nvidia.com/gpu': 1 },
  });
  expect(manifestOf(qos)).toEqual({ requests: amounts, limits: amounts });
});

test('burstable: each side by itself', () => {
  expect(manifestOf(Qos.burstable({ requests: { cpu: 0.2, memory: '64Mi' }, limits: { memory: '128Mi' } }))).toEqual({
    requests: { cpu: '0.2', memory: '64Mi' },
    limits: { memory: '128Mi' },
  });
});

test('best effort: nothing', () => {
  expect(manifestOf(Qos.bestEffort())).toBeUndefined();
});

test.each<[string, Qos, string]>([
  [
    'a request over its limit',
    Qos.burstable({ requests: { cpu: '2' }, limits: { cpu: '1500m' } }),
    'qos.requests.cpu: "2" must not be more than the limit, "1500m"',
  ],
  [
    'what is no quantity',
    Qos.guaranteed({ cpu: 'much', memory: '1Gi' }),
    'qos.cpu: must be a quantity such as "500m", "2" or "256Mi", got "much"',
  ],
  [
    'a negative quantity',
    Qos.burstable({ requests: { memory: '-1Gi', cpu: 1 } }),
    'qos.requests.memory: must not be negative, got "-1Gi"',
  ],
  [
    'a burstable that is guaranteed',
    Qos.burstable({ requests: { cpu: 1, memory: '1Gi' }, limits: { cpu: '1000m', memory: '1024Mi' } }),
    'qos: these resources result in QoS class Guaranteed, not Burstable (use Qos.guaranteed)',
  ],
  [
    'a burstable of nothing',
    Qos.burstable({ requests: {} }),
    'qos: these resources result in QoS class BestEffort, not Burstable (use Qos.bestEffort)',
  ],
  [
    'a device without limit',
    Qos.burstable({ requests: { cpu: 1, extended: { 'nvidia.com/gpu': 1 } } }),
    'qos.limits.extended: must have "nvidia.com/gpu", because extended resources cannot be overcommitted',
  ],
  [
    'a device without domain',
    Qos.guaranteed({ cpu: 1, memory: 1, extended: { gpu: 1 } }),
    'qos.extended: "gpu" must have a domain prefix, for example "nvidia.com/gpu"',
  ],
])('refuses %s', (_, qos, message) => {
  expect(issuesOf((reportIssue) => qosManifest(qos, reportIssue))).toContain(message);
});

const full = { resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '1000m', memory: '1024Mi' } } };
const limitsOnly = { resources: { limits: { cpu: '1', memory: '1Gi' } } };
const half = { resources: { limits: { cpu: '1' } } };
const device = { resources: { limits: { 'nvidia.com/gpu': '1' } } };

test.each([
  ['Guaranteed', { containers: [full, limitsOnly], initContainers: [full] }],
  ['Burstable', { containers: [full], initContainers: [half] }],
  ['Burstable', { containers: [full, {}] }],
  ['Burstable', { containers: [{}], initContainers: [full] }],
  ['BestEffort', { containers: [{}, { resources: {} }] }],
  ['BestEffort', { containers: [device] }],
  ['Burstable', { containers: [half] }],
  ['Guaranteed', { containers: [half], resources: full.resources }],
] as const)('%s over all containers', (qosClass, pod) => {
  expect(qosClassOf(pod)).toBe(qosClass);
});

test.each([
  ['512MB', 'try "512Mi"'],
  ['1 gb', 'try "1Gi"'],
  ['2gi', 'try "2Gi"'],
])('memory of %s is the only issue: %s', (memory, hint) => {
  const issues = issuesOf((reportIssue) => qosManifest(Qos.guaranteed({ cpu: '1', memory }), reportIssue));
  expect(issues).toEqual([expect.stringContaining(hint)]);
});
