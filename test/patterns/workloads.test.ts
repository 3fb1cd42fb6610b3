import { App, Chart, Duration } from 'cdk8s';
import {
  NodeAgent,
  type NodeAgentProps,
  Pod,
  type PodProps,
  Scaling,
  SingletonApp,
  StatefulApp,
  type StatefulAppProps,
  StaticPod,
  type StaticPodProps,
  Worker,
} from '../../src/patterns';
import { Env, EnvFrom, Probes, Qos, Volumes } from '../../src/pod';
import { manifestsOf, refusal, rendered, testChart } from './render';

const least = { image: 'agent:1.0.0', qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }) };

test('Worker: a Deployment without a Service', () => {
  const manifests = rendered((chart) => new Worker(chart, 'mailer', { ...least, networkPolicy: {} }));
  expect(Object.keys(manifests).sort()).toEqual([
    'Deployment/mailer',
    'NetworkPolicy/mailer',
    'PodDisruptionBudget/mailer',
    'ServiceAccount/mailer',
  ]);
});

test('SingletonApp: one pod, stopped before the next one starts, which may always be evicted', () => {
  const manifests = rendered(
    (chart) =>
      new SingletonApp(chart, 'scheduler', {
        ...least,
        port: 8080,
        probes: Probes.http('/'),
        rollout: { revisionHistoryLimit: 1 },
      }),
  );
  expect(manifests['Deployment/scheduler'].spec).toMatchObject({
    replicas: 1,
    strategy: { type: 'Recreate' },
    revisionHistoryLimit: 1,
  });
  expect(manifests['PodDisruptionBudget/scheduler'].spec.maxUnavailable).toBe(1);
  expect(manifests).toHaveProperty(['Service/scheduler']);
});

describe('NodeAgent', () => {
  const agent = (props: Partial<NodeAgentProps>) =>
    rendered((chart) => new NodeAgent(chart, 'agent', { ...least, ...props }))['DaemonSet/agent'].spec;
  const logs = Volumes.hostPath('logs', '/var/log', { type: 'Directory' });

  test('on every node, the control plane included, reading its logs', () => {
    const { template, selector } = agent({ onControlPlane: true, mounts: [logs.at('/var/log', { readOnly: true })] });
    expect(selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' });
    expect(template.spec.tolerations).toEqual([
      { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
    ]);
    expect(template.spec.volumes[0]).toEqual({ name: 'logs', hostPath: { path: '/var/log', type: 'Directory' } });
    expect(template.spec.containers[0].volumeMounts[0]).toEqual({
      name: 'logs',
      mountPath: '/var/log',
      readOnly: true,
    });
    expect(template.spec).not.toHaveProperty('topologySpreadConstraints');
  });

  test.each<[NodeAgentProps['rollout'], object]>([
    [{}, {}],
    [
      { maxUnavailable: '10%', minReady: Duration.seconds(3) },
      { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } }, minReadySeconds: 3 },
    ],
    [{ maxSurge: 1 }, { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }],
    [
      { onDelete: true, revisionHistoryLimit: 2 },
      { updateStrategy: { type: 'OnDelete' }, revisionHistoryLimit: 2 },
    ],
  ])('rollout %j', (rollout, expected) => {
    const { selector: _, template: __, ...spec } = agent({ rollout });
    expect(spec).toEqual(expected);
  });

  test.each<[string, NodeAgentProps['rollout'], string]>([
    [
      'both ways at once',
      { maxSurge: 1, maxUnavailable: 1 },
      'rollout.maxSurge: exactly one of maxSurge and maxUnavailable must be greater than 0',
    ],
    [
      'neither way',
      { maxUnavailable: 0 },
      'rollout.maxSurge: exactly one of maxSurge and maxUnavailable must be greater than 0',
    ],
    [
      'figures that nothing uses',
      { onDelete: true, maxUnavailable: 1 },
      'rollout.maxUnavailable: must not be set together with onDelete',
    ],
    ['half a node', { maxUnavailable: 0.5 }, 'rollout.maxUnavailable: must be an integer or a percentage'],
  ])('refuses %s', (_, rollout, message) => {
    expect(refusal((scope) => new NodeAgent(scope, 'agent', { ...least, rollout })).join('\n')).toContain(message);
  });
});

