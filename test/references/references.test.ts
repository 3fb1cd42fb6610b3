import { checkReferences, REFERENCE_RULES } from '../../src/references';
import { partialObjects } from '../partial-objects';

/** Everything that is reported, in one line each: `error rule path: message`. */
const found = (...objects: unknown[]) =>
  checkReferences(objects, { external: 'warn' }).map(
    ({ severity, rule, path, message }) => `${severity} ${rule} ${path}: ${message}`,
  );

const object = (apiVersion: string, kind: string, name: string, fields: object = {}, namespace?: string): any => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  ...fields,
});
const workload = (
  podSpec: object = {},
  spec: object = {},
  kind = 'Deployment',
  name = 'web',
  labels: object = { app: 'web' },
) =>
  object('apps/v1', kind, name, {
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web' }], ...podSpec } },
      ...spec,
    },
  });
const container = (fields: object, spec: object = {}) => workload({ containers: [{ name: 'web', ...fields }] }, spec);
const service = (spec: object, name = 'web', namespace?: string) => object('v1', 'Service', name, { spec }, namespace);

describe('services', () => {
  const ports = (...list: object[]) => service({ selector: { app: 'web' }, ports: list });
  const named = container({ ports: [{ name: 'http', containerPort: 80 }, { containerPort: 81 }] });

  test('that select nothing', () => {
    expect(found(workload(), service({ selector: { app: 'web' } }))).toEqual([]);
    expect(found(workload(), service({ selector: { app: 'wev' } }))).toEqual([
      'warning service-selects-nothing spec.selector: no pods match the selector app=wev',
    ]);
    expect(found(workload(), service({ selector: { app: 'other-thing' } }))).toEqual([
      'warning service-selects-nothing spec.selector: no pods match the selector app=other-thing',
    ]);
    expect(found(workload(), service({ selector: { role: 'web' } }))).toEqual([
      'warning service-selects-nothing spec.selector: no pods match the selector role=web',
    ]);
    expect(found(workload(), service({ selector: { app: 'web' } }, 'web', 'shop'))).toEqual([
      'warning service-selects-nothing spec.selector: no pods match the selector app=web in namespace shop; Deployment "web" in another namespace does',
    ]);
    for (const spec of [{ selector: {} }, {}, undefined]) {
      expect(found(workload(), service(spec as object))).toEqual([]);
    }
    const [{ hint } = { hint: '' }] = checkReferences([workload(), service({ selector: { app: 'wev' } })]);
    expect(hint).toBe('Deployment "web" has app=web, not wev; use the labels of the pod template');
  });

  test('whose target port no pod has', () => {
    const missing = 'error service-port-unknown spec.ports[1].targetPort: no port named "admin" in the selected pods';
    expect(found(named, ports({ port: 80, targetPort: 'http' }, { port: 81, targetPort: 'admin' }))).toEqual([missing]);
    expect(found(named, ports({ port: 80, targetPort: 81 }, { port: 80 }, null as never))).toEqual([]);
    expect(found(named, service({ ports: [{ port: 80, targetPort: 'admin' }] }))).toEqual([]);
    const hints = (...objects: object[]) => checkReferences(objects).map(({ hint }) => hint);
    expect(hints(named, ports({ port: 80, targetPort: 'htt' }))).toEqual(['did you mean "http"?']);
    expect(hints(named, ports({ port: 80, targetPort: 'metrics-of-it' }))).toEqual(['the pods have http']);
    expect(hints(workload(), ports({ port: 80, targetPort: 'http' }))).toEqual([
      'use the name of a container port, or its number',
    ]);
  });

  test('that an Ingress names', () => {
    const backend = (name: unknown, port: object | undefined = { number: 80 }) => ({ service: { name, port } });
    const ingress = (...paths: object[]) =>
      object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { rules: [{}, { http: { paths } }] } });
    const there = service({ ports: [{ port: 80, name: 'http' }, { port: 81 }] }, 'backend');
    const at = 'spec.rules[1].http.paths[0].backend.service';
    expect(
      found(
        there,
        ingress({ backend: backend('backend') }, { path: '/http', backend: backend('backend', { name: 'http' }) }),
      ),
    ).toEqual([]);
    expect(found(there, ingress({ backend: backend('bakend') }))).toEqual([
      `warning ingress-backend-unknown ${at}.name: no Service "bakend"; found "backend"`,
    ]);
    expect(found(there, ingress({ backend: backend('api') }))).toEqual([
      `warning ingress-backend-unknown ${at}.name: no Service "api"; found "backend"`,
    ]);
    expect(found(there, ingress({ backend: backend('backend', { number: 82 }) }))).toEqual([
      `error ingress-backend-unknown ${at}.port.number: Service "backend" has no port 82`,
    ]);
    expect(found(there, ingress({ backend: backend('backend', { name: 'web' }) }))).toEqual([
      `error ingress-backend-unknown ${at}.port.name: Service "backend" has no port "web"`,
    ]);
    expect(found(there, ingress({ backend: { resource: { kind: 'A' } } }))).toEqual([]);
    // A number is read as the string that it was meant to be; that it is none is a finding of its own.
    expect(found(there, ingress({ backend: backend(1) }))).toEqual([expect.stringContaining('no Service "1"')]);
    const [{ hint } = { hint: '' }] = checkReferences([
      there,
      ingress({ backend: backend('backend', { number: 82 }) }),
    ]);
    expect(hint).toBe('its ports are http 80, 81');
    const byDefault = object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { defaultBackend: backend('bakend') } });
    expect(found(there, byDefault)).toEqual([
      'warning ingress-backend-unknown spec.defaultBackend.service.name: no Service "bakend"; found "backend"',
    ]);
  });

  test('that govern a StatefulSet', () => {
    const set = (serviceName: unknown) => workload({}, { serviceName }, 'StatefulSet');
    const headless = service({ clusterIP: 'None', selector: { app: 'web' } }, 'stable');
    expect(found(set('stable'), headless)).toEqual([]);
    expect(found(set('stabl'), headless)).toEqual([
      'warning stateful-set-service spec.serviceName: no Service "stabl"; found "stable"',
    ]);
    expect(found(set('stable'), service({}, 'stable'))).toEqual([
      'warning stateful-set-service spec.serviceName: Service "stable" is not headless, so the pods have no DNS names',
    ]);
    expect(checkReferences([set('stable')], { known: [object('v1', 'Service', 'stable')] })).toEqual([]);
    for (const none of ['', undefined]) expect(found(set(none), headless)).toEqual([]);
    expect(found({ ...set('stabl'), kind: 'Deployment' }, headless)).toEqual([]);
  });
});

