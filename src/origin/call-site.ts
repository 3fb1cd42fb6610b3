import { basename, dirname, sep } from 'node:path';

/** Position in the file that Node.js runs, before source maps. */
export interface RawPosition {
  /** Path or file URL, as V8 reports it. */
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** One-based. */
  readonly column: number;
}

/** Deep enough for patterns that consist of patterns; a construct created deeper gets the origin of its parent. */
const FRAMES = 32;

/**
 * The nearest line of user code in the stack: the first frame outside Node.js, node_modules and
 * this package.
 *
 * @param made an object under construction: frames of its classes, from `super()` calls, are skipped
 */
export function callSite(made?: object): RawPosition | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  classes = made === undefined ? NO_CLASSES : classNames(Object.getPrototypeOf(made));
  try {
    Error.stackTraceLimit = FRAMES;
    Error.prepareStackTrace = firstUserFrame;
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, callSite);
    return holder.stack as RawPosition | undefined;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Of the object under construction. Outside the function below, so that no closure is created for each construct. */
let classes: readonly string[] = [];

function firstUserFrame(_error: unknown, frames: readonly NodeJS.CallSite[]): RawPosition | undefined {
  let constructed = 0;
  for (const frame of frames) {
    const file = frame.getFileName();
    if (typeof file !== 'string' || !isUserFile(file)) {
      continue;
    }
    const own = frame.isConstructor() ? classes.indexOf(frame.getFunctionName() ?? '', constructed) : -1;
    if (own < 0) {
      return { file, line: frame.getLineNumber() ?? 1, column: frame.getColumnNumber() ?? 1 };
    }
    constructed = own + 1;
  }
  return undefined;
}

const NO_CLASSES: readonly string[] = [];
const namesByPrototype = new WeakMap<object, readonly string[]>();

/** Names of the classes of an object, base first, as their constructors appear in a stack trace. */
function classNames(prototype: object): readonly string[] {
  let names = namesByPrototype.get(prototype);
  if (names === undefined) {
    const parent: object | null = Object.getPrototypeOf(prototype);
    names = parent === null ? [] : [...classNames(parent), prototype.constructor.name];
    namesByPrototype.set(prototype, names);
  }
  return names;
}

const userFiles = new Map<string, boolean>();

/** Whether a file is user code: not Node.js, not in node_modules, not in this package. */
export function isUserFile(file: string): boolean {
  let known = userFiles.get(file);
  if (known === undefined) {
    known = isUsersOwn(file);
    userFiles.set(file, known);
  }
  return known;
}

/** Directory of this package's code: src/ in the checkout; in the published package the one that the bundles are in. */
const OWN_CODE = `${(basename(__dirname) === 'origin' ? dirname(__dirname) : __dirname).split(sep).join('/')}/`;

function isUsersOwn(file: string): boolean {
  const path = file.replace(/^file:\/\//, '').replaceAll('\\', '/');
  return /^(?:\/|[A-Za-z]:)/.test(path) && !path.includes('/node_modules/') && !path.includes(OWN_CODE);
}
