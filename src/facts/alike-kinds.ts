/** Kinds of projects by API group that are spelled like others of it, so that none is a misspelling of another one. */
const ALIKE: Readonly<Record<string, string>> = {
  'argoproj.io': 'Application ApplicationSet ClusterWorkflowTemplate CronWorkflow Workflow WorkflowTemplate',
  'ceph.rook.io': 'CephObjectRealm CephObjectStore CephObjectStoreUser CephObjectZone CephObjectZoneGroup',
  'cert-manager.io': 'Certificate CertificateRequest ClusterIssuer Issuer',
  'cilium.io':
    'CiliumBGPAdvertisement CiliumBGPClusterConfig CiliumBGPNodeConfig CiliumBGPPeerConfig CiliumBGPPeeringPolicy CiliumEndpoint CiliumNode',
  'configuration.konghq.com': 'KongConsumer KongConsumerGroup KongPlugin KongClusterPlugin TCPIngress UDPIngress',
  'external-secrets.io':
    'ClusterExternalSecret ClusterPushSecret ClusterSecretStore ExternalSecret PushSecret SecretStore',
  'gateway.networking.k8s.io': 'GRPCRoute HTTPRoute ListenerSet TCPRoute TLSRoute UDPRoute',
  'kafka.strimzi.io': 'KafkaConnect KafkaConnector KafkaNodePool KafkaTopic KafkaUser',
  'keda.sh': 'ClusterTriggerAuthentication ScaledJob ScaledObject TriggerAuthentication',
  'monitoring.coreos.com':
    'Alertmanager AlertmanagerConfig PodMonitor Probe Prometheus PrometheusAgent PrometheusRule ScrapeConfig ServiceMonitor ThanosRuler',
  'rabbitmq.com': 'Permission TopicPermission',
  'secrets-store.csi.x-k8s.io': 'SecretProviderClass SecretProviderClassPodStatus',
  'secrets.hashicorp.com': 'VaultDynamicSecret VaultPKISecret VaultStaticSecret',
  'security.istio.io': 'PeerAuthentication RequestAuthentication',
  'snapshot.storage.k8s.io': 'VolumeSnapshot VolumeSnapshotClass VolumeSnapshotContent',
  'source.toolkit.fluxcd.io': 'GitRepository HelmRepository OCIRepository',
  'tekton.dev': 'ClusterTask Pipeline PipelineRun Task TaskRun',
  'traefik.io':
    'IngressRoute IngressRouteTCP IngressRouteUDP Middleware MiddlewareTCP ServersTransport ServersTransportTCP TLSOption TLSStore',
};

/** Whether a group has the kind, although it is spelled like others. */
export function isAlikeKind(group: string, kind: string): boolean {
  return Object.hasOwn(ALIKE, group) && ALIKE[group]!.split(' ').includes(kind);
}
