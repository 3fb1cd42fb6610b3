// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as metaV1 from './meta-v1';

export interface PriorityClass {
  apiVersion: 'scheduling.k8s.io/v1';
  description?: string;
  globalDefault?: boolean;
  kind: 'PriorityClass';
  metadata?: metaV1.ObjectMeta;
  preemptionPolicy?: 'Never' | 'PreemptLowerPriority';
  value?: number;
}

export interface PriorityClassList {
  apiVersion: 'scheduling.k8s.io/v1';
  items: PriorityClass[];
  kind: 'PriorityClassList';
  metadata?: metaV1.ListMeta;
}
