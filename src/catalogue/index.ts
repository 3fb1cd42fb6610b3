import { POD_SECURITY_RULES, type PolicyText, PRACTICE_RULES } from '../policy';
import { REFERENCE_RULES, type ReferenceRule } from '../references';
import { ALL_RULES } from '../validation';
import { CUSTOM_RESOURCE_PAGES } from './custom-resource-pages';
import { READING_PAGES } from './reading-pages';
import type { RulePage } from './rule-page';

export { formatRulePage, type RulePage } from './rule-page';

/** The pages of every rule, by id. */
export function rulePages(): RulePage[] {
  const policies = [...POD_SECURITY_RULES, ...PRACTICE_RULES].map(pageOf('policy', 'PolicyViolation'));
  const server = ALL_RULES.flatMap(({ texts }) => Object.entries(texts)).map(
    // Rules that say nothing of their severity may hold `undefined` for it.
    ([id, text]): RulePage => ({ ...text, id, category: 'api', severity: text.severity ?? 'error' }),
  );
  const references = REFERENCE_RULES.map(pageOf('reference', 'DanglingReference'));
  // A rule that several definitions have in common is one page, told by the first of them.
  const byId = new Map([...server].reverse().map((page) => [page.id, page]));
  return [...READING_PAGES, ...CUSTOM_RESOURCE_PAGES, ...policies, ...references, ...byId.values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

/** Policies and references are told in the same words; what checks them is no part of a page. */
function pageOf(category: RulePage['category'], reason: RulePage['reason']) {
  return ({ id, message, why, hint, source, refused, accepted }: PolicyText | ReferenceRule): RulePage => ({
    ...{ id, category, severity: 'error', reason },
    ...{ message, why, hint, source, refused, accepted },
  });
}
