import { POD_SECURITY_RULES, PRACTICE_RULES } from '../policy';
import { ALL_RULES } from '../validation';
import { READING_PAGES } from './reading-pages';
import type { RulePage } from './rule-page';

export { formatRulePage, type RulePage } from './rule-page';

/** The pages of every rule, by id. */
export function rulePages(): RulePage[] {
  const policies = [...POD_SECURITY_RULES, ...PRACTICE_RULES].map(
    ({ id, message, why, hint, source, refused, accepted }): RulePage => ({
      id,
      category: 'policy',
      severity: 'error',
      reason: 'PolicyViolation',
      message,
      why,
      hint,
      source,
      refused,
      accepted,
    }),
  );
  const server = ALL_RULES.flatMap(({ texts }) => Object.entries(texts)).map(
    ([id, text]): RulePage => ({ id, category: 'api', severity: 'error', ...text }),
  );
  return [...READING_PAGES, ...policies, ...server].sort((a, b) => (a.id < b.id ? -1 : 1));
}
