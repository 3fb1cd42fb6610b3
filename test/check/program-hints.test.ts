import { ApiObject, Chart } from 'cdk8s';
import * as patterns from '../../src';
import { CheckedApp } from '../../src';
import { checkManifests } from '../../src/check';
import { rulePages } from '../../src/rule-pages';

/** Names that only programs know; those of kinds and fields are in manifests too. */
const OF_PROGRAMS = [
  ...Object.keys(patterns).filter((name) => /^[A-Z][a-z]+[A-Z]/.test(name)),
  ...['connectTo', 'acknowledge(', 'allowKinds', 'synth', 'Security.', 'Scaling.', 'Rollout.', '…]'],
];
const isOfKubernetes = (name: string) => /^(?:NetworkPolicy|ConfigMap|PriorityClass|StorageClass)$/.test(name);
const words = OF_PROGRAMS.filter((name) => !isOfKubernetes(name));

const object = (apiVersion: string, kind: string, name: string, fields: object) => ({
  ...{ apiVersion, kind, metadata: { name, namespace: 'shop' } },
  ...fields,
});
const metadata = { labels: { app: 'web' } };
const workload = (container: object, pod: object = {}, spec: object = {}) =>
  object('apps/v1', 'Deployment', 'web', {
    spec: {
      selector: { matchLabels: metadata.labels },
      template: { metadata, spec: { containers: [{ name: 'web', image: 'web:1', ...container }], ...pod } },
      ...spec,
    },
  });
const opaque = object('v1', 'Secret', 'login', { stringData: { 'cert.pem': 'a' } });
const policy = (spec: object) => object('networking.k8s.io/v1', 'NetworkPolicy', 'web', { spec });
const claim = object('v1', 'PersistentVolumeClaim', 'data', {
  spec: { accessModes: ['ReadWriteOncePod'], resources: { requests: { storage: '1Gi' } } },
});
const service = object('v1', 'Service', 'web', { spec: { selector: metadata.labels, ports: [{ port: 80 }] } });
const ingress = object('networking.k8s.io/v1', 'Ingress', 'web', {
  spec: {
    tls: [{ secretName: 'login' }],
    defaultBackend: { service: { name: 'web', port: { number: 80 } } },
  },
});
const dropped = { securityContext: { capabilities: { drop: ['ALL'] }, runAsNonRoot: false, runAsUser: 0 } };

const CASES: readonly (readonly [string, object, readonly object[], string])[] = [
  ['ingress-tls-secret', ingress, [opaque, service, workload({})], 'TlsSecret'],
  ['pull-secret-type', workload({}, { imagePullSecrets: [{ name: 'login' }] }), [opaque], 'RegistrySecret'],
  ['service-unreachable', workload({}), [service, policy({ podSelector: {}, policyTypes: ['Ingress'] })], 'connectTo'],
  [
    'claim-of-several-pods',
    workload({}, { volumes: [{ name: 'a', persistentVolumeClaim: { claimName: 'data' } }] }, { replicas: 2 }),
    [claim],
    'SingletonApp',
  ],
  [
    'connection-denied',
    workload({
      env: Object.entries({ DB_HOST: 'db.example.com', DB_PORT: '5432' }).map(([name, value]) => ({ name, value })),
    }),
    [policy({ podSelector: {}, policyTypes: ['Egress'] })],
    'networkPolicy.egress',
  ],
  ['single-replica', workload({}, {}, { replicas: 1 }), [], 'acknowledge('],
  ['root-without-capabilities', workload(dropped), [], 'Security.rootImage()'],
  ['image-capabilities-dropped', workload({ image: 'nginx:1.27.3', ...dropped }), [], 'Security.rootImage()'],
  ['unknown-kind', object('example.com/v1', 'Shop', 'web', {}), [], 'allowKinds'],
];
const options = { practices: true } as const;

describe.each(CASES)('%s', (rule, subject, others, word) => {
  test('says what to do in a manifest', () => {
    const [finding] = checkManifests([subject, ...others], options).filter((one) => one.rule === rule);
    expect(finding?.hint).toBeDefined();
    for (const one of [...words, 'in a program']) expect(finding?.hint).not.toContain(one);
  });

  test('and in a program after that', () => {
    const app = new CheckedApp();
    const { metadata: own, ...fields } = subject as any;
    const chart = new Chart(app, 'shop');
    const construct = new ApiObject(chart, 'web', { ...fields, metadata: own });
    const inputs = [{ object: subject, origin: { constructPath: construct.node.path } }, ...others];
    const [finding] = checkManifests(inputs as any, options).filter((one) => one.rule === rule);
    expect(finding?.hint).toMatch(/; in a program [^;]+$/);
    expect(finding?.hint?.split('; in a program ')[1]).toContain(word);
  });
});

test('no other rule has a hint for programs alone', () => {
  const hints = rulePages()
    .filter(({ category }) => category !== 'app')
    .flatMap(({ id, hint }) => (hint === undefined ? [] : [{ id, hint }]));
  const unclear = hints.filter(({ hint }) => words.some((word) => hint.split('; in a program ')[0]!.includes(word)));
  expect(unclear).toEqual([]);
  expect(hints.filter(({ hint }) => /in a program/.test(hint.split('; in a program ')[0]!))).toEqual([]);
});
