import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { cdk8sPatterns, inEmptyFolder } from '../command-line';

const ROOT = join(__dirname, '..', '..', '..');
const FILES = ['main.ts', 'charts/one.ts', 'charts/two.ts', 'charts/names.json'] as const;

/** A file of the app in one of several states; some fail, and some read others. */
const STATES: Readonly<Record<(typeof FILES)[number], readonly string[]>> = {
  'main.ts': [
    "import { App } from 'cdk8s';\nconst app = new App();\nrequire('./charts/one').default(app);\napp.synth();\n",
    "import { App } from 'cdk8s';\nconst app = new App();\nfor (const chart of ['one', 'two']) require('./charts/' + chart).default(app);\napp.synth();\n",
  ],
  'charts/one.ts': [
    chart('one', "'first'"),
    chart('one', "'second'"),
    chart('one', "require('./names.json').one"),
    "throw new Error('not yet');\n",
  ],
  'charts/two.ts': [
    chart('two', "'first'"),
    chart('two', "require('./names.json').two"),
    'export default () => {}; const \n',
  ],
  'charts/names.json': ['{"one": "a", "two": "b"}', '{"one": "c", "two": "d"}'],
};

function chart(id: string, name: string): string {
  return `import { ApiObject, type App, Chart } from 'cdk8s';
export default (app: App): void => {
  new ApiObject(new Chart(app, '${id}'), 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: ${name} } });
};
`;
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

test(
  'what --watch has written is what a new process writes, after any edits',
  () =>
    inEmptyFolder(async (folder) => {
      mkdirSync(join(folder, 'node_modules'));
      mkdirSync(join(folder, 'charts'));
      for (const name of ['cdk8s', 'constructs', 'esbuild']) {
        symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
      }
      writeFileSync(join(folder, 'package.json'), '{}');
      writeFileSync(join(folder, 'cdk8s.yaml'), 'app: npx ts-node main.ts\n');
      const save = (file: (typeof FILES)[number], state: number) => {
        writeFileSync(join(folder, file), STATES[file][state % STATES[file].length]!);
      };
      for (const file of FILES) save(file, 0);

      const loader = join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs');
      const main = join(ROOT, 'src', 'cli', 'main.ts');
      const watching = spawn(process.execPath, ['--import', `file://${loader}`, main, 'synth', '--watch'], {
        cwd: folder,
      });
      let shown = '';
      watching.stdout.setEncoding('utf8').on('data', (text: string) => {
        shown += text;
      });
      const rounds = () => shown.split('waiting for changes').length - 1;
      const untilAfter = async (round: number) => {
        const limit = Date.now() + 60_000;
        while (rounds() <= round) {
          if (Date.now() > limit) throw new Error(`no synthesis after a change; output:\n${shown}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      try {
        await untilAfter(0);
        const edits = fc.array(fc.tuple(fc.constantFrom(...FILES), fc.nat(3)), { minLength: 1, maxLength: 3 });
        for (const [index, edit] of fc.sample(edits, { numRuns: 5, seed: 7 }).entries()) {
          const before = rounds();
          for (const [file, state] of edit) save(file, state);
          // Of its own text every time, so that something has changed for certain.
          writeFileSync(join(folder, 'charts', 'note.ts'), `// ${index}\n`);
          const elsewhere = mkdtempSync(join(tmpdir(), 'cdk8s-patterns-cold-'));
          const cold = await cdk8sPatterns(['synth', '--output', elsewhere], { cwd: folder });
          await untilAfter(before);
          // What a failed synthesis leaves is what an earlier one wrote, perhaps of files that were half saved.
          const isSame = () =>
            cold.exitCode === 0
              ? JSON.stringify(filesIn(join(folder, 'dist'))) === JSON.stringify(filesIn(elsewhere))
              : shown.trimEnd().split('\n').at(-1)!.startsWith('failed');
          const limit = Date.now() + 60_000;
          while (!isSame() && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 50));
          expect({ edit, cold, shown, isSame: isSame() }).toEqual({ edit, cold, shown, isSame: true });
          rmSync(elsewhere, { recursive: true, force: true });
        }
      } finally {
        const closed = new Promise((resolve) => watching.once('close', resolve));
        watching.kill();
        await closed;
      }
    }),
  400_000,
);
