import { checkQuantity } from '../../pod';
import type { ReportIssue } from '../../props';
import { didYouMean, quotaResourceName, quotaResourceNames } from '../../values';
import type { ResourceAmounts } from './limits';

/** Reports names that no quota can limit, and amounts that are none. */
export function checkQuota(quota: ResourceAmounts | undefined, reportIssue: ReportIssue): void {
  for (const [name, amount] of Object.entries(quota ?? {})) {
    const problem = quotaResourceName(name).at(-1);
    const at = /^[\w$-]+$/.test(name) ? name : JSON.stringify(name);
    if (problem === undefined) checkQuantity(reportIssue, at, amount);
    else reportIssue(at, problem, didYouMean(name, quotaResourceNames()) ?? countOf(name));
  }
}

/** Kinds without a name of their own are counted by resource and group. */
function countOf(name: string): string | undefined {
  return /^[a-z]+$/.test(name) ? `objects of a kind are counted as "count/${name}.GROUP"` : undefined;
}
