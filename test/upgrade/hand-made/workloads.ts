import { changesOf } from './change';

const container = { name: 'web', image: 'nginx:1.27', ports: [{ containerPort: 80, name: 'http' }] };
const template = (spec: object = {}) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [container], ...spec },
});
const workload = (kind: string, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, template: template(), ...spec },
});
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: { containers: [container] },
};
const job = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'migrate' },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'migrate', image: 'shop:1' }] } } },
};
const cronJob = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'report' },
  spec: { schedule: '0 3 * * *', jobTemplate: { spec: job.spec } },
};
const claimTemplate = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } } },
};
const autoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 5 },
};
const budget = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web' },
  spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
};
const first = 'spec.template.spec.containers[0]';

export const WORKLOAD_CHANGES = [
  ...changesOf(workload('Deployment'), {
    'new image': { [`${first}.image`]: 'nginx:1.28' },
    'more replicas': { 'spec.replicas': 5 },
    'replicas left to an autoscaler': [{ 'spec.replicas': 3 }, { 'spec.replicas': undefined }],
    'a label in the selector': {
      'spec.selector.matchLabels.tier': 'front',
      'spec.template.metadata.labels.tier': 'front',
    },
    'another selector': { 'spec.selector.matchLabels.app': 'shop', 'spec.template.metadata.labels.app': 'shop' },
    'labels of pods that the selector does not match': { 'spec.template.metadata.labels.app': 'shop' },
    Recreate: { 'spec.strategy': { type: 'Recreate' } },
    'Recreate after maxSurge': [
      { 'spec.strategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2 } } },
      { 'spec.strategy': { type: 'Recreate' } },
    ],
    'Recreate with the old rollingUpdate': [
      { 'spec.strategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2 } } },
      { 'spec.strategy.type': 'Recreate' },
    ],
    'a second container': { 'spec.template.spec.containers[1]': { name: 'proxy', image: 'envoy:1' } },
    'the container renamed': { [`${first}.name`]: 'shop' },
    'a probe': { [`${first}.readinessProbe`]: { httpGet: { path: '/', port: 'http' } } },
    'another kind of probe': [
      { [`${first}.readinessProbe`]: { httpGet: { path: '/', port: 80 } } },
      { [`${first}.readinessProbe`]: { tcpSocket: { port: 80 } } },
    ],
    'a port over UDP instead of TCP': { [`${first}.ports[0].protocol`]: 'UDP' },
    'the same port for UDP too': { [`${first}.ports[1]`]: { containerPort: 80, name: 'http3', protocol: 'UDP' } },
    'limits below requests': [
      { [`${first}.resources`]: { requests: { memory: '1Gi' } } },
      { [`${first}.resources.limits`]: { memory: '512Mi' } },
    ],
    'an emptyDir becomes a claim': [
      { 'spec.template.spec.volumes': [{ name: 'data', emptyDir: {} }] },
      { 'spec.template.spec.volumes': [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
    ],
    'maxUnavailable and maxSurge zero': {
      'spec.strategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } },
    },
    'an environment variable from a literal to a Secret': [
      { [`${first}.env`]: [{ name: 'PASSWORD', value: 'a' }] },
      { [`${first}.env`]: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'auth', key: 'password' } } }] },
    ],
  }),
  ...changesOf(workload('StatefulSet', { serviceName: 'web', volumeClaimTemplates: [claimTemplate] }), {
    'new image': { [`${first}.image`]: 'nginx:1.28' },
    'more replicas': { 'spec.replicas': 3 },
    'larger claims': { 'spec.volumeClaimTemplates[0].spec.resources.requests.storage': '20Gi' },
    'the same size in other units': { 'spec.volumeClaimTemplates[0].spec.resources.requests.storage': '8192Mi' },
    'another class of the claims': { 'spec.volumeClaimTemplates[0].spec.storageClassName': 'fast' },
    'a second claim': { 'spec.volumeClaimTemplates[1]': { ...claimTemplate, metadata: { name: 'logs' } } },
    'another Service': { 'spec.serviceName': 'web-headless' },
    'pods in parallel': { 'spec.podManagementPolicy': 'Parallel' },
    OnDelete: { 'spec.updateStrategy': { type: 'OnDelete' } },
    'OnDelete after a partition': [
      { 'spec.updateStrategy': { type: 'RollingUpdate', rollingUpdate: { partition: 2 } } },
      { 'spec.updateStrategy': { type: 'OnDelete' } },
    ],
    'a partition': { 'spec.updateStrategy': { rollingUpdate: { partition: 1 } } },
    'claims deleted with it': { 'spec.persistentVolumeClaimRetentionPolicy': { whenDeleted: 'Delete' } },
    'ordinals from one': { 'spec.ordinals': { start: 1 } },
    'another selector': { 'spec.selector.matchLabels.app': 'shop', 'spec.template.metadata.labels.app': 'shop' },
    'fewer old revisions': { 'spec.revisionHistoryLimit': 2 },
  }),
  ...changesOf(workload('DaemonSet'), {
    'new image': { [`${first}.image`]: 'nginx:1.28' },
    OnDelete: { 'spec.updateStrategy': { type: 'OnDelete' } },
    'another selector': { 'spec.selector.matchLabels.app': 'shop', 'spec.template.metadata.labels.app': 'shop' },
    surge: { 'spec.updateStrategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
    'surge beside the default': { 'spec.updateStrategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } },
  }),
  ...changesOf(workload('ReplicaSet'), {
    'another selector': { 'spec.selector.matchLabels.app': 'shop', 'spec.template.metadata.labels.app': 'shop' },
    'new image': { [`${first}.image`]: 'nginx:1.28' },
  }),
  ...changesOf(
    {
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: 'web' },
      spec: { selector: { app: 'web' }, template: template() },
    },
    { 'another selector': { 'spec.selector.app': 'shop', 'spec.template.metadata.labels.app': 'shop' } },
  ),
  ...changesOf(pod, {
    'new image': { 'spec.containers[0].image': 'nginx:1.28' },
    'new command': { 'spec.containers[0].command': ['sleep', '1'] },
    'more memory': { 'spec.containers[0].resources': { limits: { memory: '1Gi' } } },
    'a label': { 'metadata.labels.tier': 'front' },
    'a toleration': { 'spec.tolerations': [{ key: 'spot', operator: 'Exists' }] },
    'a toleration less': [
      { 'spec.tolerations': [{ key: 'spot', operator: 'Exists' }] },
      { 'spec.tolerations': undefined },
    ],
    'a deadline': { 'spec.activeDeadlineSeconds': 60 },
    'a longer deadline': [{ 'spec.activeDeadlineSeconds': 60 }, { 'spec.activeDeadlineSeconds': 90 }],
    'a shorter deadline': [{ 'spec.activeDeadlineSeconds': 60 }, { 'spec.activeDeadlineSeconds': 30 }],
    'another restart policy': { 'spec.restartPolicy': 'Never' },
    'a second container': { 'spec.containers[1]': { name: 'proxy', image: 'envoy:1' } },
    'a node': { 'spec.nodeName': 'node-1' },
    'a node selector': { 'spec.nodeSelector': { disk: 'ssd' } },
    'a service account': { 'spec.serviceAccountName': 'shop' },
    'an environment variable': { 'spec.containers[0].env': [{ name: 'MODE', value: 'a' }] },
  }),
  ...changesOf(job, {
    'new image': { [`${first}.image`]: 'shop:2' },
    suspended: { 'spec.suspend': true },
    'resources while it is suspended': [
      { 'spec.suspend': true },
      { [`${first}.resources`]: { requests: { cpu: '1' } } },
    ],
    'a node selector while it is suspended': [
      { 'spec.suspend': true },
      { 'spec.template.spec.nodeSelector': { disk: 'ssd' } },
    ],
    'more completions': [{ 'spec.completions': 2 }, { 'spec.completions': 4 }],
    'more pods at a time': [{ 'spec.completions': 4 }, { 'spec.parallelism': 2 }],
    'an elastic indexed Job grows': [
      { 'spec.completions': 2, 'spec.parallelism': 2, 'spec.completionMode': 'Indexed' },
      { 'spec.completions': 4, 'spec.parallelism': 4 },
    ],
    indexed: [{ 'spec.completions': 2 }, { 'spec.completionMode': 'Indexed' }],
    'more retries': { 'spec.backoffLimit': 2 },
    'a deadline': { 'spec.activeDeadlineSeconds': 600 },
    'a time to live': { 'spec.ttlSecondsAfterFinished': 60 },
    'a label of the pods': { 'spec.template.metadata.labels': { tier: 'batch' } },
    'a failure policy': {
      'spec.podFailurePolicy': { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }] },
    },
    'a selector': { 'spec.selector': { matchLabels: { app: 'x' } } },
  }),
  ...changesOf(cronJob, {
    'another schedule': { 'spec.schedule': '0 4 * * *' },
    'a broken schedule': { 'spec.schedule': '0 25 * * *' },
    'a time zone': { 'spec.timeZone': 'Europe/Berlin' },
    'new image': { 'spec.jobTemplate.spec.template.spec.containers[0].image': 'shop:2' },
    suspended: { 'spec.suspend': true },
  }),
  ...changesOf(autoscaler, {
    'more replicas': { 'spec.maxReplicas': 9 },
    'a minimum above the maximum': { 'spec.minReplicas': 6 },
    'another target': { 'spec.scaleTargetRef.name': 'shop' },
    'a metric': {
      'spec.metrics': [
        { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
    },
  }),
  ...changesOf(budget, {
    'maxUnavailable instead of minAvailable': { 'spec.minAvailable': undefined, 'spec.maxUnavailable': 1 },
    'maxUnavailable beside minAvailable': { 'spec.maxUnavailable': 1 },
    'another selector': { 'spec.selector.matchLabels.app': 'shop' },
  }),
];
