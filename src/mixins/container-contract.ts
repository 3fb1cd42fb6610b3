import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { allContainers, isNativeSidecar } from './pod-containers';
import type { RenderedPod } from './pod-template';
import { volumeNames } from './pod-volumes';

/** Reports conflicts of a container with the others of its pod: names, ports and volumes. */
export function checkContainerInPod(pod: RenderedPod, name: string, reportIssue: ReportIssue): void {
  const own = allContainers(pod).filter((container) => container.name === name);
  if (own.length > 1) {
    reportIssue('name', `${own.length} containers of the pod are named ${JSON.stringify(name)}`);
  }
  const container = own[0];
  if (container === undefined) return;
  checkPorts(pod, container, reportIssue);
  checkMounts(pod, container, reportIssue);
}

/** All containers of a pod share one network namespace, so only one can listen on a port. */
function checkPorts(pod: RenderedPod, own: coreV1.Container, reportIssue: ReportIssue): void {
  for (const port of own.ports ?? []) {
    const other = runningBeside(pod, own).find((container) =>
      container.ports?.some(
        (taken) => taken.containerPort === port.containerPort && protocolOf(taken) === protocolOf(port),
      ),
    );
    if (other !== undefined) {
      reportIssue(
        'port',
        `${port.containerPort} is already used by container ${JSON.stringify(other.name)} of the same pod`,
      );
    }
    const sameName =
      port.name && runningBeside(pod, own).find(({ ports }) => ports?.some(({ name }) => name === port.name));
    if (sameName) {
      reportIssue(
        'port',
        `the name ${JSON.stringify(port.name)} is already used by container ${JSON.stringify(sameName.name)}`,
      );
    }
  }
}

/** Reports when another container of the pod declares a port that this one listens on without declaring it. */
export function checkUndeclaredPort(pod: RenderedPod, container: string, port: number, reportIssue: ReportIssue): void {
  const other = allContainers(pod).find(
    ({ name, ports }) =>
      name !== container && ports?.some((taken) => taken.containerPort === port && protocolOf(taken) === 'TCP'),
  );
  if (other !== undefined) {
    reportIssue('port', `${port} is already used by container ${JSON.stringify(other.name)} of the same pod`);
  }
}

/** Regular init containers end before the app containers start, but run beside sidecars that started earlier. */
function runningBeside(pod: RenderedPod, own: coreV1.Container): readonly coreV1.Container[] {
  const { initContainers = [], containers } = pod.podSpec;
  return [...initContainers.filter(isNativeSidecar), ...containers].filter((container) => container !== own);
}

function protocolOf(port: coreV1.ContainerPort): string {
  return port.protocol ?? 'TCP';
}

function checkMounts(pod: RenderedPod, own: coreV1.Container, reportIssue: ReportIssue): void {
  const known = volumeNames(pod);
  for (const mount of own.volumeMounts ?? []) {
    if (!known.includes(mount.name)) {
      const names = known.map((name) => JSON.stringify(name)).join(', ');
      reportIssue(
        'mounts',
        `the pod has no volume ${JSON.stringify(mount.name)}`,
        names === '' ? 'it has none' : `it has ${names}`,
      );
    } else if (mount.readOnly === true && isEmptyDir(pod, mount.name) && !isWritten(pod, mount.name)) {
      reportIssue(
        'mounts',
        `volume ${JSON.stringify(mount.name)} is initially empty and no container of the pod writes to it`,
      );
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
