import type { ImageFacts } from '../image-facts';
import { dockerfile } from './sources';

/** Paths of the profiler of Go, which the servers of the Prometheus project have beside their own. */
const DEBUG = '/debug/*';

/** A server on the busybox of Prometheus. */
const server = (name: string, port: number): Omit<ImageFacts, 'repositories'> => ({
  user: 'nobody',
  uid: 65534,
  versionPrefix: 'v',
  ports: [{ port, name: 'http' }],
  portsSetBy: ['--web.', '-web.'],
  entrypoint: [`/bin/${name}`],
  runs: 'forever',
  fileCapabilities: [],
  lacks: ['bash', 'curl'],
});

/** An exporter on the busybox of Prometheus, whose user is the name `nobody`. */
export const exporter = (name: string, port: number, organization = 'prometheus'): Omit<ImageFacts, 'source'> => {
  const image = name.replaceAll('_', '-');
  const hub = organization === 'prometheus' ? 'prom' : organization;
  return {
    ...server(name, port),
    repositories: [`docker.io/${hub}/${image}`, `quay.io/${organization}/${image}`],
    ports: [{ port, name: 'metrics' }],
    paths: ['/', '/metrics', '/probe', DEBUG],
  };
};

/** Prometheus, its parts, and servers of metrics and logs around it. */
export const MONITORING_IMAGES: readonly ImageFacts[] = [
  {
    repositories: ['docker.io/prom/prometheus', 'quay.io/prometheus/prometheus'],
    tags: ['*distroless*'],
  },
  {
    repositories: ['docker.io/prom/prometheus', 'quay.io/prometheus/prometheus'],
    ...server('prometheus', 9090),
    command: ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'],
    requiresSetting: ['--config.file'],
    portsSetBy: ['--web.listen-address', '--web.config.file'],
    pathPrefixOptions: ['--web.route-prefix', '--web.external-url'],
    // Handlers of web/web.go, with the pages of the interfaces of versions 2 and 3.
    paths: [
      ...[
        '/',
        '/-/healthy',
        '/-/ready',
        '/metrics',
        '/version',
        '/federate',
        '/api/*',
        '/consoles/*',
        '/user/*',
        DEBUG,
      ],
      ...[
        '/agent',
        '/alertmanager-discovery',
        '/alerts',
        '/config',
        '/flags',
        '/graph',
        '/query',
        '/rules',
        '/starting',
      ],
      ...['/service-discovery', '/status', '/targets', '/tsdb-status', '/manifest.json', '/favicon*'],
      ...['/assets/*', '/static/*', '/classic/*', '/new/*'],
    ],
    writes: [{ path: '/prometheus', by: 'uid' }],
    writesSetBy: ['--storage.'],
    volumes: ['/prometheus'],
    data: '/prometheus',
    content: ['/etc/prometheus'],
    contentSetBy: ['--config.file'],
    contentFiles: { '/etc/prometheus': ['prometheus.yml'] },
    ...dockerfile('prometheus/prometheus', 'b5c61f3e9a36ed399da703f2ca4c9771db78c328', 'Dockerfile'),
  },
  {
    repositories: ['docker.io/prom/alertmanager', 'quay.io/prometheus/alertmanager'],
    ...server('alertmanager', 9093),
    command: ['--config.file=/etc/alertmanager/alertmanager.yml', '--storage.path=/alertmanager'],
    requiresSetting: ['--config.file'],
    portsSetBy: ['--web.listen-address', '--web.config.file'],
    pathPrefixOptions: ['--web.route-prefix', '--web.external-url'],
    paths: [
      ...['/', '/-/healthy', '/-/ready', '/metrics', '/api/*', '/assets/*', '/favicon.ico', '/script.js', '/lib/*'],
      DEBUG,
    ],
    writes: [{ path: '/alertmanager', by: 'uid' }],
    writesSetBy: ['--storage.'],
    volumes: ['/alertmanager'],
    data: '/alertmanager',
    content: ['/etc/alertmanager'],
    contentSetBy: ['--config.file'],
    contentFiles: { '/etc/alertmanager': ['alertmanager.yml'] },
    ...dockerfile('prometheus/alertmanager', '68fb2d5759b3a92c0bb2a1a13d4ef7ff5b06256d', 'Dockerfile'),
  },
  {
    repositories: ['docker.io/prom/pushgateway', 'quay.io/prometheus/pushgateway'],
    ...server('pushgateway', 9091),
    user: '65534',
    paths: ['/', '/-/healthy', '/-/ready', '/metrics', '/status', '/api/*', '/static/*', DEBUG],
    ...dockerfile('prometheus/pushgateway', '412bd22b127962a4da9ee024f702c85213d915ec', 'Dockerfile'),
  },
  {
    repositories: ['docker.io/prom/blackbox-exporter', 'quay.io/prometheus/blackbox-exporter'],
    ...server('blackbox_exporter', 9115),
    command: ['--config.file=/etc/blackbox_exporter/config.yml'],
    requiresSetting: ['--config.file'],
    user: '',
    content: ['/etc/blackbox_exporter'],
    contentSetBy: ['--config.file'],
    contentFiles: { '/etc/blackbox_exporter': ['config.yml'] },
    ...dockerfile('prometheus/blackbox_exporter', 'e39d7d415684f31b907dce55201a435fe2c2cf0d', 'Dockerfile'),
  },
  {
    ...exporter('memcached_exporter', 9150),
    paths: ['/', '/metrics', '/scrape', DEBUG],
    ...dockerfile('prometheus/memcached_exporter', '17e002c6e36fa602446b054d5be1b23c7557b44c', 'Dockerfile'),
  },
  {
    ...exporter('postgres_exporter', 9187, 'prometheuscommunity'),
    ...dockerfile('prometheus-community/postgres_exporter', 'dbb1987e2f0db61c47efb1bb66cc15bbf16f4c11', 'Dockerfile'),
  },
  {
    repositories: ['registry.k8s.io/kube-state-metrics/kube-state-metrics'],
    user: 'nobody',
    uid: 65534,
    ports: [
      { port: 8080, name: 'http-metrics' },
      { port: 8081, name: 'telemetry' },
    ],
    paths: ['/', '/healthz', '/livez', '/readyz', '/metrics', DEBUG],
    portsSetBy: ['--port', '--telemetry-port', '--config'],
    entrypoint: ['/kube-state-metrics', '--port=8080', '--telemetry-port=8081'],
    runs: 'forever',
    fileCapabilities: [],
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile('kubernetes/kube-state-metrics', 'c92fe0c5ce02d3b52abf54490e00db6c706f2ba5', 'Dockerfile'),
  },
  {
    repositories: ['docker.io/grafana/loki'],
    user: '10001',
    uid: 10001,
    // local-config.yaml sets the first; the second is the default of server.grpc_listen_port, with the health service.
    // https://grafana.com/docs/loki/latest/configure/#server
    ports: [
      { port: 3100, name: 'http' },
      { port: 9095, name: 'grpc', protocol: 'grpc' },
    ],
    portsSetBy: ['-server.', '--server.', '-memberlist.', '--memberlist.', '-config', '--config', '/etc/loki'],
    entrypoint: ['/usr/bin/loki'],
    command: ['-config.file=/etc/loki/local-config.yaml'],
    runs: 'forever',
    writes: [{ path: '/loki', by: 'uid' }],
    writesSetBy: ['-', '/etc/loki'],
    data: '/loki',
    content: ['/etc/loki'],
    contentSetBy: ['-config', '--config'],
    contentFiles: { '/etc/loki': ['local-config.yaml'] },
    fileCapabilities: [],
    lacks: ['bash', 'curl'],
    ...dockerfile('grafana/loki', '65e30f8488e8a5ea2013c6881675f8103a8f6bc7', 'cmd/loki/Dockerfile'),
  },
  ...['opentelemetry-collector', 'opentelemetry-collector-contrib'].map((name): ImageFacts => {
    const folder = name.replace('opentelemetry-collector', 'otelcol');
    return {
      repositories: [`docker.io/otel/${name}`, `ghcr.io/open-telemetry/opentelemetry-collector-releases/${name}`],
      user: '10001:10001',
      uid: 10001,
      entrypoint: [`/${folder}`],
      command: ['--config', `/etc/${folder}/config.yaml`],
      requiresSetting: ['--config'],
      runs: 'forever',
      content: [`/etc/${folder}`],
      contentSetBy: ['--config'],
      fileCapabilities: [],
      lacks: ['sh', 'bash', 'curl', 'wget'],
      ...dockerfile(
        'open-telemetry/opentelemetry-collector-releases',
        'ceccc19da2df99e24c1d826bd1600e0edbdbea3d',
        `distributions/${folder}/Dockerfile`,
      ),
    };
  }),
];
