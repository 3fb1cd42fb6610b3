import {
  type ContainerSecurityProps,
  checkWhole,
  type ImageReference,
  type Mount,
  type PodVolume,
  Volumes,
} from '../pod';
import { checkedFactories, type ReportIssue } from '../props';
import { BUSYBOX } from './busybox';
import { InitContainer, type InitContainerProps } from './init-container';
import { addressOf, isServiceReference, type ServiceReference } from './service-address';
import { WaitingContainer, type WaitScript } from './waiting-container';

/** What init containers of a known image have in common with any other. */
export type KnownInitContainerProps = Partial<Omit<InitContainerProps, 'image' | 'command' | 'args'>>;

/** The address to wait for. */
export interface WaitForProps extends KnownInitContainerProps {
  /** A Service of the app, a construct that has one, or a host name. */
  readonly host: ServiceReference | string;
  /** @default the first port of the Service */
  readonly port?: number;
  /** An image with the shell, `nc` and `wget` of BusyBox. @default 'busybox:1.37.0' */
  readonly image?: ImageReference;
}

/** Files to copy from an image. */
export interface CopyFilesProps extends KnownInitContainerProps {
  /** Image that contains the files and `cp`. */
  readonly image: ImageReference;
  /** Absolute paths of files or directories in the image; `/app/.` is the content of `/app`. */
  readonly from: string | readonly string[];
  /** Target volume, at the path where the app container mounts it. */
  readonly into: Mount;
}

/** A configuration template and the target of the result. */
export interface RenderTemplateProps extends KnownInitContainerProps {
  /** An image that contains a shell and `envsubst`, such as `nginx`. */
  readonly image: ImageReference;
  /** Volume with the templates, such as `Volumes.configMap('shop-template')`. */
  readonly template: PodVolume;
  /** Names of the files in it; each keeps its name. `$NAME` in a file is replaced by the environment variable. */
  readonly files: readonly string[];
  /** Target volume for the results, at the path where the app container mounts it. */
  readonly into: Mount;
}

/** Firewall rules of the pod. */
export interface IptablesProps extends KnownInitContainerProps {
  /** An image that contains `iptables` and a shell. */
  readonly image: ImageReference;
  /** Arguments of `iptables`, one entry for each call: `-t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-port 8080`. */
  readonly rules: readonly string[];
}

/** Kernel parameters to set. */
export interface SysctlInitProps extends KnownInitContainerProps {
  /** Such as `{ 'vm.max_map_count': 262144 }`. */
  readonly values: Readonly<Record<string, string | number>>;
  /** An image that contains a shell and `sysctl`. @default 'busybox:1.37.0' */
  readonly image?: ImageReference;
}

/** `nobody`: waiting and copying need no privileges. */
const NOBODY: ContainerSecurityProps = { runAsUser: 65534, runAsGroup: 65534 };
const ROOT: ContainerSecurityProps = { runAsRoot: true, runAsUser: 0 };

/**
 * Predefined init containers for `construct.with(…)`. Each throws PropsError when its props are invalid.
 *
 * @example
 * const webapps = Volumes.emptyDir('webapps');
 * tomcat.with(
 *   InitContainers.waitForTcp('wait-for-db', { host: db }),
 *   InitContainers.copyFiles('war', { image: 'acme/shop-war:2.1', from: '/shop.war', into: webapps.at('/usr/local/tomcat/webapps') }),
 * );
 */
