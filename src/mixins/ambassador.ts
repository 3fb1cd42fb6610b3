import type { ApiObject } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { type ContainerProps, checkText, checkWhole, Probes } from '../pod';
import type { Problem } from '../props';
import { cIdentifier } from '../values';
import { claimLocalPort } from './ambassador-ports';
import { checkUndeclaredPort } from './container-contract';
import type { MixinContainerProps } from './container-mixin';
import { envoyConfig, type UpstreamTls } from './envoy-config';
import { addEnvironment, appContainer } from './pod-containers';
import type { RenderedPod } from './pod-template';
import { Sidecar, type SidecarMode } from './sidecar';
import { type Upstream, type UpstreamAddress, upstreamAddress } from './upstream';

/** A proxy on localhost. */
export interface AmbassadorProps extends Omit<MixinContainerProps, 'port' | 'ports'> {
  /** Port of localhost on which the app finds the upstream. It is not declared, and must be on no Service. */
  readonly port: number;
  /** What it leads to. */
  readonly upstream: Upstream;
  /** Speaks TLS to the upstream; the app's own connection stays inside the pod. @default false */
  readonly tls?: boolean | UpstreamTls;
  /**
   * Beginning of the app's environment variables: `REDIS` makes `REDIS_ADDR` (`localhost:6379`), `REDIS_HOST` and
   * `REDIS_PORT`.
   *
   * @default the name in capitals, with underscores
   */
  readonly variable?: string;
  /** Container of the app that gets the variables. @default the first, or the one annotated as the default container */
  readonly app?: string;
  /** Port on which Envoy answers probes: with it the app starts only after the proxy has. @default no probes */
  readonly healthPort?: number;
  /** @default 'native' when every Kubernetes version that the app is made for has it, else 'classic' */
  readonly mode?: SidecarMode;
}

/** User of the Envoy image. */
const ENVOY_USER = 101;

/**
 * Ambassador: the app speaks to `localhost`, and a proxy beside it knows where the outside service is and how to reach it.
 *
 * Without `command` and `args` the image is taken for Envoy and gets a configuration made from the other props; another
 * proxy finds `LISTEN_PORT`, `UPSTREAM_HOST` and `UPSTREAM_PORT` in its environment. The proxy listens on localhost alone.
 *
 * A NetworkPolicy for the way out is made by `AmbassadorEgress`.
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
export class Ambassador extends Sidecar {
  /** Port of localhost. */
  public readonly port: number;
  /** What it leads to. */
  public readonly upstream: Upstream;
  private readonly variable: string;
  private readonly appName: string | undefined;

  /** @throws PropsError that names all that is wrong with the props. */
  public constructor(name: string, props: AmbassadorProps) {
    const { port, upstream, tls, variable = variableOf(name), healthPort, ...sidecar } = props;
    const address = upstreamAddress(upstream, () => {});
    super(name, { ...sidecar, ...proxyProps(name, props, address) }, 'Ambassador', (problem) => {
      checkWhole(problem, 'port', port, { min: 1, max: 65535 });
      checkText(problem, 'variable', variable, cIdentifier);
      upstreamAddress(upstream, problem);
      for (const prop of ['healthPort', 'tls'] as const) {
        if (props[prop] && !isEnvoy(props)) problem(prop, 'needs Envoy, which command or args replace');
      }
      if ('ports' in props) problem('ports', 'must not be given: the proxy is for its own pod alone');
    });
    this.port = port;
    this.upstream = upstream;
    this.variable = variable;
    this.appName = props.app;
  }

  protected override checkTarget(target: ApiObject, problem: Problem): void {
    super.checkTarget(target, problem);
    claimLocalPort(target, this.port, this.label, problem);
  }

  protected override addTo(
    pod: RenderedPod,
    container: coreV1.Container,
    problem: Problem,
    target: ApiObject,
  ): boolean {
    const app = appContainer(pod, this.appName, problem);
    const isAdded = super.addTo(pod, container, problem, target);
    if (!isAdded || app === undefined) return isAdded;
    addEnvironment(app, this.variables(), (existing, wanted) => {
      const taken = existing.value === undefined ? 'a reference' : JSON.stringify(existing.value);
      problem('variable', `container ${JSON.stringify(app.name)} has ${wanted.name} already, as ${taken}`);
    });
    return true;
  }

  protected override checkPod(pod: RenderedPod, problem: Problem, target: ApiObject): void {
    super.checkPod(pod, problem, target);
    checkUndeclaredPort(pod, this.name, this.port, problem);
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

/** What the proxy's container has beyond what the user said. */
function proxyProps(name: string, props: AmbassadorProps, address: UpstreamAddress): Partial<ContainerProps> {
  const env = { LISTEN_PORT: props.port, ...address.env, ...props.env };
  if (!isEnvoy(props)) return { env };
  const { port, tls, healthPort, probes } = props;
  const settings = tls === true ? {} : tls || undefined;
  const answers = healthPort === undefined ? undefined : Probes.http('/', { port: healthPort });
  return {
    env,
    // Two Envoys of one pod share its network, in which hot restart would take them for one another.
    args: ['--config-yaml', envoyConfig(name, port, address, settings, healthPort), '--disable-hot-restart'],
    security: { runAsUser: ENVOY_USER, ...props.security },
    probes: probes ?? answers,
  };
}
