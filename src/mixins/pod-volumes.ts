import type { coreV1 } from '../kubernetes';
import { type Mount, mountsManifest, PodVolume, Volumes } from '../pod';
import type { ReportIssue } from '../props';
import { appContainer, isSame } from './pod-containers';
import type { RenderedPod } from './pod-template';

/**
 * The volume for an app's log files: `reads: logVolume.at('/var/log/shop')`. It is limited to 1Gi, so that logs do not fill the disk of the
 * node: the kubelet evicts a pod that exceeds the limit. `Sidecars.logRotator` keeps the files below it.
 */
export const logVolume: PodVolume = Volumes.emptyDir('logs', { sizeLimit: '1Gi' });

/**
 * A volume that the pod already has, by name: one that a cdk8s-plus or L1 construct declared, or the claim
 * template of a StatefulSet. Mounting it adds no volume.
 */
export function existingVolume(name: string): PodVolume {
  return new PodVolume(name, {});
}

/** The names of all volumes of a pod, claim templates included. */
export function volumeNames({ podSpec, workload }: RenderedPod): readonly string[] {
  const claims: { metadata?: { name?: string } }[] = workload.spec?.volumeClaimTemplates ?? [];
  return [...(podSpec.volumes ?? []).map(({ name }) => name), ...claims.flatMap((claim) => claim.metadata?.name ?? [])];
}

/** Adds the volume to the pod, unless it is present; reports a different volume with the same name. */
export function addVolume(pod: RenderedPod, volume: PodVolume, reportIssue: ReportIssue): void {
  if (Object.keys(volume.source).length === 0) return;
  const wanted: coreV1.Volume = { name: volume.name, ...structuredClone(volume.source) };
  const existing = pod.podSpec.volumes?.find(({ name }) => name === volume.name);
  if (existing === undefined) {
    pod.podSpec.volumes = [...(pod.podSpec.volumes ?? []), wanted];
  } else if (!isSame(existing, wanted)) {
    reportIssue(
      'mounts',
      `the pod already has a different volume ${JSON.stringify(volume.name)}`,
      `rename this one, or mount existingVolume(${JSON.stringify(volume.name)})`,
    );
  }
}

/** Mounts the volume in the app container, unless it already mounts that volume. */
export function mountInApp(pod: RenderedPod, mount: Mount, app: string | undefined, reportIssue: ReportIssue): void {
  addVolume(pod, mount.volume, reportIssue);
  const container = appContainer(pod, app, reportIssue);
  if (container === undefined) return;
  const mounts = container.volumeMounts ?? [];
  if (mounts.some(({ name }) => name === mount.volume.name)) return;
  const other = mounts.find(({ mountPath }) => mountPath === mount.path);
  if (other === undefined) {
    container.volumeMounts = [...mounts, ...mountsManifest([mount], reportIssue)];
  } else {
    const taken = `${JSON.stringify(mount.path)} is already used by volume ${JSON.stringify(other.name)}`;
    reportIssue('mounts', `in container ${JSON.stringify(container.name)}, ${taken}`);
  }
}

/** One value or several, as an array. */
export function listOf<Value>(values: Value | readonly Value[]): readonly Value[] {
  return Array.isArray(values) ? values : [values as Value];
}

/** The mounts whose volume is not in the container's own mounts. */
export function notMounted(own: readonly Mount[] | undefined, mounts: readonly Mount[]): readonly Mount[] {
  return mounts.filter(({ volume }) => !own?.some((mount) => mount.volume.name === volume.name));
}
