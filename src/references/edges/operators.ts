import type { Edge } from './edge';

const rule = 'custom-reference-unknown';
const secretKey = { to: '/Secret', part: { of: 'key', fields: ['key'] }, optional: 'optional', rule } as const;
const issuer = { kind: 'kind', group: 'group', otherwise: 'cert-manager.io/Issuer' } as const;
const store = (otherwise: string) => ({ kind: 'kind', group: 'group', otherwise });
const scalable = { kind: 'kind', group: 'apiVersion', otherwise: 'apps/Deployment' } as const;

/** What objects of common operators refer to. */
export const OPERATOR_EDGES: readonly Edge[] = [
  { from: 'cert-manager.io/Certificate', path: 'spec.issuerRef.name', to: issuer, rule },
  ...['Issuer', 'ClusterIssuer'].flatMap((kind): Edge[] => {
    const part = { of: 'key', fields: [], otherwise: ['tls.crt', 'tls.key'] } as const;
    const from = `cert-manager.io/${kind}`;
    return [
      { from, path: 'spec.ca.secretName', to: '/Secret', part, rule },
      { from, path: 'spec.venafi.tpp.credentialsRef.name', to: '/Secret', rule },
    ];
  }),
  ...['ServiceMonitor', 'PodMonitor'].flatMap((kind): Edge[] =>
    ['basicAuth.username', 'basicAuth.password', 'bearerTokenSecret', 'authorization.credentials'].map((field) => ({
      from: `monitoring.coreos.com/${kind}`,
      path: `spec.${kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'}[].${field}.name`,
      ...secretKey,
    })),
  ),
  ...['Prometheus', 'Alertmanager', 'ThanosRuler'].map(
    (kind): Edge => ({
      from: `monitoring.coreos.com/${kind}`,
      path: 'spec.serviceAccountName',
      to: '/ServiceAccount',
      rule,
    }),
  ),
  { from: 'keda.sh/ScaledObject', path: 'spec.scaleTargetRef.name', to: scalable, rule: 'autoscaler-target-unknown' },
  ...['ScaledObject', 'ScaledJob'].map(
    (kind): Edge => ({
      from: `keda.sh/${kind}`,
      path: 'spec.triggers[].authenticationRef.name',
      to: { kind: 'kind', group: 'group', otherwise: 'keda.sh/TriggerAuthentication' },
      rule,
    }),
  ),
  ...['TriggerAuthentication', 'ClusterTriggerAuthentication'].flatMap((kind) =>
    ['secret', 'configMap'].map(
      (target): Edge => ({
        from: `keda.sh/${kind}`,
        path: `spec.${target}TargetRef[].name`,
        to: target === 'secret' ? '/Secret' : '/ConfigMap',
        part: { of: 'key', fields: ['key'] },
        rule,
      }),
    ),
  ),
  {
    from: 'autoscaling.k8s.io/VerticalPodAutoscaler',
    path: 'spec.targetRef.name',
    to: scalable,
    rule: 'autoscaler-target-unknown',
  },
  { from: 'argoproj.io/Rollout', path: 'spec.workloadRef.name', to: scalable, rule },
  ...['canaryService', 'stableService'].map(
    (field): Edge => ({ from: 'argoproj.io/Rollout', path: `spec.strategy.canary.${field}`, to: '/Service', rule }),
  ),
  ...['activeService', 'previewService'].map(
    (field): Edge => ({ from: 'argoproj.io/Rollout', path: `spec.strategy.blueGreen.${field}`, to: '/Service', rule }),
  ),
  {
    from: 'external-secrets.io/ExternalSecret',
    path: 'spec.secretStoreRef.name',
    to: store('external-secrets.io/SecretStore'),
    rule,
  },
  {
    from: 'external-secrets.io/PushSecret',
    path: 'spec.selector.secret.name',
    to: '/Secret',
    rule,
  },
  {
    from: 'snapshot.storage.k8s.io/VolumeSnapshot',
    path: 'spec.source.persistentVolumeClaimName',
    to: '/PersistentVolumeClaim',
    rule,
  },
  ...['IngressRoute', 'IngressRouteTCP'].map(
    (kind): Edge => ({
      from: `traefik.io/${kind}`,
      path: 'spec.routes[].services[].name',
      to: { kind: 'kind', group: 'group', otherwise: '/Service', others: 'traefik.io' },
      namespace: 'namespace',
      part: { of: 'servicePort', fields: ['port'] },
      rule,
    }),
  ),
];
