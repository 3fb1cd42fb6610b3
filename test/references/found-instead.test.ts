import { checkReferences } from '../../src/references';

const object = (apiVersion: string, kind: string, name: string, spec: object = {}, namespace = 'shop') => ({
  ...{ apiVersion, kind, metadata: { name, namespace }, spec },
});
const found = (...objects: object[]) => checkReferences(objects).map(({ message, hint }) => `${message}: ${hint}`);

describe('the nearest object and how it would be reached', () => {
  const FLUX = 'toolkit.fluxcd.io';
  const GATEWAY = 'gateway.networking.k8s.io';

  test('another kind of source', () => {
    const source = object(`source.${FLUX}/v1`, 'OCIRepository', 'podinfo');
    const sourceRef = { kind: 'GitRepository', name: 'podinfo' };
    expect(found(source, object(`kustomize.${FLUX}/v1`, 'Kustomization', 'a', { sourceRef }))).toEqual([
      'no GitRepository "podinfo" in namespace shop; found OCIRepository "podinfo": set kind: OCIRepository',
    ]);
  });

  test('a route in place of its Gateway', () => {
    const gateway = object(`${GATEWAY}/v1`, 'Gateway', 'eg', { listeners: [] });
    const route = object(`${GATEWAY}/v1`, 'HTTPRoute', 'admin', { rules: [] });
    const targetRefs = [{ group: GATEWAY, kind: 'Gateway', name: 'admin' }];
    const policy = object('gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy', 'a', { targetRefs });
    expect(found(gateway, route, policy)).toEqual([
      'no Gateway "admin" in namespace shop; found HTTPRoute "admin": set kind: HTTPRoute',
    ]);
  });

  test('a template in place of what is made from it', () => {
    const apiVersion = 'bootstrap.cluster.x-k8s.io/v1beta1';
    const config = object(apiVersion, 'KubeadmConfigTemplate', 'md', {});
    const bootstrap = { configRef: { apiVersion, kind: 'KubeadmConfig', name: 'md' } };
    const machines = object('cluster.x-k8s.io/v1beta1', 'MachineSet', 'md', { template: { spec: { bootstrap } } });
    expect(found(config, machines)).toEqual([
      'no KubeadmConfig "md" in namespace shop; found KubeadmConfigTemplate "md": set kind: KubeadmConfigTemplate',
    ]);
  });

  test('a Middleware for HTTP where one for TCP is needed', () => {
    const middleware = object('traefik.io/v1alpha1', 'Middleware', 'office', { ipAllowList: {} });
    const route = object('traefik.io/v1alpha1', 'IngressRouteTCP', 'db', {
      routes: [{ match: 'HostSNI(`*`)', middlewares: [{ name: 'office' }], services: [] }],
    });
    expect(found(middleware, route)).toEqual([
      'no MiddlewareTCP "office" in namespace shop; found Middleware "office": the field takes a MiddlewareTCP, and "office" is a Middleware',
    ]);
  });

  test('the annotation for an Issuer of the namespace', () => {
    const issuer = object('cert-manager.io/v1', 'Issuer', 'letsencrypt', { selfSigned: {} });
    const ingress = {
      ...object('networking.k8s.io/v1', 'Ingress', 'shop', { rules: [] }),
      metadata: {
        name: 'shop',
        namespace: 'shop',
        annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
      },
    };
    expect(found(issuer, ingress)).toEqual([
      'no ClusterIssuer "letsencrypt"; found Issuer "letsencrypt": use the annotation cert-manager.io/issuer',
    ]);
  });

  test('the only object of the kind', () => {
    const user = object('rabbitmq.com/v1beta1', 'User', 'orders');
    const permission = object('rabbitmq.com/v1beta1', 'Permission', 'p', { userReference: { name: 'orders-user' } });
    expect(found(user, permission)).toEqual([
      'no User "orders-user" in namespace shop; found "orders": did you mean "orders"? If the object is created elsewhere, declare it as external',
    ]);
  });

  test('an alias is not what it stands for', () => {
    const alias = object('v1', 'Service', 'redis', { type: 'ExternalName', externalName: 'redis.cache.svc' });
    const service = object('v1', 'Service', 'redis-main', { ports: [{ port: 6379 }] }, 'cache');
    expect(found(alias, service, object('v1', 'ConfigMap', 'other', {}, 'cache'))).toEqual([
      'no Service "redis" in namespace cache; found "redis-main": use the name and the namespace of the Service',
    ]);
  });

  test('events of an EventSource are not the ports of its Service', () => {
    const source = object('argoproj.io/v1alpha1', 'EventSource', 'webhook', {
      service: { ports: [{ port: 12000 }] },
      template: { container: {} },
      webhook: { 'github-push': {} },
    });
    const dependencies = [{ name: 'a', eventSourceName: 'webhook', eventName: 'push' }];
    expect(found(source, object('argoproj.io/v1alpha1', 'Sensor', 's', { dependencies, triggers: [] }))).toEqual([
      'EventSource "webhook" has no event "push": its events are github-push',
    ]);
  });

  test('a project of Argo CD that is elsewhere', () => {
    const project = object('argoproj.io/v1alpha1', 'AppProject', 'platform', { sourceRepos: ['*'] }, 'team');
    const application = object('argoproj.io/v1alpha1', 'Application', 'a', { project: 'platform' }, 'argocd');
    expect(found(project, application)).toEqual([
      'no AppProject "platform" in namespace argocd; it is in namespace team: Argo CD reads projects from its own namespace only: set namespace: argocd of the project',
    ]);
  });
});

