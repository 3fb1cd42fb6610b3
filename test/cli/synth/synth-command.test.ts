import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cdk8sPatterns, inEmptyFolder } from '../command-line';

const ROOT = join(__dirname, '..', '..', '..');
const APP = `import { ApiObject, App, Chart } from 'cdk8s';
import { name } from './name.js';

enum Port {
  Http = 8080,
}
const app: App = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { port: Port.Http } });
app.synth();
`;
const configMap = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop' },
  data: { port: 8080 },
});
const writtenIn = (folder: string) => parse(readFileSync(join(folder, 'shop.k8s.yaml'), 'utf8'));

// Each starts a process or two.
jest.setTimeout(120_000);

/** A project as the template of cdk8s-cli makes it. */
function project(folder: string, files: Readonly<Record<string, string>> = {}): void {
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['cdk8s', 'constructs', 'esbuild', 'typescript']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const all = {
    'package.json': '{}',
    'cdk8s.yaml': 'language: typescript\napp: npx ts-node main.ts\n',
    'tsconfig.json': '{"compilerOptions": {"target": "es2022"}}',
    'main.ts': APP,
    'name.ts': "export const name: string = 'settings';\n",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
}

const synth = (cwd: string, ...args: readonly string[]) => cdk8sPatterns(['synth', ...args], { cwd });

test('writes what the app of cdk8s.yaml makes, and leaves nothing else behind', () =>
  inEmptyFolder(async (folder) => {
    project(folder, { 'cdk8s.yaml': 'app: npx ts-node main.ts\noutput: out\n' });
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out', 'old.k8s.yaml'), 'of an earlier run\n');
    expect(await synth(folder)).toEqual({ exitCode: 0, stdout: '  - out/shop.k8s.yaml\n', stderr: '' });
    expect(readdirSync(join(folder, 'out'))).toEqual(['shop.k8s.yaml']);
    expect(writtenIn(join(folder, 'out'))).toEqual(configMap('settings'));
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  }));

describe('the output directory', () => {
  test.each(['.', '..', '../..'])('%s contains the project, and stays as it is', (output) =>
    inEmptyFolder(async (folder) => {
      project(folder);
      const before = readdirSync(folder);
      const { exitCode, stdout, stderr } = await synth(folder, '--output', output);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toBe(
        `error: the output directory ${output} contains the project: name a directory of its own with --output, or as "output" of cdk8s.yaml\n`,
      );
      expect(readdirSync(folder)).toEqual(before);
    }),
  );

  test('keeps files that are no manifests of an app', () =>
    inEmptyFolder(async (folder) => {
      project(folder);
      mkdirSync(join(folder, 'dist', '.git'), { recursive: true });
      const others = ['README.md', 'kustomization.yaml', join('.git', 'HEAD'), join('.git', 'a.k8s.yaml')];
      for (const name of [...others, 'old.k8s.yaml']) writeFileSync(join(folder, 'dist', name), 'written by hand\n');
      expect((await synth(folder)).exitCode).toBe(0);
      for (const name of others) expect(readFileSync(join(folder, 'dist', name), 'utf8')).toBe('written by hand\n');
      expect(existsSync(join(folder, 'dist', 'old.k8s.yaml'))).toBe(false);
    }));

  test('is made for an app without objects', () =>
    inEmptyFolder(async (folder) => {
      project(folder, {
        'main.ts':
          "import { App } from 'cdk8s';\nimport { mkdirSync } from 'node:fs';\nconst app = new App();\nmkdirSync(app.outdir);\napp.synth();\n",
      });
      expect(await synth(folder)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
      expect(readdirSync(join(folder, 'dist'))).toEqual([]);
    }));

  test('that is a file is an error, and nothing else is left', () =>
    inEmptyFolder(async (folder) => {
      project(folder);
      writeFileSync(join(folder, 'dist'), 'a file\n');
      expect(await synth(folder)).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: 'error: dist is a file, not a directory\n',
      });
      expect(readFileSync(join(folder, 'dist'), 'utf8')).toBe('a file\n');
    }));

  test('that turns out not to be writable is an error without a stack', () =>
    inEmptyFolder(async (folder) => {
      // The directory of a manifest is a file there.
      project(folder, {
        'main.ts': `${APP}import { mkdirSync, writeFileSync } from 'node:fs';\nwriteFileSync('dist', '');\n`,
      });
      const { exitCode, stderr } = await synth(folder);
      expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: 'error: dist cannot be written (EEXIST)\n' });
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }));
});

