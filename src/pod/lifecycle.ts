import type { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { definedFields, secondsOf, under } from './checks';
import { type ContainerPorts, execManifest, type HttpRequest, httpManifest } from './probe-handler';

/** A lifecycle hook of a container: exactly one of these handlers. */
export interface Hook {
  /** A command to run in the container. */
  readonly exec?: readonly string[];
  /** An HTTP GET request to the container. */
  readonly http?: HttpRequest;
  /** Waits. Requires Kubernetes 1.30 or later; for earlier versions use `exec: ['sleep', '5']` if the image contains sleep. */
  readonly sleep?: Duration;
}

/** Lifecycle hooks of a container. */
export interface LifecycleProps {
  /** Runs when the container starts; the container is not running before the hook completes. */
  readonly postStart?: Hook;
  /** Runs before the container receives SIGTERM, within the pod's terminationGracePeriod. */
  readonly preStop?: Hook;
}

/** The default termination grace period of Kubernetes. */
export const DEFAULT_GRACE_SECONDS = 30;

function hookManifest(hook: Hook, ports: ContainerPorts, reportIssue: ReportIssue): coreV1.LifecycleHandler {
  const given = (['exec', 'http', 'sleep'] as const).filter((kind) => hook[kind] !== undefined);
  if (given.length !== 1) {
    reportIssue('', `exactly one of exec, http and sleep is required, got ${given.join(' and ') || 'none'}`);
  }
  const seconds = secondsOf(reportIssue, 'sleep', hook.sleep, 1);
  return definedFields({
    exec: hook.exec && execManifest(hook.exec, reportIssue),
    httpGet: hook.http && httpManifest(hook.http, ports, reportIssue),
    sleep: seconds === undefined ? undefined : { seconds },
  });
}

/**
 * `lifecycle` of a container.
 *
 * @param graceSeconds termination grace period of the pod, which must be longer than a preStop hook that sleeps.
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export function lifecycleManifest(
  lifecycle: LifecycleProps,
  ports: ContainerPorts,
  graceSeconds: number,
  reportIssue: ReportIssue,
): coreV1.Lifecycle {
  const { postStart, preStop } = lifecycle;
  const own = under(reportIssue, 'lifecycle.preStop');
  const sleeps = preStop && sleepSeconds(preStop);
  if (sleeps !== undefined && sleeps >= graceSeconds) {
    own(
      '',
      `takes ${sleeps} s, but the termination grace period of the pod is ${graceSeconds} s`,
      'raise terminationGracePeriod',
    );
  }
  return definedFields({
    postStart: postStart && hookManifest(postStart, ports, under(reportIssue, 'lifecycle.postStart')),
    preStop: preStop && hookManifest(preStop, ports, own),
  });
}

/** Duration of a hook, where it is known: `sleep: …`, `['sleep', '10']` or `['sh', '-c', 'sleep 10']`. */
function sleepSeconds(hook: Hook): number | undefined {
  if (hook.sleep !== undefined) return hook.sleep.toSeconds({ integral: false });
  const match = /(?:^|[\s;&/])sleep (\d+(?:\.\d+)?)s?(?:$|[\s;&])/.exec(hook.exec?.join(' ') ?? '');
  return match === null ? undefined : Number(match[1]);
}
