import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  type ContainerProps,
  type EnvProps,
  type ImageReference,
  type Mount,
  type NamedContainerProps,
  nameOf,
  type ProbesProps,
  Qos,
  Volumes,
} from '../../../pod';
import { ConfigMap } from '../../configuration/config-map';
import { Content } from '../../configuration/content';
import { apacheConfiguration } from './apache';
import { nginxConfiguration } from './nginx';
import { uploadLimit } from './upload-limit';
import type { WordPressProps } from './word-press-props';
import { siteUrl } from './wp-config';

/** `www-data` of the Debian images. */
const WWW_DATA = 33;
export const SITE_FOLDER = '/var/www/html';
const APACHE_IMAGE = 'wordpress:6.8.1-php8.3-apache';
const FPM_IMAGE = 'wordpress:6.8.1-php8.3-fpm';
const NGINX_IMAGE = 'nginxinc/nginx-unprivileged:1.27.5';
/** A file that is served without PHP, in every version. */
const STATIC_FILE = '/wp-includes/images/blank.gif';
const LOGIN_PAGE = '/wp-login.php';
const START_WITHIN = Duration.minutes(10);
const STARTUP_SECONDS = 5;

/** The main container of a WordPress pod, and additional ones. */
export interface SiteContainers {
  readonly main: ContainerProps & { readonly containerName: string };
  readonly others: readonly NamedContainerProps[];
  /** Volume with the site, where the containers have it. */
  readonly content: Mount;
  /** Kernel parameters that the web server needs. */
  readonly sysctls: Readonly<Record<string, number>>;
}

/** The image with WordPress and PHP. */
export function siteImage({ image, variant }: Pick<WordPressProps, 'image' | 'variant'>): ImageReference {
  return image ?? (variant === 'fpm' ? FPM_IMAGE : APACHE_IMAGE);
}

/** User of the pods of the site and of its Jobs. */
export function siteUser({ userId = WWW_DATA }: Pick<WordPressProps, 'userId'>) {
  return { runAsUser: userId, runAsGroup: userId, fsGroup: userId };
}

/** Headers of the ingress controller, so that WordPress accepts a request for its URL. */
export function visitorHeaders(props: WordPressProps): Record<string, string> {
  const site = siteUrl(props);
  if (site === undefined) return {};
  const { host, protocol } = new URL(site);
  return { Host: host, 'X-Forwarded-Proto': protocol.replace(':', '') };
}

/**
 * Startup and liveness probes request a file of the web server, so that a database outage causes no restart. Readiness requests
 * the login page, which needs PHP and the database, and redirects before WordPress is installed:
 * the kubelet treats that as success. Without the headers every response would be a redirect, to HTTPS or to the URL of the
 * site.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
function siteProbes(props: WordPressProps): ProbesProps {
  const headers = visitorHeaders(props);
  const alive = { http: { path: STATIC_FILE, port: 'http', headers }, timeout: Duration.seconds(5) };
  const seconds = (props.startWithin ?? START_WITHIN).toSeconds();
  return {
    startup: {
      ...alive,
      period: Duration.seconds(STARTUP_SECONDS),
      failureThreshold: Math.ceil(seconds / STARTUP_SECONDS),
    },
    liveness: { ...alive, failureThreshold: 6 },
    readiness: { http: { path: LOGIN_PAGE, port: 'http', headers }, timeout: Duration.seconds(10) },
  };
}

/** Volume with the site: WordPress itself, plugins, themes and uploads. */
function siteVolume({ storage }: WordPressProps, name: string) {
  if (storage === 'image') return Volumes.emptyDir('content');
  return Volumes.claim(storage.claim === undefined ? contentClaim(name) : nameOf(storage.claim), { name: 'content' });
}

/** Name of the claim that is created. */
export const contentClaim = (name: string) => `${name}-content`;

