import { schemaOfObject } from '../../src/overlay/schema-of-object';
import { strategicMerge } from '../../src/overlay/strategic-merge';

const deployment = schemaOfObject('apps/v1', 'Deployment');
const service = schemaOfObject('v1', 'Service');

/** Expected values follow https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/ */
const podCases: readonly { name: string; base: object; patch: object; merged: object }[] = [
  {
    name: 'a scalar is replaced, its siblings stay',
    base: { hostname: 'a', subdomain: 'b' },
    patch: { hostname: 'c' },
    merged: { hostname: 'c', subdomain: 'b' },
  },
  {
    name: 'null deletes',
    base: { hostname: 'a', subdomain: 'b' },
    patch: { hostname: null },
    merged: { subdomain: 'b' },
  },
  {
    name: 'undefined says nothing',
    base: { hostname: 'a' },
    patch: { hostname: undefined },
    merged: { hostname: 'a' },
  },
  {
    name: 'containers merge by name and new ones come last',
    base: {
      containers: [
        { name: 'a', image: 'a:1' },
        { name: 'b', image: 'b:1' },
      ],
    },
    patch: {
      containers: [
        { name: 'c', image: 'c:1' },
        { name: 'a', tty: true },
      ],
    },
    merged: {
      containers: [
        { name: 'a', image: 'a:1', tty: true },
        { name: 'b', image: 'b:1' },
        { name: 'c', image: 'c:1' },
      ],
    },
  },
  {
    name: '$patch delete removes an entry',
    base: { containers: [{ name: 'a' }, { name: 'b' }] },
    patch: { containers: [{ name: 'a', $patch: 'delete' }] },
    merged: { containers: [{ name: 'b' }] },
  },
  {
    name: '$patch delete of an absent entry does nothing',
    base: { containers: [{ name: 'a' }] },
    patch: { containers: [{ name: 'z', $patch: 'delete' }] },
    merged: { containers: [{ name: 'a' }] },
  },
  {
    name: '$patch replace in a list replaces the list',
    base: { containers: [{ name: 'a' }, { name: 'b' }] },
    patch: { containers: [{ name: 'c', image: 'c:1' }, { $patch: 'replace' }] },
    merged: { containers: [{ name: 'c', image: 'c:1' }] },
  },
  {
    name: '$patch replace in an object replaces the object',
    base: { securityContext: { runAsUser: 1, fsGroup: 2 } },
    patch: { securityContext: { $patch: 'replace', runAsNonRoot: true } },
    merged: { securityContext: { runAsNonRoot: true } },
  },
  {
    name: '$patch delete in an object empties it',
    base: { securityContext: { runAsUser: 1 } },
    patch: { securityContext: { $patch: 'delete' } },
    merged: { securityContext: {} },
  },
  {
    name: '$retainKeys drops the others',
    base: { securityContext: { runAsUser: 1, fsGroup: 2 } },
    patch: { securityContext: { $retainKeys: ['fsGroup', 'runAsGroup'], runAsGroup: 3 } },
    merged: { securityContext: { fsGroup: 2, runAsGroup: 3 } },
  },
  {
    name: 'a list without a merge key is replaced',
    base: { tolerations: [{ key: 'a' }, { key: 'b' }] },
    patch: { tolerations: [{ key: 'c', operator: 'Exists' }] },
    merged: { tolerations: [{ key: 'c', operator: 'Exists' }] },
  },
  {
    name: 'command lines are replaced',
    base: { containers: [{ name: 'a', args: ['x', 'y'] }] },
    patch: { containers: [{ name: 'a', args: ['z'] }] },
    merged: { containers: [{ name: 'a', args: ['z'] }] },
  },
  {
    name: 'choosing another volume source drops the old one',
    base: { volumes: [{ name: 'data', emptyDir: {} }] },
    patch: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
    merged: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
  },
  {
    name: 'the same volume source is merged',
    base: { volumes: [{ name: 'data', emptyDir: { medium: 'Memory' } }] },
    patch: { volumes: [{ name: 'data', emptyDir: { sizeLimit: '1Gi' } }] },
    merged: { volumes: [{ name: 'data', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } }] },
  },
  {
    name: 'maps merge, even where server-side apply calls them atomic',
    base: { nodeSelector: { disk: 'ssd' } },
    patch: { nodeSelector: { zone: 'a' } },
    merged: { nodeSelector: { disk: 'ssd', zone: 'a' } },
  },
  {
    name: 'environment merges by name, mounts by path',
    base: {
      containers: [{ name: 'a', env: [{ name: 'X', value: '1' }], volumeMounts: [{ name: 'v', mountPath: '/v' }] }],
    },
    patch: {
      containers: [{ name: 'a', env: [{ name: 'X', value: '2' }], volumeMounts: [{ name: 'w', mountPath: '/v' }] }],
    },
    merged: {
      containers: [{ name: 'a', env: [{ name: 'X', value: '2' }], volumeMounts: [{ name: 'w', mountPath: '/v' }] }],
    },
  },
  {
    name: 'a new object is written without nulls, undefined and directives',
    base: {},
    patch: { containers: [{ name: 'a', image: null, tty: undefined, env: [{ name: 'X', $patch: 'delete' }] }] },
    merged: { containers: [{ name: 'a', env: [] }] },
  },
];

test.each(podCases)('pod spec: $name', ({ base, patch, merged }) => {
  const wrap = (spec: object) => ({ spec: { template: { spec } } });
  expect(strategicMerge(wrap(base), wrap(patch), deployment.schema, deployment.resolve)).toEqual(wrap(merged));
});

