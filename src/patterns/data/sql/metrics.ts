import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Adapter, AdapterMetrics } from '../../../mixins';
import { type ContainerProps, Qos } from '../../../pod';
import type { StatefulApp } from '../../stateful-app';
import type { CredentialReferences } from '../credentials/credential-references';
import type { DatabaseMetricsProps } from './sql-server-props';

export const EXPORTER_PORT = 9104;
const EXPORTER_IMAGE = 'prom/mysqld-exporter:v0.17.2';
/** `nobody`, the user of the image. */
const NOBODY = 65534;
const PASSWORD = 'MYSQLD_EXPORTER_PASSWORD';

/** The server that the exporter monitors. */
interface MonitoredServer {
  readonly port: number;
  /** Whether the server has a certificate, in which case it can reject unencrypted connections. */
  readonly tls: boolean;
}

/**
 * Adds mysqld_exporter to the pod of the server. It logs in over localhost as `exporter`, who cannot read data. The pod
 * is Ready only while the exporter can log in: the exporter itself responds with status 200 and `mysql_up 0` if it cannot.
 *
 * The connection stays within the pod, so the certificate, which is issued for the Service name, is not verified.
 *
 * @see https://github.com/prometheus/mysqld_exporter flags mysqld.address, mysqld.username and MYSQLD_EXPORTER_PASSWORD
 */
export function addMetrics(
  scope: Construct,
  workload: StatefulApp,
  credentials: CredentialReferences,
  server: MonitoredServer,
  props: DatabaseMetricsProps,
  imagePullPolicy?: ContainerProps['imagePullPolicy'],
): AdapterMetrics {
  const { env, mounts } = credentials.deliver({ [PASSWORD]: 'exporterPassword' }, 'exporter-credentials');
  const flags = [
    `--mysqld.address=127.0.0.1:${server.port}`,
    '--mysqld.username=exporter',
    ...(server.tls ? ['--tls.insecure-skip-verify'] : []),
  ];
  const port = props.port ?? EXPORTER_PORT;
  const listen = port === EXPORTER_PORT ? [] : [`--web.listen-address=:${port}`];
  const adapter = new Adapter('metrics', {
    image: props.image ?? EXPORTER_IMAGE,
    imagePullPolicy,
    qos: props.qos ?? Qos.guaranteed({ cpu: '50m', memory: '64Mi', ephemeralStorage: '64Mi' }),
    port,
    ...command([...flags, ...listen], credentials),
    env,
    mounts,
    security: { runAsUser: NOBODY, runAsGroup: NOBODY },
    probes: {
      liveness: { tcp: { port: 'metrics' } },
      readiness: {
        exec: ['/bin/sh', '-c', isServerUp(port)],
        period: Duration.seconds(30),
        timeout: Duration.seconds(5),
      },
    },
  });
  workload.with(adapter);
  workload.allowIngress({ from: props.from, ports: ['metrics'] });
  return new AdapterMetrics(scope, 'Metrics', {
    of: workload,
    adapter,
    name: `${workload.name}-metrics`,
    serviceMonitor: props.serviceMonitor,
  });
}

/** Requests one cheap metric. The official image, based on BusyBox, has wget; images based on Debian have bash. */
function isServerUp(port: number): string {
  const path = '/metrics?collect[]=heartbeat';
  const request = `GET ${path} HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n`;
  return [
    'if command -v wget >/dev/null; then',
    `  wget -q -O - 'http://127.0.0.1:${port}${path}'`,
    'else',
    `  bash -c 'exec 3<>/dev/tcp/127.0.0.1/${port}; printf "${request}" >&3; cat <&3'`,
    "fi | grep -q '^mysql_up 1'",
  ].join('\n');
}

/** The exporter reads its password from the environment only; a shell reads it from the file. */
function command(flags: readonly string[], { delivery }: CredentialReferences) {
  if (delivery === 'environment') return { args: flags };
  const script = `${PASSWORD}="$(cat "$${PASSWORD}_FILE")" exec /bin/mysqld_exporter "$@"`;
  return { command: ['/bin/sh', '-c', script, 'mysqld_exporter', ...flags] };
}
