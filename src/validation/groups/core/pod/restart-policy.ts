import { gatesOf } from '../../../../facts';
import { type FieldNode, fieldChecks, type Report, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { CONTAINERS, roleOf } from './pod-ancestors';

const policy = podTexts('validateContainerRestartPolicy');
const rule = (fields: object) => ({
  'spec.containers[0].restartPolicy': 'Never',
  'spec.containers[0].restartPolicyRules': [
    { action: 'Restart', exitCodes: { operator: 'In', values: [42] }, ...fields },
  ],
});
const good = { accepts: rule({}), since: '1.35' } as const;
const MOST_RULES = 20;
const MANY_RULES = Array(MOST_RULES + 1).fill({ action: 'Restart', exitCodes: { operator: 'In', values: [42] } });
const MOST_CODES = 255;

const TEXTS = {
  'container-restart-policy': podTexts('validateContainers').forbidden(
    'may not be set for non-init containers',
    'Up to Kubernetes 1.33 regular containers follow the restartPolicy of the pod. Only init containers have one of their own, which makes them sidecars.',
    { 'spec.containers[0].restartPolicy': 'Always' },
    { until: '1.33' },
  ),
  'container-restart-policy-choice': policy.notSupported(
    'supported values: {supported}',
    'A container restarts Always, OnFailure or Never; an init container of Kubernetes up to 1.33 only Always.',
    { 'spec.containers[0].restartPolicy': 'Sometimes' },
    { accepts: { 'spec.containers[0].restartPolicy': 'Never' }, since: '1.29' },
  ),
  'restart-rules-need-policy': policy.required(
    'must specify restartPolicy when restart rules are used',
    'Rules are exceptions from the restartPolicy of the container, so it must have one.',
    { 'spec.containers[0].restartPolicy': undefined },
    { with: rule({}), since: '1.35' },
  ),
  'restart-rules-too-many': policy.tooMany(
    `must have at most {limit} items`,
    'A container has at most 20 restart rules, each with at most 255 exit codes.',
    { 'spec.containers[0].restartPolicyRules': MANY_RULES },
    { with: { 'spec.containers[0].restartPolicy': 'Never' }, accepts: rule({}), since: '1.36' },
  ),
  'restart-rules-too-long': policy.tooLong(
    'may not be more than {limit} bytes',
    'A container has at most 20 restart rules, each with at most 255 exit codes. Kubernetes 1.35 has another word for it than later versions.',
    { 'spec.containers[0].restartPolicyRules': MANY_RULES },
    { with: { 'spec.containers[0].restartPolicy': 'Never' }, accepts: rule({}), since: '1.35', until: '1.35' },
  ),
  'restart-rule-choice': policy.notSupported(
    'supported values: {supported}',
    'The action and the operator take one of the supported values; case matters.',
    rule({ action: 'Stop' }),
    good,
  ),
  'restart-rule-exit-codes': policy.required(
    'must be specified',
    'A restart rule looks at the exit code of the container.',
    rule({ exitCodes: undefined }),
    good,
  ),
  'sidecar-restart-rules': podTexts('validateInitContainerRestartPolicy').forbidden(
    'restartPolicyRules are not allowed for init containers with restart policy Always',
    'A sidecar restarts whatever happens, so there is nothing for rules to decide.',
    {
      'spec.initContainers[0].restartPolicyRules': rule({})['spec.containers[0].restartPolicyRules'],
    },
    {
      with: { 'spec.initContainers': [{ name: 'a', image: 'a:1', restartPolicy: 'Always' }] },
      since: '1.35',
      until: '1.35',
    },
  ),
} as const;
type ReportRule = Report<keyof typeof TEXTS>;

/** Restart policy of a single container. Gate ContainerRestartRules, on from 1.35. */
export const containerRestartRules = rules(CONTAINERS, TEXTS, (node, report) => {
  const role = roleOf(node);
  const { restartPolicy, restartPolicyRules = [] } = node.value;
  if (role === 'ephemeralContainers' || (restartPolicy === undefined && restartPolicyRules.length === 0)) return;
  if (!gatesOf(node.minor).has('ContainerRestartRules')) {
    if (role === 'containers') {
      if (restartPolicy !== undefined) report('container-restart-policy', 'restartPolicy');
    } else if (restartPolicy !== undefined) checkChoice(restartPolicy, ['Always'], report);
    return;
  }
  if (
    role === 'initContainers' &&
    !gatesOf(node.minor).has('RestartAllContainersOnContainerExits') &&
    restartPolicy === 'Always'
  ) {
    if (restartPolicyRules.length > 0) report('sidecar-restart-rules', 'restartPolicyRules');
    return;
  }
  if (restartPolicy === undefined) report('restart-rules-need-policy', 'restartPolicy');
  else checkChoice(restartPolicy, ['Always', 'Never', 'OnFailure'], report);
  if (role === 'initContainers' && restartPolicy === undefined) return;
  checkRules(restartPolicyRules, node, report);
});

function checkChoice(value: string, allowed: readonly string[], report: ReportRule): void {
  if (!allowed.includes(value)) {
    report('container-restart-policy-choice', 'restartPolicy', { value, supported: sortedValues(allowed) });
  }
}

function checkRules(list: readonly any[], node: FieldNode, report: ReportRule): void {
  const { each } = fieldChecks(report);
  tooMany(list, MOST_RULES, 'restartPolicyRules', report);
  const actions = gatesOf(node.minor).has('RestartAllContainersOnContainerExits')
    ? ['Restart', 'RestartAllContainers']
    : ['Restart'];
  each('restartPolicyRules', list, ({ action, exitCodes }: any, field) => {
    const oneOf = (at: string, value: string, allowed: readonly string[]): void => {
      if (!allowed.includes(value)) report('restart-rule-choice', at, { value, supported: sortedValues(allowed) });
    };
    oneOf(`${field}.action`, action ?? '', actions);
    if (exitCodes === undefined) {
      report('restart-rule-exit-codes', `${field}.exitCodes`);
      return;
    }
    oneOf(`${field}.exitCodes.operator`, exitCodes.operator ?? '', ['In', 'NotIn']);
    tooMany(exitCodes.values ?? [], MOST_CODES, `${field}.exitCodes.values`, report);
  });
}

function tooMany(list: readonly unknown[], limit: number, field: string, report: ReportRule): void {
  if (list.length <= limit) return;
  report('restart-rules-too-many', field, { limit });
  report('restart-rules-too-long', field, { limit });
}
