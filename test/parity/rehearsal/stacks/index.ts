import type { Random } from '../../random';
import { customResources } from './custom-resources';
import { limitRange, quota } from './limits';
import { object } from './objects';
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

/** A stack with limits, quotas, levels and policies, and 3 to 30 objects some of which violate them. */
export function stackOf(random: Random, id: string, features: Features): Stack {
  const namespace = `stack-${id}`;
  const some = (probability: number, objects: () => readonly object[]) => (random.chance(probability) ? objects() : []);
  const rules = [
    ...some(0.5, () => [limitRange(random, namespace)]),
    ...some(0.15, () => [limitRange(random, namespace, 'more')]),
    ...some(0.5, () => [quota(random, namespace)]),
    ...some(0.1, () => [quota(random, namespace, 'second')]),
    ...some(features.validatingPolicies ? 0.3 : 0, () => validatingPolicy(random, namespace, id)),
    ...some(0.2, () => [priorityClass(random, id)]),
    ...some(0.2, () => [runtimeClass(random, id)]),
    ...some(0.4, () => [account(random, namespace)]),
  ];
  const count = random.chance(0.1) ? 14 + random.below(16) : 2 + random.below(12);
  const objects = Array.from({ length: count }, (_, index) => object(random, namespace, id, `object-${index}`));
  const custom = some(0.12, () => customResources(random, namespace));
  return { namespace, objects: [namespaceOf(random, namespace), ...rules, ...objects, ...custom] };
}
