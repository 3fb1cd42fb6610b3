import type { PortProps } from '../pod';
import { Sidecar, type SidecarProps } from './sidecar';

/** An exporter. */
export interface AdapterProps extends Omit<SidecarProps, 'port'> {
  /** Port on which it gives the metrics. */
  readonly port: number;
  /** Name of that port; unique in the pod. @default the adapter's name */
  readonly portName?: string;
  /** Path of the metrics. @default '/metrics' */
  readonly path?: string;
}

/**
 * Adapter: turns what the app has of its own (a log file, a status page, JMX, SQL) into a standard interface, such as
 * metrics for Prometheus on a port of its own. It sees the app's volumes read-only.
 *
 * `AdapterMetrics` makes the Service for the port, and a ServiceMonitor.
 *
 * @see https://learn.microsoft.com/azure/architecture/patterns/sidecar
 * @example
 * const metrics = new Adapter('metrics', {
 *   image: 'nginx/nginx-prometheus-exporter:1.4.1',
 *   qos: Qos.guaranteed({ cpu: '50m', memory: '32Mi' }),
 *   port: 9113,
 *   reads: logs.at('/var/log/shop'),
 * });
 * shop.with(metrics);
 * new AdapterMetrics(chart, 'shop-metrics', { of: shop, adapter: metrics });
 */
export class Adapter extends Sidecar {
  /** The port of the metrics. */
  public readonly metricsPort: PortProps;
  /** Path of the metrics. */
  public readonly path: string;

  /** @throws PropsError that names all that is wrong with the props. */
  public constructor(name: string, props: AdapterProps) {
    const { port, portName: given, path = '/metrics', ports = [], ...sidecar } = props;
    const metricsPort = { name: given ?? name.slice(0, 15).replace(/-+$/, ''), port };
    super(name, { ...sidecar, ports: [metricsPort, ...ports] }, 'Adapter', (problem) => {
      if (!path.startsWith('/')) problem('path', `must begin with "/", got ${JSON.stringify(path)}`);
    });
    this.metricsPort = metricsPort;
    this.path = path;
  }
}
