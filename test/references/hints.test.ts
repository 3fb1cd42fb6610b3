import { checkManifests } from '../../src/check';
import { checkReferences } from '../../src/references';

const object = (apiVersion: string, kind: string, name: string, fields: object = {}, namespace = 'shop') => ({
  ...{ apiVersion, kind, metadata: { name, namespace } },
  ...fields,
});
const pod = (container: object, spec: object = {}, name = 'web') =>
  object('v1', 'Pod', name, { spec: { containers: [{ name: 'web', image: 'web:1', ...container }], ...spec } });
const found = (...objects: object[]) => checkReferences(objects).map(({ message, hint }) => `${message}: ${hint}`);
const service = object('v1', 'Service', 'prices', { spec: { ports: [{ port: 80 }] } });
const settings = (data: object, name = 'checkout') => object('v1', 'ConfigMap', name, { data });

describe('addresses that a ConfigMap gives to pods', () => {
  const of = 'key "PRICES_URL" of ConfigMap "checkout"';

  test('are reported with the key', () => {
    const map = settings({ PRICES_URL: 'http://prices:8080' });
    const reads = { configMapKeyRef: { name: 'checkout', key: 'PRICES_URL' } };
    for (const container of [
      { envFrom: [{ configMapRef: { name: 'checkout' } }] },
      { env: [{ name: 'URL', valueFrom: reads }] },
    ]) {
      expect(found(service, map, pod(container))).toEqual([
        `Service "prices" has no port 8080 (${of}): its ports are 80`,
      ]);
    }
    const [unknown] = found(
      service,
      settings({ PRICES_URL: 'http://price.shop.svc' }),
      pod({ envFrom: [{ configMapRef: { name: 'checkout' } }] }),
    );
    expect(unknown).toContain(`no Service "price" in namespace shop; found "prices" (${of})`);
  });

  test('so are those that a policy denies', () => {
    const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'none', {
      spec: { podSelector: {}, policyTypes: ['Egress'] },
    });
    const labeled = { ...pod({}), metadata: { name: 'prices', namespace: 'shop', labels: { app: 'prices' } } };
    const selecting = object('v1', 'Service', 'prices', {
      spec: { selector: { app: 'prices' }, ports: [{ port: 80 }] },
    });
    const client = pod({ envFrom: [{ configMapRef: { name: 'checkout' } }] });
    const messages = found(selecting, labeled, policy, client, settings({ PRICES_URL: 'http://prices:80' }));
    expect(messages.find((one) => one.includes('denies'))).toContain(`on TCP 80 (egress) (${of})`);
  });

  test('names have the prefix of their source', () => {
    const map = settings({ HOST: 'prices', PORT: '8080' });
    expect(found(service, map, pod({ envFrom: [{ prefix: 'PRICES_', configMapRef: { name: 'checkout' } }] }))).toEqual([
      'Service "prices" has no port 8080 (key "HOST" of ConfigMap "checkout"): its ports are 80',
    ]);
  });
});

test('a recommended label that pods lack is not another one of them', () => {
  const hints = (key: string) => {
    const env = [{ name: 'A', valueFrom: { fieldRef: { fieldPath: `metadata.labels['app.kubernetes.io/${key}']` } } }];
    const labeled = pod({ env });
    const metadata = { ...labeled.metadata, labels: { 'app.kubernetes.io/name': 'web' } };
    return checkReferences([{ ...labeled, metadata }]).map(({ hint }) => hint);
  };
  const adding = ['set it in the metadata of the pod template'];
  for (const key of ['version', 'instance', 'component', 'part-of', 'managed-by']) expect(hints(key)).toEqual(adding);
  expect(hints('nmae')).toEqual(['did you mean "app.kubernetes.io/name"?']);
});