test.each<[string, string, string]>([
  ['ap: node main.js', 'ap', 'app'],
  ['app: node main.js\noutptu: out', 'outptu', 'output'],
  ['app: node main.js\nvalidation: []', 'validation', 'validations'],
])('a misspelled key of cdk8s.yaml is not ignored: %j', (text, key, meant) =>
  inEmptyFolder(async (folder) => {
    project(folder, { 'cdk8s.yaml': text });
    const stderr = `error: cdk8s.yaml: unknown key "${key}": did you mean "${meant}"?\n`;
    expect(await synth(folder)).toEqual({ exitCode: 2, stdout: '', stderr });
  }),
);

test('other keys of cdk8s.yaml are ignored, as cdk8s-cli ignores them', () =>
  inEmptyFolder(async (folder) => {
    project(folder, { 'cdk8s.yaml': 'app: npx ts-node main.ts\nx-team: store\n' });
    expect(await synth(folder)).toMatchObject({ exitCode: 0, stderr: '' });
  }));

test('the file of a chart that got another name is removed', () =>
  inEmptyFolder(async (folder) => {
    project(folder);
    await synth(folder);
    writeFileSync(join(folder, 'main.ts'), APP.replace("new Chart(app, 'shop'", "new Chart(app, 'store'"));
    expect(await synth(folder)).toMatchObject({ exitCode: 0, stdout: '  - dist/store.k8s.yaml\n' });
    expect(readdirSync(join(folder, 'dist'))).toEqual(['store.k8s.yaml']);
  }));

test('a module that is missing is named as the app names it', () =>
  inEmptyFolder(async (folder) => {
    project(folder);
    rmSync(join(folder, 'name.ts'));
    const { exitCode, stderr } = await synth(folder);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("Cannot find module './name.js'");
  }));

test('a changed file is transformed again', () =>
  inEmptyFolder(async (folder) => {
    project(folder);
    await synth(folder);
    writeFileSync(join(folder, 'name.ts'), "export const name: string = 'other';\n");
    expect(parse((await synth(folder, '--stdout')).stdout)).toEqual(configMap('other'));
    expect(writtenIn(join(folder, 'dist'))).toEqual(configMap('settings'));
  }));

test('errors name the line of the source, and the output stays as it was', () =>
  inEmptyFolder(async (folder) => {
    project(folder);
    await synth(folder);
    const broken = "interface Name {\n  readonly name: string;\n}\nthrow new Error('no name for today');\n";
    writeFileSync(join(folder, 'name.ts'), broken);
    const { exitCode, stderr } = await synth(folder);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Error: no name for today');
    expect(stderr).toMatch(/name\.ts:4:7\)/);
    expect(writtenIn(join(folder, 'dist'))).toEqual(configMap('settings'));
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  }));

test('typescript transforms where there is no esbuild', () =>
  inEmptyFolder(async (folder) => {
    project(folder);
    const modules = join(folder, 'node_modules');
    rmSync(join(modules, 'esbuild'));
    expect(parse((await synth(folder, '--stdout')).stdout)).toEqual(configMap('settings'));
  }));

describe('a file that is not TypeScript is an error with its place, and no stack', () => {
  const broken = "export const größe = ;\n\tconst name: string = 'a' 'b';\n";

  test('with esbuild', () =>
    inEmptyFolder(async (folder) => {
      project(folder, { 'name.ts': broken });
      expect(await synth(folder)).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: 'error: name.ts:1:22: Unexpected ";"\n  export const größe = ;\n                       ^\n',
      });
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }));

  test('a tsconfig.json with a syntax error', () =>
    inEmptyFolder(async (folder) => {
      project(folder, { 'tsconfig.json': '{"compilerOptions": }' });
      const { exitCode, stderr } = await synth(folder);
      expect({ exitCode, stderr }).toEqual({
        exitCode: 1,
        stderr: 'error: tsconfig.json:1:21: Unexpected "}" in JSON\n  {"compilerOptions": }\n                      ^\n',
      });
    }));

  test('with typescript, all of them', () =>
    inEmptyFolder(async (folder) => {
      project(folder, { 'name.ts': broken });
      rmSync(join(folder, 'node_modules', 'esbuild'));
      expect(await synth(folder)).toEqual({
        exitCode: 1,
        stdout: '',
        stderr:
          'error: name.ts:1:22: Expression expected.\n  export const größe = ;\n                       ^\n' +
          "error: name.ts:2:27: ',' expected.\n  \tconst name: string = 'a' 'b';\n  \t                         ^\n",
      });
    }));
});

