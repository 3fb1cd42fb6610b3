import { neverRuns } from '../../values';
import type { ReferenceRule } from '../rule/reference-rule';

const scheduled = (schedule: string) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'report' },
  spec: {
    schedule,
    jobTemplate: {
      spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] } } },
    },
  },
});

export const scheduleNeverRuns: ReferenceRule = {
  id: 'schedule-never-runs',
  isConflict: true,
  severity: 'warning',
  message: 'the schedule never comes: no month of it has such a day',
  why: 'The server accepts every day from 1 to 31 with every month. A Job for February 30 or April 31 is never created.',
  hint: 'use a day that the months have; with 28 the Job runs in every month',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
  refused: [scheduled('0 3 31 2 *')],
  accepted: [scheduled('0 3 28 2 *')],
  on: 'batch/CronJob',
  check: ({ object }) =>
    neverRuns(String(object.spec?.schedule ?? ''))
      ? [
          {
            field: 'spec.schedule',
            message: 'the schedule never comes: no month of it has such a day',
            certainty: 'likely',
          },
        ]
      : [],
};
