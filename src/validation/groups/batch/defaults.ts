import { gatesOf, hasChange } from '../../../facts';
import type { Changes } from '../../rule';

const LARGEST_INT32 = 2 ** 31 - 1;

export const batchDefaults: Changes = {
  // Only Jobs get these; the templates of CronJobs are completed when a Job is made from them.
  'io.k8s.api.batch.v1.Job': (job, node) => {
    job.spec ??= {};
    const { spec } = job;
    if (spec.completions === undefined && spec.parallelism === undefined) spec.completions = 1;
    spec.parallelism ??= 1;
    spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : LARGEST_INT32;
    const podLabels = spec.template?.metadata?.labels;
    if (podLabels !== undefined && Object.keys(job.metadata?.labels ?? {}).length === 0) {
      job.metadata ??= {};
      job.metadata.labels = podLabels;
    }
    spec.completionMode ??= 'NonIndexed';
    spec.suspend ??= false;
    if (hasChange(node.minor, 'ManualSelectorDefault')) spec.manualSelector ??= false;
    if (gatesOf(node.minor).has('JobPodReplacementPolicy')) {
      spec.podReplacementPolicy ??= spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
    }
  },
  'io.k8s.api.batch.v1.CronJobSpec': (spec) => {
    spec.concurrencyPolicy ||= 'Allow';
    spec.suspend ??= false;
    spec.successfulJobsHistoryLimit ??= 3;
    spec.failedJobsHistoryLimit ??= 1;
  },
  'io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern': (pattern) => {
    pattern.status ||= 'True';
  },
};
