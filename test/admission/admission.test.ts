import {
  autoscaler,
  bound,
  boundMutation,
  claim,
  container,
  deployment,
  limitRange,
  named,
  namespace,
  pod,
  quota,
} from '../../src/admission/examples';
import type { CheckOptions } from '../../src/check';
import { checkManifests } from '../../src/check';

const admission = (objects: readonly object[], options: CheckOptions = {}) =>
  checkManifests(objects, options)
    .filter(({ category }) => category === 'admission')
    .map(({ rule, document, path, message, severity }) => ({ rule, document, path, message, severity }));

const rulesOf = (objects: readonly object[], options?: CheckOptions) =>
  admission(objects, options).map(({ rule }) => rule);
const withCpu = (request: string, limit = request) =>
  container({ resources: { requests: { cpu: request }, limits: { cpu: limit } } });
const restricted = namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' });

describe('order', () => {
  test('a LimitRange has no effect on a pod before it', () => {
    const objects = [pod({ containers: [withCpu('2')] }), limitRange({ max: { cpu: '1' } })];
    expect(rulesOf(objects)).toEqual([]);
    expect(rulesOf(objects.toReversed())).toEqual(['admission-limit-range']);
  });

  test('pods of a Deployment meet a LimitRange after it', () => {
    const [found] = admission([deployment({}, { containers: [withCpu('2')] }), limitRange({ max: { cpu: '1' } })]);
    expect(found).toMatchObject({
      rule: 'pods-never-created',
      document: 0,
      path: 'spec.template.spec.containers[0].resources',
      message: 'no pod can be created: maximum cpu usage per Container is 1, but limit is 2',
    });
  });

  test('what is refused by itself is not in force', () => {
    const broken = {
      ...limitRange({ max: { cpu: '1' } }),
      spec: { limits: [{ type: 'Container', max: { cpu: '1' }, min: { cpu: '2' } }] },
    };
    expect(rulesOf([broken, pod({ containers: [withCpu('4')] })])).toEqual([]);
  });

  test('what was refused by admission uses no quota', () => {
    const big = { ...pod({ containers: [withCpu('3')] }), metadata: { name: 'big', namespace: 'shop' } };
    expect(rulesOf([quota({ 'requests.cpu': '2' }), big, pod({ containers: [withCpu('2')] })])).toEqual([
      'admission-resource-quota',
    ]);
  });
});

describe('several plugins', () => {
  test('the first answer is the error, what would come next are notes', () => {
    const found = admission([restricted, limitRange({ max: { cpu: '1' } }), pod({ containers: [withCpu('2')] })]);
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['admission-limit-range', 'error'],
      ['admission-pod-security', 'note'],
    ]);
  });

  test('answers of the same plugin with other words are several findings', () => {
    const named = (name: string, message: string) =>
      bound('Deny', 'false').map((object: any) => ({
        ...object,
        metadata: { name },
        spec: object.spec.policyName
          ? { ...object.spec, policyName: name }
          : { ...object.spec, validations: [{ expression: 'false', message }] },
      }));
    const objects = [...named('a', 'one'), ...named('b', 'two'), ...named('c', 'three'), deployment({})];
    const found = admission(objects, { kubernetesVersion: ['1.30', '1.36'] });
    expect(found.map(({ severity, message }) => [severity, message.split(': ').at(-1)])).toEqual([
      ['error', 'one'],
      ['note', 'two'],
      ['note', 'three'],
    ]);
  });

  test('defaults of a LimitRange count for the quota', () => {
    const range = limitRange({ default: { cpu: '2' }, defaultRequest: { cpu: '2' } });
    expect(admission([range, quota({ 'requests.cpu': '1' }), pod({})])[0]!.message).toBe(
      'pods "shop" is forbidden: exceeded quota: team, requested: requests.cpu=2, used: requests.cpu=0, limited: requests.cpu=1',
    );
  });

  test('a quota of cpu needs requests, unless a LimitRange writes them', () => {
    const limited = quota({ 'requests.cpu': '1' });
    expect(admission([limited, pod({})])[0]!.message).toBe(
      'pods "shop" is forbidden: failed quota: team: must specify requests.cpu for: shop',
    );
    expect(rulesOf([limited, limitRange({ defaultRequest: { cpu: '100m' } }), pod({})])).toEqual([]);
  });

  test('a default request above the limit of the container makes the pod invalid', () => {
    const limits = container({ resources: { limits: { cpu: '1', memory: '64Mi' }, requests: { cpu: '1' } } });
    const found = admission([limitRange({ defaultRequest: { memory: '128Mi' } }), pod({ containers: [limits] })]);
    // The limit of memory is the request before the LimitRange is asked.
    expect(found).toEqual([]);
    const [first] = admission([
      limitRange({ default: { cpu: '100m' } }),
      pod({ containers: [container({ resources: { requests: { cpu: '1' } } })] }),
    ]);
    expect(first!.message).toContain('must be less than or equal to cpu limit of 100m');
  });
});