describe('ReferenceGrants that nearly fit', () => {
  const GROUP = 'gateway.networking.k8s.io';
  const target = object('v1', 'Service', 'prices', { spec: { ports: [{ port: 80 }] } }, 'data');
  const route = object(`${GROUP}/v1`, 'HTTPRoute', 'web', {
    spec: { rules: [{ backendRefs: [{ name: 'prices', namespace: 'data', port: 80 }] }] },
  });
  const from = { group: GROUP, kind: 'HTTPRoute', namespace: 'shop' };
  const to = { group: '', kind: 'Service' };
  const hints = (spec: object, namespace = 'data') =>
    checkReferences([target, route, object(`${GROUP}/v1beta1`, 'ReferenceGrant', 'from-web', { spec }, namespace)])
      .filter(({ rule }) => rule === 'reference-grant-missing')
      .map(({ hint }) => hint);

  test.each([
    [
      { from: [{ ...from, namespace: 'data' }], to: [to] },
      'is for HTTPRoute of namespace data, not for HTTPRoute of namespace shop',
    ],
    [
      { from: [{ ...from, kind: 'GRPCRoute' }], to: [to] },
      'is for GRPCRoute of namespace shop, not for HTTPRoute of namespace shop',
    ],
    [{ from: [{ ...from, group: '' }], to: [to] }, `is for HTTPRoute of the API group "", which is "${GROUP}"`],
    [{ from: [from], to: [{ group: '', kind: 'Secret' }] }, 'allows references to Secret, not to Service "prices"'],
    [{ from: [from], to: [{ ...to, name: 'price' }] }, 'allows references to Service "price", not to Service "prices"'],
  ])('%j', (spec, text) => {
    expect(hints(spec)).toEqual([`ReferenceGrant "from-web" ${text}`]);
  });

  test('in another namespace, and of another route', () => {
    expect(hints({ from: [from], to: [to] }, 'shop')).toEqual([
      'ReferenceGrant "from-web" is in namespace shop; it must be in data, the namespace of the target',
    ]);
    expect(hints({ from: [from], to: [to] })).toEqual([]);
    expect(
      hints({ from: [{ ...from, kind: 'Gateway', namespace: 'edge' }], to: [{ group: '', kind: 'Secret' }] }),
    ).toEqual([expect.stringMatching(/^add a ReferenceGrant/)]);
  });
});

test('an object of another kind of Flux, wherever it is', () => {
  const FLUX = 'kustomize.toolkit.fluxcd.io/v1';
  const calibre = object(FLUX, 'Kustomization', 'calibre', { spec: { dependsOn: [{ name: 'rook' }] } });
  const release = object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'rook', {}, 'rook-ceph');
  const missing = 'no Kustomization "rook" in namespace shop; found HelmRelease "rook" in namespace rook-ceph';
  const hint = 'a Kustomization depends on Kustomizations and a HelmRelease on HelmReleases only';
  expect(found(calibre, release)).toEqual([`${missing}: ${hint}`]);
  const source = object(FLUX, 'Kustomization', 'web', { spec: { sourceRef: { kind: 'GitRepository', name: 'home' } } });
  const [other] = found(source, object('source.toolkit.fluxcd.io/v1', 'OCIRepository', 'home'));
  expect(other).toContain('no GitRepository "home" in namespace shop; found OCIRepository "home"');
});

test('kustomize has added a hash to the name of a ConfigMap', () => {
  const reading = pod({ envFrom: [{ configMapRef: { name: 'app' } }] });
  const hint = 'kustomize has added a hash to the name';
  expect(found(reading, settings({}, 'app-7h2k9m4b6t'))[0]).toContain(`found "app-7h2k9m4b6t": ${hint}`);
  expect(found(reading, settings({}, 'app-production'))[0]).not.toContain(hint);
});

describe('hosts of TLS', () => {
  const ingress = (host: string, tls: string) =>
    object('networking.k8s.io/v1', 'Ingress', 'web', {
      spec: { tls: [{ hosts: [tls], secretName: 'tls' }], rules: [{ host }] },
    });

  test('the hosts of the rules are named', () => {
    expect(found(ingress('www.shop.example.com', 'shop.example.com'))).toEqual([
      'no rule of the Ingress is for the TLS host "shop.example.com": the rules are for www.shop.example.com, which gets another certificate',
    ]);
    expect(found(ingress('api.eu.example.com', '*.example.com'))).toEqual([
      'no rule of the Ingress is for the TLS host "*.example.com": the rules are for api.eu.example.com, which gets another certificate; a wildcard stands for one label',
    ]);
  });
});

test('a LimitRange that sets another resource, and the number of a port', () => {
  const limits = object('v1', 'LimitRange', 'defaults', {
    spec: { limits: [{ type: 'Container', defaultRequest: { memory: '1Gi' } }] },
  });
  const deployment = object('apps/v1', 'Deployment', 'web', {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'web:1', ports: [{ name: 'metrics', containerPort: 9121 }] }] },
      },
    },
  });
  const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      maxReplicas: 3,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
      ],
    },
  });
  expect(found(limits, deployment, scaler)).toEqual([
    'container "web" of Deployment "web" has no cpu request: set resources.requests of every container; LimitRange "defaults" sets no cpu',
  ]);
  const selecting = object('v1', 'Service', 'web', {
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'metrics' }] },
  });
  const monitor = object('monitoring.coreos.com/v1', 'ServiceMonitor', 'web', {
    spec: { selector: { matchLabels: { app: 'web' } }, endpoints: [{ targetPort: 9102 }] },
  });
  expect(found(deployment, selecting, monitor)).toEqual([
    'the selected pods do not declare port 9102: they have metrics 9121',
  ]);
});

