import type { Edge } from './edge';
import { CERTIFICATE, KEY, keyOf, rows } from './rows';

const secret = '/Secret';
const ports = (field: string) => ({ of: 'servicePort', fields: [field] }) as const;
const NGINX = 'k8s.nginx.org';
const guessed = { guess: 'kind' } as const;
const KONG = 'configuration.konghq.com';

/** A Secret of a type that NGINX Ingress Controller takes, and its key. @see internal/k8s/secrets/validation.go of nginx/kubernetes-ingress */
const nginx = (kind: string, field: string, type: string, ...keys: readonly string[]) =>
  rows(`${NGINX}/${kind}`, { [field]: secret }, { types: [type], ...(keys.length > 0 && { part: keyOf(...keys) }) });

/** What objects of proxies and meshes refer to; each field is described so in its CustomResourceDefinition. */
export const PROXY_EDGES: readonly Edge[] = [
  ...nginx('VirtualServer', 'tls.secret', 'kubernetes.io/tls'),
  ...nginx('TransportServer', 'tls.secret', 'kubernetes.io/tls'),
  ...nginx('Policy', 'jwt.secret', 'nginx.org/jwk', 'jwk'),
  ...nginx('Policy', 'basicAuth.secret', 'nginx.org/htpasswd', 'htpasswd'),
  ...nginx('Policy', 'ingressMTLS.clientCertSecret', 'nginx.org/ca', 'ca.crt'),
  ...nginx('Policy', 'egressMTLS.tlsSecret', 'kubernetes.io/tls'),
  ...nginx('Policy', 'egressMTLS.trustedCertSecret', 'nginx.org/ca', 'ca.crt'),
  ...nginx('Policy', 'oidc.clientSecret', 'nginx.org/oidc', 'client-secret'),
  ...nginx('Policy', 'apiKey.clientSecret', 'nginx.org/apikey'),
  ...['VirtualServer', 'VirtualServerRoute', 'TransportServer'].flatMap((kind) =>
    rows(`${NGINX}/${kind}`, { 'upstreams[].service': '/Service' }, { namespace: '/', part: ports('port') }),
  ),
  ...['VirtualServer', 'VirtualServerRoute'].flatMap((kind) => [
    ...rows(`${NGINX}/${kind}`, { 'policies[].name': `${NGINX}/Policy` }, { namespace: 'namespace' }),
    ...rows(
      `${NGINX}/${kind}`,
      { [kind === 'VirtualServer' ? 'routes[].policies[].name' : 'subroutes[].policies[].name']: `${NGINX}/Policy` },
      { namespace: 'namespace' },
    ),
  ]),
  ...rows(`${NGINX}/VirtualServer`, { 'routes[].route': `${NGINX}/VirtualServerRoute` }, { namespace: '/' }),
  ...rows('getambassador.io/Host', { 'tlsSecret.name': secret }, { namespace: 'namespace', part: CERTIFICATE }),
  ...rows('getambassador.io/Host', { 'tlsContext.name': 'getambassador.io/TLSContext' }),
  ...rows(
    'getambassador.io/TLSContext',
    { secret, ca_secret: secret },
    { namespace: '.', isIgnored: ({ spec }) => spec.secret_namespacing === false },
  ),
  ...['TCPIngress', 'UDPIngress'].flatMap((kind) =>
    rows(`${KONG}/${kind}`, { 'rules[].backend.serviceName': '/Service' }, { part: ports('servicePort') }),
  ),
  ...['KongPlugin', 'KongClusterPlugin'].map(
    (kind): Edge => ({
      from: `${KONG}/${kind}`,
      path: 'configFrom.secretKeyRef.name',
      to: secret,
      namespace: 'namespace',
      part: KEY,
      rule: 'custom-reference-unknown',
    }),
  ),
  ...(
    [
      ['credentials[]', secret],
      ['consumerGroups[]', `${KONG}/KongConsumerGroup`],
    ] as const
  ).map(([path, to]): Edge => ({ from: `${KONG}/KongConsumer`, path, to, rule: 'custom-reference-unknown' })),
  ...rows('traefik.io/Middleware', {
    'forwardAuth.tls.caSecret': secret,
    'forwardAuth.tls.certSecret': secret,
    'rateLimit.redis.secret': secret,
  }),
  ...['ServersTransport', 'ServersTransportTCP'].flatMap((kind) => {
    const at = kind === 'ServersTransport' ? '' : 'tls.';
    return rows(`traefik.io/${kind}`, {
      [`${at}rootCAs[].secret`]: secret,
      [`${at}rootCAs[].configMap`]: '/ConfigMap',
      ...(at && { [`${at}rootCAsSecrets[]`]: secret, [`${at}certificatesSecrets[]`]: secret }),
    });
  }),
  ...rows('traefik.io/IngressRouteTCP', {
    'routes[].services[].serversTransport': 'traefik.io/ServersTransportTCP',
  }),
  ...rows(
    'gateway.envoyproxy.io/SecurityPolicy',
    { 'oidc.clientSecret.name': secret },
    { namespace: 'namespace', part: keyOf('client-secret') },
  ),
  ...rows(
    'gateway.envoyproxy.io/SecurityPolicy',
    { 'basicAuth.users.name': secret },
    { namespace: 'namespace', part: keyOf('.htpasswd') },
  ),
  ...rows(
    'gateway.envoyproxy.io/ClientTrafficPolicy',
    { 'tls.clientValidation.caCertificateRefs[].name': { kind: 'kind', group: 'group', otherwise: '/ConfigMap' } },
    { namespace: 'namespace', part: keyOf('ca.crt') },
  ),
  ...rows('extensions.istio.io/WasmPlugin', { imagePullSecret: secret }),
  ...rows('policy.linkerd.io/ServerAuthorization', { 'server.name': 'policy.linkerd.io/Server' }),
  ...['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'].flatMap((kind) => {
    const at = `cilium.io/${kind}`;
    return [
      ...['egress', 'egressDeny'].flatMap((list) =>
        rows(
          at,
          { [`${list}[].toServices[].k8sService.serviceName`]: '/Service' },
          { namespace: 'namespace', ...(kind !== 'CiliumNetworkPolicy' && guessed) },
        ),
      ),
      ...['egress[].toCIDRSet', 'egressDeny[].toCIDRSet', 'ingress[].fromCIDRSet', 'ingressDeny[].fromCIDRSet'].flatMap(
        (list) => rows(at, { [`${list}[].cidrGroupRef`]: 'cilium.io/CiliumCIDRGroup' }, guessed),
      ),
    ];
  }),
  ...rows(
    'cilium.io/CiliumEnvoyConfig',
    { 'services[].name': '/Service', 'backendServices[].name': '/Service' },
    { namespace: 'namespace' },
  ),
  ...rows(
    'cilium.io/CiliumLocalRedirectPolicy',
    { 'redirectFrontend.serviceMatcher.serviceName': '/Service' },
    { namespace: 'namespace' },
  ),
];
