import { propsOf } from './alternatives';
import { type ShapeCheck, type ShapeIssue, UNKNOWN } from './check-shape';
import { attempt } from './collection';
import { byPosition, isWithin, parameterOf, topOf, valueAt } from './prop-path';
import { PropsError, type PropsIssue } from './props-error';
import type { ParameterShape } from './shape';
import { withoutInvalid } from './without-invalid';

/** Creates with other arguments what a program creates. */
export type Create = (args: readonly unknown[]) => unknown;

/** How often what is invalid is replaced to find out what else is: checks follow each other, and constructs contain others. */
const ROUNDS = 8;

/**
 * All issues of a call: those of the shape, what else is wrong when invalid values are replaced by plausible ones, and what is wrong
 * beside those. A check that is made only after another one passes reports its issues together with it.
 *
 * @param dependencies paths of values that stand in for something invalid.
 */
export function allIssues(
  parameters: readonly ParameterShape[],
  given: readonly unknown[],
  shape: ShapeCheck,
  dependencies: readonly string[],
  create: Create,
): readonly PropsIssue[] {
  const start = shape.issues.length === 0 && dependencies.length === 0 ? given : shape.repaired;
  const further = issuesOf(() => create(start)).filter(
    ({ prop, message }) => message !== UNKNOWN && (shape.issues.length === 0 || isProp(parameters, given, prop)),
  );
  const better = (issue: ShapeIssue) =>
    issue.isVague === true &&
    further.some(({ prop: named, message }) => {
      const prop = byPosition(parameters, given, named);
      if (issue.isMissing === true) return prop === issue.prop && message.includes('required');
      // An object around an unknown prop lacks what the prop was meant to be, unless the object knows the prop.
      const isConsequence = issue.message === UNKNOWN && !mentions(message, issue.prop);
      return isWithin(prop, issue.prop) || (!isConsequence && isWithin(issue.prop, prop));
    });
  const certain = shape.issues.filter((issue) => !better(issue));
  const reported = [...certain.map(({ prop }) => prop), ...dependencies];
  // What is wrong with another key of a map does not follow from a value in it.
  const isAround = (prop: string, path: string) => isWithin(path, prop) && !shape.maps.includes(prop);
  const isKnown = (prop: string, paths: readonly string[]) => {
    const at = byPosition(parameters, given, prop);
    return paths.some((path) => isWithin(at, path) || isAround(at, path));
  };
  const issues = [...certain, ...further.filter(({ prop }) => !isKnown(prop, reported))];
  const invalid = [...shape.issues.map(({ prop }) => prop), ...further.map(({ prop }) => prop)];
  return [...issues, ...issuesBeside(parameters, given, start, invalid, isKnown, dependencies, create)];
}

/** Whether a message has the name of a prop, as a word of its own. */
function mentions(message: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return message.split(/[^\w$]+/).includes(name);
}

/** Whether the construct has the prop, or the program passes it: what is made of the props has others, such as `from` of a TlsSecret. */
function isProp(parameters: readonly ParameterShape[], given: readonly unknown[], path: string): boolean {
  const parameter = parameters[parameterOf(parameters, path)];
  const top = topOf(path);
  if (parameter === undefined || parameter.name !== '' || top === '') return true;
  return Object.hasOwn(propsOf(parameter.shape), top) || valueAt(parameters, given, top) !== undefined;
}

function issuesBeside(
  parameters: readonly ParameterShape[],
  given: readonly unknown[],
  start: readonly unknown[],
  invalid: readonly string[],
  isKnown: (prop: string, paths: readonly string[]) => boolean,
  dependencies: readonly string[],
  create: Create,
): readonly PropsIssue[] {
  const found: PropsIssue[] = [];
  const known = [...invalid];
  let args = start;
  let next = [...invalid];
  for (let round = 0; round < ROUNDS && next.length > 0; round++) {
    for (const path of next) args = withoutInvalid(parameters, args, path);
    known.push(...next);
    const tried = args;
    const further = issuesOf(() => create(tried));
    const fresh = further.filter(
      ({ prop, message }) =>
        message !== UNKNOWN && isOwn(prop) && !isKnown(prop, known) && !isKnown(prop, dependencies),
    );
    found.push(...fresh);
    // What is reported again was not replaced well enough: the object around it goes.
    next = further.map(({ prop }) => (next.includes(prop) ? around(prop) : prop)).filter((prop) => prop !== '');
  }
  return found;

  /** Not a consequence of what was replaced: the program passes a value, and nothing beside it was taken away. */
  function isOwn(prop: string): boolean {
    if (valueAt(parameters, given, prop) !== undefined) return true;
    const top = topOf(prop);
    return valueAt(parameters, given, top) !== undefined && !known.some((path) => topOf(path) === top);
  }
}

function around(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}

/** The issues that a call reports. Replaced values are not always valid together: other errors tell nothing. */
function issuesOf(run: () => unknown): readonly PropsIssue[] {
  try {
    attempt(run);
    return [];
  } catch (error) {
    return error instanceof PropsError ? error.issues : [];
  }
}
