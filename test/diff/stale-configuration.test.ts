import { diffManifests } from '../../src/diff';

const config = (data: Record<string, string>, rest: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings' },
  data,
  ...rest,
});
const secret = (stringData: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'settings' },
  stringData,
});
const volume = { name: 'files', configMap: { name: 'settings' } };
function pods(
  container: object,
  { kind = 'Deployment', volumes = [volume] as object[], annotations = {}, name = 'web' } = {},
) {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, annotations },
    spec: {
      selector: { matchLabels: { app: name } },
      ...(kind === 'StatefulSet' && { serviceName: name }),
      template: {
        metadata: { labels: { app: name } },
        spec: { volumes, containers: [{ name: 'web', image: 'web:1', ...container }] },
      },
    },
  };
}
const variable = (key: string) => ({
  env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key } } }],
});
const mounted = (rest: object) => ({ volumeMounts: [{ name: 'files', mountPath: '/etc/web', ...rest }] });
const all = { envFrom: [{ configMapRef: { name: 'settings' } }] };

/** What is said of the first object. */
function said(before: readonly object[], after: readonly object[]): string[] {
  const [first] = diffManifests(before, after).objects;
  return (first?.consequences ?? []).map(({ effect, path, message }) => `${effect} ${path}: ${message}`);
}
const kept = (users: string) => [
  `changed data: the running pods of ${users} keep the old values until they are replaced`,
];

// A container gets its variables when it starts, and the kubelet never updates a file that is mounted by subPath.
test.each<[string, object]>([
  ['a variable', pods(variable('a'))],
  ['all variables', pods(all)],
  ['a file', pods(mounted({ subPath: 'a' }))],
  [
    'a file of an item',
    pods(mounted({ subPath: 'web/a.conf' }), {
      volumes: [{ name: 'files', configMap: { name: 'settings', items: [{ key: 'a', path: 'web/a.conf' }] } }],
    }),
  ],
  [
    'a file of a projected volume',
    pods(mounted({ subPath: 'a' }), {
      volumes: [{ name: 'files', projected: { sources: [{ configMap: { name: 'settings' } }] } }],
    }),
  ],
  [
    'a pod of its own',
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { containers: [{ name: 'w', image: 'w', ...all }] },
    },
  ],
])('pods that have a changed value as %s keep the old one', (_, user: any) => {
  expect(said([config({ a: '1' }), user], [config({ a: '2' }), user])).toEqual(kept(`${user.kind} web`));
});

test.each<[string, object]>([
  ['another key is changed', pods(variable('b'))],
  ['the kubelet updates the files', pods(mounted({}))],
  ['another file is mounted', pods(mounted({ subPath: 'b' }))],
  ['a controller restarts them', pods(all, { annotations: { 'reloader.stakater.com/auto': 'true' } })],
  [
    'the object is another one',
    pods({ envFrom: [{ configMapRef: { name: 'other' } }, { secretRef: { name: 'settings' } }] }),
  ],
  [
    'each run has new pods',
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'web' },
      spec: {
        schedule: '0 0 * * *',
        jobTemplate: {
          spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'w', image: 'w', ...all }] } } },
        },
      },
    },
  ],
])('nothing is said where %s', (_, user) => {
  expect(said([config({ a: '1', b: '1' }), user], [config({ a: '2', b: '1' }), user])).toEqual([
    'changed : 1 field changes',
  ]);
});

test('nothing is said where the pods are replaced, or are new', () => {
  const changed = pods({ ...all, image: 'web:2' });
  expect(said([config({ a: '1' }), pods(all)], [config({ a: '2' }), changed])).toEqual(['changed : 1 field changes']);
  expect(said([config({ a: '1' })], [config({ a: '2' }), pods(all)])).toEqual(['changed : 1 field changes']);
});

test('it is said once for all pods, of a Secret without its values, and not of a change that is refused', () => {
  const users = ['web', 'api'].map((name) => pods(all, { name }));
  expect(said([config({ a: '1', b: '1' }), ...users], [config({ a: '2', b: '2' }), ...users])).toEqual(
    kept('Deployment web, Deployment api'),
  );
  const user = pods({ envFrom: [{ secretRef: { name: 'settings' } }] }, { kind: 'DaemonSet' });
  expect(said([secret({ a: 'one' }), user], [secret({ a: 'two' }), user])).toEqual(kept('DaemonSet web'));
  const immutable = (a: string) => config({ a }, { immutable: true });
  expect(said([immutable('1'), pods(all)], [immutable('2'), pods(all)])[0]).toMatch(/^refused /);
});

test('labels of the object are no values', () => {
  const labeled = { ...config({ a: '1' }), metadata: { name: 'settings', labels: { tier: 'web' } } };
  expect(said([config({ a: '1' }), pods(all)], [labeled, pods(all)])).toEqual(['changed : 1 field changes']);
});
