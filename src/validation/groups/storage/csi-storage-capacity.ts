import { deprecatedNodeLabel } from '../../../facts';
import { dns1123Subdomain, MUST_NOT_BE_NEGATIVE, parseQuantity, quantityText, signOfQuantity } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { csiStorageCapacity } from './examples';

const text = textsFor('ValidateCSIStorageCapacity (pkg/apis/storage/validation)', csiStorageCapacity);

export const csiStorageCapacityRules = rules(
  'io.k8s.api.storage.v1.CSIStorageCapacity',
  {
    'csi-storage-capacity-class': text.invalid(
      '{detail}',
      'StorageClasses are objects, and their names are DNS subdomains.',
      {
        storageClassName: 'Fast',
      },
    ),
    'csi-storage-capacity-negative': text.invalid(
      MUST_NOT_BE_NEGATIVE,
      'The capacity is the space that is left, so it is not negative.',
      { capacity: '-1Gi' },
    ),
    'csi-storage-capacity-label-deprecated': text.warning(
      '{detail}',
      'Nodes have carried the new label for years, and may lose the old one. Use the label that the message names.',
      { nodeTopology: { matchExpressions: [{ key: 'failure-domain.beta.kubernetes.io/zone', operator: 'Exists' }] } },
      { source: 'GetWarningsForCSIStorageCapacity (pkg/api/storage)' },
    ),
  },
  (node, report) => {
    const { format, each } = fieldChecks(report);
    const { storageClassName = '', capacity, nodeTopology } = node.value;
    format('csi-storage-capacity-class', 'storageClassName', storageClassName, dns1123Subdomain);
    const amount = capacity === undefined ? undefined : parseQuantity(capacity);
    if (amount !== undefined && signOfQuantity(amount) < 0) {
      report('csi-storage-capacity-negative', 'capacity', { value: quantityText(capacity ?? '0') });
    }
    each('nodeTopology.matchExpressions', nodeTopology?.matchExpressions, ({ key = '' }, at) => {
      const field = `${at}.key`;
      const warning = deprecatedNodeLabel(key);
      if (warning !== undefined) {
        report('csi-storage-capacity-label-deprecated', field, { detail: `${field}: ${key} is ${warning}` });
      }
    });
    for (const label of Object.keys(nodeTopology?.matchLabels ?? {})) {
      const field = `nodeTopology.matchLabels.${label}`;
      const warning = deprecatedNodeLabel(label);
      if (warning !== undefined)
        report('csi-storage-capacity-label-deprecated', field, { detail: `${field}: ${warning}` });
    }
  },
);
