/** Work that a change of a file may have to wait for, at most. In milliseconds. */
const SLICE = 5;
/** Between two slices, for what else the processor has to do. */
const PAUSE = 5;

/** Does what makes the next run faster while a process waits for it, in small steps, until it is stopped. */
export class IdleWork {
  private timer: NodeJS.Timeout | undefined;

  public start(steps: Iterator<unknown>): void {
    // Nothing waits for it: a process that is done with all else ends.
    this.timer = setTimeout(() => {
      const started = performance.now();
      while (performance.now() - started < SLICE) if (steps.next().done === true) return;
      this.start(steps);
    }, PAUSE).unref();
  }

  public stop(): void {
    clearTimeout(this.timer);
  }
}
