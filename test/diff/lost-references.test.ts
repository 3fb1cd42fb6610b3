import { diffManifests } from '../../src/diff';

type Manifest = Record<string, any>;

const object = (kind: string, name: string, rest: object = {}): Manifest => ({
  apiVersion: API_VERSIONS[kind] ?? 'v1',
  kind,
  metadata: { name, namespace: 'shop' },
  ...rest,
});
const API_VERSIONS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  Ingress: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  PodDisruptionBudget: 'policy/v1',
  ScaledObject: 'keda.sh/v1alpha1',
  ServiceMonitor: 'monitoring.coreos.com/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
};
const pods = (kind: string, podSpec: object = {}, spec: object = {}, container: object = {}) =>
  object(kind, 'web', {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{ name: 'web', image: 'web:1', ports: [{ name: 'http', containerPort: 8080 }], ...container }],
          ...podSpec,
        },
      },
      ...spec,
    },
  });
const web = pods('Deployment', {}, { replicas: 2 });
const service = (spec: object = {}, name = 'web') =>
  object('Service', name, {
    spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }], ...spec },
  });
const ingress = object('Ingress', 'web', {
  spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
});
const route = object('HTTPRoute', 'web', { spec: { rules: [{ backendRefs: [{ name: 'web', port: 80 }] }] } });
const config = (data: object, name = 'settings') => object('ConfigMap', name, { data });
const secret = (data: object) => object('Secret', 'login', { data });
const fromEnvironment = (source: object) => pods('Deployment', {}, {}, { env: [{ name: 'A', valueFrom: source }] });
const autoscaler = object('HorizontalPodAutoscaler', 'web', {
  spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
});
const budget = (spec: object = { maxUnavailable: 1 }) =>
  object('PodDisruptionBudget', 'web', { spec: { selector: { matchLabels: { app: 'web' } }, ...spec } });
const monitor = object('ServiceMonitor', 'web', {
  spec: { selector: { matchLabels: { app: 'web' } }, endpoints: [{ port: 'http' }] },
});
const labeled = (spec: object = {}) => {
  const one = service(spec);
  return { ...one, metadata: { ...one.metadata, labels: { app: 'web' } } };
};
const role = object('Role', 'reader', { rules: [] });
const account = object('ServiceAccount', 'web');
const binding = object('RoleBinding', 'web', {
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
  subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }],
});
const webhook = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'w' },
  webhooks: [
    {
      name: 'a.example.com',
      clientConfig: { service: { namespace: 'shop', name: 'web', port: 80 } },
      rules: [{ apiGroups: ['example.com'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['things'] }],
      admissionReviewVersions: ['v1'],
      sideEffects: 'None',
    },
  ],
};
const priority = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'high' },
  value: 1000,
};
const claim = object('PersistentVolumeClaim', 'data', {
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});
const claiming = pods('Deployment', { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] });

/** `downtime Service/web: path`, for what is broken. */
function broken(before: readonly object[], after: readonly object[]): string[] {
  return diffManifests(before, after).objects.flatMap(({ kind, name, consequences }) =>
    consequences
      .filter(({ effect }) => effect === 'downtime' || effect === 'breaks')
      .map(({ effect, path }) => `${effect} ${kind}/${name}: ${path}`.trim().replace(/:$/, '')),
  );
}