test('a variable that a ConfigMap does not give is reported with its name', () => {
  const reads = pod({
    envFrom: [{ configMapRef: { name: 'checkout' } }, { prefix: 'X_', secretRef: { name: 'login' } }],
    env: [{ name: 'URL', value: 'http://$(PRICE_HOST)' }],
    command: ['web', '$(X_USERS)'],
  });
  const login = object('v1', 'Secret', 'login', { stringData: { USER: 'a' } });
  const messages = checkManifests([settings({ PRICES_HOST: 'prices' }), login, reads])
    .filter(({ rule }) => rule === 'variable-unresolved')
    .map(({ message, hint }) => `${message}: ${hint}`);
  const of = 'is not declared and is not a key of ConfigMap "checkout" or Secret "login" (container: web)';
  expect(messages).toEqual([
    `URL refers to $(PRICE_HOST), which ${of}: did you mean "PRICES_HOST"?`,
    `command[1] refers to $(X_USERS), which ${of}: did you mean "X_USER"?`,
  ]);
});

test('one operating system in spec.os and another of the nodes is one finding', () => {
  const windows = pod({}, { os: { name: 'windows' }, nodeSelector: { 'kubernetes.io/os': 'linux' } });
  const rules = (options: object) =>
    checkManifests([windows], options)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, path }) => `${rule} ${path}`);
  expect(rules({})).toEqual(['os-mismatch spec.os.name']);
  expect(rules({ runtime: false })).toEqual(['node-selector-contradiction spec.os.name']);
});

