import type { Edge } from './edge';
import { hasIssuerKind } from './networking';
import { CERTIFICATE, keyOf } from './rows';

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
  (kind) => `gateway.networking.k8s.io/${kind}`,
);
const kindOf = (otherwise: string) => ({ kind: 'kind', group: 'group', otherwise });
const rule = 'route-target-unknown';
const port = { of: 'servicePort', fields: ['port'] } as const;

/** What Gateways and routes refer to. @see https://gateway-api.sigs.k8s.io/reference/spec/ */
export const GATEWAY_EDGES: readonly Edge[] = [
  ...ROUTES.flatMap((from): Edge[] => [
    {
      from,
      path: 'spec.parentRefs[].name',
      to: kindOf('gateway.networking.k8s.io/Gateway'),
      namespace: 'namespace',
      part: { of: 'listener', fields: ['sectionName'] },
      rule,
    },
    { from, path: 'spec.rules[].backendRefs[].name', to: kindOf('/Service'), namespace: 'namespace', part: port, rule },
  ]),
  ...ROUTES.slice(0, 2).map(
    (from): Edge => ({
      from,
      path: 'spec.rules[].filters[].requestMirror.backendRef.name',
      to: kindOf('/Service'),
      namespace: 'namespace',
      part: port,
      rule,
    }),
  ),
  {
    from: 'gateway.networking.k8s.io/BackendTLSPolicy',
    path: 'spec.targetRefs[].name',
    to: kindOf('/Service'),
    part: { of: 'servicePort', fields: ['sectionName'] },
    rule,
  },
  {
    from: 'gateway.networking.k8s.io/BackendTLSPolicy',
    path: 'spec.validation.caCertificateRefs[].name',
    to: kindOf('/ConfigMap'),
    part: keyOf('ca.crt'),
    rule,
  },
  ...[
    'listeners[].tls.frontendValidation',
    'tls.frontend.default.validation',
    'tls.frontend.perPort[].tls.validation',
  ].map(
    (path): Edge => ({
      from: 'gateway.networking.k8s.io/Gateway',
      path: `spec.${path}.caCertificateRefs[].name`,
      to: kindOf('/ConfigMap'),
      namespace: 'namespace',
      part: keyOf('ca.crt'),
      rule,
    }),
  ),
  ...['backendTLS', 'tls.backend'].map(
    (path): Edge => ({
      from: 'gateway.networking.k8s.io/Gateway',
      path: `spec.${path}.clientCertificateRef.name`,
      to: kindOf('/Secret'),
      namespace: 'namespace',
      part: CERTIFICATE,
      rule,
    }),
  ),
  ...['issuer', 'cluster-issuer'].map(
    (name): Edge => ({
      from: 'gateway.networking.k8s.io/Gateway',
      path: `metadata.annotations.cert-manager~io/${name}`,
      to: `cert-manager.io/${name === 'issuer' ? 'Issuer' : 'ClusterIssuer'}`,
      isIgnored: hasIssuerKind,
      rule,
    }),
  ),
  {
    from: 'gateway.networking.k8s.io/Gateway',
    path: 'spec.gatewayClassName',
    to: 'gateway.networking.k8s.io/GatewayClass',
    rule,
  },
  {
    from: 'gateway.networking.k8s.io/Gateway',
    path: 'spec.listeners[].tls.certificateRefs[].name',
    to: kindOf('/Secret'),
    namespace: 'namespace',
    rule,
  },
];
