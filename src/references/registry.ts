import { roleName } from './access/named-resources';
import { roleResource, roleVerb } from './access/roles';
import { namespaceReference, roleReference, subjectReference } from './access/roles-and-namespaces';
import { roleAggregation, roleGroup, roleWithoutEffect } from './access/roles-in-effect';
import { subjectName } from './access/subject-names';
import { bindingWithoutToken } from './access/tokens';
import { accountWithoutPods } from './access/unused-accounts';
import {
  admissionResource,
  customReference,
  policyBinding,
  policyParams,
  priorityLevel,
  webhookService,
} from './admission/admission';
import { podSecurityLabelUnknown } from './admission/pod-security-labels';
import { quotaClass } from './admission/quota-classes';
import { deniedConnection, unknownServiceAddress, unknownServicePort } from './connections/connections';
import { isolatedService } from './connections/isolated-services';
import { membersDenied } from './connections/members';
import {
  networkPolicyIgnoredRules,
  networkPolicyPeer,
  networkPolicySelector,
  networkPolicyWithoutDns,
} from './connections/network-policies';
import { outsideClient } from './connections/outside-clients';
import { networkPolicyNamespace } from './connections/policy-namespaces';
import { policyPort } from './connections/policy-ports';
import { analysisArgument } from './operators/analysis-arguments';
import { customSelector } from './operators/custom-selections';
import { referenceCycle } from './operators/cycles';
import { monitorNotSelected } from './operators/monitoring';
import { monitorPort, monitorSelector } from './operators/monitors';
import { applicationPermitted } from './operators/project-permissions';
import { secretTwice } from './operators/secrets-twice';
import { storePermitted } from './operators/store-conditions';
import { taskArgument } from './operators/task-arguments';
import { controllerArgument } from './pods/controller-arguments';
import { downwardEmpty } from './pods/downward-api';
import { electionLease } from './pods/election-leases';
import { exportedMetadata } from './pods/exported-metadata';
import { hostPortTaken } from './pods/host-ports';
import { mountedPath } from './pods/mounted-paths';
import { preStopTooLong, pullSecretType, subPathKey } from './pods/pod-conflicts';
import { mountHidden, unknownClaimRequest, unknownContainer } from './pods/pod-parts';
import { configurationReference, podReference } from './pods/pods';
import { probeTimeout } from './pods/probe-timeouts';
import { windowsSecurityContext } from './pods/windows-pods';
import { certificateDelegation } from './routes/certificate-delegations';
import { certificateNames, certificateService } from './routes/certificates';
import { referenceGrant, routeNotAdmitted, routeTarget } from './routes/gateway-routes';
import {
  ingressAuthSecret,
  ingressBackend,
  ingressReference,
  ingressTlsHosts,
  ingressTlsSecret,
} from './routes/ingresses';
import { meshTarget } from './routes/mesh';
import { routeMatchTwice } from './routes/route-matches';
import { ingressPathTwice } from './routes/routes-twice';
import type { ReferenceRule } from './rule/reference-rule';
import { autoscalerRequests } from './scaling/autoscaler-requests';
import { autoscalerReplicas, autoscalerScale, autoscalerTarget, autoscalerTwice } from './scaling/autoscalers';
import { budgetBlocks, budgetOverlap, budgetSelector, budgetUncountable } from './scaling/budgets';
import { triggerVariable } from './scaling/trigger-variables';
import { verticalConflict, verticalContainer } from './scaling/vertical-autoscalers';
import { affinityContradiction } from './scheduling/affinity-contradiction';
import { nodeSelectorContradiction } from './scheduling/node-selection';
import { affinitySelector, spreadSelector } from './scheduling/scheduling';
import { endpointPort, endpointService, endpointUnused } from './services/endpoints';
import { serviceTargetPort } from './services/service-ports';
import { externalName, numericName, selectorIgnored, serviceSelector } from './services/services';
import { claimVolume, claimWithoutVolume, storageReference } from './storage/claims';
import { claimOfWorkloads } from './storage/claims-of-workloads';
import { defaultClassTwice } from './storage/default-classes';
import { storageDriver } from './storage/driver-differences';
import { sharedClaim } from './storage/shared-claims';
import { claimMode } from './storage/volume-modes';
import { selectorOverlap } from './workloads/overlaps';
import { scheduleNeverRuns } from './workloads/schedules';
import { statefulSetPartition, statefulSetService } from './workloads/stateful-sets';

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
  mountedPath,
  controllerArgument,
  electionLease,
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
  storageDriver,
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
  priorityLevel,
  quotaClass,
  webhookService,
];
