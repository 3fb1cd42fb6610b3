import { valuesAt } from '../edges';
import type { Dangling } from '../rule/reference-rule';

/** Fields that must name two objects, for which Argo Rollouts stops otherwise. */
const DIFFERENT: readonly (readonly [one: string, other: string])[] = [
  ['spec.strategy.canary.stableService', 'spec.strategy.canary.canaryService'],
  ['spec.strategy.blueGreen.activeService', 'spec.strategy.blueGreen.previewService'],
];

/** Two Services of a Rollout that are one. */
export function sharedNames(object: any): Dangling[] {
  return DIFFERENT.flatMap(([one, other]): Dangling[] => {
    const [first] = valuesAt(object, one);
    const [second] = valuesAt(object, other);
    if (first === undefined || first.value === '' || first.value !== second?.value) return [];
    const message = `${one} is the same Service, and a Rollout needs two`;
    const hint = 'name another Service with the same selector: the controller adds the hash of its pods to each';
    return [{ field: other, message, hint, certainty: 'wrong' }];
  });
}
