import type { DefinitionRules } from '../../rule';
import { ingressRuleRules, ingressRules, ingressSpecRules } from './ingress';
import { ingressClassParametersRules, ingressClassSpecRules } from './ingress-class';
import { httpIngressPathRules, httpIngressRuleValueRules, ingressBackendRules } from './ingress-path';
import { ipBlockRules, networkPolicyPeerRules, networkPolicyPortRules, networkPolicySpecRules } from './network-policy';
import { ipAddressRules, serviceCidrRules } from './service-cidr';

export const networkingRules: readonly DefinitionRules[] = [
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