describe('the field that leads to an object of another kind or namespace', () => {
  const ROLES = 'rbac.authorization.k8s.io/v1';
  const issuerRef = { issuerRef: { name: 'ca' }, secretName: 'tls' };
  const template = (scope: object) => ({
    strategy: { canary: { steps: [{ analysis: { templates: [{ templateName: 'rate', ...scope }] } }] } },
  });
  const rolls = (scope: object) => object('argoproj.io/v1alpha1', 'Rollout', 'web', { spec: template(scope) });
  const chart = { chart: { spec: { chart: 'db', sourceRef: { kind: 'HelmRepository', name: 'charts' } } } };
  const values = { chart: chart.chart, valuesFrom: [{ kind: 'ConfigMap', name: 'values' }] };
  const service = (namespace: string) =>
    object('v1', 'Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } }, namespace);
  const httpProxy = object('projectcontour.io/v1', 'HTTPProxy', 'web', {
    spec: { routes: [{ services: [{ name: 'web', port: 80 }] }] },
  });
  const clusterBinding = {
    ...{ apiVersion: ROLES, kind: 'ClusterRoleBinding', metadata: { name: 'web' }, subjects: [] },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  };
  const versioned = (version: string) => ({
    ...pod({}),
    metadata: { name: `web-${version}`, namespace: 'shop', labels: { app: 'web', version } },
  });
  const view = { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'view' }, subjects: [] };

  test.each([
    [
      [object('cert-manager.io/v1', 'Certificate', 'web', { spec: issuerRef })],
      { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', metadata: { name: 'ca' } },
      'set kind: ClusterIssuer',
    ],
    [
      [object(ROLES, 'RoleBinding', 'web', view)],
      { apiVersion: ROLES, kind: 'ClusterRole', metadata: { name: 'view' }, rules: [] },
      'set kind: ClusterRole',
    ],
    [
      [rolls({ clusterScope: true })],
      object('argoproj.io/v1alpha1', 'AnalysisTemplate', 'rate'),
      'remove clusterScope',
    ],
    [
      [rolls({})],
      { apiVersion: 'argoproj.io/v1alpha1', kind: 'ClusterAnalysisTemplate', metadata: { name: 'rate' } },
      'set clusterScope: true',
    ],
    [
      [object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'db', { spec: chart })],
      object('source.toolkit.fluxcd.io/v1', 'HelmRepository', 'charts', {}, 'sources'),
      'set namespace: sources',
    ],
    [
      [object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'db', { spec: values })],
      object('v1', 'Secret', 'values', {}),
      'set kind: Secret',
    ],
  ])('%j', (objects, target, hint) => {
    const hints = checkReferences([...objects, target]).map((one) => one.hint);
    expect(hints).toContain(hint);
  });

  // Each message names what was found, and there is no such field, or its value would be refused or of no use.
  test.each([
    [
      object('route.openshift.io/v1', 'Route', 'web', { spec: { to: { kind: 'Service', name: 'web' } } }),
      service('data'),
    ],
    [httpProxy, service('data')],
    [clusterBinding, object(ROLES, 'Role', 'view', { rules: [] })],
    [
      object('cert-manager.io/v1', 'Certificate', 'web', {
        spec: { issuerRef: { kind: 'ClusterIssuer', name: 'ca' }, secretName: 'tls' },
      }),
      object('cert-manager.io/v1', 'Issuer', 'ca', {}, 'data'),
    ],
    [rolls({ clusterScope: true }), object('argoproj.io/v1alpha1', 'AnalysisTemplate', 'rate', {}, 'data')],
    [
      object('gateway.networking.k8s.io/v1', 'Gateway', 'web', {
        spec: { gatewayClassName: 'web', listeners: [{ name: 'tls', tls: { certificateRefs: [{ name: 'web' }] } }] },
      }),
      object('v1', 'ConfigMap', 'web'),
    ],
    [
      object('v1', 'PersistentVolumeClaim', 'web', {
        spec: { dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'backup' } },
      }),
      object('v1', 'PersistentVolumeClaim', 'backup', { spec: {} }, 'data'),
    ],
    [
      object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
        spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'agent' } },
      }),
      object('apps/v1', 'DaemonSet', 'agent', { spec: {} }),
    ],
  ])('none: %j', (subject, target) => {
    const found = checkReferences([subject, target]).filter(({ message }) => /; (?:found|it is in)/.test(message));
    expect(found.map(({ hint }) => hint)).toEqual([expect.not.stringMatching(/^(?:set|remove) /)]);
  });

  test('the values of the labels that a subset asks for', () => {
    const rule = (labels: object) =>
      object('networking.istio.io/v1', 'DestinationRule', 'web', {
        spec: { host: 'web', subsets: [{ name: 'blue', labels }] },
      });
    const hints = (labels: object) =>
      checkReferences([rule(labels), service('shop'), versioned('v1'), versioned('v2')])
        .filter(({ message }) => message.includes('of subset'))
        .map(({ hint }) => hint);
    expect(hints({ version: 'v3' })).toEqual(['use labels of the pod templates; they have version=v1, version=v2']);
    expect(hints({ color: 'blue' })).toEqual(['use labels of the pod templates']);
    expect(hints({ version: 'v2' })).toEqual([]);
  });
});

