import { labelValue, qualifiedName } from './names';

/** `metadata.labels` of an object or of a pod template. */
export type Labels = Readonly<Record<string, string>>;

export interface LabelSelectorRequirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

/** What is wrong with one part of a selector; `field` is relative to the selector. */
export interface LabelSelectorProblem {
  readonly field: string;
  readonly reason: 'FieldValueRequired' | 'FieldValueForbidden' | 'FieldValueInvalid';
  readonly message: string;
  readonly value?: unknown;
}

/** What is wrong with labels; the server names the map, not the key in it. */
export function labelsProblems(labels: Labels | undefined, field: string): LabelSelectorProblem[] {
  const problems: LabelSelectorProblem[] = [];
  const add = (messages: readonly string[], value: string) => {
    for (const message of messages) problems.push({ field, reason: 'FieldValueInvalid', message, value });
  };
  for (const [key, value] of Object.entries(labels ?? {})) {
    add(qualifiedName(key), key);
    add(labelValue(value ?? ''), value);
  }
  return problems;
}

function requirementProblems(requirement: LabelSelectorRequirement, field: string): LabelSelectorProblem[] {
  const { key = '', operator = '', values = [] } = requirement;
  const problems: LabelSelectorProblem[] = [];
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) {
      problems.push({
        field: `${field}.values`,
        reason: 'FieldValueRequired',
        message: "must be specified when `operator` is 'In' or 'NotIn'",
      });
    }
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0) {
      problems.push({
        field: `${field}.values`,
        reason: 'FieldValueForbidden',
        message: "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
      });
    }
  } else {
    problems.push({
      field: `${field}.operator`,
      reason: 'FieldValueInvalid',
      message: 'not a valid selector operator',
      value: operator,
    });
  }
  for (const message of qualifiedName(key)) {
    problems.push({ field: `${field}.key`, reason: 'FieldValueInvalid', message, value: key });
  }
  values.forEach((value, index) => {
    for (const message of labelValue(value ?? '')) {
      problems.push({ field: `${field}.values[${index}]`, reason: 'FieldValueInvalid', message, value });
    }
  });
  return problems;
}

/** All that the server has against a label selector, in its order. */
export function labelSelectorProblems(selector: LabelSelector | undefined): LabelSelectorProblem[] {
  return [
    ...labelsProblems(selector?.matchLabels, 'matchLabels'),
    ...(selector?.matchExpressions ?? []).flatMap((requirement, index) =>
      requirementProblems(requirement, `matchExpressions[${index}]`),
    ),
  ];
}

/** Selectors of custom resources may have values of any type. */
function listOf<T>(value: readonly T[] | null | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether labels and expressions of a selector can be read: of a custom resource, they may be anything. */
function isReadable(selector: LabelSelector): boolean {
  return isMap(selector) && isMap(selector.matchLabels ?? {}) && Array.isArray(selector.matchExpressions ?? []);
}

/** Whether a value has the types of a label selector; what another one selects is not known. */
export function isLabelSelector(value: any): value is LabelSelector {
  return (
    isReadable(value) &&
    Object.values(value.matchLabels ?? {}).every((label) => typeof (label ?? '') === 'string') &&
    listOf(value.matchExpressions).every((one) => isMap(one) && Array.isArray(Object(one).values ?? []))
  );
}

/** Whether a selector names nothing, and so matches everything. */
export function isEmptySelector(selector: LabelSelector): boolean {
  return (
    isReadable(selector) &&
    Object.keys(selector.matchLabels ?? {}).length === 0 &&
    listOf(selector.matchExpressions).length === 0
  );
}

function meets(requirement: LabelSelectorRequirement, labels: Labels): boolean {
  const key = requirement.key ?? '';
  const has = Object.hasOwn(labels, key);
  switch (requirement.operator) {
    case 'In':
      return has && listOf(requirement.values).includes(labels[key]!);
    case 'NotIn':
      return !has || !listOf(requirement.values).includes(labels[key]!);
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    default:
      return false;
  }
}

/** Whether labels satisfy every part of a selector. An empty selector matches all labels, one of a wrong type none. */
export function selectorMatches(selector: LabelSelector, labels: Labels = {}): boolean {
  return (
    isReadable(selector) &&
    Object.entries(selector.matchLabels ?? {}).every(
      ([key, value]) => Object.hasOwn(labels, key) && labels[key] === (value ?? ''),
    ) &&
    listOf(selector.matchExpressions).every((requirement) => meets(Object(requirement), labels))
  );
}

/** Longer selectors are cut: the field has all of it. */
const LONGEST_TEXT = 100;

/** A selector as `kubectl get -l` takes it: `app=shop,tier in (web,api),!canary`. */
export function selectorText({ matchLabels, matchExpressions }: LabelSelector): string {
  const labels = Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = listOf(matchExpressions).map((requirement) => {
    const { key = '', operator = '', values } = Object(requirement) as LabelSelectorRequirement;
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'NotIn' ? 'notin' : String(operator).toLowerCase()} (${listOf(values).join(',')})`;
  });
  const text = [...labels, ...expressions].join(',');
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
