import { ACCESS_MODES, VOLUME_MODES } from '../../../facts';
import { dns1123Subdomain, parseQuantity, quantityText, scaledInt64, signOfQuantity } from '../../../values';
import { fieldChecks, type Report, rules, sortedValues } from '../../rule';
import { accessModeFaults, supportedAccessModes } from './access-modes';
import { firstSourceOf } from './persistent-volume-source';
import { persistentVolume } from './storage-examples';

const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];
const source = 'ValidatePersistentVolumeSpec (pkg/apis/core/validation)';

/** How large a volume is, who may mount it and what becomes of it. */
export const persistentVolumeRules = rules(
  'io.k8s.api.core.v1.PersistentVolumeSpec',
  {
    'persistent-volume-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A volume says how large it is (capacity.storage) and how it can be mounted (accessModes), so that claims can find it.',
      source,
      refused: persistentVolume({ accessModes: [] }),
      accepted: persistentVolume(),
    },
    'persistent-volume-access-mode': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(ACCESS_MODES),
      why: 'A volume is mounted by one node (ReadWriteOnce), by many to read (ReadOnlyMany), by many to write (ReadWriteMany), or by one pod (ReadWriteOncePod).',
      source,
      refused: persistentVolume({ accessModes: ['RWO'] }),
      accepted: persistentVolume({ accessModes: ['ReadWriteOnce'] }),
    },
    'persistent-volume-one-pod': {
      reason: 'FieldValueForbidden',
      message: 'may not use ReadWriteOncePod with other access modes',
      why: 'A volume for one pod alone cannot be shared at the same time.',
      source,
      refused: persistentVolume({ accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }),
      accepted: persistentVolume({ accessModes: ['ReadWriteOncePod'] }),
    },
    'persistent-volume-capacity': {
      reason: 'FieldValueNotSupported',
      supported: ['storage'],
      why: 'The capacity of a volume is its storage and nothing else.',
      source,
      refused: persistentVolume({ capacity: { storage: '1Gi', cpu: 1 } }),
      accepted: persistentVolume({ capacity: { storage: '1Gi' } }),
    },
    'persistent-volume-size': {
      reason: 'FieldValueInvalid',
      message: 'must be greater than zero',
      why: 'A volume holds more than nothing; write its size as in 10Gi.',
      source,
      refused: persistentVolume({ capacity: { storage: 0 } }),
      accepted: persistentVolume({ capacity: { storage: '1Gi' } }),
    },
    'persistent-volume-size-overflow': {
      reason: 'FieldValueInvalid',
      message: 'must be a valid resource quantity',
      why: 'The server counts bytes in 64 bits, and so large a number does not fit.',
      source: 'validateBasicResource (pkg/apis/core/validation)',
      refused: persistentVolume({ capacity: { storage: '10000000000000000000' } }),
      accepted: persistentVolume({ capacity: { storage: '1Pi' } }),
    },
    'persistent-volume-reclaim-policy': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(RECLAIM_POLICIES),
      why: 'When its claim is deleted a volume is kept with its data (Retain), deleted (Delete), or, out of date, wiped (Recycle).',
      source,
      refused: persistentVolume({ persistentVolumeReclaimPolicy: 'Keep' }),
      accepted: persistentVolume({ persistentVolumeReclaimPolicy: 'Retain' }),
    },
    'persistent-volume-recycle-root': {
      reason: 'FieldValueForbidden',
      message: "may not be 'recycle' for a hostPath mount of '/'",
      why: 'Recycling deletes all files of the volume, here all files of the node.',
      source,
      refused: persistentVolume({ hostPath: { path: '/' }, persistentVolumeReclaimPolicy: 'Recycle' }),
      accepted: persistentVolume({ hostPath: { path: '/data' }, persistentVolumeReclaimPolicy: 'Retain' }),
    },
    'persistent-volume-recycle-deprecated': {
      reason: 'Warning',
      severity: 'warning',
      message:
        'spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
      why: 'Recycle only ever worked for NFS and hostPath, and by running a pod that deletes files.',
      source: 'GetWarningsForPersistentVolume (pkg/api/persistentvolume)',
      since: '1.30',
      refused: persistentVolume({ persistentVolumeReclaimPolicy: 'Recycle' }),
      accepted: persistentVolume({ persistentVolumeReclaimPolicy: 'Delete' }),
    },
    'persistent-volume-mode': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(VOLUME_MODES),
      why: 'Pods see a volume as a directory (Filesystem, the default) or as a raw device (Block).',
      source,
      refused: persistentVolume({ volumeMode: 'File' }),
      accepted: persistentVolume({ volumeMode: 'Block' }),
    },
    'persistent-volume-class': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The class is the name of a StorageClass or VolumeAttributesClass, which is a DNS subdomain.',
      source,
      refused: persistentVolume({ storageClassName: 'Fast' }),
      accepted: persistentVolume({ storageClassName: 'fast' }),
    },
    'persistent-volume-attributes-class': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'Only volumes of CSI drivers have an attributes class, and it has a name.',
      source,
      since: '1.34',
      refused: persistentVolume({ volumeAttributesClassName: 'gold' }),
      accepted: persistentVolume({
        hostPath: undefined,
        csi: { driver: 'csi.example.com', volumeHandle: '1' },
        volumeAttributesClassName: 'gold',
      }),
    },
    'persistent-volume-node-affinity': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'A volume on the disk of a node can be used on that node only, and the scheduler must know which: nodeAffinity.required says so.',
      source,
      refused: persistentVolume({ hostPath: undefined, local: { path: '/mnt/disk' } }),
      accepted: persistentVolume({
        hostPath: undefined,
        local: { path: '/mnt/disk' },
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-1'] }] },
            ],
          },
        },
      }),
    },
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { accessModes = [], persistentVolumeReclaimPolicy, hostPath, nodeAffinity } = node.value;
    const isInline = node.field === 'inlineVolumeSpec';
    required('persistent-volume-required', 'accessModes', accessModes);
    const supported = supportedAccessModes(isInline, node.minor);
    const faults = accessModeFaults(accessModes, supported);
    for (const value of faults.unknown) report('persistent-volume-access-mode', 'accessModes', { value, supported });
    if (faults.mixed) report('persistent-volume-one-pod', 'accessModes');
    if (!isInline) checkOwnFields(node.value, report);
    if (persistentVolumeReclaimPolicy === 'Recycle' && isRoot(hostPath?.path)) {
      report('persistent-volume-recycle-root', 'persistentVolumeReclaimPolicy');
    }
    // The server does not look at the class of a volume that is written out in an attachment.
    if (!isInline) checkAttributesClass(node.value, report);
    if (firstSourceOf(node.value) === 'local' && (isInline || nodeAffinity === undefined)) {
      report('persistent-volume-node-affinity', 'nodeAffinity', { detail: 'Local volume requires node affinity' });
    }
    if (!isInline && nodeAffinity !== undefined && nodeAffinity.required === undefined) {
      report('persistent-volume-node-affinity', 'nodeAffinity.required', {
        detail: 'must specify required node constraints',
      });
    }
  },
);

