import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FolderWatch } from './folder-watch';

/** Several files that are saved together are one change. In milliseconds. */
const SETTLE = 15;

/**
 * Synthesizes again whenever a file of the project changes. Every synthesis is a process of its own, so that nothing of the one before
 * can be in it; the process is started before it is needed and has read the libraries by then.
 *
 * @param args arguments of the command that synthesizes once.
 * @param report path of a file in which a process names the files that it has loaded.
 */
export class Watch {
  private spare: ChildProcess;
  private libraries: readonly string[] = [];
  private isRunning = false;
  private isChanged = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly folders: FolderWatch;

  public constructor(
    root: string,
    output: string,
    private readonly args: readonly string[],
    private readonly report: string,
  ) {
    this.folders = new FolderWatch(root, output, () => this.changed());
    this.spare = this.start();
    this.run();
  }

  private changed(): void {
    this.isChanged = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), SETTLE);
  }

  private start(): ChildProcess {
    const child = fork(process.argv[1]!, [...this.args, '--on-message'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.send({ libraries: this.libraries });
    return child;
  }

  private run(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.isChanged = false;
    const started = Date.now();
    const child = this.spare;
    child.once('exit', (code) => {
      const outcome = code === 0 ? 'written' : 'failed';
      process.stdout.write(`${outcome} in ${Date.now() - started} ms, waiting for changes\n`);
      this.readReport();
      this.spare = this.start();
      this.isRunning = false;
      if (this.isChanged) this.changed();
    });
    child.send({ report: this.report });
  }

  /** Libraries are what the next process reads ahead; all other files are watched, wherever they are. */
  private readReport(): void {
    if (!existsSync(this.report)) return;
    const loaded: string[] = JSON.parse(readFileSync(this.report, 'utf8'));
    this.libraries = loaded.filter((file) => LIBRARIES.test(file));
    for (const file of loaded) if (!/[\\/]node_modules[\\/]/.test(file)) this.folders.add(dirname(file));
  }
}

/** What can be loaded before the app is: packages that do nothing when they are loaded. */
const LIBRARIES = /[\\/]node_modules[\\/](?:cdk8s|cdk8s-plus-\d+|cdk8s-patterns|constructs)[\\/]/;
