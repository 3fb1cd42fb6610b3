import { checkReferences } from '../../src/references';

const object = (kind: string, name: string, fields: object = {}, namespace = 'shop', apiVersion = 'v1') => ({
  ...{ apiVersion, kind, metadata: { name, namespace } },
  ...fields,
});
const pod = (secretName: string) =>
  object('Pod', 'web', {
    spec: { containers: [{ name: 'web', image: 'web:1', envFrom: [{ secretRef: { name: secretName } }] }] },
  });
const found = (...objects: object[]) =>
  checkReferences(objects).map(({ message, path, hint }) => ({ message, path, hint }));
const messages = (...objects: object[]) => found(...objects).map(({ message }) => message);
const secrets = (...names: readonly string[]) => names.map((name) => object('Secret', name));

test('few objects of the kind are named, and of many those whose name begins alike', () => {
  const missing = 'no Secret "app" in namespace shop';
  expect(messages(pod('app'), object('Secret', 'login', {}, 'other'), object('ConfigMap', 'x'))).toEqual([missing]);
  expect(messages(pod('app'), ...secrets('login'))).toEqual([`${missing}; found "login"`]);
  expect(messages(pod('app'), ...secrets('a', 'b', 'c'))).toEqual([`${missing}; found "a", "b", "c"`]);
  expect(messages(pod('app'), ...secrets('b', 'c', 'd', 'e'))).toEqual([missing]);
  expect(messages(pod('app'), ...secrets('b', 'c', 'd', 'app-7b8f9cmh2d'))).toEqual([
    `${missing}; found "app-7b8f9cmh2d"`,
  ]);
});

test('of what is there and made, the maker is named', () => {
  const certificate = object('Certificate', 'x', { spec: { secretName: 'x-tls' } }, 'shop', 'cert-manager.io/v1');
  expect(messages(pod('app'), ...secrets('a'), certificate)).toEqual([
    'no Secret "app" in namespace shop; found "a", "x-tls" (which Certificate "x" makes)',
  ]);
});

test('so are those that an operator makes', () => {
  const certificate = object('Certificate', 'web', { spec: { secretName: 'web-tls' } }, 'shop', 'cert-manager.io/v1');
  expect(messages(pod('web'), certificate)).toEqual([
    'no Secret "web" in namespace shop; Certificate "web" makes "web-tls"',
  ]);
});

test('the namespace in which an operator makes it is said', () => {
  const made = (apiVersion: string, kind: string, spec: object) => object(kind, 'db', { spec }, 'data', apiVersion);
  const cases = [
    ['db-app', made('postgresql.cnpg.io/v1', 'Cluster', { instances: 1 })],
    ['db-tls', made('cert-manager.io/v1', 'Certificate', { secretName: 'db-tls' })],
    ['db', made('external-secrets.io/v1', 'ExternalSecret', { data: [] })],
  ] as const;
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  for (const [name, maker] of cases) {
    expect(messages(pod(name), maker, namespace)).toContain(
      `no Secret "${name}" in namespace shop; it is made in namespace data`,
    );
    // It may be copied to a namespace that the input does not own.
    expect(messages(pod(name), maker)).toEqual([]);
  }
});

test('a name that is there changes no grade', () => {
  const claim = (storageClassName: string) =>
    object('PersistentVolumeClaim', 'data', { spec: { accessModes: ['ReadWriteOnce'], storageClassName } });
  expect(found(claim('fast'))).toEqual([]);
});

test('an object that says namespace: default is there, and not in the namespace of the context', () => {
  expect(messages(pod('app'), object('Secret', 'app', {}, 'default'))).toEqual([
    'no Secret "app" in namespace shop; it is in namespace default',
  ]);
});

const GATEWAY = 'gateway.networking.k8s.io';
const gateway = (listener: object) =>
  object('Gateway', 'edge', { spec: { listeners: [{ name: 'a', port: 80, ...listener }] } }, 'shop', `${GATEWAY}/v1`);
const route = (kind: string, spec: object = {}) =>
  object(kind, 'web', { spec: { parentRefs: [{ name: 'edge' }], ...spec } }, 'shop', `${GATEWAY}/v1`);

const listener = (kinds: readonly string[]) => ({ allowedRoutes: { kinds: kinds.map((kind) => ({ kind })) } });