describe('autoscalers', () => {
  const autoscaler = (spec: object, apiVersion = 'autoscaling/v2', namespace?: string) =>
    object(
      apiVersion,
      'HorizontalPodAutoscaler',
      'web',
      {
        spec: { maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, ...spec },
      },
      namespace,
    );
  const onCpu = {
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }],
  };
  const target = (name: string, kind = 'Deployment', apiVersion = 'apps/v1') => ({
    scaleTargetRef: { apiVersion, kind, name },
  });

  test('of an unknown target', () => {
    const requesting = { containers: [{ name: 'web', resources: { requests: { cpu: '1' } } }] };
    const frontend = workload(requesting, {}, 'Deployment', 'frontend');
    expect(found(frontend, autoscaler(target('frontend')))).toEqual([]);
    expect(found(frontend, autoscaler(target('fronted')))).toEqual([
      'warning autoscaler-target-unknown spec.scaleTargetRef.name: no Deployment "fronted"; found "frontend"',
    ]);
    expect(found(frontend, autoscaler(target('frontend', 'StatefulSet')))).toEqual([
      'warning autoscaler-target-unknown spec.scaleTargetRef.name: no StatefulSet "frontend"; found Deployment "frontend"',
    ]);
    expect(found(frontend, autoscaler(target('frontend', 'Deployment', 'example.com/v1')))).toHaveLength(1);
    expect(found(frontend, autoscaler(target('frontend'), 'autoscaling/v2', 'shop'))).toEqual([
      'warning autoscaler-target-unknown spec.scaleTargetRef.name: no Deployment "frontend" in namespace shop; it is in the namespace of the context',
    ]);
  });

  test('on a resource that a container does not request', () => {
    const at = 'spec.metrics[0].resource: container "web" of Deployment "web" has no cpu request';
    expect(found(workload(), autoscaler(onCpu))).toEqual([`warning autoscaler-without-requests ${at}`]);
    expect(found(workload(), autoscaler({}, 'autoscaling/v1'))).toEqual([
      'warning autoscaler-without-requests spec.targetCPUUtilizationPercentage: container "web" of Deployment "web" has no cpu request',
    ]);
    expect(found(container({ resources: { requests: { memory: '1' } } }), autoscaler(onCpu))).toHaveLength(1);
    for (const resources of [{ requests: { cpu: '1' } }, { limits: { cpu: '1' } }]) {
      expect(found(container({ resources }), autoscaler(onCpu))).toEqual([]);
    }
    const init = (fields: object) =>
      workload({
        initContainers: [{ name: 'init', ...fields }],
        containers: [{ name: 'web', resources: { requests: { cpu: '1' } } }],
      });
    expect(found(init({}), autoscaler(onCpu))).toEqual([]);
    expect(found(init({ restartPolicy: 'Always' }), autoscaler(onCpu))).toHaveLength(1);
    const [metric] = onCpu.metrics;
    for (const other of [
      { ...metric, type: 'Pods' },
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue' } } },
      null,
    ]) {
      expect(found(workload(), autoscaler({ metrics: [other] }))).toEqual([]);
    }
  });

  test('beside a fixed number of replicas', () => {
    const onQueue = { metrics: [{ type: 'External' }] };
    expect(found(workload({}, { replicas: 0 }), autoscaler(onQueue))).toEqual([
      'warning autoscaler-and-replicas spec.scaleTargetRef: Deployment "web" sets replicas to 0, which every apply restores',
    ]);
    expect(found(workload({}, { replicas: null }), autoscaler(onQueue))).toEqual([]);
  });
});