describe('pods of controllers', () => {
  test('only so many replicas as the quota has space for', () => {
    const found = admission([
      quota({ 'requests.cpu': '2' }),
      deployment({ replicas: 5 }, { containers: [withCpu('500m')] }),
    ]);
    expect(found).toMatchObject([{ rule: 'pods-exceed-quota', path: 'spec.replicas' }]);
    expect(found[0]!.message).toBe(
      'only 4 of 5 pods can be created: exceeded quota: team, requested: requests.cpu=500m, used: requests.cpu=2, limited: requests.cpu=2',
    );
  });

  describe('that come later', () => {
    const exactly = (pods: number, ...objects: readonly object[]) =>
      admission([quota({ pods: String(pods) }), ...objects]).map(({ rule, path, document, message }) => ({
        ...{ rule, path, document, message },
      }));
    const strategy = (rollingUpdate: object) => ({ strategy: { rollingUpdate } });

    test.each([
      // 25 % of 2 pods is rounded up for new ones, and down for missing ones.
      [2, { replicas: 2 }, true],
      [3, { replicas: 2 }, false],
      [4, { replicas: 4 }, false],
      [2, { replicas: 2, ...strategy({ maxUnavailable: 1 }) }, false],
      [2, { replicas: 2, ...strategy({ maxUnavailable: 0, maxSurge: 0 }) }, false],
      [2, { replicas: 2, ...strategy({ maxUnavailable: '50%' }) }, false],
      [2, { replicas: 2, ...strategy({ maxUnavailable: '49%' }) }, true],
      [2, { replicas: 2, strategy: { type: 'Recreate' } }, false],
    ])('of a rolling update: space for %d, and %j', (pods, spec, isReported) => {
      expect(exactly(pods, deployment(spec))).toEqual(
        isReported
          ? [
              {
                rule: 'rollout-exceeds-quota',
                path: 'spec.strategy',
                document: 1,
                message: `an update needs one pod more than the ${pods} of before, which cannot be created: exceeded quota: team, requested: pods=1, used: pods=${pods}, limited: pods=${pods}`,
              },
            ]
          : [],
      );
    });

    test('of an autoscaler, each of them beside the replicas of all workloads', () => {
      const other = named('other', deployment({ replicas: 2 }));
      expect(exactly(7, deployment({ replicas: 2 }), other, autoscaler(5), named('small', autoscaler(4)))).toEqual([]);
      expect(exactly(6, deployment({ replicas: 2 }), other, autoscaler(5))).toEqual([
        {
          rule: 'autoscaler-exceeds-quota',
          path: 'spec.maxReplicas',
          document: 3,
          message:
            'HorizontalPodAutoscaler "shop" allows 5 pods, and only 4 can be created: exceeded quota: team, requested: pods=1, used: pods=6, limited: pods=6',
        },
      ]);
    });
  });

  test('workloads share the quota, in order', () => {
    const other = { ...deployment({ replicas: 2 }), metadata: { name: 'second', namespace: 'shop' } };
    expect(admission([quota({ pods: '3' }), deployment({ replicas: 2 }), other])).toMatchObject([
      { rule: 'pods-exceed-quota', document: 2 },
    ]);
  });

  test.each([0])('no pods, no findings: %s replicas', (replicas) => {
    expect(rulesOf([restricted, deployment({ replicas })])).toEqual([]);
  });
});

