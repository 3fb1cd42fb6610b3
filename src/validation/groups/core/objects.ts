import type { DefinitionRules } from '../../rule';
import { configMapRules } from './config';
import { endpointsDeprecatedRules, endpointsRules } from './endpoints';
import { eventRules } from './event';
import { inlineVolumeRules } from './inline-volume';
import { limitRangeRules } from './limit-range';
import { namespaceRules, serviceAccountRules } from './namespace';
import { nodeRules } from './node';
import { persistentVolumeRules } from './persistent-volume';
import { claimAnnotationRules, claimFractionRules, persistentVolumeClaimRules } from './persistent-volume-claim';
import { persistentVolumeDeprecatedRules } from './persistent-volume-deprecated';
import { persistentVolumeSourceRules } from './persistent-volume-source';
import { replicationControllerRules } from './replication-controller';
import { resourceQuotaRules } from './resource-quota';
import { secretRules } from './secret';
import { serviceRules } from './service';
import { serviceClusterIpRules } from './service-cluster-ips';
import { servicePortRules } from './service-ports';
import { serviceTrafficRules } from './service-traffic';
import { serviceWarningRules } from './service-warnings';

/** Rules of the core kinds other than pods. */
export const coreObjectRules: readonly DefinitionRules[] = [
  serviceClusterIpRules,
  servicePortRules,
  serviceRules,
  serviceTrafficRules,
  serviceWarningRules,
  endpointsRules,
  endpointsDeprecatedRules,
  persistentVolumeRules,
  persistentVolumeSourceRules,
  persistentVolumeDeprecatedRules,
  inlineVolumeRules,
  persistentVolumeClaimRules,
  claimFractionRules,
  claimAnnotationRules,
  configMapRules,
  secretRules,
  namespaceRules,
  serviceAccountRules,
  limitRangeRules,
  resourceQuotaRules,
  replicationControllerRules,
  nodeRules,
  eventRules,
];