describe('budgets', () => {
  const budget = (spec: object, namespace?: string) =>
    object(
      'policy/v1',
      'PodDisruptionBudget',
      'web',
      { spec: { selector: { matchLabels: { app: 'web' } }, ...spec } },
      namespace,
    );
  const blocked = (field: string, replicas: number, why = `${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`) =>
    `warning budget-blocks-eviction spec.${field}: no pod can ever be evicted (${why})`;

  test('that select nothing', () => {
    const line = 'budget-selects-nothing spec.selector: no pods match the selector';
    expect(found(workload(), budget({ selector: { matchLabels: { app: 'api' } } }))).toEqual([
      `warning ${line} app=api`,
    ]);
    expect(found(budget({}))).toEqual([`warning ${line} app=web`]);
    expect(found(workload(), budget({}, 'shop'))).toEqual([
      `warning ${line} app=web in namespace shop; Deployment "web" in another namespace does`,
    ]);
    expect(found(workload(), budget({ selector: undefined }))).toEqual([]);
  });

  test.each<[string, object, number | undefined, string[]]>([
    ['minAvailable below the replicas', { minAvailable: 1 }, 2, []],
    ['minAvailable of all replicas', { minAvailable: 2 }, 2, [blocked('minAvailable', 2)]],
    ['minAvailable above the replicas', { minAvailable: 3 }, 2, [blocked('minAvailable', 2)]],
    ['minAvailable of the one replica', { minAvailable: 1 }, undefined, [blocked('minAvailable', 1)]],
    ['minAvailable of no replica', { minAvailable: 0 }, 0, []],
    ['minAvailable 100%', { minAvailable: '100%' }, 2, [blocked('minAvailable', 2)]],
    // The controller rounds 1.98 pods up to 2.
    [
      'minAvailable 99%',
      { minAvailable: '99%' },
      2,
      [blocked('minAvailable', 2, '99% of 2 replicas is rounded up to 2')],
    ],
    [
      'minAvailable 75%',
      { minAvailable: '75%' },
      3,
      [blocked('minAvailable', 3, '75% of 3 replicas is rounded up to 3')],
    ],
    ['minAvailable 50%', { minAvailable: '50%' }, 2, []],
    ['maxUnavailable 1%', { maxUnavailable: '1%' }, 2, []],
    ['maxUnavailable 0', { maxUnavailable: 0 }, 2, [blocked('maxUnavailable', 2)]],
    ['maxUnavailable 0%', { maxUnavailable: '0%' }, 2, [blocked('maxUnavailable', 2)]],
    ['maxUnavailable 1', { maxUnavailable: 1 }, 2, []],
  ])('%s', (_, spec, replicas, expected) => {
    expect(found(workload({}, { replicas }), budget(spec))).toEqual(expected);
  });

  test('count all workloads that they select, each as far as it is scaled', () => {
    const api = workload({}, { replicas: 2, selector: undefined }, 'StatefulSet', 'api');
    expect(found(workload({}, { replicas: 2 }), api, budget({ minAvailable: 3 }))).toEqual([]);
    expect(found(workload({}, { replicas: 2 }), api, budget({ minAvailable: 4 }))).toEqual([
      blocked('minAvailable', 4),
    ]);
    const scaled = (kind: string, name: string) =>
      object('autoscaling/v2', 'HorizontalPodAutoscaler', 'a', {
        spec: {
          minReplicas: 9,
          maxReplicas: 9,
          metrics: [{ type: 'External' }],
          scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
        },
      });
    expect(found(workload(), scaled('Deployment', 'web'), budget({ minAvailable: 8 }))).toEqual([]);
    expect(found(workload(), scaled('Deployment', 'web'), budget({ minAvailable: 9 }))).toEqual([
      blocked('minAvailable', 9),
    ]);
    for (const other of [scaled('StatefulSet', 'web'), scaled('Deployment', 'api')]) {
      expect(found(workload(), other, budget({ minAvailable: 1 }))).toContain(blocked('minAvailable', 1));
    }
    expect(found(workload(), budget({ minAvailable: 1, selector: undefined }))).toEqual([]);
  });

  // Of bare pods the controller counts those that are there; only minAvailable as a number works with them.
  test.each<[pods: number, spec: object, expected: string[]]>([
    [1, { minAvailable: 1 }, [blocked('minAvailable', 1)]],
    [2, { minAvailable: 1 }, []],
    [2, { minAvailable: 2 }, [blocked('minAvailable', 2)]],
    [2, { minAvailable: 3 }, [blocked('minAvailable', 2)]],
  ])('of %i bare pods: %j', (count, spec, expected) => {
    const pods = Array.from({ length: count }, (_, index) =>
      object('v1', 'Pod', `web-${index}`, {
        metadata: { name: `web-${index}`, namespace: 'default', labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'web:1' }] },
      }),
    );
    expect(found(...pods, budget(spec))).toEqual(expected);
  });
});