describe('policies', () => {
  test('an expression that fails denies, unless the policy ignores failures', () => {
    const [policy, binding] = bound('Deny', 'object.spec.missing == 1') as [any, any];
    expect(rulesOf([policy, binding, deployment({})])).toEqual(['admission-policy']);
    const ignoring = { ...policy, spec: { ...policy.spec, failurePolicy: 'Ignore' } };
    expect(rulesOf([ignoring, binding, deployment({})])).toEqual([]);
  });

  test('a policy for another version of a resource is for all, unless it matches exactly', () => {
    const [policy, binding] = bound('Deny', 'false') as [any, any];
    const { resourceRules, ...rest } = policy.spec.matchConstraints;
    const older = [{ ...resourceRules[0], apiVersions: ['v1beta1'] }];
    const judged = (fields: object) => {
      const matchConstraints = { ...rest, resourceRules: older, ...fields };
      return rulesOf([{ ...policy, spec: { ...policy.spec, matchConstraints } }, binding, deployment({})]);
    };
    expect(judged({})).toEqual(['admission-policy']);
    expect(judged({ matchPolicy: 'Equivalent' })).toEqual(['admission-policy']);
    expect(judged({ matchPolicy: 'Exact' })).toEqual([]);
  });

  test('defaults of the server are there: replicas is 1', () => {
    expect(rulesOf([...bound('Deny', 'object.spec.replicas == 1'), deployment({})])).toEqual([]);
  });

  test('defaults of the schema are there in custom resources', () => {
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'Widget', plural: 'widgets' },
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: { type: 'object', default: {}, properties: { size: { type: 'integer', default: 3 } } },
                },
              },
            },
          },
        ],
      },
    };
    const rule = { apiGroups: ['example.com'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['widgets'] };
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a', namespace: 'shop' } };
    const judged = (expression: string) => {
      const [policy, binding] = bound('Deny', expression) as [any, any];
      const onWidgets = { ...policy, spec: { ...policy.spec, matchConstraints: { resourceRules: [rule] } } };
      return rulesOf([definition, onWidgets, binding, widget]);
    };
    expect(judged('object.spec.size == 3')).toEqual([]);
    expect(judged('object.spec.size > 3')).toEqual(['admission-policy']);
  });

  test('parameters come from the objects applied before', () => {
    const [policy, binding] = bound('Deny', 'object.spec.replicas <= int(params.data.most)') as [any, any];
    const withParams = { ...policy, spec: { ...policy.spec, paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } } };
    const paramRef = { name: 'limits', parameterNotFoundAction: 'Allow' };
    const bindingWithParams = { ...binding, spec: { ...binding.spec, paramRef } };
    const most = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'limits', namespace: 'shop' },
      data: { most: '2' },
    };
    expect(rulesOf([withParams, bindingWithParams, most, deployment({ replicas: 3 })])).toEqual(['admission-policy']);
    expect(rulesOf([withParams, bindingWithParams, most, deployment({ replicas: 2 })])).toEqual([]);
    expect(rulesOf([withParams, bindingWithParams, deployment({ replicas: 3 })])).toEqual([]);
  });

  describe('parameters that are not found and denied', () => {
    const [policy, binding] = bound('Deny', 'object.spec.replicas <= int(params.data.most)') as [any, any];
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap' };
    const denying = (paramRef: object, paramKind: object = configMap) => [
      { ...policy, spec: { ...policy.spec, paramKind } },
      { ...binding, spec: { ...binding.spec, paramRef: { ...paramRef, parameterNotFoundAction: 'Deny' } } },
    ];
    const judged = (paramRef: object, more: readonly object[] = [], paramKind: object = configMap) =>
      rulesOf([...denying(paramRef, paramKind), deployment({ replicas: 3 }), ...more]);
    const inOwned = (paramRef: object, options: CheckOptions = {}) =>
      rulesOf([namespace({}), ...denying(paramRef), deployment({ replicas: 3 })], options);
    const limits = { ...configMap, metadata: { name: 'limits', namespace: 'shop', labels: { a: 'b' } }, data: {} };
    const selector = { matchLabels: { a: 'b' } };

    test('may be in the cluster', () => {
      const custom = { apiVersion: 'rules.example.com/v1', kind: 'ReplicaLimit' };
      expect(judged({ name: 'limits', namespace: 'policy' })).toEqual([]);
      expect(judged({ selector })).toEqual([]);
      expect(judged({ selector, namespace: 'policy' })).toEqual([]);
      expect(judged({ name: 'limits' }, [], custom)).toEqual([]);
      // The rule about the binding reports it.
      expect(inOwned({ name: 'limits', namespace: 'shop' })).toEqual([]);
    });

    test('are a warning in a namespace of the input that the binding does not name', () => {
      expect(inOwned({ name: 'limits' })).toEqual(['admission-policy-undecided']);
      expect(inOwned({ selector })).toEqual(['admission-policy-undecided']);
    });

    test('are an error when they come later, or when the cluster is known', () => {
      expect(judged({ name: 'limits' }, [limits])).toEqual(['admission-policy']);
      expect(judged({ selector, namespace: 'shop' }, [limits])).toEqual(['admission-policy']);
      expect(judged({ name: 'limits', namespace: 'other' }, [limits])).toEqual([]);
      expect(inOwned({ name: 'limits' }, { cluster: 'empty' })).toEqual(['admission-policy']);
    });
  });
});

