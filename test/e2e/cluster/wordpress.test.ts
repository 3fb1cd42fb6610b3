import { describeExample } from './describe-example';
import { exec, get, list, succeed, until } from './kubectl';
import { leaksOf } from './leaks';
import { podsIn } from './pods';
import type { RunningExample } from './running-example';

/** Runs PHP with WordPress loaded, in one of its pods. */
function wordPress(example: RunningExample, code: string): string {
  const { name } = sitePods(example)[0]!;
  const program = `define('WP_USE_THEMES', false); require '/var/www/html/wp-load.php'; ${code}`;
  const { exitCode, stdout, stderr } = exec(example.namespace, name, ['php', '-r', program], 'wordpress');
  if (exitCode !== 0) throw new Error(stderr + stdout);
  return stdout;
}

const sitePods = ({ namespace }: RunningExample) =>
  podsIn(namespace, 'app.kubernetes.io/name=blog').filter(({ containers }) =>
    containers.some(({ name }) => name === 'wordpress'),
  );

/** A page as the Ingress controller requests it. */
function page(example: RunningExample, path: string): string {
  const headers = ['-H', 'Host: blog.example.com', '-H', 'X-Forwarded-Proto: https'];
  const command = ['curl', '-s', ...headers, `http://127.0.0.1${path}`];
  return exec(example.namespace, sitePods(example)[0]!.name, command, 'wordpress').stdout;
}

/** Deletes the pods of the site and waits for new ones. */
async function replacePods(example: RunningExample): Promise<void> {
  const old = sitePods(example).map(({ name }) => name);
  succeed(['delete', 'pod', '-n', example.namespace, ...old]);
  const isNew = () => {
    const pods = sitePods(example);
    return pods.length >= 2 && pods.every(({ name, isReady }) => isReady && !old.includes(name)) ? true : undefined;
  };
  await until('new pods', 240, isNew, () => sitePods(example));
}

const VERSION = '/var/www/html/wp-includes/version.php';

describeExample('hardened-blog-stack', (check) => {
  check('the site is installed', (example) => {
    expect(wordPress(example, "echo get_option('blogname');")).toBe('My blog');
    expect(page(example, '/')).toContain('My blog');
  });

  check('a post survives the pods', async (example) => {
    const post = "['post_title' => 'Still here', 'post_content' => 'Hello', 'post_status' => 'publish']";
    const id = wordPress(example, `echo wp_insert_post(${post});`);
    expect(page(example, `/?p=${id}`)).toContain('Still here');
    await replacePods(example);
    expect(page(example, `/?p=${id}`)).toContain('Still here');
  });

  check('a newer image updates the code on the volume, and keeps what is in wp-content', async (example) => {
    const run = (script: string) =>
      exec(example.namespace, sitePods(example)[0]!.name, ['sh', '-c', script], 'wordpress');
    const current = run(`grep '^.wp_version =' ${VERSION}`).stdout;
    expect(current).toMatch(/'\d+\.\d+/);
    run(
      `sed -i "s/^.wp_version = .*/\\$wp_version = '6.0';/" ${VERSION}; echo mine > /var/www/html/wp-content/mine.txt`,
    );
    expect(run(`grep '^.wp_version =' ${VERSION}`).stdout).toContain("'6.0'");
    await replacePods(example);
    expect(run(`grep '^.wp_version =' ${VERSION}`).stdout).toBe(current);
    expect(run('cat /var/www/html/wp-content/mine.txt').stdout).toBe('mine\n');
  });

  check('the CronJobs run', (example) => {
    for (const name of ['blog-cron', 'blog-db-backup']) {
      succeed(['create', 'job', `${name}-now`, `--from=cronjob/${name}`, '-n', example.namespace]);
      succeed(['wait', '--for=condition=Complete', `job/${name}-now`, '-n', example.namespace, '--timeout=180s']);
    }
  });

  check('no value of a Secret is in a log or in another object', (example) => {
    expect(leaksOf(example.namespace)).toEqual([]);
  });

  check('the log of the installation says that it is done, and no more', (example) => {
    const job = list('jobs', example.namespace).find(({ metadata }) => metadata.name.startsWith('blog-install-'))!;
    expect(get('job', job.metadata.name, example.namespace)!.status.succeeded).toBe(1);
    const log = succeed(['logs', `job/${job.metadata.name}`, '-n', example.namespace, '-c', 'wp-cli']);
    expect(log).toMatch(/^the site is (set up|already installed)\n$/);
  });
});
