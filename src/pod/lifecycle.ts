import type { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { definedFields, secondsOf, under } from './checks';
import { type ContainerPorts, execManifest, type HttpRequest, httpManifest } from './probe-handler';

/** What runs at the start or end of a container: exactly one of them. */
export interface Hook {
  /** A command in the container. */
  readonly exec?: readonly string[];
  /** An HTTP GET of the container. */
  readonly http?: HttpRequest;
  /** Just waits. Kubernetes 1.30 or newer; before, `exec: ['sleep', '5']` does it where the image has a sleep. */
  readonly sleep?: Duration;
}

/** Hooks of a container. */
export interface LifecycleProps {
  /** Runs beside the container's own program as it starts; the container is not ready before it is over. */
  readonly postStart?: Hook;
  /** Runs before the container is told to stop, within the pod's terminationGracePeriod. */
  readonly preStop?: Hook;
}

/** Kubernetes' own grace period, when a pod gives none. */
export const DEFAULT_GRACE_SECONDS = 30;

function hookManifest(hook: Hook, ports: ContainerPorts, problem: Problem): coreV1.LifecycleHandler {
  const given = (['exec', 'http', 'sleep'] as const).filter((kind) => hook[kind] !== undefined);
  if (given.length !== 1) {
    problem('', `must have exactly one of exec, http and sleep, got ${given.join(' and ') || 'none'}`);
  }
  const seconds = secondsOf(problem, 'sleep', hook.sleep, 1);
  return definedFields({
    exec: hook.exec && execManifest(hook.exec, problem),
    httpGet: hook.http && httpManifest(hook.http, ports, problem),
    sleep: seconds === undefined ? undefined : { seconds },
  });
}

/**
 * `lifecycle` of a container.
 *
 * @param graceSeconds time that the pod has to stop in, which must be longer than a preStop that sleeps.
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export function lifecycleManifest(
  lifecycle: LifecycleProps,
  ports: ContainerPorts,
  graceSeconds: number,
  problem: Problem,
): coreV1.Lifecycle {
  const { postStart, preStop } = lifecycle;
  const own = under(problem, 'lifecycle.preStop');
  const sleeps = preStop && sleepSeconds(preStop);
  if (sleeps !== undefined && sleeps >= graceSeconds) {
    own('', `takes ${sleeps} s, but the pod has only ${graceSeconds} s to stop`, 'raise terminationGracePeriod');
  }
  return definedFields({
    postStart: postStart && hookManifest(postStart, ports, under(problem, 'lifecycle.postStart')),
    preStop: preStop && hookManifest(preStop, ports, own),
  });
}

/** How long a hook is known to take: `sleep: …`, `['sleep', '10']` or `['sh', '-c', 'sleep 10']`. */
function sleepSeconds(hook: Hook): number | undefined {
  if (hook.sleep !== undefined) return hook.sleep.toSeconds({ integral: false });
  const match = /(?:^|[\s;&/])sleep (\d+(?:\.\d+)?)s?(?:$|[\s;&])/.exec(hook.exec?.join(' ') ?? '');
  return match === null ? undefined : Number(match[1]);
}
