import { ALL_RULES, LATE_RULES } from './groups';
import { rulesWalk } from './walk';

/** Runs every rule on a decoded, defaulted and prepared object. */
export const applyRules = rulesWalk(ALL_RULES.filter((rules) => !LATE_RULES.includes(rules)));

/** Runs the rules that the server asks only when nothing else is wrong. */
export const applyLateRules = rulesWalk(LATE_RULES);
