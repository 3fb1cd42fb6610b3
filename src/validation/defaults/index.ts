/**
 * The server's defaults (`SetDefaults_…` of the Kubernetes sources). A function gets the decoded value of one definition and fills
 * what the server fills; it runs before `prepare/` and the rules. Functions of the same definition in several groups run in this order.
 */
import type { Changes } from '../changes';
import { admissionregistrationDefaults } from './admissionregistration';
import { apiextensionsDefaults } from './apiextensions';
import { apiregistrationDefaults } from './apiregistration';
import { appsDefaults } from './apps';
import { autoscalingDefaults } from './autoscaling';
import { batchDefaults } from './batch';
import { certificatesDefaults } from './certificates';
import { coordinationDefaults } from './coordination';
import { coreDefaults } from './core';
import { coreObjectDefaults } from './core-objects';
import { discoveryDefaults } from './discovery';
import { flowcontrolDefaults } from './flowcontrol';
import { metaDefaults } from './meta';
import { networkingDefaults } from './networking';
import { nodeDefaults } from './node';
import { policyDefaults } from './policy';
import { rbacDefaults } from './rbac';
import { resourceDefaults } from './resource';
import { schedulingDefaults } from './scheduling';
import { storageDefaults } from './storage';

/** Every default, grouped by API group. */
export const ALL_DEFAULTS: readonly Changes[] = [
  admissionregistrationDefaults,
  apiextensionsDefaults,
  apiregistrationDefaults,
  appsDefaults,
  autoscalingDefaults,
  batchDefaults,
  certificatesDefaults,
  coordinationDefaults,
  coreDefaults,
  coreObjectDefaults,
  discoveryDefaults,
  flowcontrolDefaults,
  metaDefaults,
  networkingDefaults,
  nodeDefaults,
  policyDefaults,
  rbacDefaults,
  resourceDefaults,
  schedulingDefaults,
  storageDefaults,
];
