import type { Edge } from './edge';

const INGRESS = 'networking.k8s.io/Ingress';
const resource = { kind: 'kind', group: 'apiGroup', otherwise: '/' } as const;
const servicePort = { of: 'servicePort', fields: ['port.name', 'port.number'] } as const;

/** Whether annotations give the kind of the issuer, which may be of any group. */
export function hasIssuerKind(_: unknown, annotations: any): boolean {
  return ['kind', 'group'].some((part) => annotations?.[`cert-manager.io/issuer-${part}`] !== undefined);
}

/** What Ingresses, EndpointSlices and Services refer to. */
export const NETWORKING_EDGES: readonly Edge[] = [
  {
    from: INGRESS,
    path: 'spec.defaultBackend.service.name',
    to: '/Service',
    part: servicePort,
    rule: 'ingress-backend-unknown',
  },
  {
    from: INGRESS,
    path: 'spec.rules[].http.paths[].backend.service.name',
    to: '/Service',
    part: servicePort,
    rule: 'ingress-backend-unknown',
  },
  ...['defaultBackend', 'rules[].http.paths[].backend'].map(
    (backend): Edge => ({
      from: INGRESS,
      path: `spec.${backend}.resource.name`,
      to: resource,
      rule: 'ingress-backend-unknown',
    }),
  ),
  {
    from: INGRESS,
    path: 'spec.tls[].secretName',
    to: '/Secret',
    isIgnored: ({ metadata }) => metadata?.annotations?.['projectcontour.io/tls-cert-namespace'] !== undefined,
    rule: 'ingress-reference-unknown',
  },
  {
    from: INGRESS,
    path: 'spec.ingressClassName',
    to: 'networking.k8s.io/IngressClass',
    hint: 'use the name of an IngressClass of the cluster, or declare one that is created elsewhere as external',
    rule: 'ingress-reference-unknown',
  },
  {
    from: 'networking.k8s.io/IngressClass',
    path: 'spec.parameters.name',
    to: resource,
    namespace: 'namespace',
    rule: 'ingress-reference-unknown',
  },
  ...Object.entries({
    'nginx~ingress~kubernetes~io/auth-secret': '/Secret',
    'nginx~ingress~kubernetes~io/auth-tls-secret': '/Secret',
    'nginx~ingress~kubernetes~io/auth-proxy-set-headers': '/ConfigMap',
    'nginx~ingress~kubernetes~io/custom-headers': '/ConfigMap',
    'nginx~ingress~kubernetes~io/fastcgi-params-configmap': '/ConfigMap',
    'nginx~ingress~kubernetes~io/default-backend': '/Service',
    'nginx~ingress~kubernetes~io/proxy-ssl-secret': '/Secret',
    'cert-manager~io/issuer': 'cert-manager.io/Issuer',
    'cert-manager~io/cluster-issuer': 'cert-manager.io/ClusterIssuer',
  }).map(
    ([annotation, to]): Edge => ({
      from: INGRESS,
      path: `metadata.annotations.${annotation}`,
      to,
      namespace: '/',
      ...(annotation.startsWith('cert-manager') && { isIgnored: hasIssuerKind }),
      rule: 'ingress-reference-unknown',
    }),
  ),
  {
    from: 'discovery.k8s.io/EndpointSlice',
    path: 'metadata.labels.kubernetes~io/service-name',
    to: '/Service',
    rule: 'endpoint-service-unknown',
  },
  { from: '/Endpoints', path: 'metadata.name', to: '/Service', rule: 'endpoint-service-unknown' },
];
