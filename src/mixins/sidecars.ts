import type { ImageReference, Mount, PodVolume } from '../pod';
import { checkProps } from '../props';
import { Sidecar, type SidecarProps } from './sidecar';

type Common = Omit<SidecarProps, 'image' | 'command' | 'args' | 'reads'>;

/** A log shipper's source and target. */
export interface LogShipperProps extends Common {
  /** Fluent Bit, which reads its configuration from its arguments. @default 'fluent/fluent-bit:3.2.4' */
  readonly image?: ImageReference;
  /** The app's log volume, where the app writes it: `logs.at('/var/log/shop')`. */
  readonly reads: Mount;
  /** Files in it, `*` standing for any characters. @default '*.log' */
  readonly files?: string;
  /** Output plug-in and its properties, such as `{ name: 'loki', host: 'loki.logging' }`. @default standard output */
  readonly output?: { readonly name: string; readonly [property: string]: string | number };
}

/** An Envoy beside the app. */
export interface EnvoyProps extends Common {
  /** Such as `envoyproxy/envoy:v1.33.0`. */
  readonly image: ImageReference;
  /** Volume with Envoy's configuration, such as `Volumes.configMap('envoy')`. */
  readonly config: PodVolume;
  /** File in it. @default 'envoy.yaml' */
  readonly file?: string;
}

/** What to watch and whom to tell. */
export interface ConfigReloaderProps extends Common {
  /** `configmap-reload`, or a program with its arguments. @default 'ghcr.io/jimmidyson/configmap-reload:v0.14.0' */
  readonly image?: ImageReference;
  /** Volumes to watch, such as `Volumes.configMap('shop').at('/etc/shop')`. */
  readonly watch: Mount | readonly Mount[];
  /** URL that is called with POST after a change; the app is at `localhost`. */
  readonly url: string;
}

/** User of the Envoy image. */
const ENVOY_USER = 101;
const NOBODY = 65534;

/** Ready-made sidecars, to be applied with `construct.with(…)`. Each throws PropsError when its props cannot be. */
export const Sidecars = {
  /** Follows the app's log files and sends them on. */
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

  /** Envoy with a configuration of the user's own. */
  envoy(name: string, props: EnvoyProps): Sidecar {
    const { config, file = 'envoy.yaml', ...sidecar } = props;
    return new Sidecar(name, {
      security: { runAsUser: ENVOY_USER },
      ...sidecar,
      // Two Envoys of one pod share its network, in which hot restart would take them for one another.
      args: ['-c', `/etc/envoy/${file}`, '--disable-hot-restart'],
      mounts: [...(sidecar.mounts ?? []), config.at('/etc/envoy', { readOnly: true })],
    });
  },

  /** Tells the app to read its configuration again when a mounted ConfigMap or Secret has changed. */
  configReloader(name: string, props: ConfigReloaderProps): Sidecar {
    const { image = 'ghcr.io/jimmidyson/configmap-reload:v0.14.0', watch, url, ...sidecar } = props;
    const watched = Array.isArray(watch) ? (watch as readonly Mount[]) : [watch as Mount];
    checkProps(`Sidecars.configReloader ${JSON.stringify(name)}`, (problem) => {
      if (watched.length === 0) problem('watch', 'must have at least one');
      if (!URL.canParse(url)) problem('url', `must be a URL, got ${JSON.stringify(url)}`);
      for (const { subPath, path } of watched) {
        if (subPath !== undefined)
          problem('watch', `${JSON.stringify(path)} has a subPath, and such files never change`);
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