describe('one finding for one fault', () => {
  const backend = object('v1', 'ServiceAccount', 'backend');
  const rules = (...objects: object[]) =>
    checkManifests(objects)
      .filter(({ rule }) => /^(?:connection|policy|network-policy|handler|pre-stop|subject)-/.test(rule))
      .map(({ rule, hint }) => [rule, hint]);
  const stopping = (preStop: object) => pod({ lifecycle: { preStop } });

  test('a hook that the server rejects has the hint about its duration', () => {
    const hint = expect.stringMatching(/^set terminationGracePeriodSeconds/);
    expect(rules(stopping({ sleep: { seconds: 45 } }))).toEqual([['handler-sleep', hint]]);
    expect(rules(stopping({ exec: { command: ['sleep', '45'] } }))).toEqual([['pre-stop-too-long', hint]]);
  });

  test('a service account without its namespace', () => {
    const binding = {
      ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'view' } },
      ...{ roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' } },
      subjects: [{ kind: 'ServiceAccount', name: 'web' }],
    };
    expect(rules(binding, object('v1', 'ServiceAccount', 'web'))).toEqual([
      ['subject-service-account-namespace', 'set namespace: shop'],
    ]);
    expect(rules({ ...binding, subjects: [{ kind: 'ServiceAccount', name: 'backnd' }] }, backend)).toEqual([
      ['subject-service-account-namespace', 'did you mean "backend" in namespace shop?'],
    ]);
  });

  test('a service account in another namespace', () => {
    const bindingIn = (namespace: string, name = 'backend') => ({
      ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'view' } },
      ...{ roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' } },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    });
    const found = (...objects: object[]) => checkReferences(objects).map(({ message, hint }) => [message, hint]);
    expect(found(bindingIn('default'), backend)).toEqual([
      ['no ServiceAccount "backend" in namespace default; it is in namespace shop', 'set namespace: shop'],
    ]);
    const other = { ...backend, metadata: { name: 'backend', namespace: 'blog' } };
    expect(found(bindingIn('web'), backend, other)).toEqual([
      [
        'no ServiceAccount "backend" in namespace web; it is in namespace shop, namespace blog',
        'set namespace: shop or blog',
      ],
    ]);
    expect(found(bindingIn('shop'), backend, other)).toEqual([]);
  });

  describe('a policy that is wrong, and the client that it denies', () => {
    const labeled = (name: string, namespace: string, container: object = {}) => ({
      ...pod(container),
      metadata: { name, namespace, labels: { app: name } },
    });
    const server = labeled('api', 'shop', { ports: [{ name: 'http', containerPort: 8080 }] });
    const front = object('v1', 'Service', 'api', {
      spec: { selector: { app: 'api' }, ports: [{ port: 80, targetPort: 8080 }] },
    });
    const client = labeled('browser', 'edge', { env: [{ name: 'URL', value: 'http://api.shop' }] });
    const other = labeled('other', 'edge');
    const ids = (ingress: readonly object[], namespace = 'edge') =>
      rules(
        ...[server, front, { ...client, metadata: { ...client.metadata, namespace } }, other],
        object('networking.k8s.io/v1', 'NetworkPolicy', 'api', {
          spec: { podSelector: { matchLabels: { app: 'api' } }, policyTypes: ['Ingress'], ingress },
        }),
      ).map(([rule]) => rule);
    const edge = { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } };
    const from = (app: string, namespaceSelector?: object) => ({
      podSelector: { matchLabels: { app } },
      ...(namespaceSelector && { namespaceSelector }),
    });

    test.each([
      [{ from: [from('browser', edge)], ports: [{ port: 80 }] }, ['policy-port-unknown']],
      [{ ports: [{ port: 'htp' }] }, ['policy-port-unknown']],
      [{ from: [from('browser')], ports: [{ port: 8080 }] }, ['network-policy-peer-unknown']],
      [{ from: [from('brwser', edge)] }, ['network-policy-peer-unknown']],
      // The fault is about another client, or another port.
      [{ from: [from('other', edge)], ports: [{ port: 80 }] }, ['connection-denied', 'policy-port-unknown']],
      [{ from: [from('other')] }, ['connection-denied', 'network-policy-peer-unknown']],
      [{ from: [from('browser')], ports: [{ port: 9090 }] }, ['connection-denied', 'network-policy-peer-unknown']],
      [{ from: [from('other', edge)], ports: [{ port: 8080 }] }, ['connection-denied']],
    ])('%j', (rule, expected) => {
      expect(ids([rule]).sort()).toEqual(expected);
    });

    test('a range of addresses is for no pods, whatever its port', () => {
      const range = { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 80 }] };
      expect(ids([range], 'shop')).toEqual(['connection-denied', 'policy-port-unknown']);
    });
  });
});

describe('a monitor that names a port of the pods', () => {
  const labels = { app: 'mail' };
  const ports = [
    { name: 'http', containerPort: 8080 },
    { name: 'http-metrics', containerPort: 9090 },
  ];
  const labeled = pod({ ports });
  const mail = { ...labeled, metadata: { ...labeled.metadata, labels } };
  const monitored = (targetPort?: string | number) => {
    const spec = {
      selector: labels,
      ports: [
        { name: 'http', port: 80, targetPort: 'http' },
        { name: 'metrics', port: 9090, targetPort },
      ],
    };
    const object_ = object('v1', 'Service', 'mail', { spec });
    return { ...object_, metadata: { ...object_.metadata, labels } };
  };
  const monitor = (port: string) =>
    object('monitoring.coreos.com/v1', 'ServiceMonitor', 'mail', {
      spec: { selector: { matchLabels: labels }, endpoints: [{ port }] },
    });

  test.each([['http-metrics'], [9090], [undefined]])('target port %s', (targetPort) => {
    expect(found(mail, monitored(targetPort), monitor('http-metrics'))).toEqual([
      'no selected Service has a port named "http-metrics": http-metrics is a port of the pods; use the port of the Service that leads to it, metrics',
    ]);
    expect(found(mail, monitored(targetPort), monitor('metrics'))).toEqual([]);
    expect(found(mail, monitored(targetPort), monitor('grpc'))).toEqual([
      'no selected Service has a port named "grpc": the ports are http, metrics',
    ]);
  });
});
