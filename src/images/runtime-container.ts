import { containerPath, isWithin } from './container-path';
import type { KnownImage } from './image-catalog';
import { type ImageFacts, userIdOf } from './image-facts';

/** A mount of a volume into a container. */
export interface ContainerMount {
  /** Index in `volumeMounts`. */
  readonly index: number;
  readonly path: string;
  readonly subPath: string | undefined;
  readonly readOnly: boolean;
  readonly volumeName: string;
  /** The volume of the pod; undefined for a claim of a StatefulSet. */
  readonly volume: any;
}

/** Kinds of volumes that are mounted read-only whatever the mount says. */
const READ_ONLY_VOLUMES = ['configMap', 'secret', 'projected', 'downwardAPI', 'image'] as const;

/** A container as the kubelet starts it. */
export class RuntimeContainer {
  public readonly mounts: readonly ContainerMount[];

  public constructor(
    public readonly container: any,
    /** `containers[0]`, `initContainers[1]`, … */
    public readonly field: string,
    private readonly spec: any,
    /** Facts of its image, if any are known. */
    public readonly image: KnownImage | undefined,
  ) {
    const volumes: readonly any[] = spec.volumes ?? [];
    this.mounts = (container.volumeMounts ?? []).map((mount: any, index: number): ContainerMount => {
      const volume = volumes.find((candidate) => candidate?.name === mount?.name);
      return {
        index,
        path: containerPath(mount?.mountPath),
        subPath: mount?.subPath || mount?.subPathExpr || undefined,
        readOnly: mount?.readOnly === true || READ_ONLY_VOLUMES.some((kind) => volume?.[kind] !== undefined),
        volumeName: String(mount?.name),
        volume,
      };
    });
  }

  public get name(): string {
    return String(this.container.name);
  }

  public get facts(): ImageFacts | undefined {
    return this.image?.facts;
  }

  /** Command and arguments. */
  public get words(): readonly string[] {
    return [...(this.container.command ?? []), ...(this.container.args ?? [])].map(String);
  }

  /** `init` ends before the next container starts, a `sidecar` is an init container that keeps running. */
  public get role(): 'init' | 'sidecar' | 'main' | 'ephemeral' {
    if (this.field.startsWith('ephemeral')) return 'ephemeral';
    if (!this.field.startsWith('init')) return 'main';
    return this.container.restartPolicy === 'Always' ? 'sidecar' : 'init';
  }

  /** The field of the container's security context, or that of the pod. */
  public security(field: 'runAsUser' | 'runAsGroup' | 'runAsNonRoot'): any {
    return this.container.securityContext?.[field] ?? this.spec.securityContext?.[field];
  }

  /** User ID of the first process; undefined when the image is not known or has a user by name. */
  public get user(): number | undefined {
    const asked = this.security('runAsUser');
    if (asked !== undefined) return Number(asked);
    return this.facts?.user === undefined ? undefined : userIdOf(this.facts.user);
  }

  /** Whether the first process certainly has a user that is not root. */
  public get isNonRoot(): boolean {
    const { user } = this;
    if (user !== undefined) return user !== 0;
    return this.security('runAsNonRoot') === true || typeof this.facts?.user === 'string';
  }

  /** Type of the seccomp profile; undefined for what the kubelet uses by default. */
  public get seccomp(): string | undefined {
    return (this.container.securityContext?.seccompProfile ?? this.spec.securityContext?.seccompProfile)?.type;
  }

  public get isPrivileged(): boolean {
    return this.container.securityContext?.privileged === true;
  }

  public get hasReadOnlyRoot(): boolean {
    return this.container.securityContext?.readOnlyRootFilesystem === true;
  }

  /**
   * Whether the default program of the image runs, as far as the manifest shows: without `command` and with arguments that are
   * options, or with the program's own name.
   */
  public get runsDefaultProgram(): boolean {
    const { facts } = this;
    if (facts === undefined) return false;
    const [first] = [...(this.container.command ?? []), ...(this.container.args ?? [])];
    if (first === undefined) return true;
    // A shell or interpreter runs what the words say.
    if (facts.runs === 'ends') return false;
    const names = [facts.entrypoint?.[0], facts.command?.[0]].filter((name) => name !== undefined).map(baseName);
    if (this.container.command?.length > 0) return names.includes(baseName(first));
    if (facts.entrypoint === undefined) return names.includes(baseName(first));
    // An entrypoint without CMD is the program itself, and takes any arguments; one with CMD runs what the arguments name.
    return facts.command === undefined || names.includes(baseName(first)) || /^-|\.conf$/.test(first);
  }

  /** Whether something of a list of settings is present; see `portsSetBy` of the facts. */
  public hasSetting(settings: readonly string[] = []): boolean {
    const { words } = this;
    const variables: string[] = (this.container.env ?? []).map((variable: any) => String(variable?.name));
    return settings.some((setting) => {
      if (setting.startsWith('/')) {
        const path = containerPath(setting);
        return this.mounts.some((mount) => isWithin(path, mount.path) || isWithin(mount.path, path));
      }
      if (setting.startsWith('.')) return words.some((word) => word.endsWith(setting));
      return (
        words.some((word) => word.startsWith(setting)) ||
        variables.some((name) => (setting.endsWith('_') ? name.startsWith(setting) : name === setting))
      );
    });
  }

  /** The mount that a path is in: the innermost one. */
  public mountOf(path: string): ContainerMount | undefined {
    return this.mounts
      .filter((mount) => isWithin(containerPath(path), mount.path))
      .sort((a, b) => b.path.length - a.path.length)[0];
  }
}

function baseName(path: unknown): string {
  return String(path).split('/').at(-1)!;
}
