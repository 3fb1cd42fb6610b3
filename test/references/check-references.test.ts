import { checkReferences, REFERENCE_RULES } from '../../src/references';
import { deployment, ingress, service } from '../../src/references/rule/examples';

const rulesBroken = (objects: readonly object[], external: 'ignore' | 'warn' = 'ignore') =>
  checkReferences(objects, { external }).map(({ rule, path }) => `${rule} ${path}`);

test.each(REFERENCE_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  expect(checkReferences(rule.refused).map((finding) => finding.rule)).toEqual([id]);
  expect(checkReferences(rule.accepted)).toEqual([]);
});

test('a near miss is a warning that says what is there', () => {
  const [finding] = checkReferences([
    deployment(),
    service({}, 'svc-test-loadbalancer'),
    ingress('svc-test-localbalancer'),
  ]);
  expect(finding).toMatchObject({
    severity: 'warning',
    path: 'spec.defaultBackend.service.name',
    message: 'no Service "svc-test-localbalancer"; found "svc-test-loadbalancer"',
    hint: 'did you mean "svc-test-loadbalancer"? If the object is created elsewhere, declare it as external',
  });
});

test('a different name is not suggested', () => {
  const reading = (name: string) => deployment({}, { envFrom: [{ configMapRef: { name } }] });
  const there = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ui-config' } };
  const found = (name: string) =>
    checkReferences([reading(name), there]).map(({ message, hint }) => [message, hint?.startsWith('did you mean')]);
  for (const name of ['app-config', 'ui-config2'])
    expect(found(name)).toEqual([[`no ConfigMap "${name}"; found "ui-config"`, false]]);
  expect(found('ui-confg')).toEqual([['no ConfigMap "ui-confg"; found "ui-config"', true]]);
});

test('what one object alone refers to is reported only when asked for, as a warning', () => {
  const pod = deployment({}, { envFrom: [{ secretRef: { name: 'vault-made' } }] });
  expect(rulesBroken([pod])).toEqual([]);
  expect(checkReferences([pod], { external: 'warn' })).toMatchObject([
    { rule: 'configuration-unknown', severity: 'warning' },
  ]);
});

test('optional references and built-in names are fine', () => {
  const pod = deployment(
    {},
    { envFrom: [{ configMapRef: { name: 'maybe', optional: true } }] },
    { serviceAccountName: 'default', priorityClassName: 'system-cluster-critical' },
  );
  expect(rulesBroken([pod], 'warn')).toEqual([]);
});

test('namespaces keep objects apart', () => {
  const elsewhere = { ...service(), metadata: { name: 'shop', namespace: 'other' } };
  expect(rulesBroken([deployment(), elsewhere, ingress('shop')], 'warn')).toEqual([
    'service-selects-nothing spec.selector',
    'ingress-backend-unknown spec.defaultBackend.service.name',
  ]);
});

test('a budget of an autoscaled workload is measured against what it may grow to', () => {
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'shop' },
    spec: {
      minReplicas: 2,
      maxReplicas: 8,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
    },
  };
  const budget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'shop' },
    spec: { minAvailable: 2, selector: { matchLabels: { app: 'shop' } } },
  };
  const requesting = deployment({}, { resources: { requests: { cpu: '1' } } });
  // At its minimum of two replicas it blocks, at more it does not.
  expect(checkReferences([requesting, autoscaler, budget]).map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'warning budget-blocks-eviction',
  ]);
  expect(rulesBroken([deployment(), budget])).toEqual(['budget-blocks-eviction spec.minAvailable']);
});

test('fields that are null or of a wrong type never reach a rule', () => {
  const pods = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', labels: { app: 'web' } }, spec: null };
  const of = (spec: unknown) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: null,
    spec: { podSelector: null },
  };
  for (const spec of [null, 3, [], { selector: null }, { selector: 'app' }, { selector: { app: 1 }, ports: null }]) {
    expect(checkReferences([pods, of(spec), policy]).filter(({ reason }) => reason === 'InternalError')).toEqual([]);
  }
  expect(checkReferences([null, 3, 'web', [], { kind: null }])).toEqual([]);
});
