import { OMITTED } from '../../../findings';
import { qualifiedName } from '../../../values';
import { fieldChecks, type Report, rules } from '../../rule';
import { job } from './examples';

const MOST_RULES = 20;
const MOST_CONDITIONS = 20;
const MOST_EXIT_CODES = 255;
const source = 'validatePodFailurePolicyRule (pkg/apis/batch/validation)';

const policy = (...policyRules: object[]) => job({ podFailurePolicy: { rules: policyRules } });
const onExitCodes = (fields: object) => policy({ action: 'FailJob', onExitCodes: { operator: 'In', ...fields } });
const onCondition = (fields: object) =>
  policy({ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', ...fields }] });
const disruption = { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] };

/** Which failures of its pods a Job forgives, counts, or gives up at. */
export const podFailurePolicyRules = rules(
  'io.k8s.api.batch.v1.PodFailurePolicy',
  {
    'pod-failure-policy-too-many': {
      reason: 'FieldValueTooMany',
      message: 'must have at most {most} items',
      why: 'The rules are read one after the other for every pod that fails, so their number is limited: 20 rules, 20 conditions, 255 exit codes.',
      source,
      refused: policy(...Array.from({ length: MOST_RULES + 1 }, () => disruption)),
      accepted: policy(...Array.from({ length: MOST_RULES }, () => disruption)),
    },
    'pod-failure-policy-required': {
      reason: 'FieldValueRequired',
      message: 'valid values: {values}',
      why: 'A rule says what to look for and what to do then; neither is guessed.',
      source,
      refused: policy({ onPodConditions: [{ type: 'DisruptionTarget' }] }),
      accepted: policy(disruption),
    },
    'pod-failure-policy-unknown': {
      reason: 'FieldValueNotSupported',
      message: 'supported values: {supported}',
      why: 'Actions are Count, FailIndex, FailJob and Ignore; operators In and NotIn; states True, False and Unknown. Case matters.',
      source,
      refused: policy({ ...disruption, action: 'ignore' }),
      accepted: policy({ ...disruption, action: 'Ignore' }),
    },
    'pod-failure-policy-fail-index': {
      reason: 'FieldValueInvalid',
      message: 'requires the backoffLimitPerIndex to be set',
      why: 'FailIndex gives up one index of an Indexed Job without waiting for its retries; there are retries of one index only with backoffLimitPerIndex.',
      source,
      refused: policy({ ...disruption, action: 'FailIndex' }),
      accepted: job({
        completionMode: 'Indexed',
        completions: 1,
        backoffLimitPerIndex: 1,
        podFailurePolicy: { rules: [{ ...disruption, action: 'FailIndex' }] },
      }),
    },
    'pod-failure-policy-one-matcher': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A rule looks either at exit codes or at conditions of the pod: not at neither, and not at both. Write two rules for both.',
      source,
      refused: policy({ action: 'Ignore' }),
      accepted: policy(disruption),
    },
    'pod-failure-policy-condition-type': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The type of a condition is a qualified name, such as DisruptionTarget or example.com/Evicted.',
      source: 'validatePodFailurePolicyRuleOnPodConditions (pkg/apis/batch/validation)',
      refused: onCondition({ type: 'Disruption Target' }),
      accepted: onCondition({ type: 'DisruptionTarget' }),
    },
    'pod-failure-policy-container': {
      reason: 'FieldValueInvalid',
      message: 'must be one of the container or initContainer names in the pod template',
      why: 'A rule for a container that the pod does not have would never match.',
      source: 'validatePodFailurePolicyRuleOnExitCodes (pkg/apis/batch/validation)',
      refused: onExitCodes({ containerName: 'other', values: [1] }),
      accepted: onExitCodes({ containerName: 'main', values: [1] }),
    },
    'pod-failure-policy-exit-codes': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Exit codes are listed in ascending order, at least one. In cannot match 0, which is success.',
      source: 'validatePodFailurePolicyRuleOnExitCodes (pkg/apis/batch/validation)',
      refused: onExitCodes({ values: [2, 1] }),
      accepted: onExitCodes({ values: [1, 2] }),
    },
    'pod-failure-policy-exit-code-twice': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'Each exit code is listed once; a second mention would change nothing.',
      source: 'validatePodFailurePolicyRuleOnExitCodes (pkg/apis/batch/validation)',
      refused: onExitCodes({ values: [1, 1] }),
      accepted: onExitCodes({ values: [1] }),
    },
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const spec = node.parent?.value ?? {};
    const policyRules: readonly any[] = node.value.rules ?? [];
    if (policyRules.length > MOST_RULES) report('pod-failure-policy-too-many', 'rules', { most: MOST_RULES });
    const pod = spec.template?.spec ?? {};
    const containers = [...(pod.containers ?? []), ...(pod.initContainers ?? [])].map(({ name = '' }) => name);
    each('rules', policyRules, (rule, at) => {
      checkOneOf(report, `${at}.action`, rule.action, ['Count', 'FailIndex', 'FailJob', 'Ignore']);
      if (rule.action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
        report('pod-failure-policy-fail-index', `${at}.action`);
      }
      const conditions = rule.onPodConditions ?? [];
      if (rule.onExitCodes !== undefined) checkExitCodes(report, `${at}.onExitCodes`, rule.onExitCodes, containers);
      checkConditions(report, `${at}.onPodConditions`, conditions);
      if (rule.onExitCodes !== undefined && conditions.length > 0) {
        report('pod-failure-policy-one-matcher', at, {
          value: OMITTED,
          detail: 'specifying both OnExitCodes and OnPodConditions is not supported',
        });
      } else if (rule.onExitCodes === undefined && conditions.length === 0) {
        report('pod-failure-policy-one-matcher', at, {
          value: OMITTED,
          detail: 'specifying one of OnExitCodes and OnPodConditions is required',
        });
      }
    });
  },
);

