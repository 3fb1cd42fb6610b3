/** A port on which the default program of an image listens. */
export interface ImagePort {
  readonly port: number;
  /** Name for the port of a container, such as `http`. */
  readonly name?: string;
  /** What is spoken on it: an HTTP probe of a `tcp` port never succeeds. @default 'http' */
  readonly protocol?: 'http' | 'https' | 'grpc' | 'tcp' | 'udp';
}

/** A directory or file that the default program of an image writes. */
export interface WrittenPath {
  readonly path: string;
  /**
   * Who can write it in the image: `root`, the `uid` of the image, or `anyone` (mode 1777).
   *
   * @default 'root'
   */
  readonly by?: 'root' | 'uid' | 'anyone';
  /** What moves this path, in the notation of `portsSetBy`. @default `writesSetBy` of the image */
  readonly setBy?: readonly string[];
}

/**
 * What an image brings, so far as it is known; a check that needs a fact that is missing is silent. Facts about ports, paths and
 * capabilities are those of the default program, and hold only while the manifest runs it.
 */
export interface ImageFactsProps {
  /**
   * `USER` of the image, as `docker image inspect` shows it: 0 or `''` for root, a number, or a name, which the kubelet cannot
   * verify under runAsNonRoot.
   */
  readonly user?: number | string;
  /** User ID, not root, that the image is made for: its program can write its own directories as this user. */
  readonly uid?: number;
  /** Group ID that goes with `uid`. @default the `uid` */
  readonly gid?: number;
  /** Ports on which the default program listens; `[]` when it listens on none. */
  readonly ports?: readonly (number | ImagePort)[];
  /**
   * Ports of `EXPOSE`, for images whose `ports` are not known. An image can listen on others, so that a port that is not one of
   * them is only a note.
   */
  readonly exposes?: readonly number[];
  /**
   * HTTP paths that the default content answers with a status below 400; `/api/*` for all that start with `/api/`. Only for images
   * whose paths are all known.
   */
  readonly paths?: readonly string[];
  /**
   * What changes ports and paths: files (`/etc/nginx`: a volume at, above or below it), prefixes of arguments (`--port`) and
   * environment variables (`PGPORT`).
   */
  readonly portsSetBy?: readonly string[];
  /** Options that put a prefix before all `paths`, such as `--web.route-prefix`: with one of them the paths are not known. */
  readonly pathPrefixOptions?: readonly string[];
  /** `ENTRYPOINT` of the image. */
  readonly entrypoint?: readonly string[];
  /** `CMD` of the image. */
  readonly command?: readonly string[];
  /**
   * Whether the default program keeps running. `ends` is for images such as busybox, whose shell ends at once without a
   * terminal or standard input.
   */
  readonly runs?: 'forever' | 'ends';
  /** Paths that the default program must be able to write. */
  readonly writes?: readonly (string | WrittenPath)[];
  /** What changes the written paths, in the notation of `portsSetBy`. */
  readonly writesSetBy?: readonly string[];
  /** `VOLUME` of the image: the container runtime makes these writable even when the root file system is read-only. */
  readonly volumes?: readonly string[];
  /** Directory of the data that must outlive the container. */
  readonly data?: string;
  /** Whether directories of the data are arguments, as in `minio server /data`. */
  readonly dataArguments?: boolean;
  /** Directory of the data in earlier versions of the image; the program exits when a volume is mounted there. */
  readonly formerData?: string;
  /** Whether the directory of the data must be empty at the first start, as the root of a new volume is not (lost+found). */
  readonly emptyData?: boolean;
  /** Files that the default program needs in a directory, such as `{ '/etc/nginx': ['nginx.conf'] }`. */
  readonly contentFiles?: Readonly<Record<string, readonly string[]>>;
  /**
   * Words in other files of the directory that take the place of one of `contentFiles`:
   * `{ 'zz-docker.conf': ['daemonize'] }`.
   */
  readonly contentReplacedBy?: Readonly<Record<string, readonly string[]>>;
  /** Paths that hold content of the image, which an empty volume hides. */
  readonly content?: readonly string[];
  /** Arguments and variables with which the program reads other files than `content`, in the notation of `portsSetBy`. */
  readonly contentSetBy?: readonly string[];
  /** Environment variables of which the default program needs one, such as the password of a new database. */
  readonly requiresOneOf?: readonly string[];
  /** Prefixes of variables that the entrypoint also reads from files: `MYSQL_` for MYSQL_ROOT_PASSWORD_FILE. */
  readonly readsFiles?: readonly string[];
  /** User names that the entrypoint refuses for the user that it creates, by variable: `{ MYSQL_USER: ['root'] }`. */
  readonly refusedValues?: Readonly<Record<string, readonly string[]>>;
  /** Variables with which the entrypoint exits. */
  readonly refusedVariables?: readonly string[];
  /** Variables that the entrypoint requires together, such as a user name and its password. */
  readonly requiresTogether?: readonly string[];
  /** Options with which the default program exits, such as those that this version does not have any longer. */
  readonly refusedOptions?: readonly string[];
  /** Whether long options need two dashes: the program reads `-web.port` as short ones, and exits. */
  readonly twoDashes?: boolean;
  /**
   * What the default program needs one of, in the notation of `portsSetBy`. Not missing while the container has no arguments and the
   * image has a `command`, which arguments replace.
   */
  readonly requiresSetting?: readonly string[];
  /** Whether the default program runs only as a user that the image knows: root or `uid`. */
  readonly knownUsersOnly?: boolean;
  /** Path of a file that the default program needs and the image does not have, such as its configuration. */
  readonly requiresFile?: string;
  /** Options before the path of a file that takes the place of `requiresFile`, such as `-f`. */
  readonly fileOptions?: readonly string[];
  /** A limit of memory below which the default program is killed before it serves, such as `256Mi`. */
  readonly leastMemory?: string;
  /** Options that say how much memory the program may use for data, such as `--maxmemory`. */
  readonly memoryOptions?: readonly string[];
  /** Unit of a number without one in `memoryOptions`, such as `Mi`. @default bytes */
  readonly memoryUnit?: string;
  /** What version tags begin with: `v` for `v3.5.0`, `''` for `3.5.0`, where the registry has the one form only. */
  readonly versionPrefix?: string;
  /** Capabilities that the default program needs when it starts as root. */
  readonly capabilities?: readonly string[];
  /** Capabilities that are set on the program file; `[]` when there are none. */
  readonly fileCapabilities?: readonly string[];
  /** Programs that users expect and the image does not have, such as `bash` and `curl`. `sh` means that it has no shell. */
  readonly lacks?: readonly string[];
  /** @default SIGTERM */
  readonly stopSignal?: string;
  /** Where the facts are from. */
  readonly source?: string;
  /** When the source was read, such as `2026-11-26`. */
  readonly read?: string;
}

/** Facts of the images of a repository. */
export interface ImageFacts extends ImageFactsProps {
  /** Repositories, such as `docker.io/library/nginx`; the first one names the image in findings. */
  readonly repositories: readonly string[];
  /** Tags that the facts are for, with `*` for any characters. @default all */
  readonly tags?: readonly string[];
}

/** The port as an object. */
export function portOf(port: number | ImagePort): ImagePort {
  return typeof port === 'number' ? { port } : port;
}

/** The written path as an object. */
export function writtenPathOf(path: string | WrittenPath): WrittenPath {
  return typeof path === 'string' ? { path } : path;
}

/** Whether a USER is root; undefined when it is not known. */
export function isRoot(user: number | string | undefined): boolean | undefined {
  if (user === undefined) return undefined;
  const name = String(user).split(':')[0]!;
  return name === '' || name === 'root' || /^0+$/.test(name);
}

/** User ID of a numeric USER, 0 for none, undefined for a name. */
export function userIdOf(user: number | string): number | undefined {
  const name = String(user).split(':')[0]!;
  if (name === '') return 0;
  return /^\d+$/.test(name) ? Number(name) : undefined;
}
