import type { Edge } from './edge';

const servicePort = { of: 'servicePort', fields: ['port.name', 'port.number'] } as const;

/** What Ingresses, EndpointSlices and Services refer to. */
export const NETWORKING_EDGES: readonly Edge[] = [
  {
    from: 'networking.k8s.io/Ingress',
    path: 'spec.defaultBackend.service.name',
    to: '/Service',
    part: servicePort,
    rule: 'ingress-backend-unknown',
  },
  {
    from: 'networking.k8s.io/Ingress',
    path: 'spec.rules[].http.paths[].backend.service.name',
    to: '/Service',
    part: servicePort,
    rule: 'ingress-backend-unknown',
  },
  {
    from: 'networking.k8s.io/Ingress',
    path: 'spec.tls[].secretName',
    to: '/Secret',
    rule: 'ingress-reference-unknown',
  },
  {
    from: 'networking.k8s.io/Ingress',
    path: 'spec.ingressClassName',
    to: 'networking.k8s.io/IngressClass',
    rule: 'ingress-reference-unknown',
  },
  {
    from: 'discovery.k8s.io/EndpointSlice',
    path: 'metadata.labels.kubernetes~io/service-name',
    to: '/Service',
    rule: 'endpoint-service-unknown',
  },
  { from: '/Endpoints', path: 'metadata.name', to: '/Service', rule: 'endpoint-service-unknown' },
];
