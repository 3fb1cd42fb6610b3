import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEWEST_VERSION } from '../../src/facts';
import { schemaOfObject } from '../../src/overlay/schema-of-object';
import { strategicMerge } from '../../src/overlay/strategic-merge';
import { canFindAssets, findAssets } from './server/assets';

const VERSION = NEWEST_VERSION;
const pod = (spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'a' },
  spec: { template: { spec: { containers: [{ name: 'a', image: 'a:1' }], ...spec } } },
});
const podPatch = (spec: object) => ({ spec: { template: { spec } } });
const container = (fields: object) => pod({ containers: [{ name: 'a', image: 'a:1', ...fields }] });
const containerPatch = (fields: object) => podPatch({ containers: [{ name: 'a', ...fields }] });
const object = (apiVersion: string, kind: string, fields: object) => ({
  apiVersion,
  kind,
  metadata: { name: 'a' },
  ...fields,
});

/** What `kubectl patch` makes of these is what an overlay must make of them, but for the order of new entries. */
const cases: readonly [string, any, object][] = [
  [
    'containers',
    pod({}),
    podPatch({
      containers: [
        { name: 'z', image: 'z:1' },
        { name: 'a', tty: true },
      ],
    }),
  ],
  [
    'delete an entry',
    pod({ initContainers: [{ name: 'i' }, { name: 'j' }] }),
    podPatch({ initContainers: [{ name: 'i', $patch: 'delete' }] }),
  ],
  ['replace a list', pod({}), podPatch({ containers: [{ name: 'z', image: 'z:1' }, { $patch: 'replace' }] })],
  [
    'replace an object',
    pod({ securityContext: { runAsUser: 1, fsGroup: 2 } }),
    podPatch({ securityContext: { $patch: 'replace', runAsNonRoot: true } }),
  ],
  ['empty an object', pod({ securityContext: { runAsUser: 1 } }), podPatch({ securityContext: { $patch: 'delete' } })],
  [
    'retain keys',
    pod({ securityContext: { runAsUser: 1, fsGroup: 2 } }),
    podPatch({ securityContext: { $retainKeys: ['fsGroup', 'runAsGroup'], runAsGroup: 3 } }),
  ],
  ['a list without keys', pod({ tolerations: [{ key: 'a' }] }), podPatch({ tolerations: [{ key: 'b' }] })],
  [
    'environment',
    container({
      env: [
        { name: 'X', value: '1' },
        { name: 'Y', value: '2' },
      ],
    }),
    containerPatch({
      env: [
        { name: 'Y', value: '3' },
        { name: 'Z', value: '4' },
        { name: 'X', $patch: 'delete' },
      ],
    }),
  ],
  [
    'a value becomes a reference',
    container({ env: [{ name: 'X', value: '1' }] }),
    containerPatch({ env: [{ name: 'X', value: null, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }),
  ],
  [
    'mounts',
    container({ volumeMounts: [{ name: 'v', mountPath: '/v' }] }),
    containerPatch({
      volumeMounts: [
        { name: 'w', mountPath: '/v' },
        { name: 'v', mountPath: '/x' },
      ],
    }),
  ],
  [
    'ports',
    container({ ports: [{ containerPort: 1, name: 'x' }] }),
    containerPatch({ ports: [{ containerPort: 1, name: 'y' }, { containerPort: 2 }] }),
  ],
  ['arguments', container({ args: ['a', 'b'] }), containerPatch({ args: ['c'] })],
  [
    'resources',
    container({ resources: { limits: { cpu: '1' } } }),
    containerPatch({ resources: { limits: { memory: '1Gi' }, requests: { cpu: '1' } } }),
  ],
  ['an atomic map', pod({ nodeSelector: { a: 'b' } }), podPatch({ nodeSelector: { c: 'd' } })],
  [
    'host aliases',
    pod({ hostAliases: [{ ip: '1.1.1.1', hostnames: ['a'] }] }),
    podPatch({ hostAliases: [{ ip: '1.1.1.1', hostnames: ['b'] }, { ip: '2.2.2.2' }] }),
  ],
  [
    'the same volume source',
    pod({ volumes: [{ name: 'v', emptyDir: { medium: 'Memory' } }] }),
    podPatch({ volumes: [{ name: 'v', emptyDir: { sizeLimit: '1Gi' } }] }),
  ],
  [
    'affinity terms',
    pod({
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: {} }] } },
    }),
    podPatch({
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 2, preference: {} }] } },
    }),
  ],
  ['nulls in what is new', pod({}), podPatch({ securityContext: { runAsUser: null, fsGroup: 1 } })],
  [
    'Service ports',
    object('v1', 'Service', { spec: { ports: [{ port: 80 }, { port: 443 }] } }),
    { spec: { ports: [{ port: 443, targetPort: 8443 }, { port: 90 }] } },
  ],
  [
    'finalizers',
    { ...object('v1', 'Service', {}), metadata: { name: 'a', finalizers: ['x/a', 'x/b'] } },
    { metadata: { finalizers: ['x/c', 'x/a'], '$deleteFromPrimitiveList/finalizers': ['x/b'] } },
  ],
  [
    'a selector that is replaced',
    object('policy/v1', 'PodDisruptionBudget', { spec: { selector: { matchLabels: { a: 'b' } } } }),
    { spec: { selector: { matchLabels: { c: 'd' } } } },
  ],
  [
    'metrics',
    object('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: { maxReplicas: 1, metrics: [{ type: 'Resource', resource: { name: 'cpu' } }] },
    }),
    { spec: { metrics: [{ type: 'Resource', resource: { name: 'memory' } }] } },
  ],
  [
    'rules',
    object('networking.k8s.io/v1', 'Ingress', { spec: { rules: [{ host: 'a' }], tls: [{ hosts: ['a'] }] } }),
    { spec: { rules: [{ host: 'b' }], tls: [{ secretName: 'x' }] } },
  ],
  [
    'webhooks',
    object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
      webhooks: [{ name: 'a', sideEffects: 'None' }],
    }),
    { webhooks: [{ name: 'a', timeoutSeconds: 3 }, { name: 'b' }] },
  ],
  ['data', object('v1', 'ConfigMap', { data: { a: '1', b: '2' } }), { data: { a: null, c: '3' } }],
];

/** kubectl writes empty fields of its own, and new entries first; ours come last. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(comparable).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([key]) => key !== 'creationTimestamp' && key !== 'status')
    .map(([key, field]) => [key, comparable(field)] as const)
    .filter(([, field]) => field !== null && !(typeof field === 'object' && Object.keys(field as object).length === 0));
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('an overlay does what kubectl patch does', () => {
  const lacking = canFindAssets(VERSION);
  if (lacking !== undefined) {
    test('kubectl', () => {
      if (process.env.CI) throw new Error(lacking);
    });
    return;
  }
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'overlay-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(cases)('%s', (_, base, patch) => {
    const file = join(folder, 'base.json');
    writeFileSync(file, JSON.stringify(base));
    const args = ['patch', '--local', '-f', file, '--type', 'strategic', '-p', JSON.stringify(patch), '-o', 'json'];
    const { stdout, stderr } = spawnSync(findAssets(VERSION).kubectl, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    const { schema, resolve } = schemaOfObject(base.apiVersion, base.kind);
    const merged = strategicMerge(structuredClone(base), patch as Record<string, unknown>, schema, resolve);
    expect(comparable(merged)).toEqual(comparable(JSON.parse(stdout)));
  });
});
