import type { Edge } from './edge';
import { KEY, keyOf, rows } from './rows';

const PEER_CONFIG = 'cilium.io/CiliumBGPPeerConfig';

/** What objects of Cilium, MetalLB and others of the cluster itself refer to. */
export const NETWORK_EDGES: readonly Edge[] = [
  ...rows(PEER_CONFIG, { authSecretRef: '/Secret' }, { part: keyOf('password') }),
  ...rows(
    'cilium.io/CiliumBGPClusterConfig',
    { 'bgpInstances[].peers[].peerConfigRef.name': PEER_CONFIG },
    { guess: 'kind' },
  ),
  // internal/config/config.go of MetalLB.
  ...rows(
    'metallb.io/BGPPeer',
    { 'passwordSecret.name': '/Secret' },
    { types: ['kubernetes.io/basic-auth'], part: keyOf('password') },
  ),
  ...rows('metallb.io/BGPPeer', { bfdProfile: 'metallb.io/BFDProfile' }),
  ...rows(
    'kueue.x-k8s.io/MultiKueueCluster',
    { 'kubeConfig.location': '/Secret', 'clusterSource.kubeConfig.location': '/Secret' },
    { part: keyOf('kubeconfig'), isIgnored: (_, { locationType }) => locationType === 'Path' },
  ),
  ...rows(
    'trust.cert-manager.io/Bundle',
    { 'sources[].secret.name': '/Secret', 'sources[].configMap.name': '/ConfigMap' },
    { part: KEY },
  ),
  ...rows(
    'trust-manager.io/ClusterBundle',
    { 'sourceRefs[].name': { kind: 'kind', otherwise: '/' } },
    // One with a pattern, as `*.crt`, is of all that match it.
    { part: KEY, isIgnored: (_, { key }) => String(key).includes('*') },
  ),
];