const portCases: readonly { name: string; base: object[]; patch: object[]; merged: object[] }[] = [
  {
    name: 'the same number with another protocol is another port',
    base: [{ port: 53, protocol: 'TCP' }],
    patch: [{ port: 53, protocol: 'UDP', name: 'dns' }],
    merged: [
      { port: 53, protocol: 'TCP' },
      { port: 53, protocol: 'UDP', name: 'dns' },
    ],
  },
  {
    name: 'a left-out protocol means TCP where there is one',
    base: [{ port: 53, protocol: 'UDP' }, { port: 53 }],
    patch: [{ port: 53, nodePort: 30053 }],
    merged: [
      { port: 53, protocol: 'UDP' },
      { port: 53, nodePort: 30053 },
    ],
  },
  {
    name: 'a left-out protocol means the only port of that number',
    base: [{ port: 53, protocol: 'UDP' }],
    patch: [{ port: 53, nodePort: 30053 }],
    merged: [{ port: 53, protocol: 'UDP', nodePort: 30053 }],
  },
  {
    name: 'a given TCP means the port without a protocol',
    base: [{ port: 80 }],
    patch: [{ port: 80, protocol: 'TCP', name: 'http' }],
    merged: [{ port: 80, protocol: 'TCP', name: 'http' }],
  },
];

test.each(portCases)('service ports: $name', ({ base, patch, merged }) => {
  const result = strategicMerge({ spec: { ports: base } }, { spec: { ports: patch } }, service.schema, service.resolve);
  expect(result).toEqual({ spec: { ports: merged } });
});

test('Recreate drops the settings of a rolling update, a new maxSurge keeps the type', () => {
  const base = () => ({ spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } } } });
  const merge = (strategy: object) =>
    strategicMerge(base(), { spec: { strategy } }, deployment.schema, deployment.resolve);
  expect(merge({ type: 'Recreate' })).toEqual({ spec: { strategy: { type: 'Recreate' } } });
  expect(merge({ $retainKeys: ['rollingUpdate'], rollingUpdate: { maxSurge: 1 } })).toEqual({
    spec: { strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } },
  });
  expect(merge({ rollingUpdate: { maxSurge: 1 } })).toEqual({
    spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } },
  });
});

test('finalizers are a set, and single values leave it by directive', () => {
  const merge = (metadata: object) =>
    strategicMerge({ metadata: { finalizers: ['a', 'b'] } }, { metadata }, service.schema, service.resolve);
  expect(merge({ finalizers: ['c', 'a'] })).toEqual({ metadata: { finalizers: ['a', 'b', 'c'] } });
  expect(merge({ '$deleteFromPrimitiveList/finalizers': ['a'] })).toEqual({ metadata: { finalizers: ['b'] } });
});

test('the selector of a disruption budget is replaced, as its schema asks', () => {
  const budget = schemaOfObject('policy/v1', 'PodDisruptionBudget');
  const base = { spec: { selector: { matchLabels: { app: 'a' } } } };
  const patch = { spec: { selector: { matchLabels: { role: 'b' } } } };
  expect(strategicMerge(base, patch, budget.schema, budget.resolve)).toEqual(patch);
});

test('lists of custom resources merge by the keys of their definition', () => {
  const gateway = schemaOfObject('gateway.networking.k8s.io/v1', 'Gateway');
  const merged = strategicMerge(
    {
      spec: {
        listeners: [
          { name: 'http', port: 80 },
          { name: 'https', port: 443 },
        ],
      },
    },
    { spec: { listeners: [{ name: 'https', hostname: 'a.example.com' }] } },
    gateway.schema,
    gateway.resolve,
  );
  expect(merged).toEqual({
    spec: {
      listeners: [
        { name: 'http', port: 80 },
        { name: 'https', port: 443, hostname: 'a.example.com' },
      ],
    },
  });
});

test('an omitted key of a custom resource means the default of its own definition', () => {
  const port = {
    type: 'object',
    required: ['port'],
    properties: { port: { type: 'integer' }, protocol: { type: 'string', default: 'UDP' } },
  } as const;
  const ports = {
    type: 'array',
    items: port,
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['port', 'protocol'],
  } as const;
  const merged = strategicMerge(
    {
      ports: [
        { port: 53, protocol: 'TCP' },
        { port: 53, protocol: 'UDP' },
      ],
    },
    { ports: [{ port: 53, name: 'dns' }] },
    { type: 'object', properties: { ports } },
    (node) => node,
  );
  expect(merged).toEqual({
    ports: [
      { port: 53, protocol: 'TCP' },
      { port: 53, protocol: 'UDP', name: 'dns' },
    ],
  });
});

test('lists of kinds without a known schema are replaced', () => {
  const pool = schemaOfObject('example.com/v1', 'Pool');
  expect(pool.schema).toBeUndefined();
  const merged = strategicMerge(
    { spec: { addresses: ['10.0.0.0/24'], autoAssign: true } },
    { spec: { addresses: ['10.1.0.0/24'] } },
    pool.schema,
    pool.resolve,
  );
  expect(merged).toEqual({ spec: { addresses: ['10.1.0.0/24'], autoAssign: true } });
});

test('the patch is never changed nor shared with the result', () => {
  const patch = { metadata: { labels: { a: 'b' } } };
  const frozen = structuredClone(patch);
  const first: any = strategicMerge({}, patch, service.schema, service.resolve);
  first.metadata.labels.a = 'changed';
  expect(patch).toEqual(frozen);
});

test.each(['__proto__', 'constructor'])('a field with the name %s never reaches what all objects inherit', (field) => {
  const patch = JSON.parse(`{"metadata": {"${field}": {"size": 1}}}`);
  expect(JSON.stringify(strategicMerge({ metadata: {} }, patch, undefined, (node) => node))).toBe(
    JSON.stringify(patch),
  );
  expect(({} as any).size).toBeUndefined();
  expect((Object as any).size).toBeUndefined();
});