/** Containers of the variant. @param env the environment of PHP. */
export function siteContainers(
  scope: Construct,
  name: string,
  labels: Record<string, string>,
  props: WordPressProps,
  env: EnvProps,
  mounts: readonly Mount[],
): SiteContainers {
  const { php = {}, webServer, variant = 'apache' } = props;
  const limit = `${uploadLimit(props)}M`;
  const options = { upload_max_filesize: limit, post_max_size: limit, ...php };
  const files = {
    'php.ini': Object.entries(options)
      .map(([option, value]) => `${option} = ${value}\n`)
      .join(''),
    'web-server.conf':
      variant === 'fpm'
        ? nginxConfiguration(SITE_FOLDER, uploadLimit(props), webServer)
        : apacheConfiguration(SITE_FOLDER, webServer),
  };
  const config = new ConfigMap(scope, 'Config', {
    name: `${name}-server-config`,
    labels,
    from: [Content.literals(files)],
  });
  const fileAt = (key: keyof typeof files, path: string): Mount[] => [
    Volumes.configMap(config, { name: 'config' }).at(path, { subPath: key, readOnly: true }),
  ];
  const site = siteVolume(props, name);
  const phpMounts = [site.at(SITE_FOLDER), ...fileAt('php.ini', `/usr/local/etc/php/conf.d/zz-${name}.ini`), ...mounts];
  const shared = {
    image: siteImage(props),
    qos: props.qos,
    env,
    envFrom: props.envFrom,
    imagePullPolicy: props.imagePullPolicy,
  };
  // Connections end before the server stops, because clients of the Service notice the termination of the pod later.
  const lifecycle = { preStop: { exec: ['sleep', '5'] } };
  if (variant === 'apache') {
    const run = Volumes.emptyDir('run');
    const writable = [run.at('/var/run/apache2'), Volumes.emptyDir('lock').at('/var/lock/apache2')];
    const apache = fileAt('web-server.conf', `/etc/apache2/conf-enabled/zz-${name}.conf`);
    return {
      content: site.at(SITE_FOLDER),
      main: {
        ...shared,
        containerName: 'wordpress',
        port: 80,
        probes: siteProbes(props),
        lifecycle,
        mounts: [...phpMounts, ...writable, ...apache],
      },
      others: [],
      // Ports below 1024 without root, as the image documents for other users.
      sysctls: { 'net.ipv4.ip_unprivileged_port_start': 0 },
    };
  }
  const tcp = { tcp: { port: 'fastcgi' } };
  const tries = Math.ceil((props.startWithin ?? START_WITHIN).toSeconds() / STARTUP_SECONDS);
  const startup = { ...tcp, period: Duration.seconds(STARTUP_SECONDS), failureThreshold: tries };
  return {
    content: site.at(SITE_FOLDER),
    main: {
      containerName: 'nginx',
      image: props.nginxImage ?? NGINX_IMAGE,
      imagePullPolicy: props.imagePullPolicy,
      qos: nginxQos(props.qos),
      port: 8080,
      probes: siteProbes(props),
      lifecycle,
      mounts: [
        site.at(SITE_FOLDER, { readOnly: true }),
        ...fileAt('web-server.conf', '/etc/nginx/conf.d/default.conf'),
      ],
    },
    others: [
      {
        ...shared,
        name: 'wordpress',
        ports: [{ name: 'fastcgi', port: 9000 }],
        probes: { startup, liveness: tcp, readiness: tcp },
        mounts: phpMounts,
      },
    ],
    sysctls: {},
  };
}

/** If PHP is Guaranteed, nginx must be as well, or the pod would not be. */
function nginxQos({ qosClass }: Qos): Qos {
  if (qosClass === 'BestEffort') return Qos.bestEffort();
  const amount = { cpu: '100m', memory: '64Mi', ephemeralStorage: '256Mi' };
  return qosClass === 'Guaranteed'
    ? Qos.guaranteed(amount)
    : Qos.burstable({ requests: amount, limits: { memory: '64Mi', ephemeralStorage: '256Mi' } });
}
