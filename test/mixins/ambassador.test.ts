import * as kplus from 'cdk8s-plus-28';
import { parse } from 'yaml';
import { Ambassador, type AmbassadorProps, Sidecar } from '../../src/mixins';
import { Qos } from '../../src/pod';
import { chartFor, complaints, containerIn, plainChart, podIn, workload } from './pods';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const ambassador = (props: Partial<AmbassadorProps> = {}, name = 'redis') =>
  new Ambassador(name, {
    image: 'envoyproxy/envoy:v1.33.0',
    qos,
    port: 6379,
    upstream: 'redis.example.com:6380',
    ...props,
  });

const envoy = (chart: Parameters<typeof containerIn>[0], name = 'redis') => parse(containerIn(chart, name).args![1]!);

test('the app is reported where the proxy is; the proxy is restricted and declares no port', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(ambassador());
  expect(containerIn(chart, 'app').env).toEqual([
    { name: 'REDIS_ADDR', value: 'localhost:6379' },
    { name: 'REDIS_HOST', value: 'localhost' },
    { name: 'REDIS_PORT', value: '6379' },
  ]);
  const proxy = containerIn(chart, 'redis');
  expect(proxy).toMatchObject({
    restartPolicy: 'Always',
    env: [
      { name: 'LISTEN_PORT', value: '6379' },
      { name: 'UPSTREAM_HOST', value: 'redis.example.com' },
      { name: 'UPSTREAM_PORT', value: '6380' },
    ],
    securityContext: { runAsUser: 101, runAsNonRoot: true, capabilities: { drop: ['ALL'] } },
  });
  expect(proxy).not.toHaveProperty('ports');
  expect(proxy.args?.[0]).toBe('--config-yaml');
  expect(proxy.args?.[2]).toBe('--disable-hot-restart');
});

test('Envoy listens on localhost alone and leads to the upstream', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(ambassador());
  const { listeners, clusters } = envoy(chart).static_resources;
  expect(listeners.map((listener: any) => listener.address.socket_address)).toEqual([
    { address: '127.0.0.1', port_value: 6379 },
  ]);
  expect(clusters[0].load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address).toEqual({
    address: 'redis.example.com',
    port_value: 6380,
  });
  expect(clusters[0]).not.toHaveProperty('transport_socket');
});

test('TLS requests the name of the upstream and checks it', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(
    ambassador({ tls: true }),
    ambassador({ tls: { serverName: 'cache', caFile: '/ca.pem' }, port: 7000 }, 'cache'),
  );
  const tls = (name: string) => envoy(chart, name).static_resources.clusters[0].transport_socket.typed_config;
  expect(tls('redis').sni).toBe('redis.example.com');
  expect(tls('cache')).toMatchObject({
    sni: 'cache',
    common_tls_context: {
      validation_context: {
        trusted_ca: { filename: '/ca.pem' },
        match_typed_subject_alt_names: [{ san_type: 'DNS', matcher: { exact: 'cache' } }],
      },
    },
  });
});

test('names are looked up in IPv4 first: a pod without IPv6 cannot use the other addresses', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(ambassador());
  expect(envoy(chart).static_resources.clusters[0].dns_lookup_family).toBe('V4_PREFERRED');
});

describe('a health port', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(ambassador({ healthPort: 9902 }));
  const { listeners, clusters } = envoy(chart).static_resources;

  test('answers /ready by the health of the upstream, and /live by itself', () => {
    expect(listeners[1].address.socket_address).toEqual({ address: '0.0.0.0', port_value: 9902 });
    const { http_filters, route_config } = listeners[1].filter_chains[0].filters[0].typed_config;
    expect(http_filters.map(({ name }: any) => name)).toEqual([
      'envoy.filters.http.health_check',
      'envoy.filters.http.router',
    ]);
    expect(http_filters[0].typed_config).toMatchObject({
      pass_through_mode: false,
      cluster_min_healthy_percentages: { redis: { value: 1 } },
      headers: [{ name: ':path', string_match: { exact: '/ready' } }],
    });
    expect(route_config.virtual_hosts[0].routes).toEqual([
      { match: { path: '/live' }, direct_response: { status: 200 } },
    ]);
  });

  test('makes Envoy check the upstream', () => {
    expect(clusters[0].health_checks).toEqual([expect.objectContaining({ tcp_health_check: {} })]);
  });

  test('is what the probes ask: an upstream that is down makes the pod unready and restarts nothing', () => {
    const { startupProbe, livenessProbe, readinessProbe } = containerIn(chart, 'redis');
    expect(startupProbe?.httpGet).toEqual({ path: '/live', port: 9902 });
    expect(livenessProbe?.httpGet).toEqual({ path: '/live', port: 9902 });
    expect(readinessProbe?.httpGet).toEqual({ path: '/ready', port: 9902 });
  });

  test('without it the upstream is not checked', () => {
    const plain = plainChart();
    workload(plain);
    plain.with(ambassador());
    expect(envoy(plain).static_resources.clusters[0]).not.toHaveProperty('health_checks');
    expect(containerIn(plain, 'redis')).not.toHaveProperty('readinessProbe');
  });
});

