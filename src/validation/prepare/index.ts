/**
 * What the server clears or fills before it validates a new object (`PrepareForCreate` of its strategies, fields of
 * features that are off in a version). Runs after `defaults/` and before the rules.
 */
import type { Changes } from '../changes';
import { admissionregistrationPreparations } from './admissionregistration';
import { apiextensionsPreparations } from './apiextensions';
import { apiregistrationPreparations } from './apiregistration';
import { appsPreparations } from './apps';
import { autoscalingPreparations } from './autoscaling';
import { batchPreparations } from './batch';
import { certificatesPreparations } from './certificates';
import { coordinationPreparations } from './coordination';
import { corePreparations } from './core';
import { coreObjectPreparations } from './core-objects';
import { discoveryPreparations } from './discovery';
import { flowcontrolPreparations } from './flowcontrol';
import { metaPreparations } from './meta';
import { networkingPreparations } from './networking';
import { nodePreparations } from './node';
import { policyPreparations } from './policy';
import { rbacPreparations } from './rbac';
import { resourcePreparations } from './resource';
import { schedulingPreparations } from './scheduling';
import { storagePreparations } from './storage';

/** Every preparation, grouped by API group. */
export const ALL_PREPARATIONS: readonly Changes[] = [
  admissionregistrationPreparations,
  apiextensionsPreparations,
  apiregistrationPreparations,
  appsPreparations,
  autoscalingPreparations,
  batchPreparations,
  certificatesPreparations,
  coordinationPreparations,
  corePreparations,
  coreObjectPreparations,
  discoveryPreparations,
  flowcontrolPreparations,
  metaPreparations,
  networkingPreparations,
  nodePreparations,
  policyPreparations,
  rbacPreparations,
  resourcePreparations,
  schedulingPreparations,
  storagePreparations,
];
