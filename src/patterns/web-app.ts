import { Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { NetworkPeer } from '../network';
import { type Probes, type ProbesProps, shapeOf, under } from '../pod';
import { checked } from '../props';
import { dns1035Label, dns1123Label } from '../values';
import type { Connectable, Connection } from './connection';
import { exposedPorts, routedPort } from './exposure/exposed-ports';
import type { Routable } from './exposure/route-target';
import { makeService, type ParsedService, parseService } from './exposure/service';
import type { ServiceProps } from './exposure/service-props';
import { checkIngress, makeIngress, type WorkloadIngressProps, withIngressDefaults } from './exposure/workload-ingress';
import { type ServiceConnectionOptions, type ServiceVariables, serviceConnection } from './service-connection';
import { checkDrain, type DrainProps, lifecycleWithDrain } from './workload/drain';
import { ScaledWorkload, type ScaledWorkloadProps } from './workload/scaled-workload';

/** Props of a WebApp. */
export interface WebAppProps extends ScaledWorkloadProps, DrainProps {
  /** Health checks; `Probes.none()` for none. */
  readonly probes: Probes | ProbesProps;
  /** Service of the pods. @default ClusterIP */
  readonly service?: ServiceProps;
  /** Ingress of the pods. @default none */
  readonly ingress?: WorkloadIngressProps;
}

/**
 * A stateless service: Deployment, Service, ServiceAccount, HorizontalPodAutoscaler,
 * PodDisruptionBudget and, if configured, Ingress and NetworkPolicy.
 *
 * Meets the Pod Security level `restricted` by default: non-root, read-only root file system with a writable /tmp, no
 * capabilities, no service account token. Two replicas, spread over nodes and zones, of which one can be evicted at a time.
 *
 * @example
 * new WebApp(chart, 'shop', {
 *   image: 'ghcr.io/acme/shop:1.4.2',
 *   port: 8080,
 *   qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
 *   probes: Probes.http('/healthz'),
 *   scaling: Scaling.onCpu({ min: 2, max: 8, percent: 80 }),
 *   ingress: { host: 'shop.example.com', className: 'nginx', tls: 'shop-tls' },
 * });
 */
@checked('WebApp')
export class WebApp extends ScaledWorkload implements Connectable, Routable {
  /** Undefined for service type None. */
  public readonly service: kplus.Service | undefined;
  /** Undefined when it is not configured. */
  public readonly ingress: kplus.Ingress | undefined;
  private readonly serviceProps: ServiceProps;
  private readonly exposed: ParsedService | undefined;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: WebAppProps) {
    const own = withDefaults(scope, id, props);
    const serviceProps = own.service ?? {};
    const lifecycle = serviceProps.type === 'None' ? own.lifecycle : lifecycleWithDrain(scope, own);
    let parsed: ParsedService | undefined;
    super(scope, id, { ...own, lifecycle }, (reportIssue, naming, pod) => {
      checkDrain(scope, own, reportIssue);
      if (pod.ports.length === 0 && serviceProps.type !== 'None') {
        reportIssue('port', 'is required, for example 8080', 'without a Service, use service: { type: "None" }');
      } else {
        parsed = parseService(serviceProps, pod.ports, under(reportIssue, 'service'));
      }
      if (serviceProps.type !== 'None') {
        for (const message of dns1123Label(naming.name).length > 0 ? [] : dns1035Label(naming.name)) {
          reportIssue('name', `${JSON.stringify(naming.name)} is not a valid Service name: ${message}`);
        }
      }
      if (own.ingress === undefined) return;
      if (typeof own.ingress !== 'object') {
        reportIssue(
          'ingress',
          `expected an object with a host, got ${shapeOf(own.ingress)}`,
          'use { host: "shop.example.com" }',
        );
        return;
      }
      if (own.ingress.from !== undefined && own.networkPolicy === undefined) {
        reportIssue(
          'ingress.from',
          'requires a NetworkPolicy: without one every pod can connect',
          'set networkPolicy: {}',
        );
      }
      if (serviceProps.type === 'None') reportIssue('ingress', 'requires a Service, but the service type is None');
      checkIngress(
        own.ingress,
        (parsed?.ports ?? []).map(({ name }) => name!),
        { path: `${scope.node.path}/${id}`, namespace: naming.namespace ?? Chart.of(scope).namespace },
        (prop, message, hint) => reportIssue(`ingress.${prop}`, message, hint),
      );
    });
    this.serviceProps = serviceProps;
    this.exposed = parsed;
    this.service = parsed && makeService(this, 'Service', this.metadata, this.selectorLabels, parsed);
    this.ingress =
      own.ingress && this.service && makeIngress(this, 'Ingress', this.metadata, own.ingress, this.service);
    this.isolate(own.networkPolicy, exposedPorts(parsed, own.ingress));
  }

  /** The connection of other workloads to this one: its URL, host and port, and network access on both sides. */
  public get connection(): Connection {
    return serviceConnection(this, this.service, this.serviceProps, undefined, {});
  }

  /**
   * The connection with other names of variables, to another port, or with another URL scheme.
   *
   * @throws PropsError when the Service does not have the port, or the scheme of a URL is not known.
   * @example
   * shop.connectTo(cache.connectionAs({ host: 'CACHE_HOST', port: 'CACHE_PORT' }));
   */
  public connectionAs(variables: ServiceVariables, options: ServiceConnectionOptions = {}): Connection {
    return serviceConnection(this, this.service, this.serviceProps, variables, options);
  }

  /** Allows peers, such as the pods of a gateway, to connect to the port that routes use, if there is a NetworkPolicy. */
  public allowRoute(from: NetworkPeer | readonly NetworkPeer[]): this {
    return this.allowIngress(routedPort(this.exposed, from));
  }
}

/** The props with what the platform sets for an Ingress. */
function withDefaults(scope: Construct, id: string, props: WebAppProps): WebAppProps {
  const { ingress, networkPolicy } = props;
  // A value of another type is reported by the constructor.
  if (typeof ingress !== 'object') return props;
  return { ...props, ingress: withIngressDefaults(scope, id, ingress, networkPolicy !== undefined) };
}