describe('workloads with one selector', () => {
  const line = (kind: string) => `warning selector-overlap spec.selector: ${kind} "web" selects the same pods`;

  test.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'])('%s', (kind) => {
    expect(found(workload({}, {}, kind), workload({}, {}, kind, 'other'))).toEqual([line(kind)]);
  });

  test('of another kind too; of other names or selectors they do not overlap', () => {
    expect(found(workload(), workload({}, {}, 'StatefulSet', 'other'))).toEqual([
      'warning selector-overlap spec.selector: Deployment "web" selects the same pods',
    ]);
    expect(found(workload(), workload())).toEqual([]);
    expect(found(workload(), workload({}, {}, 'Deployment', 'other', { app: 'other' }))).toEqual([]);
    expect(found(workload(), workload({}, { selector: undefined }, 'Deployment', 'other'))).toEqual([]);
    const elsewhere = workload({}, {}, 'Deployment', 'other');
    expect(found(workload(), { ...elsewhere, metadata: { name: 'other', namespace: 'shop' } })).toEqual([]);
  });
});

test('a Certificate that does not exist has a hint of its own', () => {
  const annotations = { 'cert-manager.io/inject-ca-from': 'app/shop' };
  const webhook = object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'shop', {
    metadata: { name: 'shop', annotations },
    webhooks: [],
  });
  const namespace = object('v1', 'Namespace', 'app', { metadata: { name: 'app' } });
  expect(checkReferences([namespace, webhook]).map(({ rule, hint }) => [rule, hint])).toEqual([
    [
      'webhook-service-unknown',
      'write NAMESPACE/NAME of an existing Certificate, or declare one that is created elsewhere as external',
    ],
  ]);
});

