import { MUST_NOT_BE_NEGATIVE } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { indexedJob, job } from './examples';

const COUNTS: Readonly<Record<string, readonly string[]>> = {
  'io.k8s.api.batch.v1.JobSpec': [
    'parallelism',
    'completions',
    'activeDeadlineSeconds',
    'backoffLimit',
    'ttlSecondsAfterFinished',
    'backoffLimitPerIndex',
    'maxFailedIndexes',
  ],
  'io.k8s.api.batch.v1.CronJobSpec': [
    'startingDeadlineSeconds',
    'successfulJobsHistoryLimit',
    'failedJobsHistoryLimit',
  ],
};

/** Counts and times of Jobs and CronJobs. */
export const jobCountRules = rules(
  Object.keys(COUNTS),
  {
    'job-count-negative': {
      reason: 'FieldValueInvalid',
      message: MUST_NOT_BE_NEGATIVE,
      why: 'There cannot be fewer than none: numbers of pods, of failures and of seconds are 0 or more.',
      source: 'validateJobSpec, validateCronJobSpec (pkg/apis/batch/validation)',
      refused: job({ backoffLimit: -1 }),
      accepted: job({ backoffLimit: 0 }),
    },
    'job-max-failed-indexes-alone': {
      reason: 'FieldValueRequired',
      message: 'when maxFailedIndexes is specified',
      why: 'An index counts as failed when it used up its own retries, so maxFailedIndexes has a meaning only together with backoffLimitPerIndex.',
      source: 'validateJobSpec (pkg/apis/batch/validation)',
      refused: indexedJob({ maxFailedIndexes: 1 }),
      accepted: indexedJob({ maxFailedIndexes: 1, backoffLimitPerIndex: 1 }),
    },
  },
  (node, report) => {
    const { atLeast } = fieldChecks(report);
    for (const field of COUNTS[node.definition]!) {
      atLeast('job-count-negative', field, node.value[field], 0);
    }
    if (node.value.maxFailedIndexes !== undefined && node.value.backoffLimitPerIndex === undefined) {
      report('job-max-failed-indexes-alone', 'backoffLimitPerIndex');
    }
  },
);
