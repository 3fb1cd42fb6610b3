import { type KubernetesVersion, NEWEST_VERSION } from '../../../../src/facts/versions';
import { validate } from '../../../../src/validation/validate';

/** What admission plugins refuse is no part of the recorded objects, whose answers name fields: kube-apiserver 1.28 and 1.36 were asked. */
const pod = (spec: object, container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'web', image: 'web:1', ...container }], ...spec },
});

describe.each<KubernetesVersion>(['1.28', NEWEST_VERSION])('%s', (kubernetesVersion) => {
  const found = (object: object) =>
    validate([object], { kubernetesVersion }).map(({ reason, path }) => `${reason} ${path}`);

  test.each<[string, object, object, string[]]>([
    ['overhead without a class', { overhead: { cpu: '250m' } }, {}, ['FieldValueForbidden spec.overhead']],
    ['empty overhead without a class', { overhead: {} }, {}, ['FieldValueForbidden spec.overhead']],
    // The server validates before it asks the plugin.
    [
      'overhead of an invalid pod',
      { overhead: { cpu: '250m' } },
      { image: '' },
      ['FieldValueRequired spec.containers[0].image'],
    ],
    ['overhead with a class, which the cluster knows', { overhead: { cpu: '250m' }, runtimeClassName: 'a' }, {}, []],
    ['the priority of pods without a class', { priority: 0 }, {}, []],
    ['a higher priority', { priority: 1 }, {}, ['FieldValueForbidden spec.priority']],
    ['a lower priority', { priority: -1 }, {}, ['FieldValueForbidden spec.priority']],
    [
      'the priority of a built-in class',
      { priority: 2_000_000_000, priorityClassName: 'system-cluster-critical' },
      {},
      [],
    ],
    [
      'another one',
      { priority: 2_000_000_001, priorityClassName: 'system-cluster-critical' },
      {},
      ['FieldValueForbidden spec.priority'],
    ],
    ['that of a class of the cluster', { priority: 7, priorityClassName: 'high' }, {}, []],
    ['the usual preemption', { preemptionPolicy: 'PreemptLowerPriority' }, {}, []],
    ['another preemption', { preemptionPolicy: 'Never' }, {}, ['FieldValueForbidden spec.preemptionPolicy']],
  ])('%s', (_, spec, container, expected) => {
    expect(found(pod(spec, container))).toEqual(expected);
  });
});
