import type { ImageFacts } from '../image-facts';
import { NOT_IN_SLIM } from './programs';
import { dockerfile } from './sources';

const NGINX_SETTINGS = [
  '/etc/nginx/conf.d',
  '/etc/nginx/nginx.conf',
  '/etc/nginx/templates',
  '/docker-entrypoint.d',
  '-c',
];
const NGINX_SITE = ['/', '/index.html', '/50x.html'];

const nginx: Omit<ImageFacts, 'repositories'> = {
  user: '',
  uid: 101,
  ports: [{ port: 80, name: 'http' }],
  paths: NGINX_SITE,
  portsSetBy: NGINX_SETTINGS,
  entrypoint: ['/docker-entrypoint.sh'],
  command: ['nginx', '-g', 'daemon off;'],
  runs: 'forever',
  writes: ['/var/cache/nginx', '/run'],
  writesSetBy: ['/etc/nginx/nginx.conf', '-c'],
  content: ['/usr/share/nginx/html', '/etc/nginx', '/etc/nginx/conf.d'],
  contentFiles: { '/etc/nginx': ['nginx.conf', 'mime.types'] },
  capabilities: ['CHOWN', 'SETGID', 'SETUID'],
  fileCapabilities: [],
  stopSignal: 'SIGQUIT',
};

const unprivileged: Omit<ImageFacts, 'repositories'> = {
  ...nginx,
  user: '101',
  ports: [{ port: 8080, name: 'http' }],
  writes: [{ path: '/tmp', by: 'anyone' }],
  capabilities: [],
};

const UNPRIVILEGED = [
  'docker.io/nginxinc/nginx-unprivileged',
  'ghcr.io/nginx/nginx-unprivileged',
  'ghcr.io/nginxinc/nginx-unprivileged',
  'quay.io/nginx/nginx-unprivileged',
  'public.ecr.aws/nginx/nginx-unprivileged',
];

const httpd: Omit<ImageFacts, 'repositories'> = {
  user: '',
  ports: [{ port: 80, name: 'http' }],
  paths: ['/', '/index.html'],
  portsSetBy: ['/usr/local/apache2/conf', '-f', '-c'],
  command: ['httpd-foreground'],
  runs: 'forever',
  writes: ['/usr/local/apache2/logs'],
  writesSetBy: ['/usr/local/apache2/conf', '-f', '-c'],
  content: ['/usr/local/apache2/htdocs', '/usr/local/apache2/conf', '/usr/local/apache2'],
  contentFiles: { '/usr/local/apache2/conf': ['httpd.conf'] },
  capabilities: ['SETGID', 'SETUID'],
  fileCapabilities: [],
  stopSignal: 'SIGWINCH',
};

/** Apache with PHP, as Debian packages it; the run directory has mode 1777. */
const apachePhp: Omit<ImageFacts, 'repositories'> = {
  user: '',
  uid: 33,
  ports: [{ port: 80, name: 'http' }],
  portsSetBy: ['/etc/apache2', '-f', '-c'],
  command: ['apache2-foreground'],
  runs: 'forever',
  writes: [{ path: '/run/apache2', by: 'anyone' }],
  writesSetBy: ['/etc/apache2', 'APACHE_'],
  content: ['/etc/apache2'],
  capabilities: ['SETGID', 'SETUID'],
  fileCapabilities: [],
  stopSignal: 'SIGWINCH',
};

const fpm: Omit<ImageFacts, 'repositories'> = {
  user: '',
  uid: 33,
  ports: [{ port: 9000, name: 'fastcgi', protocol: 'tcp' }],
  portsSetBy: ['/usr/local/etc', '-y', '--fpm-config'],
  command: ['php-fpm'],
  // Without it php-fpm goes to the background, and the container ends.
  content: ['/usr/local/etc/php-fpm.d'],
  contentFiles: { '/usr/local/etc/php-fpm.d': ['zz-docker.conf'] },
  contentReplacedBy: { 'zz-docker.conf': ['daemonize'] },
  contentSetBy: ['-y', '--fpm-config', '-F', '--nodaemonize'],
  runs: 'forever',
  capabilities: ['SETGID', 'SETUID'],
  fileCapabilities: [],
  stopSignal: 'SIGQUIT',
};

const wordpress: Partial<ImageFacts> = {
  content: ['/etc/apache2', '/usr/local', '/usr/local/etc', '/usr/src/wordpress'],
  readsFiles: ['WORDPRESS_'],
  entrypoint: ['docker-entrypoint.sh'],
  volumes: ['/var/www/html'],
  data: '/var/www/html',
  capabilities: ['CHOWN', 'SETGID', 'SETUID'],
};
const site = { path: '/var/www/html', by: 'anyone' } as const;
const WORDPRESS = ['docker.io/library/wordpress'];
const PHP = ['docker.io/library/php'];

