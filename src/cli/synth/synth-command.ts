import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { checkManifests } from '../../check';
import { projectRoot } from '../../project';
import { CommandError, EXIT } from '../command-error';
import { readConfiguration } from './configuration';
import { OutputFolder } from './output-folder';
import { programFile } from './program-file';
import { loadTypeScript } from './typescript';
import { Watch } from './watch';

interface Options {
  readonly app?: string;
  readonly output?: string;
  readonly stdout?: boolean;
  readonly typecheck?: boolean;
  readonly watch?: boolean;
  /** Of a process that `--watch` starts before it is needed. */
  readonly onMessage?: boolean;
}

/** `cdk8s-patterns synth`: runs the program of cdk8s.yaml, as `cdk8s synth` does, without checking its types. */
export function synthCommand(): Command {
  return new Command('synth')
    .description('Write the manifests of the app in cdk8s.yaml, without checking types of TypeScript')
    .option('-a, --app <command>', 'command that runs the app (default: "app" of cdk8s.yaml)')
    .option('-o, --output <directory>', 'output directory (default: "output" of cdk8s.yaml, or dist)')
    .option('-p, --stdout', 'write the manifests to standard output instead')
    .option('--typecheck', 'run the compiler of the project first, and stop at its errors')
    .option('--watch', 'write again whenever a file of the project changes')
    .addOption(new Option('--on-message').hideHelp())
    .addHelpText('after', HELP)
    .action((options: Options) => {
      const configuration = readConfiguration();
      const app = options.app ?? configuration.app;
      if (app === undefined) throw new CommandError('no app: name it in cdk8s.yaml, or with --app');
      if (options.stdout && options.output !== undefined) {
        throw new CommandError('--stdout and --output are mutually exclusive');
      }
      if (options.typecheck) typecheck();
      const folder = options.stdout
        ? join(tmpdir(), 'cdk8s-patterns')
        : (options.output ?? configuration.output ?? 'dist');
      if (options.watch) watchProject(app, folder, options);
      else if (options.onMessage) onMessage((report) => synthesize(app, folder, false, report));
      else synthesize(app, folder, options.stdout === true);
    });
}

const HELP = `
An app that is one CommonJS file in TypeScript or JavaScript runs in this process; other commands are run as they are.
Types are checked by your editor and by tsc; --typecheck does it here. Output is replaced when the app has succeeded.

Exit codes: 0 written, 1 the app or the type check failed, 2 wrong usage.`;

/** @param report file in which to name what was loaded. */
function synthesize(app: string, folder: string, toStandardOutput: boolean, report?: string): void {
  const output = new OutputFolder(folder);
  process.env.CDK8S_OUTDIR = output.staged;
  const finish = () => {
    if (!output.isWritten) {
      process.stderr.write('error: the app wrote nothing: it must call synth(), and not set outdir\n');
      process.exitCode = EXIT.findings;
    } else if (toStandardOutput) process.stdout.write(output.text());
    else {
      const manifests = output.manifests();
      output.putInPlace();
      process.stdout.write(manifests.map((file) => `  - ${join(folder, file)}\n`).join(''));
    }
  };
  const file = programFile(app, process.cwd());
  if (file === undefined) {
    const { status } = spawnSync(app, { shell: true, stdio: ['inherit', toStandardOutput ? 2 : 'inherit', 'inherit'] });
    if (status === 0) finish();
    else process.exitCode = EXIT.findings;
    output.remove();
    return;
  }
  // At the very end: an app may go on after its file has been read, or end the process itself.
  process.once('exit', (code) => {
    if (code === 0) finish();
    output.remove();
    if (report !== undefined) writeFileSync(report, JSON.stringify(Object.keys(require.cache)));
  });
  loadTypeScript(projectRoot());
  process.argv.splice(1, process.argv.length, file);
  // Outside of the command, so that an error of the app is printed as Node.js prints it.
  setImmediate(() => require(file));
}

function watchProject(app: string, folder: string, { stdout, typecheck: checksTypes }: Options): void {
  if (stdout || checksTypes) throw new CommandError('--watch does not go with --stdout or --typecheck');
  const temporary = mkdtempSync(join(tmpdir(), 'cdk8s-patterns-watch-'));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  new Watch(projectRoot(), folder, ['synth', '--app', app, '--output', folder], join(temporary, 'loaded.json'));
}

interface Message {
  readonly libraries?: readonly string[];
  readonly report?: string;
}

/**
 * Reads libraries ahead, checks an object so that the rules are there, and waits for its turn. It ends with the process that it was
 * started by, as nothing else keeps it.
 */
function onMessage(start: (report: string) => void): void {
  const listen = ({ libraries, report }: Message) => {
    if (libraries !== undefined && libraries.length > 0) {
      for (const file of libraries) readAhead(file);
      checkManifests([EXAMPLE]);
    }
    if (report === undefined) return;
    // Without a listener the channel does not keep the process.
    process.off('message', listen);
    start(report);
  };
  process.on('message', listen);
}

/** A file that cannot be read alone is read when the app asks for it. */
function readAhead(file: string): void {
  try {
    require(file);
  } catch {}
}

const EXAMPLE = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] } },
  },
};

function typecheck(): void {
  const { status } = spawnSync('npx --no-install tsc --noEmit', {
    cwd: projectRoot(),
    shell: true,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new CommandError('the type check failed, nothing written', EXIT.findings);
}
