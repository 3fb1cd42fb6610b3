import { Undecidable } from './types';

/** A function that Kubernetes adds to CEL. */
export interface LibraryFunction {
  /** As `string.find(string): string`. */
  readonly signature: string;
  /** Answers as the server does; absent when nobody but a running server can. */
  readonly handler?: (...args: any[]) => unknown;
}

/** Functions and types that belong together, and the first minor version whose new expressions can use them. */
export interface Library {
  readonly since: number;
  readonly until?: number;
  readonly types?: Readonly<Record<string, unknown>>;
  /** Names with a dot after them, such as `sets`, and the type that stands for them. */
  readonly namespaces?: Readonly<Record<string, unknown>>;
  readonly functions: readonly LibraryFunction[];
}

/** A function that is known by its types alone. */
export function typed(...signatures: readonly string[]): LibraryFunction[] {
  return signatures.map((signature) => ({ signature }));
}

/** The handler to register: one that gives up when there is none. */
export function handlerOf({ signature, handler }: LibraryFunction): (...args: any[]) => unknown {
  return (
    handler ??
    (() => {
      throw new Undecidable(signature.slice(0, signature.indexOf('(')));
    })
  );
}
