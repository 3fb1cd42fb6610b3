// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as common from './common';
import type * as metaV1 from './meta-v1';

export interface Eviction {
  apiVersion: 'policy/v1';
  deleteOptions?: metaV1.DeleteOptions;
  kind: 'Eviction';
  metadata?: metaV1.ObjectMeta;
}

export interface PodDisruptionBudget {
  apiVersion: 'policy/v1';
  kind: 'PodDisruptionBudget';
  metadata?: metaV1.ObjectMeta;
  spec?: PodDisruptionBudgetSpec;
  status?: PodDisruptionBudgetStatus;
}

export interface PodDisruptionBudgetList {
  apiVersion: 'policy/v1';
  items: PodDisruptionBudget[];
  kind: 'PodDisruptionBudgetList';
  metadata?: metaV1.ListMeta;
}

export interface PodDisruptionBudgetSpec {
  maxUnavailable?: common.IntOrString;
  minAvailable?: common.IntOrString;
  selector?: metaV1.LabelSelector;
  unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
}

export interface PodDisruptionBudgetStatus {
  conditions?: metaV1.Condition[];
  currentHealthy?: number;
  desiredHealthy?: number;
  disruptedPods?: { [key: string]: metaV1.Time };
  disruptionsAllowed?: number;
  expectedPods?: number;
  observedGeneration?: number;
}
