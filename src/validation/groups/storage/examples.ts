export const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast' },
  provisioner: 'csi.example.com',
  parameters: { type: 'ssd' },
  allowedTopologies: [
    { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['zone-a', 'zone-b'] }] },
  ],
};

export const volumeAttributesClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttributesClass',
  metadata: { name: 'gold' },
  driverName: 'csi.example.com',
  parameters: { iops: '5000' },
};

export const csiDriver = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',
  metadata: { name: 'csi.example.com' },
  spec: { attachRequired: true },
};

export const csiNode = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSINode',
  metadata: { name: 'node-1' },
  spec: { drivers: [{ name: 'csi.example.com', nodeID: 'node-1', topologyKeys: ['example.com/zone'] }] },
};

export const csiStorageCapacity = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIStorageCapacity',
  metadata: { name: 'fast-zone-a' },
  storageClassName: 'fast',
  nodeTopology: { matchLabels: { 'topology.kubernetes.io/zone': 'zone-a' } },
  capacity: '100Gi',
};

export const volumeAttachment = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttachment',
  metadata: { name: 'data-on-node-1' },
  spec: { attacher: 'csi.example.com', nodeName: 'node-1', source: { persistentVolumeName: 'data' } },
};
