/** A field by which an object selects others by their labels. */
export interface Selection {
  readonly from: string;
  /** A label selector, or the map of a Service. */
  readonly path: string;
  /** `pod` for pods, otherwise group and kind. */
  readonly to: string;
  /** `map` when the field is a plain map of labels, `endpoints` for a selector of Cilium. @default 'selector' */
  readonly form?: 'map' | 'endpoints';
  /** Field with the namespaces to select in: `namespaceSelector` of a monitor, or of a peer. @default the same namespace */
  readonly namespaces?: string;
  /** Namespace whose objects select in all namespaces. */
  readonly root?: string;
  /** Field of an object that selects in all namespaces when it is `true`. */
  readonly everywhere?: string;
  readonly rule: string;
}

/** Every selection that must match something to have an effect. */
export const SELECTIONS: readonly Selection[] = [
  { from: '/Service', path: 'spec.selector', to: 'pod', form: 'map', rule: 'service-selects-nothing' },
  { from: 'policy/PodDisruptionBudget', path: 'spec.selector', to: 'pod', rule: 'budget-selects-nothing' },
  {
    from: 'networking.k8s.io/NetworkPolicy',
    path: 'spec.podSelector',
    to: 'pod',
    rule: 'network-policy-selects-nothing',
  },
  ...['ingress[].from', 'egress[].to'].map(
    (peers): Selection => ({
      from: 'networking.k8s.io/NetworkPolicy',
      path: `spec.${peers}[].podSelector`,
      to: 'pod',
      namespaces: 'namespaceSelector',
      rule: 'network-policy-peer-unknown',
    }),
  ),
  ...['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'].map(
    (kind): Selection => ({
      from: `security.istio.io/${kind}`,
      path: 'spec.selector',
      to: 'pod',
      root: 'istio-system',
      rule: 'network-policy-selects-nothing',
    }),
  ),
  {
    from: 'cilium.io/CiliumNetworkPolicy',
    path: 'spec.endpointSelector',
    to: 'pod',
    form: 'endpoints',
    rule: 'network-policy-selects-nothing',
  },
  ...['ingress[].from', 'ingressDeny[].from', 'egress[].to', 'egressDeny[].to'].flatMap((peers) =>
    ['spec', 'specs[]'].map(
      (spec): Selection => ({
        from: 'cilium.io/CiliumNetworkPolicy',
        path: `${spec}.${peers}Endpoints[]`,
        to: 'pod',
        form: 'endpoints',
        namespaces: 'k8s:io.kubernetes.pod.namespace',
        rule: 'network-policy-peer-unknown',
      }),
    ),
  ),
  // https://linkerd.io/2/reference/authorization-policy/#server
  { from: 'policy.linkerd.io/Server', path: 'spec.podSelector', to: 'pod', rule: 'network-policy-selects-nothing' },
  // https://istio.io/latest/docs/reference/config/type/workload-selector/
  ...[
    ['networking.istio.io/Sidecar', 'workloadSelector.labels'],
    ['networking.istio.io/EnvoyFilter', 'workloadSelector.labels'],
    ['networking.istio.io/ServiceEntry', 'workloadSelector.labels'],
    ['networking.istio.io/DestinationRule', 'workloadSelector.matchLabels'],
    ['telemetry.istio.io/Telemetry', 'selector.matchLabels'],
    ['extensions.istio.io/WasmPlugin', 'selector.matchLabels'],
  ].map(
    ([from, path]): Selection => ({
      from: from!,
      path: `spec.${path}`,
      to: 'pod',
      form: 'map',
      root: 'istio-system',
      rule: 'custom-selects-nothing',
    }),
  ),
  {
    from: 'monitoring.coreos.com/ServiceMonitor',
    path: 'spec.selector',
    to: '/Service',
    namespaces: 'namespaceSelector',
    rule: 'monitor-selects-nothing',
  },
  {
    from: 'monitoring.coreos.com/PodMonitor',
    path: 'spec.selector',
    to: 'pod',
    namespaces: 'namespaceSelector',
    rule: 'monitor-selects-nothing',
  },
  {
    from: 'cilium.io/CiliumBGPPeerConfig',
    path: 'spec.families[].advertisements',
    to: 'cilium.io/CiliumBGPAdvertisement',
    rule: 'custom-selects-nothing',
  },
  {
    from: 'groupsnapshot.storage.k8s.io/VolumeGroupSnapshot',
    path: 'spec.source.selector',
    to: '/PersistentVolumeClaim',
    rule: 'custom-selects-nothing',
  },
  ...['L2Advertisement', 'BGPAdvertisement'].map(
    (kind): Selection => ({
      from: `metallb.io/${kind}`,
      path: 'spec.ipAddressPoolSelectors[]',
      to: 'metallb.io/IPAddressPool',
      rule: 'custom-selects-nothing',
    }),
  ),
  ...[
    'AlertRuleGroup',
    'ContactPoint',
    'Dashboard',
    'Datasource',
    'Folder',
    'LibraryPanel',
    'MuteTiming',
    'NotificationPolicy',
    'NotificationTemplate',
  ].map(
    (kind): Selection => ({
      from: `grafana.integreatly.org/Grafana${kind}`,
      path: 'spec.instanceSelector',
      to: 'grafana.integreatly.org/Grafana',
      everywhere: 'spec.allowCrossNamespaceImport',
      rule: 'custom-selects-nothing',
    }),
  ),
];
