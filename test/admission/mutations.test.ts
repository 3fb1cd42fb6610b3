import { bound, boundMutation, container, deployment, limitRange, namespace, pod } from '../../src/admission/examples';
import { checkManifests } from '../../src/check';

const admission = (objects: readonly object[]) =>
  checkManifests(objects).filter(({ category }) => category === 'admission');
const messages = (objects: readonly object[]) => admission(objects).map(({ message }) => message);

/** The policy of the examples for another kind and mutation. */
function mutation(resource: 'pods' | 'deployments', expression: string, fields: object = {}) {
  const [policy, binding] = boundMutation(expression) as [any, any];
  const group = resource === 'pods' ? '' : 'apps';
  const rule = { apiGroups: [group], apiVersions: ['v1'], operations: ['CREATE'], resources: [resource] };
  return [{ ...policy, spec: { ...policy.spec, matchConstraints: { resourceRules: [rule] }, ...fields } }, binding];
}

const apply = (expression: string) => ({
  mutations: [{ patchType: 'ApplyConfiguration', applyConfiguration: { expression } }],
});
const denied = (why: string) => `policy 'replicas' with binding 'replicas' denied request: ${why}`;

describe('JSON patches', () => {
  test.each([
    [
      "[JSONPatch{op: 'remove', path: '/spec/nodeSelector'}]",
      "JSON Patch: error in remove for path: '/spec/nodeSelector': Unable to remove nonexistent key: nodeSelector: missing value",
    ],
    [
      "[JSONPatch{op: 'add', path: '/metadata/labels/a', value: 'b'}]",
      'JSON Patch: add operation does not apply: doc is missing path: "/metadata/labels/a": missing value',
    ],
    [
      "[JSONPatch{op: 'add', path: '/spec/containers/7', value: object.spec.containers[0]}]",
      "JSON Patch: error in add for path: '/spec/containers/7': Unable to access invalid index: 7: invalid index referenced",
    ],
  ])('%s cannot be applied', (expression, why) => {
    expect(messages([...mutation('pods', expression), pod({})])).toEqual([denied(why)]);
    expect(messages([...mutation('pods', expression, { failurePolicy: 'Ignore' }), pod({})])).toEqual([]);
  });

  // RFC 6902: an index may be the number of items, and - stands for it; items from there on move up.
  test.each<[index: string, names: string]>([
    ['0', 'new,a,b'],
    ['1', 'a,new,b'],
    ['2', 'a,b,new'],
    ['-', 'a,b,new'],
  ])('an item added at %s of two', (index, names) => {
    const expression = `[JSONPatch{op: 'add', path: '/spec/containers/${index}', value: Object.spec.containers{name: 'new', image: 'new:1'}}]`;
    const [policy, binding] = bound('Deny', `object.spec.containers.map(one, one.name).join(',') != '${names}'`) as [
      any,
      any,
    ];
    const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] };
    const seeing = {
      ...policy,
      metadata: { name: 'order' },
      spec: { ...policy.spec, matchConstraints: { resourceRules: [rule] } },
    };
    const bindingOfOrder = { ...binding, metadata: { name: 'order' }, spec: { ...binding.spec, policyName: 'order' } };
    const containers = ['a', 'b'].map((name) => container({ name }));
    const applied = [...mutation('pods', expression), seeing, bindingOfOrder, pod({ containers })];
    expect(messages(applied)).toEqual([expect.stringContaining("ValidatingAdmissionPolicy 'order'")]);
  });

  test('an operation test that does not hold leaves the object as it is', () => {
    const expression =
      "[JSONPatch{op: 'test', path: '/spec/replicas', value: 3}, JSONPatch{op: 'replace', path: '/spec/replicas', value: -1}]";
    expect(messages([...mutation('deployments', expression), deployment({ replicas: 2 })])).toEqual([]);
    expect(messages([...mutation('deployments', expression), deployment({ replicas: 3 })])).toEqual([
      expect.stringContaining('spec.replicas: Invalid value: -1'),
    ]);
  });

  test('what a policy wrote meets validating policies', () => {
    const expression = "[JSONPatch{op: 'replace', path: '/spec/replicas', value: 7}]";
    expect(messages([...mutation('deployments', expression), ...bound('Deny'), deployment({ replicas: 1 })])).toEqual([
      expect.stringContaining('denied request: at most 5 replicas'),
    ]);
  });
});

test('a policy with IfNeeded is asked again when the object was changed', () => {
  const remove = "[JSONPatch{op: 'remove', path: '/spec/nodeSelector'}]";
  const selecting = pod({ nodeSelector: { disk: 'ssd' } });
  expect(messages([...mutation('pods', remove), selecting])).toEqual([]);
  expect(messages([...mutation('pods', remove, { reinvocationPolicy: 'IfNeeded' }), selecting])).toEqual([
    expect.stringContaining('Unable to remove nonexistent key: nodeSelector'),
  ]);
});

