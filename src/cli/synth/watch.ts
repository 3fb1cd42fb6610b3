import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { installedLibraries, isLibrary } from './app-modules';
import { FolderWatch } from './folder-watch';
import { OwnOutput } from './own-output';
import type { Message } from './reused-process';

/** Several files that are saved together are one change. In milliseconds. */
const SETTLE = 15;

/**
 * Synthesizes again whenever a file of the project changes. The process that ran the app runs it again when it can: it loads the
 * files of the app again, and has libraries and compiled checks in memory. A new process is ready for all other changes.
 */
export class Watch {
  /** The process that ran the app, when it can run it again. */
  private used: ChildProcess | undefined;
  private spare: ChildProcess;
  private loaded = new Set<string>();
  private libraries: ReadonlyMap<string, number>;
  private readonly changes = new Set<string>();
  private readonly ownOutput = new OwnOutput();
  private isRunning = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly folders: FolderWatch;
  private readonly report: string;
  /** What the app has written, next to the output, so that the next run can move what stays as it is. */
  private readonly staged: string;

  /** @param args arguments of the command that synthesizes once. */
  public constructor(
    root: string,
    output: string,
    private readonly args: readonly string[],
  ) {
    const temporary = mkdtempSync(join(tmpdir(), 'cdk8s-patterns-watch-'));
    this.report = join(temporary, 'loaded.json');
    this.staged = mkdtempSync(join(dirname(resolve(output)), `.${basename(resolve(output))}-`));
    // It is there for as long as the command runs, in which files may be committed.
    writeFileSync(join(this.staged, '.gitignore'), '*\n');
    process.once('exit', () => {
      for (const folder of [temporary, this.staged]) remove(folder);
    });
    this.folders = new FolderWatch(root, output, (path) => this.changed(path));
    this.libraries = timesOf(installedLibraries(root));
    this.spare = this.start();
    this.run();
  }

  private changed(path: string): void {
    if (this.ownOutput.has(path)) return;
    if (path === resolve('cdk8s.yaml')) process.stdout.write('cdk8s.yaml changed: start the command again to use it\n');
    this.changes.add(path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), SETTLE);
  }

  private start(): ChildProcess {
    const child = fork(process.argv[1]!, [...this.args, '--on-message'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.send(child, { libraries: [...this.libraries.keys()] });
    return child;
  }

  private send(child: ChildProcess, message: Message): void {
    child.send(message);
  }

  private run(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    const started = Date.now();
    const child = this.processForChanges();
    for (const path of this.ownOutput.in([...this.changes].filter((changed) => !this.loaded.has(changed)))) {
      process.stdout.write(`${relative('', path)} is written by every run: it is not watched any longer\n`);
    }
    this.changes.clear();
    const end = (isWritten: boolean) => {
      child.removeAllListeners();
      this.used = child.connected && isWritten ? child : undefined;
      process.stdout.write(`${isWritten ? 'written' : 'failed'} in ${Date.now() - started} ms, waiting for changes\n`);
      this.readReport();
      this.ownOutput.ended();
      if (child === this.spare) this.spare = this.start();
      this.isRunning = false;
      if (this.changes.size > 0) this.timer = setTimeout(() => this.run(), SETTLE);
    };
    child.once('exit', (code) => end(code === 0));
    child.once('message', () => end(true));
    this.send(child, { report: this.report, staged: this.staged });
  }

  private processForChanges(): ChildProcess {
    const { used } = this;
    if (used?.connected && [...this.changes].every((path) => this.isOfApp(path)) && this.hasSameLibraries())
      return used;
    used?.kill();
    return this.spare;
  }

  /**
   * Whether a path is a file of the app that will be loaded again, or data that modules are not found by. What Node.js keeps is where
   * modules are, and what package.json says of them.
   */
  private isOfApp(path: string): boolean {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (this.loaded.has(path)) return found?.isFile() === true;
    return found === undefined || (found.isFile() && !/\.(?:[cm]?[jt]sx?|json|node)$/.test(path));
  }

  private hasSameLibraries(): boolean {
    return [...this.libraries].every(([file, time]) => modifiedAt(file) === time);
  }

  /** Libraries are what the next process loads ahead; all other files are watched, wherever they are. */
  private readReport(): void {
    if (!existsSync(this.report)) return;
    const loaded: string[] = JSON.parse(readFileSync(this.report, 'utf8'));
    this.loaded = new Set(loaded);
    this.libraries = timesOf(loaded.filter(isLibrary));
    for (const file of loaded) if (!/[\\/]node_modules[\\/]/.test(file)) this.folders.add(dirname(file));
  }
}

/** Processes that end with this one may still write there. */
function remove(folder: string): void {
  for (let attempt = 0; existsSync(folder) && attempt < 10; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 2, retryDelay: 10 });
    } catch {}
  }
}

function timesOf(files: readonly string[]): ReadonlyMap<string, number> {
  return new Map(files.map((file) => [file, modifiedAt(file)]));
}

function modifiedAt(file: string): number {
  return lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
