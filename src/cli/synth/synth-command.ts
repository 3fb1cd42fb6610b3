import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { projectRoot } from '../../project';
import { CommandError, EXIT, printed } from '../command-error';
import { readConfiguration } from './configuration';
import { OutputFolder } from './output-folder';
import { programFile } from './program-file';
import { type End, ReusedProcess } from './reused-process';
import { loadTypeScript } from './typescript';
import { Watch } from './watch';

interface Options {
  readonly app?: string;
  readonly output?: string;
  readonly stdout?: boolean;
  readonly typecheck?: boolean;
  readonly watch?: boolean;
  /** Of the process in which `--watch` runs the app. */
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
        ? join(tmpdir(), 'cdk8s-patterns-stdout')
        : (options.output ?? configuration.output ?? 'dist');
      if (options.watch) watchProject(app, folder, options);
      else if (options.onMessage)
        new ReusedProcess((staged) => start(app, new OutputFolder(folder, staged), writeChanged));
      else {
        const end = start(app, new OutputFolder(folder), options.stdout ? writeToStandardOutput : writeAll);
        // At the very end: an app may go on after its file has been read, or end the process itself.
        if (end !== undefined) process.once('exit', (code) => void end(code));
      }
    });
}

const HELP = `
An app that is one CommonJS file in TypeScript or JavaScript runs in this process; other commands are run as they are.
Types are checked by your editor and by tsc; --typecheck does it here. Output is replaced when the app has succeeded.

Exit codes: 0 written, 1 the app or the type check failed, 2 wrong usage.`;

type Write = (output: OutputFolder) => void;

const writeToStandardOutput: Write = (output) => process.stdout.write(output.text());

const writeAll: Write = (output) => {
  const manifests = output.manifests();
  output.putInPlace();
  list(output, manifests);
};

const writeChanged: Write = (output) => list(output, output.putInPlace());

function list({ folder }: OutputFolder, files: readonly string[]): void {
  process.stdout.write(files.map((file) => `  - ${join(folder, file)}\n`).join(''));
}

/**
 * Starts the app of a file in this process, and any other to its end.
 *
 * @returns what is to be called when the app of a file has ended.
 */
function start(app: string, output: OutputFolder, write: Write): End | undefined {
  process.env.CDK8S_OUTDIR = output.staged;
  const end: End = (code) => {
    if (code === 0 && output.isWritten) report(() => write(output));
    else if (code === 0) {
      process.stderr.write('error: the app wrote nothing: it must call synth(), and not set outdir\n');
      process.exitCode = EXIT.findings;
    }
    output.remove();
    return output.copies();
  };
  const file = programFile(app, process.cwd());
  if (file === undefined) {
    const standardOutput = write === writeToStandardOutput ? 2 : 'inherit';
    const { status } = spawnSync(app, { shell: true, stdio: ['inherit', standardOutput, 'inherit'] });
    if (status !== 0) process.exitCode = EXIT.findings;
    end(status ?? EXIT.findings);
    return undefined;
  }
  loadTypeScript(projectRoot());
  process.argv.splice(1, process.argv.length, file);
  // Outside of the command, so that an error of the app is printed as Node.js prints it. No module of the command loads it: a watching
  // process forgets it.
  setImmediate(() => createRequire(file)(file));
  return end;
}

/** An error while the process ends would be printed with its stack, and would not change the exit code. */
function report(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.exitCode = printed(error);
  }
}

function watchProject(app: string, folder: string, { stdout, typecheck: checksTypes }: Options): void {
  if (stdout || checksTypes) throw new CommandError('--watch does not go with --stdout or --typecheck');
  // What cannot be written now cannot be later.
  new OutputFolder(folder).remove();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  new Watch(projectRoot(), folder, ['synth', '--app', app, '--output', folder]);
}

function typecheck(): void {
  // Without one the compiler prints its help.
  if (!existsSync(join(projectRoot(), 'tsconfig.json'))) {
    throw new CommandError(`--typecheck needs a tsconfig.json in ${projectRoot()}`);
  }
  const { status } = spawnSync('npx --no-install tsc --noEmit', {
    cwd: projectRoot(),
    shell: true,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new CommandError('the type check failed, nothing written', EXIT.findings);
}
