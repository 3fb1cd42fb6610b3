import { GENERATED_UID, gatesOf } from '../../../facts';
import type { Changes } from '../../rule';
import { JOB_LABELS } from './job-labels';

/** Makes the selector of a Job and the labels of its pods, as the server does. */
function generateSelector(job: any): void {
  const { spec, metadata } = job;
  spec.template ??= {};
  spec.template.metadata ??= {};
  spec.template.metadata.labels ??= {};
  const { labels } = spec.template.metadata;
  for (const [key, from] of Object.entries(JOB_LABELS)) {
    labels[key] ??= from === 'uid' ? GENERATED_UID : (metadata?.name ?? '');
  }
  spec.selector ??= {};
  spec.selector.matchLabels ??= {};
  spec.selector.matchLabels['batch.kubernetes.io/controller-uid'] ??= GENERATED_UID;
}

/** Clears the fields of features that are off in a version. Only Jobs are treated so, not the templates of CronJobs. */
function dropDisabledFields(spec: any, minor: number): void {
  if (!gatesOf(minor).has('JobManagedBy')) delete spec.managedBy;
  if (!gatesOf(minor).has('JobSuccessPolicy')) delete spec.successPolicy;
  if (!gatesOf(minor).has('JobPodReplacementPolicy')) delete spec.podReplacementPolicy;
  if (gatesOf(minor).has('JobBackoffLimitPerIndex')) return;
  delete spec.backoffLimitPerIndex;
  delete spec.maxFailedIndexes;
  if (spec.podFailurePolicy?.rules !== undefined) {
    spec.podFailurePolicy.rules = spec.podFailurePolicy.rules.filter(({ action }: any) => action !== 'FailIndex');
  }
}

export const batchPreparations: Changes = {
  'io.k8s.api.batch.v1.Job': (job, node) => {
    delete job.status;
    job.spec ??= {};
    // An object with a uid is in the cluster already, and has its selector.
    if (job.spec.manualSelector !== true && job.metadata?.uid === undefined) generateSelector(job);
    dropDisabledFields(job.spec, node.minor);
  },
  'io.k8s.api.batch.v1.CronJob': (cronJob) => {
    delete cronJob.status;
  },
};
