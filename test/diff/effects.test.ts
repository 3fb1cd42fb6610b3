import { diffManifests } from '../../src';

const claim = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, ...spec },
});
const database = (name: string, image = 'mysql:8') => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name },
  spec: {
    serviceName: 'db',
    selector: { matchLabels: { app: 'db' } },
    template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image }] } },
    volumeClaimTemplates: [claim({})],
  },
});
const web = (replicas: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    ...replicas,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  },
});
const autoscaler = (minReplicas: number) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { minReplicas, maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
});
const secret = (fields: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' }, ...fields });
const service = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
});

/** Effects of the first object, in the words of the consequences. */
function effects(before: readonly unknown[], after: readonly unknown[]): string[] {
  const [object] = diffManifests(before, after).objects;
  return (object?.consequences ?? []).map(({ effect, path }) => `${effect} ${path}`.trim());
}

// kubectl apply of 1.36.3 and 1.28.15: "only dynamically provisioned pvc can be resized".
test('a claim of the empty class cannot grow, one of another class may, and none is smaller', () => {
  const larger = { resources: { requests: { storage: '20Gi' } } };
  expect(effects([claim({ storageClassName: '' })], [claim({ storageClassName: '', ...larger })])).toEqual([
    'refused spec.resources.requests.storage',
  ]);
  expect(effects([claim({ storageClassName: 'fast' })], [claim({ storageClassName: 'fast', ...larger })])).toEqual([
    'changed',
  ]);
  expect(effects([claim({ storageClassName: '', ...larger })], [claim({ storageClassName: '' })])).toEqual([
    'refused spec.resources.requests.storage',
  ]);
});

test('a class that is named later may be refused: the cluster may have a default', () => {
  expect(effects([claim({})], [claim({ storageClassName: 'fast' })])).toEqual(['changed spec.storageClassName']);
});

test('pods of a StatefulSet of another name do not have the data of the old one', () => {
  const { objects } = diffManifests([database('db')], [database('database')]);
  expect(objects.map(({ effect }) => effect)).toEqual(['deletes-data']);
  expect(objects[0]!.consequences.map(({ effect }) => effect)).toEqual(['renamed', 'deletes-data']);
});

test.each([
  ['to an autoscaler of at least 2', { replicas: 3 }, {}, 2, ['downtime spec.replicas']],
  ['to an autoscaler of at least 1', { replicas: 3 }, {}, 1, ['changed']],
  ['from one replica', { replicas: 1 }, {}, 2, ['no-effect']],
  // The walkthrough of the HorizontalPodAutoscaler: it stops adjusting a target of zero replicas, whatever its minimum is.
  ['at zero', { replicas: 3 }, { replicas: 0 }, 1, ['downtime spec.replicas']],
  ['to a fixed number that is larger', { replicas: 3 }, { replicas: 4 }, 5, ['changed']],
])('replicas that are left %s', (_, before, after, minReplicas, expected) => {
  expect(effects([web(before)], [web(after), autoscaler(minReplicas)])).toEqual(expected);
});

test('the hint about replicas is about where they are written', () => {
  const hintOf = (replicas: object) =>
    diffManifests([web({ replicas: 3 })], [web(replicas), autoscaler(2)]).objects[0]!.consequences[0]!.hint;
  expect(hintOf({})).toMatch(/^before the change, remove spec.replicas from what was applied/);
  expect(hintOf({ replicas: 1 })).toMatch(/^leave spec.replicas out of the manifest; before the change/);
});

test.each([
  ['s', 's2', 'keep its namespace: set metadata.namespace (or the namespace of the chart) to "s"'],
  [undefined, 's2', 'keep its namespace: leave metadata.namespace out, as before'],
])('an object that moves from namespace %s to %s keeps its name', (from, to, hint) => {
  const at = (namespace?: string) => ({ ...web({}), metadata: { name: 'web', ...(namespace && { namespace }) } });
  const consequences = diffManifests([at(from)], [at(to)]).objects.flatMap((one) => one.consequences);
  expect(consequences.find(({ effect }) => effect === 'renamed')?.hint).toBe(`to keep the object, ${hint}`);
});

