import { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { definedFields, shapeOf, under } from './checks';
import { type ProbeProps, probeManifest } from './probe';
import type { ContainerPorts, GrpcCall, HttpRequest, TcpConnection } from './probe-handler';

/** The three probes of a container; each may be left out. */
export interface ProbesProps {
  /** Asked first, and alone, until it answers once. Becomes `startupProbe`. */
  readonly startup?: ProbeProps;
  /** Restarts the container when it fails. Becomes `livenessProbe`. */
  readonly liveness?: ProbeProps;
  /** Takes the pod out of its Services while it fails. Becomes `readinessProbe`. */
  readonly readiness?: ProbeProps;
}

/** What the short forms of probes leave open. */
export interface ProbeTrioOptions {
  /**
   * Longest time that the container may take to start.
   *
   * @default 150 s
   */
  readonly startWithin?: Duration;
  /** Time between questions once it runs. @default 10 s */
  readonly period?: Duration;
  /** Time to wait for an answer. @default 2 s */
  readonly timeout?: Duration;
}

/** How often a starting container is asked: soon enough to be ready quickly, seldom enough not to load it. */
const STARTUP_PERIOD_SECONDS = 5;
const START_WITHIN = Duration.seconds(150);

/**
 * Health checks of a container.
 *
 * The short forms ask the same question three times over: at start every 5 s until `startWithin` (150 s) is over, then
 * for liveness and readiness every 10 s, each answer within 2 s; 3 failures restart the container or take it out.
 *
 * @example
 * probes: Probes.http('/healthz')
 * @example
 * probes: {
 *   startup: { exec: ['cat', '/tmp/started'], period: Duration.seconds(2), failureThreshold: 60 },
 *   readiness: { http: { path: '/ready', port: 'http', headers: { 'X-Probe': '1' } }, period: Duration.seconds(5) },
 * }
 */
export class Probes {
  /** An HTTP GET. @param path such as `/healthz`. */
  public static http(path: string, options: Omit<HttpRequest, 'path'> & ProbeTrioOptions = {}): Probes {
    const { port, scheme, host, headers } = options;
    return Probes.trio({ http: { path, port, scheme, host, headers } }, options);
  }

  /** A TCP connection. */
  public static tcp(options: TcpConnection & ProbeTrioOptions = {}): Probes {
    return Probes.trio({ tcp: { port: options.port, host: options.host } }, options);
  }

  /** The gRPC health protocol. */
  public static grpc(options: GrpcCall & ProbeTrioOptions = {}): Probes {
    return Probes.trio({ grpc: { port: options.port, service: options.service } }, options);
  }

  /** A command in the container. */
  public static exec(command: readonly string[], options: ProbeTrioOptions = {}): Probes {
    return Probes.trio({ exec: command }, options);
  }

  /** Each probe by itself. */
  public static of(props: ProbesProps): Probes {
    return new Probes(props.startup, props.liveness, props.readiness);
  }

  /** No probes: said aloud, as a program nobody asks is restarted by nobody. */
  public static none(): Probes {
    return new Probes(undefined, undefined, undefined);
  }

  private static trio(question: ProbeProps, options: ProbeTrioOptions): Probes {
    const { startWithin = START_WITHIN, period, timeout = Duration.seconds(2) } = options;
    const tries = Math.max(1, Math.ceil(startWithin.toSeconds({ integral: false }) / STARTUP_PERIOD_SECONDS));
    return new Probes(
      { ...question, period: Duration.seconds(STARTUP_PERIOD_SECONDS), timeout, failureThreshold: tries },
      { ...question, period, timeout },
      { ...question, period, timeout },
    );
  }

  private constructor(
    public readonly startup: ProbeProps | undefined,
    public readonly liveness: ProbeProps | undefined,
    public readonly readiness: ProbeProps | undefined,
  ) {}
}

/** `startupProbe`, `livenessProbe` and `readinessProbe` of a container. */
export function probesManifest(
  probes: Probes | ProbesProps,
  ports: ContainerPorts,
  problem: Problem,
): Pick<coreV1.Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'> {
  if (typeof probes !== 'object') {
    problem('probes', `must be Probes such as Probes.http("/healthz"), got ${shapeOf(probes)}`);
    return {};
  }
  const of = (kind: 'startup' | 'liveness' | 'readiness') => {
    const probe = probes[kind];
    return probe && probeManifest(kind, probe, ports, under(problem, `probes.${kind}`));
  };
  return definedFields({
    startupProbe: of('startup'),
    livenessProbe: of('liveness'),
    readinessProbe: of('readiness'),
  });
}
