import type { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
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

/** Timing of a probe. */
export interface ProbeTiming {
  /** Time from the start of the container to the first check. Becomes `initialDelaySeconds`. @default none */
  readonly initialDelay?: Duration;
  /** Time between checks, 1 s or more. Becomes `periodSeconds`. @default 10 s */
  readonly period?: Duration;
  /** Time to wait for a response, 1 s or more. Becomes `timeoutSeconds`. @default 1 s */
  readonly timeout?: Duration;
  /** Consecutive failures after which the probe fails, 1 or more. @default 3 */
  readonly failureThreshold?: number;
  /** Consecutive successes after a failure for the probe to succeed; must be 1 for startup and liveness. @default 1 */
  readonly successThreshold?: number;
  /**
   * Termination grace period when this probe restarts the container; not for readiness probes, which do not.
   *
   * @default the pod's terminationGracePeriod
   */
  readonly terminationGracePeriod?: Duration;
}

/** A probe: exactly one of `exec`, `http`, `tcp` and `grpc`, and its timing. */
export interface ProbeProps extends ProbeTiming {
  /** Command that must exit with 0. Becomes `exec.command`. */
  readonly exec?: readonly string[];
  /** HTTP request that must succeed. Becomes `httpGet`. */
  readonly http?: HttpRequest;
  /** TCP connection that must open. Becomes `tcpSocket`. */
  readonly tcp?: TcpConnection;
  /** gRPC health check that must return SERVING. Becomes `grpc`. */
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
  reportIssue: ReportIssue,
): coreV1.Probe {
  const given = HANDLERS.filter((handler) => probe[handler] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? 'none' : given.join(' and ');
    reportIssue('', `exactly one of exec, http, tcp and grpc is required, got ${found}`);
  }
  return definedFields({
    exec: probe.exec && execManifest(probe.exec, reportIssue),
    httpGet: probe.http && httpManifest(probe.http, ports, reportIssue),
    tcpSocket: probe.tcp && tcpManifest(probe.tcp, ports, reportIssue),
    grpc: probe.grpc && grpcManifest(probe.grpc, ports, reportIssue),
    ...timingManifest(kind, probe, reportIssue),
  });
}

function timingManifest(kind: ProbeKind, timing: ProbeTiming, reportIssue: ReportIssue) {
  checkWhole(reportIssue, 'failureThreshold', timing.failureThreshold, { min: 1 });
  checkWhole(reportIssue, 'successThreshold', timing.successThreshold, { min: 1 });
  if (kind !== 'readiness' && (timing.successThreshold ?? 1) !== 1) {
    reportIssue('successThreshold', `must be 1 for a ${kind} probe, got ${timing.successThreshold}`);
  }
  if (kind === 'readiness' && timing.terminationGracePeriod !== undefined) {
    reportIssue('terminationGracePeriod', 'must not be set for readiness probes, which do not restart the container');
  }
  return {
    initialDelaySeconds: secondsOf(reportIssue, 'initialDelay', timing.initialDelay),
    periodSeconds: secondsOf(reportIssue, 'period', timing.period, 1),
    timeoutSeconds: secondsOf(reportIssue, 'timeout', timing.timeout, 1),
    failureThreshold: timing.failureThreshold,
    successThreshold: timing.successThreshold,
    terminationGracePeriodSeconds: secondsOf(reportIssue, 'terminationGracePeriod', timing.terminationGracePeriod, 1),
  };
}
