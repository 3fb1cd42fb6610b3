import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { CheckedApp } from '../../src/app';
import { checkManifests } from '../../src/check';
import { checkRuntime, readNodes } from '../../src/runtime';
import { formatAmount } from '../../src/runtime/node-size';

/** Written by `kubectl get nodes -o yaml`, version 1.36.3, without images and conditions. */
const ONE_NODE = join(__dirname, 'nodes', 'one-node.yaml');

const folder = mkdtempSync(join(tmpdir(), 'nodes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: object | string) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const node = (name: string, allocatable: object | undefined, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name },
  spec,
  status: { capacity: { cpu: '64', memory: '256Gi', pods: '110' }, allocatable },
});
const nodeList = (...items: object[]) => ({ apiVersion: 'v1', kind: 'List', items });
const small = node('small', { cpu: '1930m', memory: '3Gi', pods: '29' });
const large = node('large', { cpu: '7910m', memory: '28Gi', pods: '58' });

const deployment = (requests: object, spec: object = {}, replicas = 1, limits: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'shop' } },
    template: {
      metadata: { labels: { app: 'shop' } },
      spec: {
        containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:1.4.2', resources: { requests, limits } }],
        ...spec,
      },
    },
  },
});
const found = (object: object, nodes: string | readonly string[]) =>
  checkManifests([object], { nodes, references: false }).map(({ severity, message }) => `${severity}: ${message}`);

test('what kubectl prints for a cluster of one node', () => {
  expect(readNodes(ONE_NODE)).toEqual([
    {
      cpu: '16',
      memory: '24479292Ki',
      ephemeralStorage: '265142110657',
      pods: 200,
      resources: { 'hugepages-1Gi': '0', 'hugepages-2Mi': '0' },
      taints: [],
    },
  ]);
});

test('a pod fits when one of several nodes has all that it requests', () => {
  const nodes = file('two.json', nodeList(small, large));
  expect(found(deployment({ cpu: '4' }), nodes)).toEqual([]);
  expect(found(deployment({ cpu: '8', memory: '1Gi' }), nodes)).toEqual([
    'error: the pod fits no node: it requests cpu 8, and the closest node has 7910m',
  ]);
});

test('a limit counts where no request is set', () => {
  const nodes = file('limit.json', nodeList(small));
  expect(found(deployment({ cpu: '1' }, {}, 1, { cpu: '2' }), nodes)).toEqual([]);
  expect(found(deployment({ memory: '1Gi' }, {}, 1, { memory: '1Gi', cpu: '2' }), nodes)).toEqual([
    'warning: all pods together request cpu 2, and the nodes have 1930m',
    'error: the pod fits no node: it requests cpu 2, and a node has 1930m',
  ]);
});

test('the requests of all pods are compared with the sum of all nodes', () => {
  const nodes = file('sum.json', nodeList(small, large));
  // 1930m + 7910m = 9840m.
  expect(found(deployment({ cpu: '1640m' }, {}, 6), nodes)).toEqual([]);
  expect(found(deployment({ cpu: '1641m' }, {}, 6), nodes)).toEqual([
    'warning: all pods together request cpu 9846m, and the nodes have 9840m',
  ]);
  // 29 + 58 = 87 pods.
  expect(found(deployment({}, {}, 88), nodes)).toEqual([
    'warning: all pods together request pods 88, and the nodes have 87',
  ]);
});

test('several files, and files beside sizes, are one cluster', () => {
  const nodes = [file('small.json', small), file('large.json', large)];
  expect(found(deployment({ cpu: '1640m' }, {}, 6), nodes)).toEqual([]);
  const object = deployment({ cpu: '4' });
  expect(checkManifests([object], { nodes: [nodes[0]!, { cpu: 8 }], references: false })).toEqual([]);
});

test('allocatable counts, and capacity only where a node has none', () => {
  expect(found(deployment({ cpu: '32' }), file('reserved.json', small))).toHaveLength(2);
  expect(found(deployment({ cpu: '32' }), file('capacity.json', node('new', undefined)))).toEqual([]);
});

test('a cordoned node gets no pods', () => {
  const cordoned = node('large', { cpu: '8' }, { unschedulable: true });
  const nodes = file('cordoned.json', nodeList(small, cordoned));
  expect(found(deployment({ cpu: '4' }), nodes)).toContain(
    'error: the pod fits no node: it requests cpu 4, and a node has 1930m',
  );
  expect(() => readNodes(file('all.json', cordoned))).toThrow('has no node that can be scheduled: all are cordoned');
});

