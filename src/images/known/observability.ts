import type { ImageFacts } from '../image-facts';
import { exporter } from './monitoring';
import { dockerfile } from './sources';

const nginxExporter: Omit<ImageFacts, 'repositories'> = {
  user: '1001:1001',
  uid: 1001,
  ports: [{ port: 9113, name: 'metrics' }],
  paths: ['/', '/metrics'],
  portsSetBy: ['--web.', '-web.', 'LISTEN_ADDRESS', 'TELEMETRY_PATH'],
  entrypoint: ['/usr/bin/nginx-prometheus-exporter'],
  runs: 'forever',
  fileCapabilities: [],
  lacks: ['sh', 'bash', 'curl', 'wget'],
  ...dockerfile('nginx/nginx-prometheus-exporter', '0366014ec873d490e11371469367db7260f96e61', 'build/Dockerfile'),
};

/** Exporters, and Grafana. */
export const OBSERVABILITY_IMAGES: readonly ImageFacts[] = [
  {
    ...exporter('mysqld_exporter', 9104),
    // CHANGELOG of 0.15.0: DATA_SOURCE_NAME is not read any longer.
    tags: ['v0.15*', 'v0.16*', 'v0.17*', 'v0.18*', 'v0.19*', 'latest'],
    twoDashes: true,
    requiresSetting: ['--mysqld.username', '--config.my-cnf', '/.my.cnf'],
    ...dockerfile('prometheus/mysqld_exporter', '205b0defe63b00c9105edab4ff510780c6ade544', 'Dockerfile'),
  },
  {
    ...exporter('mysqld_exporter', 9104),
    ...dockerfile('prometheus/mysqld_exporter', '205b0defe63b00c9105edab4ff510780c6ade544', 'Dockerfile'),
  },
  {
    ...exporter('node_exporter', 9100),
    paths: ['/', '/metrics', '/debug/*'],
    ...dockerfile('prometheus/node_exporter', '0c561fa1c9f10840f093cb193d04b6f988bc66fe', 'Dockerfile'),
  },
  {
    repositories: ['docker.io/nginx/nginx-prometheus-exporter', 'docker.io/nginxinc/nginx-prometheus-exporter'],
    tags: ['0.*'],
    ...nginxExporter,
  },
  {
    repositories: ['docker.io/nginx/nginx-prometheus-exporter', 'docker.io/nginxinc/nginx-prometheus-exporter'],
    ...nginxExporter,
    // Since 1.0 options are read by kingpin.
    twoDashes: true,
  },
  {
    repositories: [
      'docker.io/oliver006/redis_exporter',
      'quay.io/oliver006/redis_exporter',
      'ghcr.io/oliver006/redis_exporter',
    ],
    tags: ['*alpine*'],
    user: '',
    ports: [{ port: 9121, name: 'metrics' }],
    portsSetBy: ['--web.', '-web.', 'REDIS_EXPORTER_'],
    entrypoint: ['/redis_exporter'],
    runs: 'forever',
    lacks: ['bash', 'curl'],
    ...dockerfile('oliver006/redis_exporter', '038b87b8c22d7b2cab86e9bfd30687c0a3362cfc', 'Dockerfile'),
  },
  {
    repositories: [
      'docker.io/oliver006/redis_exporter',
      'quay.io/oliver006/redis_exporter',
      'ghcr.io/oliver006/redis_exporter',
    ],
    user: '59000:59000',
    uid: 59000,
    ports: [{ port: 9121, name: 'metrics' }],
    portsSetBy: ['--web.', '-web.', 'REDIS_EXPORTER_'],
    entrypoint: ['/redis_exporter'],
    runs: 'forever',
    fileCapabilities: [],
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile('oliver006/redis_exporter', '038b87b8c22d7b2cab86e9bfd30687c0a3362cfc', 'Dockerfile'),
  },
  {
    repositories: ['ghcr.io/martin-helmich/prometheus-nginxlog-exporter/exporter'],
    user: '',
    ports: [{ port: 4040, name: 'metrics' }],
    portsSetBy: ['-', '/etc/prometheus-nginxlog-exporter'],
    entrypoint: ['/prometheus-nginxlog-exporter'],
    runs: 'forever',
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile(
      'martin-helmich/prometheus-nginxlog-exporter',
      '2a15020fbbb3b18d2075d8a62eb0c50ab14e755b',
      'Dockerfile',
    ),
  },
  {
    repositories: [
      'docker.io/grafana/grafana',
      'docker.io/grafana/grafana-oss',
      'docker.io/grafana/grafana-enterprise',
    ],
    user: '472',
    uid: 472,
    gid: 0,
    ports: [{ port: 3000, name: 'http' }],
    portsSetBy: ['GF_SERVER_', '/etc/grafana', '--config', 'cfg:'],
    entrypoint: ['/run.sh'],
    runs: 'forever',
    writes: [{ path: '/var/lib/grafana', by: 'anyone' }],
    writesSetBy: ['GF_PATHS_', '/etc/grafana', 'cfg:'],
    data: '/var/lib/grafana',
    content: ['/etc/grafana', '/usr/share/grafana', '/usr/share/grafana/public', '/usr/share/grafana/conf'],
    contentSetBy: ['--config', 'GF_PATHS_'],
    fileCapabilities: [],
    ...dockerfile('grafana/grafana', '78515af65f036f536c4ab2e6fdb5484552f99f1f', 'Dockerfile'),
  },
];