test('an autoscaler of another workload or namespace does not count', () => {
  const other = { ...autoscaler(2), metadata: { name: 'web', namespace: 'shop' } };
  expect(effects([web({ replicas: 3 })], [web({}), other])).toEqual(['changed']);
});

test('what the server refuses to create is refused, also when the previous manifest was refused', () => {
  const broken = secret({ data: { password: 'not base64' } });
  expect(effects([], [broken])).toEqual(['refused data.password']);
  expect(effects([secret({ data: { password: '%' } })], [broken])).toEqual(['refused data.password']);
  expect(diffManifests([], [secret({ stringData: { password: 'hunter2' } })]).objects[0]!.effect).toBe('new');
});

test('addresses that only the server knows are no values', () => {
  const { fields } = diffManifests([service({})], [service({ clusterIP: 'None' })]).objects[0]!;
  const shown = fields
    .filter(({ path }) => path.startsWith('spec.clusterIP'))
    .map(({ path, before }) => [path, before]);
  expect(shown).toContainEqual(['spec.clusterIP', '<generated>']);
  expect(JSON.stringify(fields)).not.toMatch(/10\.0\.\d/);
});

describe('a Service and who sends it traffic', () => {
  const ingress = (port: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web' },
    spec: {
      rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port } } }] } }],
    },
  });
  const [http, alt] = [
    { name: 'http', port: 80 },
    { name: 'alt', port: 8080 },
  ];

  test.each([
    [
      'a port is removed that an Ingress names by number',
      [http, alt],
      [http],
      { number: 8080 },
      ['downtime spec.ports'],
    ],
    [
      'a port gets another name than an Ingress uses',
      [http],
      [{ ...http, name: 'web' }],
      { name: 'http' },
      ['downtime spec.ports'],
    ],
    ['an Ingress follows', [http], [{ ...http, port: 8080 }], { number: 8080 }, ['changed']],
    ['a port is removed that nobody names', [http, alt], [http], { number: 80 }, ['changed']],
  ])('%s', (_, before, after, port, expected) => {
    expect(effects([service({ ports: before }), ingress(port)], [service({ ports: after }), ingress(port)])).toEqual(
      expected,
    );
  });

  test('a port of a webhook is the one that is left out, 443', () => {
    const webhook = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'w' },
      webhooks: [
        {
          name: 'a.example.com',
          clientConfig: { service: { namespace: 'default', name: 'web' } },
          rules: [{ apiGroups: ['example.com'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['things'] }],
          admissionReviewVersions: ['v1'],
          sideEffects: 'None',
        },
      ],
    };
    const [before, after] = [443, 8443].map((port) => service({ ports: [{ port }] }));
    expect(effects([before, webhook], [after, webhook])).toEqual(['downtime spec.ports']);
  });

  const pods = (labels: object, ports: object[] = []) => {
    const object = structuredClone(web({})) as any;
    object.spec.template.metadata.labels = { app: 'web', ...labels };
    object.spec.template.spec.containers[0].ports = ports;
    return object;
  };

  test('a selector that moves with the labels of the pods selects none until new pods are ready', () => {
    const before = [service({}), pods({})];
    const moved = service({ selector: { app: 'web', tier: 'front' } });
    expect(effects(before, [moved, pods({ tier: 'front' })])).toEqual(['downtime spec.selector']);
    // The pods had the label already.
    expect(effects([service({}), pods({ tier: 'front' })], [moved, pods({ tier: 'front' })])).toEqual(['changed']);
  });

  test('a number of a container port that a Service uses counts as its name does', () => {
    const toPods = service({ ports: [{ port: 80, targetPort: 8080 }] });
    const [before, after] = [8080, 9090].map((containerPort) => pods({}, [{ containerPort }]));
    expect(effects([toPods, before], [toPods, after])).toEqual(['downtime spec.ports[0].targetPort']);
    // What declared no port before says nothing about it.
    expect(effects([toPods, pods({})], [toPods, after])).toEqual([
      'restarts-pods spec.template.spec.containers[0].ports',
    ]);
  });

  test.each<[string, object, object, string[]]>([
    ['the port of a load balancer', { ports: [{ port: 80 }] }, { ports: [{ port: 8080 }] }, ['downtime spec.ports']],
    [
      'the protocol of its port',
      { ports: [{ port: 53, protocol: 'UDP' }] },
      { ports: [{ port: 53, protocol: 'TCP' }] },
      ['downtime spec.ports'],
    ],
    [
      'one more port',
      { ports: [{ port: 80 }] },
      {
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 81 },
        ],
      },
      ['changed'],
    ],
    [
      'a node port',
      { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] },
      { type: 'NodePort', ports: [{ port: 80, nodePort: 30081 }] },
      ['downtime spec.ports'],
    ],
    [
      'a node port that is kept under another port',
      { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] },
      { type: 'NodePort', ports: [{ port: 81, nodePort: 30080 }] },
      ['changed'],
    ],
    [
      'a port inside the cluster, of which nothing is known',
      { type: 'ClusterIP', ports: [{ port: 80 }] },
      { type: 'ClusterIP', ports: [{ port: 81 }] },
      ['changed'],
    ],
    [
      'an address of the nodes',
      { type: 'ClusterIP', externalIPs: ['192.0.2.1', '192.0.2.2'] },
      { type: 'ClusterIP', externalIPs: ['192.0.2.1'] },
      ['downtime spec.externalIPs'],
    ],
  ])('clients outside: %s', (_, before, after, expected) => {
    const of = (spec: object) => service({ type: 'LoadBalancer', ...spec });
    expect(effects([of(before)], [of(after)])).toEqual(expected);
  });

  // An EndpointSlice has a named port of each pod as that pod has it, and no pod of the old template has the new name.
  test('a target port that moves with the pods is one that no pod has until new ones are ready', () => {
    const to = (targetPort: unknown, spec: object = {}) => service({ ports: [{ port: 80, targetPort }], ...spec });
    const named = (name: string) => pods({}, [{ name, containerPort: 8080 }]);
    const numbered = (containerPort: number) => pods({}, [{ containerPort }]);
    const moved = ['downtime spec.ports[0].targetPort'];
    expect(effects([to('http'), named('http')], [to('web'), named('web')])).toEqual(moved);
    expect(effects([to(8080), numbered(8080)], [to(9090), numbered(9090)])).toEqual(moved);
    // The pods had the port already, say nothing of it, or have it under both.
    expect(effects([to('http'), named('http')], [to(8080), named('http')])).toEqual(['changed']);
    expect(effects([to(8080), named('http')], [to('http'), named('http')])).toEqual(['changed']);
    expect(effects([to(8080), pods({})], [to(9090), numbered(9090)])).toEqual(['changed']);
    expect(
      effects([to('http'), named('http')], [to('http'), pods({}, [{ name: 'http', containerPort: 9090 }])]),
    ).toEqual(['restarts-pods spec.template.spec.containers[0].ports[0].containerPort']);
    // Clients of a headless Service know the ports of the pods.
    const headless = { clusterIP: 'None' };
    expect(effects([to(8080, headless), numbered(8080)], [to(9090, headless), numbered(9090)])).toEqual(['changed']);
  });

  test('a Service that becomes an alias, or has endpoints of its own, is not without pods', () => {
    const running = pods({});
    const alias = { type: 'ExternalName', externalName: 'web.example.com', selector: undefined, ports: undefined };
    expect(effects([service({}), running], [service(alias), running])).toEqual(['changed']);
    const slice = {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['192.0.2.1'] }],
      ports: [{ port: 80 }],
    };
    expect(effects([service({}), running], [service({ selector: undefined }), running, slice])).toEqual(['changed']);
    expect(effects([service({}), running], [service({ selector: { app: 'none' } }), running])).toEqual([
      'downtime spec.selector',
    ]);
  });

  test('a Service in another namespace is without its pods', () => {
    const at = (namespace: string) => ({ ...service({}), metadata: { name: 'web', namespace } });
    const running = { ...pods({}), metadata: { name: 'web', namespace: 'shop' } };
    expect(effects([at('shop'), running], [at('store'), running])).toEqual([
      'renamed metadata.name',
      'downtime spec.selector',
    ]);
  });

  test('pods that a selector moves to and that do not run are not there yet', () => {
    const [one, green] = [pods({}), pods({ color: 'green' })];
    green.metadata.name = 'green';
    const stopped = structuredClone(green);
    stopped.spec.replicas = 0;
    const to = service({ selector: { app: 'web', color: 'green' } });
    expect(effects([service({}), one, stopped], [to, one, green])).toEqual(['downtime spec.selector']);
    expect(effects([service({}), one, green], [to, one, green])).toEqual(['changed']);
  });

  test.each([
    ['LoadBalancer', 'ClusterIP', ['downtime spec.type']],
    ['LoadBalancer', 'NodePort', ['downtime spec.type']],
    ['NodePort', 'ClusterIP', ['downtime spec.type']],
    ['NodePort', 'LoadBalancer', ['changed']],
    ['ClusterIP', 'LoadBalancer', ['changed']],
  ])('from %s to %s', (was, is, expected) => {
    expect(effects([service({ type: was })], [service({ type: is })])).toEqual(expected);
  });
});

