// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as metaV1 from './meta-v1';

export interface Lease {
  apiVersion: 'coordination.k8s.io/v1';
  kind: 'Lease';
  metadata?: metaV1.ObjectMeta;
  spec?: LeaseSpec;
}

export interface LeaseList {
  apiVersion: 'coordination.k8s.io/v1';
  items: Lease[];
  kind: 'LeaseList';
  metadata?: metaV1.ListMeta;
}

export interface LeaseSpec {
  acquireTime?: metaV1.MicroTime;
  holderIdentity?: string;
  leaseDurationSeconds?: number;
  leaseTransitions?: number;
  preferredHolder?: string;
  renewTime?: metaV1.MicroTime;
  strategy?: string;
}
