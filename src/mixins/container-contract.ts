import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { allContainers, isNativeSidecar } from './pod-containers';
import type { RenderedPod } from './pod-template';
import { volumeNames } from './pod-volumes';

/** Tells what is wrong with a container in its pod: names, ports and volumes that it has in common with the others. */
export function checkContainerInPod(pod: RenderedPod, name: string, problem: Problem): void {
  const own = allContainers(pod).filter((container) => container.name === name);
  if (own.length > 1) {
    problem('name', `${own.length} containers of the pod are called ${JSON.stringify(name)}`);
  }
  const container = own[0];
  if (container === undefined) return;
  checkPorts(pod, container, problem);
  checkMounts(pod, container, problem);
}

/** All containers of a pod share one network, so that a port is either of the one or of the other. */
function checkPorts(pod: RenderedPod, own: coreV1.Container, problem: Problem): void {
  for (const port of own.ports ?? []) {
    const other = runningBeside(pod, own).find((container) =>
      container.ports?.some(
        (taken) => taken.containerPort === port.containerPort && protocolOf(taken) === protocolOf(port),
      ),
    );
    if (other !== undefined) {
      problem('port', `${port.containerPort} is taken by container ${JSON.stringify(other.name)} of the same pod`);
    }
    const namesake =
      port.name && runningBeside(pod, own).find(({ ports }) => ports?.some(({ name }) => name === port.name));
    if (namesake) {
      problem('port', `the name ${JSON.stringify(port.name)} is taken by container ${JSON.stringify(namesake.name)}`);
    }
  }
}

/** Tells when another container of the pod declares a port on which this one listens without declaring it. */
export function checkUndeclaredPort(pod: RenderedPod, container: string, port: number, problem: Problem): void {
  const other = allContainers(pod).find(
    ({ name, ports }) =>
      name !== container && ports?.some((taken) => taken.containerPort === port && protocolOf(taken) === 'TCP'),
  );
  if (other !== undefined) {
    problem('port', `${port} is taken by container ${JSON.stringify(other.name)} of the same pod`);
  }
}

/** Plain init containers are over when the others start, but not before sidecars that were started earlier. */
function runningBeside(pod: RenderedPod, own: coreV1.Container): readonly coreV1.Container[] {
  const { initContainers = [], containers } = pod.podSpec;
  return [...initContainers.filter(isNativeSidecar), ...containers].filter((container) => container !== own);
}

function protocolOf(port: coreV1.ContainerPort): string {
  return port.protocol ?? 'TCP';
}

function checkMounts(pod: RenderedPod, own: coreV1.Container, problem: Problem): void {
  const known = volumeNames(pod);
  for (const mount of own.volumeMounts ?? []) {
    if (!known.includes(mount.name)) {
      const names = known.map((name) => JSON.stringify(name)).join(', ');
      problem(
        'mounts',
        `the pod has no volume ${JSON.stringify(mount.name)}`,
        names === '' ? 'it has none' : `it has ${names}`,
      );
    } else if (mount.readOnly === true && isEmptyDir(pod, mount.name) && !isWritten(pod, mount.name)) {
      problem('mounts', `volume ${JSON.stringify(mount.name)} starts empty and no container of the pod writes it`);
    }
  }
}

function isEmptyDir(pod: RenderedPod, volume: string): boolean {
  return pod.podSpec.volumes?.find(({ name }) => name === volume)?.emptyDir !== undefined;
}

function isWritten(pod: RenderedPod, volume: string): boolean {
  return allContainers(pod).some(({ volumeMounts }) =>
    volumeMounts?.some(({ name, readOnly }) => name === volume && readOnly !== true),
  );
}
