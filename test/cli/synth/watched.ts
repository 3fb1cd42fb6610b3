import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');
export const FILES = ['main.ts', 'charts/one.ts', 'charts/two.ts', 'charts/names.json'] as const;

/** A file of the app in one of several states; some fail, and some read others. */
export const STATES: Readonly<Record<(typeof FILES)[number], readonly string[]>> = {
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

export function chart(id: string, name: string): string {
  return `import { ApiObject, type App, Chart } from 'cdk8s';
export default (app: App): void => {
  new ApiObject(new Chart(app, '${id}'), 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: ${name} } });
};
`;
}

export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** A project whose app is the files in their first states, watched. */
export class Watched {
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
    for (const name of ['cdk8s', 'cdk8s-plus-28', 'constructs', 'esbuild']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    }
    mkdirSync(join(folder, 'node_modules', 'cdk8s-patterns'));
    const own = `module.exports = require(${JSON.stringify(join(ROOT, 'src', 'index.ts'))});\n`;
    writeFileSync(join(folder, 'node_modules', 'cdk8s-patterns', 'index.js'), own);
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
