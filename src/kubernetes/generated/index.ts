// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as admissionregistrationV1 from './admissionregistration-v1';
import type * as apiextensionsV1 from './apiextensions-v1';
import type * as apiregistrationV1 from './apiregistration-v1';
import type * as appsV1 from './apps-v1';
import type * as authenticationV1 from './authentication-v1';
import type * as authorizationV1 from './authorization-v1';
import type * as autoscalingV1 from './autoscaling-v1';
import type * as autoscalingV2 from './autoscaling-v2';
import type * as batchV1 from './batch-v1';
import type * as certificatesV1 from './certificates-v1';
import type * as common from './common';
import type * as coordinationV1 from './coordination-v1';
import type * as coreV1 from './core-v1';
import type * as discoveryV1 from './discovery-v1';
import type * as eventsV1 from './events-v1';
import type * as flowcontrolV1 from './flowcontrol-v1';
import type * as metaV1 from './meta-v1';
import type * as networkingV1 from './networking-v1';
import type * as nodeV1 from './node-v1';
import type * as policyV1 from './policy-v1';
import type * as rbacV1 from './rbac-v1';
import type * as resourceV1 from './resource-v1';
import type * as schedulingV1 from './scheduling-v1';
import type * as storageV1 from './storage-v1';

export type {
  admissionregistrationV1,
  apiextensionsV1,
  apiregistrationV1,
  appsV1,
  authenticationV1,
  authorizationV1,
  autoscalingV1,
  autoscalingV2,
  batchV1,
  certificatesV1,
  common,
  coordinationV1,
  coreV1,
  discoveryV1,
  eventsV1,
  flowcontrolV1,
  metaV1,
  networkingV1,
  nodeV1,
  policyV1,
  rbacV1,
  resourceV1,
  schedulingV1,
  storageV1,
};
export type * from './definitions';
export type * from './manifests';
