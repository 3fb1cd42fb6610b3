import { MOUNT_PROPAGATIONS } from '../facts';
import type { coreV1 } from '../kubernetes';
import { checked, type ReportIssue } from '../props';
import { dns1123Label } from '../values';
import { checkOneOf, checkText, definedFields, type ObjectReference, under } from './checks';
import { copyOf } from './copy-of';

/** Options of a volume mount. */
export interface MountOptions {
  /** @default false */
  readonly readOnly?: boolean;
  /** A file or directory of the volume instead of its root. A file mounted by subPath is not updated while the pod runs. */
  readonly subPath?: string;
  /** The same, with `$(NAME)` expanded from the environment. */
  readonly subPathExpr?: string;
  /** Mount propagation between host and container. @default 'None' */
  readonly propagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** A volume mounted in a container; created by `volume.at(path)`. */
export interface Mount extends MountOptions {
  readonly volume: PodVolume;
  /** Absolute path in the container. Becomes `mountPath`. */
  readonly path: string;
}

/** A volume of a pod; created by `Volumes`. */
@checked('PodVolume')
export class PodVolume {
  public constructor(
    /** Name within the pod. */
    public readonly name: string,
    /** The Volume of the manifest, without its name. */
    public readonly source: Omit<coreV1.Volume, 'name'>,
    /** The Secrets and ConfigMaps it contains, as they were passed. */
    public readonly contents: readonly ObjectReference[] = [],
  ) {}

  /**
   * Mounts this volume in a container.
   *
   * @param path absolute path in the container.
   * @example
   * mounts: [logs.at('/var/log/shop', { readOnly: true })]
   */
  public at(path: string, options: MountOptions = {}): Mount {
    return { volume: this, path, ...options };
  }
}

/** Reports a path inside a volume that is not relative or contains `..`. */
export function checkRelativePath(reportIssue: ReportIssue, prop: string, path: string | undefined): void {
  if (path === undefined) return;
  if (path === '' || path.startsWith('/')) reportIssue(prop, `must be a relative path, got ${JSON.stringify(path)}`);
  if (path.split('/').includes('..')) reportIssue(prop, `must not contain "..", got ${JSON.stringify(path)}`);
}

/** `volumeMounts` of a container. */
export function mountsManifest(mounts: readonly Mount[], reportIssue: ReportIssue): coreV1.VolumeMount[] {
  const places = new Map<string, string>();
  return mounts.flatMap((mount, index) => {
    const own = under(reportIssue, `mounts[${index}]`);
    if (mount instanceof PodVolume) {
      own('', `expected a mount, got volume ${JSON.stringify(mount.name)} without a path`, 'use .at("/path")');
      return [];
    }
    if (!mount.path.startsWith('/')) own('path', `must be an absolute path, got ${JSON.stringify(mount.path)}`);
    if (mount.path.includes(':')) own('path', `must not contain ":", got ${JSON.stringify(mount.path)}`);
    const earlier = places.get(mount.path);
    if (earlier !== undefined) {
      own('path', `${JSON.stringify(mount.path)} is already used by volume ${JSON.stringify(earlier)}`);
    }
    places.set(mount.path, mount.volume.name);
    if (mount.subPath !== undefined && mount.subPathExpr !== undefined) {
      own('subPath', 'must not be set together with subPathExpr');
    }
    checkRelativePath(own, 'subPath', mount.subPath);
    checkRelativePath(own, 'subPathExpr', mount.subPathExpr);
    checkOneOf(own, 'propagation', mount.propagation, MOUNT_PROPAGATIONS);
    return definedFields({
      name: mount.volume.name,
      mountPath: mount.path,
      subPath: mount.subPath,
      subPathExpr: mount.subPathExpr,
      readOnly: mount.readOnly || undefined,
      mountPropagation: mount.propagation,
    });
  });
}

/**
 * `volumes` of a pod: each once, even if it is mounted several times.
 *
 * Two different volumes with the same name are reported; two equal ones are the same volume.
 */
export function volumesManifest(volumes: readonly PodVolume[], reportIssue: ReportIssue): coreV1.Volume[] {
  const byName = new Map<string, PodVolume>();
  for (const volume of volumes) {
    const earlier = byName.get(volume.name);
    if (earlier === undefined) {
      checkText(reportIssue, 'volumes', volume.name, dns1123Label);
      byName.set(volume.name, volume);
    } else if (earlier !== volume && JSON.stringify(earlier.source) !== JSON.stringify(volume.source)) {
      reportIssue(
        'volumes',
        `two different volumes have the name ${JSON.stringify(volume.name)}`,
        'rename one of them',
      );
    }
  }
  return [...byName.values()].map((volume) => ({ name: volume.name, ...copyOf(volume.source) }));
}