test('a DaemonSet may take all its pods away at once', () => {
  const agent = (image: string, maxUnavailable: unknown) => {
    const object = structuredClone(web({})) as any;
    object.kind = 'DaemonSet';
    object.spec.updateStrategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } };
    object.spec.template.spec.containers[0].image = image;
    return object;
  };
  const path = 'spec.template.spec.containers[0].image';
  expect(effects([agent('a:1', '100%')], [agent('a:2', '100%')])).toEqual([
    `downtime ${path}`,
    `restarts-pods ${path}`,
  ]);
  for (const some of [1, '50%']) {
    expect(effects([agent('a:1', some)], [agent('a:2', some)])).toEqual([`restarts-pods ${path}`]);
  }
});

test('a template is not rolled out while a Deployment is paused, or below the partition of a StatefulSet', () => {
  const paused = web({ paused: true }) as any;
  const changed = structuredClone(paused);
  changed.spec.template.spec.containers[0].image = 'web:2';
  expect(effects([paused], [changed])).toEqual(['changed spec.template.spec.containers[0].image']);
  changed.spec.paused = false;
  expect(effects([web({})], [changed])).toEqual(['restarts-pods spec.template.spec.containers[0].image']);
  const held = (image: string, partition: number) => {
    const object = database('db', image) as any;
    Object.assign(object.spec, {
      replicas: 3,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } },
    });
    return object;
  };
  const path = 'spec.template.spec.containers[0].image';
  expect(effects([held('mysql:8', 3)], [held('mysql:9', 3)])).toEqual([`changed ${path}`]);
  expect(effects([held('mysql:8', 2)], [held('mysql:9', 2)])).toEqual([`restarts-pods ${path}`]);
});

