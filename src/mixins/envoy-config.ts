import type { UpstreamAddress } from './upstream';

/** TLS settings for the connection of a proxy to its upstream. */
export interface UpstreamTls {
  /**
   * Server name (SNI), which the certificate must contain.
   *
   * @default the host of the upstream: for a Service `redis` the name `redis` in its own namespace, and `redis.NAMESPACE.svc` from
   * another one
   */
  readonly serverName?: string;
  /** File with trusted CA certificates in the proxy container. @default the CA certificates of the image */
  readonly caFile?: string;
}

/** Path of the health port that answers whether Envoy runs. */
export const LIVE_PATH = '/live';
/** Path of the health port that answers whether the upstream accepts connections. */
export const READY_PATH = '/ready';
const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';
const EXTENSIONS = 'type.googleapis.com/envoy.extensions';

/**
 * Envoy configuration, as YAML, for one TCP port on localhost that forwards to one upstream.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/overview/bootstrap
 */
export function envoyConfig(
  name: string,
  port: number,
  upstream: UpstreamAddress,
  tls: UpstreamTls | undefined,
  healthPort: number | undefined,
): string {
  const listeners = [tcpListener(name, port), ...(healthPort === undefined ? [] : [healthListener(name, healthPort)])];
  const clusters = [cluster(name, upstream, tls, healthPort !== undefined)];
  // Loaded by the programs that have an Envoy.
  const { stringify } = require('yaml') as typeof import('yaml');
  return stringify({ static_resources: { listeners, clusters } }, { lineWidth: 0 });
}

function tcpListener(name: string, port: number) {
  const config = {
    '@type': `${EXTENSIONS}.filters.network.tcp_proxy.v3.TcpProxy`,
    stat_prefix: name,
    cluster: name,
  };
  // Localhost only: clients outside the pod must not reach the upstream through it.
  return listener(name, '127.0.0.1', port, { name: 'envoy.filters.network.tcp_proxy', typed_config: config });
}

/**
 * Responds to `/ready` with 200 while the upstream accepts connections and with 503 otherwise, and to `/live` with 200 as soon as
 * Envoy has its configuration.
 *
 * @see https://www.envoyproxy.io/docs/envoy/v1.33.0/configuration/http/http_filters/health_check_filter
 */
function healthListener(upstream: string, port: number) {
  const ready = {
    '@type': `${EXTENSIONS}.filters.http.health_check.v3.HealthCheck`,
    pass_through_mode: false,
    cluster_min_healthy_percentages: { [upstream]: { value: 1 } },
    headers: [{ name: ':path', string_match: { exact: READY_PATH } }],
  };
  const route = { match: { path: LIVE_PATH }, direct_response: { status: 200 } };
  const router = { '@type': `${EXTENSIONS}.filters.http.router.v3.Router` };
  const config = {
    '@type': `${EXTENSIONS}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: 'health',
    route_config: { virtual_hosts: [{ name: 'health', domains: ['*'], routes: [route] }] },
    http_filters: [
      { name: 'envoy.filters.http.health_check', typed_config: ready },
      { name: 'envoy.filters.http.router', typed_config: router },
    ],
  };
  const filter = { name: 'envoy.filters.network.http_connection_manager', typed_config: config };
  return listener('health', '0.0.0.0', port, filter);
}

function listener(name: string, address: string, port: number, filter: object) {
  return {
    name,
    address: { socket_address: { address, port_value: port } },
    filter_chains: [{ filters: [filter] }],
  };
}

/** Opens a connection to the upstream every 5 s and closes it again. Two failures make it unhealthy, one success healthy. */
const HEALTH_CHECKS = [
  { timeout: '2s', interval: '5s', unhealthy_threshold: 2, healthy_threshold: 1, tcp_health_check: {} },
];

function cluster(name: string, upstream: UpstreamAddress, tls: UpstreamTls | undefined, isChecked: boolean) {
  const address = { socket_address: { address: upstream.host, port_value: upstream.port } };
  return {
    name,
    type: 'STRICT_DNS',
    // The default asks for IPv6 first, and uses such an address in a pod without IPv6.
    dns_lookup_family: 'V4_PREFERRED',
    connect_timeout: '5s',
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint: { address } }] }] },
    ...(isChecked && { health_checks: HEALTH_CHECKS }),
    ...(tls !== undefined && { transport_socket: tlsSocket(tls, upstream.host) }),
  };
}

function tlsSocket({ serverName, caFile = AUTHORITIES }: UpstreamTls, host: string) {
  const name = serverName ?? host;
  const validation = {
    trusted_ca: { filename: caFile },
    match_typed_subject_alt_names: [{ san_type: 'DNS', matcher: { exact: name } }],
  };
  const config = {
    '@type': `${EXTENSIONS}.transport_sockets.tls.v3.UpstreamTlsContext`,
    sni: name,
    common_tls_context: { validation_context: validation },
  };
  return { name: 'envoy.transport_sockets.tls', typed_config: config };
}
