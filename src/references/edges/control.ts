import type { Edge } from './edge';

const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';
const port443 = { of: 'servicePort', fields: ['port'], otherwise: 443 } as const;
const webhook = { to: '/Service', namespace: 'namespace', part: port443, rule: 'webhook-service-unknown' } as const;

/** What roles, webhooks, admission policies, autoscalers and storage refer to. */
export const CONTROL_EDGES: readonly Edge[] = [
  ...['RoleBinding', 'ClusterRoleBinding'].flatMap((kind): Edge[] => [
    {
      from: `${rbac}/${kind}`,
      path: 'roleRef.name',
      to: { kind: 'kind', group: 'apiGroup', otherwise: `${rbac}/ClusterRole` },
      rule: 'role-unknown',
    },
    {
      from: `${rbac}/${kind}`,
      path: 'subjects[].name',
      to: { kind: 'kind', group: 'apiGroup', otherwise: '/ServiceAccount' },
      namespace: 'namespace',
      rule: 'subject-unknown',
    },
  ]),
  { from: `${admission}/ValidatingWebhookConfiguration`, path: 'webhooks[].clientConfig.service.name', ...webhook },
  { from: `${admission}/MutatingWebhookConfiguration`, path: 'webhooks[].clientConfig.service.name', ...webhook },
  { from: 'apiregistration.k8s.io/APIService', path: 'spec.service.name', ...webhook },
  {
    from: 'apiextensions.k8s.io/CustomResourceDefinition',
    path: 'spec.conversion.webhook.clientConfig.service.name',
    ...webhook,
  },
  ...['Validating', 'Mutating'].map(
    (type): Edge => ({
      from: `${admission}/${type}AdmissionPolicyBinding`,
      path: 'spec.policyName',
      to: `${admission}/${type}AdmissionPolicy`,
      rule: 'policy-binding-unknown',
    }),
  ),
  {
    from: 'autoscaling/HorizontalPodAutoscaler',
    path: 'spec.scaleTargetRef.name',
    to: { kind: 'kind', group: 'apiVersion', otherwise: 'apps/Deployment' },
    rule: 'autoscaler-target-unknown',
  },
  {
    from: 'autoscaling/HorizontalPodAutoscaler',
    path: 'spec.metrics[].object.describedObject.name',
    to: { kind: 'kind', group: 'apiVersion', otherwise: '/Service' },
    rule: 'autoscaler-target-unknown',
  },
  ...['spec.devices.requests[]', 'spec.devices.requests[].firstAvailable[]', 'spec.devices.requests[].exactly'].flatMap(
    (request): Edge[] =>
      [
        ['ResourceClaim', request],
        ['ResourceClaimTemplate', `spec.${request}`],
      ].map(([kind, path]) => ({
        from: `resource.k8s.io/${kind}`,
        path: `${path}.deviceClassName`,
        to: 'resource.k8s.io/DeviceClass',
        rule: 'pod-reference-unknown',
        since: '1.32',
      })),
  ),
  { from: 'apps/StatefulSet', path: 'spec.serviceName', to: '/Service', rule: 'stateful-set-service' },
  {
    from: '/PersistentVolumeClaim',
    path: 'spec.storageClassName',
    to: 'storage.k8s.io/StorageClass',
    rule: 'storage-unknown',
  },
  { from: '/PersistentVolumeClaim', path: 'spec.volumeName', to: '/PersistentVolume', rule: 'storage-unknown' },
  {
    from: '/PersistentVolumeClaim',
    path: 'spec.dataSource.name',
    to: { kind: 'kind', group: 'apiGroup', otherwise: '/PersistentVolumeClaim' },
    rule: 'storage-unknown',
  },
  {
    from: '/PersistentVolumeClaim',
    path: 'spec.dataSourceRef.name',
    to: { kind: 'kind', group: 'apiGroup', otherwise: '/PersistentVolumeClaim' },
    namespace: 'namespace',
    rule: 'storage-unknown',
  },
  {
    from: 'apps/StatefulSet',
    path: 'spec.volumeClaimTemplates[].spec.storageClassName',
    to: 'storage.k8s.io/StorageClass',
    rule: 'storage-unknown',
  },
];
