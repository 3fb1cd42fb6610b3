import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { formatPath, type Origin, originOf } from '../origin';
import { checkArguments, type ShapeCheck, type ShapeIssue, UNKNOWN } from './check-shape';
import { attempt, collects, constructOf, report } from './collection';
import { isPlaceholder, placeholderConstruct, placeholderValue } from './placeholder';
import { PropsError, type PropsIssue } from './props-error';
import { callShape, hasCallShape } from './shapes';

type Class = abstract new (...args: any[]) => object;
/** Also a class whose constructor is not public. */
type AnyClass = { readonly prototype: object };
type Call = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Class decorator: checks what programs pass to the constructor and the methods, by the shapes that are generated from
 * their types, so that a program without type checks gets the errors that a compiler would report.
 *
 * In an app that collects errors (`CheckedApp`, `addChecks`) an invalid construct or value becomes a placeholder and the
 * program goes on; what depends on it becomes one too, without another error. Elsewhere PropsError is thrown.
 *
 * @param name of the class, also in a bundle that renames it.
 * @param nodeId id in the tree of a construct that is created with an id. @default that id
 */
export function checked(name: string, nodeId: (id: string) => string = (id) => id) {
  // A second parameter, for tools that compile decorators by the standard.
  return <Type extends AnyClass>(type: Type, _context?: unknown): Type => {
    wrapMethods(type, `${name}.`, (call, method) => checkedFactory(`${name}.${method}`, call));
    wrapMethods(type.prototype, `${name}#`, (call, method) => checkedMethod(`${name}#${method}`, method, call));
    if (!hasCallShape(name)) return type;
    const proxy = new Proxy(type, {
      construct: (target, args, newTarget) =>
        construct(name, nodeId, target as unknown as Class, args, newTarget as unknown as Class),
    });
    Object.defineProperty(type.prototype, 'constructor', { value: proxy, writable: true, configurable: true });
    return proxy;
  };
}

/** The same for an object with factories, such as `Volumes`. */
export function checkedFactories<Factories extends object>(name: string, factories: Factories): Factories {
  wrapMethods(factories, `${name}.`, (call, method) => checkedFactory(`${name}.${method}`, call));
  return factories;
}

function wrapMethods(owner: object, prefix: string, wrap: (call: Call, method: string) => Call): void {
  for (const method of Object.getOwnPropertyNames(owner)) {
    const { value, writable } = Object.getOwnPropertyDescriptor(owner, method)!;
    if (typeof value !== 'function' || writable !== true || !hasCallShape(prefix + method)) continue;
    Object.defineProperty(owner, method, { value: wrap(value, method), writable, configurable: true });
  }
}

/** Classes under construction: `super()` calls of subclasses are not checked again. */
const underConstruction: { readonly target: Class; readonly newTarget: unknown }[] = [];

function construct(
  name: string,
  nodeId: (id: string) => string,
  target: Class,
  args: unknown[],
  newTarget: Class,
): object {
  const create = (values: readonly unknown[]): object =>
    Reflect.construct(target as new () => object, values as unknown[], newTarget as new () => object);
  const outer = underConstruction.at(-1);
  if (outer?.newTarget === newTarget && outer.target !== target && outer.target.prototype instanceof target) {
    return create(args);
  }
  underConstruction.push({ target, newTarget });
  try {
    const isConstruct = target.prototype instanceof Construct && Construct.isConstruct(args[0]);
    if (!isConstruct) return createValue(name, args, create);
    return createConstruct(name, nodeId(idOf(args[1], name)), target, args, newTarget, create);
  } finally {
    underConstruction.pop();
  }
}

/** Id of the place that an invalid construct keeps: the name of its class, when the id is invalid too. */
function idOf(id: unknown, name: string): string {
  if (typeof id === 'string' && id !== '') return id;
  return typeof id === 'number' ? String(id) : name;
}

type Create = (args: readonly unknown[]) => object;

function createConstruct(
  name: string,
  nodeId: string,
  target: Class,
  args: unknown[],
  newTarget: Class,
  create: Create,
): object {
  const [scope, id] = args as [Construct, string];
  const shape = checkArguments(callShape(name)!, args);
  if (id === '') {
    return invalidConstruct(
      new PropsError(scope.node.path, [{ prop: 'id', message: `of a ${name} must not be empty` }]),
    );
  }
  if (!scope.node.scopes.some((one) => Chart.isChart(one)) && !(target.prototype instanceof Chart)) {
    return invalidConstruct(new PropsError(`${name} ${JSON.stringify(id)}`, [OUTSIDE_CHART, ...shape.issues]));
  }
  // A placeholder is a scope like any other.
  const dependencies = shape.dependencies.filter((path) => path !== 'scope');
  const taken = scope.node.tryFindChild(nodeId);
  if (taken !== undefined) return secondConstruct(taken);
  if (shape.issues.length === 0 && dependencies.length === 0) {
    try {
      return create(args);
    } catch (error) {
      if (!(error instanceof PropsError)) throw error;
      return invalidConstruct(error);
    }
  }
  const issues = allIssues(shape, dependencies, create);
  const where = `${scope.node.path}/${typeof id === 'string' ? id : name}`;
  return invalidConstruct(issues.length === 0 ? undefined : new PropsError(where, issues));

  /** A construct whose id another one has keeps a place beside it. */
  function secondConstruct(first: IConstruct): object {
    let freeId = nodeId;
    for (let count = 2; scope.node.tryFindChild(freeId) !== undefined; count++) freeId = `${nodeId}-${count}`;
    const siblings = new Set(scope.node.children);
    const issues = allIssues(shape, dependencies, ([, , ...others]) => create([scope, freeId, ...others]));
    for (const { node } of scope.node.children.filter((child) => !siblings.has(child))) {
      scope.node.tryRemoveChild(node.id);
    }
    return placeholderFor(new PropsError(`${scope.node.path}/${nodeId}`, [idTaken(first, nodeId), ...issues]), freeId);
  }

  function invalidConstruct(error: PropsError | undefined): object {
    const partial = scope.node.tryFindChild(nodeId);
    scope.node.tryRemoveChild(nodeId);
    return placeholderFor(error, nodeId, partial && originOf(partial));
  }

  function placeholderFor(error: PropsError | undefined, freeId: string, origin?: Origin): object {
    if (error !== undefined && !collects(scope)) throw error;
    const { name } = Object(args[2]) as { name?: unknown };
    const shown = typeof name === 'string' ? name : nodeId;
    const placeholder = placeholderConstruct(scope, freeId, newTarget, target.prototype, shown);
    if (error !== undefined) report(placeholder, error, origin);
    return placeholder;
  }
}

