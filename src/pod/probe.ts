import type { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { checkWhole, definedFields, secondsOf } from './checks';
import {
  type ContainerPorts,
  execManifest,
  type GrpcCall,
  grpcManifest,
  type HttpRequest,
  httpManifest,
  type TcpConnection,
  tcpManifest,
} from './probe-handler';

/** When and how often a probe asks. */
export interface ProbeTiming {
  /** Time from the start of the container to the first question. @default none */
  readonly initialDelay?: Duration;
  /** Time between questions, 1 s or more. @default 10 s */
  readonly period?: Duration;
  /** Time to wait for an answer, 1 s or more. @default 1 s */
  readonly timeout?: Duration;
  /** Failures in a row that count, 1 or more. @default 3 */
  readonly failureThreshold?: number;
  /** Good answers in a row that count after a failure; always 1 for startup and liveness. @default 1 */
  readonly successThreshold?: number;
  /**
   * Time to stop in, when this probe is why the container is stopped; not for readiness, which stops nothing.
   *
   * @default the pod's terminationGracePeriod
   */
  readonly terminationGracePeriod?: Duration;
}

/** One probe: exactly one of `exec`, `http`, `tcp` and `grpc`, and its timing. */
export interface ProbeProps extends ProbeTiming {
  /** Command that must exit with 0. Becomes `exec.command`. */
  readonly exec?: readonly string[];
  /** Request that must be answered. */
  readonly http?: HttpRequest;
  /** Connection that must open. */
  readonly tcp?: TcpConnection;
  /** Health call that must say SERVING. */
  readonly grpc?: GrpcCall;
}

export type ProbeKind = 'startup' | 'liveness' | 'readiness';

const HANDLERS = ['exec', 'http', 'tcp', 'grpc'] as const;

/**
 * `startupProbe`, `livenessProbe` or `readinessProbe` of a container.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export function probeManifest(
  kind: ProbeKind,
  probe: ProbeProps,
  ports: ContainerPorts,
  problem: Problem,
): coreV1.Probe {
  const given = HANDLERS.filter((handler) => probe[handler] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? 'none' : given.join(' and ');
    problem('', `must have exactly one of exec, http, tcp and grpc, got ${found}`);
  }
  return definedFields({
    exec: probe.exec && execManifest(probe.exec, problem),
    httpGet: probe.http && httpManifest(probe.http, ports, problem),
    tcpSocket: probe.tcp && tcpManifest(probe.tcp, ports, problem),
    grpc: probe.grpc && grpcManifest(probe.grpc, ports, problem),
    ...timingManifest(kind, probe, problem),
  });
}

function timingManifest(kind: ProbeKind, timing: ProbeTiming, problem: Problem) {
  checkWhole(problem, 'failureThreshold', timing.failureThreshold, { min: 1 });
  checkWhole(problem, 'successThreshold', timing.successThreshold, { min: 1 });
  if (kind !== 'readiness' && (timing.successThreshold ?? 1) !== 1) {
    problem('successThreshold', `must be 1 for a ${kind} probe, got ${timing.successThreshold}`);
  }
  if (kind === 'readiness' && timing.terminationGracePeriod !== undefined) {
    problem('terminationGracePeriod', 'must not be set for readiness, which never stops the container');
  }
  return {
    initialDelaySeconds: secondsOf(problem, 'initialDelay', timing.initialDelay),
    periodSeconds: secondsOf(problem, 'period', timing.period, 1),
    timeoutSeconds: secondsOf(problem, 'timeout', timing.timeout, 1),
    failureThreshold: timing.failureThreshold,
    successThreshold: timing.successThreshold,
    terminationGracePeriodSeconds: secondsOf(problem, 'terminationGracePeriod', timing.terminationGracePeriod, 1),
  };
}