describe('an object that goes away is still referred to', () => {
  test.each<[string, Manifest, Manifest, string]>([
    ['an Ingress', ingress, service(), 'downtime Service/web'],
    ['a route', route, service(), 'downtime Service/web'],
    ['a webhook', webhook, service(), 'downtime Service/web'],
    ['an autoscaler', autoscaler, web, 'breaks Deployment/web'],
    [
      'an autoscaler of KEDA',
      object('ScaledObject', 'web', { spec: { scaleTargetRef: { name: 'web' }, triggers: [] } }),
      web,
      'breaks Deployment/web',
    ],
    [
      'a variable',
      fromEnvironment({ configMapKeyRef: { name: 'settings', key: 'a' } }),
      config({ a: '1' }),
      'downtime ConfigMap/settings',
    ],
    [
      'all variables',
      pods('Deployment', {}, {}, { envFrom: [{ secretRef: { name: 'login' } }] }),
      secret({ a: 'MQ==' }),
      'downtime Secret/login',
    ],
    [
      'a volume',
      pods('Deployment', { volumes: [{ name: 'c', configMap: { name: 'settings' } }] }),
      config({ a: '1' }),
      'downtime ConfigMap/settings',
    ],
    ['the account of pods', pods('Deployment', { serviceAccountName: 'web' }), account, 'downtime ServiceAccount/web'],
    ['a class of pods', pods('Deployment', { priorityClassName: 'high' }), priority, 'downtime PriorityClass/high'],
    ['a claim', claiming, claim, 'downtime PersistentVolumeClaim/data'],
    ['a binding', binding, role, 'breaks Role/reader'],
    ['the subject of a binding', binding, account, 'breaks ServiceAccount/web'],
    [
      'a StatefulSet',
      pods('StatefulSet', {}, { serviceName: 'web' }),
      service({ clusterIP: 'None' }),
      'downtime Service/web',
    ],
    [
      'an address in a variable',
      pods('Deployment', {}, {}, { env: [{ name: 'API', value: 'http://web.shop.svc:80' }] }),
      service(),
      'downtime Service/web',
    ],
  ])('by %s', (_, user, target, expected) => {
    expect(broken([user, target], [user])).toEqual([expected]);
    // Nothing is broken that was broken before, or goes as well, and what stays is not.
    expect(broken([user], [user, config({}, 'other')])).toEqual([]);
    expect(broken([user, target, config({}, 'other')], [config({}, 'other')])).toEqual([]);
    expect(broken([user, target, config({}, 'other')], [user, target])).toEqual([]);
  });

  test('under another name, or in another namespace', () => {
    const at = (namespace: string) => ({ ...service(), metadata: { name: 'web', namespace } });
    expect(broken([ingress, service()], [ingress, service({}, 'shop')])).toEqual(['downtime Service/shop']);
    expect(broken([ingress, at('shop')], [ingress, at('store')])).toEqual(['downtime Service/web']);
  });

  test('which is said once, with who refers to it', () => {
    const user = pods('Deployment', {}, {}, { envFrom: [{ configMapRef: { name: 'settings' } }] });
    const second = { ...user, metadata: { name: 'api', namespace: 'shop' } };
    const { objects } = diffManifests([user, second, config({ a: '1' })], [user, second]);
    expect(objects.map(({ kind }) => kind)).toEqual(['ConfigMap']);
    expect(objects[0]!.consequences.at(-1)!.message).toBe(
      'Deployment web (spec.template.spec.containers[0].envFrom[0].configMapRef.name), ' +
        'Deployment api (spec.template.spec.containers[0].envFrom[0].configMapRef.name) still refer to shop/settings',
    );
  });

  test('but may be missing, or is created by another object from now on', () => {
    const optional = fromEnvironment({ configMapKeyRef: { name: 'settings', key: 'a', optional: true } });
    expect(broken([optional, config({ a: '1' })], [optional])).toEqual([]);
    const login = fromEnvironment({ secretKeyRef: { name: 'login', key: 'a' } });
    const external = {
      ...object('ExternalSecret', 'login', { spec: { secretStoreRef: { name: 's' }, data: [], target: {} } }),
      apiVersion: 'external-secrets.io/v1',
    };
    expect(broken([login, secret({ a: 'MQ==' })], [login, external])).toEqual([]);
  });
});

describe('a part of an object goes away', () => {
  const one = fromEnvironment({ configMapKeyRef: { name: 'settings', key: 'a' } });

  test('a key that a variable has', () => {
    expect(broken([one, config({ a: '1', b: '2' })], [one, config({ b: '2' })])).toEqual([
      'downtime ConfigMap/settings: data.a',
    ]);
    expect(broken([one, config({ a: '1', b: '2' })], [one, config({ a: '3' })])).toEqual([]);
    const login = fromEnvironment({ secretKeyRef: { name: 'login', key: 'a' } });
    expect(broken([login, secret({ a: 'MQ==', b: 'Mg==' })], [login, secret({ b: 'Mg==' })])).toEqual([
      'downtime Secret/login: data.a',
    ]);
  });

  // kubectl apply of 1.36.3 leaves the key in the Secret.
  test('a key of stringData, which stays in the Secret', () => {
    const login = fromEnvironment({ secretKeyRef: { name: 'login', key: 'a' } });
    const written = (stringData: object) => object('Secret', 'login', { stringData });
    expect(broken([login, written({ a: '1', b: '2' })], [login, written({ b: '2' })])).toEqual([]);
  });

  test('a file that is mounted alone', () => {
    const mounting = pods(
      'Deployment',
      { volumes: [{ name: 'c', configMap: { name: 'settings' } }] },
      {},
      { volumeMounts: [{ name: 'c', mountPath: '/etc/a', subPath: 'a' }] },
    );
    expect(broken([mounting, config({ a: '1', b: '2' })], [mounting, config({ b: '2' })])).toEqual([
      'downtime Deployment/web: spec.template.spec.containers[0].volumeMounts[0].subPath',
    ]);
  });

  test('a port that a route, a monitor or an address has', () => {
    const ports = (name: string, port: number) => labeled({ ports: [{ name, port, targetPort: 'http' }] });
    expect(broken([route, web, ports('http', 80)], [route, web, ports('http', 81)])).toEqual([
      'downtime Service/web: spec.ports',
    ]);
    expect(broken([monitor, web, ports('http', 80)], [monitor, web, ports('web', 80)])).toEqual([
      'breaks ServiceMonitor/web: spec.endpoints[0].port',
    ]);
    const client = object('Pod', 'client', {
      spec: { containers: [{ name: 'c', image: 'c:1', env: [{ name: 'API', value: 'http://web:80' }] }] },
    });
    expect(broken([client, web, ports('http', 80)], [client, web, ports('http', 81)])).toEqual([
      'downtime Pod/client: spec.containers[0].env[0].value',
    ]);
  });

  test('but the server refuses to remove it', () => {
    const immutable = (data: object) => ({ ...config(data), immutable: true });
    expect(broken([one, immutable({ a: '1' })], [one, immutable({ b: '1' })])).toEqual([]);
  });
});

