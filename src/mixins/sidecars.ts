import type { Duration } from 'cdk8s';
import {
  checkQuantity,
  checkWhole,
  type ImageReference,
  type Mount,
  type PodVolume,
  type Quantity,
  secondsOf,
} from '../pod';
import { checkedFactories, checkProps } from '../props';
import { parseQuantity, scaledUp } from '../values';
import { BUSYBOX } from './busybox';
import { LogRotator } from './log-rotator';
import { Sidecar, type SidecarProps } from './sidecar';

/** What sidecars of a known image have in common with any other. */
export type KnownSidecarProps = Omit<SidecarProps, 'image' | 'command' | 'args' | 'reads'>;

/** Options of a log shipper. */
export interface LogShipperProps extends KnownSidecarProps {
  /** Fluent Bit image. @default 'fluent/fluent-bit:3.2.4' */
  readonly image?: ImageReference;
  /** The log volume, at the path where the app writes: `logVolume.at('/var/log/shop')`. */
  readonly reads: Mount;
  /** File name pattern; `*` matches any characters. @default '*.log' */
  readonly pattern?: string;
  /** Output plugin and its properties, such as `{ name: 'loki', host: 'loki.logging' }`. @default standard output */
  readonly output?: { readonly name: string; readonly [property: string]: string | number };
}

/**
 * Options of a log rotator. It runs as the user of the app: `runAsUser` of the pod or of the container that writes the volume, or
 * the user of its image if that is known.
 */
export interface LogRotatorProps extends KnownSidecarProps {
  /** Image with a shell, `wc`, `cp` and `mv`. @default 'busybox:1.37.0' */
  readonly image?: ImageReference;
  /** The log volume, at the path where the app writes: `logVolume.at('/var/log/shop')`. */
  readonly writes: Mount;
  /** File name pattern; `*` matches any characters. @default '*.log' */
  readonly pattern?: string;
  /** Size from which a file is rotated. @default '10Mi' */
  readonly maxSize?: Quantity;
  /** Number of old files to keep for each file, `shop.log.1` being the newest. @default 1 */
  readonly keep?: number;
  /** Time between two looks at the sizes. @default 1 min */
  readonly interval?: Duration;
}

/** Options of an Envoy sidecar. */
export interface EnvoyProps extends KnownSidecarProps {
  /** Such as `envoyproxy/envoy:v1.33.0`. */
  readonly image: ImageReference;
  /** Volume with the Envoy configuration, such as `Volumes.configMap('envoy')`. */
  readonly config: PodVolume;
  /** File in it. @default 'envoy.yaml' */
  readonly file?: string;
}

/** Options of a configuration reloader. */
export interface ConfigReloaderProps extends KnownSidecarProps {
  /** Image of `configmap-reload`, or of a program with the same arguments. @default 'ghcr.io/jimmidyson/configmap-reload:v0.14.0' */
  readonly image?: ImageReference;
  /** Volumes to watch, such as `Volumes.configMap('shop').at('/etc/shop')`. */
  readonly watch: Mount | readonly Mount[];
  /** URL that receives a POST request after a change; the app is at `localhost`. */
  readonly url: string;
}

/** User ID of the Envoy image. */
const ENVOY_USER = 101;
const NOBODY = 65534;

/** The pattern is expanded anew in each round. A shell with PID 1 ends at SIGTERM only if it has a trap. */
const ROTATE = `trap 'exit 0' TERM
while sleep "$INTERVAL" & wait $!; do
  for file in $1; do
    [ -f "$file" ] && [ "$(wc -c < "$file")" -gt "$MAX_BYTES" ] || continue
    old=$KEEP
    while [ "$old" -gt 1 ]; do
      newer=$((old - 1))
      [ -f "$file.$newer" ] && mv "$file.$newer" "$file.$old"
      old=$newer
    done
    cp "$file" "$file.1" && : > "$file"
  done
done
`;

/**
 * By default Fluent Bit looks for new files once a minute and starts at the end of those that exist: it would miss the log of a
 * Job that takes seconds, and what an app writes before it starts.
 *
 * @see https://docs.fluentbit.io/manual/pipeline/inputs/tail
 */
const READ_ALL = { refresh_interval: 2, read_from_head: 'true' };

function propertiesOf(properties: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(properties).flatMap(([key, value]) => ['-p', `${key}=${value}`]);
}