test('metadata of a pod that policies make invalid is beside its spec', () => {
  const policy = boundMutation('[JSONPatch{op: "add", path: "/metadata/labels", value: {"a": "?"}}]') as any[];
  policy[0].spec.matchConstraints.resourceRules = [
    { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] },
  ];
  const pathsOf = (object: object) =>
    admission([...policy, object], { kubernetesVersion: '1.36' })
      .filter(({ severity }) => severity === 'error')
      .map(({ path }) => path);
  expect(pathsOf(pod({}))).toEqual(['metadata.labels']);
  expect(pathsOf(deployment({}))).toEqual(['spec.template.metadata.labels']);
});

describe('cluster: empty', () => {
  test('objects of a namespace that is not there are refused', () => {
    expect(admission([claim()], { cluster: 'empty' })).toEqual([
      {
        rule: 'admission-namespace',
        document: 0,
        path: 'metadata.namespace',
        message: 'namespaces "shop" not found',
        severity: 'error',
      },
    ]);
    expect(rulesOf([claim()])).toEqual([]);
    expect(rulesOf([namespace({}), claim()], { cluster: 'empty' })).toEqual([]);
  });

  test('a pod of a namespace that is not there is refused at the same field', () => {
    const found = admission([pod({})], { cluster: 'empty' });
    expect(found).toMatchObject([{ rule: 'admission-namespace', path: 'metadata.namespace' }]);
  });

  test('classes that are not there refuse pods', () => {
    const objects = [namespace({}), pod({ priorityClassName: 'high', runtimeClassName: 'gvisor' })];
    expect(rulesOf(objects, { cluster: 'empty' })).toEqual(['admission-priority', 'admission-runtime-class']);
    expect(rulesOf(objects)).toEqual([]);
    expect(rulesOf([namespace({}), pod({ priorityClassName: 'system-node-critical' })], { cluster: 'empty' })).toEqual(
      [],
    );
  });
});

test('the hint names the objects that make the server answer so', () => {
  const [found] = checkManifests([restricted, pod({})]).filter(({ rule }) => rule === 'admission-pod-security');
  expect(found!.hint).toContain('Namespace "shop" is defined as document 1');
});
