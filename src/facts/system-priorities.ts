/** Priority classes that every cluster has, with their values. @see SystemPriorityClasses (pkg/apis/scheduling) */
export const SYSTEM_PRIORITIES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};
