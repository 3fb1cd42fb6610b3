import { VOLUME_BINDING_MODES } from '../../../facts';
import { byteLength, qualifiedName } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { storageClass, volumeAttributesClass } from './examples';

const PARAMETERS_LIMIT = 512;
const SIZE_LIMIT = 256 * 1024;
const RECLAIM_POLICIES = ['Delete', 'Retain'];
const ATTRIBUTES = 'io.k8s.api.storage.v1.VolumeAttributesClass';

const text = textsFor('ValidateStorageClass (pkg/apis/storage/validation)', storageClass);
const attributes = textsFor('ValidateVolumeAttributesClass (pkg/apis/storage/validation)', volumeAttributesClass);

const manyParameters = Object.fromEntries(
  Array.from({ length: PARAMETERS_LIMIT + 1 }, (_, index) => [`p${index}`, '']),
);

/** What storage classes and classes of volume attributes share: the driver and its parameters. */
export const provisionerRules = rules(
  ['io.k8s.api.storage.v1.StorageClass', ATTRIBUTES],
  {
    'storage-class-provisioner-required': text.required(
      '',
      'A class is served by a driver, whose name is in the documentation of the driver.',
      { provisioner: '' },
      { source: 'validateProvisioner (pkg/apis/storage/validation)' },
    ),
    'storage-class-provisioner': text.invalid(
      '{detail}',
      'A driver is named like a label key: a name, or a domain, a slash and a name.',
      { provisioner: 'csi_example.com/' },
      { source: 'validateProvisioner (pkg/apis/storage/validation)' },
    ),
    'storage-class-parameters-too-many': text.tooLong(
      'may not be more than {limit} bytes',
      'A class can hold 512 parameters whose keys and values have at most 256 KiB together.',
      { parameters: manyParameters },
      { source: 'validateParameters (pkg/apis/storage/validation)' },
    ),
    'storage-class-parameter-name': text.invalid(
      'field can not be empty.',
      'A driver finds a parameter by its name, so the name cannot be empty.',
      { parameters: { '': 'ssd' } },
      { source: 'validateParameters (pkg/apis/storage/validation)' },
    ),
    'volume-attributes-class-parameters-required': attributes.required(
      'must contain at least one key/value pair',
      'A class consists of its parameters, so it needs at least one.',
      { parameters: {} },
      { source: 'validateParameters (pkg/apis/storage/validation)', since: '1.34' },
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const field = node.definition === ATTRIBUTES ? 'driverName' : 'provisioner';
    const driver: string = node.value[field] ?? '';
    if (required('storage-class-provisioner-required', field, driver)) {
      const value = driver.toLowerCase();
      for (const detail of qualifiedName(value)) report('storage-class-provisioner', field, { detail, value });
    }
    const parameters = Object.entries<string>(node.value.parameters ?? {});
    if (parameters.length > PARAMETERS_LIMIT) {
      report('storage-class-parameters-too-many', 'parameters', { limit: PARAMETERS_LIMIT });
      return;
    }
    if (parameters.some(([name]) => name === '')) report('storage-class-parameter-name', 'parameters', { value: '' });
    const size = parameters.reduce((sum, [name, value]) => sum + byteLength(name) + byteLength(value ?? ''), 0);
    if (size > SIZE_LIMIT) report('storage-class-parameters-too-many', 'parameters', { limit: SIZE_LIMIT });
    if (node.definition === ATTRIBUTES && parameters.length === 0) {
      report('volume-attributes-class-parameters-required', 'parameters');
    }
  },
);

export const storageClassRules = rules(
  'io.k8s.api.storage.v1.StorageClass',
  {
    'storage-class-reclaim-policy': text.notSupported(
      sortedValues(RECLAIM_POLICIES),
      'Volumes of the class are either deleted with their claim or kept.',
      { reclaimPolicy: 'Recycle' },
    ),
    'storage-class-binding-mode': text.notSupported(
      sortedValues(VOLUME_BINDING_MODES),
      'Volumes are made at once, or when the first pod that uses them is placed on a node.',
      { volumeBindingMode: 'WaitForConsumer' },
    ),
  },
  (node, report) => {
    const { reclaimPolicy = '', volumeBindingMode } = node.value;
    const { oneOf } = fieldChecks(report);
    if (reclaimPolicy !== '') oneOf('storage-class-reclaim-policy', 'reclaimPolicy', reclaimPolicy, RECLAIM_POLICIES);
    oneOf('storage-class-binding-mode', 'volumeBindingMode', volumeBindingMode, VOLUME_BINDING_MODES);
  },
);
