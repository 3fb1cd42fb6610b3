import { groupsOf } from './groups';
import type { DefinitionRules } from './rule';
import { rulesWalk } from './walk';

/** Runs every rule on a decoded, defaulted and prepared object. */
export const applyRules = rulesWalk((definition) =>
  groupsOf(definition).flatMap(({ rules, late = [] }) =>
    ofDefinition(rules, definition).filter((each) => !late.includes(each)),
  ),
);

/** Runs the rules that the server asks only when nothing else is wrong. */
export const applyLateRules = rulesWalk((definition) =>
  groupsOf(definition).flatMap(({ late = [] }) => ofDefinition(late, definition)),
);

function ofDefinition(rules: readonly DefinitionRules[], definition: string): readonly DefinitionRules[] {
  return rules.filter(({ definitions }) => definitions.includes(definition));
}
