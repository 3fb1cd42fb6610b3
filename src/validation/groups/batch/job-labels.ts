/** Labels that the server gives to the pods of a Job, and where their values come from. */
export const JOB_LABELS: Readonly<Record<string, 'name' | 'uid'>> = {
  'controller-uid': 'uid',
  'job-name': 'name',
  'batch.kubernetes.io/controller-uid': 'uid',
  'batch.kubernetes.io/job-name': 'name',
};

/** Stands for the uid that the server would choose; no manifest can know it. */
export const GENERATED_UID = '00000000-0000-4000-8000-000000000000';
