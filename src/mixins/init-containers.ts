import {
  type ContainerSecurityProps,
  checkWhole,
  type ImageReference,
  type Mount,
  type PodVolume,
  Volumes,
} from '../pod';
import type { Problem } from '../props';
import { InitContainer, type InitContainerProps } from './init-container';
import { addressOf, isServiceReference, type ServiceReference } from './service-address';

type Common = Partial<Omit<InitContainerProps, 'image' | 'command' | 'args'>>;

/** Where to wait for an answer. */
export interface WaitForProps extends Common {
  /** A Service of the app (or a construct that has one), or a host name. */
  readonly host: ServiceReference | string;
  /** @default the Service's first port */
  readonly port?: number;
  /** An image with the shell, `nc` and `wget` of BusyBox. @default 'busybox:1.37.0' */
  readonly image?: ImageReference;
}

/** What to copy out of an image. */
export interface CopyFilesProps extends Common {
  /** Image that holds the files and has a `cp`. */
  readonly image: ImageReference;
  /** Absolute paths of files or folders in the image; `/app/.` means what is in `/app`. */
  readonly from: string | readonly string[];
  /** Volume that gets them, at the place where the app's container has it. */
  readonly into: Mount;
}

/** A configuration template and where the result goes. */
export interface RenderTemplateProps extends Common {
  /** An image with a shell and `envsubst`, such as `nginx`. */
  readonly image: ImageReference;
  /** Volume that holds the template, such as `Volumes.configMap('shop-template')`. */
  readonly template: PodVolume;
  /** Names of the files in it; each keeps its name. `$NAME` in them stands for an environment variable. */
  readonly files: readonly string[];
  /** Volume that gets the results, at the place where the app's container has it. */
  readonly into: Mount;
}

/** Firewall rules of the pod's network. */
export interface IptablesProps extends Common {
  /** An image with `iptables` and a shell. */
  readonly image: ImageReference;
  /** Arguments of `iptables`, one call each: `-t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-port 8080`. */
  readonly rules: readonly string[];
}

/** Kernel parameters. */
export interface SysctlInitProps extends Common {
  /** Such as `{ 'vm.max_map_count': 262144 }`. */
  readonly values: Readonly<Record<string, string | number>>;
  /** An image with a shell and `sysctl`. @default 'busybox:1.37.0' */
  readonly image?: ImageReference;
}

/** BusyBox has `nc`, `wget`, `sysctl` and a shell in 4 MB. */
const BUSYBOX = 'busybox:1.37.0';
/** `nobody`: neither waiting nor copying needs any rights. */
const NOBODY: ContainerSecurityProps = { runAsUser: 65534, runAsGroup: 65534 };
const ROOT: ContainerSecurityProps = { runAsRoot: true, runAsUser: 0 };

/**
 * Ready-made init containers, to be applied with `construct.with(…)`. Each throws PropsError when its props cannot be.
 *
 * @example
 * const webapps = Volumes.emptyDir('webapps');
 * tomcat.with(
 *   InitContainers.waitForTcp('wait-for-db', { host: db }),
 *   InitContainers.copyFiles('war', { image: 'acme/shop-war:2.1', from: '/shop.war', into: webapps.at('/usr/local/tomcat/webapps') }),
 * );
 */