test('a project with neither esbuild nor typescript is an error without a stack', () =>
  inEmptyFolder(async (folder) => {
    project(folder);
    for (const name of ['esbuild', 'typescript']) rmSync(join(folder, 'node_modules', name));
    expect(await synth(folder)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'error: TypeScript files need the package typescript or esbuild in the project\n',
    });
  }));

test('an app that ends the process itself, and one that goes on after its file has been read', () =>
  inEmptyFolder(async (folder) => {
    project(folder, {
      'later.ts': "setTimeout(() => require('./main'), 20);\n",
      'exits.ts': "require('./main');\nprocess.exit(0);\n",
    });
    expect(parse((await synth(folder, '--stdout', '--app', 'tsx later.ts')).stdout)).toEqual(configMap('settings'));
    expect(parse((await synth(folder, '--stdout', '--app', 'node --import tsx exits.ts')).stdout)).toEqual(
      configMap('settings'),
    );
  }));

test('another command is run as it is', () =>
  inEmptyFolder(async (folder) => {
    project(folder);
    const { stdout } = await synth(
      folder,
      '--stdout',
      '--app',
      'mkdir -p $CDK8S_OUTDIR && echo "a: 1" > $CDK8S_OUTDIR/a.yaml',
    );
    expect(stdout).toBe('---\na: 1\n');
    expect((await synth(folder, '--app', 'false')).exitCode).toBe(1);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  }));

test.each([
  ['no app', { 'cdk8s.yaml': 'output: dist\n' }, [], 'error: no app: name it in cdk8s.yaml, or with --app\n'],
  [
    'what only cdk8s-cli does',
    { 'cdk8s.yaml': 'app: node main.js\nvalidations: []\n' },
    [],
    'error: cdk8s.yaml: validations is a field of cdk8s-cli; run "cdk8s synth", which also runs the checks\n',
  ],
  ['two outputs', {}, ['-p', '-o', 'out'], 'error: --stdout and --output are mutually exclusive\n'],
])('%s is wrong usage', (_, files, args, stderr) =>
  inEmptyFolder(async (folder) => {
    project(folder, files as unknown as Record<string, string>);
    expect(await synth(folder, ...args)).toEqual({ exitCode: 2, stdout: '', stderr });
  }),
);

test('an app that writes nothing', () =>
  inEmptyFolder(async (folder) => {
    project(folder, { 'main.ts': 'export {};\n' });
    expect(await synth(folder)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'error: the app wrote nothing: it must call synth(), and not set outdir\n',
    });
  }));

test('--typecheck stops at errors that the transformation overlooks', () =>
  inEmptyFolder(async (folder) => {
    project(folder, {
      'main.ts': 'const port: number = "http";\nexport default port;\n',
      'tsconfig.json': '{"compilerOptions": {"types": []}, "files": ["main.ts"]}',
    });
    mkdirSync(join(folder, 'node_modules', '.bin'));
    symlinkSync(join(ROOT, 'node_modules', '.bin', 'tsc'), join(folder, 'node_modules', '.bin', 'tsc'));
    const { exitCode, stderr } = await synth(folder, '--typecheck');
    expect(exitCode).toBe(1);
    expect(stderr).toContain("main.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.");
    expect(stderr).toContain('error: the type check failed, nothing written\n');
  }));

test('--typecheck without a tsconfig.json says so', () =>
  inEmptyFolder(async (folder) => {
    project(folder, { 'main.ts': 'export {};\n' });
    rmSync(join(folder, 'tsconfig.json'), { force: true });
    const { exitCode, stderr } = await synth(folder, '--typecheck');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: --typecheck needs a tsconfig\.json in .*\n$/);
  }));
