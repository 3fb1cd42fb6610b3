import { type ChildProcess, spawn } from 'node:child_process';
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
    // Something to do when the process ends.
    "import { App } from 'cdk8s';\nconst app = new App();\nprocess.once('exit', () => app.synth());\nrequire('./charts/two').default(app);\n",
  ],
  'charts/one.ts': [
    chart('one', "'first'"),
    chart('one', "'second'"),
    chart('one', "require('./names.json').one"),
    // What is left behind in the process: a global, and a property of a class of the library.
    chart('one', "'a' + ((globalThis as any).runs = ((globalThis as any).runs ?? 0) + 1)"),
    chart('one', "'b' + ((Chart as any).runs = ((Chart as any).runs ?? 0) + 1)"),
    "throw new Error('not yet');\n",
  ],
  'charts/two.ts': [
    chart('two', "'first'"),
    chart('two', "require('./names.json').two"),
    chart('two', "'c' + (process.env.RUNS = (process.env.RUNS ?? '') + 'x').length"),
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

/** A project whose app is the files in their first states, watched. */
class Watched {
  private shown = '';
  private readonly watching: ChildProcess;

  private constructor(public readonly folder: string) {
    const loader = join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs');
    const main = join(ROOT, 'src', 'cli', 'main.ts');
    this.watching = spawn(process.execPath, ['--import', `file://${loader}`, main, 'synth', '--watch'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.watching.stdout!, this.watching.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.shown += text;
      });
    }
  }

  public static in(folder: string, files: Readonly<Record<string, string>> = {}): Watched {
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'charts'));
    for (const name of ['cdk8s', 'constructs', 'esbuild']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    }
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'cdk8s.yaml'), 'app: npx ts-node main.ts\n');
    for (const file of FILES) writeFileSync(join(folder, file), files[file] ?? STATES[file][0]!);
    return new Watched(folder);
  }

  /** All that has been shown since a point of it. */
  public output(from = 0): string {
    return this.shown.slice(from);
  }

  public get rounds(): number {
    return this.shown.split('waiting for changes').length - 1;
  }

  public async untilAfter(round: number): Promise<void> {
    const limit = Date.now() + 60_000;
    while (this.rounds <= round) {
      if (Date.now() > limit) throw new Error(`no synthesis after a change; output:\n${this.shown}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Saves a file and waits for the synthesis. @returns what was shown meanwhile. */
  public async save(file: string, text: string): Promise<string> {
    const [round, from] = [this.rounds, this.shown.length];
    writeFileSync(join(this.folder, file), text);
    await this.untilAfter(round);
    return this.output(from);
  }

  public async close(): Promise<void> {
    const closed = new Promise((resolve) => this.watching.once('close', resolve));
    this.watching.kill();
    await closed;
  }
}

test(
  'what --watch has written is what a new process writes, after any edits',
  () =>
    inEmptyFolder(async (folder) => {
      const watched = Watched.in(folder);
      try {
        await watched.untilAfter(0);
        const edits = fc.array(fc.tuple(fc.constantFrom(...FILES), fc.nat(9)), { minLength: 1, maxLength: 3 });
        for (const [index, edit] of fc.sample(edits, { numRuns: 12, seed: 7 }).entries()) {
          const before = watched.rounds;
          for (const [file, state] of edit) {
            writeFileSync(join(folder, file), STATES[file][state % STATES[file].length]!);
          }
          // Of its own text every time, so that something has changed for certain.
          writeFileSync(join(folder, 'charts', 'note.txt'), `${index}\n`);
          const elsewhere = mkdtempSync(join(tmpdir(), 'cdk8s-patterns-cold-'));
          const cold = await cdk8sPatterns(['synth', '--output', elsewhere], { cwd: folder });
          await watched.untilAfter(before);
          // What a failed synthesis leaves is what an earlier one wrote, perhaps of files that were half saved.
          const isSame = () =>
            cold.exitCode === 0
              ? JSON.stringify(filesIn(join(folder, 'dist'))) === JSON.stringify(filesIn(elsewhere))
              : watched.output().trimEnd().split('\n').at(-1)!.startsWith('failed');
          const limit = Date.now() + 60_000;
          while (!isSame() && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 50));
          const shown = watched.output();
          expect({ edit, cold, shown, isSame: isSame() }).toEqual({ edit, cold, shown, isSame: true });
          rmSync(elsewhere, { recursive: true, force: true });
        }
      } finally {
        await watched.close();
      }
    }),
  400_000,
);

test(
  'the app runs in the same process as long as it leaves nothing behind',
  () =>
    inEmptyFolder(async (folder) => {
      const one = (name: string, more = '') =>
        `console.log('process ' + process.pid);\n${more}${chart('one', `'${name}'`)}`;
      const watched = Watched.in(folder, { 'charts/one.ts': one('zero') });
      const processOf = (shown: string) => /process (\d+)/.exec(shown)?.[1];
      try {
        await watched.untilAfter(0);
        const first = processOf(watched.output());
        expect(first).toBeDefined();
        expect(processOf(await watched.save('charts/one.ts', one('a')))).toBe(first);
        expect(processOf(await watched.save('charts/one.ts', one('b')))).toBe(first);
        expect(processOf(await watched.save('charts/notes.txt', 'no module'))).toBe(first);
        // A module that was not there: others may be found in its place.
        const second = processOf(await watched.save('charts/two.js', 'module.exports = {};\n'));
        expect(second).not.toBe(first);
        // Lines are those of the file as it is now.
        const failing = `${'interface Unused {}\n'.repeat(7)}throw new Error('not today');\n`;
        expect(await watched.save('charts/one.ts', failing)).toMatch(/one\.ts:8:7\)/);
        const third = processOf(await watched.save('charts/one.ts', one('c', '(globalThis as any).left = 1;\n')));
        expect(processOf(await watched.save('charts/one.ts', one('d')))).not.toBe(third);
      } finally {
        await watched.close();
      }
    }),
  200_000,
);

test(
  'what is staged beside the output is not for git, and gone in the end',
  () =>
    inEmptyFolder(async (folder) => {
      const watched = Watched.in(folder);
      const staged = () => readdirSync(folder).filter((name) => name.startsWith('.dist-'));
      try {
        await watched.untilAfter(0);
        await watched.save('charts/one.ts', chart('one', "'again'"));
        expect(staged()).toHaveLength(1);
        expect(readFileSync(join(folder, staged()[0]!, '.gitignore'), 'utf8')).toBe('*\n');
        // A run after somebody has cleaned the directory.
        rmSync(join(folder, staged()[0]!), { recursive: true });
        expect(await watched.save('charts/one.ts', chart('one', "'more'"))).toContain('written in');
      } finally {
        await watched.close();
      }
      expect(staged()).toEqual([]);
    }),
  200_000,
);

test(
  'a file that every run writes does not start runs without end',
  () =>
    inEmptyFolder(async (folder) => {
      const watched = Watched.in(folder);
      const writing = "require('node:fs').appendFileSync('report.txt', 'run\\n');\n";
      try {
        await watched.untilAfter(0);
        await watched.save('charts/one.ts', writing + chart('one', "'a'"));
        const limit = Date.now() + 60_000;
        const isSeen = () => watched.output().includes('report.txt is written by every run');
        while (!isSeen() && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 50));
        expect(watched.output()).toContain('report.txt is written by every run: it is not watched any longer\n');
        await watched.untilAfter(watched.rounds - 1);
        await new Promise((resolve) => setTimeout(resolve, 1500));
        const { rounds } = watched;
        await new Promise((resolve) => setTimeout(resolve, 1500));
        expect(watched.rounds).toBe(rounds);
        // All other files still are.
        await watched.save('charts/two.ts', chart('two', "'b'"));
      } finally {
        await watched.close();
      }
    }),
  200_000,
);
