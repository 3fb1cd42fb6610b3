import type { Reason } from '../../findings';

/** What is wrong with a value, by the path below the value that was asked about. */
export interface ValueProblem {
  readonly reason: Reason;
  /** Such as `.spec.size` or `[0]`; undefined when the server names no place (it prints `<nil>` or the whole value). */
  readonly path: string | undefined;
  /** The server's words for it, which begin with the path: `spec.size in body should be less than or equal to 9`. */
  readonly message: string;
  /** What the server shows as the refused value: the value itself, its type or its size. */
  readonly value: unknown;
}

/** Problems, and how many checks were passed on the way: the server shows the alternative that came closest. */
export class Result {
  public readonly problems: ValueProblem[] = [];
  public passed = 0;

  /** Adds a problem of a field. */
  public add(reason: Reason, path: string, message: string, value?: unknown): this {
    this.problems.push({ reason, path, message, value });
    return this;
  }

  /** Adds a problem of a field in the words of kube-openapi, `spec.size in body …`. */
  public addInBody(reason: Reason, path: string, detail: string, value: unknown): this {
    return this.add(reason, path, `${path.replace(/^\./, '')} in body ${detail}`, value);
  }

  /** Adds a problem that the server does not attribute to a field; it shows an empty string as the value. */
  public addWithoutField(message: string): this {
    this.problems.push({ reason: 'FieldValueInvalid', path: undefined, message, value: '' });
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
