import type { KubernetesDocument } from '../schema';
import { groupsOf } from './groups';
import type { ApiGroup, Change } from './rule';
import { type Plan, planWalk, walk } from './walk';

/** Fills the defaults of the server into a decoded copy. Functions of one definition in several groups run in the order of the groups. */
export const applyDefaults = changeWalk('defaults');

/** Clears and fills what the server's strategies do before they validate. */
export const applyPreparations = changeWalk('preparations');

/** Changes the copy that is validated in ways that are not stored. */
export const completeForValidation = changeWalk('validatedCopies');

/** Writes a stored object as the server returns it, where that is not how it is written. */
export const applyStoredForms = changeWalk('storedForms');

function changeWalk(changes: 'defaults' | 'preparations' | 'validatedCopies' | 'storedForms') {
  const changesOf = (definition: string): readonly Change[] =>
    groupsOf(definition).flatMap((group: ApiGroup) => group[changes]?.[definition] ?? []);
  const plans = new WeakMap<KubernetesDocument, Plan<Change>>();
  return (document: KubernetesDocument, definition: string, value: unknown, minor: number): void => {
    let plan = plans.get(document);
    if (plan === undefined) {
      plan = planWalk(document, changesOf);
      plans.set(document, plan);
    }
    walk(plan, definition, value, minor, (change, node) => change(node.value, node));
  };
}