test.each([
  ['TCPRoute', { protocol: 'HTTP' }, {}, 'its protocol is HTTP; a TCPRoute needs TLS or TCP'],
  [
    'HTTPRoute',
    { protocol: 'HTTP', hostname: 'example.com' },
    { hostnames: ['dev.example.com'] },
    'its hostnames are example.com',
  ],
  [
    'HTTPRoute',
    listener(['GRPCRoute']),
    {},
    'add HTTPRoute to allowedRoutes.kinds of the listener, which has GRPCRoute',
  ],
  ['GRPCRoute', { protocol: 'HTTP' }, { parentRefs: [{ name: 'edge', port: 8080 }] }, 'its listeners are a on port 80'],
])('the hint for a %s that a listener %j does not serve', (kind, listener, spec, hint) => {
  expect(found(gateway(listener), route(kind, spec)).map((one) => one.hint)).toEqual([hint]);
});

test.each([
  ['https', ['http', 'https-web'], 'did you mean "https-web"? Its listeners are http, https-web'],
  ['https', ['http'], 'its listeners are http'],
  ['http', ['https', 'web'], 'its listeners are https, web'],
  ['public', ['web-public', 'publik'], 'did you mean "web-public"? Its listeners are web-public, publik'],
  ['htpp', ['http', 'https'], 'did you mean "http"? Its listeners are http, https'],
  ['tcp', ['web'], 'its listeners are web'],
])('a route to listener %j of %j', (sectionName, names, hint) => {
  const listeners = names.map((name, index) => ({ name, port: 80 + index, protocol: 'HTTP' }));
  const edge = object('Gateway', 'edge', { spec: { listeners } }, 'shop', `${GATEWAY}/v1`);
  const toSection = route('HTTPRoute', { parentRefs: [{ name: 'edge', sectionName }] });
  expect(found(edge, toSection).map((one) => one.hint)).toEqual([hint]);
});

test.each([
  [{ matchLabels: { team: 'a' } }, 'team=a'],
  [{ matchLabels: { stage: 'test', team: 'a' } }, 'team=a'],
  [{ matchExpressions: [{ key: 'team', operator: 'Exists' }] }, 'team'],
])('a route of a namespace that the selector %j of a listener does not match', (selector, unmet) => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { stage: 'test' } } };
  const selecting = gateway({ allowedRoutes: { namespaces: { from: 'Selector', selector } } });
  expect(found(namespace, selecting, route('HTTPRoute')).map((one) => one.hint)).toEqual([
    `allowedRoutes of the listener selects ${unmet}, which the labels of Namespace "shop" do not match`,
  ]);
});

test('a route of another namespace than that of the Gateway', () => {
  const other = object('HTTPRoute', 'web', { spec: { parentRefs: [{ name: 'edge', namespace: 'shop' }] } }, 'team');
  expect(found(gateway({}), { ...other, apiVersion: `${GATEWAY}/v1` }).map((one) => one.hint)).toEqual([
    'set allowedRoutes.namespaces of the listener, which allows routes of namespace shop only',
  ]);
});

test.each([
  [{ app: 'db', role: 'replica' }, [], 'select all pods of the Service by app=db'],
  [{ app: 'db', role: 'replica' }, ['db'], 'set a Service of its own in serviceName: this one is for other pods too'],
  [{ role: 'replica' }, [], 'set a Service of its own in serviceName: this one is for other pods too'],
])('a governing Service of other pods with the labels %j too', (labels, others, hint) => {
  const pods = (kind: string, name: string, own: object) => {
    const spec = { selector: { matchLabels: own }, serviceName: 'db' };
    const template = { metadata: { labels: own }, spec: { containers: [{ name: 'db', image: 'db:1' }] } };
    return object(kind, name, { spec: { ...spec, template } }, 'shop', 'apps/v1');
  };
  const service = object('Service', 'db', { spec: { clusterIP: 'None', selector: labels, ports: [{ port: 80 }] } });
  const sets = [
    pods('StatefulSet', 'a', { app: 'db', role: 'primary' }),
    pods('StatefulSet', 'b', labels),
    ...others.map((app) => pods('Deployment', 'c', { app, role: 'tool' })),
  ];
  expect(found(service, ...sets).map((one) => one.hint)).toEqual([hint]);
});

