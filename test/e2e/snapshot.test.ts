import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkManifests } from '../../src/check';
import { cdk8sPatterns } from '../cli/command-line';
import { type Kubectl, kubectlFor } from './kubectl';
import { describeWithServer } from './with-server';

const NAMESPACE = 'team';
const container = (fields: object = {}) => ({ name: 'web', image: 'web:1', ...fields });
const object = (apiVersion: string, kind: string, name: string, fields: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: NAMESPACE },
  ...fields,
});
const ofCluster = (apiVersion: string, kind: string, name: string, fields: object, labels: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, labels },
  ...fields,
});
const pod = (name: string, spec: object = {}) =>
  object('v1', 'Pod', name, { spec: { containers: [container()], ...spec } });
const deployment = (spec: object = {}, labels: object = { app: 'web' }) =>
  object('apps/v1', 'Deployment', 'web', {
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container()] } },
      ...spec,
    },
  });
const service = (name: string, spec: object) =>
  object('v1', 'Service', name, { spec: { ports: [{ port: 80 }], ...spec } });
const nodePort = (name: string, port: number) =>
  service(name, { type: 'NodePort', ports: [{ port: 80, nodePort: port }] });
const claim = (storage: string, spec: object = {}) =>
  object('v1', 'PersistentVolumeClaim', 'data', {
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'slow', resources: { requests: { storage } }, ...spec },
  });

/** What becomes of pods later; here no controller creates any. */
const OF_CONTROLLERS = ['pods-never-created', 'pods-exceed-quota'];

/** What is in the cluster before the snapshot. */
const GROUND = [
  ofCluster('v1', 'Namespace', NAMESPACE, {}, { 'pod-security.kubernetes.io/enforce': 'baseline' }),
  object('v1', 'LimitRange', 'limits', { spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] } }),
  object('v1', 'ResourceQuota', 'quota', { spec: { hard: { pods: '1', 'services.nodeports': '2', configmaps: '3' } } }),
  object('v1', 'ServiceAccount', 'app', {}),
  pod('first'),
  nodePort('shop', 30080),
  service('fixed', { clusterIP: '10.0.0.77' }),
  deployment(),
  claim('2Gi'),
  object('v1', 'ConfigMap', 'frozen', { immutable: true, data: { mode: 'not-in-the-snapshot' } }),
  object('v1', 'Secret', 'login', { stringData: { password: 'not-in-the-snapshot' } }),
  ofCluster('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'never-fewer', {
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['deployments'] },
        ],
      },
      validations: [{ expression: 'object.spec.replicas >= oldObject.spec.replicas', message: 'never fewer replicas' }],
    },
  }),
  ofCluster('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'never-fewer', {
    spec: { policyName: 'never-fewer', validationActions: ['Deny'] },
  }),
];

const CASES: readonly (readonly [string, object])[] = [
  ['a pod that is there, with another image', pod('first', { containers: [container({ image: 'web:2' })] })],
  ['a new node port', nodePort('blog', 30081)],
  ['a node port of another Service', nodePort('blog', 30080)],
  ['the own node port again', nodePort('shop', 30080)],
  [
    'more node ports than the quota has',
    service('blog', {
      type: 'NodePort',
      ports: [
        { port: 80, name: 'a' },
        { port: 81, name: 'b' },
      ],
    }),
  ],
  ['the same Deployment', deployment()],
  ['more replicas', deployment({ replicas: 4 })],
  ['fewer replicas, which the policy for updates denies', deployment({ replicas: 2 })],
  ['another selector', deployment({}, { app: 'other' })],
  ['a pod beyond the quota', pod('second')],
  ['a pod of a missing account', pod('second', { serviceAccountName: 'missing' })],
  ['a pod above the LimitRange', pod('second', { containers: [container({ resources: { limits: { cpu: '2' } } })] })],
  ['a pod that the level forbids', pod('second', { hostNetwork: true })],
  ['a pod of a missing class', pod('second', { priorityClassName: 'missing' })],
  ['a namespace that is not there', { ...pod('second'), metadata: { name: 'second', namespace: 'missing' } }],
  ['a smaller claim', claim('1Gi')],
  [
    'another key of an immutable ConfigMap',
    object('v1', 'ConfigMap', 'frozen', { immutable: true, data: { other: '1' } }),
  ],
  [
    'another type of a Secret',
    object('v1', 'Secret', 'login', { type: 'example.com/other', stringData: { password: 'a' } }),
  ],
  ['another value of a Secret', object('v1', 'Secret', 'login', { stringData: { password: 'b' } })],
];

describeWithServer(
  '1.36.3',
  (server) => {
    const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
    const snapshot = join(folder, 'snapshot.yaml');
    let kubectl: Kubectl;

    beforeAll(async () => {
      kubectl = kubectlFor(server());
      for (const each of GROUND) {
        await until(() => kubectl(['apply', '-f', '-'], JSON.stringify(each)).exitCode === 0);
      }
      await until(
        () => kubectl(['get', 'quota', 'quota', '-n', NAMESPACE, '-o', 'jsonpath={.status.used.pods}']).stdout === '1',
      );
      symlinkSync(server().assets.kubectl, join(folder, 'kubectl'));
      const env = { PATH: folder, KUBECONFIG: server().kubeconfig };
      const outcome = await cdk8sPatterns(['import', 'cluster', '-o', 'snapshot.yaml'], { cwd: folder, env });
      expect([outcome.stderr, outcome.exitCode]).toEqual(['', 0]);
    }, 600_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('the snapshot has keys and no values', () => {
      const text = readFileSync(snapshot, 'utf8');
      expect(text).toContain('password: ""');
      expect(text).not.toContain('not-in-the-snapshot');
      expect(text).not.toContain(Buffer.from('not-in-the-snapshot').toString('base64'));
    });

    test.each(CASES)('%s', (_, applied) => {
      expectSameAnswer(applied, ['apply', '--dry-run=server', '-f', '-']);
    });

    // A dry run allocates no address.
    test('an address of another Service', () => {
      expectSameAnswer(service('blog', { clusterIP: '10.0.0.77' }), ['apply', '-f', '-']);
    });

    function expectSameAnswer(applied: object, command: readonly string[]): void {
      const { exitCode, stderr } = kubectl(command, JSON.stringify(applied));
      const errors = checkManifests([applied], { kubernetesVersion: '1.36', cluster: snapshot }).filter(
        ({ severity, category, rule }) =>
          severity === 'error' && category !== 'reference' && !OF_CONTROLLERS.includes(rule),
      );
      // kubectl prints the object in its own words.
      const [what] = errors.map(({ message }) => message.replace(/^.* is forbidden: /, ''));
      if (exitCode === 0) expect(errors).toEqual([]);
      else expect([stderr, what]).toEqual([expect.stringContaining(what ?? 'an error'), expect.any(String)]);
    }
  },
  {
    controllers: ['resourcequota-controller', 'serviceaccount-controller', 'root-ca-certificate-publisher-controller'],
  },
);

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('the cluster did not get ready in time');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
