import type { coreV1, metaV1 } from '../kubernetes';
import type { Problem } from '../props';
import { labelValue, qualifiedName } from '../values';
import { checkOneOf, checkText, checkWhole, definedFields, entriesOf, fieldsOf, under } from './checks';

/** A demand on a node's labels. */
export interface NodeRequirement {
  /** Label of the node, such as `disktype`. */
  readonly key: string;
  /** @default 'In' with values, 'Exists' without */
  readonly operator?: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  /** Values that the operator compares with. */
  readonly values?: readonly string[];
  /** 1 to 100: a wish of this weight instead of a demand. */
  readonly weight?: number;
}

/** A demand on what other pods run nearby. */
export interface PodRequirement {
  /** Labels of the pods that are meant. */
  readonly labels: Readonly<Record<string, string>>;
  /** What counts as near: nodes with the same value of this label. @default 'kubernetes.io/hostname' */
  readonly topologyKey?: string;
  /** Namespaces of those pods. @default the pod's own */
  readonly namespaces?: readonly string[];
  /** 1 to 100: a wish of this weight instead of a demand. */
  readonly weight?: number;
}

/** Which nodes, and which neighbours, pods look for or avoid. */
export interface AffinityProps {
  /** Demands on and wishes about the node; all demands must hold. Becomes `affinity.nodeAffinity`. */
  readonly nodeAffinity?: readonly NodeRequirement[];
  /** Pods to be near to. Becomes `affinity.podAffinity`. */
  readonly podAffinity?: readonly PodRequirement[];
  /** Pods to stay away from. Becomes `affinity.podAntiAffinity`. */
  readonly podAntiAffinity?: readonly PodRequirement[];
}

const HOSTNAME = 'kubernetes.io/hostname';
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** `affinity` of a pod, or undefined when it asks for none. */
export function affinityManifest(props: AffinityProps, problem: Problem): coreV1.Affinity | undefined {
  return fieldsOf({
    nodeAffinity: nodeAffinityManifest(props.nodeAffinity ?? [], under(problem, 'nodeAffinity')),
    podAffinity: podAffinityManifest(props.podAffinity ?? [], under(problem, 'podAffinity')),
    podAntiAffinity: podAffinityManifest(props.podAntiAffinity ?? [], under(problem, 'podAntiAffinity')),
  });
}

function nodeAffinityManifest(rules: readonly NodeRequirement[], problem: Problem): coreV1.NodeAffinity | undefined {
  const terms = rules.map((rule, index) => nodeTerm(rule, under(problem, `[${index}]`)));
  const demands = terms.filter((_, index) => rules[index]!.weight === undefined);
  const wishes = terms.flatMap((term, index) => {
    const { weight } = rules[index]!;
    return weight === undefined ? [] : [{ weight, preference: { matchExpressions: [term] } }];
  });
  return fieldsOf({
    requiredDuringSchedulingIgnoredDuringExecution:
      demands.length === 0 ? undefined : { nodeSelectorTerms: [{ matchExpressions: demands }] },
    preferredDuringSchedulingIgnoredDuringExecution: entriesOf(wishes),
  });
}

function nodeTerm(rule: NodeRequirement, problem: Problem): coreV1.NodeSelectorRequirement {
  const operator = rule.operator ?? (rule.values === undefined ? 'Exists' : 'In');
  const values = rule.values ?? [];
  checkText(problem, 'key', rule.key, qualifiedName);
  checkOneOf(problem, 'operator', operator, OPERATORS);
  checkWhole(problem, 'weight', rule.weight, { min: 1, max: 100 });
  if ((operator === 'In' || operator === 'NotIn') && values.length === 0)
    problem('values', `must be given for ${operator}`);
  if (operator.endsWith('Exist') || operator === 'Exists') {
    if (values.length > 0) problem('values', `must be left out for ${operator}`);
  }
  if ((operator === 'Gt' || operator === 'Lt') && !(values.length === 1 && /^-?\d+$/.test(values[0]!))) {
    problem('values', `must be one whole number for ${operator}`);
  }
  return definedFields({ key: rule.key, operator, values: entriesOf(values) });
}

function podAffinityManifest(rules: readonly PodRequirement[], problem: Problem): coreV1.PodAffinity | undefined {
  const terms = rules.map((rule, index) => podTerm(rule, under(problem, `[${index}]`)));
  const wishes = terms.flatMap((podAffinityTerm, index) => {
    const { weight } = rules[index]!;
    return weight === undefined ? [] : [{ weight, podAffinityTerm }];
  });
  return fieldsOf({
    requiredDuringSchedulingIgnoredDuringExecution: entriesOf(
      terms.filter((_, index) => rules[index]!.weight === undefined),
    ),
    preferredDuringSchedulingIgnoredDuringExecution: entriesOf(wishes),
  });
}

function podTerm(rule: PodRequirement, problem: Problem): coreV1.PodAffinityTerm {
  checkWhole(problem, 'weight', rule.weight, { min: 1, max: 100 });
  checkText(problem, 'topologyKey', rule.topologyKey ?? HOSTNAME, qualifiedName);
  const labelSelector: metaV1.LabelSelector = { matchLabels: { ...rule.labels } };
  for (const [key, value] of Object.entries(rule.labels)) {
    checkText(problem, 'labels', key, qualifiedName);
    checkText(problem, `labels.${key}`, value, labelValue);
  }
  return definedFields({
    labelSelector,
    namespaces: entriesOf(rule.namespaces),
    topologyKey: rule.topologyKey ?? HOSTNAME,
  });
}
