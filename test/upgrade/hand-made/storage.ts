import { changesOf } from './change';

const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '8Gi' } } },
};
const volume = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'data' },
  spec: {
    capacity: { storage: '8Gi' },
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'manual',
    nfs: { server: 'nfs.example.com', path: '/a' },
  },
};
const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast' },
  provisioner: 'ebs.csi.aws.com',
  parameters: { type: 'gp3' },
};
const driver = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',
  metadata: { name: 'csi.example.com' },
  spec: { attachRequired: true },
};
const configuration = (kind: string, fields: object = {}) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'a' },
  ...fields,
});

export const STORAGE_CHANGES = [
  ...changesOf(claim, {
    smaller: { 'spec.resources.requests.storage': '4Gi' },
    'the same size in other units': { 'spec.resources.requests.storage': '8192Mi' },
    'another class': { 'spec.storageClassName': 'slow' },
    'no class': { 'spec.storageClassName': undefined },
    'another access mode': { 'spec.accessModes': ['ReadWriteMany'] },
    'a volume': { 'spec.volumeName': 'data' },
    block: { 'spec.volumeMode': 'Block' },
    'the default mode written out': { 'spec.volumeMode': 'Filesystem' },
    'a label': { 'metadata.labels': { tier: 'data' } },
    'a source': { 'spec.dataSource': { kind: 'PersistentVolumeClaim', name: 'other' } },
  }),
  ...changesOf(volume, {
    larger: { 'spec.capacity.storage': '16Gi' },
    'another path': { 'spec.nfs.path': '/b' },
    'another source': { 'spec.nfs': undefined, 'spec.hostPath': { path: '/a' } },
    kept: { 'spec.persistentVolumeReclaimPolicy': 'Delete' },
    block: { 'spec.volumeMode': 'Block' },
    'another class': { 'spec.storageClassName': 'slow' },
    'mount options': { 'spec.mountOptions': ['hard'] },
    'a node affinity': {
      'spec.nodeAffinity': {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }] },
      },
    },
  }),
  ...changesOf(storageClass, {
    'other parameters': { 'parameters.type': 'io2' },
    'another provisioner': { provisioner: 'pd.csi.storage.gke.io' },
    Retain: { reclaimPolicy: 'Retain' },
    'the default policy written out': { reclaimPolicy: 'Delete' },
    expansion: { allowVolumeExpansion: true },
    WaitForFirstConsumer: { volumeBindingMode: 'WaitForFirstConsumer' },
    'mount options': { mountOptions: ['discard'] },
    'the default class': { 'metadata.annotations': { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  }),
  ...changesOf(driver, {
    attachRequired: { 'spec.attachRequired': false },
    podInfoOnMount: { 'spec.podInfoOnMount': true },
    storageCapacity: { 'spec.storageCapacity': true },
    fsGroupPolicy: { 'spec.fsGroupPolicy': 'File' },
  }),
  ...changesOf(configuration('ConfigMap', { data: { a: '1' } }), {
    'other data': { 'data.a': '2' },
    'a key less': [{ 'data.b': '2' }, { 'data.b': undefined }],
    immutable: { immutable: true },
    'the same key as binary data': { binaryData: { a: 'AQ==' } },
    'a key with a slash': { data: { 'a/b': '1' } },
  }),
  ...changesOf(configuration('ConfigMap', { data: { a: '1' }, immutable: true }), {
    'other data while immutable': { 'data.a': '2' },
    'no longer immutable': { immutable: undefined },
    'immutable false': { immutable: false },
    'a label while immutable': { 'metadata.labels': { a: 'b' } },
  }),
  ...changesOf(configuration('Secret', { stringData: { password: 'a' } }), {
    'another password': { 'stringData.password': 'b' },
    'the same value as data': { stringData: undefined, data: { password: 'YQ==' } },
    'a type': { type: 'kubernetes.io/basic-auth' },
    'Opaque written out': { type: 'Opaque' },
    'a key that is no base64': { data: { password: '%%' } },
  }),
  ...changesOf(configuration('Secret', { data: { password: 'YQ==' }, immutable: true }), {
    'other data while immutable': { 'data.password': 'Yg==' },
  }),
];
