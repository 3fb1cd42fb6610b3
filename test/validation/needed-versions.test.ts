import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts/versions';
import { neededForObject, neededVersions, unansweredVersions } from './needed-versions';

const answers =
  (...boundaries: KubernetesVersion[]) =>
  (version: KubernetesVersion) =>
    String(boundaries.filter((each) => version >= each).length);

test.each<[string, KubernetesVersion[], object, string[]]>([
  ['the same everywhere', [], {}, ['1.28', '1.36']],
  ['a change', ['1.33'], {}, ['1.28', '1.32', '1.33', '1.36']],
  ['a change in the first version after the oldest', ['1.29'], {}, ['1.28', '1.29', '1.36']],
  ['a change in the newest version', ['1.36'], {}, ['1.28', '1.35', '1.36']],
  ['two changes', ['1.30', '1.34'], {}, ['1.28', '1.29', '1.30', '1.33', '1.34', '1.36']],
  ['the first version of the rule', [], { since: '1.31' }, ['1.28', '1.30', '1.31', '1.36']],
  ['the last version of the rule', [], { until: '1.31' }, ['1.28', '1.31', '1.32', '1.36']],
  ['a rule of the oldest to the newest version', [], { since: '1.28', until: '1.36' }, ['1.28', '1.36']],
])('needs the answers on both sides of %s', (_, boundaries, named, expected) => {
  expect(neededVersions(answers(...boundaries), named)).toEqual(expected);
});

test('begins with the first version that has the kind', () => {
  const versions = KUBERNETES_VERSIONS.slice(3);
  expect(neededVersions(answers(), {}, versions)).toEqual(['1.31', '1.36']);
});

test('needs the versions around a change of the server and around other words', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [] } };
  expect(neededForObject(service)).toEqual(['1.28', '1.36']);
  // ValidateIPBlock has the words of IsValidCIDR since 1.30.
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web' },
    spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0' } }] }] },
  };
  expect(neededForObject(policy)).toEqual(['1.28', '1.29', '1.30', '1.36']);
});

test('needs no answers around the version that prints all values otherwise', () => {
  // Values are JSON since 1.34: `Invalid value: []string{…}` before.
  const searches = Array.from({ length: 33 }, (_, index) => `s${index}.example.com`);
  const containers = [{ name: 'web', image: 'web:1' }];
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers, dnsConfig: { searches } },
  };
  expect(neededForObject(pod)).toEqual(['1.28', '1.36']);
});

test('needs no answers around the first version that has a kind or a field', () => {
  const object = { apiVersion: 'storage.k8s.io/v1', kind: 'VolumeAttributesClass', metadata: { name: 'gold' } };
  expect(neededForObject({ ...object, driverName: 'csi.example.com', parameters: { iops: '1' } })).toEqual([
    '1.28',
    '1.36',
  ]);
  const container = { name: 'web', image: 'web:1', restartPolicyRules: [] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [container] } };
  expect(neededForObject(pod)).toEqual(['1.28', '1.36']);
});

test('names the versions that have not answered', () => {
  expect(unansweredVersions(['1.28', '1.36'], () => ['1.28', '1.32', '1.33', '1.36'])).toEqual(['1.32', '1.33']);
  expect(unansweredVersions(['1.28', '1.30', '1.36'], () => ['1.28', '1.36'])).toEqual([]);
  expect(unansweredVersions([], () => ['1.28', '1.36'])).toEqual(['1.28', '1.36']);
});
