import { ApiObject, Chart, type Duration, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { definedFields, secondsIn, secondsOf, under } from '../pod';
import type { ReportIssue } from '../props';
import { dns1123Label, requireArguments } from '../values';
import { labelsOf, podLabels } from './pod-template';

/** Options of a ServiceMonitor. */
export interface ServiceMonitorProps {
  /** Labels that the Prometheus resource selects monitors by. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Scrape interval. @default the default of Prometheus */
  readonly interval?: Duration;
  /**
   * Namespace of the ServiceMonitor, for a Prometheus that selects monitors of its own namespace only; the monitor selects the
   * Service in the namespace of the pods.
   *
   * @default the namespace of the pods
   */
  readonly namespace?: string;
}

/** What serves metrics, and how it is monitored. */
export interface MetricsEndpoint {
  /** The object that has the pods. */
  readonly workload: ApiObject;
  /** Name of the objects. */
  readonly name: string;
  readonly port: { readonly name: string; readonly port: number };
  readonly path: string;
  readonly serviceMonitor?: boolean | ServiceMonitorProps | undefined;
}

/** The objects that make metrics available to Prometheus. */
export interface MetricsObjects {
  /** The headless Service of the port. */
  readonly service: ApiObject;
  /** Undefined when it is not configured. */
  readonly serviceMonitor: ApiObject | undefined;
}

/** Reports invalid options of a ServiceMonitor. @param namespace of the pods, if it is known. */
export function checkServiceMonitor(
  monitor: boolean | ServiceMonitorProps | undefined,
  namespace: string | undefined,
  reportIssue: ReportIssue,
): void {
  if (typeof monitor !== 'object' || monitor === null) return;
  const own = under(reportIssue, 'serviceMonitor');
  secondsOf(own, 'interval', monitor.interval, 1);
  if (monitor.namespace === undefined) return;
  for (const message of dns1123Label(monitor.namespace)) {
    own('namespace', `${JSON.stringify(monitor.namespace)} is not a valid namespace: ${message}`);
  }
  if (namespace === undefined) {
    own('namespace', 'requires that the namespace of the pods is known', 'set the namespace of the chart');
  }
}

/** A headless Service of the metrics port, so that the Service of the app does not change, and a ServiceMonitor that selects it. */
export function makeMetrics(scope: Construct, endpoint: MetricsEndpoint): MetricsObjects {
  requireArguments('makeMetrics', {
    scope: [scope, 'a construct'],
    endpoint: [endpoint, 'an object with workload and port'],
  });
  const { workload, name, port, path, serviceMonitor = false } = endpoint;
  const { namespace = Chart.of(workload).namespace } = workload.metadata;
  const own = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'metrics' };
  const labels = { ...labelsOf(workload), ...own };
  const service = new ApiObject(scope, 'Service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: definedFields({ name, namespace, labels }),
    spec: {
      clusterIP: 'None',
      selector: Lazy.any({ produce: () => podLabels(workload) }),
      ports: [{ name: port.name, port: port.port, targetPort: port.name }],
    },
  });
  if (serviceMonitor === false) return { service, serviceMonitor: undefined };
  const { labels: monitorLabels, interval, ...monitor } = typeof serviceMonitor === 'object' ? serviceMonitor : {};
  const isElsewhere = monitor.namespace !== undefined && monitor.namespace !== namespace;
  const seconds = secondsIn(interval);
  return {
    service,
    serviceMonitor: new ApiObject(scope, 'ServiceMonitor', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: definedFields({
        name,
        namespace: monitor.namespace ?? namespace,
        labels: { ...labels, ...monitorLabels },
      }),
      spec: {
        ...(isElsewhere && { namespaceSelector: { matchNames: [namespace] } }),
        selector: { matchLabels: own },
        endpoints: [definedFields({ port: port.name, path, interval: seconds && `${seconds}s` })],
      },
    }),
  };
}
