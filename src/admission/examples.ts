/** Minimal valid objects for the examples of the rules. */
export const container = (fields: object = {}) => ({ name: 'shop', image: 'shop:1.4.2', ...fields });

export const pod = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: { containers: [container()], ...spec },
});

export const deployment = (spec: object, podSpec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'shop' } },
    template: { metadata: { labels: { app: 'shop' } }, spec: { containers: [container()], ...podSpec } },
    ...spec,
  },
});

export const namespace = (labels: object) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels },
});

export const limitRange = (item: object) => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'limits', namespace: 'shop' },
  spec: { limits: [{ type: 'Container', ...item }] },
});

/** The same object under another name. */
export const named = (name: string, object: any) => ({ ...object, metadata: { ...object.metadata, name } });

export const webhook = () => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'images' },
  webhooks: [],
});

export const quota = (hard: object) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'team', namespace: 'shop' },
  spec: { hard },
});

export const autoscaler = (maxReplicas: number) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' }, maxReplicas },
});

export const claim = () => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});

export const account = () => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'shop', namespace: 'shop' },
});

export const service = (name: string, nodePort: number) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { type: 'NodePort', ports: [{ port: 80, nodePort }] },
});

export const priorityClass = () => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'high' },
  value: 1000,
});

export const runtimeClass = () => ({
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  metadata: { name: 'gvisor' },
  handler: 'runsc',
  scheduling: { nodeSelector: { sandbox: 'on' } },
});

const ON_DEPLOYMENTS = {
  resourceRules: [
    { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['deployments'] },
  ],
};

/** A policy that changes Deployments, and its binding. */
export const boundMutation = (expression: string) => [
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingAdmissionPolicy',
    metadata: { name: 'replicas' },
    spec: {
      matchConstraints: ON_DEPLOYMENTS,
      reinvocationPolicy: 'Never',
      mutations: [{ patchType: 'JSONPatch', jsonPatch: { expression } }],
    },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingAdmissionPolicyBinding',
    metadata: { name: 'replicas' },
    spec: { policyName: 'replicas' },
  },
];

/** A policy for Deployments, and its binding. */
export const bound = (action: string, expression = 'object.spec.replicas <= 5') => [
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'replicas' },
    spec: {
      matchConstraints: ON_DEPLOYMENTS,
      validations: [{ expression, message: 'at most 5 replicas' }],
    },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: 'replicas' },
    spec: { policyName: 'replicas', validationActions: [action] },
  },
];
