import { ApiObject, type Duration, Lazy } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { RecordedConstruct } from '../origin';
import { definedFields, secondsOf } from '../pod';
import { checked, checkProps } from '../props';
import type { Adapter } from './adapter';
import { labelsOf, podLabels, podObjectOf } from './pod-template';

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

/** Options of a ServiceMonitor. */
export interface ServiceMonitorProps {
  /** Labels that the Prometheus resource selects monitors by. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Scrape interval. @default the default of Prometheus */
  readonly interval?: Duration;
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
    const { of, adapter, serviceMonitor = false } = props;
    const workload = podObjectOf(of);
    const { labels: monitorLabels, interval } = typeof serviceMonitor === 'object' ? serviceMonitor : {};
    let seconds: number | undefined;
    checkProps(this, (reportIssue) => {
      if (workload === undefined) reportIssue('of', `expected a construct with a pod, but ${of.node.path} has none`);
      seconds = secondsOf(reportIssue, 'serviceMonitor.interval', interval, 1);
    });
    const name = props.name ?? `${workload!.name}-${adapter.name}`;
    const { namespace } = workload!.metadata;
    const own = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'metrics' };
    const labels = { ...labelsOf(workload!), ...own };
    const port = adapter.metricsPort;
    this.service = new ApiObject(this, 'Service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: definedFields({ name, namespace, labels }),
      spec: {
        clusterIP: 'None',
        selector: Lazy.any({ produce: () => podLabels(workload!) }),
        ports: [{ name: port.name, port: port.port, targetPort: port.name }],
      },
    });
    if (serviceMonitor === false) return;
    const endpoint = { port: port.name, path: adapter.path, interval: seconds && `${seconds}s` };
    this.serviceMonitor = new ApiObject(this, 'ServiceMonitor', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: definedFields({ name, namespace, labels: { ...labels, ...monitorLabels } }),
      spec: { selector: { matchLabels: own }, endpoints: [definedFields(endpoint)] },
    });
  }
}
