import { groupOf } from '../facts';
import type { Finding, RawFinding } from '../findings';

/** Kinds whose data is lost when they are deleted or renamed. */
const KINDS_WITH_DATA: readonly string[] = [
  '/PersistentVolumeClaim',
  '/PersistentVolume',
  '/Namespace',
  'apps/StatefulSet',
];

/** What is lost when an object is removed. */
export function removedData(object: any): (RawFinding & Pick<Finding, 'category'>)[] {
  if (!KINDS_WITH_DATA.includes(`${groupOf(String(object?.apiVersion ?? ''))}/${object?.kind}`)) return [];
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
