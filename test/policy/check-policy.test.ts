import { checkPolicy, POD_SECURITY_RULES, PRACTICE_RULES } from '../../src/policy';

const rulesBroken = (object: object, options: Parameters<typeof checkPolicy>[1]) =>
  checkPolicy([object], options).map(({ rule }) => rule);

describe('Pod Security Standards', () => {
  test.each(POD_SECURITY_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    expect(rulesBroken(rule.refused, { podSecurity: rule.level })).toContain(id);
    expect(rulesBroken(rule.accepted, { podSecurity: rule.level })).toEqual([]);
  });

  test('baseline does not ask for what only restricted wants', () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'a', image: 'a' }] },
    };
    expect(rulesBroken(pod, { podSecurity: 'baseline' })).toEqual([]);
    // The four reasons that PodSecurity admission of 1.36 gives for such a pod.
    expect(rulesBroken(pod, { podSecurity: 'restricted' }).sort()).toEqual([
      'pod-security-drop-all',
      'pod-security-privilege-escalation',
      'pod-security-run-as-non-root',
      'pod-security-seccomp',
    ]);
  });

  test('sysctls become safe with the version that made them so', () => {
    const pod = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { securityContext: { sysctls: [{ name, value: '1' }] }, containers: [] },
    });
    const verdict = (kubernetesVersion: '1.28' | '1.29') =>
      rulesBroken(pod('net.ipv4.tcp_fin_timeout'), { podSecurity: 'baseline', kubernetesVersion });
    expect(verdict('1.28')).toEqual(['pod-security-sysctls']);
    expect(verdict('1.29')).toEqual([]);
  });

  test('the field is named in the template of the object', () => {
    const cronJob = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'a', namespace: 'b' },
      spec: { jobTemplate: { spec: { template: { spec: { hostPID: true, containers: [] } } } } },
    };
    expect(checkPolicy([cronJob], { podSecurity: 'baseline' })).toMatchObject([
      { path: 'spec.jobTemplate.spec.template.spec.hostPID', namespace: 'b', name: 'a', category: 'policy' },
    ]);
  });
});

describe('levels of the namespaces in the input', () => {
  const namespace = (labels: object) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'shop',
      labels: Object.fromEntries(
        Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]),
      ),
    },
  });
  const job = (name: string, spec: object = {}) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate', namespace: name },
    spec: { template: { spec: { hostPID: true, containers: [], ...spec } } },
  });
  const found = (objects: object[], options: Parameters<typeof checkPolicy>[1] = {}) =>
    checkPolicy(objects, options).map(({ severity, rule }) => `${severity} ${rule}`);
  const HOST_PID = 'pod-security-host-namespaces';

  test('enforce refuses, warn warns, audit and other namespaces do neither', () => {
    expect(found([namespace({ enforce: 'baseline' }), job('shop')])).toEqual([`error ${HOST_PID}`]);
    expect(found([namespace({ warn: 'baseline' }), job('shop')])).toEqual([`warning ${HOST_PID}`]);
    expect(found([namespace({ warn: 'baseline', enforce: 'baseline' }), job('shop')])).toEqual([`error ${HOST_PID}`]);
    expect(found([namespace({ audit: 'restricted', enforce: 'privileged' }), job('shop')])).toEqual([]);
    expect(found([namespace({ enforce: 'restricted' }), job('other')])).toEqual([]);
  });

  test('objects without a namespace are in default, where kubectl applies them', () => {
    const { metadata, ...rest } = namespace({ enforce: 'baseline' });
    const ofDefault = { ...rest, metadata: { ...metadata, name: 'default' } };
    const unplaced = { ...job('shop'), metadata: { name: 'migrate' } };
    expect(found([ofDefault, unplaced])).toEqual([`error ${HOST_PID}`]);
    expect(found([ofDefault, job('default')])).toEqual([`error ${HOST_PID}`]);
    expect(found([ofDefault, job('shop')])).toEqual([]);
    expect(found([namespace({ enforce: 'baseline' }), unplaced])).toEqual([]);
  });

  test('the level of the options holds beside them', () => {
    expect(found([namespace({ warn: 'baseline' }), job('shop')], { podSecurity: 'baseline' })).toEqual([
      `error ${HOST_PID}`,
    ]);
  });

  test('a namespace can ask for the standards of an older version', () => {
    // net.ipv4.tcp_rmem is allowed from 1.32 on.
    const tuned = job('shop', {
      hostPID: false,
      securityContext: { sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] },
    });
    const asking = (version: string) => namespace({ enforce: 'baseline', 'enforce-version': version });
    expect(found([asking('latest'), tuned])).toEqual([]);
    expect(found([asking('v1.32'), tuned])).toEqual([]);
    expect(found([asking('v1.31'), tuned])).toEqual(['error pod-security-sysctls']);
    // The server refuses such a label, and takes the latest version where one is there.
    expect(found([asking('v1.31-alpha'), tuned])).toEqual([]);
    expect(found([asking('v1.36'), tuned], { kubernetesVersion: '1.31' })).toEqual(['error pod-security-sysctls']);
  });

  test('the field of an annotation is in the template', () => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' };
    const { spec, ...rest } = job('shop');
    const annotated = {
      ...rest,
      spec: { template: { metadata: { annotations }, spec: { ...spec.template.spec, hostPID: false } } },
    };
    expect(checkPolicy([namespace({ enforce: 'baseline' }), annotated]).map(({ path }) => path)).toEqual([
      'spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]',
    ]);
  });
});

describe('good practice', () => {
  test.each(PRACTICE_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    expect(rulesBroken(rule.refused, { practices: true })).toContain(id);
    expect(rulesBroken(rule.accepted, { practices: true })).not.toContain(id);
  });

  test('an autoscaler and a network policy answer for the Deployment', () => {
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: { template: { metadata: { labels: { app: 'a' } }, spec: { containers: [] } } },
    };
    const autoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'a' },
      spec: { minReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'a' } },
    };
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'a' },
      spec: { podSelector: { matchLabels: { app: 'a' } } },
    };
    expect(rulesBroken(deployment, { practices: true })).toEqual(['single-replica', 'network-policy-missing']);
    expect(checkPolicy([deployment, autoscaler, policy], { practices: true })).toEqual([]);
  });

  test('a password is never part of what is reported', () => {
    const [finding] = checkPolicy([PRACTICE_RULES[0].refused], { practices: true });
    expect(JSON.stringify(finding)).not.toContain('example');
  });
});