function checkOneOf(report: Report, field: string, value: string | undefined, allowed: readonly string[]): void {
  const quoted = allowed.map((one) => JSON.stringify(one));
  if (!value) report('pod-failure-policy-required', field, { values: `[${quoted.join(' ')}]` });
  else if (!allowed.includes(value)) report('pod-failure-policy-unknown', field, { supported: allowed });
}

function checkConditions(report: Report, field: string, conditions: readonly any[]): void {
  const { format, each } = fieldChecks(report);
  if (conditions.length > MOST_CONDITIONS) report('pod-failure-policy-too-many', field, { most: MOST_CONDITIONS });
  each(field, conditions, ({ type = '', status }, at) => {
    format('pod-failure-policy-condition-type', `${at}.type`, type, qualifiedName);
    checkOneOf(report, `${at}.status`, status, ['False', 'True', 'Unknown']);
  });
}

function checkExitCodes(report: Report, field: string, onExitCodes: any, containers: readonly string[]): void {
  const { operator, containerName, values = [] } = onExitCodes;
  checkOneOf(report, `${field}.operator`, operator, ['In', 'NotIn']);
  if (containerName !== undefined && !containers.includes(containerName)) {
    report('pod-failure-policy-container', `${field}.containerName`);
  }
  const at = `${field}.values`;
  if (values.length === 0) {
    report('pod-failure-policy-exit-codes', at, { detail: 'at least one value is required' });
  } else if (values.length > MOST_EXIT_CODES) {
    report('pod-failure-policy-too-many', at, { most: MOST_EXIT_CODES });
  }
  const seen = new Set<number>();
  (values as number[]).forEach((value, index) => {
    if (operator === 'In' && value === 0) {
      report('pod-failure-policy-exit-codes', `${at}[${index}]`, { detail: 'must not be 0 for the In operator' });
    }
    if (seen.has(value)) report('pod-failure-policy-exit-code-twice', `${at}[${index}]`, { value });
    seen.add(value);
  });
  if (values.some((value: number, index: number) => index > 0 && values[index - 1] > value)) {
    report('pod-failure-policy-exit-codes', at, { detail: 'must be ordered' });
  }
}