describe('an object in another namespace', () => {
  const elasticsearch = object('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', 'logs', {}, 'elastic');

  test('that the reference names', () => {
    const kibana = object('kibana.k8s.elastic.co/v1', 'Kibana', 'a', { elasticsearchRef: { name: 'logs' } });
    expect(found(elasticsearch, kibana)).toEqual([
      'no Elasticsearch "logs" in namespace shop; it is in namespace elastic: set namespace: elastic',
    ]);
    const right = { elasticsearchRef: { name: 'logs', namespace: 'elastic' } };
    expect(found(elasticsearch, object('kibana.k8s.elastic.co/v1', 'Kibana', 'a', right))).toEqual([]);
  });

  test('that it may be able to name', () => {
    const other = object('example.com/v1', 'Reader', 'a', { elasticsearchRef: { name: 'logs' }, secretName: 'key' });
    const secret = { ...object('v1', 'Secret', 'key', {}, 'elastic'), data: {} };
    expect(found(elasticsearch, secret, other)).toEqual([
      'no Elasticsearch "logs" in namespace shop; it is in namespace elastic: set namespace: elastic if the reference may have one, or put both into one namespace',
      'no Secret "key" in namespace shop; it is in namespace elastic: put both into one namespace',
    ]);
  });
});

test('an annotation may name another namespace, or may not', () => {
  const instrumentation = object('opentelemetry.io/v1alpha1', 'Instrumentation', 'java', {}, 'telemetry');
  const plugin = object('configuration.konghq.com/v1', 'KongPlugin', 'limit', {}, 'kong');
  const annotations = { 'instrumentation.opentelemetry.io/inject-java': 'java' };
  const pod = object('v1', 'Pod', 'a', { containers: [{ name: 'a', image: 'a:1' }] });
  const ingress = object('networking.k8s.io/v1', 'Ingress', 'i', { rules: [] });
  expect(
    found(
      instrumentation,
      plugin,
      { ...pod, metadata: { ...pod.metadata, annotations } },
      { ...ingress, metadata: { ...ingress.metadata, annotations: { 'konghq.com/plugins': 'limit' } } },
    ),
  ).toEqual([
    'no Instrumentation "java" in namespace shop; it is in namespace telemetry: write telemetry/java',
    'no KongPlugin "limit" in namespace shop; it is in namespace kong: use a KongPlugin of the namespace of the object, or a KongClusterPlugin',
  ]);
});

describe('a field for the other kind', () => {
  const pod = (container: object, volume?: object) =>
    object('v1', 'Pod', 'web', {
      containers: [{ name: 'web', image: 'web:1', ...container }],
      ...(volume && { volumes: [{ name: 'a', ...volume }] }),
    });
  const secret = { ...object('v1', 'Secret', 'tracker'), data: { a: 'YQ==' } };
  const map = { ...object('v1', 'ConfigMap', 'tracker'), data: { a: 'b' } };
  const key = { name: 'tracker', key: 'a' };
  const projected = (source: object) => ({ projected: { sources: [source] } });

  test.each([
    [secret, pod({ envFrom: [{ configMapRef: { name: 'tracker' } }] }), 'use secretRef in place of configMapRef'],
    [map, pod({ envFrom: [{ secretRef: { name: 'tracker' } }] }), 'use configMapRef in place of secretRef'],
    [
      secret,
      pod({ env: [{ name: 'A', valueFrom: { configMapKeyRef: key } }] }),
      'use secretKeyRef in place of configMapKeyRef',
    ],
    [
      map,
      pod({ env: [{ name: 'A', valueFrom: { secretKeyRef: key } }] }),
      'use configMapKeyRef in place of secretKeyRef',
    ],
    [secret, pod({}, { configMap: { name: 'tracker' } }), 'use secret.secretName in place of configMap.name'],
    [map, pod({}, { secret: { secretName: 'tracker' } }), 'use configMap.name in place of secret.secretName'],
    [secret, pod({}, projected({ configMap: { name: 'tracker' } })), 'use secret in place of configMap'],
    [map, pod({}, projected({ secret: { name: 'tracker' } })), 'use configMap in place of secret'],
  ])('%#', (there, referring, hint) => {
    expect(found(there, referring)).toEqual([expect.stringContaining(`found ${there.kind} "tracker": ${hint}`)]);
  });

  test('a pull Secret and a volume of Ceph have none', () => {
    const pulling = pod({});
    const spec = { ...pulling.spec, imagePullSecrets: [{ name: 'tracker' }] };
    const ceph = pod({}, { cephfs: { monitors: ['a'], secretRef: { name: 'tracker' } } });
    for (const one of [{ ...pulling, spec }, ceph]) {
      expect(found(map, one)).toEqual([
        expect.stringContaining('the field takes a Secret, and "tracker" is a ConfigMap'),
      ]);
    }
  });
});