describe('apply configurations', () => {
  const restricted = namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' });
  const safe = container({ securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } });

  test('fields are merged, and Pod Security sees the result', () => {
    const change = apply(`Object{spec: Object.spec{securityContext: Object.spec.securityContext{runAsNonRoot: true,
      seccompProfile: Object.spec.securityContext.seccompProfile{type: "RuntimeDefault"}}}}`);
    expect(messages([restricted, pod({ containers: [safe] })])).not.toEqual([]);
    expect(messages([restricted, ...mutation('pods', '', change), pod({ containers: [safe] })])).toEqual([]);
  });

  test('containers are merged by name, and a LimitRange sees the result', () => {
    const change = apply(`Object{spec: Object.spec{containers: object.spec.containers.map(c,
      Object.spec.containers{name: c.name, resources: Object.spec.containers.resources{limits: {"cpu": "2"}}})}}`);
    expect(messages([limitRange({ max: { cpu: '1' } }), ...mutation('pods', '', change), pod({})])).toEqual([
      'pods "shop" is forbidden: maximum cpu usage per Container is 1, but limit is 2',
    ]);
  });

  test('a list that can only be replaced is refused', () => {
    const change = apply('Object{spec: Object.spec{containers: [Object.spec.containers{name: "shop", args: ["a"]}]}}');
    expect(messages([...mutation('pods', '', change), pod({})])).toEqual([
      denied(
        'error applying patch: invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: .spec.containers[0].args',
      ),
    ]);
  });
});

test('pods of controllers are changed before they are judged', () => {
  const objects = [
    namespace({ 'pod-security.kubernetes.io/enforce': 'baseline' }),
    ...mutation('pods', "[JSONPatch{op: 'replace', path: '/spec/hostNetwork', value: false}]"),
    deployment({}, { hostNetwork: true }),
  ];
  expect(admission(objects).map(({ rule }) => rule)).not.toContain('pods-never-created');
});

test('versions without such policies do not know the kind', () => {
  const found = checkManifests([...boundMutation('[]'), deployment({})], { kubernetesVersion: '1.35' });
  expect(found.map(({ category }) => category)).toEqual(['api', 'api']);
});

test('policies see the token that the ServiceAccount admission mounts', () => {
  const [policy, binding] = bound('Deny', 'object.spec.volumes.all(v, !has(v.hostPath))') as [any, any];
  const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] };
  const onPods = { ...policy, spec: { ...policy.spec, matchConstraints: { resourceRules: [rule] } } };
  expect(messages([onPods, binding, pod({})])).toEqual([]);
  expect(messages([onPods, binding, pod({ automountServiceAccountToken: false })])).toEqual([
    expect.stringContaining('no such key: volumes'),
  ]);
});

test('with several LimitRanges, each order meets the change', () => {
  const more = limitRange({ defaultRequest: { memory: '64Mi' } }) as any;
  const change = "[JSONPatch{op: 'add', path: '/spec/priorityClassName', value: 'missing'}]";
  const objects = [
    namespace({}),
    limitRange({ defaultRequest: { cpu: '100m' } }),
    { ...more, metadata: { ...more.metadata, name: 'more' } },
    ...mutation('pods', change),
    pod({}),
  ];
  const found = checkManifests(objects, { cluster: 'empty' }).filter(({ severity }) => severity === 'error');
  expect(found.map(({ message }) => message)).toEqual([
    'pods "shop" is forbidden: no PriorityClass with name missing was found',
  ]);
});

describe('pods of controllers', () => {
  const workload = (apiVersion: string, kind: string) => {
    const template = { metadata: { labels: { app: 'shop' } }, spec: pod({}).spec };
    const metadata = { name: 'shop', namespace: 'shop' };
    if (kind === 'Job') {
      return { apiVersion, kind, metadata, spec: { template: { spec: { ...template.spec, restartPolicy: 'Never' } } } };
    }
    return { apiVersion, kind, metadata, spec: { selector: { matchLabels: { app: 'shop' } }, template } };
  };
  const remove = `[JSONPatch{op: 'remove', path: '/spec/nodeSelector'}]`;

  // As a server of 1.36 answers; it gives the random name after mutation.
  test('have no name for mutating policies unless they are of a StatefulSet', () => {
    const [policy, binding]: any[] = mutation('pods', remove);
    const named = {
      ...policy,
      spec: { ...policy.spec, matchConditions: [{ name: 'a', expression: "object.metadata.name != 'b'" }] },
    };
    const answer = (kind: string) => messages([named, binding, workload('apps/v1', kind)]).join();
    expect(answer('ReplicaSet')).toContain(
      "expression 'object.metadata.name != 'b'' resulted in error: no such key: name",
    );
    expect(answer('StatefulSet')).toContain('Unable to remove nonexistent key: nodeSelector');
  });

  test('have the labels of their controller', () => {
    const tested = `[JSONPatch{op: 'test', path: '/metadata/labels/other', value: 'x'}, JSONPatch{op: 'replace', path: '/spec/hostPID', value: true}]`;
    expect(messages([...mutation('pods', tested), workload('batch/v1', 'Job')])).toEqual([]);
    const [policy, binding]: any[] = bound(
      'Deny',
      "'pod-template-hash' in object.metadata.labels && object.metadata.name.startsWith('shop-')",
    );
    const matchConstraints = {
      resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
    };
    const labeled = [{ ...policy, spec: { ...policy.spec, matchConstraints } }, binding];
    expect(messages([...labeled, workload('apps/v1', 'Deployment')])).toEqual([]);
    expect(messages([...labeled, workload('apps/v1', 'ReplicaSet')])).toHaveLength(1);
  });
});
