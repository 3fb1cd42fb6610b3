import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkManifests, external } from '../../src/check';
import { readManifests } from '../../src/reading';
import { bundledCustomResources } from '../../src/schema';

/** A small stack with one planted fault: `<<faulty|fixed>>` in its text stands for the two states. */
interface Stack {
  readonly title: string;
  /** Names of shared objects. */
  readonly use?: readonly string[];
  readonly stack: string;
  /** `severity rule Kind/name field`, counted by hand. */
  readonly faults?: readonly string[];
  /** What the fixed state reports. @default nothing */
  readonly twin?: readonly string[];
}

const FOLDER = join(__dirname, 'stacks');
const read = (text: string, name: string): any[] => readManifests(text, name).map(({ object }) => object);
const stacksOf = (file: string): Stack[] =>
  read(`items:\n${readFileSync(join(FOLDER, file), 'utf8').replaceAll(/^(?!$)/gm, '  ')}`, file)[0].items;
const [bases] = read(readFileSync(join(FOLDER, 'bases.yaml'), 'utf8'), 'bases.yaml');

function objectsOf({ use = [], stack }: Stack, state: 'faulty' | 'fixed'): any[] {
  const text = stack.replaceAll(/<<(.*?)\|(.*?)>>/g, (_, faulty, fixed) => (state === 'faulty' ? faulty : fixed));
  return [...use.map((name) => bases[name]), ...read(text, 'stack.yaml')];
}

/** What is found about the objects together, and not about images or schemas, as `severity rule Kind/name field`. */
function found(objects: readonly any[], options: Parameters<typeof checkManifests>[1] = {}): string[] {
  const kinds = [
    'ScaledObject',
    'Rollout',
    'ReferenceGrant',
    'Certificate',
    'Kafka',
    'Cluster',
    'VerticalPodAutoscaler',
    'serving.knative.dev/v1/Service',
    'Bundle',
    'ArtifactGenerator',
    'Kustomization',
  ];
  return checkManifests(objects, { allowKinds: kinds, customResources: bundledCustomResources(), ...options })
    .filter(({ category, rule }) => category === 'reference' || rule === 'admission-allocated')
    .map(({ severity, rule, kind, name, path }) => `${severity} ${rule} ${kind}/${name} ${path}`);
}

const files = readdirSync(FOLDER).filter((file) => !['bases.yaml', 'families.yaml', 'clean.yaml'].includes(file));

describe.each(files)('%s', (file) => {
  test.each(stacksOf(file).map((stack) => [stack.title, stack] as const))('%s', (_, stack) => {
    expect(found(objectsOf(stack, 'faulty'))).toEqual(stack.faults);
    expect(found(objectsOf(stack, 'fixed'))).toEqual(stack.twin ?? []);
  });
});

test.each(stacksOf('families.yaml').map((stack) => [stack.title, stack] as const))('%s are warnings', (_, stack) => {
  const findings = found(objectsOf(stack, 'faulty'));
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter((line) => !line.startsWith('warning '))).toEqual([]);
});

test.each(stacksOf('clean.yaml').map((stack) => [stack.title, stack] as const))('%s is clean', (_, stack) => {
  expect(found(objectsOf(stack, 'faulty'))).toEqual([]);
});

describe('external objects', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      containers: [
        {
          name: 'web',
          image: 'web:1',
          env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
        },
      ],
    },
  };
  const other = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } };
  const NAME = 'configuration-unknown Pod/web spec.containers[0].env[0].valueFrom.secretKeyRef';

  test('are known, with the keys that they have', () => {
    expect(found([pod, other])).toEqual([`warning ${NAME}.name`]);
    expect(found([pod, other], { external: external.secret('db') })).toEqual([]);
    expect(found([pod, other], { external: [external.secret('db', { keys: ['password'] })] })).toEqual([]);
    expect(found([pod, other], { external: [external.secret('db', { keys: ['user'] })] })).toEqual([
      `error ${NAME}.key`,
    ]);
    expect(found([pod, other], { external: [external.secret('db', { namespace: 'other' })] })).toEqual([
      `warning ${NAME}.name`,
    ]);
  });

  test('the type of an external Secret is not known, and may be that of a pull Secret', () => {
    const pulling = {
      ...pod,
      spec: { containers: [{ name: 'web', image: 'web:1' }], imagePullSecrets: [{ name: 'ghcr' }] },
    };
    expect(found([pulling, other], { external: [external.secret('ghcr', { keys: ['.dockerconfigjson'] })] })).toEqual(
      [],
    );
    const typed = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'ghcr' }, type: 'kubernetes.io/basic-auth' };
    expect(found([pulling, other], { external: [typed] })).toEqual([
      'error pull-secret-type Pod/web spec.imagePullSecrets[0].name',
    ]);
  });

  test('warnings can be errors, and can be acknowledged with a reason', () => {
    expect(found([pod, other], { warningsAsErrors: ['configuration-unknown'] })).toEqual([`error ${NAME}.name`]);
    const acknowledgements = [{ rule: 'configuration-unknown', kind: 'Pod', name: 'web', reason: 'Vault creates it' }];
    expect(found([pod, other], { acknowledgements })).toEqual([]);
    const unused = checkManifests([other], { acknowledgements });
    expect(unused.map(({ rule, severity, name }) => `${severity} ${rule} ${name}`)).toEqual([
      'warning unused-acknowledgement web',
    ]);
    const empty = checkManifests([pod, other], { acknowledgements: [{ rule: 'configuration-unknown', reason: ' ' }] });
    expect(empty.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('error acknowledgement-without-reason');
  });
});

