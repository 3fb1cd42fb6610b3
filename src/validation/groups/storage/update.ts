import { gatesOf, hasChange } from '../../../facts';
import { GoValue } from '../../printing';
import { IMMUTABLE, immutable, type Tolerances, updateRules, updateTextsFor } from '../../rule';
import {
  csiDriver,
  csiNode,
  csiStorageCapacity,
  storageClass,
  volumeAttachment,
  volumeAttributesClass,
} from './examples';

const NEW_CLASS = 'create another class under a new name';
const WHY_CLASS = 'Volumes are created with the parameters of their class and found by it, so the class is immutable.';
const of = (check: string, base: object) => updateTextsFor(`${check} (pkg/apis/storage/validation)`, base);
const text = of('ValidateStorageClassUpdate', storageClass);
const attributes = of('ValidateVolumeAttributesClassUpdate', volumeAttributesClass);

const CLASS_FIELDS = ['parameters', 'provisioner', 'reclaimPolicy'];

const storageClassUpdateRules = updateRules(
  'io.k8s.api.storage.v1.StorageClass',
  {
    'storage-class-updates': text.forbidden(
      'updates to {field} are forbidden.',
      WHY_CLASS,
      NEW_CLASS,
      { provisioner: 'other.example.com' },
      { until: '1.35' },
    ),
    'storage-class-field-immutable': text.invalid(IMMUTABLE, WHY_CLASS, NEW_CLASS, {
      volumeBindingMode: 'WaitForFirstConsumer',
    }),
  },
  (node, report) => {
    for (const field of CLASS_FIELDS) {
      if (node.same(field)) continue;
      if (!hasChange(node.minor, 'StorageClassImmutable')) report('storage-class-updates', field, { field });
      else report('storage-class-field-immutable', field);
    }
    immutable(node, report, 'storage-class-field-immutable', 'volumeBindingMode');
  },
);

const volumeAttributesClassUpdateRules = updateRules(
  'io.k8s.api.storage.v1.VolumeAttributesClass',
  {
    'volume-attributes-class-updates': attributes.forbidden(
      'updates to {field} are forbidden.',
      WHY_CLASS,
      NEW_CLASS,
      { driverName: 'other.example.com' },
      { since: '1.34' },
    ),
  },
  ({ same }, report) => {
    for (const field of ['driverName', 'parameters'])
      if (!same(field)) report('volume-attributes-class-updates', field, { field });
  },
);

const volumeAttachmentUpdateRules = updateRules(
  'io.k8s.api.storage.v1.VolumeAttachment',
  {
    'volume-attachment-immutable': of('ValidateVolumeAttachmentUpdate', volumeAttachment).invalid(
      IMMUTABLE,
      'An attachment attaches one volume to one node; for another node there is another attachment.',
      'create another VolumeAttachment',
      { 'spec.nodeName': 'node-2' },
    ),
  },
  (node, report) => immutable(node, report, 'volume-attachment-immutable', 'spec'),
);

const csiNodeUpdateRules = updateRules(
  'io.k8s.api.storage.v1.CSINode',
  {
    'csi-node-driver-immutable': of('ValidateCSINodeUpdate', csiNode).invalid(
      IMMUTABLE,
      'A driver describes itself when it registers at a node. It unregisters and registers again to say something else.',
      'remove the driver from the list, and add it again',
      { 'spec.drivers[0].nodeID': 'other' },
    ),
  },
  ({ before, after, minor, equal }, report) => {
    const comparable = (driver: any) =>
      gatesOf(minor).has('MutableCSINodeAllocatableCount') ? { ...driver, allocatable: undefined } : driver;
    for (const old of before.spec?.drivers ?? []) {
      for (const driver of after.spec?.drivers ?? []) {
        if (old.name !== driver.name || equal('spec.drivers', [comparable(old)], [comparable(driver)])) continue;
        report(
          'csi-node-driver-immutable',
          hasChange(minor, 'CsiNodeDriversNamed') ? 'spec.drivers' : 'CSINodeDriver',
          { value: new GoValue('storage.CSINodeDriver', comparable(driver)) },
        );
      }
    }
  },
);

const csiDriverUpdateRules = updateRules(
  'io.k8s.api.storage.v1.CSIDriver',
  {
    'csi-driver-field-immutable': of('ValidateCSIDriverUpdate', csiDriver).invalid(
      IMMUTABLE,
      'Whether volumes of a driver are attached, and how long they live, is known to every node and never changes.',
      'delete the CSIDriver and create it again while no volumes of it are in use',
      { 'spec.attachRequired': false },
    ),
  },
  (node, report) => {
    immutable(node, report, 'csi-driver-field-immutable', 'spec.attachRequired', 'spec.attachedRequired');
    if (!hasChange(node.minor, 'CsiDriverAccessChanges')) {
      immutable(node, report, 'csi-driver-field-immutable', 'spec.fsGroupPolicy');
      immutable(node, report, 'csi-driver-field-immutable', 'spec.podInfoOnMount');
    }
    immutable(node, report, 'csi-driver-field-immutable', 'spec.volumeLifecycleModes');
  },
);

const csiStorageCapacityUpdateRules = updateRules(
  'io.k8s.api.storage.v1.CSIStorageCapacity',
  {
    'csi-storage-capacity-field-immutable': of('ValidateCSIStorageCapacityUpdate', csiStorageCapacity).invalid(
      IMMUTABLE,
      'An object holds the capacity of one class in one part of the cluster; for another there is another object.',
      'create another CSIStorageCapacity',
      { storageClassName: 'other' },
    ),
  },
  (node, report) => {
    for (const field of ['nodeTopology', 'storageClassName']) {
      immutable(node, report, 'csi-storage-capacity-field-immutable', field);
    }
  },
);

export const storageUpdateRules = [
  storageClassUpdateRules,
  volumeAttributesClassUpdateRules,
  volumeAttachmentUpdateRules,
  csiNodeUpdateRules,
  csiDriverUpdateRules,
  csiStorageCapacityUpdateRules,
];

const ATTACHMENT_NAMES = new Set([
  'volume-attachment-driver',
  'volume-attachment-driver-too-long',
  'volume-attachment-volume',
]);

export const storageTolerances: Tolerances = {
  'io.k8s.api.storage.v1.VolumeAttachment': ({ rule }, { minor }) =>
    !hasChange(minor, 'AttachmentNamesChecked') && ATTACHMENT_NAMES.has(rule),
};
