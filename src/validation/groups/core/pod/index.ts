import type { DefinitionRules } from '../../../rule';
import { affinityWeightRules, podAffinityTermRules } from './affinity';
import { containerRules } from './container';
import { containerResourceRules, resizePolicyRules } from './container-resources';
import { environmentRules } from './environment';
import { nodeSelectorRequirementRules, nodeSelectorRules } from './node-selector';
import { podRules, podTemplateRules, templateSpecRules } from './pod';
import { podOverheadRules, podPriorityRules } from './pod-admission';
import { podAnnotationWarningRules } from './pod-annotation-warnings';
import { podNetworkRules } from './pod-network';
import { podOsRules } from './pod-os';
import { podNameWarningRules, podPortWarningRules } from './pod-port-warnings';
import { podResourceRules } from './pod-resources';
import { podSecurityContextRules } from './pod-security-context';
import { podSpecRules } from './pod-spec';
import { podVolumeWarningRules } from './pod-volume-warnings';
import { podWarningRules } from './pod-warnings';
import { containerPortRules, hostPortRules } from './ports';
import { lifecycleHandlerRules, probeRules } from './probes';
import { podResourceClaimRules } from './resource-claims';
import { containerRestartRules } from './restart-policy';
import { securityContextRules } from './security-context';
import { tolerationRules } from './tolerations';
import { topologySpreadRules } from './topology-spread';
import { volumeMountRules } from './volume-mounts';
import { volumeRules } from './volumes';

export const podRuleGroups: readonly DefinitionRules[] = [
  podPriorityRules,
  podRules,
  podTemplateRules,
  templateSpecRules,
  podSpecRules,
  volumeRules,
  podResourceClaimRules,
  podResourceRules,
  hostPortRules,
  podNetworkRules,
  podOsRules,
  podSecurityContextRules,
  containerRules,
  containerPortRules,
  environmentRules,
  volumeMountRules,
  containerResourceRules,
  resizePolicyRules,
  containerRestartRules,
  probeRules,
  lifecycleHandlerRules,
  securityContextRules,
  tolerationRules,
  nodeSelectorRules,
  nodeSelectorRequirementRules,
  podAffinityTermRules,
  affinityWeightRules,
  topologySpreadRules,
  podWarningRules,
  podPortWarningRules,
  podNameWarningRules,
  podVolumeWarningRules,
  podAnnotationWarningRules,
  podOverheadRules,
];

/** Those that the server asks only for a pod that is valid otherwise. */
export const latePodRules: readonly DefinitionRules[] = [podOverheadRules];
