import { groupsOf, LATE_RULES } from './groups';
import type { DefinitionRules } from './rule';
import { rulesWalk } from './walk';

/** Runs every rule on a decoded, defaulted and prepared object. */
export const applyRules = rulesWalk((definition) => rulesOf(definition).filter((rules) => !LATE_RULES.includes(rules)));

/** Runs the rules that the server asks only when nothing else is wrong. */
export const applyLateRules = rulesWalk((definition) =>
  LATE_RULES.filter(({ definitions }) => definitions.includes(definition)),
);

function rulesOf(definition: string): readonly DefinitionRules[] {
  return groupsOf(definition).flatMap(({ rules }) =>
    rules.filter(({ definitions }) => definitions.includes(definition)),
  );
}