describe('what an object selects goes away', () => {
  const moved = (() => {
    const copy = structuredClone(web);
    copy.metadata.name = 'api';
    copy.spec.selector.matchLabels.app = 'api';
    copy.spec.template.metadata.labels.app = 'api';
    return copy;
  })();

  test('the pods of a budget, the Services of a monitor', () => {
    expect(broken([budget(), web], [budget(), moved])).toEqual(['breaks PodDisruptionBudget/web: spec.selector']);
    expect(broken([monitor, labeled(), web], [monitor, service(), web])).toEqual([
      'breaks ServiceMonitor/web: spec.selector',
    ]);
  });

  test('a budget that lets no pod go any more, also because there are fewer pods', () => {
    expect(broken([budget(), web], [budget({ maxUnavailable: 0 }), web])).toEqual([
      'breaks PodDisruptionBudget/web: spec.maxUnavailable',
    ]);
    const one = pods('Deployment', {}, { replicas: 1 });
    expect(broken([budget({ minAvailable: 1 }), web], [budget({ minAvailable: 1 }), one])).toEqual([
      'breaks PodDisruptionBudget/web: spec.minAvailable',
    ]);
    expect(broken([budget({ maxUnavailable: 0 }), web], [budget({ maxUnavailable: 0 }), one])).toEqual([]);
  });

  test('the requests by which an autoscaler scales', () => {
    const scaler = object('HorizontalPodAutoscaler', 'web', {
      spec: {
        maxReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
        ],
      },
    });
    const requesting = pods('Deployment', {}, {}, { resources: { requests: { cpu: '1' } } });
    expect(broken([scaler, requesting], [scaler, pods('Deployment')])).toEqual([
      'breaks HorizontalPodAutoscaler/web: spec.metrics[0].resource',
    ]);
  });
});

test('names that no object had before are not reported: the cluster may have them', () => {
  const [user, other] = ['a', 'b'].map((name) => fromEnvironment({ secretKeyRef: { name, key: 'k' } }));
  expect(broken([user!, config({})], [other!, config({})])).toEqual([]);
  // One more object makes the namespace that of the input, and breaks nothing.
  expect(broken([user!], [user!, config({}), service({ selector: undefined })])).toEqual([]);
});