/** What only a volume that is an object of its own has. */
function checkOwnFields(spec: any, report: Report): void {
  const { required, oneOf, format } = fieldChecks(report);
  const { capacity = {}, persistentVolumeReclaimPolicy, volumeMode, storageClassName = '' } = spec;
  const names = Object.keys(capacity);
  required('persistent-volume-required', 'capacity', names);
  if (names.length > 1 || names[0] !== 'storage') report('persistent-volume-capacity', 'capacity');
  for (const name of names) {
    const amount = parseQuantity(capacity[name]);
    if (amount === undefined) continue;
    if (signOfQuantity(amount) <= 0) {
      report('persistent-volume-size', `capacity[${name}]`, { value: quantityText(capacity[name]) });
    }
    if (scaledInt64(amount, 0) < 0n) {
      report('persistent-volume-size-overflow', `capacity[${name}]`, { value: scaledInt64(amount, 0) });
    }
  }
  oneOf(
    'persistent-volume-reclaim-policy',
    'persistentVolumeReclaimPolicy',
    persistentVolumeReclaimPolicy,
    RECLAIM_POLICIES,
  );
  if (persistentVolumeReclaimPolicy === 'Recycle') {
    report('persistent-volume-recycle-deprecated', 'persistentVolumeReclaimPolicy');
  }
  oneOf('persistent-volume-mode', 'volumeMode', volumeMode, VOLUME_MODES);
  if (storageClassName !== '') {
    format('persistent-volume-class', 'storageClassName', storageClassName, dns1123Subdomain);
  }
}

function checkAttributesClass({ volumeAttributesClassName, csi }: any, report: Report): void {
  const { format } = fieldChecks(report);
  if (volumeAttributesClassName === undefined) return;
  const required = (field: string, detail: string) => report('persistent-volume-attributes-class', field, { detail });
  if (volumeAttributesClassName === '') required('volumeAttributesClassName', 'an empty string is disallowed');
  if (volumeAttributesClassName !== '') {
    format('persistent-volume-class', 'volumeAttributesClassName', volumeAttributesClassName, dns1123Subdomain);
  }
  if (csi === undefined) required('csi', 'has to be specified when using volumeAttributesClassName');
}

/** Whether Go's `path.Clean` makes it `/`. */
function isRoot(path: string | undefined): boolean {
  if (path === undefined || !path.startsWith('/')) return false;
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return kept.length === 0;
}
