import { type ApiObject, Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { RecordedConstruct } from '../origin';
import { checked, checkProps } from '../props';
import type { Adapter } from './adapter';
import { checkServiceMonitor, makeMetrics, type ServiceMonitorProps } from './metrics-service';
import { podObjectOf } from './pod-template';

/** Options of AdapterMetrics. */
export interface AdapterMetricsProps {
  /** The pattern, cdk8s-plus workload or ApiObject whose pods contain the adapter. */
  readonly of: IConstruct;
  readonly adapter: Adapter;
  /** @default the name of the workload, a hyphen and the name of the adapter */
  readonly name?: string;
  /**
   * Also creates a ServiceMonitor for the Prometheus Operator; import its CRD.
   *
   * @default false
   */
  readonly serviceMonitor?: boolean | ServiceMonitorProps;
}

/**
 * Headless Service for the metrics port of an adapter, so that the Service of the app does not change,
 * and optionally a ServiceMonitor that selects it.
 *
 * @example
 * new AdapterMetrics(chart, 'shop-metrics', { of: shop, adapter: metrics, serviceMonitor: { labels: { release: 'prometheus' } } });
 */
@checked('AdapterMetrics')
export class AdapterMetrics extends RecordedConstruct {
  public readonly service: ApiObject;
  public readonly serviceMonitor: ApiObject | undefined;

  /** @throws PropsError when `of` has no pod. */
  public constructor(scope: Construct, id: string, props: AdapterMetricsProps) {
    super(scope, id);
    const { of, adapter, serviceMonitor } = props;
    const workload = podObjectOf(of);
    const namespace = workload && (workload.metadata.namespace ?? Chart.of(workload).namespace);
    checkProps(this, (reportIssue) => {
      if (workload === undefined) reportIssue('of', `expected a construct with a pod, but ${of.node.path} has none`);
      checkServiceMonitor(serviceMonitor, namespace, reportIssue);
      const own = Chart.of(this).namespace;
      if (workload !== undefined && namespace === undefined && own !== undefined) {
        reportIssue(
          'of',
          `${of.node.path} is in another namespace than the Service of its metrics, ${JSON.stringify(own)}`,
          'create the AdapterMetrics in the chart of the workload, or set the namespace of that chart',
        );
      }
    });
    const { service, serviceMonitor: monitor } = makeMetrics(this, {
      workload: workload!,
      name: props.name ?? `${workload!.name}-${adapter.name}`,
      port: adapter.metricsPort,
      path: adapter.path,
      serviceMonitor,
    });
    this.service = service;
    this.serviceMonitor = monitor;
  }
}
