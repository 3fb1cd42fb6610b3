import { app, type Fault, fault, inApp, scratch } from './fault';

const ready = (port: number, path: string) => ({ readinessProbe: { httpGet: { port, path } } });
const PATH = inApp('readinessProbe.httpGet.path');
const HOOK = inApp('lifecycle.preStop.exec.command');
const COLLECTOR = 'otel/opentelemetry-collector:0.130.0';
const PORT = inApp('readinessProbe.httpGet.port');

/** A probe of a path that the server does not have, and of the one that it has. */
const path = (image: string, port: number, wrong: string, right: string) =>
  fault(`${image} asked for ${wrong}`, 'the server answers 404', `warning probe-path-not-served ${PATH}`, {
    faulty: app({ image, ...ready(port, wrong) }),
    fixed: app({ image, ...ready(port, right) }),
  });

/** A probe of a port that the server does not open. */
const port = (image: string, wrong: number, right: number, at: string) =>
  fault(`${image} asked on port ${wrong}`, 'connection refused', `warning probe-port-not-served ${PORT}`, {
    faulty: app({ image, ...ready(wrong, at) }),
    fixed: app({ image, ...ready(right, at) }),
  });

/** An empty volume over a directory whose files the program reads, and the same volume beside it. */
const hidden = (image: string, folder: string, container: object = {}) => {
  const mounted = (at: string) => {
    const { volumes, volumeMounts } = scratch({ config: at });
    return app({ image, ...container, volumeMounts }, { volumes });
  };
  const rule = `warning image-content-hidden ${inApp('volumeMounts[0].mountPath')}`;
  return fault(`an empty volume at ${folder} of ${image}`, 'the program finds no configuration', rule, {
    faulty: mounted(folder),
    fixed: mounted('/scratch'),
  });
};

/**
 * Faults in servers of metrics, logs and messages. Of the 25 that were planted first, the package found 3 before it had facts of these images; one
 * turned out to be no fault.
 */
