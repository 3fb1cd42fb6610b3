import { admissionResource, customReference, policyBinding, policyParams, webhookService } from './admission';
import { affinityContradiction } from './affinity-contradiction';
import { analysisArgument } from './analysis-arguments';
import { autoscalerRequests } from './autoscaler-requests';
import { autoscalerReplicas, autoscalerScale, autoscalerTarget, autoscalerTwice } from './autoscalers';
import { budgetBlocks, budgetOverlap, budgetSelector, budgetUncountable } from './budgets';
import { certificateDelegation } from './certificate-delegations';
import { certificateNames, certificateService } from './certificates';
import { claimVolume, claimWithoutVolume, storageReference } from './claims';
import { claimOfWorkloads } from './claims-of-workloads';
import { deniedConnection, unknownServiceAddress, unknownServicePort } from './connections';
import { customSelector } from './custom-selections';
import { referenceCycle } from './cycles';
import { defaultClassTwice } from './default-classes';
import { downwardEmpty } from './downward-api';
import { endpointPort, endpointService, endpointUnused } from './endpoints';
import { exportedMetadata } from './exported-metadata';
import { referenceGrant, routeNotAdmitted, routeTarget } from './gateway-routes';
import { hostPortTaken } from './host-ports';
import { ingressAuthSecret, ingressBackend, ingressReference, ingressTlsHosts, ingressTlsSecret } from './ingresses';
import { isolatedService } from './isolated-services';
import { membersDenied } from './members';
import { meshTarget } from './mesh';
import { monitorNotSelected } from './monitoring';
import { monitorPort, monitorSelector } from './monitors';
import { roleName } from './named-resources';
import {
  networkPolicyIgnoredRules,
  networkPolicyPeer,
  networkPolicySelector,
  networkPolicyWithoutDns,
} from './network-policies';
import { nodeSelectorContradiction } from './node-selection';
import { outsideClient } from './outside-clients';
import { selectorOverlap } from './overlaps';
import { preStopTooLong, pullSecretType, subPathKey } from './pod-conflicts';
import { mountHidden, unknownClaimRequest, unknownContainer } from './pod-parts';
import { podSecurityLabelUnknown } from './pod-security-labels';
import { configurationReference, podReference } from './pods';
import { networkPolicyNamespace } from './policy-namespaces';
import { policyPort } from './policy-ports';
import { probeTimeout } from './probe-timeouts';
import { applicationPermitted } from './project-permissions';
import type { ReferenceRule } from './reference-rule';
import { roleResource, roleVerb } from './roles';
import { namespaceReference, roleReference, subjectReference } from './roles-and-namespaces';
import { roleAggregation, roleGroup, roleWithoutEffect } from './roles-in-effect';
import { routeMatchTwice } from './route-matches';
import { ingressPathTwice } from './routes-twice';
import { scheduleNeverRuns } from './schedules';
import { affinitySelector, spreadSelector } from './scheduling';
import { secretTwice } from './secrets-twice';
import { serviceTargetPort } from './service-ports';
import { externalName, numericName, selectorIgnored, serviceSelector } from './services';
import { sharedClaim } from './shared-claims';
import { statefulSetPartition, statefulSetService } from './stateful-sets';
import { storePermitted } from './store-conditions';
import { subjectName } from './subject-names';
import { taskArgument } from './task-arguments';
import { bindingWithoutToken } from './tokens';
import { triggerVariable } from './trigger-variables';
import { accountWithoutPods } from './unused-accounts';
import { verticalConflict, verticalContainer } from './vertical-autoscalers';
import { claimMode } from './volume-modes';
import { windowsSecurityContext } from './windows-pods';

/** Every check of references between objects. */
export const REFERENCE_RULES: readonly ReferenceRule[] = [
  endpointPort,
  endpointService,
  endpointUnused,
  externalName,
  numericName,
  selectorIgnored,
  serviceSelector,
  serviceTargetPort,
  ingressAuthSecret,
  ingressBackend,
  ingressReference,
  ingressTlsHosts,
  ingressTlsSecret,
  ingressPathTwice,
  routeMatchTwice,
  hostPortTaken,
  referenceGrant,
  routeNotAdmitted,
  routeTarget,
  monitorNotSelected,
  monitorPort,
  monitorSelector,
  meshTarget,
  statefulSetPartition,
  statefulSetService,
  autoscalerReplicas,
  autoscalerRequests,
  autoscalerScale,
  autoscalerTarget,
  autoscalerTwice,
  applicationPermitted,
  analysisArgument,
  taskArgument,
  referenceCycle,
  triggerVariable,
  verticalConflict,
  verticalContainer,
  budgetBlocks,
  budgetOverlap,
  budgetUncountable,
  budgetSelector,
  selectorOverlap,
  configurationReference,
  podReference,
  mountHidden,
  unknownClaimRequest,
  unknownContainer,
  downwardEmpty,
  nodeSelectorContradiction,
  windowsSecurityContext,
  preStopTooLong,
  pullSecretType,
  subPathKey,
  affinityContradiction,
  affinitySelector,
  spreadSelector,
  claimMode,
  claimVolume,
  claimWithoutVolume,
  defaultClassTwice,
  scheduleNeverRuns,
  podSecurityLabelUnknown,
  storageReference,
  claimOfWorkloads,
  sharedClaim,
  namespaceReference,
  roleReference,
  subjectName,
  subjectReference,
  roleAggregation,
  roleGroup,
  admissionResource,
  roleName,
  roleResource,
  roleVerb,
  roleWithoutEffect,
  bindingWithoutToken,
  accountWithoutPods,
  networkPolicyIgnoredRules,
  networkPolicyNamespace,
  networkPolicyPeer,
  networkPolicySelector,
  networkPolicyWithoutDns,
  policyPort,
  isolatedService,
  certificateDelegation,
  certificateNames,
  certificateService,
  secretTwice,
  storePermitted,
  exportedMetadata,
  probeTimeout,
  deniedConnection,
  outsideClient,
  membersDenied,
  unknownServiceAddress,
  unknownServicePort,
  customReference,
  customSelector,
  policyBinding,
  policyParams,
  webhookService,
];