// kubectl apply of 1.36.3: "the storageclass that provisions the pvc must support resize".
test('a claim of a class of the manifests grows where the class says so', () => {
  const storageClass = (fields: object) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'fast' },
    provisioner: 'csi.example.com',
    ...fields,
  });
  const [small, large] = ['10Gi', '20Gi'].map((storage) =>
    claim({ storageClassName: 'fast', resources: { requests: { storage } } }),
  );
  const grown = (fields: object) => effects([small, storageClass(fields)], [large, storageClass(fields)]);
  expect(grown({})).toEqual(['refused spec.resources.requests.storage']);
  expect(grown({ allowVolumeExpansion: true })).toEqual(['changed']);
  expect(effects([large, storageClass({})], [large, storageClass({})])).toEqual([]);
});

// kubectl apply of 1.36.3: "Operation cannot be fulfilled", for a version that is not the one in the cluster.
test('a version of an export in the new manifest makes a conflict', () => {
  const config = (resourceVersion: object, a: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'c', ...resourceVersion },
    data: { a },
  });
  expect(effects([config({}, '1')], [config({ resourceVersion: '1' }, '2')])).toEqual([
    'changed metadata.resourceVersion',
  ]);
  expect(effects([config({}, '1')], [config({}, '2')])).toEqual(['changed']);
});

