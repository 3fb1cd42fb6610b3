// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as metaV1 from './meta-v1';

export interface APIService {
  apiVersion: 'apiregistration.k8s.io/v1';
  kind: 'APIService';
  metadata?: metaV1.ObjectMeta;
  spec?: APIServiceSpec;
  status?: APIServiceStatus;
}

export interface APIServiceCondition {
  lastTransitionTime?: metaV1.Time;
  message?: string;
  reason?: string;
  status: string;
  type: string;
}

export interface APIServiceList {
  apiVersion: 'apiregistration.k8s.io/v1';
  items: APIService[];
  kind: 'APIServiceList';
  metadata?: metaV1.ListMeta;
}

export interface APIServiceSpec {
  caBundle?: string;
  group?: string;
  groupPriorityMinimum: number;
  insecureSkipTLSVerify?: boolean;
  service?: ServiceReference;
  version?: string;
  versionPriority: number;
}

export interface APIServiceStatus {
  conditions?: APIServiceCondition[];
}

export interface ServiceReference {
  name?: string;
  namespace?: string;
  port?: number;
}
