import { ACCESS_MODES, gatesOf, hasChange, STORAGE_CLASS_ANNOTATION, VOLUME_MODES } from '../../../facts';
import type { RuleText } from '../../../findings';
import {
  canonicalQuantity,
  dns1123Label,
  dns1123Subdomain,
  isWholeQuantity,
  parseQuantity,
  signOfQuantity,
} from '../../../values';
import { fieldChecks, type Report, rules, sortedValues } from '../../rule';
import { accessModeFaults } from './access-modes';
import { claim } from './storage-examples';

const CLAIM = 'io.k8s.api.core.v1.PersistentVolumeClaim';
const source = 'ValidatePersistentVolumeClaimSpec (pkg/apis/core/validation)';

/** What storage a pod asks for. */
export const persistentVolumeClaimRules = rules(
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec',
  {
    'claim-access-modes-required': {
      reason: 'FieldValueRequired',
      message: 'at least 1 access mode is required',
      why: 'A claim says who mounts the volume: mostly ReadWriteOnce, one node.',
      source,
      refused: claim({ accessModes: [] }),
      accepted: claim({ accessModes: ['ReadWriteOnce'] }),
    },
    'claim-access-mode': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(ACCESS_MODES),
      why: 'A volume is mounted by one node (ReadWriteOnce), by many to read (ReadOnlyMany), by many to write (ReadWriteMany), or by one pod (ReadWriteOncePod).',
      source,
      refused: claim({ accessModes: ['ReadWrite'] }),
      accepted: claim({ accessModes: ['ReadWriteMany'] }),
    },
    'claim-one-pod': {
      reason: 'FieldValueForbidden',
      message: 'may not use ReadWriteOncePod with other access modes',
      why: 'A volume for one pod alone cannot be shared at the same time.',
      source,
      refused: claim({ accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }),
      accepted: claim({ accessModes: ['ReadWriteOncePod'] }),
    },
    'claim-storage-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A claim says how much storage it needs, in resources.requests.storage. The server names the field without "requests".',
      source,
      refused: claim({ resources: {} }),
      accepted: claim({ resources: { requests: { storage: '1Gi' } } }),
    },
    'claim-storage': {
      reason: 'FieldValueInvalid',
      message: 'must be greater than zero',
      why: 'A claim asks for more than nothing; write the size as in 10Gi.',
      source,
      refused: claim({ resources: { requests: { storage: 0 } } }),
      accepted: claim({ resources: { requests: { storage: '1Gi' } } }),
    },
    'claim-class': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The class is the name of a StorageClass or VolumeAttributesClass, which is a DNS subdomain.',
      source,
      refused: claim({ storageClassName: 'Fast' }),
      accepted: claim({ storageClassName: 'fast' }),
    },
    'claim-volume-mode': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(VOLUME_MODES),
      why: 'Pods see a volume as a directory (Filesystem, the default) or as a raw device (Block).',
      source,
      refused: claim({ volumeMode: 'File' }),
      accepted: claim({ volumeMode: 'Filesystem' }),
    },
    'claim-data-source-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'The object whose data the new volume starts with has a kind and a name.',
      source: 'validateDataSource, validateDataSourceRef (pkg/apis/core/validation)',
      refused: claim({ dataSource: { kind: 'PersistentVolumeClaim', name: '' } }),
      accepted: claim({ dataSource: { kind: 'PersistentVolumeClaim', name: 'old' } }),
    },
    'claim-data-source': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Data comes from another claim, from a VolumeSnapshot of the group snapshot.storage.k8s.io, or from an object of another named group.',
      source: 'validateDataSource, validateDataSourceRef (pkg/apis/core/validation)',
      refused: claim({ dataSourceRef: { kind: 'VolumeSnapshot', name: 'old' } }),
      accepted: claim({ dataSourceRef: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'old' } }),
    },
    'claim-two-data-sources': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'dataSourceRef is the newer name of dataSource; when both are set they must be equal. Keep dataSourceRef.',
      source,
      refused: claim({
        dataSource: { kind: 'PersistentVolumeClaim', name: 'old' },
        dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'older' },
      }),
      accepted: claim({ dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'old' } }),
    },
  },
  (node, report) => {
    const { required, oneOf, format } = fieldChecks(report);
    const { accessModes = [], resources, storageClassName, volumeMode, volumeAttributesClassName } = node.value;
    required('claim-access-modes-required', 'accessModes', accessModes);
    const faults = accessModeFaults(accessModes);
    for (const value of faults.unknown) report('claim-access-mode', 'accessModes', { value });
    if (faults.mixed) report('claim-one-pod', 'accessModes');
    const storage = resources?.requests?.storage;
    if (storage === undefined) report('claim-storage-required', 'resources[storage]');
    else if (signOfQuantity(parseQuantity(storage)!) <= 0)
      report('claim-storage', 'resources[storage]', { value: canonicalQuantity(parseQuantity(storage)!) });
    const classes = gatesOf(node.minor).has('VolumeAttributesClass')
      ? [storageClassName, volumeAttributesClassName]
      : [storageClassName];
    for (const [index, name] of classes.entries()) {
      const field = index === 0 ? 'storageClassName' : 'volumeAttributesClassName';
      if (name) format('claim-class', field, name, dns1123Subdomain);
    }
    oneOf('claim-volume-mode', 'volumeMode', volumeMode, VOLUME_MODES);
    checkDataSources(node.value, node.minor, report);
  },
);

