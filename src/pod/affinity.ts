import type { coreV1, metaV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { labelValue, qualifiedName } from '../values';
import { checkOneOf, checkText, checkWhole, definedFields, entriesOf, fieldsOf, under } from './checks';

/** A requirement on node labels. */
export interface NodeRequirement {
  /** Label of the node, such as `disktype`. */
  readonly key: string;
  /** @default 'In' with values, 'Exists' without */
  readonly operator?: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  /** Values for the operator. */
  readonly values?: readonly string[];
  /** 1 to 100: makes this a preference with this weight, not a requirement. */
  readonly weight?: number;
}

/** A requirement on other pods in the same topology domain. */
export interface PodRequirement {
  /** Labels of the pods to match. */
  readonly labels: Readonly<Record<string, string>>;
  /** Node label that defines the topology domain. @default 'kubernetes.io/hostname' */
  readonly topologyKey?: string;
  /** Namespaces of the pods to match. @default the pod's namespace */
  readonly namespaces?: readonly string[];
  /** 1 to 100: makes this a preference with this weight, not a requirement. */
  readonly weight?: number;
}

/** Node and pod affinity. */
export interface AffinityProps {
  /** Requirements and preferences for nodes; all requirements must match. Becomes `affinity.nodeAffinity`. */
  readonly nodeAffinity?: readonly NodeRequirement[];
  /** Pods to run in the same topology domain with. Becomes `affinity.podAffinity`. */
  readonly podAffinity?: readonly PodRequirement[];
  /** Pods to run in a different topology domain from. Becomes `affinity.podAntiAffinity`. */
  readonly podAntiAffinity?: readonly PodRequirement[];
}

const HOSTNAME = 'kubernetes.io/hostname';
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** `affinity` of a pod, or undefined when the props set none. */
export function affinityManifest(props: AffinityProps, reportIssue: ReportIssue): coreV1.Affinity | undefined {
  return fieldsOf({
    nodeAffinity: nodeAffinityManifest(props.nodeAffinity ?? [], under(reportIssue, 'nodeAffinity')),
    podAffinity: podAffinityManifest(props.podAffinity ?? [], under(reportIssue, 'podAffinity')),
    podAntiAffinity: podAffinityManifest(props.podAntiAffinity ?? [], under(reportIssue, 'podAntiAffinity')),
  });
}

function nodeAffinityManifest(
  rules: readonly NodeRequirement[],
  reportIssue: ReportIssue,
): coreV1.NodeAffinity | undefined {
  const terms = rules.map((rule, index) => nodeTerm(rule, under(reportIssue, `[${index}]`)));
  const required = terms.filter((_, index) => rules[index]!.weight === undefined);
  const preferred = terms.flatMap((term, index) => {
    const { weight } = rules[index]!;
    return weight === undefined ? [] : [{ weight, preference: { matchExpressions: [term] } }];
  });
  return fieldsOf({
    requiredDuringSchedulingIgnoredDuringExecution:
      required.length === 0 ? undefined : { nodeSelectorTerms: [{ matchExpressions: required }] },
    preferredDuringSchedulingIgnoredDuringExecution: entriesOf(preferred),
  });
}

function nodeTerm(rule: NodeRequirement, reportIssue: ReportIssue): coreV1.NodeSelectorRequirement {
  const operator = rule.operator ?? (rule.values === undefined ? 'Exists' : 'In');
  const values = rule.values ?? [];
  checkText(reportIssue, 'key', rule.key, qualifiedName);
  checkOneOf(reportIssue, 'operator', operator, OPERATORS);
  checkWhole(reportIssue, 'weight', rule.weight, { min: 1, max: 100 });
  if ((operator === 'In' || operator === 'NotIn') && values.length === 0)
    reportIssue('values', `is required for operator ${operator}`);
  if (operator.endsWith('Exist') || operator === 'Exists') {
    if (values.length > 0) reportIssue('values', `must not be set for operator ${operator}`);
  }
  if ((operator === 'Gt' || operator === 'Lt') && !(values.length === 1 && /^-?\d+$/.test(values[0]!))) {
    reportIssue('values', `must be a single integer for operator ${operator}`);
  }
  return definedFields({ key: rule.key, operator, values: entriesOf(values) });
}

function podAffinityManifest(
  rules: readonly PodRequirement[],
  reportIssue: ReportIssue,
): coreV1.PodAffinity | undefined {
  const terms = rules.map((rule, index) => podTerm(rule, under(reportIssue, `[${index}]`)));
  const preferred = terms.flatMap((podAffinityTerm, index) => {
    const { weight } = rules[index]!;
    return weight === undefined ? [] : [{ weight, podAffinityTerm }];
  });
  return fieldsOf({
    requiredDuringSchedulingIgnoredDuringExecution: entriesOf(
      terms.filter((_, index) => rules[index]!.weight === undefined),
    ),
    preferredDuringSchedulingIgnoredDuringExecution: entriesOf(preferred),
  });
}

function podTerm(rule: PodRequirement, reportIssue: ReportIssue): coreV1.PodAffinityTerm {
  checkWhole(reportIssue, 'weight', rule.weight, { min: 1, max: 100 });
  checkText(reportIssue, 'topologyKey', rule.topologyKey ?? HOSTNAME, qualifiedName);
  const labelSelector: metaV1.LabelSelector = { matchLabels: { ...rule.labels } };
  for (const [key, value] of Object.entries(rule.labels)) {
    checkText(reportIssue, 'labels', key, qualifiedName);
    checkText(reportIssue, `labels.${key}`, value, labelValue);
  }
  return definedFields({
    labelSelector,
    namespaces: entriesOf(rule.namespaces),
    topologyKey: rule.topologyKey ?? HOSTNAME,
  });
}
