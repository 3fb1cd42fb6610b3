import type { Reason } from '../../findings';

/** What is wrong with a value, by the path below the value that was asked about. */
export interface ValueProblem {
  readonly reason: Reason;
  /** Such as `.spec.size` or `[0]`; undefined when the server names no place (it prints `<nil>` or the whole value). */
  readonly path: string | undefined;
  readonly message: string;
}

/** Problems, and how many checks were passed on the way: the server shows the alternative that came closest. */
export class Result {
  public readonly problems: ValueProblem[] = [];
  public passed = 0;

  public add(reason: Reason, path: string | undefined, message: string): this {
    this.problems.push({ reason, path, message });
    return this;
  }

  public merge(other: Result): this {
    this.problems.push(...other.problems);
    this.passed += other.passed;
    return this;
  }

  public get isValid(): boolean {
    return this.problems.length === 0;
  }
}
