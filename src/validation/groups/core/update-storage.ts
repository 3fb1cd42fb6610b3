import { gatesOf, STORAGE_CLASS_ANNOTATION, stableNodeLabel } from '../../../facts';
import { compareQuantities, parseQuantity } from '../../../values';
import { GoValue } from '../../printing';
import {
  IMMUTABLE,
  immutable,
  type Report,
  type UpdateChanges,
  type UpdateNode,
  updateRules,
  updateTextsFor,
} from '../../rule';
import { object } from './examples';
import { alignDataSources, dropUnknownSource } from './prepare';
import { boundClaim } from './storage-examples';

const volume = object(
  'PersistentVolume',
  {
    spec: {
      capacity: { storage: '10Gi' },
      accessModes: ['ReadWriteOnce'],
      csi: { driver: 'csi.example.com', volumeHandle: 'data-1' },
    },
  },
  'data',
);
const NEW_CLAIM = 'create a new claim under a new name and copy the data';
const text = updateTextsFor('ValidatePersistentVolumeClaimUpdate (pkg/apis/core/validation)', boundClaim);
const volumeText = updateTextsFor('ValidatePersistentVolumeUpdate (pkg/apis/core/validation)', volume);

const CLAIM_TEXTS = {
  'claim-immutable': text.forbidden(
    {
      '1.28': 'spec is immutable after creation except resources.requests for bound claims',
      '1.29':
        'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    },
    'A claim is bound to a volume that was made or chosen for it. Only its size, and its class of volume attributes, can change later.',
    NEW_CLAIM,
    { 'spec.accessModes': ['ReadWriteMany'] },
  ),
  'claim-shrinks': text.forbidden(
    { '1.28': 'field can not be less than previous value', '1.32': 'field can not be less than status.capacity' },
    'Volumes only grow: no driver can make one smaller without losing data.',
    'keep the size, or create a smaller claim under a new name and copy the data',
    { 'spec.resources.requests.storage': '5Gi' },
  ),
  'claim-volume-mode-immutable': text.invalid(
    IMMUTABLE,
    'A volume has a file system or is a block device. It cannot be turned into the other.',
    NEW_CLAIM,
    { 'spec.volumeMode': 'Block' },
    { alongside: ['claim-immutable'] },
  ),
  'claim-attributes-class-unset': text.forbidden(
    'update to {what} is forbidden when status.currentVolumeAttributesClassName is not nil',
    'A volume has the attributes of its class once it was modified. It can get another class, and not none.',
    'name another VolumeAttributesClass',
    { 'spec.volumeAttributesClassName': '' },
    {
      since: '1.34',
      before: {
        'metadata.uid': '6c6db26e-8f34-4fd1-9b1a-5c3e3f0f7c0b',
        'spec.volumeAttributesClassName': 'gold',
        status: { phase: 'Bound', capacity: { storage: '10Gi' }, currentVolumeAttributesClassName: 'gold' },
      },
    },
  ),
  'claim-class-annotation-immutable': text.invalid(
    'field is immutable',
    'The annotation is an older form of storageClassName, which never changes.',
    NEW_CLAIM,
    { 'metadata.annotations': { [STORAGE_CLASS_ANNOTATION]: 'slow' } },
    { before: { 'metadata.annotations': { [STORAGE_CLASS_ANNOTATION]: 'fast' } } },
  ),
} as const;

export const claimUpdateRules = updateRules('io.k8s.api.core.v1.PersistentVolumeClaim', CLAIM_TEXTS, (node, report) => {
  const { before, after } = node;
  checkClass(node, report);
  if (!node.equal('spec', comparable(before, before, after), comparable(after, before, after)))
    report('claim-immutable', 'spec');
  checkSize(node, report);
  immutable(node, report, 'claim-volume-mode-immutable', 'spec.volumeMode', 'volumeMode');
  const { volumeAttributesClassName: attributes } = (after as any).spec;
  const hasAttributes = (before as any).status?.currentVolumeAttributesClassName !== undefined;
  if (!hasAttributes || attributes || node.same('spec.volumeAttributesClassName')) return;
  const what = attributes === undefined ? 'nil' : 'empty string';
  report('claim-attributes-class-unset', 'spec.volumeAttributesClassName', { what });
});

/** Without what may change: the volume and the class when they were not known, the size of a bound claim. */
function comparable(claimed: any, before: any, after: any): any {
  const spec = structuredClone(claimed.spec);
  if (!before.spec.volumeName) delete spec.volumeName;
  if (mayName(before, after)) delete spec.storageClassName;
  if (before.status?.phase === 'Bound') {
    if (after.spec.resources?.requests !== undefined) delete spec.resources?.requests?.storage;
    delete spec.volumeAttributesClassName;
  }
  return spec;
}

/** A class can be named once. */
function mayName(before: any, after: any): boolean {
  const [old, now] = [before, after].map(({ spec }) => spec.storageClassName);
  const annotated = before.metadata.annotations?.[STORAGE_CLASS_ANNOTATION];
  return old === undefined && now !== undefined && (annotated === undefined || annotated === now);
}

function checkClass({ before, after }: UpdateNode, report: Report<keyof typeof CLAIM_TEXTS>): void {
  const [old, now] = [before, after].map(({ metadata }) => metadata.annotations?.[STORAGE_CLASS_ANNOTATION]);
  const isUpgrade =
    old !== undefined &&
    before.spec.storageClassName === undefined &&
    after.spec.storageClassName === old &&
    (now === undefined || now === old);
  if (isUpgrade || (old ?? '') === (now ?? '')) return;
  report('claim-class-annotation-immutable', `metadata.annotations.${STORAGE_CLASS_ANNOTATION}`, { value: now ?? '' });
}

function checkSize({ before, after, minor }: UpdateNode, report: Report<keyof typeof CLAIM_TEXTS>): void {
  const [old, now, actual] = [
    before.spec.resources?.requests?.storage,
    after.spec.resources?.requests?.storage,
    before.status?.capacity?.storage,
  ].map((size) => parseQuantity(size ?? '0'));
  if (old === undefined || now === undefined || compareQuantities(now, old) >= 0) return;
  const recovers = gatesOf(minor).has('RecoverVolumeExpansionFailure');
  if (recovers && actual !== undefined && compareQuantities(now, actual) > 0) return;
  report('claim-shrinks', 'spec.resources.requests.storage');
}

/** Fields of a volume that are not its source. */
const NOT_SOURCE = [
  'capacity',
  'accessModes',
  'claimRef',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'mountOptions',
  'volumeMode',
  'nodeAffinity',
  'volumeAttributesClassName',
];

export const volumeUpdateRules = updateRules(
  'io.k8s.api.core.v1.PersistentVolume',
  {
    'volume-source-immutable': volumeText.forbidden(
      'spec.persistentvolumesource is immutable after creation',
      'A volume stands for one piece of storage. Another piece of storage is another volume.',
      'create another PersistentVolume under a new name',
      { 'spec.csi.volumeHandle': 'data-2' },
    ),
    'volume-mode-immutable': volumeText.invalid(
      IMMUTABLE,
      'A volume has a file system or is a block device. It cannot be turned into the other.',
      'create another PersistentVolume under a new name',
      { 'spec.volumeMode': 'Block' },
    ),
    'volume-attributes-class-unset': volumeText.forbidden(
      'update from non-nil value to nil is forbidden',
      'A volume that has a class of volume attributes can get another one, and not none.',
      'name another VolumeAttributesClass',
      { 'spec.volumeAttributesClassName': undefined },
      { since: '1.34', before: { 'spec.volumeAttributesClassName': 'gold' } },
    ),
    'volume-node-affinity-immutable': volumeText.invalid(
      'field is immutable, except for updating from beta label to GA',
      'Where a volume can be used is known once it was made, and pods were scheduled by it.',
      'create another PersistentVolume under a new name',
      { 'spec.nodeAffinity': affinity('node-2') },
      { before: { 'spec.nodeAffinity': affinity('node-1') } },
    ),
  },
  ({ before, after, minor, equal, same }: UpdateNode, report) => {
    const source = ({ spec }: any) => {
      const rest = structuredClone(spec);
      for (const field of NOT_SOURCE) delete rest[field];
      const maySetSecret = before.spec.csi !== undefined && before.spec.csi.controllerExpandSecretRef === undefined;
      if (maySetSecret) delete rest.csi?.controllerExpandSecretRef;
      return rest;
    };
    if (!equal('spec', source(before), source(after))) report('volume-source-immutable', 'spec.persistentvolumesource');
    if (!same('spec.volumeMode')) report('volume-mode-immutable', 'volumeMode', { value: after.spec?.volumeMode });
    if (before.spec.volumeAttributesClassName !== undefined && after.spec.volumeAttributesClassName === undefined) {
      report('volume-attributes-class-unset', 'spec.volumeAttributesClassName');
    }
    if (before.spec?.nodeAffinity === undefined || gatesOf(minor).has('MutablePVNodeAffinity')) return;
    if (!equal('spec.nodeAffinity', withNewLabels(before, after).spec.nodeAffinity, after.spec?.nodeAffinity))
      report('volume-node-affinity-immutable', 'nodeAffinity', {
        value: new GoValue('*core.VolumeNodeAffinity', after.spec?.nodeAffinity),
      });
  },
);

/**
 * The volume of before, with the stable names of labels where the new one has them. Go reads the empty name for a label that has no other, so that a key that is gone counts as the same.
 */
function withNewLabels(before: any, after: any): any {
  const renamed = structuredClone(before);
  const termsOf = ({ spec }: any): any[] => spec?.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  const terms = termsOf(after);
  for (const [index, term] of termsOf(renamed).entries()) {
    for (const list of ['matchExpressions', 'matchFields']) {
      for (const [place, requirement] of (term[list] ?? []).entries()) {
        const { key } = terms[index]?.[list]?.[place] ?? requirement;
        if ((stableNodeLabel(requirement.key) ?? '') === (key ?? '')) requirement.key = key;
      }
    }
  }
  return renamed;
}

/** Clears a class of volume attributes that was not there before, where the feature is off. */
function dropAttributesClass(after: any, before: any, minor: number): void {
  if (gatesOf(minor).has('VolumeAttributesClass') || before.spec.volumeAttributesClassName !== undefined) return;
  delete after.spec.volumeAttributesClassName;
}

/** `PrepareForUpdate` of claims and volumes: what is cleared in a new object is kept where the old one has it. */
export const storageUpdatePreparations: UpdateChanges = {
  'io.k8s.api.core.v1.PersistentVolume': dropAttributesClass,
  'io.k8s.api.core.v1.PersistentVolumeClaim': (after, before, minor) => {
    const { spec } = after;
    dropAttributesClass(after, before, minor);
    if (spec.dataSourceRef?.namespace && before.spec.dataSourceRef === undefined) delete spec.dataSourceRef;
    if (before.spec.dataSource === undefined && before.spec.dataSourceRef === undefined) dropUnknownSource(spec);
    alignDataSources(spec);
  },
};

function affinity(node: string): object {
  const expression = { key: 'kubernetes.io/hostname', operator: 'In', values: [node] };
  return { required: { nodeSelectorTerms: [{ matchExpressions: [expression] }] } };
}
