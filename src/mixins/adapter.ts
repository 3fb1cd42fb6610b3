import type { PortProps } from '../pod';
import { checked } from '../props';
import { dns1123Label } from '../values';
import { Sidecar, type SidecarProps } from './sidecar';

/** Longest name of a port. */
const PORT_NAME_LIMIT = 15;

/** Options of an adapter container. */
export interface AdapterProps extends Omit<SidecarProps, 'port'> {
  /** Port that serves the metrics. */
  readonly port: number;
  /** Name of that port; unique in the pod. @default the name of the adapter */
  readonly portName?: string;
  /** Path of the metrics. @default '/metrics' */
  readonly path?: string;
}

/**
 * Adapter: converts an app-specific interface (a log file, a status page, JMX, SQL) to a standard one, such as
 * Prometheus metrics on a separate port. It mounts the app's volumes read-only.
 *
 * `AdapterMetrics` creates the Service for the port, and a ServiceMonitor.
 *
 * @see https://learn.microsoft.com/azure/architecture/patterns/sidecar
 * @example
 * const metrics = new Adapter('metrics', {
 *   image: 'nginx/nginx-prometheus-exporter:1.4.1',
 *   qos: Qos.guaranteed({ cpu: '50m', memory: '32Mi' }),
 *   port: 9113,
 *   reads: logVolume.at('/var/log/shop'),
 * });
 * shop.with(metrics);
 * new AdapterMetrics(chart, 'shop-metrics', { of: shop, adapter: metrics });
 */
@checked('Adapter')
export class Adapter extends Sidecar {
  /** The port of the metrics. */
  public readonly metricsPort: PortProps;
  /** Path of the metrics. */
  public readonly path: string;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(name: string, props: AdapterProps) {
    const { port, portName: given, path = '/metrics', ports = [], ...sidecar } = props;
    const metricsPort = { name: given ?? portNameOf(name), port };
    super(name, { ...sidecar, ports: [metricsPort, ...ports] }, 'Adapter', (reportIssue) => {
      if (!path.startsWith('/')) reportIssue('path', `must begin with "/", got ${JSON.stringify(path)}`);
    });
    this.metricsPort = metricsPort;
    this.path = path;
  }

  /** The first port of the container is that of the metrics. */
  protected override propOf(containerProp: string): string {
    const [, index, field] = /^ports\[(\d+)\]\.(\w+)$/.exec(containerProp) ?? [];
    if (index === undefined) return containerProp;
    if (index === '0') return field === 'name' ? 'portName' : 'port';
    return `ports[${Number(index) - 1}].${field}`;
  }
}

/** A port name from the name of the adapter, whose own issues are reported by themselves. */
function portNameOf(name: string): string {
  return dns1123Label(name).length === 0 ? name.slice(0, PORT_NAME_LIMIT).replace(/-+$/, '') : 'metrics';
}
