import { dns1123Label } from '../../../values';
import { rules } from '../../rule';
import { indexedJob, job, jobNamed } from './examples';

const MANY_COMPLETIONS = 100_000;
const LARGEST_PARALLELISM = 100_000;
const LARGEST_FAILED_INDEXES = 100_000;
const LIMIT_FOR_MANY_COMPLETIONS = 10_000;
const AT_MOST_FOR_MANY_COMPLETIONS = `must be less than or equal to ${LIMIT_FOR_MANY_COMPLETIONS} when completions are above ${MANY_COMPLETIONS} and used with backoff limit per index`;
const source = 'validateJobSpec (pkg/apis/batch/validation)';

/** Jobs whose pods have an index, and fields that only those may have. */
export const indexedJobRules = rules(
  'io.k8s.api.batch.v1.JobSpec',
  {
    'job-completion-mode': {
      reason: 'FieldValueNotSupported',
      supported: ['NonIndexed', 'Indexed'],
      why: 'The pods of a Job are all alike (NonIndexed, the default) or have a number each (Indexed).',
      source,
      refused: job({ completionMode: 'indexed', completions: 3 }),
      accepted: job({ completionMode: 'Indexed', completions: 3 }),
    },
    'job-indexed-completions': {
      reason: 'FieldValueRequired',
      message: 'when completion mode is Indexed',
      why: 'An Indexed Job runs one pod for each number from 0 to completions - 1, so completions is required.',
      source,
      refused: job({ completionMode: 'Indexed', parallelism: 3 }),
      accepted: job({ completionMode: 'Indexed', parallelism: 3, completions: 3 }),
    },
    'job-indexed-limit': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The state of all indexes is kept in one object, whose size is limited. Run fewer pods at a time, or split the Job.',
      source,
      refused: indexedJob({ parallelism: 100_001 }),
      accepted: indexedJob({ parallelism: 100_000 }),
    },
    'job-indexed-max-failed-indexes': {
      reason: 'FieldValueRequired',
      message: `must be specified when completions is above ${MANY_COMPLETIONS}`,
      why: 'The list of failed indexes of so large a Job would outgrow the object that it is kept in, so maxFailedIndexes is required.',
      source,
      refused: indexedJob({ completions: 100_001, backoffLimitPerIndex: 1 }),
      accepted: indexedJob({ completions: 100_001, backoffLimitPerIndex: 1, maxFailedIndexes: 10_000 }),
    },
    'job-not-indexed': {
      reason: 'FieldValueInvalid',
      message: 'requires indexed completion mode',
      why: 'The field counts indexes, and the pods of this Job have none. Set completionMode: Indexed and completions, or remove the field.',
      source,
      refused: job({ backoffLimitPerIndex: 1 }),
      accepted: indexedJob({ backoffLimitPerIndex: 1 }),
    },
    'job-indexed-many-pods': {
      reason: 'Warning',
      severity: 'warning',
      message:
        '{path}: In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail',
      why: 'The list of indexes that are done is kept in the status of the Job; with so many pods at a time it can grow beyond what an object may hold.',
      source: 'WarningsForJobSpec (pkg/api/job)',
      refused: indexedJob({ completions: 100_001, parallelism: 10_001 }),
      accepted: indexedJob({ completions: 100_001, parallelism: 10_000 }),
    },
  },
  (node, report) => {
    const {
      completionMode,
      completions,
      parallelism = 0,
      backoffLimitPerIndex,
      maxFailedIndexes,
      successPolicy,
    } = node.value;
    const [wanted, allowed] = [completions ?? 0, maxFailedIndexes ?? 0];
    const isIndexed = completionMode === 'Indexed';
    if (completionMode !== undefined && !isIndexed && completionMode !== 'NonIndexed') {
      report('job-completion-mode', 'completionMode');
    }
    if (isIndexed) {
      if (completions === undefined) report('job-indexed-completions', 'completions');
      const limit = (field: string, detail: string) => report('job-indexed-limit', field, { detail });
      if (parallelism > LARGEST_PARALLELISM) {
        limit('parallelism', `must be less than or equal to ${LARGEST_PARALLELISM} when completion mode is Indexed`);
      }
      if (maxFailedIndexes !== undefined && completions !== undefined && maxFailedIndexes > completions)
        limit('maxFailedIndexes', 'must be less than or equal to completions');
      if (allowed > LARGEST_FAILED_INDEXES) {
        limit('maxFailedIndexes', `must be less than or equal to ${LARGEST_FAILED_INDEXES}`);
      }
      if (wanted > MANY_COMPLETIONS && backoffLimitPerIndex !== undefined) {
        if (maxFailedIndexes === undefined) report('job-indexed-max-failed-indexes', 'maxFailedIndexes');
        if (parallelism > LIMIT_FOR_MANY_COMPLETIONS) limit('parallelism', AT_MOST_FOR_MANY_COMPLETIONS);
        if (allowed > LIMIT_FOR_MANY_COMPLETIONS) limit('maxFailedIndexes', AT_MOST_FOR_MANY_COMPLETIONS);
      }
      if (wanted > MANY_COMPLETIONS && parallelism > LIMIT_FOR_MANY_COMPLETIONS) {
        report('job-indexed-many-pods', '', { path: node.path });
      }
    } else if (completionMode === undefined || completionMode === 'NonIndexed') {
      for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
        if (node.value[field] !== undefined) report('job-not-indexed', field);
      }
    }
    if (successPolicy !== undefined && !isIndexed) {
      report('job-not-indexed', 'successPolicy');
      node.skip('successPolicy');
    }
  },
);

/** The host name of the last pod of an Indexed Job. */
export const indexedJobNameRules = rules(
  'io.k8s.api.batch.v1.Job',
  {
    'job-indexed-name': {
      reason: 'FieldValueInvalid',
      message: 'will not able to create pod with invalid DNS label: {host}',
      why: 'Pods of an Indexed Job have the host name NAME-INDEX, which must be a DNS label of at most 63 characters without dots. Shorten the name.',
      source: 'ValidateJob (pkg/apis/batch/validation)',
      refused: jobNamed('a'.repeat(62), { completionMode: 'Indexed', completions: 1 }),
      accepted: jobNamed('a'.repeat(61), { completionMode: 'Indexed', completions: 1 }),
    },
  },
  (node, report) => {
    const { metadata, spec } = node.value;
    const { completionMode, completions = 0 } = spec ?? {};
    if (completionMode !== 'Indexed' || completions <= 0) return;
    const host = `${metadata?.name ?? ''}-${completions - 1}`;
    if (dns1123Label(host).length > 0) report('job-indexed-name', 'metadata.name', { host });
  },
);
