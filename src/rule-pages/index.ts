import { didYouMean } from '../values';
import type { RulePage } from './rule-page';

export { formatRulePage, type RulePage } from './rule-page';

let known: readonly RulePage[] | undefined;

/** The pages of every rule, by id. */
export function rulePages(): readonly RulePage[] {
  known ??= (require('./every-page') as typeof import('./every-page')).everyPage();
  return known;
}

/** The ids among these that no rule has, with the one that may be meant. Pages are loaded only where there are ids. */
export function unknownRules(ids: readonly string[]): { id: string; index: number; hint: string | undefined }[] {
  const known = ids.length === 0 ? [] : rulePages().map(({ id }) => id);
  return ids.flatMap((id, index) => (known.includes(id) ? [] : [{ id, index, hint: didYouMean(id, known) }]));
}