export const MONITORING_IMAGES: readonly Fault[] = [
  path('prom/prometheus:v3.5.0', 9090, '/healthz', '/-/healthy'),
  path('quay.io/prometheus/prometheus:v2.55.1', 9090, '/ready', '/-/ready'),
  path('prom/alertmanager:v0.28.1', 9093, '/health', '/-/healthy'),
  path('prom/pushgateway:v1.11.1', 9091, '/healthz', '/api/v1/status'),
  path('registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.16.0', 8080, '/ready', '/readyz'),
  port('prom/alertmanager:v0.28.1', 9090, 9093, '/-/ready'),
  port('prom/blackbox-exporter:v0.27.0', 9116, 9115, '/metrics'),
  port('quay.io/prometheuscommunity/postgres-exporter:v0.17.1', 9104, 9187, '/metrics'),
  port('prom/memcached-exporter:v0.15.3', 9121, 9150, '/metrics'),
  hidden('grafana/grafana:12.1.0', '/etc/grafana'),
  hidden('grafana/grafana:12.1.0', '/usr/share/grafana'),
  hidden('nginx:1.29.3', '/etc/nginx/conf.d'),
  hidden('prom/alertmanager:v0.28.1', '/etc/alertmanager'),
  hidden('grafana/loki:3.5.0', '/etc/loki'),
  hidden('otel/opentelemetry-collector:0.130.0', '/etc/otelcol'),
  hidden('envoyproxy/envoy:v1.33.0', '/etc/envoy', { securityContext: { runAsUser: 101 } }),
  hidden('fluent/fluentd:v1.18-debian-1', '/fluentd/etc'),
  hidden('rabbitmq:4.1-management', '/etc/rabbitmq'),
  hidden('caddy:2.10', '/etc/caddy'),
  hidden('nats:2.11-alpine', '/etc/nats'),
  fault(
    'nats asked over HTTP on the port of its clients',
    'it speaks its own protocol there',
    `warning probe-protocol ${inApp('readinessProbe.httpGet')}`,
    {
      faulty: app({ image: 'nats:2.11', ...ready(4222, '/healthz') }),
      fixed: app({ image: 'nats:2.11', ...ready(8222, '/healthz') }),
    },
  ),
  fault(
    'loki without a place for its data',
    'the root file system is read-only',
    `warning image-path-not-writable ${inApp('securityContext.readOnlyRootFilesystem')}`,
    {
      faulty: app({ image: 'grafana/loki:3.5.0', securityContext: { readOnlyRootFilesystem: true } }),
      fixed: (() => {
        const { volumes, volumeMounts } = scratch({ data: '/loki' });
        return app(
          { image: 'grafana/loki:3.5.0', securityContext: { readOnlyRootFilesystem: true }, volumeMounts },
          { volumes },
        );
      })(),
    },
  ),
  fault(
    'loki with a gRPC port that it does not have',
    'server.grpc_listen_port is 9095 by default',
    `warning image-port-not-served ${inApp('ports[0].containerPort')}`,
    {
      faulty: app({ image: 'grafana/loki:3.5.0', ports: [{ name: 'grpc', containerPort: 9096 }] }),
      fixed: app({
        image: 'grafana/loki:3.5.0',
        ports: [{ name: 'grpc', containerPort: 9095 }],
        readinessProbe: { grpc: { port: 9095 } },
      }),
    },
  ),
  fault(
    'a shell that the exporter does not have',
    'the runtime finds no bash',
    `error image-program-missing ${inApp('command[0]')}`,
    {
      faulty: app({
        image: 'prometheuscommunity/postgres-exporter:v0.17.1',
        command: ['bash', '-c', 'postgres_exporter'],
      }),
      fixed: app({
        image: 'prometheuscommunity/postgres-exporter:v0.17.1',
        command: ['sh', '-c', 'postgres_exporter'],
      }),
    },
  ),
  fault(
    'caddy without the capability of its program file',
    'exec: operation not permitted',
    `warning file-capability-dropped ${inApp('securityContext.capabilities.drop')}`,
    {
      faulty: app({ image: 'caddy:2.10', securityContext: { runAsUser: 1000, capabilities: { drop: ['ALL'] } } }),
      fixed: app({
        image: 'caddy:2.10',
        securityContext: { runAsUser: 1000, capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } },
      }),
    },
  ),
  fault('a hook with a program of a shell', 'the image has one program', `warning image-program-missing ${HOOK}`, {
    faulty: app({ image: COLLECTOR, lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } } }),
    fixed: app({ image: COLLECTOR, lifecycle: { preStop: { sleep: { seconds: 5 } } } }),
  }),
  fault('minio without its command', 'it prints its help and ends', `warning container-ends ${inApp('image')}`, {
    faulty: app({ image: 'minio/minio:RELEASE.2025-04-22T22-12-26Z' }),
    fixed: app({ image: 'minio/minio:RELEASE.2025-04-22T22-12-26Z', args: ['server', '/data'] }),
  }),
];

/** Manifests like those above in which nothing is wrong. */
export const GOOD_MONITORING: readonly (readonly [title: string, object: object])[] = [
  [
    'prometheus asked for its API',
    app({ image: 'prom/prometheus:v3.5.0', ...ready(9090, '/api/v1/status/buildinfo') }),
  ],
  [
    'prometheus behind a prefix',
    app({
      image: 'prom/prometheus:v3.5.0',
      args: ['--config.file=/etc/prometheus/prometheus.yml', '--web.route-prefix=/metrics'],
      ...ready(9090, '/metrics/-/ready'),
    }),
  ],
  ...(
    [
      ['envoy configured by an argument', 'envoyproxy/envoy:v1.33.0', '/etc/envoy', ['--config-yaml', 'admin: {}']],
      ['loki whose members find each other', 'grafana/loki:3.5.0', '/loki', ['-memberlist.join=loki-members:7946']],
      ['loki with a configuration elsewhere', 'grafana/loki:3.5.0', '/etc/loki', ['-config.file=/config/loki.yaml']],
      [
        'a collector with a configuration elsewhere',
        'otel/opentelemetry-collector:0.130.0',
        '/etc/otelcol',
        ['--config=/c.yaml'],
      ],
    ] as const
  ).map(([title, image, folder, args]): readonly [string, object] => {
    const { volumes, volumeMounts } = scratch({ config: folder });
    return [title, app({ image, args, volumeMounts }, { volumes })];
  }),
];
