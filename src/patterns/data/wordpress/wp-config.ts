import { hostFor } from '../../../network';
import { Env, type EnvProps } from '../../../pod';
import { tlsOf } from '../../exposure/ingress-tls';
import { serviceAddress } from '../../service-connection';
import type { WordPressProps } from './word-press-props';

const NAMES = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'];

/** Keys of the Secret with the cookie salts; the variables have the prefix `WORDPRESS_`. */
export const SALT_NAMES: readonly string[] = ['KEY', 'SALT'].flatMap((kind) => NAMES.map((name) => `${name}_${kind}`));

const phpText = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const phpValue = (value: string | number | boolean) => (typeof value === 'string' ? phpText(value) : String(value));

/** URL of the site, if it is known. */
export function siteUrl({ url, ingress }: Pick<WordPressProps, 'url' | 'ingress'>): string | undefined {
  const host = ingress?.host ?? ingress?.hosts?.[0];
  if (url !== undefined) return url.replace(/\/$/, '');
  if (host === undefined || host.includes('*')) return undefined;
  return `${tlsOf(ingress ?? {}).length === 0 ? 'http' : 'https'}://${host}`;
}

/**
 * Environment of the official image, besides the database.
 *
 * @param namespace namespace of the site, if it is known.
 * @see https://hub.docker.com/_/wordpress WORDPRESS_CONFIG_EXTRA is run inside of wp-config.php
 */
export function wordPressEnv(props: WordPressProps, namespace: string | undefined): EnvProps {
  const { salts, tablePrefix, smtp, cache } = props;
  return {
    ...(tablePrefix !== undefined && { WORDPRESS_TABLE_PREFIX: tablePrefix }),
    ...(salts !== undefined &&
      Object.fromEntries(SALT_NAMES.map((name) => [`WORDPRESS_${name}`, Env.secret(salts, name)]))),
    ...(smtp?.secret !== undefined && {
      SMTP_USERNAME: Env.secret(smtp.secret, 'username'),
      SMTP_PASSWORD: Env.secret(smtp.secret, 'password'),
    }),
    ...(cache?.secret !== undefined && { CACHE_PASSWORD: Env.secret(cache.secret, 'password') }),
    WORDPRESS_CONFIG_EXTRA: configExtra(props, namespace),
  };
}

/** PHP code for wp-config.php. */
function configExtra(props: WordPressProps, namespace: string | undefined): string {
  const site = siteUrl(props);
  const own: Record<string, string | number | boolean> = {
    ...(site !== undefined && { WP_HOME: site, WP_SITEURL: site }),
    ...(props.cron !== false && { DISABLE_WP_CRON: true }),
    ...(props.storage === 'image' && { DISALLOW_FILE_MODS: true, AUTOMATIC_UPDATER_DISABLED: true }),
    ...(site?.startsWith('https:') && { FORCE_SSL_ADMIN: true }),
    ...cacheConstants(props, namespace),
    ...props.constants,
  };
  const constants = Object.entries(own).map(([name, value]) => `define('${name}', ${phpValue(value)});`);
  return [
    ...constants,
    ...databaseTls(props),
    ...cacheCode(props, namespace),
    ...smtpCode(props),
    props.configExtra ?? '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * Encrypts the connection to the database. WordPress has no setting for a CA certificate, so the server is
 * not verified; the NetworkPolicy restricts the connection.
 *
 * @see https://core.trac.wordpress.org/ticket/28625
 */
function databaseTls({ database }: WordPressProps): string[] {
  if (database.tlsSecret === undefined) return [];
  return ["define('MYSQL_CLIENT_FLAGS', MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT);"];
}

function hostOf({ host }: NonNullable<WordPressProps['cache']>, namespace: string | undefined): string {
  return typeof host === 'string' ? host : hostFor(serviceAddress(host.name, host.namespace, 0), namespace);
}

export const CACHE_PORTS = { redis: 6379, memcached: 11211 } as const;

/** @see https://github.com/rhubarbgroup/redis-cache#configuration */
function cacheConstants(
  { cache }: WordPressProps,
  namespace: string | undefined,
): Record<string, string | number | boolean> {
  if (cache?.type !== 'redis') return {};
  return { WP_REDIS_HOST: hostOf(cache, namespace), WP_REDIS_PORT: cache.port ?? CACHE_PORTS.redis };
}

/** @see https://github.com/Automattic/wp-memcached#readme */
function cacheCode({ cache }: WordPressProps, namespace: string | undefined): string[] {
  if (cache?.type === 'memcached') {
    const server = `${hostOf(cache, namespace)}:${cache.port ?? CACHE_PORTS.memcached}`;
    return [`$GLOBALS['memcached_servers'] = ['default' => [${phpText(server)}]];`];
  }
  return cache?.secret === undefined ? [] : ["define('WP_REDIS_PASSWORD', getenv('CACHE_PASSWORD'));"];
}

/**
 * Sends mail by SMTP without a plugin: a hook that is registered before WordPress is loaded, like drop-ins do.
 *
 * @see https://developer.wordpress.org/reference/hooks/phpmailer_init/
 * @see https://developer.wordpress.org/reference/classes/wp_hook/build_preinitialized_hooks/
 */
function smtpCode({ smtp }: WordPressProps): string[] {
  if (smtp === undefined) return [];
  const { host, port = 587, encryption = 'tls', secret, from } = smtp;
  const settings = [
    '$mailer->isSMTP();',
    `$mailer->Host = ${phpText(host)};`,
    `$mailer->Port = ${port};`,
    `$mailer->SMTPSecure = ${phpText(encryption === 'none' ? '' : encryption)};`,
    ...(encryption === 'none' ? ['$mailer->SMTPAutoTLS = false;'] : []),
    ...(secret === undefined
      ? []
      : [
          '$mailer->SMTPAuth = true;',
          "$mailer->Username = getenv('SMTP_USERNAME');",
          "$mailer->Password = getenv('SMTP_PASSWORD');",
        ]),
    ...(from === undefined ? [] : [`$mailer->setFrom(${phpText(from)}, $mailer->FromName);`]),
  ];
  return [
    "$GLOBALS['wp_filter']['phpmailer_init'][10][] = ['accepted_args' => 1, 'function' => function ($mailer) {",
    ...settings.map((line) => `  ${line}`),
    '}];',
  ];
}
