import { validate } from '../../src/validation';

const messageOf = (object: object, kubernetesVersion: '1.28' | '1.33' | '1.34' | '1.36') =>
  validate([object], { kubernetesVersion }).map(({ message }) => message);

const deployment = (strategy: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx' }] } },
    strategy,
  },
});

// Answers of kube-apiserver 1.28.15 and 1.36.3.
test('a struct is printed with the fields of the internal type', () => {
  const go = 'apps.DeploymentStrategy{Type:"Rolling", RollingUpdate:(*apps.RollingUpdateDeployment)(nil)}';
  const json = '{"Type":"Rolling","RollingUpdate":null}';
  const rest = 'supported values: "Recreate", "RollingUpdate"';
  expect(messageOf(deployment({ type: 'Rolling' }), '1.28')).toEqual([`Unsupported value: ${go}: ${rest}`]);
  expect(messageOf(deployment({ type: 'Rolling' }), '1.33')).toEqual([`Unsupported value: ${go}: ${rest}`]);
  expect(messageOf(deployment({ type: 'Rolling' }), '1.34')).toEqual([`Unsupported value: ${json}: ${rest}`]);
  expect(messageOf(deployment({ type: 'Rolling' }), '1.36')).toEqual([`Unsupported value: ${json}: ${rest}`]);
});

test('an integer or string is a struct in Go syntax', () => {
  const problem = `a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')`;
  const object = deployment({ type: 'RollingUpdate', rollingUpdate: { maxSurge: '1' } });
  expect(messageOf(object, '1.28')).toEqual([
    `Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:"1"}: ${problem}`,
  ]);
  expect(messageOf(object, '1.36')).toEqual([`Invalid value: "1": ${problem}`]);
});

test('of too many things the number is shown', () => {
  const object = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web' },
    addressType: 'IPv4',
    endpoints: [{ addresses: Array.from({ length: 101 }, (_, index) => `10.1.2.${index}`) }],
  };
  expect(messageOf(object, '1.36')).toEqual(['Too many: 101: must have at most 100 items']);
});

test('a refused key of a Secret is explained, its value is not shown', () => {
  const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, stringData: { 'a/b': 'hunter2' } };
  const [finding] = validate([object], { kubernetesVersion: '1.36' });
  expect(finding!.message).toMatch(/^Invalid value: "a\/b": a valid config key must consist of/);
  expect(finding!.value).toBe('a/b');
  expect(JSON.stringify(finding)).not.toContain('hunter2');
});
