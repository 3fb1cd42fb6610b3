import type { KubernetesVersion } from '../../../src/facts';
import { existsIn } from '../update-records';
import { type Change, numbered } from './change';
import { CLUSTER_CHANGES } from './cluster';
import { NETWORK_CHANGES } from './network';
import { STORAGE_CHANGES } from './storage';
import { WORKLOAD_CHANGES } from './workloads';

export type { Change } from './change';

/** Changes of all kinds as users make them. */
const HAND_MADE_CHANGES = numbered([...WORKLOAD_CHANGES, ...NETWORK_CHANGES, ...STORAGE_CHANGES, ...CLUSTER_CHANGES]);

/** Those whose objects exist in a version. */
export const handMadeChanges = (version: KubernetesVersion): readonly Change[] =>
  HAND_MADE_CHANGES.filter(({ before }) => existsIn(version, before));
