import { labelSelectorProblems } from '../../../checks/label-selector';
import { dns1123Label, qualifiedName } from '../../../checks/names';
import { type Place, rules } from '../../../rule';
import { podTexts } from './examples';
import { LABEL_KEY_TEXTS, matchAndMismatchLabelKeys } from './label-keys';

const term = podTexts('validatePodAffinityTerm');
const weighted = podTexts('validateWeightedPodAffinityTerms');
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const podAffinity = (fields: object) => ({
  [`spec.affinity.podAntiAffinity.${REQUIRED}`]: [
    { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } }, ...fields },
  ],
});
const good = { accepts: podAffinity({}) };
const weight = (value: number) => ({
  [`spec.affinity.podAntiAffinity.${PREFERRED}`]: [{ weight: value, podAffinityTerm: { topologyKey: 'zone' } }],
});

export const podAffinityTermRules = rules(
  'io.k8s.api.core.v1.PodAffinityTerm',
  {
    ...LABEL_KEY_TEXTS,
    'affinity-topology-key-required': term.required(
      'can not be empty',
      'Pods are near each other when their nodes have the same value of a label; topologyKey is the key of that label, such as kubernetes.io/hostname.',
      podAffinity({ topologyKey: '' }),
      { ...good, alongside: ['affinity-value'] },
    ),
    'affinity-value': term.invalid(
      '{detail}',
      'Keys, values and operators of selectors must be legal, topologyKey is the key of a label, and namespaces are DNS labels.',
      podAffinity({ topologyKey: 'a b' }),
      good,
    ),
    'affinity-selector-values-required': term.required(
      "must be specified when `operator` is 'In' or 'NotIn'",
      'In and NotIn compare with a list of values, so the list can not be empty.',
      podAffinity({ labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } }),
      good,
    ),
    'affinity-selector-values-forbidden': term.forbidden(
      "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
      'Exists and DoesNotExist look at the key alone.',
      podAffinity({ labelSelector: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['web'] }] } }),
      good,
    ),
  },
  (place, report) => {
    const { topologyKey = '', namespaces = [], matchLabelKeys, mismatchLabelKeys, labelSelector } = place.value;
    for (const field of ['labelSelector', 'namespaceSelector']) {
      for (const problem of labelSelectorProblems(place.value[field])) {
        const at = `${field}.${problem.field}`;
        if (problem.reason === 'FieldValueRequired') report('affinity-selector-values-required', at);
        else if (problem.reason === 'FieldValueForbidden') report('affinity-selector-values-forbidden', at);
        else report('affinity-value', at, { value: problem.value, detail: problem.message });
      }
    }
    for (const name of namespaces) {
      for (const detail of dns1123Label(name)) report('affinity-value', 'namespace', { value: name, detail });
    }
    if (place.minor >= 31) {
      matchAndMismatchLabelKeys({ matchLabelKeys, mismatchLabelKeys, labelSelector }, report);
    }
    if (topologyKey === '') report('affinity-topology-key-required', 'topologyKey');
    for (const detail of qualifiedName(topologyKey))
      report('affinity-value', 'topologyKey', { value: topologyKey, detail });
  },
);

/** Weights of what the scheduler prefers. */
export const affinityWeightRules = rules(
  ['io.k8s.api.core.v1.WeightedPodAffinityTerm', 'io.k8s.api.core.v1.PreferredSchedulingTerm'],
  {
    'affinity-weight': weighted.invalid(
      'must be in the range 1-100',
      'The weight says how much a preference counts beside others, from 1 to 100.',
      weight(0),
      { accepts: weight(50) },
    ),
  },
  (place: Place, report) => {
    const { weight: value = 0 } = place.value;
    if (value <= 0 || value > 100) report('affinity-weight', 'weight', { value });
  },
);