export const InitContainers = {
  /** Waits until a TCP connection opens; tries every 2 s for as long as it takes. */
  waitForTcp(name: string, props: WaitForProps): InitContainer {
    return waiting(name, props, ({ host, port }) => `until nc -z -w 2 ${host} ${port}; do sleep 2; done`);
  },

  /** Waits until an HTTP GET is answered with success; tries every 2 s for as long as it takes. @param props.path default `/` */
  waitForHttp(name: string, props: WaitForProps & { readonly path?: string }): InitContainer {
    const { path = '/', ...others } = props;
    const script = ({ host, port }: Address) =>
      `until wget -q -T 2 -O /dev/null 'http://${host}:${port}${path}'; do sleep 2; done`;
    return waiting(name, others, script, (problem) => {
      if (!/^\/[\w\-./?&=%~+:,;@]*$/.test(path)) {
        problem('path', `must be an absolute path of a URL, got ${JSON.stringify(path)}`);
      }
    });
  },

  /** Copies files of an image into a volume: a WAR into Tomcat, a plug-in, static pages. */
  copyFiles(name: string, props: CopyFilesProps): InitContainer {
    const { from, into, security, ...container } = props;
    const paths = typeof from === 'string' ? [from] : from;
    return new InitContainer(
      name,
      {
        tmp: false,
        ...container,
        command: ['cp', '-R', ...paths, '/into/'],
        security: security ?? NOBODY,
        mounts: [...(container.mounts ?? []), into.volume.at('/into')],
        fills: into,
      },
      (problem) => {
        if (paths.length === 0) problem('from', 'must have at least one path');
        for (const path of paths) {
          if (!path.startsWith('/')) problem('from', `must be an absolute path, got ${JSON.stringify(path)}`);
        }
      },
    );
  },

  /** Renders configuration templates with the container's environment. */
  renderTemplate(name: string, props: RenderTemplateProps): InitContainer {
    const { template, files, into, security, ...container } = props;
    const script = 'for file in "$@"; do envsubst < "/template/$file" > "/into/$file" || exit 1; done';
    return new InitContainer(
      name,
      {
        tmp: false,
        ...container,
        command: ['sh', '-c', script, 'render', ...files],
        security: security ?? NOBODY,
        mounts: [...(container.mounts ?? []), template.at('/template', { readOnly: true }), into.volume.at('/into')],
        fills: into,
      },
      (problem) => {
        if (files.length === 0) problem('files', 'must have at least one name');
        for (const file of files) {
          if (!/^[\w.-]+$/.test(file)) problem('files', `must be a plain file name, got ${JSON.stringify(file)}`);
        }
      },
    );
  },

  /** Sets firewall rules of the pod's own network. Runs as root with NET_ADMIN and NET_RAW, and no other right. */
  iptables(name: string, props: IptablesProps): InitContainer {
    const { rules, ...container } = props;
    return new InitContainer(
      name,
      {
        tmp: false,
        security: { ...ROOT, addCapabilities: ['NET_ADMIN', 'NET_RAW'] },
        ...container,
        // iptables keeps its lock there, and the root file system is read-only.
        mounts: [...(container.mounts ?? []), Volumes.emptyDir(`run-${name}`.slice(0, 63)).at('/run')],
        command: ['sh', '-c', rules.map((rule) => `iptables ${rule}`).join(' && ')],
      },
      (problem) => {
        if (rules.length === 0) problem('rules', 'must have at least one');
        for (const rule of rules) {
          if (!/^-[\w\-./:,!= ]+$/.test(rule)) {
            problem('rules', `must be arguments of iptables, such as "-A INPUT …", got ${JSON.stringify(rule)}`);
          }
        }
      },
    );
  },

  /**
   * Sets kernel parameters that only a privileged container can. Those that belong to the pod alone are better set by
   * `security.sysctls` of the pod, which needs no rights.
   */
  sysctl(name: string, props: SysctlInitProps): InitContainer {
    const { values, image = BUSYBOX, ...container } = props;
    const settings = Object.entries(values).map(([key, value]) => `${key}=${value}`);
    return new InitContainer(
      name,
      {
        tmp: false,
        security: { ...ROOT, privileged: true },
        ...container,
        image,
        command: ['sysctl', '-w', ...settings],
      },
      (problem) => {
        if (settings.length === 0) problem('values', 'must have at least one');
      },
    );
  },

  /**
   * Runs the app's own migrations, with its environment and mounts, before it starts. The command must be safe to run again
   * and beside other pods.
   */
  migrate(props: InitContainerProps & { readonly command: readonly string[] }): InitContainer {
    return new InitContainer('migrate', { likeApp: true, ...props });
  },
} as const;

interface Address {
  readonly host: string;
  readonly port: number | undefined;
}

function waiting(
  name: string,
  props: WaitForProps,
  script: (address: Address) => string,
  check: (problem: Problem) => void = () => {},
): InitContainer {
  const { host, port, ...container } = props;
  const service = isServiceReference(host) ? addressOf(host) : undefined;
  const address = { host: service?.host ?? (typeof host === 'string' ? host : ''), port: port ?? service?.port };
  const command = ['sh', '-c', script(address)];
  return new InitContainer(name, { tmp: false, security: NOBODY, image: BUSYBOX, ...container, command }, (problem) => {
    // The host goes into a shell command, so that only what a host name or an address may have is let through.
    if (!/^[A-Za-z0-9]([\w.:-]*[A-Za-z0-9])?$/.test(address.host)) {
      problem('host', `must be a Service, a host name or an address, got ${JSON.stringify(address.host)}`);
    }
    if (address.port === undefined) problem('port', 'must be given with a host name');
    checkWhole(problem, 'port', address.port, { min: 1, max: 65535 });
    check(problem);
  });
}
