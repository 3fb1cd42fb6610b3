import { SYSTEM_PRIORITIES } from '../../../facts';
import { ownField } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';

const HIGHEST_OF_USERS = 1_000_000_000;
const SYSTEM_PREFIX = 'system-';
const POLICIES = ['PreemptLowerPriority', 'Never'];

const priorityClass = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'important' },
  value: 1000,
};

const text = textsFor('ValidatePriorityClass (pkg/apis/scheduling/validation)', priorityClass);

export const priorityClassRules = rules(
  'io.k8s.api.scheduling.v1.PriorityClass',
  {
    'priority-class-system': text.forbidden(
      "priority class names with 'system-' prefix are reserved for system use only. error: {detail}",
      'Names that start with system- are kept for the classes that every cluster has. Choose another name.',
      { 'metadata.name': 'system-important' },
    ),
    'priority-class-value': text.forbidden(
      `maximum allowed value of a user defined priority is ${HIGHEST_OF_USERS}`,
      'The values above one billion are kept for the parts of the cluster itself, so that no workload can drive them out.',
      { value: HIGHEST_OF_USERS + 1 },
    ),
    'priority-class-preemption-policy': text.notSupported(
      POLICIES,
      'Pods of the class preempt pods of lower priority when no node has space for them, or never do.',
      { preemptionPolicy: 'never' },
    ),
    'priority-class-preemption-policy-required': text.required(
      '',
      'The policy must not be empty. Remove the field for PreemptLowerPriority.',
      { preemptionPolicy: '' },
      { source: 'ValidatePreemptionPolicy (pkg/apis/core/validation)' },
    ),
  },
  (node, report) => {
    const { metadata = {}, value = 0, globalDefault = false, preemptionPolicy } = node.value;
    const name: string = metadata.name ?? '';
    if (name.startsWith(SYSTEM_PREFIX)) {
      const detail = systemProblem(name, value, globalDefault);
      if (detail !== undefined) report('priority-class-system', 'metadata.name', { detail });
    } else if (value > HIGHEST_OF_USERS) report('priority-class-value', 'value');
    if (preemptionPolicy === undefined) return;
    const { required, oneOf } = fieldChecks(report);
    if (required('priority-class-preemption-policy-required', 'preemptionPolicy', preemptionPolicy)) {
      oneOf('priority-class-preemption-policy', 'preemptionPolicy', preemptionPolicy, POLICIES);
    }
  },
);

function systemProblem(name: string, value: number, globalDefault: boolean): string | undefined {
  const wanted = ownField(SYSTEM_PRIORITIES, name);
  if (wanted === undefined) return `${name} is not a known system priority class`;
  if (value !== wanted) return `value of ${name} PriorityClass must be ${wanted}`;
  return globalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}
