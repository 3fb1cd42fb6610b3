import { Construct, type IConstruct } from 'constructs';
import type { Origin } from '../origin';
import { originOf } from '../origin';
import type { PropsError } from './props-error';

/** An error of a construct, or of a value that was passed to none yet. */
export interface CollectedError {
  /** The construct, or the app for a value. */
  readonly construct: IConstruct;
  readonly error: PropsError;
  readonly origin: Origin | undefined;
}

/** Errors by the root of a tree of constructs; roots that are not here throw. */
const collections = new WeakMap<IConstruct, CollectedError[]>();
/** Roots that collect and have not been synthesized, the newest last. */
const open: IConstruct[] = [];
/** Repeated runs that look for further issues; their caller reports. */
let attempts = 0;

/**
 * From now on errors of props below this root do not end the program: they are collected until the app is synthesized.
 * Everything that validates the tree, such as `Chart.toJson`, reports them as well.
 */
export function collectPropsErrors(root: IConstruct): void {
  if (collections.has(root)) return;
  const errors: CollectedError[] = [];
  collections.set(root, errors);
  open.push(root);
  root.node.addValidation({ validate: () => errors.map(({ error }) => error.message) });
}

/** The errors below a root, in the order of the program. */
export function collectedErrors(root: IConstruct): readonly CollectedError[] {
  return collections.get(root) ?? [];
}

/**
 * Throws what was collected below a construct, for those who look at its objects before the app is synthesized: a placeholder
 * has none, and would be missing without a word.
 *
 * @throws PropsError for one error, AggregateError for several.
 */
export function throwCollectedErrors(scope: IConstruct): void {
  const { root } = scope.node;
  const errors = collectedErrors(root)
    .filter(({ construct }) => construct === root || construct.node.scopes.includes(scope))
    .map(({ error }) => error);
  const [first] = errors;
  if (first === undefined) return;
  endCollection(root);
  if (errors.length === 1) throw first;
  throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
}

/** Whether errors below a construct are collected, rather than thrown. */
export function collects(construct: IConstruct): boolean {
  return attempts === 0 && collections.has(construct.node.root);
}

/** An app that is synthesized no longer collects errors of values that belong to no construct. */
export function endCollection(root: IConstruct): void {
  const index = open.indexOf(root);
  if (index >= 0) open.splice(index, 1);
}

/**
 * Collects an error if the app of the construct does that.
 *
 * @param construct undefined for values: the newest app is meant.
 * @throws the error in all other apps.
 */
export function report(construct: IConstruct | undefined, error: PropsError, origin?: Origin): void {
  const root = construct?.node.root ?? open.at(-1);
  const errors = root === undefined ? undefined : collections.get(root);
  if (errors === undefined || attempts > 0) throw error;
  const shown = construct === undefined ? error.origin : (origin ?? error.origin ?? originOf(construct));
  if (errors.some((other) => other.error.message === error.message && isSameLine(other.origin, shown))) return;
  printWhenNotSynthesized();
  errors.push({ construct: construct ?? root!, error, origin: shown });
}

function isSameLine(one: Origin | undefined, other: Origin | undefined): boolean {
  return one?.file === other?.file && one?.line === other?.line;
}

let isObserved = false;

/** A program that ends without a synthesis, perhaps because something else failed, reports what it has collected. */
function printWhenNotSynthesized(): void {
  if (isObserved) return;
  isObserved = true;
  process.on('exit', (code) => {
    const missed = open.flatMap(collectedErrors);
    for (const { error } of missed) process.stderr.write(`${error.stack}\n\n`);
    if (missed.length > 0 && code === 0) process.exitCode = 1;
  });
}

/** Runs something that throws whatever it would report. */
export function attempt<Result>(run: () => Result): Result {
  attempts++;
  try {
    return run();
  } finally {
    attempts--;
  }
}

/** The construct that a call is about: the object, or the first argument that is one. */
export function constructOf(candidates: readonly unknown[]): IConstruct | undefined {
  return candidates.find((candidate): candidate is IConstruct => Construct.isConstruct(candidate));
}
