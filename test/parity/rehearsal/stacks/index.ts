import type { Random } from '../../random';
import { customResources } from './custom-resources';
import { limitRange, quota } from './limits';
import { mutatingPolicy } from './mutating-policies';
import { object, workload } from './objects';
import { account, namespaceOf, priorityClass, runtimeClass } from './surroundings';
import { validatingPolicy } from './validating-policies';

/** Objects in the order in which they are applied, all in one namespace. */
export interface Stack {
  readonly namespace: string;
  readonly objects: readonly any[];
}

/** Kinds of objects that a version has, beside those of all versions. */
export interface Features {
  readonly validatingPolicies: boolean;
  readonly mutatingPolicies: boolean;
}

/** What the servers of a minor version have by default. */
export function featuresOf(minor: number): Features {
  return { validatingPolicies: minor >= 30, mutatingPolicies: minor >= 36 };
}

/** A stack with limits, quotas, levels and policies, and 3 to 30 objects some of which violate them. */
export function stackOf(random: Random, id: string, features: Features): Stack {
  const namespace = `stack-${id}`;
  const count = random.chance(0.1) ? 14 + random.below(16) : 2 + random.below(12);
  const rules = inForce(random, namespace, id, features);
  const objects = Array.from({ length: count }, (_, index) => object(random, namespace, id, `object-${index}`));
  const custom = random.chance(0.12) ? customResources(random, namespace) : [];
  return { namespace, objects: [namespaceOf(random, namespace), ...rules, ...objects, ...custom] };
}

/** A stack whose last object is a workload. */
export function workloadStackOf(random: Random, id: string, features: Features): Stack {
  const namespace = `stack-${id}`;
  const rules = inForce(random, namespace, id, features);
  return { namespace, objects: [namespaceOf(random, namespace), ...rules, workload(random, namespace, id)] };
}

/** What decides about objects that come after it. */
function inForce(random: Random, namespace: string, id: string, features: Features): object[] {
  const some = (probability: number, objects: () => readonly object[]) => (random.chance(probability) ? objects() : []);
  return [
    ...some(0.5, () => [limitRange(random, namespace)]),
    ...some(0.15, () => [limitRange(random, namespace, 'more')]),
    ...some(0.5, () => [quota(random, namespace)]),
    ...some(0.1, () => [quota(random, namespace, 'second')]),
    ...some(features.validatingPolicies ? 0.3 : 0, () => validatingPolicy(random, namespace, id)),
    ...some(features.mutatingPolicies ? 0.2 : 0, () => mutatingPolicy(random, namespace, id)),
    ...some(0.2, () => [priorityClass(random, id)]),
    ...some(0.2, () => [runtimeClass(random, id)]),
    ...some(0.4, () => [account(random, namespace)]),
  ];
}
