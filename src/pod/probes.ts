import { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { checked, type ReportIssue } from '../props';
import { definedFields, shapeOf, under } from './checks';
import { type ProbeProps, probeManifest } from './probe';
import type { ContainerPorts, GrpcCall, HttpRequest, TcpConnection } from './probe-handler';

/** The three probes of a container; each is optional. */
export interface ProbesProps {
  /** Runs first, alone, until it succeeds once. Becomes `startupProbe`. */
  readonly startup?: ProbeProps;
  /** Restarts the container when it fails. Becomes `livenessProbe`. */
  readonly liveness?: ProbeProps;
  /** Removes the pod from its Services while it fails. Becomes `readinessProbe`. */
  readonly readiness?: ProbeProps;
}

/** Options of the shorthand probes. */
export interface ProbeTrioOptions {
  /**
   * Maximum time for the container to start.
   *
   * @default 150 s
   */
  readonly startWithin?: Duration;
  /** Time between checks after the start. @default 10 s */
  readonly period?: Duration;
  /** Time to wait for a response. @default 2 s */
  readonly timeout?: Duration;
}

/** Period of the startup probe: short enough to detect readiness early, long enough not to load the container. */
const STARTUP_PERIOD_SECONDS = 5;
const START_WITHIN = Duration.seconds(150);

/**
 * Health checks of a container.
 *
 * The shorthand methods use one handler for all three probes: every 5 s during the start, for `startWithin` (150 s), then
 * every 10 s for liveness and readiness, with a timeout of 2 s; 3 failures restart the container or make it unready.
 *
 * @example
 * probes: Probes.http('/healthz')
 * @example
 * probes: {
 *   startup: { exec: ['cat', '/tmp/started'], period: Duration.seconds(2), failureThreshold: 60 },
 *   readiness: { http: { path: '/ready', port: 'http', headers: { 'X-Probe': '1' } }, period: Duration.seconds(5) },
 * }
 */
@checked('Probes')
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

  /** A command to run in the container. */
  public static exec(command: readonly string[], options: ProbeTrioOptions = {}): Probes {
    return Probes.trio({ exec: command }, options);
  }

  /** Each probe separately. */
  public static of(props: ProbesProps): Probes {
    return new Probes(props.startup, props.liveness, props.readiness);
  }

  /** No probes. Explicit, because Kubernetes does not detect when a container without probes hangs. */
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
  reportIssue: ReportIssue,
): Pick<coreV1.Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'> {
  if (typeof probes !== 'object') {
    reportIssue('probes', `expected Probes, for example Probes.http("/healthz"), got ${shapeOf(probes)}`);
    return {};
  }
  const issues = new Map<string, { readonly kinds: string[]; readonly issue: Parameters<ReportIssue> }>();
  const of = (kind: 'startup' | 'liveness' | 'readiness') => {
    const probe = probes[kind];
    const collect: ReportIssue = (...issue) => {
      const known = issues.get(JSON.stringify(issue));
      if (known === undefined) issues.set(JSON.stringify(issue), { kinds: [kind], issue });
      else known.kinds.push(kind);
    };
    return probe && probeManifest(kind, probe, ports, collect);
  };
  const manifest = definedFields({
    startupProbe: of('startup'),
    livenessProbe: of('liveness'),
    readinessProbe: of('readiness'),
  });
  // What a factory such as Probes.http() sets for all of its probes was written once.
  const count = Object.keys(manifest).length;
  for (const { kinds, issue } of issues.values()) {
    const isShared = probes instanceof Probes && count > 1 && kinds.length === count;
    for (const kind of isShared ? [''] : kinds) {
      under(reportIssue, kind === '' ? 'probes' : `probes.${kind}`)(...issue);
    }
  }
  return manifest;
}