function checkDataSources({ dataSource, dataSourceRef }: any, minor: number, report: Report): void {
  const { required } = fieldChecks(report);
  for (const [field, reference] of Object.entries({ dataSource, dataSourceRef })) {
    if (reference === undefined) continue;
    const { name = '', kind = '', apiGroup = '', namespace = '' } = reference as any;
    required('claim-data-source-required', `${field}.name`, name);
    required('claim-data-source-required', `${field}.kind`, kind);
    if (apiGroup === '' && kind !== 'PersistentVolumeClaim') {
      const detail = "must be 'PersistentVolumeClaim' when referencing the default apiGroup";
      report('claim-data-source', field, { detail, value: kind });
    }
    for (const detail of apiGroup === '' || !hasChange(minor, 'DataSourceGroup') ? [] : dns1123Subdomain(apiGroup)) {
      report('claim-data-source', `${field}.apiGroup`, { detail });
    }
    // Decoding leaves a dataSource without a namespace, which is not one of its fields.
    for (const detail of namespace === '' ? [] : dns1123Label(namespace)) {
      report('claim-data-source', `${field}.namespace`, { detail });
    }
  }
  if (dataSource === undefined || dataSourceRef === undefined) return;
  // The server shows a path in place of a value, which has no fields in JSON; older servers print the addresses in it.
  const shown = hasChange(minor, 'ValuesAsJson') ? { value: {} } : {};
  if (dataSourceRef.namespace) {
    const detail = 'may not be specified when dataSourceRef.namespace is specified';
    report('claim-two-data-sources', '', { detail, ...shown });
  } else if (['kind', 'name', 'apiGroup'].some((key) => (dataSource[key] ?? '') !== (dataSourceRef[key] ?? ''))) {
    report('claim-two-data-sources', '', { detail: 'must match dataSourceRef', ...shown });
  }
}

const STATEFUL_SET = 'io.k8s.api.apps.v1.StatefulSetSpec';
const FRACTION_TEXTS: Readonly<Record<'claim-storage-fraction', RuleText>> = {
  'claim-storage-fraction': {
    reason: 'Warning',
    severity: 'warning',
    message: '{path}[storage]: fractional byte value {amount} is invalid, must be an integer',
    why: 'Storage is counted in bytes. "1m" is a thousandth of a byte; the suffix of megabytes is M, of mebibytes Mi.',
    source: 'GetWarningsForPersistentVolumeClaimSpec (pkg/api/persistentvolumeclaim)',
    refused: claim({ resources: { requests: { storage: '500m' } } }),
    accepted: claim({ resources: { requests: { storage: '500M' } } }),
  },
};

/** Parts of a byte that a claim asks for. */
export const claimFractionRules = rules(
  ['io.k8s.api.core.v1.PersistentVolumeClaimSpec', STATEFUL_SET],
  FRACTION_TEXTS,
  (node, report) => {
    const { each } = fieldChecks(report);
    if (node.definition !== STATEFUL_SET) {
      if (node.ancestor(STATEFUL_SET)?.value.volumeClaimTemplates?.includes(node.parent?.value) !== true) {
        warnOfFractions(node.value, `${node.path}.`, '', report);
      }
      return;
    }
    // The server leaves the spec of the claim out of the path.
    each('volumeClaimTemplates', node.value.volumeClaimTemplates, (claim, field) =>
      warnOfFractions(claim.spec ?? {}, `${node.path}.${field}.`, `${field}.`, report),
    );
  },
);

function warnOfFractions({ resources }: any, path: string, field: string, report: Report): void {
  for (const kind of ['requests', 'limits']) {
    const given = resources?.[kind]?.storage;
    const amount = given === undefined ? undefined : parseQuantity(given);
    if (amount === undefined || isWholeQuantity(amount)) continue;
    report('claim-storage-fraction', `${field}resources.${kind}[storage]`, {
      path: `${path}resources.${kind}`,
      amount: JSON.stringify(canonicalQuantity(amount)),
    });
  }
}

/** The old way to name the class of a claim. */
export const claimAnnotationRules = rules(
  CLAIM,
  {
    'claim-storage-class-annotation': {
      reason: 'Warning',
      severity: 'warning',
      message: `metadata.annotations[${STORAGE_CLASS_ANNOTATION}]: deprecated since v1.8; use "storageClassName" attribute instead`,
      why: 'The class has been a field since Kubernetes 1.6: spec.storageClassName.',
      source: 'GetWarningsForPersistentVolumeClaim (pkg/api/persistentvolumeclaim)',
      refused: claim({}, { [STORAGE_CLASS_ANNOTATION]: 'fast' }),
      accepted: claim({ storageClassName: 'fast' }),
    },
  },
  (node, report) => {
    if (node.parent === undefined && node.value.metadata?.annotations?.[STORAGE_CLASS_ANNOTATION] !== undefined) {
      report('claim-storage-class-annotation', `metadata.annotations[${STORAGE_CLASS_ANNOTATION}]`);
    }
  },
);
