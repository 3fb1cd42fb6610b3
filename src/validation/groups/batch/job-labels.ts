/** Labels that the server gives to the pods of a Job, and where their values come from. */
export const JOB_LABELS: Readonly<Record<string, 'name' | 'uid'>> = {
  'controller-uid': 'uid',
  'job-name': 'name',
  'batch.kubernetes.io/controller-uid': 'uid',
  'batch.kubernetes.io/job-name': 'name',
};