describe('what pods take', () => {
  const config = object('v1', 'ConfigMap', 'settings', { data: { level: '1' }, binaryData: { logo: '' } });
  const secret = object('v1', 'Secret', 'credentials', { data: { user: '' }, stringData: { password: '' } });
  const SPEC = 'spec.template.spec';

  test.each<[string, object, string[]]>([
    ['a key of data', { env: [{ valueFrom: { configMapKeyRef: { name: 'settings', key: 'level' } } }] }, []],
    ['a key of binaryData', { env: [{ valueFrom: { configMapKeyRef: { name: 'settings', key: 'logo' } } }] }, []],
    ['a key of stringData', { env: [{ valueFrom: { secretKeyRef: { name: 'credentials', key: 'password' } } }] }, []],
    [
      'an optional key',
      { env: [{ valueFrom: { secretKeyRef: { name: 'credentials', key: 'a', optional: true } } }] },
      [],
    ],
    [
      'an unknown key',
      { env: [{ name: 'a' }, { valueFrom: { secretKeyRef: { name: 'credentials', key: 'passwrd' } } }] },
      [
        `error configuration-unknown ${SPEC}.containers[0].env[1].valueFrom.secretKeyRef.key: Secret "credentials" has no key "passwrd"`,
      ],
    ],
    [
      'an unknown object',
      { env: [{ valueFrom: { configMapKeyRef: { name: 'setings', key: 'level' } } }] },
      [
        `warning configuration-unknown ${SPEC}.containers[0].env[0].valueFrom.configMapKeyRef.name: no ConfigMap "setings"; found "settings"`,
      ],
    ],
    [
      'a whole object',
      { envFrom: [{ secretRef: { name: 'credentials' } }, { configMapRef: { name: 'other' } }] },
      [
        `warning configuration-unknown ${SPEC}.containers[0].envFrom[1].configMapRef.name: no ConfigMap "other"; found "settings"`,
      ],
    ],
  ])('from the environment: %s', (_, fields, expected) => {
    expect(found(container(fields), config, secret)).toEqual(expected);
  });

  test.each<[string, object, string[]]>([
    ['a ConfigMap', { configMap: { name: 'settings', items: [{ key: 'level' }] } }, []],
    ['a Secret', { secret: { secretName: 'credentials', items: [{ key: 'user' }] } }, []],
    [
      'an unknown key',
      { secret: { secretName: 'credentials', items: [{ key: 'user' }, { key: 'usr' }] } },
      [`error configuration-unknown ${SPEC}.volumes[0].secret.items[1].key: Secret "credentials" has no key "usr"`],
    ],
    [
      'an unknown Secret',
      { secret: { secretName: 'credential' } },
      [
        `warning configuration-unknown ${SPEC}.volumes[0].secret.secretName: no Secret "credential"; found "credentials"`,
      ],
    ],
    [
      'a projected source',
      { projected: { sources: [{ configMap: { name: 'settings' } }, { secret: { name: 'credential' } }] } },
      [
        `warning configuration-unknown ${SPEC}.volumes[0].projected.sources[1].secret.name: no Secret "credential"; found "credentials"`,
      ],
    ],
  ])('from volumes: %s', (_, volume, expected) => {
    expect(found(workload({ volumes: [{ name: 'a', ...volume }] }), config, secret)).toEqual(expected);
  });

  test('unknown keys come with those that are there', () => {
    const asking = (key: string) => container({ env: [{ valueFrom: { configMapKeyRef: { name: 'settings', key } } }] });
    const hints = (...objects: object[]) => checkReferences(objects).map(({ hint }) => hint);
    expect(hints(asking('leve'), config)).toEqual(['did you mean "level"?']);
    expect(hints(asking('something-else'), config)).toEqual(['its keys are level, logo']);
    expect(hints(asking('level'), object('v1', 'ConfigMap', 'settings'))).toEqual(['its keys are none']);
  });

  test.each<[string, object, string, object]>([
    [
      'claim',
      { volumes: [{ persistentVolumeClaim: { claimName: 'storge' } }] },
      'volumes[0].persistentVolumeClaim.claimName: no PersistentVolumeClaim',
      object('v1', 'PersistentVolumeClaim', 'storage'),
    ],
    [
      'service account',
      { serviceAccountName: 'storge' },
      'serviceAccountName: no ServiceAccount',
      object('v1', 'ServiceAccount', 'storage'),
    ],
    [
      'pull secret',
      { imagePullSecrets: [{}, { name: 'storge' }] },
      'imagePullSecrets[1].name: no Secret',
      object('v1', 'Secret', 'storage', { type: 'kubernetes.io/dockerconfigjson' }),
    ],
    [
      'priority class',
      { priorityClassName: 'storge' },
      'priorityClassName: no PriorityClass',
      object('scheduling.k8s.io/v1', 'PriorityClass', 'storage'),
    ],
  ])('an unknown %s', (_, spec, line, there) => {
    expect(found(workload(spec), there)).toEqual([
      `warning pod-reference-unknown ${SPEC}.${line} "storge"; found "storage"`,
    ]);
    expect(found(workload(spec))).toEqual([`warning pod-reference-unknown ${SPEC}.${line} "storge"`]);
    const right = JSON.parse(JSON.stringify(spec).replace('storge', 'storage'));
    expect(found(workload(right), there)).toEqual([]);
  });

  test('built-in names are there; a priority class belongs to no namespace', () => {
    expect(found(workload({ serviceAccountName: 'default', priorityClassName: 'system-node-critical' }))).toEqual([]);
    expect(found(workload({ serviceAccountName: '' }))).toEqual([]);
    const urgent = {
      ...workload({ priorityClassName: 'urgent', serviceAccountName: 'web' }),
      metadata: { name: 'web', namespace: 'shop' },
    };
    expect(found(urgent, object('scheduling.k8s.io/v1', 'PriorityClass', 'urgent'))).toEqual([
      `warning pod-reference-unknown ${SPEC}.serviceAccountName: no ServiceAccount "web" in namespace shop`,
    ]);
  });
});

