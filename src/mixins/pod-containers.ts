import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import type { RenderedPod } from './pod-template';

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** All containers of a pod: init containers first. */
export function allContainers({ podSpec }: RenderedPod): readonly coreV1.Container[] {
  return [...(podSpec.initContainers ?? []), ...podSpec.containers];
}

/** Whether an init container is a native sidecar. */
export function isNativeSidecar(container: coreV1.Container): boolean {
  return container.restartPolicy === 'Always';
}

/** The app container: the named one, otherwise the one annotated as the default, otherwise the first. */
export function appContainer(
  pod: RenderedPod,
  name: string | undefined,
  reportIssue: ReportIssue,
): coreV1.Container | undefined {
  const wanted = name ?? pod.podMetadata.annotations?.[DEFAULT_CONTAINER];
  const { containers } = pod.podSpec;
  const found = wanted === undefined ? containers[0] : containers.find((container) => container.name === wanted);
  if (found === undefined) {
    const known = containers.map((container) => JSON.stringify(container.name)).join(', ');
    const which = wanted === undefined ? 'a container' : `a container ${JSON.stringify(wanted)}`;
    reportIssue('container', `the pod does not have ${which}`, known === '' ? undefined : `it has ${known}`);
  }
  return found;
}

/** Adds a container, unless the name is in use; returns whether it did. */
export function addContainer(
  pod: RenderedPod,
  list: 'containers' | 'initContainers',
  container: coreV1.Container,
  position: 'first' | 'last',
  reportIssue: ReportIssue,
): boolean {
  if (allContainers(pod).some(({ name }) => name === container.name)) {
    reportIssue('name', `the pod already has a container ${JSON.stringify(container.name)}`);
    return false;
  }
  const others = pod.podSpec[list] ?? [];
  pod.podSpec[list] = position === 'first' ? [container, ...others] : [...others, container];
  return true;
}

/** Sets environment variables of a container; an existing one with another value is a conflict, reported by `conflict`. */
export function addEnvironment(
  container: coreV1.Container,
  variables: readonly coreV1.EnvVar[],
  conflict: (existing: coreV1.EnvVar, wanted: coreV1.EnvVar) => void,
): void {
  for (const variable of variables) {
    const existing = container.env?.find(({ name }) => name === variable.name);
    if (existing === undefined) {
      container.env = [...(container.env ?? []), structuredClone(variable)];
    } else if (!isSame(existing, variable)) {
      conflict(existing, variable);
    }
  }
}

/** Adds the environment and mounts of another container; those of the container itself take precedence. */
export function copySurroundings(from: coreV1.Container, to: coreV1.Container): void {
  const { env = [], envFrom = [], volumeMounts = [] } = structuredClone(from);
  const others = {
    env: env.filter(({ name }) => !to.env?.some((own) => own.name === name)),
    envFrom: envFrom.filter((source) => !to.envFrom?.some((own) => isSame(own, source))),
    volumeMounts: volumeMounts.filter(({ mountPath }) => !to.volumeMounts?.some((own) => own.mountPath === mountPath)),
  };
  // Those of the app come first: later variables can reference earlier ones, and the last duplicate wins.
  if (others.env.length > 0) to.env = [...others.env, ...(to.env ?? [])];
  if (others.envFrom.length > 0) to.envFrom = [...others.envFrom, ...(to.envFrom ?? [])];
  if (others.volumeMounts.length > 0) to.volumeMounts = [...others.volumeMounts, ...(to.volumeMounts ?? [])];
}

/** Whether two plain values are equal, in any order of keys. */
export function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  const keys = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    keys.length === Object.keys(right).length &&
    keys.every((key) => isSame((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]))
  );
}
