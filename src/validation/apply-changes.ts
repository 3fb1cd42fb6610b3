import type { KubernetesDocument } from '../schema';
import { ALL_DEFAULTS, ALL_PREPARATIONS, ALL_VALIDATED_COPIES } from './groups';
import type { Change, Changes } from './rule';
import { type Plan, planWalk, walk } from './walk';

/** Fills the defaults of the server into a decoded copy. */
export const applyDefaults = changeWalk(ALL_DEFAULTS);

/** Clears and fills what the server's strategies do before they validate. */
export const applyPreparations = changeWalk(ALL_PREPARATIONS);

/** Changes the copy that is validated in ways that are not stored. */
export const completeForValidation = changeWalk(ALL_VALIDATED_COPIES);

function changeWalk(groups: readonly Changes[]) {
  const visitors = new Map<string, Change[]>();
  for (const changes of groups) {
    for (const [definition, change] of Object.entries(changes)) {
      const list = visitors.get(definition);
      if (list === undefined) visitors.set(definition, [change]);
      else list.push(change);
    }
  }
  const plans = new WeakMap<KubernetesDocument, Plan<Change>>();
  return (document: KubernetesDocument, definition: string, value: unknown, minor: number): void => {
    if (visitors.size === 0) return;
    let plan = plans.get(document);
    if (plan === undefined) {
      plan = planWalk(document, visitors);
      plans.set(document, plan);
    }
    walk(plan, definition, value, minor, (change, place) => change(place.value, place));
  };
}