describe('requests that a LimitRange of the cluster sets', () => {
  const range = (defaultRequest: object, namespace?: string) => ({
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'defaults', ...(namespace && { namespace }) },
    spec: { limits: [{ type: 'Container', defaultRequest }] },
  });
  const metadata = { name: 'web', namespace: 'shop' };
  const labels = { app: 'web' };
  const workload = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    },
  };
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const resource = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } };
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: { maxReplicas: 3, scaleTargetRef: target, metrics: [{ type: 'Resource', resource }] },
  };
  const scaled = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata,
    spec: { scaleTargetRef: target, triggers: [{ type: 'cpu', metricType: 'Utilization', metadata: { value: '50' } }] },
  };
  const LINE = 'warning autoscaler-without-requests';

  test.each([
    [autoscaler, 'HorizontalPodAutoscaler/web spec.metrics[0].resource'],
    [scaled, 'ScaledObject/web spec.triggers[0]'],
  ])('%#', (scaler, at) => {
    const objects = [workload, scaler];
    expect(found(objects)).toEqual([`${LINE} ${at}`]);
    for (const there of [range({ cpu: '100m' }, 'shop'), range({ cpu: '100m' })]) {
      expect(found(objects, { external: [there] })).toEqual([]);
    }
    const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
    writeFileSync(join(folder, 'cluster.yaml'), JSON.stringify(range({ cpu: '100m' }, 'shop')));
    expect(found(objects, { cluster: join(folder, 'cluster.yaml') })).toEqual([]);
    for (const there of [range({ cpu: '100m' }, 'other'), range({ memory: '1Mi' }, 'shop')]) {
      expect(found(objects, { external: [there] })).toEqual([`${LINE} ${at}`]);
    }
  });
});

test('a policy that admits the DNS server says nothing of the other pods of kube-system', () => {
  const agent = (namespace: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'agent', namespace, labels: { app: 'agent' } },
    spec: { containers: [{ name: 'agent', image: 'agent:1' }] },
  });
  const dns = (namespace: string) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'dns', namespace: 'shop' },
    spec: {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
        },
      ],
    },
  });
  expect(found([dns('kube-system'), agent('kube-system'), agent('shop')])).toEqual([]);
  expect(found([dns('monitoring'), agent('monitoring'), agent('shop')])).toEqual([
    'warning network-policy-peer-unknown NetworkPolicy/dns spec.egress[0].to[0].podSelector',
  ]);
});

test('a claim of a static volume needs no object for the class that both name', () => {
  const spec = { accessModes: ['ReadWriteOnce'], storageClassName: 'manual' };
  const volume = (storageClassName: string) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'disk' },
    spec: { ...spec, storageClassName, capacity: { storage: '5Gi' }, nfs: { server: '192.0.2.1', path: '/data' } },
  });
  const ssd = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'ssd' },
    provisioner: 'csi.example.com',
  };
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'disk', namespace: 'shop' },
    spec: { ...spec, resources: { requests: { storage: '5Gi' } } },
  };
  expect(found([ssd, volume('manual'), claim])).toEqual([]);
  expect(found([ssd, volume('other'), claim])).toEqual([
    'warning storage-unknown PersistentVolumeClaim/disk spec.storageClassName',
  ]);
});
