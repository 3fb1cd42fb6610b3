import type { Construct } from 'constructs';
import { Adapter, AdapterMetrics } from '../../../mixins';
import { type ContainerProps, Qos } from '../../../pod';
import type { StatefulService } from '../../stateful-service';
import type { CredentialReferences } from '../credentials';
import type { DatabaseMetricsProps } from './sql-server-props';

export const EXPORTER_PORT = 9104;
const EXPORTER_IMAGE = 'prom/mysqld-exporter:v0.17.2';
/** `nobody`, the image's own user. */
const NOBODY = 65534;
const PASSWORD = 'MYSQLD_EXPORTER_PASSWORD';

/**
 * Puts mysqld_exporter beside the server: it logs in over the pod's own network as `exporter`, who sees no data.
 *
 * @see https://github.com/prometheus/mysqld_exporter flags mysqld.address, mysqld.username and MYSQLD_EXPORTER_PASSWORD
 */
export function addMetrics(
  scope: Construct,
  workload: StatefulService,
  credentials: CredentialReferences,
  serverPort: number,
  props: DatabaseMetricsProps,
  imagePullPolicy?: ContainerProps['imagePullPolicy'],
): AdapterMetrics {
  const { env, mounts } = credentials.give({ [PASSWORD]: 'exporterPassword' }, 'exporter-credentials');
  const flags = [`--mysqld.address=127.0.0.1:${serverPort}`, '--mysqld.username=exporter'];
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
      readiness: { http: { path: '/', port: 'metrics' } },
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

/** The exporter reads its password from the environment alone; the image's shell takes it there from a file. */
function command(flags: readonly string[], { delivery }: CredentialReferences) {
  if (delivery === 'environment') return { args: flags };
  const script = `${PASSWORD}="$(cat "$${PASSWORD}_FILE")" exec /bin/mysqld_exporter "$@"`;
  return { command: ['/bin/sh', '-c', script, 'mysqld_exporter', ...flags] };
}
