import { changesOf } from './change';

const rbac = 'rbac.authorization.k8s.io';
const binding = (kind: string) => ({
  apiVersion: `${rbac}/v1`,
  kind,
  metadata: { name: 'b' },
  roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'Group', apiGroup: rbac, name: 'developers' }],
});
const role = (kind: string) => ({
  apiVersion: `${rbac}/v1`,
  kind,
  metadata: { name: 'r' },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
});
const webhook = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'w' },
  webhooks: [
    {
      name: 'a.example.com',
      clientConfig: { service: { namespace: 'a', name: 'b' } },
      rules: [{ apiGroups: ['example.com'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['things'] }],
      admissionReviewVersions: ['v1'],
      sideEffects: 'None',
    },
  ],
};
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'thingsNN.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'thingsNN', kind: 'ThingNN' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', properties: { a: { type: 'string' } } } },
          },
        },
      },
    ],
  },
};
const v2 = { ...definition.spec.versions[0]!, name: 'v2', storage: false };
const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'q' },
  spec: { hard: { pods: '10' }, scopes: ['BestEffort'] },
};

export const CLUSTER_CHANGES = [
  ...['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) =>
    changesOf(binding(kind), {
      'another role': { 'roleRef.name': 'edit' },
      'another subject': { 'subjects[0].name': 'operators' },
    }),
  ),
  ...['Role', 'ClusterRole'].flatMap((kind) =>
    changesOf(role(kind), { 'another verb': { 'rules[0].verbs': ['get', 'list'] } }),
  ),
  ...changesOf(role('ClusterRole'), {
    aggregated: { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] } },
  }),
  ...changesOf(
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 's' } },
    {
      'a pull secret': { imagePullSecrets: [{ name: 'registry' }] },
      'no token': { automountServiceAccountToken: false },
    },
  ),
  ...changesOf(
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'n' } },
    {
      'a label': { 'metadata.labels': { team: 'a' } },
      'the label of its name': { 'metadata.labels': { 'kubernetes.io/metadata.name': 'other' } },
      'a finalizer': { 'spec.finalizers': ['kubernetes', 'example.com/a'] },
    },
  ),
  ...changesOf(quota, {
    'more pods': { 'spec.hard.pods': '20' },
    'another scope': { 'spec.scopes': ['NotBestEffort'] },
    'no scope': { 'spec.scopes': undefined },
  }),
  ...changesOf(
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'l' },
      spec: { limits: [{ type: 'Container', max: { cpu: '2' } }] },
    },
    {
      'a default': { 'spec.limits[0].default': { cpu: '1' } },
      'a default above the maximum': { 'spec.limits[0].default': { cpu: '3' } },
    },
  ),
  ...changesOf(
    { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'p' }, value: 1000 },
    {
      'another value': { value: 2000 },
      Never: { preemptionPolicy: 'Never' },
      'a description': { description: 'urgent' },
    },
  ),
  ...changesOf(
    { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'r' }, handler: 'runc' },
    {
      'another handler': { handler: 'gvisor' },
      overhead: { overhead: { podFixed: { cpu: '10m' } } },
    },
  ),
  ...changesOf(webhook, {
    'another Service': { 'webhooks[0].clientConfig.service.name': 'c' },
    'side effects': { 'webhooks[0].sideEffects': 'Some' },
    'a short timeout': { 'webhooks[0].timeoutSeconds': 0 },
  }),
  ...changesOf(definition, {
    'another scope': { 'spec.scope': 'Cluster' },
    'another kind': { 'spec.names.kind': 'OtherNN' },
    'a short name': { 'spec.names.shortNames': ['thNN'] },
    'another group': { 'spec.group': 'example.org' },
    'a second version': { 'spec.versions[1]': v2 },
    'the second version stored': [
      { 'spec.versions[1]': v2 },
      { 'spec.versions[0].storage': false, 'spec.versions[1].storage': true },
    ],
    'the stored version is gone': { 'spec.versions': [{ ...v2, storage: true }] },
    'two stored versions': { 'spec.versions[1]': { ...v2, storage: true } },
    'a stricter schema': { 'spec.versions[0].schema.openAPIV3Schema.required': ['spec'] },
    'a field that is no structural schema': {
      'spec.versions[0].schema.openAPIV3Schema.properties.spec': { properties: {} },
    },
  }),
  ...changesOf(
    {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'l' },
      spec: { holderIdentity: 'a', leaseTransitions: 2 },
    },
    {
      'another holder': { 'spec.holderIdentity': 'b' },
      'fewer transitions': { 'spec.leaseTransitions': 1 },
    },
  ),
  ...changesOf(
    { apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata: { name: 'c' }, revision: 1, data: { a: 1 } },
    {
      'another revision': { revision: 2 },
      'other data': { 'data.a': 2 },
    },
  ),
];
