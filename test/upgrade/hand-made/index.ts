import { numbered } from './change';
import { CLUSTER_CHANGES } from './cluster';
import { NETWORK_CHANGES } from './network';
import { STORAGE_CHANGES } from './storage';
import { WORKLOAD_CHANGES } from './workloads';

export type { Change } from './change';

/** Changes of all kinds as users make them. */
export const HAND_MADE_CHANGES = numbered([
  ...WORKLOAD_CHANGES,
  ...NETWORK_CHANGES,
  ...STORAGE_CHANGES,
  ...CLUSTER_CHANGES,
]);