describe('roles', () => {
  const API = 'rbac.authorization.k8s.io/v1';
  const role = object(API, 'Role', 'reader', {}, 'shop');
  const clusterRole = object(API, 'ClusterRole', 'auditor');
  const binding = (kind: string, name: unknown, of = 'RoleBinding') =>
    object(API, of, 'a', { roleRef: { kind, name } }, of === 'RoleBinding' ? 'shop' : undefined);

  test('of bindings', () => {
    expect(found(role, clusterRole, binding('Role', 'reader'), binding('ClusterRole', 'auditor'))).toEqual([]);
    expect(found(clusterRole, binding('ClusterRole', 'auditor', 'ClusterRoleBinding'))).toEqual([]);
    expect(found(role, binding('Role', 'raeder'))).toEqual([
      'warning role-unknown roleRef.name: no Role "raeder" in namespace shop; found "reader"',
    ]);
    expect(found(role, binding('Role', 'readr'))).toEqual([
      'warning role-unknown roleRef.name: no Role "readr" in namespace shop; found "reader"',
    ]);
    expect(found(clusterRole, binding('ClusterRole', 'auditr', 'ClusterRoleBinding'))).toEqual([
      'warning role-unknown roleRef.name: no ClusterRole "auditr"; found "auditor"',
    ]);
    for (const name of ['admin', 'edit', 'view', 'cluster-admin', 'system:node']) {
      expect(found(binding('ClusterRole', name))).toEqual([]);
    }
    for (const name of ['administrator', 'my-view', 'my-system:node']) {
      expect(found(binding('ClusterRole', name))).toHaveLength(1);
    }
    expect(found(binding('Role', 'admin'))).toHaveLength(1);
    expect(found({ ...binding('Role', 'none'), kind: 'Binding' })).toEqual([]);
  });
});

test('namespaces', () => {
  const namespace = object('v1', 'Namespace', 'frontend');
  const inside = (name: string | undefined) => object('v1', 'ConfigMap', 'a', {}, name);
  expect(found(namespace, inside('frontend'), inside(undefined))).toEqual([]);
  expect(found(namespace, inside('fronted'))).toEqual([
    'warning namespace-unknown metadata.namespace: no Namespace "fronted"; found "frontend"',
  ]);
  // Once for all objects of a namespace.
  expect(found(namespace, inside('fronted'), object('v1', 'Secret', 'b', {}, 'fronted'))).toHaveLength(1);
  const hints = (...objects: unknown[]) => checkReferences(objects).map(({ hint }) => hint);
  // Namespaces of others.
  for (const other of ['backend', 'front', 'istio-system', 'monitoring', 'cert-manager'])
    expect(hints(namespace, inside('frontend'), inside(other))).toEqual([]);
  expect(found(namespace, inside('backend'))).toEqual([
    'warning namespace-unknown metadata.namespace: no Namespace "backend"; found "frontend"',
  ]);
  // A part of a name: only when the Namespace has no other use.
  expect(hints(namespace, inside('frontend-prod'))).toEqual(['did you mean "frontend"? The input has no object in it']);
  expect(hints(namespace, inside('frontend'), inside('frontend-prod'))).toEqual([]);
  for (const usual of ['default', 'kube-system', 'kube-public', 'kube-node-lease'])
    expect(found(namespace, inside(usual))).toEqual([]);
  expect(found(inside('fronted'))).toEqual([]);
});

