import type { ImageReference, Mount, PodVolume } from '../pod';
import { checkProps } from '../props';
import { Sidecar, type SidecarProps } from './sidecar';

type Common = Omit<SidecarProps, 'image' | 'command' | 'args' | 'reads'>;

/** Options of a log shipper. */
export interface LogShipperProps extends Common {
  /** Fluent Bit image. @default 'fluent/fluent-bit:3.2.4' */
  readonly image?: ImageReference;
  /** The log volume, at the path where the app writes: `logs.at('/var/log/shop')`. */
  readonly reads: Mount;
  /** File name pattern; `*` matches any characters. @default '*.log' */
  readonly files?: string;
  /** Output plugin and its properties, such as `{ name: 'loki', host: 'loki.logging' }`. @default standard output */
  readonly output?: { readonly name: string; readonly [property: string]: string | number };
}

/** Options of an Envoy sidecar. */
export interface EnvoyProps extends Common {
  /** Such as `envoyproxy/envoy:v1.33.0`. */
  readonly image: ImageReference;
  /** Volume with the Envoy configuration, such as `Volumes.configMap('envoy')`. */
  readonly config: PodVolume;
  /** File in it. @default 'envoy.yaml' */
  readonly file?: string;
}

/** Options of a configuration reloader. */
export interface ConfigReloaderProps extends Common {
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

/** Predefined sidecars for `construct.with(…)`. Each throws PropsError when its props are invalid. */
export const Sidecars = {
  /** Tails the log files of the app and ships them. */
  logShipper(name: string, props: LogShipperProps): Sidecar {
    const { image = 'fluent/fluent-bit:3.2.4', files = '*.log', output = { name: 'stdout' }, ...sidecar } = props;
    const { name: plugin, ...properties } = output;
    const sent = Object.entries(properties).flatMap(([key, value]) => ['-p', `${key}=${value}`]);
    return new Sidecar(name, {
      security: { runAsUser: NOBODY },
      ...sidecar,
      image,
      args: ['-i', 'tail', '-p', `path=${props.reads.path}/${files}`, '-p', `tag=${name}`, '-o', plugin, ...sent],
    });
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
    checkProps(`Sidecars.configReloader ${JSON.stringify(name)}`, (problem) => {
      if (watched.length === 0) problem('watch', 'must have at least one');
      if (!URL.canParse(url)) problem('url', `must be a URL, got ${JSON.stringify(url)}`);
      for (const { subPath, path } of watched) {
        if (subPath !== undefined)
          problem('watch', `${JSON.stringify(path)} has a subPath, and subPath mounts are not updated`);
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
} as const;