test('a tainted node is for pods that tolerate it', () => {
  const taint = (effect: string) => [{ key: 'dedicated', value: 'batch', effect }];
  const tainted = node('large', { cpu: '8' }, { taints: taint('NoSchedule') });
  const nodes = file('tainted.json', nodeList(small, tainted));
  const tolerating = (toleration: object) => deployment({ cpu: '4' }, { tolerations: [toleration] });
  const short = 'error: the pod fits no node: it requests cpu 4, and a node has 1930m';
  expect(found(deployment({ cpu: '4' }), nodes)).toContain(short);
  expect(found(tolerating({ key: 'dedicated', value: 'web' }), nodes)).toContain(short);
  expect(found(tolerating({ key: 'dedicated', value: 'batch', effect: 'NoExecute' }), nodes)).toContain(short);
  expect(found(tolerating({ key: 'dedicated', value: 'batch', effect: 'NoSchedule' }), nodes)).toEqual([]);
  expect(found(tolerating({ key: 'dedicated', operator: 'Exists' }), nodes)).toEqual([]);
  expect(found(tolerating({ operator: 'Exists' }), nodes)).toEqual([]);
  expect(found(deployment({ cpu: '1' }), file('only.json', tainted))).toEqual([
    'error: the pod fits no node: it does not tolerate the taints of any',
  ]);
  const preferred = node('large', { cpu: '8' }, { taints: taint('PreferNoSchedule') });
  expect(found(deployment({ cpu: '4' }), file('preferred.json', preferred))).toEqual([]);
});

test('a snapshot knows all resources of its nodes', () => {
  const gpu = { 'nvidia.com/gpu': 1 };
  const using = (replicas: number) => deployment({}, {}, replicas, gpu);
  expect(found(using(1), ONE_NODE)).toContain(
    'error: the pod fits no node: it requests nvidia.com/gpu 1, and a node has 0',
  );
  const nodes = file('gpu.json', node('gpu', { cpu: '8', 'nvidia.com/gpu': '1' }));
  expect(found(using(1), nodes)).toEqual([]);
  expect(found(using(2), nodes)).toEqual(['warning: all pods together request nvidia.com/gpu 2, and the nodes have 1']);
  expect(checkRuntime([using(1)], { nodes: [{ cpu: 8 }] })).toEqual([]);
});

test('a CheckedApp takes the file', () => {
  const app = new CheckedApp({ nodes: ONE_NODE });
  expect(app).toBeInstanceOf(App);
  new Chart(app, 'empty');
  expect(() => new CheckedApp({ nodes: file('pod.yaml', 'apiVersion: v1\nkind: Pod\n') }).synthYaml()).toThrow(
    'has no nodes: expected the output of "kubectl get nodes -o yaml"',
  );
});

test('a file that is none is one clear error', () => {
  expect(() => readNodes(join(folder, 'missing.yaml'))).toThrow('missing.yaml: there is no such file');
  expect(() => readNodes(file('broken.yaml', 'a: [1'))).toThrow(/broken\.yaml: is not valid YAML: 1:\d/);
  expect(() => readNodes(file('empty.yaml', ''))).toThrow('has no nodes');
  expect(() => readNodes(file('bare.json', { ...small, status: undefined }))).toThrow(
    'node "small" has no status.allocatable',
  );
  expect(() => readNodes(file('odd.json', node('odd', { cpu: 'many' })))).toThrow('must be a quantity such as "2"');
});

test.each(['count', 'pods'])('a node size has at least one of %s', (name) => {
  const check = (value: number) => checkManifests([], { nodes: [{ cpu: '2', memory: '4Gi', [name]: value }] });
  expect(() => check(1)).not.toThrow();
  expect(() => check(0)).toThrow(/must be a whole number of 1 or more, got 0/);
});

// In thousandths of a byte; quantities of Kubernetes have binary units of 1024.
test.each([
  [1023, '1023'],
  [1024, '1Ki'],
  [1024 ** 2, '1Mi'],
  [1024 ** 3, '1Gi'],
  [1536 * 1024 ** 2, '1536Mi'],
])('%i bytes are shown as %s', (bytes, text) => {
  expect(formatAmount('memory', BigInt(bytes) * 1000n)).toBe(text);
});
