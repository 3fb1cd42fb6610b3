import { copyOfPlain, isSamePlain } from '../values';

/** Number of the run, from the first that remembers. */
let run: number | undefined;

/**
 * From now on what was found about a value is known again until the value changes. A process that runs an app again and again calls
 * this before every run; what the run before did not meet is forgotten.
 */
export function rememberUnchanged(): void {
  run = (run ?? 0) + 1;
}

/** Has something checked that is not of a run: nothing is known of it, and nothing is kept. */
export function forgetting(check: () => void): void {
  const of = run;
  run = undefined;
  try {
    check();
  } finally {
    run = of;
  }
}

/** Whether values of the run before come again. */
export function areUnchangedRemembered(): boolean {
  return run !== undefined;
}

interface Known<Result> {
  /** Of its own: programs may change theirs after it was looked at. */
  readonly value: unknown;
  readonly result: Result;
}

/** What depends on plain values alone, of the run before and of this one. */
export class Unchanged<Result> {
  private run = 0;
  private before = new Map<string, Known<Result>>();
  private now = new Map<string, Known<Result>>();

  /**
   * What was found about that value, or else what is found now.
   *
   * @param key under which one value is kept.
   * @param isKept whether a result may be used again.
   */
  public get(
    key: string,
    value: unknown,
    find: () => Result,
    isKept: (result: Result) => boolean = () => true,
  ): Result {
    if (run === undefined) return find();
    if (run !== this.run) {
      this.before = run === this.run + 1 ? this.now : new Map();
      this.now = new Map();
      this.run = run;
    }
    const known = this.now.get(key) ?? this.before.get(key);
    if (known !== undefined && isSamePlain(known.value, value)) {
      this.now.set(key, known);
      return known.result;
    }
    // Before it is looked at: checks of the program may change it.
    const copy = copyOfPlain(value);
    const result = find();
    if (copy === undefined || !isKept(result)) this.now.delete(key);
    else this.now.set(key, { value: copy.value, result });
    return result;
  }
}