/** Predefined sidecars for `construct.with(…)`. Each throws PropsError when its props are invalid. */
export const Sidecars = checkedFactories('Sidecars', {
  /**
   * Tails the log files of the app and ships them, from the first line on. Where it stopped is kept in its /tmp, so that a restarted
   * container continues there; with `tmp: false` it ships the files again.
   */
  logShipper(name: string, props: LogShipperProps): Sidecar {
    const { image = 'fluent/fluent-bit:3.2.4', pattern = '*.log', output = { name: 'stdout' }, ...sidecar } = props;
    const { name: plugin, ...properties } = output;
    const input = {
      path: `${props.reads.path}/${pattern}`,
      tag: name,
      ...READ_ALL,
      ...(sidecar.tmp !== false && { db: `/tmp/${name}.db` }),
    };
    return new Sidecar(name, {
      security: { runAsUser: NOBODY },
      ...sidecar,
      image,
      args: ['-i', 'tail', ...propertiesOf(input), '-o', plugin, ...propertiesOf(properties)],
    });
  },

  /**
   * Rotates the log files of the app: copies a file that is too large, then empties it, so that the app keeps writing to the
   * open file. Lines written in between are lost. The app must append (`O_APPEND`), and the sidecar must run as its
   * user, which `security.runAsUser` of the workload sets for both. Give the volume a `sizeLimit` above
   * `maxSize` × (`keep` + 1) × the number of files: the kubelet evicts a pod that exceeds it.
   */
  logRotator(name: string, props: LogRotatorProps): Sidecar {
    const { image = BUSYBOX, writes, pattern = '*.log', maxSize = '10Mi', keep = 1, interval, ...sidecar } = props;
    let seconds: number | undefined;
    checkProps(`Sidecars.logRotator ${JSON.stringify(name)}`, (reportIssue) => {
      if (!/^[\w.*?-]+$/.test(pattern))
        reportIssue('pattern', `must be a file name pattern, got ${JSON.stringify(pattern)}`);
      checkQuantity(reportIssue, 'maxSize', maxSize);
      checkWhole(reportIssue, 'keep', keep, { min: 1 });
      seconds = secondsOf(reportIssue, 'interval', interval, 1);
    });
    const container = {
      tmp: false,
      ...sidecar,
      image,
      command: ['sh', '-c', ROTATE, 'rotate', `${writes.path}/${pattern}`],
      env: {
        MAX_BYTES: String(scaledUp(parseQuantity(maxSize)!, 0)),
        KEEP: keep,
        INTERVAL: seconds ?? 60,
        ...sidecar.env,
      },
      mounts: [...(sidecar.mounts ?? []), { ...writes, readOnly: false }],
    };
    return new LogRotator(name, container, writes.volume.name);
  },

  /** Envoy with a custom configuration. */
  envoy(name: string, props: EnvoyProps): Sidecar {
    const { config, file = 'envoy.yaml', ...sidecar } = props;
    return new Sidecar(name, {
      security: { runAsUser: ENVOY_USER },
      ...sidecar,
      // Two Envoys of a pod share its network namespace, where hot restart would confuse them.
      args: ['-c', `/etc/envoy/${file}`, '--disable-hot-restart'],
      mounts: [...(sidecar.mounts ?? []), config.at('/etc/envoy', { readOnly: true })],
    });
  },

  /** Makes the app reload its configuration when a mounted ConfigMap or Secret changes. */
  configReloader(name: string, props: ConfigReloaderProps): Sidecar {
    const { image = 'ghcr.io/jimmidyson/configmap-reload:v0.14.0', watch, url, ...sidecar } = props;
    const watched = Array.isArray(watch) ? (watch as readonly Mount[]) : [watch as Mount];
    checkProps(`Sidecars.configReloader ${JSON.stringify(name)}`, (reportIssue) => {
      if (watched.length === 0) reportIssue('watch', 'must have at least one');
      if (!URL.canParse(url)) reportIssue('url', `must be a URL, got ${JSON.stringify(url)}`);
      for (const { subPath, path } of watched) {
        if (subPath !== undefined)
          reportIssue('watch', `${JSON.stringify(path)} has a subPath, and subPath mounts are not updated`);
      }
    });
    return new Sidecar(name, {
      security: { runAsUser: NOBODY },
      ...sidecar,
      image,
      args: [...watched.map(({ path }) => `--volume-dir=${path}`), `--webhook-url=${url}`],
      mounts: [...(sidecar.mounts ?? []), ...watched.map((mount) => ({ ...mount, readOnly: true }))],
    });
  },
});
