import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { contentHash } from '../../../manifest';
import { InitContainer, InitContainers } from '../../../mixins';
import { hostFor, Peer } from '../../../network';
import { Env, type EnvProps, type Mount, nameOf, Qos, userOf, Volumes } from '../../../pod';
import { createdBy } from '../../../props';
import type { Connection } from '../../connection';
import { CronJob } from '../../cron-job';
import { Job } from '../../job';
import { SITE_FOLDER, siteImage, siteUser, visitorHeaders } from './containers';
import type { CronProps, InstallProps, WordPressProps } from './word-press-props';
import { siteUrl } from './wp-config';

const CLI_IMAGE = 'wordpress:cli-2.12.0-php8.3';
const SMALL = Qos.guaranteed({ cpu: '100m', memory: '128Mi', ephemeralStorage: '64Mi' });

/**
 * A new pod can be refused, or get no answer, until the nodes have the network policies for its address. A request that was
 * answered late is not repeated.
 */
const RETRY = [
  '--connect-timeout 10',
  '--retry 10',
  '--retry-delay 5',
  '--retry-connrefused',
  '--retry-max-time 120',
].flatMap((option) => option.split(' '));

/** What the Jobs need to know about the site. */
export interface Site {
  readonly name: string;
  readonly props: WordPressProps;
  /** Environment of PHP. */
  readonly env: EnvProps;
  readonly mounts: readonly Mount[];
  /** The connection to the database. */
  readonly database: Connection;
  /** URL of the site for clients. */
  readonly connection: Connection;
}

/**
 * Triggers scheduled tasks over HTTP, as visitors do, so that it does not need the content volume, which
 * possibly only one node can mount.
 *
 * @see https://developer.wordpress.org/plugins/cron/hooking-wp-cron-into-the-system-task-scheduler/
 */
export function makeCron(
  scope: Construct,
  site: Site,
  { schedule = '*/5 * * * *', qos = SMALL, image = siteImage(site.props) }: CronProps,
): CronJob {
  const address = site.connection.address!;
  const host = hostFor(address, userOf(scope).namespace);
  const headers = Object.entries(visitorHeaders(site.props)).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const job = new CronJob(scope, 'Cron', {
    name: `${site.name}-cron`,
    component: 'cron',
    partOf: site.props.partOf,
    schedule,
    image,
    imagePullPolicy: site.props.imagePullPolicy,
    qos,
    containerName: 'curl',
    command: [
      'curl',
      '-fsS',
      ...RETRY,
      '--max-time',
      '300',
      '-o',
      '/dev/null',
      ...headers,
      `http://${host}:${address.port}/wp-cron.php?doing_wp_cron`,
    ],
    security: siteUser(site.props),
    networkPolicy: {},
    backoffLimit: 0,
    activeDeadline: Duration.minutes(10),
    startingDeadline: Duration.minutes(5),
    imagePullSecrets: site.props.imagePullSecrets,
  });
  return job.connectTo({ egress: site.connection.egress, allowClient: site.connection.allowClient });
}

/**
 * The password is read from standard input: every process could see it on the command line. wp-cli then prints the whole
 * command with the password in it, unless it is quiet.
 *
 * @see https://developer.wordpress.org/cli/commands/core/install/ without disclosing the password
 */
const INSTALL = `set -eu
if wp core is-installed; then
  echo 'the site is already installed'
  exit 0
fi
printf '%s\\n' "$ADMIN_PASSWORD" | wp core install --url="$SITE_URL" --title="$SITE_TITLE" --locale="$SITE_LOCALE" \\
  --admin_user="$ADMIN_USER" --admin_email="$ADMIN_EMAIL" --skip-email --prompt=admin_password --quiet >/dev/null
echo 'the site is set up'
`;

/**
 * Installs the site in the database once; does nothing when it is installed. It uses its own copy of WordPress, so that it
 * does not need the content volume. A change results in a new Job, because Jobs are immutable.
 */
export function makeInstall(scope: Construct, site: Site, install: InstallProps): Job {
  const { props, database } = site;
  const { imagePullPolicy } = props;
  const { title, admin, image = CLI_IMAGE, locale = 'en_US' } = install;
  const env: EnvProps = {
    ...site.env,
    HOME: '/tmp',
    SITE_URL: siteUrl(props)!,
    SITE_TITLE: title,
    SITE_LOCALE: locale,
    ADMIN_USER: Env.secret(admin, 'username'),
    ADMIN_PASSWORD: Env.secret(admin, 'password'),
    ADMIN_EMAIL: Env.secret(admin, 'email'),
  };
  const address = database.address!;
  // All that is in the pods of the Job, which are immutable.
  const identity = contentHash([
    ...[siteImage(props), image, install.waitImage ?? ''].map(String),
    Object.entries(env).map(sourceOf),
    site.mounts.map(({ volume, ...mount }) => [volume.name, volume.source, mount]),
    siteUser(props),
    (props.imagePullSecrets ?? []).map(nameOf),
    { imagePullPolicy, partOf: props.partOf, host: hostFor(address, userOf(scope).namespace), port: address.port },
    INSTALL,
  ]);
  const core = Volumes.emptyDir('core').at(SITE_FOLDER);
  const job = new Job(scope, 'Install', {
    name: `${site.name}-install-${identity}`,
    component: 'install',
    partOf: props.partOf,
    image,
    imagePullPolicy,
    qos: Qos.guaranteed({ cpu: '250m', memory: '256Mi', ephemeralStorage: '512Mi' }),
    containerName: 'wp-cli',
    command: ['sh', '-c', INSTALL],
    workingDir: SITE_FOLDER,
    env,
    mounts: [core, ...site.mounts],
    security: siteUser(props),
    networkPolicy: {},
    backoffLimit: 10,
    imagePullSecrets: props.imagePullSecrets,
  });
  job.connectTo({ egress: database.egress, allowClient: database.allowClient });
  if (props.outgoingWeb !== false) job.allowEgress({ to: Peer.anyone(), ports: [443] });
  return job.with(
    createdBy(
      'waitImage',
      () =>
        InitContainers.waitForTcp('wait-for-database', {
          host: hostFor(address, userOf(scope).namespace),
          port: address.port,
          imagePullPolicy,
          ...(install.waitImage !== undefined && { image: install.waitImage }),
        }),
      (path) => (path === 'image' ? '' : path),
    ),
    new InitContainer('core', {
      image: siteImage(props),
      imagePullPolicy,
      command: ['sh', '-c', 'cp -R /usr/src/wordpress/. . && cp wp-config-docker.php wp-config.php'],
      workingDir: SITE_FOLDER,
      mounts: [core],
    }),
  ) as Job;
}

const sourceOf = ([name, value]: [string, unknown]) => [name, value instanceof Env ? value.source : value];
