import { factsOf } from '../facts';
import type { Finding, RawFinding } from '../findings';

/** What is lost when an object is removed. */
export function removedData(object: any): (RawFinding & Pick<Finding, 'category'>)[] {
  if (!factsOf(object).keepsData) return [];
  return [
    {
      rule: 'upgrade-data-gone',
      category: 'reference',
      severity: 'error',
      reason: 'DanglingReference',
      path: '',
      message: 'the object is removed; under another name it would start with empty storage',
      hint: 'keep name and namespace; to delete it, back up its data and remove it from the previous manifests',
    },
  ];
}