// kubectl apply of 1.36.3 leaves data.b in the Secret.
test('a key that is taken out of stringData stays in the Secret', () => {
  const both = secret({ stringData: { a: '1', b: '2' } });
  expect(effects([both], [secret({ stringData: { a: '1' } })])).toEqual(['no-effect', 'no-effect stringData.b']);
  expect(effects([both], [secret({ data: { a: 'MQ==' } })])).toEqual(['no-effect', 'no-effect stringData.b']);
  expect(effects([both], [secret({ stringData: { a: '3' } })])).toEqual(['changed', 'no-effect stringData.b']);
  expect(effects([both], [secret({ stringData: { a: '3', b: '2' } })])).toEqual(['changed']);
});

test('what is not written is not shown: annotations of custom resources, the uid in labels of a Job', () => {
  const box = (n: number) => ({
    apiVersion: 'acme.example.com/v1',
    kind: 'Box',
    metadata: { name: 'b' },
    spec: { n },
  });
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'boxes.acme.example.com' },
    spec: {
      group: 'acme.example.com',
      scope: 'Namespaced',
      names: { plural: 'boxes', kind: 'Box' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { type: 'object', properties: { n: { type: 'integer' } } } },
            },
          },
        },
      ],
    },
  };
  const [changed] = diffManifests([box(1), definition], [box(2), definition]).objects;
  expect(changed!.fields.map(({ path }) => path)).toEqual(['spec.n']);
  const job = (image: string) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate' },
    spec: { suspend: true, template: { spec: { restartPolicy: 'Never', containers: [{ name: 'm', image }] } } },
  });
  expect(JSON.stringify(diffManifests([job('a:1')], [job('a:2')]).objects[0]!.fields)).not.toContain('00000000');
});

describe('what is shown of a change', () => {
  const fieldsOf = (before: object, after: object) =>
    diffManifests([before], [after]).objects.flatMap(({ fields }) => fields.map(({ path }) => path));
  const job = (image: string, rest: object = {}) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate' },
    spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'm', image }] } }, ...rest },
  });

  test('of one that is refused, only what the manifests have: no defaults', () => {
    expect(fieldsOf(job('a:1'), job('a:2'))).toEqual(['spec.template.spec.containers[0].image']);
    for (const wrong of [{ unknown: 1 }, { completions: 'many' }]) {
      const name = Object.keys(wrong)[0]!;
      expect(fieldsOf(job('a:1'), job('a:1', wrong))).toEqual([`spec.${name}`]);
      expect(fieldsOf(job('a:1', wrong), job('a:1')).filter((path) => path !== `spec.${name}`)).toEqual([]);
    }
  });

  test('of an exported object that the server refuses to change, no field that only the server wrote', () => {
    const exported = { ...job('a:1', { backoffLimit: 6, suspend: false }), metadata: { name: 'migrate', uid: 'u' } };
    expect(fieldsOf(exported, job('a:2'))).toEqual(['spec.template.spec.containers[0].image']);
  });

  test('a message is without the value of a whole object', () => {
    const { message } = diffManifests([job('a:1')], [job('a:2')]).objects[0]!.consequences[0]!;
    expect(message).toBe('Invalid value: {…}: field is immutable');
  });

  test('a path that two fields have is named once', () => {
    const withPort = (containerPort: number) => {
      const object = structuredClone(web({})) as any;
      object.spec.template.spec.containers[0].ports = [{ containerPort }];
      return object;
    };
    expect(diffManifests([withPort(80)], [withPort(81)]).objects[0]!.consequences[0]!.message).toBe(
      'pods are replaced: spec.template.spec.containers[0].ports[0] changed',
    );
  });
});
