// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as coreV1 from './core-v1';
import type * as metaV1 from './meta-v1';

export interface Endpoint {
  addresses: string[];
  conditions?: EndpointConditions;
  deprecatedTopology?: { [key: string]: string };
  hints?: EndpointHints;
  hostname?: string;
  nodeName?: string;
  targetRef?: coreV1.ObjectReference;
  zone?: string;
}

export interface EndpointConditions {
  ready?: boolean;
  serving?: boolean;
  terminating?: boolean;
}

export interface EndpointHints {
  forNodes?: ForNode[];
  forZones?: ForZone[];
}

export interface EndpointPort {
  appProtocol?: string;
  name?: string;
  port?: number;
  protocol?: 'SCTP' | 'TCP' | 'UDP';
}

export interface EndpointSlice {
  addressType: 'FQDN' | 'IPv4' | 'IPv6';
  apiVersion: 'discovery.k8s.io/v1';
  endpoints?: Endpoint[];
  kind: 'EndpointSlice';
  metadata?: metaV1.ObjectMeta;
  ports?: EndpointPort[];
}

export interface EndpointSliceList {
  apiVersion: 'discovery.k8s.io/v1';
  items: EndpointSlice[];
  kind: 'EndpointSliceList';
  metadata?: metaV1.ListMeta;
}

export interface ForNode {
  name: string;
}

export interface ForZone {
  name: string;
}