describe('claims', () => {
  const volume = (spec: object) =>
    object('v1', 'PersistentVolume', 'disk', {
      spec: { capacity: { storage: '5Gi' }, accessModes: ['ReadWriteOnce'], ...spec },
    });
  const claim = (spec: object) =>
    object('v1', 'PersistentVolumeClaim', 'data', {
      spec: {
        volumeName: 'disk',
        resources: { requests: { storage: '5Gi' } },
        accessModes: ['ReadWriteOnce'],
        ...spec,
      },
    });
  const size = (storage: string) => ({ resources: { requests: { storage } } });

  test.each<[string, object, object, string[]]>([
    ['of the same size', {}, {}, []],
    ['that ask for less', {}, size('4Gi'), []],
    [
      'that ask for more',
      {},
      size('5121Mi'),
      ['resources.requests.storage: requests 5121Mi, but PersistentVolume "disk" has 5Gi'],
    ],
    ['of no readable size', {}, size('much'), []],
    ['without a size', {}, { resources: undefined }, []],
    ['of a class', {}, { storageClassName: 'fast' }, ['storageClassName: is "fast", but the volume has ""']],
    ['of no class', { storageClassName: 'fast' }, {}, ['storageClassName: is "", but the volume has "fast"']],
    ['of the same class', { storageClassName: 'fast' }, { storageClassName: 'fast' }, []],
    [
      'with other modes',
      {},
      { accessModes: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'] },
      ['accessModes: requests ReadOnlyMany, ReadWriteMany, but the volume has ReadWriteOnce'],
    ],
    ['without modes', {}, { accessModes: undefined }, []],
    ['for blocks', {}, { volumeMode: 'Block' }, ['volumeMode: is Block, but the volume has Filesystem']],
    ['for files', { volumeMode: 'Block' }, {}, ['volumeMode: is Filesystem, but the volume has Block']],
    ['for files, written out', {}, { volumeMode: 'Filesystem' }, []],
    ['of another volume', {}, { volumeName: 'other', volumeMode: 'Block' }, []],
  ])('%s', (_, ofVolume, ofClaim, expected) => {
    const lines = found(volume(ofVolume), claim(ofClaim)).filter((line) => line.includes('claim-does-not-fit'));
    expect(lines).toEqual(expected.map((line) => `error claim-does-not-fit spec.${line}`));
  });
});

test('network policies that select nothing', () => {
  const policy = (podSelector: unknown) =>
    object('networking.k8s.io/v1', 'NetworkPolicy', 'a', { spec: { podSelector } });
  const line = 'network-policy-selects-nothing spec.podSelector: no pods match the selector';
  expect(found(workload(), policy({ matchLabels: { app: 'web' } }))).toEqual([]);
  expect(found(workload(), policy({ matchLabels: { app: 'wev' } }))).toEqual([`warning ${line} app=wev`]);
  expect(found(workload(), policy({ matchLabels: { app: 'something' } }))).toEqual([`warning ${line} app=something`]);
  for (const everything of [{}, undefined, { matchLabels: {} }])
    expect(found(workload(), policy(everything))).toEqual([]);
});

test('a near miss is one slip in eight letters, in names of four letters or more, not in digits', () => {
  const there = (name: string) => object('v1', 'ServiceAccount', name);
  const isNear = (written: string, name: string) =>
    checkReferences([workload({ serviceAccountName: written }), there(name)])[0]?.hint?.startsWith(
      `did you mean "${name}"?`,
    );
  expect(isNear('abcd', 'abce')).toBe(true);
  expect(isNear('abc', 'abd')).toBe(false);
  expect(isNear('abcdefgh', 'abcdefxy')).toBe(false);
  // Swapped letters are one slip.
  expect(isNear('raeder', 'reader')).toBe(true);
  expect(isNear('badcefgh', 'abcdefgh')).toBe(false);
  expect(isNear('abcdefghijklmnop', 'abcdefghijklmnxy')).toBe(true);
  expect(isNear('abcdefghijklmno', 'abcdefghijklmxy')).toBe(false);
  expect(isNear('node-1', 'node-2')).toBe(false);
});

test('references judge objects of versions that no server has, which are not decoded', () => {
  for (const { refused } of REFERENCE_RULES) {
    refused.forEach((one: any, index) => {
      const apiVersion = String(one.apiVersion).replace(/[^/]*$/, 'v9');
      for (const partial of partialObjects({ ...one, apiVersion }, [undefined, null, 7, [[7]], 'text'])) {
        const input = refused.map((other, at) => (at === index ? partial : other));
        const failures = checkReferences(input, { external: 'warn' }).filter(({ rule }) => rule === 'internal-error');
        expect(failures.map(({ message }) => message)).toEqual([]);
      }
    });
  }
});

test.each([
  ['are missing', undefined],
  ['are objects', { a: { b: [] } }],
  ['are lists', [[7]]],
  ['are strings', 'text'],
  ['are names that every object inherits', 'constructor'],
  ['are the name of what it inherits from', '__proto__'],
])('references judge objects whose fields %s', (_, value) => {
  for (const { refused } of REFERENCE_RULES) {
    refused.forEach((one, index) => {
      for (const partial of partialObjects(one, [value])) {
        const input = refused.map((other, at) => (at === index ? partial : other));
        const failures = checkReferences(input, { external: 'warn' }).filter(({ rule }) => rule === 'internal-error');
        expect(failures).toEqual([]);
      }
    });
  }
});

test('a finding has the reason, the object and the version', () => {
  const dangling = [object('v1', 'ServiceAccount', 'frontend'), workload({ serviceAccountName: 'frontent' })];
  const [finding] = checkReferences(dangling);
  expect(finding).toMatchObject({
    category: 'reference',
    reason: 'DanglingReference',
    kind: 'Deployment',
    name: 'web',
    document: 1,
    kubernetesVersions: ['1.36'],
  });
  expect(checkReferences(dangling, { kubernetesVersion: '1.28' })[0]?.kubernetesVersions).toEqual(['1.28']);
});

test('a PodTemplate creates no pods, and Jobs count theirs by generated labels', () => {
  const template = object('v1', 'PodTemplate', 'web', { template: { metadata: { labels: { app: 'web' } }, spec: {} } });
  expect(found(template, service({ selector: { app: 'web' } }))).toEqual([
    'warning service-selects-nothing spec.selector: no pods match the selector app=web',
  ]);
  const job = (name: string) => ({ ...workload({ restartPolicy: 'Never' }, {}, 'Job', name), apiVersion: 'batch/v1' });
  expect(found(job('a'), job('b'))).toEqual([]);
});

test('selectors with expressions match pods, and the labels of another key do not', () => {
  const budget = (operator: string, values: string[]) =>
    object('policy/v1', 'PodDisruptionBudget', 'web', {
      spec: { maxUnavailable: 1, selector: { matchExpressions: [{ key: 'app', operator, values }] } },
    });
  expect(found(workload(), budget('In', ['web']))).toEqual([]);
  expect(found(workload(), budget('NotIn', ['web']))).toEqual([
    'warning budget-selects-nothing spec.selector: no pods match the selector app notin (web)',
  ]);
});

test('hints name what is there', () => {
  const hints = (...objects: object[]) => checkReferences(objects, { external: 'warn' }).map(({ hint }) => hint);
  const ports = [
    { name: 'http', containerPort: 80 },
    { name: 'metrics', containerPort: 81 },
  ];
  const asking = service({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'something' }] });
  expect(hints(container({ ports }), asking)).toEqual(['the pods have http, metrics']);
  const policy = (app: string) =>
    object('networking.k8s.io/v1', 'NetworkPolicy', 'a', { spec: { podSelector: { matchLabels: { app } } } });
  expect(hints(workload(), policy('wev'))).toEqual([
    'Deployment "web" has app=web, not wev; use the labels of the pod template',
  ]);
  expect(hints(workload(), policy('something'))).toEqual([
    'Deployment "web" has app=web, not something; use the labels of the pod template',
  ]);
});
