import { rulePages } from '../rule-pages';
import { didYouMean } from '../values';
import type { CheckOptions } from './check-options';

/** An acknowledgement of a rule that does not exist is misspelled; one of another rule is no longer needed. */
export function whyUnused(
  { rule, reason }: { readonly rule: string; readonly reason?: string },
  remove: string,
  { checks }: CheckOptions,
): { readonly message: string; readonly hint: string } {
  const quoted = JSON.stringify(rule);
  const ids = rulePages().map(({ id }) => id);
  const near = ids.includes(rule) ? undefined : didYouMean(rule, ids);
  // Further checks may have rules of any name.
  if (ids.includes(rule) || checks !== undefined) {
    const given = reason === undefined ? '' : ` (${JSON.stringify(reason)})`;
    return { message: `unused acknowledgement of ${quoted}${given}: no violation found`, hint: near ?? remove };
  }
  return {
    message: `acknowledgement of ${quoted}, but there is no such rule`,
    hint: near ?? 'use the name between brackets in the report',
  };
}
