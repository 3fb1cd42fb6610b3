import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { checkServiceMonitor, type MetricsObjects, makeMetrics, type ServiceMonitorProps } from '../../mixins';
import type { NetworkPeer } from '../../network';
import { checkWhole, type PortProps, portsOf, under } from '../../pod';
import type { ReportIssue } from '../../props';
import { didYouMean, dns1035Label } from '../../values';
import type { Naming } from '../naming';
import type { IngressRule } from '../network/policy-rules';

/** Metrics that the app itself serves; for a program beside it use an Adapter. */
export interface MetricsProps {
  /** Port that serves them: the name or number of a port of the app, or the number of another one, which is named `metrics`. */
  readonly port: number | string;
  /** @default '/metrics' */
  readonly path?: string;
  /**
   * Peers that can read them, such as `Peer.namespace('monitoring')`.
   *
   * @default required with `networkPolicy`, which denies all others; without one, everyone can
   */
  readonly from?: NetworkPeer | readonly NetworkPeer[];
  /** Also creates a ServiceMonitor, which requires the Prometheus Operator. @default false */
  readonly serviceMonitor?: boolean | ServiceMonitorProps;
}

const PORT_NAME = 'metrics';
const DEFAULT_PATH = '/metrics';
const LARGEST_PORT = 65535;

interface Props {
  readonly port?: number | undefined;
  readonly ports?: readonly PortProps[] | undefined;
  readonly metrics?: MetricsProps | undefined;
  readonly networkPolicy?: unknown;
}

/** The port of the metrics. */
function portOf(metrics: MetricsProps, props: Props): PortProps | undefined {
  const { port } = metrics;
  const known = portsOf(props).find((one) => one.name === port || one.port === port);
  return known ?? (typeof port === 'number' ? { name: PORT_NAME, port } : undefined);
}

/** The port of the metrics, unless it is one of the other ports: Services of the app do not have it. */
export function ownMetricsPort(props: Props): readonly PortProps[] {
  const port = props.metrics && portOf(props.metrics, props);
  // An invalid number is reported at the prop `metrics`.
  if (port === undefined || !isPortNumber(port.port)) return [];
  return portsOf(props).some(({ name }) => name === port.name) ? [] : [port];
}

function isPortNumber(port: unknown): boolean {
  return Number.isInteger(port) && Number(port) >= 1 && Number(port) <= LARGEST_PORT;
}

/** Reports invalid props of the metrics. */
export function checkMetrics(
  props: Props,
  naming: Naming,
  namespace: string | undefined,
  reportIssue: ReportIssue,
): void {
  const { metrics, networkPolicy } = props;
  if (metrics === undefined) return;
  const own = under(reportIssue, 'metrics');
  const ports = portsOf(props);
  const { port, path = DEFAULT_PATH, from, serviceMonitor } = metrics;
  if (typeof port === 'number') {
    checkWhole(own, 'port', port, { min: 1, max: LARGEST_PORT });
    const same = ports.find((one) => one.name === PORT_NAME && one.port !== port);
    if (same !== undefined) own('port', `the port "metrics" of the app is ${same.port}, got ${port}`);
  } else if (portOf(metrics, props) === undefined) {
    const names = ports.map(({ name }) => name);
    own('port', `the app does not have a port ${JSON.stringify(port)}`, didYouMean(port, names) ?? 'use its number');
  }
  if (!path.startsWith('/')) own('path', `must begin with "/", got ${JSON.stringify(path)}`, `try "/${path}"`);
  if (from === undefined && networkPolicy !== undefined) {
    own('from', 'is required with networkPolicy, for example Peer.namespace("monitoring")');
  }
  for (const message of dns1035Label(serviceName(naming))) {
    own('port', `${JSON.stringify(serviceName(naming))} is not a valid Service name: ${message}`);
  }
  checkServiceMonitor(serviceMonitor, namespace, own);
}

/** The connection that reading the metrics needs. */
export function metricsRule(props: Props): readonly IngressRule[] {
  const { metrics } = props;
  const port = metrics && portOf(metrics, props);
  return metrics?.from === undefined || port === undefined ? [] : [{ from: metrics.from, ports: [port.name] }];
}

/** The Service of the metrics and, if configured, the ServiceMonitor. */
export function makeWorkloadMetrics(
  scope: Construct,
  props: Props,
  naming: Naming,
  workload: ApiObject,
): MetricsObjects | undefined {
  const { metrics } = props;
  if (metrics === undefined) return undefined;
  const { path = DEFAULT_PATH, serviceMonitor } = metrics;
  return makeMetrics(new Construct(scope, 'Metrics'), {
    workload,
    name: serviceName(naming),
    port: portOf(metrics, props)!,
    path,
    serviceMonitor,
  });
}

function serviceName({ name }: Naming): string {
  return `${name}-metrics`;
}