describe('the hint for a governing Service that is not headless', () => {
  const pods = (kind: string, app: string, fields: object) => {
    const containers = [{ name: 'a', image: 'a:1' }];
    const template = { metadata: { labels: { app } }, spec: { containers } };
    const spec = { selector: { matchLabels: { app } }, template, ...fields };
    return object(kind, app, { spec }, 'shop', 'apps/v1');
  };
  const set = pods('StatefulSet', 'kv', { serviceName: 'kv', replicas: 3 });
  const ui = pods('Deployment', 'ui', {});
  const service = (name: string, app: string, spec: object = {}) =>
    object('Service', name, { spec: { selector: { app }, ports: [{ port: 80 }], ...spec } });
  const headless = service('kv-headless', 'kv', { clusterIP: 'None' });
  const USE = 'use "kv-headless", the headless Service of these pods';
  const ADD = 'add a headless Service (clusterIP None) with the labels of the pods as selector, and use its name';
  const answers = (...objects: object[]) => found(set, ...objects).map(({ message, hint }) => ({ message, hint }));
  const OTHERS = 'Service "kv" does not select these pods, so they have no DNS names';
  const ADDRESS = 'Service "kv" is not headless, so the pods have no DNS names';

  test.each([
    [[service('kv', 'ui'), ui], OTHERS, ADD],
    [[service('kv', 'ui'), ui, headless], OTHERS, USE],
    [[service('kv', 'ui', { clusterIP: 'None' }), ui, headless], OTHERS, USE],
    [[service('kv', 'kv'), headless], ADDRESS, USE],
    [[service('kv', 'kv')], ADDRESS, `set clusterIP: None when the Service is created, or ${ADD}`],
  ])('%#', (objects, message, hint) => {
    expect(answers(...objects)).toEqual([{ message, hint }]);
  });
});

test('the hint for a Gateway of Istio', () => {
  const istio = 'networking.istio.io/v1';
  const service = object(
    'VirtualService',
    'web',
    { spec: { gateways: ['edge'], hosts: ['a.example.com'] } },
    'shop',
    istio,
  );
  expect(found(service, object('Gateway', 'edge', { spec: {} }, 'istio-system', istio))).toEqual([
    {
      path: 'spec.gateways[0]',
      message: 'no Gateway "edge" in namespace shop; it is in namespace istio-system',
      hint: 'use the name of a Gateway in the same namespace, or NAMESPACE/NAME',
    },
  ]);
});

test('a monitor in a namespace that is not selected', () => {
  const monitoring = 'monitoring.coreos.com/v1';
  const prometheus = (spec: object) =>
    object('Prometheus', 'main', { spec: { serviceMonitorSelector: {}, ...spec } }, 'metrics', monitoring);
  const monitor = object('ServiceMonitor', 'web', { spec: { selector: {}, endpoints: [] } }, 'shop', monitoring);
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const hints = (spec: object) => found(prometheus(spec), monitor, namespace).map(({ path, hint }) => [path, hint]);
  expect(hints({ serviceMonitorNamespaceSelector: { matchLabels: { team: 'a' } } })).toEqual([
    ['metadata.namespace', 'Prometheus "main" selects in namespaces with team=a only'],
  ]);
  expect(hints({})).toEqual([['metadata.namespace', 'Prometheus "main" selects in its own namespace only']]);
  expect(hints({ serviceMonitorNamespaceSelector: {} })).toEqual([]);
});

test('each fault of a role has a hint of its own', () => {
  const rbac = 'rbac.authorization.k8s.io/v1';
  const role = (rule: object) => object('Role', 'web', { rules: [{ apiGroups: [''], ...rule }] }, 'shop', rbac);
  expect(found(role({ resources: ['nodes'], verbs: ['get'] })).map((one) => one.hint)).toEqual([
    'use a ClusterRole with a ClusterRoleBinding',
  ]);
  expect(
    found(role({ resources: ['secrets'], resourceNames: ['a'], verbs: ['create'] })).map((one) => one.hint),
  ).toEqual(['allow create in a rule without resourceNames']);
});

test.each([
  [
    'AnalysisTemplate',
    'argoproj.io/v1alpha1',
    { strategy: { canary: { analysis: { templates: [{ templateName: 'a' }] } } } },
  ],
  ['TriggerAuthentication', 'keda.sh/v1alpha1', { triggers: [{ authenticationRef: { name: 'a' } }] }],
  ['WorkflowTemplate', 'argoproj.io/v1alpha1', { workflowTemplateRef: { name: 'a' } }],
])('a cluster-wide %s where the one of the namespace is meant', (kind, version, spec) => {
  const by = { AnalysisTemplate: 'Rollout', TriggerAuthentication: 'ScaledJob', WorkflowTemplate: 'Workflow' }[kind]!;
  const wide = { apiVersion: version, kind: `Cluster${kind}`, metadata: { name: 'a' } };
  expect(messages(object(by, 'web', { spec }, 'shop', version), wide)).toContain(
    `no ${kind} "a" in namespace shop; found Cluster${kind} "a"`,
  );
});