export const InitContainers = checkedFactories('InitContainers', {
  /** Waits until a TCP connection opens; retries every 2 s without a limit. */
  waitForTcp(name: string, props: WaitForProps): InitContainer {
    return waiting(name, props, ({ host, port }) => `until nc -z -w 2 ${host} ${port}; do sleep 2; done`);
  },

  /** Waits until an HTTP GET succeeds; retries every 2 s without a limit. @param props.path default `/` */
  waitForHttp(name: string, props: WaitForProps & { readonly path?: string }): InitContainer {
    const { path = '/', ...others } = props;
    const script: WaitScript = ({ host, port }) =>
      `until wget -q -T 2 -O /dev/null 'http://${host}:${port}${path}'; do sleep 2; done`;
    return waiting(name, others, script, (reportIssue) => {
      if (!/^\/[\w\-./?&=%~+:,;@]*$/.test(path)) {
        reportIssue('path', `must be an absolute URL path, got ${JSON.stringify(path)}`);
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
      (reportIssue) => {
        if (paths.length === 0) reportIssue('from', 'must contain at least one path');
        for (const path of paths) {
          if (!path.startsWith('/')) reportIssue('from', `must be an absolute path, got ${JSON.stringify(path)}`);
        }
      },
    );
  },

  /** Renders configuration templates with the environment of the container. */
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
      (reportIssue) => {
        if (files.length === 0) reportIssue('files', 'must contain at least one file name');
        for (const file of files) {
          if (!/^[\w.-]+$/.test(file)) reportIssue('files', `must be a plain file name, got ${JSON.stringify(file)}`);
        }
      },
    );
  },

  /** Sets firewall rules in the network namespace of the pod. Runs as root with NET_ADMIN and NET_RAW only. */
  iptables(name: string, props: IptablesProps): InitContainer {
    const { rules, ...container } = props;
    return new InitContainer(
      name,
      {
        tmp: false,
        security: { ...ROOT, addCapabilities: ['NET_ADMIN', 'NET_RAW'] },
        ...container,
        // For the lock file of iptables, as the root file system is read-only.
        mounts: [...(container.mounts ?? []), Volumes.emptyDir(`run-${name}`.slice(0, 63)).at('/run')],
        command: ['sh', '-c', rules.map((rule) => `iptables ${rule}`).join(' && ')],
      },
      (reportIssue) => {
        if (rules.length === 0) reportIssue('rules', 'must not be empty');
        for (const rule of rules) {
          if (!/^-[\w\-./:,!= ]+$/.test(rule)) {
            reportIssue('rules', `must be iptables arguments, for example "-A INPUT …", got ${JSON.stringify(rule)}`);
          }
        }
      },
    );
  },

  /**
   * Sets kernel parameters of the node, which requires a privileged container. For namespaced sysctls use
   * `security.sysctls` of the pod, which needs no privileges.
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
      (reportIssue) => {
        if (settings.length === 0) reportIssue('values', 'must not be empty');
      },
    );
  },

  /**
   * Runs database migrations of the app, with its environment and mounts, before it starts. The command must be
   * idempotent and safe to run concurrently in several pods.
   */
  migrate(props: InitContainerProps & { readonly command: readonly string[] }): InitContainer {
    return new InitContainer('migrate', { likeApp: true, ...props });
  },
});

function waiting(
  name: string,
  props: WaitForProps,
  script: WaitScript,
  check: (reportIssue: ReportIssue) => void = () => {},
): InitContainer {
  const { host, port, ...container } = props;
  const service = isServiceReference(host) ? addressOf(host) : undefined;
  const address = { ...(service ?? { host: typeof host === 'string' ? host : '' }), port: port ?? service?.port };
  return new WaitingContainer(
    name,
    { tmp: false, security: NOBODY, image: BUSYBOX, ...container },
    address,
    script,
    (reportIssue) => {
      // The host becomes part of a shell command, so only characters of host names and addresses are allowed.
      if (!/^[A-Za-z0-9]([\w.:-]*[A-Za-z0-9])?$/.test(address.host)) {
        reportIssue('host', `expected a Service, a host name or an IP address, got ${JSON.stringify(address.host)}`);
      }
      const withPort = /^([^:]+):(\d+)$/.exec(address.host);
      if (withPort !== null) {
        const [, name, number] = withPort;
        reportIssue('host', 'contains a port', `use host: ${JSON.stringify(name)}, port: ${number}`);
      } else if (address.port === undefined) reportIssue('port', 'is required with a host name');
      checkWhole(reportIssue, 'port', address.port, { min: 1, max: 65535 });
      check(reportIssue);
    },
  );
}
