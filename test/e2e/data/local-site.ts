import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './local-server';

/** An answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/** A WordPress of this machine, behind nginx and PHP-FPM as in the pod. */
export interface LocalSite {
  readonly port: number;
  /** Folder that nginx serves. */
  readonly folder: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  stop(): void;
}

const PHP_FPM = readdirSync('/usr/sbin')
  .filter((name) => /^php-fpm\d/.test(name))
  .map((name) => join('/usr/sbin', name))[0];
const NGINX = '/usr/sbin/nginx';
const WORDPRESS = '/usr/share/wordpress';

/** Whether the machine has all parts. CI installs them; elsewhere the tests say that they were left out. */
export const hasSite = PHP_FPM !== undefined && [NGINX, WORDPRESS].every(existsSync);

/** What the image's wp-config.php does with its environment, in short. */
const WP_CONFIG = `<?php
foreach (['NAME', 'USER', 'PASSWORD', 'HOST'] as $name) define("DB_$name", getenv("WORDPRESS_DB_$name"));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';
if (strpos($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '', 'https') !== false) $_SERVER['HTTPS'] = 'on';
eval(getenv('WORDPRESS_CONFIG_EXTRA'));
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Starts the site. @param configuration the server block of nginx, with the ports and folder of the container. */
export async function startLocalSite(configuration: string, env: Readonly<Record<string, string>>): Promise<LocalSite> {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  chmodSync(root, 0o755);
  const [folder, tmp] = [join(root, 'html'), join(root, 'tmp')];
  cpSync(WORDPRESS, folder, { recursive: true, dereference: true, filter: (path) => !path.endsWith('wp-config.php') });
  mkdirSync(tmp);
  writeFileSync(join(folder, 'wp-config.php'), WP_CONFIG);
  const [port, php] = [await freePort(), await freePort()];
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync('chown', ['-R', 'www-data:www-data', root]);
  const identity = isRoot ? 'user = www-data\ngroup = www-data\n' : '';
  const pool = `[global]\nerror_log = ${tmp}/fpm.log\ndaemonize = no\n[www]\n${identity}listen = 127.0.0.1:${php}\n`;
  writeFileSync(
    join(tmp, 'fpm.conf'),
    `${pool}pm = static\npm.max_children = 4\nclear_env = no\ncatch_workers_output = yes\n`,
  );
  const block = configuration
    .replaceAll('8080', String(port))
    .replaceAll(':9000', `:${php}`)
    .replaceAll('/var/www/html', folder);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${tmp}/${name};`);
  const types = 'types { text/html html; image/gif gif; }';
  const fastcgi = block.replace('include fastcgi_params', 'include /etc/nginx/fastcgi_params');
  writeFileSync(
    join(tmp, 'nginx.conf'),
    `daemon off;\npid ${tmp}/nginx.pid;\nerror_log ${tmp}/nginx.log;\n${isRoot ? 'user www-data;\n' : ''}events {}\nhttp {\naccess_log off;\n${paths.join('\n')}\n${types}\n${fastcgi}}\n`,
  );
  const processes: ChildProcess[] = [
    spawn(PHP_FPM!, ['-F', '-y', join(tmp, 'fpm.conf')], { stdio: 'ignore', env: { PATH: process.env.PATH, ...env } }),
    spawn(NGINX, ['-e', join(tmp, 'nginx.log'), '-c', join(tmp, 'nginx.conf')], { stdio: 'ignore' }),
  ];
  const site: LocalSite = {
    ...{ port, folder },
    get: (path, headers = {}) => ask(port, 'GET', path, headers),
    post: (path, form, headers = {}) => ask(port, 'POST', path, headers, new URLSearchParams(form).toString()),
    stop: () => {
      for (const one of processes) one.kill('SIGTERM');
      rmSync(root, { recursive: true, force: true });
    },
  };
  for (let tries = 0; tries < 100; tries++) {
    const answer = await site.get('/wp-includes/version.php').catch(() => undefined);
    if (answer?.status === 200) return site;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  site.stop();
  throw new Error('nginx and PHP do not answer');
}

function ask(port: number, method: string, path: string, headers: object, body?: string): Promise<Answer> {
  const form =
    body === undefined
      ? {}
      : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, ...form } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          location: response.headers.location,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Whether the kubelet takes the answer for success: 200 to 399, where redirects to the host that it asked, the pod's own address,
 * are followed, and here lead nowhere.
 */
export function isHealthy({ status, location }: Answer): boolean {
  if (status < 200 || status >= 400) return false;
  return location === undefined || !new URL(location, 'http://127.0.0.1').hostname.startsWith('127.');
}
