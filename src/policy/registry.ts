import { BASELINE } from './pod-security/baseline';
import { RESTRICTED } from './pod-security/restricted';
import type { PodSecurityRule, PracticeRule } from './policy-rule';
import { singleReplica } from './practice/availability';
import { ingressWithoutTls, networkPolicyMissing, nodePortExposed } from './practice/exposure';
import { imageLatest } from './practice/images';
import { dataNotPersisted } from './practice/persistence';
import { probesUnset } from './practice/probes';
import { resourcesUnset } from './practice/resources';
import { clusterWideAccess, roleEscalates } from './practice/roles';
import { databaseRoot, plainSecret } from './practice/secrets';

/** Every control of the Pod Security Standards. */
export const POD_SECURITY_RULES: readonly PodSecurityRule[] = [...BASELINE, ...RESTRICTED];

/** Every best practice. */
export const PRACTICE_RULES: readonly PracticeRule[] = [
  plainSecret,
  databaseRoot,
  dataNotPersisted,
  resourcesUnset,
  singleReplica,
  nodePortExposed,
  networkPolicyMissing,
  ingressWithoutTls,
  probesUnset,
  imageLatest,
  roleEscalates,
  clusterWideAccess,
];