/** Web servers and what runs in them. */
export const WEB_IMAGES: readonly ImageFacts[] = [
  {
    repositories: ['docker.io/library/nginx'],
    versionPrefix: '',
    tags: ['*alpine*'],
    ...nginx,
    lacks: ['bash', 'ss'],
    ...dockerfile('nginx/docker-nginx', 'b430bec', 'mainline/alpine-slim/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/nginx'],
    versionPrefix: '',
    ...nginx,
    lacks: ['wget', ...NOT_IN_SLIM],
    ...dockerfile('nginx/docker-nginx', 'b430bec', 'mainline/debian/Dockerfile'),
  },
  {
    repositories: UNPRIVILEGED,
    tags: ['*alpine*'],
    ...unprivileged,
    lacks: ['bash'],
    ...dockerfile('nginx/docker-nginx-unprivileged', '8ead5ce', 'mainline/alpine-slim/Dockerfile'),
  },
  {
    repositories: UNPRIVILEGED,
    ...unprivileged,
    lacks: ['wget', ...NOT_IN_SLIM],
    ...dockerfile('nginx/docker-nginx-unprivileged', '8ead5ce', 'mainline/debian/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/httpd'],
    tags: ['*alpine*'],
    ...httpd,
    uid: 82,
    lacks: ['bash', 'curl'],
    ...dockerfile('docker-library/httpd', '9b63b37', '2.4/alpine/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/httpd'],
    ...httpd,
    uid: 33,
    lacks: ['curl', 'wget', ...NOT_IN_SLIM],
    ...dockerfile('docker-library/httpd', '9b63b37', '2.4/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/tomcat'],
    user: '',
    ports: [{ port: 8080, name: 'http' }],
    // The image has no web application: the directory webapps is empty.
    paths: [],
    portsSetBy: ['/usr/local/tomcat/conf', '/usr/local/tomcat/webapps', 'CATALINA_OPTS', 'JAVA_OPTS', 'CATALINA_BASE'],
    command: ['catalina.sh', 'run'],
    runs: 'forever',
    writes: ['logs', 'work'].map((name) => ({ path: `/usr/local/tomcat/${name}`, by: 'anyone' as const })),
    writesSetBy: ['CATALINA_BASE', 'CATALINA_TMPDIR'],
    contentFiles: { '/usr/local/tomcat/conf': ['server.xml', 'web.xml'] },
    content: ['/usr/local/tomcat', '/usr/local/tomcat/conf', '/usr/local/tomcat/lib', '/usr/local/tomcat/bin'],
    capabilities: [],
    fileCapabilities: [],
    ...dockerfile('docker-library/tomcat', '40f27d56', '10.1/jdk21/temurin-noble/Dockerfile'),
  },
  {
    repositories: WORDPRESS,
    tags: ['cli*'],
    user: 'www-data',
    uid: 82,
    ports: [],
    entrypoint: ['docker-entrypoint.sh'],
    command: ['wp', 'shell'],
    runs: 'ends',
    fileCapabilities: [],
    ...dockerfile('docker-library/wordpress', 'bf223d1c2', 'cli/php8.3/alpine/Dockerfile'),
  },
  {
    repositories: WORDPRESS,
    tags: ['*fpm-alpine*'],
    ...fpm,
    ...wordpress,
    uid: 82,
    writes: [site],
    ...dockerfile('docker-library/wordpress', 'bf223d1c2', 'latest/php8.3/fpm-alpine/Dockerfile'),
  },
  {
    repositories: WORDPRESS,
    tags: ['*fpm*'],
    ...fpm,
    ...wordpress,
    writes: [site],
    ...dockerfile('docker-library/wordpress', 'bf223d1c2', 'latest/php8.3/fpm/Dockerfile'),
  },
  {
    repositories: WORDPRESS,
    ...apachePhp,
    ...wordpress,
    writes: [site, ...apachePhp.writes!],
    ...dockerfile('docker-library/wordpress', 'bf223d1c2', 'latest/php8.3/apache/Dockerfile'),
  },
  {
    repositories: PHP,
    tags: ['*apache*'],
    ...apachePhp,
    entrypoint: ['docker-php-entrypoint'],
    ...dockerfile('docker-library/php', '445bf414', '8.3/bookworm/apache/Dockerfile'),
  },
  {
    repositories: PHP,
    tags: ['*fpm*'],
    ...fpm,
    entrypoint: ['docker-php-entrypoint'],
    ...dockerfile('docker-library/php', '445bf414', '8.3/bookworm/fpm/Dockerfile'),
  },
  {
    repositories: PHP,
    user: '',
    ports: [],
    entrypoint: ['docker-php-entrypoint'],
    command: ['php', '-a'],
    runs: 'ends',
    fileCapabilities: [],
    ...dockerfile('docker-library/php', '445bf414', '8.3/bookworm/cli/Dockerfile'),
  },
];
