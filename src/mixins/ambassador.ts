import { type ApiObject, Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { type ContainerProps, checkText, checkWhole, type ProbesProps } from '../pod';
import { checked, type PropsIssue, type ReportIssue } from '../props';
import { cIdentifier } from '../values';
import { claimLocalPort } from './ambassador-ports';
import { checkUndeclaredPort } from './container-contract';
import type { MixinContainerProps } from './container-mixin';
import { envoyConfig, LIVE_PATH, READY_PATH, type UpstreamTls } from './envoy-config';
import { addEnvironment, appContainer } from './pod-containers';
import type { RenderedPod } from './pod-template';
import { Sidecar, type SidecarMode } from './sidecar';
import { addressFrom, literalVariables, type Upstream, type UpstreamAddress, upstreamAddress } from './upstream';

/** Options of an ambassador container. */
export interface AmbassadorProps extends Omit<MixinContainerProps, 'port' | 'ports'> {
  /** Localhost port that the app connects to. It is not declared as a container port, and no Service can expose it. */
  readonly port: number;
  /** The service that the proxy forwards to. */
  readonly upstream: Upstream;
  /** Connects to the upstream with TLS; the connection of the app stays inside the pod. @default false */
  readonly tls?: boolean | UpstreamTls;
  /**
   * Prefix of the environment variables of the app: `REDIS` adds `REDIS_ADDR` (`localhost:6379`), `REDIS_HOST` and
   * `REDIS_PORT`.
   *
   * @default the name in uppercase, with underscores
   */
  readonly variable?: string;
  /** App container that gets the variables. @default the first, or the one annotated as the default container */
  readonly app?: string;
  /**
   * Port on which Envoy answers probes: if it is set, the app starts when the proxy listens, and the pod is Ready only while
   * the upstream accepts connections (`/ready`). The liveness probe asks for Envoy alone (`/live`), since a restart does not help
   * an upstream that is down.
   *
   * Envoy opens and closes a connection to the upstream every 5 s. MySQL and MariaDB count each as a failed login of this client
   * and refuse it after `max_connect_errors` (100), unless `host_cache_size` is 0, as in their official images: set it in a
   * managed database, or leave out `healthPort`.
   *
   * @default no probes
   * @see https://dev.mysql.com/doc/refman/8.4/en/host-cache.html
   */
  readonly healthPort?: number;
  /** @default 'native' if all target Kubernetes versions support it, otherwise 'classic' */
  readonly mode?: SidecarMode;
}

/** User ID of the Envoy image. */
const ENVOY_USER = 101;

/**
 * Ambassador: the app connects to `localhost`, and a proxy in the pod forwards to an external service.
 *
 * Without `command` and `args` the image must be Envoy, and is configured from the other props; any other
 * proxy gets `LISTEN_PORT`, `UPSTREAM_HOST` and `UPSTREAM_PORT` in its environment. The proxy listens on localhost only.
 *
 * `AmbassadorEgress` creates a NetworkPolicy for the egress traffic.
 *
 * @see https://learn.microsoft.com/azure/architecture/patterns/ambassador
 * @example
 * shop.with(new Ambassador('redis', {
 *   image: 'envoyproxy/envoy:v1.33.0',
 *   qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
 *   port: 6379,
 *   upstream: redis,
 * })); // the app gets REDIS_ADDR=localhost:6379
 */
@checked('Ambassador')
export class Ambassador extends Sidecar {
  /** Localhost port of the proxy. */
  public readonly port: number;
  /** The service that the proxy forwards to. */
  public readonly upstream: Upstream;
  /** The host and the port of the upstream, as the proxy gets them. */
  public readonly address: UpstreamAddress;
  private readonly proxy: AmbassadorProps;
  private readonly variable: string;
  private readonly appName: string | undefined;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(name: string, props: AmbassadorProps) {
    const { port, upstream, tls, variable = variableOf(name), healthPort, ...sidecar } = props;
    const issues: PropsIssue[] = [];
    const address = upstreamAddress(upstream, (prop, message, hint) => issues.push({ prop, message, hint }));
    super(name, { ...sidecar, ...proxyProps(props, address) }, 'Ambassador', (reportIssue) => {
      checkWhole(reportIssue, 'port', port, { min: 1, max: 65535 });
      checkText(reportIssue, 'variable', variable, cIdentifier);
      for (const { prop, message, hint } of issues) reportIssue(prop, message, hint);
      for (const prop of ['healthPort', 'tls'] as const) {
        if (props[prop] && !isEnvoy(props)) reportIssue(prop, 'requires Envoy, but command or args are set');
      }
      if ('ports' in props) reportIssue('ports', 'must not be set: the proxy serves its own pod only');
    });
    this.port = port;
    this.proxy = props;
    this.upstream = upstream;
    this.address = address;
    this.variable = variable;
    this.appName = props.app;
  }

  protected override checkTarget(target: ApiObject, reportIssue: ReportIssue): void {
    super.checkTarget(target, reportIssue);
    claimLocalPort(target, this.port, this.label, reportIssue);
  }

  protected override fieldsIn(
    namespace: string | undefined,
    { env = [] }: coreV1.Container,
  ): Partial<coreV1.Container> {
    const address = addressFrom(this.address, namespace);
    const [listenPort, ...others] = env;
    const upstream = literalVariables(address).filter(({ name }) => !env.some((one) => one.name === name));
    return {
      env: [listenPort!, ...upstream, ...others],
      ...(isEnvoy(this.proxy) && { args: envoyArguments(this.name, this.proxy, address) }),
    };
  }

  protected override addTo(
    pod: RenderedPod,
    container: coreV1.Container,
    reportIssue: ReportIssue,
    target: ApiObject,
  ): boolean {
    const app = appContainer(pod, this.appName, reportIssue);
    const isAdded = super.addTo(pod, container, reportIssue, target);
    if (!isAdded || app === undefined) return isAdded;
    addEnvironment(app, this.variables(), (existing, wanted) => {
      const taken = existing.value === undefined ? 'a reference' : JSON.stringify(existing.value);
      reportIssue('variable', `container ${JSON.stringify(app.name)} already sets ${wanted.name}, to ${taken}`);
    });
    return true;
  }

  protected override checkPod(pod: RenderedPod, reportIssue: ReportIssue, target: ApiObject): void {
    super.checkPod(pod, reportIssue, target);
    checkUndeclaredPort(pod, this.name, this.port, reportIssue);
  }

  private variables(): coreV1.EnvVar[] {
    return [
      { name: `${this.variable}_ADDR`, value: `localhost:${this.port}` },
      { name: `${this.variable}_HOST`, value: 'localhost' },
      { name: `${this.variable}_PORT`, value: String(this.port) },
    ];
  }
}

function variableOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}

