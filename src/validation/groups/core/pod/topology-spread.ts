import { hasChange } from '../../../../facts';
import { type FieldNode, fieldChecks, type Report, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { LABEL_KEY_TEXTS, matchAndMismatchLabelKeys, spreadLabelKeys } from './label-keys';

const spread = podTexts('validateTopologySpreadConstraints');
const constraint = (fields: object) => ({
  'spec.topologySpreadConstraints': [
    { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {}, ...fields },
  ],
});
const good = { accepts: constraint({}) };
const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const POLICIES = ['Honor', 'Ignore'];

const TEXTS = {
  ...LABEL_KEY_TEXTS,
  'spread-value': spread.invalid(
    '{detail}',
    'maxSkew is the largest difference in pods between two domains, so it is at least one; minDomains is at least one too and only works with DoNotSchedule.',
    constraint({ maxSkew: 0 }),
    good,
  ),
  'spread-topology-key-required': spread.required(
    'can not be empty',
    'Domains are made of nodes with the same value of a label; topologyKey is the key of that label.',
    constraint({ topologyKey: '' }),
    good,
  ),
  'spread-choice': spread.notSupported(
    'supported values: {supported}',
    'The field takes one of the two supported values; case matters.',
    constraint({ whenUnsatisfiable: 'Never' }),
    good,
  ),
  'spread-duplicate': spread.duplicate(
    '',
    'Two constraints with the same topologyKey and whenUnsatisfiable say the same thing twice, or contradict each other.',
    {
      'spec.topologySpreadConstraints[1]': {
        maxSkew: 2,
        topologyKey: 'zone',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: {},
      },
    },
    { with: constraint({}) },
  ),
} as const;
type ReportRule = Report<keyof typeof TEXTS>;

/** How pods are spread over nodes and zones. */
export const topologySpreadRules = rules('io.k8s.api.core.v1.TopologySpreadConstraint', TEXTS, (node, report) => {
  const { required } = fieldChecks(report);
  const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '', minDomains } = node.value;
  const wrong = (field: string, value: unknown, detail: string): void =>
    report('spread-value', field, { value, detail });
  if (maxSkew <= 0) wrong('maxSkew', maxSkew, 'must be greater than zero');
  required('spread-topology-key-required', 'topologyKey', topologyKey);
  oneOf(node, 'whenUnsatisfiable', ACTIONS, report);
  if (isRepeated(node)) {
    const value = `{${topologyKey}, ${whenUnsatisfiable}}`;
    report('spread-duplicate', '{topologyKey, whenUnsatisfiable}', { value });
  }
  if (minDomains !== undefined) {
    if (minDomains <= 0) wrong('minDomains', minDomains, 'must be greater than zero');
    if (whenUnsatisfiable !== 'DoNotSchedule') {
      const detail = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`;
      wrong('minDomains', minDomains, detail);
    }
  }
  for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
    if (node.value[field] !== undefined) oneOf(node, field, POLICIES, report);
  }
  if (hasChange(node.minor, 'SpreadLabelKeysMerged'))
    matchAndMismatchLabelKeys({ ...node.value, mismatchLabelKeys: undefined }, report);
  else spreadLabelKeys(node.value, report);
});

function oneOf(node: FieldNode, field: string, allowed: readonly string[], report: ReportRule): void {
  const value = node.value[field] ?? '';
  if (!allowed.includes(value)) report('spread-choice', field, { value, supported: sortedValues(allowed) });
}

/** Whether a later constraint has the same topology key and action: the server names the first of two. */
function isRepeated(node: FieldNode): boolean {
  const list: readonly any[] = node.parent?.value.topologySpreadConstraints ?? [];
  const { topologyKey = '', whenUnsatisfiable = '' } = node.value;
  return list
    .slice(list.indexOf(node.value) + 1)
    .some(
      (other) => (other.topologyKey ?? '') === topologyKey && (other.whenUnsatisfiable ?? '') === whenUnsatisfiable,
    );
}
