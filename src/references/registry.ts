import { customReference, policyBinding, policyParams, webhookService } from './admission';
import {
  autoscalerReplicas,
  autoscalerRequests,
  autoscalerScale,
  autoscalerTarget,
  autoscalerTwice,
} from './autoscalers';
import { budgetBlocks, budgetOverlap, budgetSelector } from './budgets';
import { claimVolume, storageReference } from './claims';
import { referenceGrant, routeNotAdmitted, routeTarget } from './gateway-routes';
import { ingressBackend, ingressReference, ingressTlsHosts, ingressTlsSecret } from './ingresses';
import { isolatedService } from './isolated-services';
import { monitorPort, monitorSelector } from './monitors';
import {
  networkPolicyNamespace,
  networkPolicyPeer,
  networkPolicySelector,
  networkPolicyWithoutDns,
} from './network-policies';
import { selectorOverlap } from './overlaps';
import { nodeSelectorContradiction, preStopTooLong, pullSecretType, subPathKey } from './pod-conflicts';
import { configurationReference, podReference } from './pods';
import { policyPort } from './policy-ports';
import type { ReferenceRule } from './reference-rule';
import { roleResource, roleVerb } from './roles';
import { namespaceReference, roleReference, subjectReference } from './roles-and-namespaces';
import { ingressPathTwice } from './routes-twice';
import { affinitySelector, spreadSelector } from './scheduling';
import { serviceTargetPort } from './service-ports';
import { clusterIpTwice, endpointService, nodePortTwice, selectorIgnored, serviceSelector } from './services';
import { sharedClaim } from './shared-claims';
import { statefulSetPartition, statefulSetService } from './stateful-sets';
import { bindingWithoutToken } from './tokens';

/** Every check of references between objects. */
export const REFERENCE_RULES: readonly ReferenceRule[] = [
  clusterIpTwice,
  endpointService,
  nodePortTwice,
  selectorIgnored,
  serviceSelector,
  serviceTargetPort,
  ingressBackend,
  ingressReference,
  ingressTlsHosts,
  ingressTlsSecret,
  ingressPathTwice,
  referenceGrant,
  routeNotAdmitted,
  routeTarget,
  monitorPort,
  monitorSelector,
  statefulSetPartition,
  statefulSetService,
  autoscalerReplicas,
  autoscalerRequests,
  autoscalerScale,
  autoscalerTarget,
  autoscalerTwice,
  budgetBlocks,
  budgetOverlap,
  budgetSelector,
  selectorOverlap,
  configurationReference,
  podReference,
  nodeSelectorContradiction,
  preStopTooLong,
  pullSecretType,
  subPathKey,
  affinitySelector,
  spreadSelector,
  claimVolume,
  storageReference,
  sharedClaim,
  namespaceReference,
  roleReference,
  subjectReference,
  roleResource,
  roleVerb,
  bindingWithoutToken,
  networkPolicyNamespace,
  networkPolicyPeer,
  networkPolicySelector,
  networkPolicyWithoutDns,
  policyPort,
  isolatedService,
  customReference,
  policyBinding,
  policyParams,
  webhookService,
];
