import type { RulePage } from './rule-page';

export { formatRulePage, type RulePage } from './rule-page';

let known: readonly RulePage[] | undefined;

/** The pages of every rule, by id. */
export function rulePages(): readonly RulePage[] {
  known ??= (require('./every-page') as typeof import('./every-page')).everyPage();
  return known;
}