describe('StatefulApp', () => {
  const set = (props: Partial<StatefulAppProps> = {}) =>
    rendered((chart) => new StatefulApp(chart, 'web', { ...least, port: 80, probes: Probes.http('/'), ...props }));
  const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };

  test('each pod has a name and storage of its own', () => {
    const manifests = set({
      scaling: Scaling.fixed(3),
      storage: [
        { size: '1Gi', path: '/usr/share/nginx/html', storageClassName: 'fast' },
        { name: 'log', size: '100Mi', path: '/var/log', accessModes: ['ReadWriteOncePod'] },
      ],
      storageRetention: { whenDeleted: 'Delete' },
      rollout: { partition: 1, minReady: Duration.seconds(5) },
    });
    const { template, ...spec } = manifests['StatefulSet/web'].spec;
    const claim = (name: string, storage: string, more: object) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name },
      spec: { resources: { requests: { storage } }, ...more },
    });
    expect(spec).toEqual({
      replicas: 3,
      serviceName: 'web-headless',
      selector: { matchLabels: selector },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
      minReadySeconds: 5,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
      volumeClaimTemplates: [
        claim('data', '1Gi', { accessModes: ['ReadWriteOnce'], storageClassName: 'fast' }),
        claim('log', '100Mi', { accessModes: ['ReadWriteOncePod'] }),
      ],
    });
    expect(template.spec.containers[0].volumeMounts).toEqual([
      { name: 'data', mountPath: '/usr/share/nginx/html' },
      { name: 'log', mountPath: '/var/log' },
      { name: 'tmp', mountPath: '/tmp' },
    ]);
    expect(manifests['Service/web-headless'].spec).toEqual({
      type: 'ClusterIP',
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector,
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    });
    expect(manifests['Service/web'].spec.selector).toEqual(selector);
    expect(manifests['PodDisruptionBudget/web'].spec.maxUnavailable).toBe(1);
  });

  test('one pod has no budget; parallel start; updates by hand', () => {
    const manifests = set({ parallel: true, rollout: { onDelete: true }, service: { type: 'None' } });
    expect(Object.keys(manifests).sort()).toEqual(['Service/web-headless', 'ServiceAccount/web', 'StatefulSet/web']);
    expect(manifests['StatefulSet/web'].spec).toMatchObject({
      podManagementPolicy: 'Parallel',
      // null removes the partition that the server filled in before.
      updateStrategy: { type: 'OnDelete', rollingUpdate: null },
    });
  });

  test.each<[string, Partial<StatefulAppProps>, string]>([
    ['no ports', { port: undefined }, 'port: is required for the headless Service, for example 8080'],
    ['a bad size', { storage: [{ size: 'big', path: '/a' }] }, 'storage[0].size: must be a quantity'],
    [
      'two volumes of one name',
      {
        storage: [
          { size: '1Gi', path: '/a' },
          { size: '1Gi', path: '/b' },
        ],
      },
      'storage[1].name: "data" is already used by storage[0].name',
    ],
    [
      'a misspelt mode',
      { storage: [{ size: '1Gi', path: '/a', accessModes: ['ReadWriteOnc' as 'ReadWriteOnce'] }] },
      '(did you mean "ReadWriteOnce"?)',
    ],
    ['negative replicas', { scaling: Scaling.fixed(-1) }, 'scaling.replicas: must be an integer, 0 or more, got -1'],
    ['a name of 53 characters', { name: 'a'.repeat(53), containerName: 'a' }, 'must not be longer than 52 characters'],
    [
      'a budget that blocks every eviction',
      { disruptionBudget: { minAvailable: 1 } },
      'would block every eviction with 1 pod',
    ],
  ])('refuses %s', (_, props, message) => {
    const given = { ...least, port: 80, probes: Probes.http('/'), ...props };
    expect(refusal((scope) => new StatefulApp(scope, 'web', given)).join('\n')).toContain(message);
  });
});

