import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { myCnf } from '../../../src/patterns/data/sql/my-cnf';
import { containerOf, envOf, synthesise, wordPress } from '../../patterns/data/stacks';
import { hasServer, isExpected, type LocalServer, startLocalServer } from './local-server';
import { hasSite, isHealthy, type LocalSite, startLocalSite } from './local-site';

const hasAll = hasServer && hasSite;
if (!hasAll && !isExpected) {
  console.warn('left out: needs mariadb-server, nginx-light, php-fpm, php-mysql and wordpress of Debian');
}

const manifest = synthesise(
  wordPress({
    variant: 'fpm',
    ingress: { host: 'blog.example.com', tls: 'blog-tls' },
    smtp: { host: 'smtp.example.com', secret: 'smtp', from: "o'neill@example.com" },
    cache: { type: 'redis', host: 'cache.internal' },
    constants: { WP_MEMORY_LIMIT: '96M', EMPTY_TRASH_DAYS: 9 },
  }),
);
const php = containerOf(manifest, 'Deployment', 'site', 'wordpress');
const nginx = containerOf(manifest, 'Deployment', 'site', 'nginx');
const serverBlock = (manifest.objects.find(({ kind }: any) => kind === 'ConfigMap') as any).data['web-server.conf'];

(hasAll || isExpected ? describe : describe.skip)('a real WordPress', () => {
  let database: LocalServer;
  let site: LocalSite;
  const probe = async (kind: 'livenessProbe' | 'readinessProbe') => {
    const { path, httpHeaders } = nginx[kind].httpGet;
    const headers = Object.fromEntries(httpHeaders.map(({ name, value }: any) => [name, value]));
    return isHealthy(await site.get(path, headers));
  };
  const visitor = { Host: 'blog.example.com', 'X-Forwarded-Proto': 'https' };

  beforeAll(async () => {
    database = await startLocalServer(myCnf({ port: 3306, characterSet: 'utf8mb4' }), ({ sql }) => {
      sql("CREATE DATABASE blog; CREATE USER blog@'%' IDENTIFIED BY 'pw'; GRANT ALL ON blog.* TO blog@'%'");
    });
    site = await startLocalSite(serverBlock, {
      ...{ WORDPRESS_DB_HOST: `127.0.0.1:${database.port}`, WORDPRESS_DB_NAME: 'blog' },
      ...{ WORDPRESS_DB_USER: 'blog', WORDPRESS_DB_PASSWORD: 'pw' },
      ...{ SMTP_USERNAME: 'mailer', SMTP_PASSWORD: 'from-the-secret' },
      WORDPRESS_CONFIG_EXTRA: envOf(php).WORDPRESS_CONFIG_EXTRA,
    });
  }, 180_000);

  afterAll(() => {
    site?.stop();
    database?.stop();
  });

  test('before it is installed, every probe succeeds', async () => {
    const answer = await site.get('/wp-login.php', visitor);
    expect([answer.status, answer.location]).toEqual([302, 'https://blog.example.com/wp-admin/install.php']);
    expect([await probe('livenessProbe'), await probe('readinessProbe')]).toEqual([true, true]);
  });

  test('it can be installed, and then every probe succeeds', async () => {
    const form = {
      weblog_title: 'Blog',
      user_name: 'admin',
      admin_password: 'pw-of-admin-1',
      admin_password2: 'pw-of-admin-1',
    };
    const answer = await site.post(
      '/wp-admin/install.php?step=2',
      { ...form, admin_email: 'a@example.com', blog_public: '0' },
      visitor,
    );
    expect(answer.body).toContain('WordPress has been installed');
    expect((await site.get('/wp-login.php', visitor)).status).toBe(200);
    expect([await probe('livenessProbe'), await probe('readinessProbe')]).toEqual([true, true]);
  }, 60_000);

  test('without the headers of a visitor the answer would be a mere redirect', async () => {
    const { status, location } = await site.get('/wp-login.php');
    expect([status, location]).toEqual([302, 'https://blog.example.com/wp-admin/']);
  });

  test('the command of the CronJob does what is due', () => {
    const { command } = containerOf(manifest, 'CronJob', 'site-cron', 'curl');
    const here = command.map((part: string) => part.replace('http://site:80', `http://127.0.0.1:${site.port}`));
    expect(() => execFileSync(here[0], here.slice(1))).not.toThrow();
  });

  test('nginx: permalinks reach WordPress, uploads are never run, dot files are not served', async () => {
    mkdirSync(join(site.folder, 'wp-content', 'uploads'), { recursive: true });
    writeFileSync(join(site.folder, 'wp-content', 'uploads', 'evil.php'), '<?php echo "evil";');
    writeFileSync(join(site.folder, '.htpasswd'), 'secret');
    const statusOf = async (path: string) => (await site.get(path, visitor)).status;
    expect(await statusOf('/?p=1')).toBe(200);
    const rest = await site.get('/no/such/file/?rest_route=/', visitor);
    expect(JSON.parse(rest.body)).toMatchObject({ name: 'Blog', home: 'https://blog.example.com' });
    expect(await statusOf('/wp-content/uploads/evil.php')).toBe(404);
    expect(await statusOf('/.htpasswd')).toBe(404);
    expect((await site.get('/wp-admin', visitor)).location).toBe('/wp-admin/');
  });

  test('wp-config.php: constants, mail and cache as the props say', async () => {
    writeFileSync(
      join(site.folder, 'ask.php'),
      `<?php require 'wp-load.php';
      foreach (['PHPMailer', 'SMTP', 'Exception'] as $file) require_once ABSPATH . WPINC . "/PHPMailer/$file.php";
      $mailer = new PHPMailer\\PHPMailer\\PHPMailer();
      do_action_ref_array('phpmailer_init', [&$mailer]);
      echo json_encode([WP_MEMORY_LIMIT, EMPTY_TRASH_DAYS, WP_HOME, DISABLE_WP_CRON, WP_REDIS_HOST, WP_REDIS_PORT,
        $mailer->Mailer, $mailer->Host, $mailer->Port, $mailer->SMTPSecure, $mailer->Username, $mailer->Password, $mailer->From]);`,
    );
    expect(JSON.parse((await site.get('/ask.php', visitor)).body)).toEqual([
      ...['96M', 9, 'https://blog.example.com', true, 'cache.internal', 6379],
      ...['smtp', 'smtp.example.com', 587, 'tls', 'mailer', 'from-the-secret', "o'neill@example.com"],
    ]);
  });

  test('while the database is away the pod is taken out, and not restarted', async () => {
    database.stop();
    expect([await probe('livenessProbe'), await probe('readinessProbe')]).toEqual([true, false]);
  });
});
