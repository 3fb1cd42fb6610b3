import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentScript } from '../../../src/patterns/data/wordpress/content-script';

let root: string;
let source: string;
let volume: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  source = join(root, 'image');
  volume = join(root, 'volume');
  mkdirSync(join(volume, 'lost+found'), { recursive: true });
  image('6.8.1');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What stands in the image's folder, as far as the script looks at it. */
function image(version: string): void {
  rmSync(source, { recursive: true, force: true });
  const files = {
    'index.php': version,
    '.htaccess': 'rewrite',
    'wp-admin/about.php': version,
    [`wp-admin/only-${version}.php`]: version,
    'wp-content/index.php': 'silence',
    'wp-content/themes/index.php': 'silence',
    'wp-content/themes/twenty/style.css': version,
    'wp-content/plugins/akismet/akismet.php': version,
    'wp-includes/version.php': `<?php\n$wp_version = '${version}';\n`,
    'wp-config-docker.php': `<?php\ndefine( 'AUTH_KEY', getenv_docker('X', 'put your unique phrase here') );\ndefine( 'AUTH_SALT', getenv_docker('Y', 'put your unique phrase here') );\n`,
  };
  for (const [name, text] of Object.entries(files)) write(join(source, name), text);
}

const run = () => spawnSync('sh', ['-c', contentScript(source)], { cwd: volume, encoding: 'utf8' });
const read = (name: string) => readFileSync(join(volume, name), 'utf8');
const versionThere = () => /'(.*)'/.exec(read('wp-includes/version.php'))?.[1];

test('an empty volume gets WordPress, and a wp-config.php with keys of its own', () => {
  const { status, stderr } = run();
  expect([status, stderr]).toEqual([0, '']);
  expect(readdirSync(volume).sort()).toEqual([
    ...['.copy.lock', '.htaccess', 'index.php', 'lost+found', 'wp-admin', 'wp-config-docker.php', 'wp-config.php'],
    ...['wp-content', 'wp-includes'],
  ]);
  expect(read('wp-content/themes/twenty/style.css')).toBe('6.8.1');
  const keys = [...read('wp-config.php').matchAll(/'([0-9a-f]{64})'/g)].map(([, key]) => key);
  expect(new Set(keys).size).toBe(2);
  expect(read('wp-config.php').split('\n')).toHaveLength(4);
});

test('a restart changes nothing', () => {
  run();
  writeFileSync(join(volume, 'wp-content/themes/twenty/style.css'), 'edited');
  const config = read('wp-config.php');
  expect(run().status).toBe(0);
  expect([read('wp-config.php'), read('wp-content/themes/twenty/style.css')]).toEqual([config, 'edited']);
});

test('a newer image updates the code, and keeps content and configuration', () => {
  run();
  write(join(volume, 'wp-content/uploads/cat.png'), 'meow');
  writeFileSync(join(volume, 'wp-content/themes/twenty/style.css'), 'edited');
  const config = read('wp-config.php');
  image('6.10');
  expect(run().status).toBe(0);
  expect([versionThere(), read('index.php'), read('wp-admin/about.php')]).toEqual(['6.10', '6.10', '6.10']);
  expect(existsSync(join(volume, 'wp-admin/only-6.8.1.php'))).toBe(false);
  expect([read('wp-content/uploads/cat.png'), read('wp-content/themes/twenty/style.css')]).toEqual(['meow', 'edited']);
  expect(read('wp-config.php')).toBe(config);
});

test('an older image does not undo an update that WordPress made itself', () => {
  run();
  write(join(volume, 'wp-includes/version.php'), "<?php\n$wp_version = '6.9';\n");
  expect(run().status).toBe(0);
  expect(versionThere()).toBe('6.9');
});

test('a copy that was interrupted is made again', () => {
  write(join(volume, 'index.php'), '6.8.1');
  write(join(volume, 'wp-includes.new/version.php'), 'half');
  expect(run().status).toBe(0);
  expect(versionThere()).toBe('6.8.1');
  expect(existsSync(join(volume, 'wp-includes.new'))).toBe(false);
});

test('of two pods that start on one volume, one copies and one waits', async () => {
  const pods = [1, 2].map(
    () =>
      new Promise<string>((resolve) => {
        const pod = spawn('sh', ['-c', contentScript(source)], { cwd: volume });
        let output = '';
        pod.stdout.on('data', (chunk) => {
          output += chunk;
        });
        pod.on('close', (status) => resolve(`${status} ${output}`));
      }),
  );
  const outputs = (await Promise.all(pods)).sort();
  expect(outputs).toEqual([
    '0 WordPress 6.8.1 is there; the image has 6.8.1\n',
    '0 copying WordPress 6.8.1 over an empty volume\n',
  ]);
});
