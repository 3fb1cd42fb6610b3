// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as common from './common';
import type * as coreV1 from './core-v1';
import type * as metaV1 from './meta-v1';

export interface Overhead {
  podFixed?: { [key: string]: common.Quantity };
}

export interface RuntimeClass {
  apiVersion: 'node.k8s.io/v1';
  handler: string;
  kind: 'RuntimeClass';
  metadata?: metaV1.ObjectMeta;
  overhead?: Overhead;
  scheduling?: Scheduling;
}

export interface RuntimeClassList {
  apiVersion: 'node.k8s.io/v1';
  items: RuntimeClass[];
  kind: 'RuntimeClassList';
  metadata?: metaV1.ListMeta;
}

export interface Scheduling {
  nodeSelector?: { [key: string]: string };
  tolerations?: coreV1.Toleration[];
}