const OUTSIDE_CHART: PropsIssue = {
  prop: 'scope',
  message: 'must be a Chart, or a construct in a Chart',
  hint: "create one with new Chart(app, 'shop')",
};

function idTaken(first: IConstruct, id: string): PropsIssue {
  const origin = originOf(first);
  const where = origin === undefined ? '' : `, created at ${formatPath(origin.file)}:${origin.line}`;
  return {
    prop: 'id',
    message: `${JSON.stringify(id)} is the id of another construct in the same scope${where}`,
    hint: 'use an id that is unique in the scope',
  };
}

/** All issues: those of the shape, and what else is wrong when invalid values are replaced by plausible ones. */
function allIssues(shape: ShapeCheck, dependencies: readonly string[], create: Create): readonly PropsIssue[] {
  const further = issuesOf(() => create(shape.repaired)).filter(({ message }) => message !== UNKNOWN);
  const better = (issue: ShapeIssue) =>
    issue.isVague === true &&
    further.some(({ prop, message }) => {
      if (issue.isMissing === true) return prop === issue.prop && message.includes('required');
      // An object around an unknown prop lacks what the prop was meant to be, unless the object knows the prop.
      const name = issue.prop.slice(issue.prop.lastIndexOf('.') + 1);
      const isConsequence =
        issue.message === UNKNOWN && (/ got (none|neither)$/.test(message) || !message.includes(name));
      return isWithin(prop, issue.prop) || (!isConsequence && isWithin(issue.prop, prop));
    });
  const certain = shape.issues.filter((issue) => !better(issue));
  // What is wrong with another key of a map does not follow from a value in it.
  const isAround = (prop: string, path: string) => isWithin(path, prop) && !shape.maps.includes(prop);
  const known = [...certain.map(({ prop }) => prop), ...dependencies];
  return [
    ...certain,
    ...further.filter(({ prop }) => !known.some((path) => isWithin(prop, path) || isAround(prop, path))),
  ];
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

function isWithin(path: string, other: string): boolean {
  return path === other || (path.startsWith(other) && /^[.[]/.test(path.slice(other.length)));
}

function createValue(name: string, args: unknown[], create: Create): object {
  const [label] = args;
  return checkedValue(
    name,
    typeof label === 'string' ? `${name} ${JSON.stringify(label)}` : name,
    args,
    create,
  ) as object;
}

function checkedFactory(name: string, call: Call): Call {
  return function (this: unknown, ...args) {
    const [label] = args;
    const where = typeof label === 'string' ? `${name}(${JSON.stringify(label)})` : name;
    return checkedValue(name, where, args, (values) => call.apply(this, values as unknown[]));
  };
}

/** A value, or a placeholder for an invalid one. */
function checkedValue(
  name: string,
  where: string,
  args: unknown[],
  create: (args: readonly unknown[]) => unknown,
): unknown {
  const shape = checkArguments(callShape(name)!, args);
  const { issues, dependencies } = shape;
  try {
    if (issues.length === 0 && dependencies.length === 0) return create(args);
    const all = allIssues(shape, dependencies, create as Create);
    if (all.length > 0) throw new PropsError(where, all);
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    report(constructOf(args), error);
  }
  return placeholderValue(where);
}

function checkedMethod(name: string, method: string, call: Call): Call {
  return function (this: unknown, ...args) {
    const { issues, dependencies } = checkArguments(callShape(name)!, args);
    const subject = constructOf([this, ...args]);
    try {
      if (issues.length === 0 && dependencies.length === 0) return call.apply(this, args);
      if (issues.length > 0) throw new PropsError(subject?.node.path ?? method, issues.map(underMethod(method)));
    } catch (error) {
      if (!(error instanceof PropsError)) throw error;
      report(subject, error);
    }
    return Construct.isConstruct(this) ? this : placeholderValue(method);
  };
}

function underMethod(method: string) {
  return ({ prop, message, hint }: PropsIssue): PropsIssue => ({
    prop: prop === '' ? method : `${method}.${prop}`,
    message,
    hint,
  });
}

/**
 * Runs what may throw PropsError about a construct; in an app that collects errors, it is collected.
 *
 * @param construct a value that is none is reported by the newest app that collects errors.
 */
export function reporting(construct: unknown, run: () => void): void {
  if (isPlaceholder(construct)) return;
  try {
    run();
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    report(constructOf([construct]), error);
  }
}
