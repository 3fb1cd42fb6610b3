import { rules } from '../../rule';

const NOT_HERE = 'may not be specified in the context of inline volumes';
const source = 'ValidatePersistentVolumeSpec (pkg/apis/core/validation)';

const attachment = (fields: object) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttachment',
  metadata: { name: 'data' },
  spec: {
    attacher: 'csi.example.com',
    nodeName: 'node-1',
    source: {
      inlineVolumeSpec: {
        accessModes: ['ReadWriteOnce'],
        csi: { driver: 'csi.example.com', volumeHandle: '1' },
        ...fields,
      },
    },
  },
});

/** The volume that an attachment describes itself, instead of naming one. */
export const inlineVolumeRules = rules(
  'io.k8s.api.storage.v1.VolumeAttachmentSource',
  {
    'inline-volume-forbidden': {
      reason: 'FieldValueForbidden',
      message: '{detail}',
      why: 'A volume inside an attachment stands for one of the old built-in drivers while it is attached. It has no claim, no size, no class and no nodes of its own.',
      source,
      refused: attachment({ capacity: { storage: '1Gi' } }),
      accepted: attachment({}),
    },
    'inline-volume-csi': {
      reason: 'FieldValueRequired',
      message: 'has to be specified in the context of inline volumes',
      why: 'Only CSI drivers attach volumes that are written out in the attachment.',
      source,
      refused: attachment({ csi: undefined, hostPath: { path: '/data' } }),
      accepted: attachment({}),
    },
  },
  (node, report) => {
    const spec = node.value.inlineVolumeSpec;
    if (spec === undefined) return;
    const forbid = (field: string, detail = NOT_HERE) =>
      report('inline-volume-forbidden', `inlineVolumeSpec.${field}`, { detail });
    const { claimRef, capacity = {}, persistentVolumeReclaimPolicy, nodeAffinity, storageClassName, volumeMode } = spec;
    if (claimRef !== undefined) forbid('claimRef');
    if (Object.keys(capacity).length > 0) forbid('capacity');
    if (spec.csi === undefined) report('inline-volume-csi', 'inlineVolumeSpec.csi');
    if (persistentVolumeReclaimPolicy && persistentVolumeReclaimPolicy !== 'Retain') {
      forbid('persistentVolumeReclaimPolicy', 'may only be Retain in the context of inline volumes');
    }
    if (nodeAffinity !== undefined) {
      forbid('nodeAffinity');
      node.skip('inlineVolumeSpec.nodeAffinity');
    }
    if (storageClassName) forbid('storageClassName');
    if (volumeMode !== undefined && volumeMode !== 'Filesystem') {
      forbid('volumeMode', 'may not specify volumeMode other than Filesystem in the context of inline volumes');
    }
  },
);
