import { checkManifests } from '../../src/check';

const LABEL = 'pod-security.kubernetes.io';
const namespace = (labels: object) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } });
const spec = {
  hostNetwork: true,
  restartPolicy: 'Always',
  containers: [{ name: 'web', image: 'web:1', securityContext: { privileged: true } }],
};
const metadata = { name: 'web', namespace: 'shop', labels: { app: 'web' } };
const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec };
const template = { metadata: { labels: { app: 'web' } }, spec };
const deployment = {
  ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata },
  spec: { selector: { matchLabels: { app: 'web' } }, template },
};
const cronJob = {
  ...{ apiVersion: 'batch/v1', kind: 'CronJob', metadata },
  spec: {
    schedule: '0 * * * *',
    jobTemplate: { spec: { template: { spec: { ...spec, restartPolicy: 'Never' } } } },
  },
};
const found = (objects: readonly object[], options: object = {}) =>
  checkManifests(objects, options)
    .filter(({ rule }) => /pod-security|pods-never/.test(rule))
    .map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);

describe('what a level forbids', () => {
  test.each([
    [pod, 'spec', 'admission-pod-security'],
    [deployment, 'spec.template.spec', 'pods-never-created'],
    [cronJob, 'spec.jobTemplate.spec.template.spec', 'pods-never-created'],
  ])('is one error with its fields as notes: %#', (object, path, rule) => {
    const enforced = [namespace({ [`${LABEL}/enforce`]: 'baseline' }), object];
    const expected = [
      `error ${rule} ${path}`,
      `note pod-security-host-namespaces ${path}.hostNetwork`,
      `note pod-security-privileged ${path}.containers[0].securityContext.privileged`,
    ];
    expect(found(enforced)).toEqual(expected);
    expect(found(enforced, { podSecurity: 'baseline', kubernetesVersion: ['1.28', '1.36'] })).toEqual(expected);
    const [refusal] = checkManifests(enforced).filter((one) => one.rule === rule);
    expect(refusal?.params).toEqual({
      ...{ level: 'baseline', version: 'latest' },
      fields: [`${path}.hostNetwork`, `${path}.containers[0].securityContext.privileged`],
    });
  });

  test('an annotation of the pods is one of the fields', () => {
    const profile = { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' };
    const confined = {
      ...deployment,
      spec: {
        ...deployment.spec,
        template: {
          metadata: { ...template.metadata, annotations: profile },
          spec: { containers: [{ name: 'web', image: 'web:1' }] },
        },
      },
    };
    const [error, ...notes] = found([namespace({ [`${LABEL}/enforce`]: 'baseline' }), confined]);
    expect(error).toBe('error pods-never-created spec.template.spec');
    expect(notes).toEqual([
      expect.stringMatching(/^note pod-security-app-armor-annotation spec\.template\.metadata\.annotations/),
    ]);
  });

  test('fields that the namespace allows, and those of an error that is acknowledged, are errors', () => {
    const escalation = found([namespace({ [`${LABEL}/enforce`]: 'baseline' }), pod], { podSecurity: 'restricted' });
    expect(escalation).toContain(
      'error pod-security-privilege-escalation spec.containers[0].securityContext.allowPrivilegeEscalation',
    );
    expect(escalation).toContain('note pod-security-host-namespaces spec.hostNetwork');
    const acknowledgements = [{ rule: 'admission-pod-security', kind: 'Pod', name: 'web', reason: 'exempt' }];
    expect(found([namespace({ [`${LABEL}/enforce`]: 'baseline' }), pod], { acknowledgements })).toEqual([
      'error pod-security-host-namespaces spec.hostNetwork',
      'error pod-security-privileged spec.containers[0].securityContext.privileged',
    ]);
  });
});

// The server rejects the content, not the key.
test.each([['password'], ['user']])('content that is not base64 keeps its key: a pod that reads %s', (key) => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' }, data: { password: 'no base64' } };
  const env = [{ name: 'A', valueFrom: { secretKeyRef: { name: 'login', key } } }];
  const reader = {
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1', env }] },
  };
  const path = 'spec.containers[0].env[0].valueFrom.secretKeyRef.key';
  expect(
    checkManifests([secret, reader])
      .filter(({ severity }) => severity === 'error')
      .map((one) => `${one.rule} ${one.path}`),
  ).toEqual(['wrong-type data.password', ...(key === 'user' ? [`configuration-unknown ${path}`] : [])]);
});
