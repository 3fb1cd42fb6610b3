import { containerPath, isWithin } from './container-path';
import type { WrittenPath } from './image-facts';
import type { RuntimeContainer } from './runtime-container';

/** Why a program cannot write a path. */
export interface Obstacle {
  readonly why: string;
  /** Relative to the container. */
  readonly field?: string;
  readonly hint?: string;
  /** Whether a volume there would do. */
  readonly isMissingVolume: boolean;
}

/** Why a container cannot write a path; undefined when it can, or when that depends on the content of a volume. */
export function obstacleTo({ path, by = 'root' }: WrittenPath, container: RuntimeContainer): Obstacle | undefined {
  const mount = container.mountOf(path);
  if (mount !== undefined) {
    if (!mount.readOnly) return undefined;
    const field = `volumeMounts[${mount.index}]`;
    return { why: 'which is mounted read-only', field, hint: 'mount a writable volume there', isMissingVolume: false };
  }
  const volumes = container.facts?.volumes ?? [];
  const isVolume = volumes.some((volume) => isWithin(containerPath(path), containerPath(volume)));
  if (container.hasReadOnlyRoot && !isVolume) {
    return {
      why: 'which is read-only (readOnlyRootFilesystem)',
      field: 'securityContext.readOnlyRootFilesystem',
      isMissingVolume: true,
    };
  }
  if (by === 'anyone' || !container.isNonRoot) return undefined;
  const { user, facts } = container;
  const runsAs = user ?? facts?.uid;
  if (by === 'root') {
    const who = runsAs === undefined ? 'another user' : `user ${runsAs}`;
    return { why: `which belongs to root, and runs as ${who}`, isMissingVolume: true };
  }
  if (facts?.uid === undefined || runsAs === undefined || runsAs === facts.uid) return undefined;
  return {
    why: `which belongs to user ${facts.uid}, and runs as user ${runsAs}`,
    hint: `set runAsUser: ${facts.uid}, or mount a volume at ${path}`,
    isMissingVolume: true,
  };
}