describe('Pod', () => {
  const pod = (props: Partial<PodProps> = {}) => rendered((chart) => new Pod(chart, 'myapp', { ...least, ...props }));

  test('is a Pod and nothing else', () => {
    const manifests = pod();
    expect(Object.keys(manifests)).toEqual(['Pod/myapp']);
    const { metadata, spec } = manifests['Pod/myapp'];
    expect(metadata.labels).not.toHaveProperty('cdk8s.io/metadata.addr');
    expect(spec).not.toHaveProperty('serviceAccountName');
    expect(spec).not.toHaveProperty('restartPolicy');
    expect(spec.automountServiceAccountToken).toBe(false);
  });

  test.each(['Always', 'OnFailure', 'Never'] as const)('restart policy %s', (restartPolicy) => {
    expect(pod({ restartPolicy })['Pod/myapp'].spec.restartPolicy).toBe(restartPolicy);
  });

  test('several containers, annotations, an existing service account', () => {
    const { metadata, spec } = pod({
      containerName: 'r1',
      containers: [{ name: 'r2', ...least }],
      podAnnotations: { note: 'hello' },
      serviceAccount: 'robot',
    })['Pod/myapp'];
    expect(spec.containers.map(({ name }: any) => name)).toEqual(['r1', 'r2']);
    expect(metadata.annotations).toEqual({ note: 'hello' });
    expect(spec.serviceAccountName).toBe('robot');
  });

  test.each<[string, Partial<PodProps>, string]>([
    [
      'a misspelt restart policy',
      { restartPolicy: 'always' as 'Always' },
      'restartPolicy: must be one of "Always", "OnFailure", "Never", got "always" (did you mean "Always"?)',
    ],
    [
      'two containers of one name',
      { containers: [{ name: 'myapp', ...least }] },
      'containers[0].name: duplicate container name "myapp" (it is the name of the main container: use another one, or containerName for that one)',
    ],
    [
      'two containers on one port',
      { port: 80, containers: [{ name: 'b', ...least, port: 80 }] },
      'ports: containers "myapp" and "b" both listen on 80/TCP',
    ],
    ['no quality of service', { qos: undefined as never }, 'qos: is required'],
  ])('refuses %s', (_, props, message) => {
    expect(refusal((scope) => new Pod(scope, 'myapp', { ...least, ...props })).join('\n')).toContain(message);
  });
});

describe('StaticPod', () => {
  const props: StaticPodProps = { ...least, hostNetwork: true, priorityClassName: 'system-cluster-critical' };

  test('is written as the kubelet reads it', () => {
    const chart = testChart();
    const pod = new StaticPod(chart, 'proxy', props);
    expect(pod.file).toBe('/etc/kubernetes/manifests/proxy.yaml');
    expect(pod.toYaml()).toMatch(/^---\napiVersion: v1\nkind: Pod\nmetadata:\n {2}name: proxy\n/);
    expect(manifestsOf(chart)['Pod/proxy'].spec).toMatchObject({
      hostNetwork: true,
      dnsPolicy: 'ClusterFirstWithHostNet',
      priorityClassName: 'system-cluster-critical',
    });
    expect(() => (chart.node.root as App).synthYaml()).not.toThrow();
  });

  test('must be alone in its chart', () => {
    const chart = new Chart(new App(), 'static');
    new StaticPod(chart, 'proxy', props);
    new Pod(chart, 'other', least);
    expect(() => (chart.node.root as App).synthYaml()).toThrow('a static pod must be the only object of its chart');
  });

  test.each<[string, Partial<StaticPodProps>, string]>([
    [
      'a ConfigMap volume',
      { mounts: [Volumes.configMap('c').at('/c')] },
      'mounts: volume "c" is a configMap, which a static pod cannot use',
    ],
    [
      'a Secret in the environment',
      { env: { A: Env.secret('s', 'k') } },
      'env.A: references a Secret or ConfigMap, which a static pod cannot use',
    ],
    [
      'a whole Secret in the environment',
      { envFrom: [EnvFrom.secret('s')] },
      'envFrom: references a Secret or ConfigMap',
    ],
  ])('refuses %s', (_, more, message) => {
    expect(refusal((scope) => new StaticPod(scope, 'proxy', { ...props, ...more })).join('\n')).toContain(message);
  });
});
