import { deprecatedNodeLabel } from '../../../facts';
import { qualifiedName } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { storageClass } from './examples';

const TERM = 'allowedTopologies[0].matchLabelExpressions';
const ZONE = { key: 'topology.kubernetes.io/zone', values: ['zone-a'] };

const text = textsFor('ValidateTopologySelectorTerm (pkg/apis/core/validation)', storageClass);

interface Requirement {
  readonly key?: string;
  readonly values?: readonly string[];
}

/** The places where volumes of a storage class may be made. */
export const allowedTopologiesRules = rules(
  'io.k8s.api.storage.v1.StorageClass',
  {
    'topology-values-required': text.required(
      '',
      'An allowed topology without values matches no node. List the zones, or remove the expression.',
      { [`${TERM}[0].values`]: [] },
    ),
    'topology-value-duplicate': text.duplicate('', 'A repeated value has no effect. List each value of a key once.', {
      [`${TERM}[0].values`]: ['zone-a', 'zone-a'],
    }),
    'topology-key': text.invalid(
      '{detail}',
      'Topologies are identified by labels of the nodes, so the key must be a label key.',
      { [`${TERM}[0].key`]: 'a zone' },
    ),
    'topology-key-duplicate': text.duplicate(
      '',
      'All expressions of a term must hold, so a repeated key has no effect. Merge the values.',
      { [TERM]: [ZONE, { ...ZONE, values: ['zone-b'] }] },
    ),
    'topology-term-duplicate': text.duplicate(
      '',
      'A repeated or empty term has no effect. Remove it.',
      { allowedTopologies: [{ matchLabelExpressions: [ZONE] }, { matchLabelExpressions: [ZONE] }] },
      { source: 'validateAllowedTopologies (pkg/apis/storage/validation)' },
    ),
    'topology-key-deprecated': text.warning(
      '{detail}',
      'Nodes have carried the new label for years, and may lose the old one. Use the label that the message names.',
      { [`${TERM}[0].key`]: 'failure-domain.beta.kubernetes.io/zone' },
      { source: 'GetWarningsForStorageClass (pkg/api/storage)' },
    ),
  },
  (node, report) => {
    const { required, format, each, unique } = fieldChecks(report);
    const seen: string[] = [];
    for (const [position, { matchLabelExpressions = [] }] of (node.value.allowedTopologies ?? []).entries()) {
      const keys = new Map<string, string>();
      each(
        `allowedTopologies[${position}].matchLabelExpressions`,
        matchLabelExpressions as Requirement[],
        (requirement, field) => {
          const { key = '', values = [] } = requirement;
          required('topology-values-required', `${field}.values`, values);
          const isNewValue = unique('topology-value-duplicate');
          each(`${field}.values`, values, (value, at) => isNewValue(at, value));
          format('topology-key', `${field}.key`, key, qualifiedName);
          if (keys.has(key)) report('topology-key-duplicate', `${field}.key`, { value: key });
          keys.set(key, JSON.stringify([...new Set(values)].sort()));
          const warning = deprecatedNodeLabel(key);
          if (warning !== undefined)
            report('topology-key-deprecated', `${field}.key`, { detail: `${field}.key: ${warning}` });
        },
      );
      const meaning = JSON.stringify([...keys].sort(([left], [right]) => (left < right ? -1 : 1)));
      // The server compares with empty slots too, so an empty term is a duplicate from the start.
      const copies = seen.filter((other) => other === meaning).length + (keys.size === 0 ? 1 : 0);
      if (copies > 0)
        report('topology-term-duplicate', `allowedTopologies[${position}].matchLabelExpressions`, { value: '' });
      seen.push(meaning);
    }
  },
);
