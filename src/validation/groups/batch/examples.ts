/** A pod template that comes to an end. */
export const template = (spec: object = {}, metadata: object = {}) => ({
  metadata,
  spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36' }], ...spec },
});

export const jobNamed = (name: string, spec: object = {}) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: { template: template(), ...spec },
});

export const job = (spec: object = {}) => jobNamed('report', spec);

export const indexedJob = (spec: object = {}) => job({ completionMode: 'Indexed', completions: 3, ...spec });

export const cronJob = (spec: object = {}, jobSpec: object = {}) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'report' },
  spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: template(), ...jobSpec } }, ...spec },
});
