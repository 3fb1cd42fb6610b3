import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packedTarball } from './tarball';

const ROOT = join(__dirname, '..', '..');
const TEMPLATE = join(ROOT, 'node_modules', 'cdk8s-cli', 'templates', 'typescript-app');
const folder = mkdtempSync(join(tmpdir(), 'template-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  command: string,
  ...args: readonly string[]
): { readonly exitCode: number | null; readonly output: string } {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { exitCode: done.status, output: `${done.stdout}${done.stderr}` };
}

/** `cdk8s init typescript-app` writes these files, then imports kinds from the network, which these tests do not need. */
beforeAll(() => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const variables: Readonly<Record<string, string>> = {
    $base: 'template',
    cdk8s_core_version: devDependencies.cdk8s,
    cdk8s_plus_version: '2.0.0',
    constructs_version: devDependencies.constructs,
    cdk8s_cli_spec: devDependencies['cdk8s-cli'],
  };
  for (const file of readdirSync(TEMPLATE).filter(
    (name) => /\.(js|json|ts|yaml)$/.test(name) && !name.startsWith('.'),
  )) {
    const text = readFileSync(join(TEMPLATE, file), 'utf8');
    writeFileSync(
      join(folder, file),
      text.replaceAll(/\{\{ (\S+) \}\}/g, (_, name: string) => variables[name] ?? ''),
    );
  }
  // What a user changes: the package and its peer are added, the chart has a WebApp, and jest gets the matchers.
  const project = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  delete project.dependencies['cdk8s-plus-33'];
  project.dependencies['cdk8s-patterns'] = `file:${packedTarball()}`;
  project.dependencies['cdk8s-plus-28'] = devDependencies['cdk8s-plus-28'];
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
  const jest = readFileSync(join(folder, 'jest.config.js'), 'utf8');
  writeFileSync(
    join(folder, 'jest.config.js'),
    jest.replace('{', "{\n    setupFilesAfterEnv: ['cdk8s-patterns/testing/jest'],"),
  );
  cpSync(join(__dirname, 'template'), folder, { recursive: true });
  writeFileSync(join(folder, 'matchers.d.ts'), "import 'cdk8s-patterns/testing/jest';\n");
  expect(run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline')).toMatchObject({ exitCode: 0 });
}, 600_000);

test('it compiles with the settings of the template', () => {
  expect(run('npm', 'run', 'compile')).toMatchObject({ exitCode: 0 });
});

test('its tests pass in ts-jest', () => {
  const { exitCode, output } = run('npm', 'test', '--', '--ci');
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('2 passed, 2 total') });
});

test('the program writes its manifests', () => {
  expect(run('npx', '--no-install', 'ts-node', 'main.ts')).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(folder, 'dist', 'template.k8s.yaml'), 'utf8')).toContain('kind: Deployment');
});
