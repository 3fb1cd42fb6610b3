// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as common from './common';
import type * as coreV1 from './core-v1';
import type * as metaV1 from './meta-v1';

export interface ControllerRevision {
  apiVersion: 'apps/v1';
  data?: common.RawExtension;
  kind: 'ControllerRevision';
  metadata?: metaV1.ObjectMeta;
  revision: number;
}

export interface ControllerRevisionList {
  apiVersion: 'apps/v1';
  items: ControllerRevision[];
  kind: 'ControllerRevisionList';
  metadata?: metaV1.ListMeta;
}

export interface DaemonSet {
  apiVersion: 'apps/v1';
  kind: 'DaemonSet';
  metadata?: metaV1.ObjectMeta;
  spec?: DaemonSetSpec;
  status?: DaemonSetStatus;
}

export interface DaemonSetCondition {
  lastTransitionTime?: metaV1.Time;
  message?: string;
  reason?: string;
  status: string;
  type: string;
}

export interface DaemonSetList {
  apiVersion: 'apps/v1';
  items: DaemonSet[];
  kind: 'DaemonSetList';
  metadata?: metaV1.ListMeta;
}

export interface DaemonSetSpec {
  minReadySeconds?: number;
  revisionHistoryLimit?: number;
  selector: metaV1.LabelSelector;
  template: coreV1.PodTemplateSpec;
  updateStrategy?: DaemonSetUpdateStrategy;
}

export interface DaemonSetStatus {
  collisionCount?: number;
  conditions?: DaemonSetCondition[];
  currentNumberScheduled: number;
  desiredNumberScheduled: number;
  numberAvailable?: number;
  numberMisscheduled: number;
  numberReady: number;
  numberUnavailable?: number;
  observedGeneration?: number;
  updatedNumberScheduled?: number;
}

export interface DaemonSetUpdateStrategy {
  rollingUpdate?: RollingUpdateDaemonSet;
  type?: 'OnDelete' | 'RollingUpdate';
}

export interface Deployment {
  apiVersion: 'apps/v1';
  kind: 'Deployment';
  metadata?: metaV1.ObjectMeta;
  spec?: DeploymentSpec;
  status?: DeploymentStatus;
}

export interface DeploymentCondition {
  lastTransitionTime?: metaV1.Time;
  lastUpdateTime?: metaV1.Time;
  message?: string;
  reason?: string;
  status: string;
  type: string;
}

export interface DeploymentList {
  apiVersion: 'apps/v1';
  items: Deployment[];
  kind: 'DeploymentList';
  metadata?: metaV1.ListMeta;
}

export interface DeploymentSpec {
  minReadySeconds?: number;
  paused?: boolean;
  progressDeadlineSeconds?: number;
  replicas?: number;
  revisionHistoryLimit?: number;
  selector: metaV1.LabelSelector;
  strategy?: DeploymentStrategy;
  template: coreV1.PodTemplateSpec;
}

export interface DeploymentStatus {
  availableReplicas?: number;
  collisionCount?: number;
  conditions?: DeploymentCondition[];
  observedGeneration?: number;
  readyReplicas?: number;
  replicas?: number;
  terminatingReplicas?: number;
  unavailableReplicas?: number;
  updatedReplicas?: number;
}

export interface DeploymentStrategy {
  rollingUpdate?: RollingUpdateDeployment;
  type?: 'Recreate' | 'RollingUpdate';
}

export interface ReplicaSet {
  apiVersion: 'apps/v1';
  kind: 'ReplicaSet';
  metadata?: metaV1.ObjectMeta;
  spec?: ReplicaSetSpec;
  status?: ReplicaSetStatus;
}

export interface ReplicaSetCondition {
  lastTransitionTime?: metaV1.Time;
  message?: string;
  reason?: string;
  status: string;
  type: string;
}

export interface ReplicaSetList {
  apiVersion: 'apps/v1';
  items: ReplicaSet[];
  kind: 'ReplicaSetList';
  metadata?: metaV1.ListMeta;
}

export interface ReplicaSetSpec {
  minReadySeconds?: number;
  replicas?: number;
  selector: metaV1.LabelSelector;
  template?: coreV1.PodTemplateSpec;
}

export interface ReplicaSetStatus {
  availableReplicas?: number;
  conditions?: ReplicaSetCondition[];
  fullyLabeledReplicas?: number;
  observedGeneration?: number;
  readyReplicas?: number;
  replicas: number;
  terminatingReplicas?: number;
}

export interface RollingUpdateDaemonSet {
  maxSurge?: common.IntOrString;
  maxUnavailable?: common.IntOrString;
}

export interface RollingUpdateDeployment {
  maxSurge?: common.IntOrString;
  maxUnavailable?: common.IntOrString;
}

export interface RollingUpdateStatefulSetStrategy {
  maxUnavailable?: common.IntOrString;
  partition?: number;
}

export interface StatefulSet {
  apiVersion: 'apps/v1';
  kind: 'StatefulSet';
  metadata?: metaV1.ObjectMeta;
  spec?: StatefulSetSpec;
  status?: StatefulSetStatus;
}

export interface StatefulSetCondition {
  lastTransitionTime?: metaV1.Time;
  message?: string;
  reason?: string;
  status: string;
  type: string;
}

export interface StatefulSetList {
  apiVersion: 'apps/v1';
  items: StatefulSet[];
  kind: 'StatefulSetList';
  metadata?: metaV1.ListMeta;
}

export interface StatefulSetOrdinals {
  start?: number;
}

export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  whenDeleted?: string;
  whenScaled?: string;
}

export interface StatefulSetSpec {
  minReadySeconds?: number;
  ordinals?: StatefulSetOrdinals;
  persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  podManagementPolicy?: 'OrderedReady' | 'Parallel';
  replicas?: number;
  revisionHistoryLimit?: number;
  selector: metaV1.LabelSelector;
  serviceName?: string;
  template: coreV1.PodTemplateSpec;
  updateStrategy?: StatefulSetUpdateStrategy;
  volumeClaimTemplates?: coreV1.PersistentVolumeClaim[];
}

export interface StatefulSetStatus {
  availableReplicas?: number;
  collisionCount?: number;
  conditions?: StatefulSetCondition[];
  currentReplicas?: number;
  currentRevision?: string;
  observedGeneration?: number;
  readyReplicas?: number;
  replicas: number;
  updateRevision?: string;
  updatedReplicas?: number;
}

export interface StatefulSetUpdateStrategy {
  rollingUpdate?: RollingUpdateStatefulSetStrategy;
  type?: 'OnDelete' | 'RollingUpdate';
}