test('the upstream may be a Service, a construct, a host and port, or in a Secret', () => {
  const chart = plainChart();
  const service = new kplus.Service(chart, 'db', {
    metadata: { name: 'db', namespace: 'data' },
    ports: [{ port: 3306 }],
  });
  workload(chart);
  chart.with(
    ambassador({ upstream: service, port: 1 }, 'a'),
    ambassador({ upstream: { service }, port: 2 }, 'b'),
    ambassador({ upstream: { host: '10.1.2.3', port: 9 }, port: 3 }, 'c'),
    ambassador({ upstream: { secret: 'redis', hostKey: 'endpoint' }, port: 4 }, 'd'),
    ambassador({ upstream: { secret: 'redis', port: 6379 }, port: 5 }, 'e'),
    ambassador({ upstream: '[fd00::1]:53', port: 6 }, 'f'),
  );
  const upstream = (name: string) =>
    containerIn(chart, name)
      .env!.slice(1)
      .map(({ value, valueFrom }) => value ?? valueFrom);
  const address = (name: string) =>
    envoy(chart, name).static_resources.clusters[0].load_assignment.endpoints[0].lb_endpoints[0].endpoint.address
      .socket_address;
  expect(upstream('a')).toEqual(['db.data.svc', '3306']);
  expect(upstream('b')).toEqual(['db.data.svc', '3306']);
  expect(upstream('c')).toEqual(['10.1.2.3', '9']);
  expect(upstream('d')).toEqual([
    { secretKeyRef: { name: 'redis', key: 'endpoint' } },
    { secretKeyRef: { name: 'redis', key: 'port' } },
  ]);
  expect(address('d')).toEqual({ address: '$(UPSTREAM_HOST)', port_value: '$(UPSTREAM_PORT)' });
  expect(upstream('e')).toEqual([{ secretKeyRef: { name: 'redis', key: 'host' } }, '6379']);
  expect(address('f')).toEqual({ address: 'fd00::1', port_value: 53 });
});

test('another proxy than Envoy gets what it needs from its environment', () => {
  const chart = chartFor('1.28');
  workload(chart);
  const args = ['TCP-LISTEN:$(LISTEN_PORT),bind=127.0.0.1,fork', 'TCP:$(UPSTREAM_HOST):$(UPSTREAM_PORT)'];
  chart.with(ambassador({ image: 'alpine/socat:1.8.0.0', args, variable: 'CACHE', security: { runAsUser: 65534 } }));
  expect(podIn(chart).spec.containers[1]).toMatchObject({ args, securityContext: { runAsUser: 65534 } });
  expect(containerIn(chart, 'app').env?.[0]).toEqual({ name: 'CACHE_ADDR', value: 'localhost:6379' });
});

test('its own props are checked when it is made, all together', () => {
  const wrong: any = { port: 0, upstream: 'redis', args: ['x'], tls: true, variable: 'A-B', ports: [], image: 'envoy' };
  expect(() => ambassador(wrong)).toThrow(
    /^Ambassador "redis":\n {2}image: .*\n {2}port: must be an integer.*\n {2}variable: "A-B": .*\n {2}upstream: must contain a port.*\n {2}tls: requires Envoy.*\n {2}ports: must not be set/,
  );
  expect(() => ambassador({ upstream: 'a b:1' })).toThrow(
    'upstream: must contain a host name or IP address, got "a b"',
  );
});

test('a port or a variable that is taken is reported', () => {
  const chart = plainChart();
  const app = {
    name: 'app',
    image: 'a:1',
    ports: [{ containerPort: 6379 }],
    env: [{ name: 'REDIS_ADDR', value: 'redis:6379' }],
  };
  const target = workload(chart, { containers: [app] });
  target.with(ambassador());
  expect(complaints(chart)).toEqual([
    'Ambassador "redis": variable: container "app" already sets REDIS_ADDR, to "redis:6379"',
    'Ambassador "redis": port: 6379 is already used by container "app" of the same pod',
  ]);
  expect(() => target.with(ambassador({}, 'cache'))).toThrow(
    'port: 6379 is already used by Ambassador "redis" of the same pod',
  );
});

test('a Service that leads to the proxy is reported, by number, whatever its own port', () => {
  const chart = plainChart('shop');
  workload(chart);
  const selected = { selector: kplus.Pods.select(chart, 'pods', { labels: { app: 'shop' } }) };
  const others = { selector: kplus.Pods.select(chart, 'others', { labels: { app: 'other' } }) };
  new kplus.Service(chart, 'open', { ...selected, ports: [{ port: 80, targetPort: 6379 }] });
  new kplus.Service(chart, 'same', { ...selected, ports: [{ port: 6379 }] });
  new kplus.Service(chart, 'fine', { ...selected, ports: [{ port: 6379, targetPort: 8080 }] });
  new kplus.Service(chart, 'other', { ...others, ports: [{ port: 6379 }] });
  new kplus.Service(chart, 'far', { ...selected, metadata: { namespace: 'far' }, ports: [{ port: 6379 }] });
  chart.with(ambassador());
  const exposed = (service: string) =>
    `shop/app: Ambassador "redis": port 6379 must not be exposed by a Service, because the proxy serves its own pod only, but shop/${service}/Resource exposes it`;
  expect(complaints(chart)).toEqual([exposed('open'), exposed('same')]);
});

test('it goes with other sidecars', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(new Sidecar('a', { image: 'a:1', qos, port: 80 }), ambassador());
  expect(podIn(chart).spec.initContainers?.map(({ name }) => name)).toEqual(['a', 'redis']);
  expect(complaints(chart)).toEqual([]);
});

test('an upstream of its own namespace is named without it, in the variable, the configuration and the name of its certificate', () => {
  const chart = plainChart('data');
  const service = new kplus.Service(chart, 'db', { metadata: { name: 'db' }, ports: [{ port: 3306 }] });
  workload(chart);
  chart.with(ambassador({ upstream: service, port: 1, tls: true }, 'a'));
  expect(containerIn(chart, 'a').env).toContainEqual({ name: 'UPSTREAM_HOST', value: 'db' });
  const [cluster] = envoy(chart, 'a').static_resources.clusters;
  expect(cluster.load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address.address).toBe('db');
  expect(cluster.transport_socket.typed_config.sni).toBe('db');
});
