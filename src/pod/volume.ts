import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { dns1123Label } from '../values';
import { checkOneOf, checkText, definedFields, type Named, under } from './checks';

/** How a container sees a volume. */
export interface MountOptions {
  /** @default false */
  readonly readOnly?: boolean;
  /** One file or folder of the volume instead of all of it. A file mounted so never changes while the pod lives. */
  readonly subPath?: string;
  /** The same with `$(NAME)` of the environment in it. */
  readonly subPathExpr?: string;
  /** Whether mounts made later on one side are seen on the other. @default 'None' */
  readonly propagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** A volume at a place in a container; made by `volume.at(path)`. */
export interface Mount extends MountOptions {
  readonly volume: PodVolume;
  /** Absolute path in the container. Becomes `mountPath`. */
  readonly path: string;
}

/** A volume of a pod; made by `Volumes`. */
export class PodVolume {
  public constructor(
    /** Name within the pod. */
    public readonly name: string,
    /** The manifest's Volume without its name. */
    public readonly source: Omit<coreV1.Volume, 'name'>,
    /** The Secrets and ConfigMaps in it, as they were given. */
    public readonly contents: readonly Named[] = [],
  ) {}

  /**
   * This volume at a place in a container.
   *
   * @param path absolute path in the container.
   * @example
   * mounts: [logs.at('/var/log/shop', { readOnly: true })]
   */
  public at(path: string, options: MountOptions = {}): Mount {
    return { volume: this, path, ...options };
  }
}

/** Limits of a path inside a volume: relative, and never upwards. */
export function checkRelativePath(problem: Problem, prop: string, path: string | undefined): void {
  if (path === undefined) return;
  if (path === '' || path.startsWith('/')) problem(prop, `must be a relative path, got ${JSON.stringify(path)}`);
  if (path.split('/').includes('..')) problem(prop, `must not contain "..", got ${JSON.stringify(path)}`);
}

/** `volumeMounts` of a container. */
export function mountsManifest(mounts: readonly Mount[], problem: Problem): coreV1.VolumeMount[] {
  const places = new Map<string, string>();
  return mounts.flatMap((mount, index) => {
    const own = under(problem, `mounts[${index}]`);
    if (mount instanceof PodVolume) {
      own('', `must say where, got volume ${JSON.stringify(mount.name)} alone`, 'write .at("/path")');
      return [];
    }
    if (!mount.path.startsWith('/')) own('path', `must be an absolute path, got ${JSON.stringify(mount.path)}`);
    if (mount.path.includes(':')) own('path', `must not contain ":", got ${JSON.stringify(mount.path)}`);
    const earlier = places.get(mount.path);
    if (earlier !== undefined) {
      own('path', `${JSON.stringify(mount.path)} is already taken by volume ${JSON.stringify(earlier)}`);
    }
    places.set(mount.path, mount.volume.name);
    if (mount.subPath !== undefined && mount.subPathExpr !== undefined) {
      own('subPath', 'must not be given together with subPathExpr');
    }
    checkRelativePath(own, 'subPath', mount.subPath);
    checkRelativePath(own, 'subPathExpr', mount.subPathExpr);
    checkOneOf(own, 'propagation', mount.propagation, ['None', 'HostToContainer', 'Bidirectional']);
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
 * `volumes` of a pod: each once, however often it is mounted.
 *
 * Two different volumes of one name are a problem; two equal ones are the same volume.
 */
export function volumesManifest(volumes: readonly PodVolume[], problem: Problem): coreV1.Volume[] {
  const byName = new Map<string, PodVolume>();
  for (const volume of volumes) {
    const earlier = byName.get(volume.name);
    if (earlier === undefined) {
      checkText(problem, 'volumes', volume.name, dns1123Label);
      byName.set(volume.name, volume);
    } else if (earlier !== volume && JSON.stringify(earlier.source) !== JSON.stringify(volume.source)) {
      problem('volumes', `two different volumes have the name ${JSON.stringify(volume.name)}`, 'give one another name');
    }
  }
  return [...byName.values()].map((volume) => ({ name: volume.name, ...structuredClone(volume.source) }));
}
