import { checkReferences } from '../../src/references';

const object = (apiVersion: string, kind: string, name: string, fields: object = {}, namespace = 'data') => ({
  ...{ apiVersion, kind, metadata: { name, namespace } },
  ...fields,
});
const strimzi = (kind: string) => object('kafka.strimzi.io/v1', kind, 'main', { spec: {} });
const own = object('apps/v1', 'Deployment', 'web', {
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  },
});
const monitor = (selector: object) =>
  object('monitoring.coreos.com/v1', 'PodMonitor', 'main', {
    spec: { selector, podMetricsEndpoints: [{ port: 'tcp-prometheus' }] },
  });
const found = (...objects: object[]) => checkReferences(objects).map(({ rule }) => rule);

/** The PodMonitors of Strimzi's examples, and labels of the pods as its documentation lists them. */
describe('pods of Strimzi are selected by the labels that its operators set', () => {
  const kinds = {
    matchExpressions: [
      { key: 'strimzi.io/kind', operator: 'In', values: ['Kafka', 'KafkaConnect', 'KafkaMirrorMaker2'] },
    ],
  };

  test.each([
    ['Kafka', kinds],
    ['KafkaConnect', kinds],
    ['KafkaConnect', { matchLabels: { 'strimzi.io/kind': 'KafkaConnect' } }],
    ['KafkaBridge', { matchLabels: { 'strimzi.io/kind': 'KafkaBridge' } }],
    ['Kafka', { matchLabels: { 'strimzi.io/kind': 'cluster-operator' } }],
    ['Kafka', { matchLabels: { 'app.kubernetes.io/name': 'entity-operator' } }],
    ['Kafka', { matchLabels: { 'strimzi.io/name': 'main-kafka-exporter' } }],
  ])('%s, %j', (kind, selector) => {
    expect(found(strimzi(kind), own, monitor(selector))).toEqual([]);
  });

  test.each([
    ['Kafka', { matchLabels: { 'strimzi.io/kind': 'KafkaConnect' } }],
    ['KafkaBridge', kinds],
    ['KafkaBridge', { matchLabels: { 'strimzi.io/kind': 'KafkaBridge', 'strimzi.io/cluster': 'other' } }],
    ['Kafka', { matchLabels: { 'strimzi.io/name': 'other-kafka' } }],
  ])('other pods are not there: %s, %j', (kind, selector) => {
    expect(found(strimzi(kind), own, monitor(selector))).toEqual(['monitor-selects-nothing']);
  });
});

describe('NAMESPACE-NAME@kubernetescrd', () => {
  const middleware = (name: string, namespace: string) =>
    object('traefik.io/v1alpha1', 'Middleware', name, { spec: { headers: {} } }, namespace);
  const space = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  const named = (value: string, ...objects: object[]) =>
    checkReferences([
      {
        ...object('networking.k8s.io/v1', 'Ingress', 'web', { spec: {} }),
        metadata: {
          name: 'web',
          namespace: 'data',
          annotations: { 'traefik.ingress.kubernetes.io/router.middlewares': value },
        },
      },
      own,
      ...objects,
    ]).map(({ message, hint }) => `${message}: ${hint}`);

  test('of a namespace that is not of the input is looked for by Traefik alone', () => {
    expect(named('traefik-headers@kubernetescrd')).toEqual([]);
    expect(named('traefik-headers@kubernetescrd', middleware('auth', 'data'))).toEqual([]);
    expect(named('kube-system-auth@kubernetescrd, traefik-headers@kubernetescrd', middleware('x', 'data'))).toEqual([]);
  });

  test('names the namespace that is meant, whatever dashes it has', () => {
    const hint = 'write NAMESPACE-NAME@kubernetescrd of an existing Middleware';
    expect(named('edge-prod-auth-basic@kubernetescrd', space('edge-prod'), middleware('auth', 'edge-prod'))).toEqual([
      `no Middleware "auth-basic" in namespace edge-prod; found "auth": ${hint}`,
    ]);
    expect(named('edge-prod-auth-basic@kubernetescrd', middleware('auth-basic', 'edge-prod'))).toEqual([]);
    const list = 'data-auth@kubernetescrd,edge-prod-cache@kubernetescrd';
    expect(named(list, space('edge-prod'), middleware('auth', 'data'), middleware('x', 'edge-prod'))).toEqual([
      `no Middleware "cache" in namespace edge-prod; found "x": ${hint}`,
    ]);
  });

  test('says what to write where the name is in another namespace', () => {
    expect(named('traefik-auth@kubernetescrd', middleware('auth', 'data'))).toEqual([
      'no Middleware "auth" in namespace traefik; it is in namespace data: write data-auth@kubernetescrd',
    ]);
  });

  test('says that a name has no namespace', () => {
    const text = (name: string) => `"${name}@kubernetescrd" has no namespace before the name of the Middleware`;
    expect(named('strip-prefix@kubernetescrd', middleware('strip-prefix', 'data'))).toEqual([
      `${text('strip-prefix')}: write data-strip-prefix@kubernetescrd`,
    ]);
    expect(named('auth@kubernetescrd', middleware('strip-prefix', 'data'))).toEqual([
      `${text('auth')}: write NAMESPACE-NAME@kubernetescrd of an existing Middleware`,
    ]);
  });
});