function isEnvoy(props: AmbassadorProps): boolean {
  return props.command === undefined && props.args === undefined;
}

/** What the proxy container has in addition to the props, wherever it is. */
function proxyProps(props: AmbassadorProps, address: UpstreamAddress): Partial<ContainerProps> {
  const env = { LISTEN_PORT: props.port, ...address.env, ...props.env };
  if (!isEnvoy(props)) return { env };
  const { healthPort, probes } = props;
  return {
    env,
    security: { runAsUser: ENVOY_USER, ...props.security },
    probes: probes ?? (healthPort === undefined ? undefined : healthProbes(healthPort)),
  };
}

function envoyArguments(name: string, props: AmbassadorProps, address: UpstreamAddress): string[] {
  const { port, tls, healthPort } = props;
  const settings = tls === true ? {} : tls || undefined;
  // Two Envoys of a pod share its network namespace, where hot restart would confuse them.
  return ['--config-yaml', envoyConfig(name, port, address, settings, healthPort), '--disable-hot-restart'];
}

function healthProbes(port: number): ProbesProps {
  const alive = { http: { path: LIVE_PATH, port } };
  return {
    startup: { ...alive, period: Duration.seconds(2) },
    liveness: alive,
    readiness: { http: { path: READY_PATH, port } },
  };
}
