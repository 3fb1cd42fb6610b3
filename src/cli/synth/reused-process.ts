import { writeFileSync } from 'node:fs';
import { rememberUnchanged } from '../../check';
import { AppModules } from './app-modules';
import { IdleWork } from './idle-work';
import { ProcessState } from './process-state';
import { warmUp } from './warm-up';

/** To a process: what to load ahead, then, for every run, the file in which to name what was loaded, and where to stage the output. */
export type Message = { readonly libraries: readonly string[] } | Run;

interface Run {
  readonly report: string;
  readonly staged: string;
}

/**
 * Finishes a run with the exit code of the app.
 *
 * @returns small steps that make the next run faster.
 */
export type End = (code: number) => Iterator<unknown>;

/**
 * A process of `--watch`. It loads libraries ahead and waits for its turn. When the app has nothing left to do and has left nothing
 * behind that its next run would meet, the process says so and waits again; otherwise it ends as every process does. It ends with the
 * process that it was started by, as nothing else keeps it.
 */
export class ReusedProcess {
  private readonly modules = new AppModules();
  private state: ProcessState | undefined;
  /** Directories of packages that were loaded before the app was: only of these it is known what their classes were. */
  private packages: ReadonlySet<string> = new Set();
  private readonly idleWork = new IdleWork();
  private warmUp: Iterator<void> = [].values();
  private running: { readonly end: End; readonly report: string } | undefined;

  /** @param start starts the app, whose output is staged in a directory; undefined when it has run as a process of its own. */
  public constructor(private readonly start: (staged: string) => End | undefined) {
    process.on('exit', (code) => this.finish(code));
    process.on('beforeExit', () => this.waitAgain());
    process.on('message', (message: Message) => {
      if ('libraries' in message) {
        this.warmUp = warmUp(message.libraries);
        this.warmUp.next();
      } else this.run(message);
    });
  }

  private run({ report, staged }: Run): void {
    this.idleWork.stop();
    rememberUnchanged();
    const end = this.start(staged);
    // The app itself is loaded after this.
    if (this.state === undefined) {
      const libraries = this.modules.libraries();
      this.packages = new Set(libraries.keys());
      this.state = new ProcessState([...libraries.values()].flat());
    }
    if (end !== undefined) this.running = { end, report };
    // Without it nothing keeps the process when the app has ended.
    process.channel?.unref();
  }

  private waitAgain(): void {
    if (this.running === undefined || (process.exitCode ?? 0) !== 0 || !this.state!.hasSameSurroundings()) return;
    const steps = this.finish(0);
    const isSame = [...this.modules.libraries().keys()].every((directory) => this.packages.has(directory));
    if ((process.exitCode ?? 0) !== 0 || !isSame || !this.modules.forget() || !this.state!.isUnchanged()) return;
    process.channel?.ref();
    process.send!('waiting');
    this.idleWork.start(chain(steps, this.warmUp));
  }

  private finish(code: number): Iterator<unknown> {
    if (this.running === undefined) return [].values();
    const { end, report } = this.running;
    this.running = undefined;
    const steps = end(code);
    writeFileSync(report, JSON.stringify(Object.keys(require.cache)));
    return steps;
  }
}

function* chain(...all: readonly Iterator<unknown>[]): Generator<void> {
  for (const steps of all) while (steps.next().done !== true) yield;
}
