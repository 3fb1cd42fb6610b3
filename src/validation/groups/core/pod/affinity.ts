import { gatesOf } from '../../../../facts';
import { dns1123Label, qualifiedName } from '../../../../values';
import { type FieldNode, fieldChecks, rules } from '../../../rule';
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
  [`spec.affinity.podAntiAffinity.${PREFERRED}`]: [
    { weight: value, podAffinityTerm: { topologyKey: 'zone', labelSelector: {} } },
  ],
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
      'topologyKey is the key of a label: KEY or DOMAIN/KEY. Namespaces are named by DNS labels.',
      podAffinity({ topologyKey: 'a b' }),
      good,
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { topologyKey = '', namespaces = [], matchLabelKeys, mismatchLabelKeys, labelSelector } = node.value;
    for (const name of namespaces) {
      format('affinity-value', 'namespace', name, dns1123Label);
    }
    if (gatesOf(node.minor).has('MatchLabelKeysInPodAffinity')) {
      matchAndMismatchLabelKeys({ matchLabelKeys, mismatchLabelKeys, labelSelector }, report);
    }
    required('affinity-topology-key-required', 'topologyKey', topologyKey);
    format('affinity-value', 'topologyKey', topologyKey, qualifiedName);
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
  (node: FieldNode, report) => {
    const { weight: value = 0 } = node.value;
    if (value <= 0 || value > 100) report('affinity-weight', 'weight', { value });
  },
);
