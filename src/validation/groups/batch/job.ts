import { byteLength, domainPrefixedPath } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { job, template } from './examples';

const LARGEST_MANAGED_BY = 63;
const source = 'validateJobSpec (pkg/apis/batch/validation)';

/** What the pods of a Job must be, and who looks after it. */
export const jobRules = rules(
  'io.k8s.api.batch.v1.JobSpec',
  {
    'job-restart-policy-required': {
      reason: 'FieldValueRequired',
      message: 'valid values: "OnFailure", "Never"',
      why: 'A Job ends when its pods end, so they must not be restarted forever as Always, the default of pods, would. Write restartPolicy: OnFailure (the container is run again in its pod) or Never (a new pod is made).',
      source,
      refused: job({ template: template({ restartPolicy: undefined }) }),
      accepted: job({ template: template({ restartPolicy: 'OnFailure' }) }),
    },
    'job-restart-policy': {
      reason: 'FieldValueNotSupported',
      supported: ['OnFailure', 'Never'],
      why: 'restartPolicy of the pods of a Job is OnFailure or Never.',
      source,
      refused: job({ template: template({ restartPolicy: 'never' }) }),
      alongside: ['pod-choice'],
      accepted: job({ template: template({ restartPolicy: 'Never' }) }),
    },
    'job-restart-policy-with-failure-policy': {
      reason: 'FieldValueInvalid',
      message: 'only "Never" is supported when podFailurePolicy is specified',
      why: 'A failure policy looks at pods that failed. With OnFailure the pod does not fail, its container is started again, so the policy would never see it.',
      source,
      refused: job({
        podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
        template: template({ restartPolicy: 'OnFailure' }),
      }),
      accepted: job({
        podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
      }),
    },
    'job-pod-replacement-policy': {
      reason: 'FieldValueNotSupported',
      message: 'supported values: {supported}',
      why: 'A new pod replaces the old one as soon as that is being deleted (TerminatingOrFailed) or when it has failed entirely (Failed). With a podFailurePolicy only Failed is possible, since the policy needs the exit code.',
      source: 'validatePodReplacementPolicy (pkg/apis/batch/validation)',
      refused: job({ podReplacementPolicy: 'Terminating' }),
      accepted: job({ podReplacementPolicy: 'Failed' }),
    },
    'job-managed-by': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'managedBy names the controller that runs the Job instead of the built-in one, as a domain and a path: example.com/queue.',
      source,
      since: '1.30',
      refused: job({ managedBy: 'queue' }),
      accepted: job({ managedBy: 'example.com/queue' }),
    },
    'job-managed-by-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'An empty name of the controller could only be a mistake. Remove managedBy to let the built-in controller run the Job.',
      source,
      since: '1.30',
      refused: job({ managedBy: '' }),
      accepted: job(),
    },
    'job-managed-by-too-long': {
      reason: 'FieldValueTooLong',
      message: `may not be more than ${LARGEST_MANAGED_BY} bytes`,
      why: 'The name of the controller that runs the Job has at most 63 characters.',
      source,
      since: '1.30',
      refused: job({ managedBy: `example.com/${'q'.repeat(52)}` }),
      accepted: job({ managedBy: `example.com/${'q'.repeat(51)}` }),
    },
  },
  (node, report) => {
    const { required, oneOf } = fieldChecks(report);
    const { managedBy, podReplacementPolicy, podFailurePolicy, template: podTemplate } = node.value;
    if (managedBy !== undefined) {
      required('job-managed-by-required', 'managedBy', managedBy);
      for (const { problem: detail, value } of managedBy === '' ? [] : domainPrefixedPath(managedBy)) {
        report('job-managed-by', 'managedBy', { detail, value });
      }
      if (byteLength(managedBy) > LARGEST_MANAGED_BY) report('job-managed-by-too-long', 'managedBy');
    }
    if (podReplacementPolicy !== undefined) {
      const policies = podFailurePolicy === undefined ? ['Failed', 'TerminatingOrFailed'] : ['Failed'];
      if (!policies.includes(podReplacementPolicy)) {
        report('job-pod-replacement-policy', 'podReplacementPolicy', { supported: policies });
      }
    }
    const field = 'template.spec.restartPolicy';
    const restartPolicy = podTemplate?.spec?.restartPolicy;
    if (!restartPolicy || restartPolicy === 'Always') report('job-restart-policy-required', field);
    else if (oneOf('job-restart-policy', field, restartPolicy, ['OnFailure', 'Never'])) {
      if (podFailurePolicy !== undefined && restartPolicy !== 'Never') {
        report('job-restart-policy-with-failure-policy', field);
      }
    }
  },
);
