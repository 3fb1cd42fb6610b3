import { claimSpec } from './claims';
import type { Edge } from './edge';

const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';
const flowcontrol = 'flowcontrol.apiserver.k8s.io';
const port443 = { of: 'servicePort', fields: ['port'], otherwise: 443 } as const;
const webhook = { to: '/Service', namespace: 'namespace', part: port443, rule: 'webhook-service-unknown' } as const;

/** What roles, webhooks, admission policies, autoscalers and storage refer to. */
export const CONTROL_EDGES: readonly Edge[] = [
  ...['RoleBinding', 'ClusterRoleBinding'].flatMap((kind): Edge[] => [
    {
      from: `${rbac}/${kind}`,
      path: 'roleRef.name',
      // Only this group has roles, and an empty one stands for it.
      to: { kind: 'kind', otherwise: `${rbac}/ClusterRole` },
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
  {
    from: `${flowcontrol}/FlowSchema`,
    path: 'spec.rules[].subjects[].serviceAccount.name',
    to: '/ServiceAccount',
    namespace: 'namespace',
    // All of the namespace.
    isIgnored: (_, __, name) => name === '*',
    rule: 'subject-unknown',
  },
  {
    from: `${flowcontrol}/FlowSchema`,
    path: 'spec.priorityLevelConfiguration.name',
    to: `${flowcontrol}/PriorityLevelConfiguration`,
    rule: 'priority-level-unknown',
  },
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
  ...claimSpec('/PersistentVolumeClaim', 'spec'),
  ...claimSpec('apps/StatefulSet', 'spec.volumeClaimTemplates[].spec'),
  ...['controllerExpand', 'controllerPublish', 'nodeExpand', 'nodePublish', 'nodeStage'].map(
    (step): Edge => ({
      from: '/PersistentVolume',
      path: `spec.csi.${step}SecretRef.name`,
      to: '/Secret',
      namespace: 'namespace',
      rule: 'storage-unknown',
    }),
  ),
  ...['controller-expand', 'controller-publish', 'node-publish', 'node-stage', 'provisioner'].map(
    (step): Edge => ({
      from: 'storage.k8s.io/StorageClass',
      path: `parameters.csi~storage~k8s~io/${step}-secret-name`,
      to: '/Secret',
      namespace: `csi.storage.k8s.io/${step}-secret-namespace`,
      // Operators of storage create them.
      guess: 'name',
      rule: 'storage-unknown',
    }),
  ),
  ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']
    .map((kind) => `${admission}/${kind}`)
    .concat('apiregistration.k8s.io/APIService', 'apiextensions.k8s.io/CustomResourceDefinition')
    .flatMap((from): Edge[] =>
      [
        ['', 'cert-manager.io/Certificate'],
        ['-secret', '/Secret'],
      ].map(([suffix, to]) => ({
        from,
        path: `metadata.annotations.cert-manager~io/inject-ca-from${suffix}`,
        to: to!,
        namespace: '/',
        // cert-manager and others create such Secrets themselves.
        guess: suffix === '' ? undefined : 'name',
        rule: 'webhook-service-unknown',
        hint: `write NAMESPACE/NAME of an existing ${to!.split('/')[1]}, or declare one that is created elsewhere as external`,
      })),
    ),
];