describe('connections that NetworkPolicies close', () => {
  const policy = (spec: object, name = 'web') =>
    object('NetworkPolicy', name, { spec: { podSelector: { matchLabels: { app: 'web' } }, ...spec } });
  const client = pods('Deployment', {}, {}, { env: [{ name: 'API', value: 'http://web:80' }] });
  Object.assign(client.metadata, { name: 'client' });
  client.spec.selector.matchLabels = { app: 'client' };
  client.spec.template.metadata.labels = { app: 'client' };
  const fromPods = (app: string) => ({ from: [{ podSelector: { matchLabels: { app } } }] });
  const fromNamespace = (name: string) => ({
    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }],
  });
  const fields = '.spec.containers[0].env[0].value';

  test('of a variable, at either end', () => {
    const all = [client, web, service()];
    const closed = [`downtime Deployment/client: spec.template${fields}`];
    expect(broken(all, [...all, policy({ ingress: [fromPods('other')] })])).toEqual(closed);
    expect(
      broken([...all, policy({ ingress: [fromPods('client')] })], [...all, policy({ ingress: [fromPods('other')] })]),
    ).toEqual(closed);
    const egress = (app: string) => ({
      spec: {
        podSelector: { matchLabels: { app: 'client' } },
        policyTypes: ['Egress'],
        egress: [{ to: [{ podSelector: { matchLabels: { app } } }] }, { ports: [{ port: 53, protocol: 'UDP' }] }],
      },
    });
    const leaving = (app: string) => object('NetworkPolicy', 'client', egress(app));
    expect(broken([...all, leaving('web')], [...all, leaving('other')])).toEqual(closed);
    // What was closed before, and what stays open.
    expect(broken([...all, leaving('other')], [...all, leaving('third')])).toEqual([]);
    expect(broken(all, [...all, leaving('web')])).toEqual([]);
    expect(broken(all, [...all, policy({ ingress: [fromPods('client')] })])).toEqual([]);
    expect(
      broken([...all, policy({ ingress: [fromPods('client')] })], [...all, policy({ ingress: [{}] }, 'p')]),
    ).toEqual([]);
  });

  test.each([
    ['an Ingress', ingress, 'downtime Ingress/web: spec.defaultBackend.service.name'],
    ['a route', route, 'downtime HTTPRoute/web: spec.rules[0].backendRefs[0].name'],
    ['a monitor', monitor, 'breaks ServiceMonitor/web: spec.endpoints[0].port'],
  ])('of %s, whose clients are not of the input', (_, user, expected) => {
    const all = [user, web, client, labeled()];
    const inside = policy({ ingress: [fromPods('client')] });
    const outside = policy({ ingress: [fromPods('client'), fromNamespace('ingress-nginx')] });
    expect(broken([...all, outside], [...all, inside])).toEqual([expected]);
    expect(broken(all, [...all, inside])).toEqual([expected]);
    const other = { ...fromNamespace('ingress-nginx'), ports: [{ port: 9090 }] };
    expect(broken(all, [...all, policy({ ingress: [fromPods('client'), other] })])).toEqual([expected]);
    // Another namespace, all pods of this one, or pods that are not of the input may have what connects.
    for (const one of [fromNamespace('traefik'), { from: [{ podSelector: {} }] }, fromPods('nginx'), {}]) {
      expect(broken(all, [...all, policy({ ingress: [fromPods('client'), one] })])).toEqual([]);
    }
    expect(broken([...all, inside], [...all, inside, config({})])).toEqual([]);
  });
});

test('an address that names no namespace, of a Service that goes away', () => {
  const calling = (value: string) => pods('Deployment', {}, {}, { env: [{ name: 'API', value }] });
  for (const value of ['http://web', 'http://web:80/', 'web:80', 'http://web.shop:80']) {
    expect(broken([calling(value), service()], [calling(value)])).toEqual(['downtime Service/web']);
  }
  // A word is not an address.
  expect(broken([calling('web'), service()], [calling('web')])).toEqual([]);
  expect(broken([calling('http://web:80'), service()], [calling('http://api:80'), service({}, 'api')])).toEqual([]);
});

test('each finding stands for one: the field is that of the new one, and a user is named once', () => {
  const monitoring = (...ports: string[]) => ({
    ...monitor,
    spec: { ...monitor.spec, endpoints: ports.map((port) => ({ port })) },
  });
  const all = [web, labeled()];
  expect(broken([monitoring('http', 'gone'), ...all], [monitoring('gone', 'gone'), ...all])).toEqual([
    'breaks ServiceMonitor/web: spec.endpoints[0].port',
  ]);
  const user = pods('Deployment', {}, {}, { env: [{ name: 'API', value: 'http://web.shop.svc:80' }] });
  const { consequences } = diffManifests([user, service()], [user]).objects[0]!;
  expect(consequences.at(-1)!.message).toBe(
    'Deployment web (spec.template.spec.containers[0].env[0].value) still refers to shop/web',
  );
});

test('an address of a Service that an operator creates from now on', () => {
  const user = pods('Deployment', {}, {}, { env: [{ name: 'DB', value: 'postgres://db-rw:5432/app' }] });
  const own = service({ ports: [{ port: 5432 }] }, 'db-rw');
  const cluster = { ...object('Cluster', 'db', { spec: { instances: 3 } }), apiVersion: 'postgresql.cnpg.io/v1' };
  expect(broken([user, own], [user])).toEqual(['downtime Service/db-rw']);
  expect(broken([user, own], [user, cluster])).toEqual([]);
});