describe('pods and Services with the labels in another namespace', () => {
  const matchLabels = { app: 'db' };
  const labels = { labels: matchLabels };
  const there = (kind: string, spec: object = {}) => ({
    ...{ apiVersion: 'v1', kind, metadata: { name: 'db', namespace: 'data', ...labels }, spec },
  });
  const db = there('Pod', { containers: [{ name: 'db', image: 'db:1' }] });
  const hints = (...objects: object[]) => found(...objects).map(({ hint }) => hint);

  test('a term of affinity', () => {
    const term = { labelSelector: { matchLabels }, topologyKey: 'kubernetes.io/hostname' };
    const near = (fields: object = {}) =>
      object('Pod', 'web', {
        spec: {
          containers: [{ name: 'web', image: 'web:1' }],
          affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, ...fields }] } },
        },
      });
    const [one] = found(near(), db);
    expect(one!.message).toBe('no pods match the selector app=db of the term; pods in namespace data do');
    expect(one!.hint).toBe('select namespace data in namespaces or namespaceSelector of the term');
    expect(found(near({ namespaces: ['data'] }), db)).toEqual([]);
  });

  test('a Service, a monitor, and a peer of a policy', () => {
    expect(hints(object('Service', 'db', { spec: { selector: matchLabels, ports: [{ port: 80 }] } }), db)).toEqual([
      'the labels are right; put both into one namespace',
    ]);
    const monitor = object('PodMonitor', 'db', { spec: { selector: { matchLabels }, podMetricsEndpoints: [] } });
    expect(hints({ ...monitor, apiVersion: 'monitoring.coreos.com/v1' }, db)).toEqual([
      'the labels are right; select namespace data in namespaceSelector',
    ]);
    const peer = { podSelector: { matchLabels }, namespaceSelector: { matchLabels: { team: 'a' } } };
    const policy = { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [peer] }] };
    const namespaces = ['data', 'ops'].map((name) => ({
      ...{ apiVersion: 'v1', kind: 'Namespace' },
      metadata: { name, labels: { team: name === 'ops' ? 'a' : 'b' } },
    }));
    expect(
      hints(object('NetworkPolicy', 'db', { spec: policy }, 'shop', 'networking.k8s.io/v1'), db, ...namespaces),
    ).toContain('the labels are right; namespaceSelector does not select namespace data');
  });
});

test('the hint about DNS names the policies, and that about a class is not about Secrets', () => {
  const egress = [{ to: [{ podSelector: {} }] }];
  const policy = object(
    'NetworkPolicy',
    'web-out',
    { spec: { podSelector: {}, policyTypes: ['Egress'], egress } },
    'shop',
    'networking.k8s.io/v1',
  );
  const dns = found(pod('app'), object('Secret', 'app'), policy).find(({ message }) => message.includes('DNS'));
  expect(dns!.hint).toMatch(/ to NetworkPolicy "web-out"$/);
  const networking = 'networking.k8s.io/v1';
  const ingress = object('Ingress', 'web', { spec: { ingressClassName: 'a' } }, 'shop', networking);
  const other = { apiVersion: networking, kind: 'IngressClass', metadata: { name: 'b' } };
  expect(found(ingress, other).map(({ hint }) => hint)).toEqual([
    'use the name of an IngressClass of the cluster, or declare one that is created elsewhere as external',
  ]);
});

test('requests of a pod as a whole are completed', () => {
  const template = (resources?: object) => ({
    metadata: { labels: { app: 'web' } },
    spec: { ...(resources && { resources }), containers: [{ name: 'web', image: 'web:1' }] },
  });
  const scaled = (resources?: object) =>
    found(
      object(
        'Deployment',
        'web',
        { spec: { selector: { matchLabels: { app: 'web' } }, template: template(resources) } },
        'shop',
        'apps/v1',
      ),
      object(
        'HorizontalPodAutoscaler',
        'web',
        {
          spec: {
            maxReplicas: 3,
            scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
            metrics: [
              { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
            ],
          },
        },
        'shop',
        'autoscaling/v2',
      ),
    ).map(({ hint }) => hint);
  expect(scaled({ requests: { memory: '1Gi' } })).toEqual([
    'set cpu in resources.requests of the pod, or of every container',
  ]);
  expect(scaled({ requests: { cpu: '1' } })).toEqual([]);
});

test('a grant is missing in a namespace of the input only', () => {
  const reference = { backendRefs: [{ name: 'db', namespace: 'data', port: 80 }] };
  const routed = route('HTTPRoute', { rules: [reference] });
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data' } };
  const missing = 'no ReferenceGrant in namespace data allows this reference to Service "db"';
  expect(messages(routed)).not.toContain(missing);
  expect(messages(routed, namespace)).toContain(missing);
});
