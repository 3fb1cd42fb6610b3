import type { ApiGroup, DefinitionRules } from '../../rule';
import { networkingDefaults } from './defaults';
import { ingressRuleRules, ingressRules, ingressSpecRules } from './ingress';
import { ingressClassParametersRules, ingressClassSpecRules } from './ingress-class';
import { httpIngressPathRules, httpIngressRuleValueRules, ingressBackendRules } from './ingress-path';
import { ipBlockRules, networkPolicyPeerRules, networkPolicyPortRules, networkPolicySpecRules } from './network-policy';
import { networkingPreparations } from './prepare';
import { ipAddressRules, serviceCidrRules } from './service-cidr';
import { networkingTolerances, networkingUpdateRules } from './update';

const networkingRules: readonly DefinitionRules[] = [
  ingressRules,
  ingressSpecRules,
  ingressRuleRules,
  httpIngressRuleValueRules,
  httpIngressPathRules,
  ingressBackendRules,
  ingressClassSpecRules,
  ingressClassParametersRules,
  networkPolicySpecRules,
  networkPolicyPortRules,
  networkPolicyPeerRules,
  ipBlockRules,
  serviceCidrRules,
  ipAddressRules,
];

/** The group `networking`. */
export const networking: ApiGroup = {
  rules: networkingRules,
  defaults: networkingDefaults,
  preparations: networkingPreparations,
  updates: networkingUpdateRules,
  tolerances: networkingTolerances,
};
