import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NEWEST_VERSION } from '../../src/facts';

/** What somebody sees who runs a program that uses the package. */
const root = resolve(__dirname, '../..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'programs-')));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "module": "commonjs", "target": "es2022" } }');

/** Each starts a program or two, which takes its time on a busy machine. */
jest.setTimeout(120_000);

const bin = (name: string) => join(root, 'node_modules/.bin', name);
const tsx = `${process.execPath} --import ${join(root, 'node_modules/tsx/dist/loader.mjs')}`;
const app = JSON.stringify(join(root, 'src/app'));
const problems = JSON.stringify(join(root, 'src/props'));
const cdk8s = JSON.stringify(join(root, 'node_modules/cdk8s'));

/** Runs a command line in a shell, as cdk8s-cli does. */
function run(command: string, options: { cwd?: string; env?: Record<string, string> } = {}) {
  const env = { ...process.env, NODE_OPTIONS: '', CDK8S_CHECK_UPGRADE: 'false', ...options.env };
  // What a test runner sets for its children.
  Reflect.deleteProperty(env, 'FORCE_COLOR');
  const result = spawnSync(command, { shell: true, cwd: options.cwd ?? folder, encoding: 'utf8', env });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

function program(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const good = program(
  'good.ts',
  `import { CheckedApp } from ${app};
import { ApiObject, Chart } from ${cdk8s};
const app = new CheckedApp();
const chart = new Chart(app, 'Iıİi', { namespace: 'shop' });
for (const name of ['b', 'ä', 'a', 'Z']) {
  new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' + name.charCodeAt(0) }, data: { II: name, b: 'y', a: new Intl.NumberFormat('en').format(1) } });
}
app.synth();
`,
);
program(
  'bad.ts',
  `import { CheckedApp } from ${app};
import { ApiObject, Chart } from ${cdk8s};
const app = new CheckedApp();
new ApiObject(new Chart(app, 'shop'), 'web', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, dta: {} });
app.synth();
console.log('not reached');
`,
);
const report = `error [unknown-field] ConfigMap/web: dta: unknown field "dta"
  at shop/web (bad.ts:4:1), Kubernetes ${NEWEST_VERSION}
  hint: did you mean "data"?

1 error, nothing written
`;

test.each([
  ['tsx', `${tsx} bad.ts`],
  ['ts-node', `${bin('ts-node')} -T bad.ts`],
])('%s: a failed check shows the report and nothing else', (_name, command) => {
  expect(run(command)).toEqual({ status: 1, stdout: '', stderr: report });
});

test('cdk8s synth: the report, and a failure', () => {
  const failed = run(`${bin('cdk8s')} synth --app '${tsx} bad.ts' --output out`);
  expect(failed.status).not.toBe(0);
  expect(failed.stderr).toContain(report);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('cdk8s synth: the files, the same in any language, time zone and directory', () => {
  const machines: { cwd: string; env: Record<string, string> }[] = [
    { cwd: folder, env: { LANG: 'C', LC_ALL: 'C', TZ: 'UTC' } },
    { cwd: folder, env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' } },
    {
      cwd: tmpdir(),
      env: { LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8', TZ: 'America/St_Johns', CDK8S_DISABLE_SORT: '1' },
    },
  ];
  const outputs = machines.map((options, index) => {
    const out = join(folder, `same-${index}`);
    const { status, stderr } = run(`${bin('cdk8s')} synth --app '${tsx} ${good}' --output ${out}`, options);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  });
  expect(Object.keys(outputs[0]!)).toHaveLength(1);
  expect(outputs[1]).toEqual(outputs[0]);
  expect(outputs[2]).toEqual(outputs[0]);
});

test('cdk8s synth --stdout: one stream', () => {
  const { stdout, status } = run(`${bin('cdk8s')} synth --app '${tsx} ${good}' --stdout`);
  expect(status).toBe(0);
  expect(stdout.match(/^---$/gm)).toHaveLength(4);
});

test('uncaught errors of props: the message and the line of the program', () => {
  const props = program(
    'props.ts',
    `import { checkProps } from ${problems};
const shop = () => checkProps('shop/web', (problem) => problem('port', 'must be 1 to 65535, got 70000'));
try {
  shop();
} catch {}
shop();
`,
  );
  const { status, stderr } = run(`${tsx} ${props}`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^PropsError: shop\/web: port: must be 1 to 65535, got 70000\n/);
  expect(stderr).toContain(`${props}:6:1`);
  expect(stderr).not.toMatch(/node_modules|node:internal|problems\.ts|Node\.js v/);
});

test('errors of others are shown as ever, also after one of ours was caught', () => {
  const other = program(
    'other.ts',
    `import { PropsError } from ${problems};
new PropsError('a', ['b']);
throw new TypeError('theirs');
`,
  );
  const { status, stderr } = run(`${tsx} ${other}`);
  expect(status).toBe(1);
  expect(stderr).toContain(`TypeError: theirs\n    at`);
  expect(stderr).toContain(`${other}:3:`);
  // Node.js would show the line that throws it again, which in a bundle is most of the package.
  expect(stderr).not.toMatch(/uncaught\.ts|throw error/);
});

test('who listens to uncaught errors gets ours too', () => {
  const listening = program(
    'listening.ts',
    `import { PropsError } from ${problems};
process.on('uncaughtException', (error) => { console.log('caught ' + error.name); process.exitCode = 3; });
throw new PropsError('a', ['b']);
`,
  );
  expect(run(`${tsx} ${listening}`)).toEqual({ status: 3, stdout: 'caught PropsError\n', stderr: '' });
});

test('the validation plugin has cdk8s-cli report what the server would say of any app', () => {
  const plugin = join(folder, 'plugin');
  mkdirSync(plugin);
  // cdk8s-cli loads plugins with require, and does not read TypeScript: tsx does it for it.
  writeFileSync(
    join(plugin, 'index.js'),
    `require(${JSON.stringify(join(root, 'node_modules/tsx/dist/cjs/index.cjs'))});\nmodule.exports = require(${app});\n`,
  );
  const plain = program(
    'plain.ts',
    `import { ApiObject, App, Chart } from ${cdk8s};
const app = new App();
const chart = new Chart(app, 'shop');
new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, dta: {} });
app.synth();
`,
  );
  writeFileSync(
    join(folder, 'cdk8s.yaml'),
    `language: typescript\napp: ${tsx} ${plain}\noutput: validated\nvalidations:\n  - package: ./plugin\n    version: 1.0.0\n    class: ServerValidation\n    properties: { kubernetesVersion: ['1.28', '1.36'] }\n`,
  );
  const { status, stdout } = run(`${bin('cdk8s')} synth`);
  rmSync(join(folder, 'cdk8s.yaml'));
  expect(status).toBe(2);
  expect(stdout).toContain('unknown-field (1 occurrences)');
  expect(stdout).toContain('Construct Path: shop/web');
  expect(stdout).toContain('> dta');
  expect(stdout).toContain('How to fix: did you mean "data"?');
});
