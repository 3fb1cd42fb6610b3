import { deprecatedNodeLabel, REMOVED_VOLUME_SOURCES, STORAGE_CLASS_ANNOTATION } from '../../../facts';
import { fieldChecks, rules } from '../../rule';
import { persistentVolume } from './storage-examples';

const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';

/** Removed sources that the server warns about here; it is silent about flocker and quobyte. */
const WARNED = ['cephfs', 'photonPersistentDisk', 'scaleIO', 'storageos', 'glusterfs', 'rbd'] as const;
/** Sources whose mounts take options. */
const WITH_MOUNT_OPTIONS = [
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'nfs',
  'rbd',
  'quobyte',
  'iscsi',
  'cinder',
  'cephfs',
  'azureFile',
  'vsphereVolume',
  'azureDisk',
  'photonPersistentDisk',
] as const;

const source = 'GetWarningsForPersistentVolume (pkg/api/persistentvolume)';

const onNodes = (key: string) =>
  persistentVolume({
    nodeAffinity: {
      required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: ['amd64'] }] }] },
    },
  });

/** Old ways to say things about volumes. */
export const persistentVolumeDeprecatedRules = rules(
  'io.k8s.api.core.v1.PersistentVolume',
  {
    'persistent-volume-storage-class-annotation': {
      reason: 'Warning',
      severity: 'warning',
      message: `metadata.annotations[${STORAGE_CLASS_ANNOTATION}]: deprecated since v1.8; use "storageClassName" attribute instead`,
      why: 'The class has been a field since Kubernetes 1.6: spec.storageClassName.',
      source,
      refused: persistentVolume({}, { [STORAGE_CLASS_ANNOTATION]: 'fast' }),
      accepted: persistentVolume({ storageClassName: 'fast' }),
    },
    'persistent-volume-mount-options-annotation': {
      reason: 'Warning',
      severity: 'warning',
      message: `metadata.annotations[${MOUNT_OPTIONS}]: deprecated since v1.31; use "mountOptions" attribute instead`,
      why: 'Mount options have been a field since Kubernetes 1.8: spec.mountOptions.',
      source,
      since: '1.31',
      refused: persistentVolume(
        { hostPath: undefined, nfs: { server: 'nfs.example.com', path: '/' } },
        { [MOUNT_OPTIONS]: 'ro' },
      ),
      accepted: persistentVolume({
        hostPath: undefined,
        nfs: { server: 'nfs.example.com', path: '/' },
        mountOptions: ['ro'],
      }),
    },
    'persistent-volume-mount-options': {
      reason: 'FieldValueForbidden',
      message: 'may not specify mount options for this volume type',
      why: 'Volumes of this type are not mounted with options of their own. Remove the annotation.',
      source: 'checkMountOption (pkg/volume/validation)',
      refused: persistentVolume({}, { [MOUNT_OPTIONS]: 'ro' }),
      alongside: ['persistent-volume-mount-options-annotation'],
      accepted: persistentVolume(),
    },
    'persistent-volume-source-deprecated': {
      reason: 'Warning',
      severity: 'warning',
      message: 'spec.{named}: {message}',
      why: 'The driver is no longer part of Kubernetes. Use the CSI driver of the storage system.',
      source,
      refused: persistentVolume({ hostPath: undefined, cephfs: { monitors: ['10.0.0.1:6789'] } }),
      accepted: persistentVolume({ hostPath: undefined, csi: { driver: 'cephfs.csi.ceph.com', volumeHandle: '1' } }),
    },
    'persistent-volume-node-label-deprecated': {
      reason: 'Warning',
      severity: 'warning',
      message: '{detail}',
      why: 'Nodes have carried the new label for years, and may lose the old one. Use the label that the message names.',
      source,
      refused: onNodes('beta.kubernetes.io/arch'),
      accepted: onNodes('kubernetes.io/arch'),
    },
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { metadata, spec = {} } = node.value;
    for (const [index, term] of (spec.nodeAffinity?.required?.nodeSelectorTerms ?? []).entries()) {
      const list = `spec.nodeAffinity.required.nodeSelectorTerms[${index}].matchExpressions`;
      each(list, term.matchExpressions, ({ key = '' }: any, field) => {
        const detail = deprecatedNodeLabel(key);
        if (detail !== undefined) {
          report('persistent-volume-node-label-deprecated', `${field}.key`, { detail: `${key} is ${detail}` });
        }
      });
    }
    const annotations = metadata?.annotations ?? {};
    if (annotations[STORAGE_CLASS_ANNOTATION] !== undefined) {
      report('persistent-volume-storage-class-annotation', `metadata.annotations[${STORAGE_CLASS_ANNOTATION}]`);
    }
    if (annotations[MOUNT_OPTIONS] !== undefined) {
      report('persistent-volume-mount-options-annotation', `metadata.annotations[${MOUNT_OPTIONS}]`);
      if (!WITH_MOUNT_OPTIONS.some((name) => spec[name] !== undefined)) {
        report('persistent-volume-mount-options', `metadata.annotations.${MOUNT_OPTIONS}`);
      }
    }
    for (const name of WARNED.filter((source) => Object.hasOwn(spec, source))) {
      const { named, since: message } = REMOVED_VOLUME_SOURCES[name];
      report('persistent-volume-source-deprecated', `spec.${name}`, { named, message });
    }
  },
);
