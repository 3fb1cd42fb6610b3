import { callSite, type RawPosition } from './call-site';
import { forgetSourceMaps, originalPosition } from './source-map';

/** A line of the user's program. */
export interface Origin {
  /** Absolute path of the source file, after source maps. Reporters print it relative to the working directory. */
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** One-based. */
  readonly column: number;
}

const known = new Map<string, Origin>();

/**
 * The line of the user's program that is being executed: the nearest caller outside Node.js, node_modules and
 * this package. Cheap: source maps are read lazily, and the same line gives the same object.
 *
 * @param made an object under construction, to get the line of `new` and not of a `super()` call
 */
export function captureOrigin(made?: object): Origin | undefined {
  const position = callSite(made);
  if (position === undefined) {
    return undefined;
  }
  const key = `${position.line}:${position.column}:${position.file}`;
  let origin = known.get(key);
  if (origin === undefined) {
    origin = lazily(position);
    known.set(key, origin);
  }
  return origin;
}

/** A process may run a program again after its files have changed. */
export function forgetPositions(): void {
  known.clear();
  forgetSourceMaps();
}

function lazily(position: RawPosition): Origin {
  let resolved: Origin | undefined;
  const resolve = () => {
    resolved ??= originalPosition(position);
    return resolved;
  };
  // Own, enumerable getters: a copy or a comparison sees plain values.
  return {
    get file() {
      return resolve().file;
    },
    get line() {
      return resolve().line;
    },
    get column() {
      return resolve().column;
    },
  };
}
