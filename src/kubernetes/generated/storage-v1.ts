// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as common from './common';
import type * as coreV1 from './core-v1';
import type * as metaV1 from './meta-v1';

export interface CSIDriver {
  apiVersion: 'storage.k8s.io/v1';
  kind: 'CSIDriver';
  metadata?: metaV1.ObjectMeta;
  spec: CSIDriverSpec;
}

export interface CSIDriverList {
  apiVersion: 'storage.k8s.io/v1';
  items: CSIDriver[];
  kind: 'CSIDriverList';
  metadata?: metaV1.ListMeta;
}

export interface CSIDriverSpec {
  attachRequired?: boolean;
  fsGroupPolicy?: string;
  nodeAllocatableUpdatePeriodSeconds?: number;
  podInfoOnMount?: boolean;
  preventPodSchedulingIfMissing?: boolean;
  requiresRepublish?: boolean;
  seLinuxMount?: boolean;
  serviceAccountTokenInSecrets?: boolean;
  storageCapacity?: boolean;
  tokenRequests?: TokenRequest[];
  volumeLifecycleModes?: string[];
}

export interface CSINode {
  apiVersion: 'storage.k8s.io/v1';
  kind: 'CSINode';
  metadata?: metaV1.ObjectMeta;
  spec: CSINodeSpec;
}

export interface CSINodeDriver {
  allocatable?: VolumeNodeResources;
  name: string;
  nodeID: string;
  topologyKeys?: string[];
}

export interface CSINodeList {
  apiVersion: 'storage.k8s.io/v1';
  items: CSINode[];
  kind: 'CSINodeList';
  metadata?: metaV1.ListMeta;
}

export interface CSINodeSpec {
  drivers: CSINodeDriver[];
}

export interface CSIStorageCapacity {
  apiVersion: 'storage.k8s.io/v1';
  capacity?: common.Quantity;
  kind: 'CSIStorageCapacity';
  maximumVolumeSize?: common.Quantity;
  metadata?: metaV1.ObjectMeta;
  nodeTopology?: metaV1.LabelSelector;
  storageClassName: string;
}

export interface CSIStorageCapacityList {
  apiVersion: 'storage.k8s.io/v1';
  items: CSIStorageCapacity[];
  kind: 'CSIStorageCapacityList';
  metadata?: metaV1.ListMeta;
}

export interface StorageClass {
  allowVolumeExpansion?: boolean;
  allowedTopologies?: coreV1.TopologySelectorTerm[];
  apiVersion: 'storage.k8s.io/v1';
  kind: 'StorageClass';
  metadata?: metaV1.ObjectMeta;
  mountOptions?: string[];
  parameters?: { [key: string]: string };
  provisioner: string;
  reclaimPolicy?: 'Delete' | 'Recycle' | 'Retain';
  volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
}

export interface StorageClassList {
  apiVersion: 'storage.k8s.io/v1';
  items: StorageClass[];
  kind: 'StorageClassList';
  metadata?: metaV1.ListMeta;
}

export interface TokenRequest {
  audience: string;
  expirationSeconds?: number;
}

export interface VolumeAttachment {
  apiVersion: 'storage.k8s.io/v1';
  kind: 'VolumeAttachment';
  metadata?: metaV1.ObjectMeta;
  spec: VolumeAttachmentSpec;
  status?: VolumeAttachmentStatus;
}

export interface VolumeAttachmentList {
  apiVersion: 'storage.k8s.io/v1';
  items: VolumeAttachment[];
  kind: 'VolumeAttachmentList';
  metadata?: metaV1.ListMeta;
}

export interface VolumeAttachmentSource {
  inlineVolumeSpec?: coreV1.PersistentVolumeSpec;
  persistentVolumeName?: string;
}

export interface VolumeAttachmentSpec {
  attacher: string;
  nodeName: string;
  source: VolumeAttachmentSource;
}

export interface VolumeAttachmentStatus {
  attachError?: VolumeError;
  attached: boolean;
  attachmentMetadata?: { [key: string]: string };
  detachError?: VolumeError;
}

export interface VolumeAttributesClass {
  apiVersion: 'storage.k8s.io/v1';
  driverName: string;
  kind: 'VolumeAttributesClass';
  metadata?: metaV1.ObjectMeta;
  parameters?: { [key: string]: string };
}

export interface VolumeAttributesClassList {
  apiVersion: 'storage.k8s.io/v1';
  items: VolumeAttributesClass[];
  kind: 'VolumeAttributesClassList';
  metadata?: metaV1.ListMeta;
}

export interface VolumeError {
  errorCode?: number;
  message?: string;
  time?: metaV1.Time;
}

export interface VolumeNodeResources {
  count?: number;
}
