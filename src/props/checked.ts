import { Construct, type IConstruct } from 'constructs';
import { formatPath, type Origin, originOf } from '../origin';
import { allIssues, type Create } from './all-issues';
import { checkArguments } from './check-shape';
import { attempt, collects, constructOf, report } from './collection';
import { isPlaceholder, placeholderValue } from './placeholder';
import { placeholderConstruct } from './placeholder-construct';
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

function createConstruct(
  name: string,
  nodeId: string,
  target: Class,
  args: unknown[],
  newTarget: Class,
  create: Create,
): object {
  const [scope, id] = args as [Construct, string];
  const parameters = callShape(name)!;
  const shape = checkArguments(parameters, args);
  if (id === '') {
    return invalidConstruct(
      new PropsError(scope.node.path, [{ prop: 'id', message: `of a ${name} must not be empty` }]),
    );
  }
  // Loaded by every program with constructs already, and not needed by commands that only read files.
  const { Chart } = require('cdk8s') as typeof import('cdk8s');
  if (!scope.node.scopes.some((one) => Chart.isChart(one)) && !(target.prototype instanceof Chart)) {
    return invalidConstruct(new PropsError(`${name} ${JSON.stringify(id)}`, [OUTSIDE_CHART, ...shape.issues]));
  }
  // A placeholder is a scope like any other.
  const dependencies = shape.dependencies.filter((path) => path !== 'scope');
  const taken = scope.node.tryFindChild(nodeId);
  if (taken !== undefined) return secondConstruct(taken);
  if (shape.issues.length === 0 && dependencies.length === 0) {
    try {
      // What is wrong with constructs in it is wrong with its props.
      return attempt(() => create(args)) as object;
    } catch (error) {
      if (!(error instanceof PropsError)) throw error;
    }
  }
  const partial = scope.node.tryFindChild(nodeId);
  const origin = partial && originOf(partial);
  const issues = allIssues(parameters, args, shape, dependencies, afresh);
  scope.node.tryRemoveChild(nodeId);
  const where = `${scope.node.path}/${typeof id === 'string' ? nodeId : name}`;
  return placeholderFor(issues.length === 0 ? undefined : new PropsError(where, issues), nodeId, origin);

  function afresh(values: readonly unknown[]): unknown {
    scope.node.tryRemoveChild(nodeId);
    return create(values);
  }

  /** A construct whose id another one has keeps a place beside it. */
  function secondConstruct(first: IConstruct): object {
    let freeId = nodeId;
    for (let count = 2; scope.node.tryFindChild(freeId) !== undefined; count++) freeId = `${nodeId}-${count}`;
    const siblings = new Set(scope.node.children);
    const issues = allIssues(parameters, args, shape, dependencies, ([, , ...others]) => {
      removeNew();
      return create([scope, freeId, ...others]);
    });
    removeNew();
    return placeholderFor(new PropsError(`${scope.node.path}/${nodeId}`, [idTaken(first, nodeId), ...issues]), freeId);

    function removeNew(): void {
      for (const { node } of scope.node.children.filter((child) => !siblings.has(child))) {
        scope.node.tryRemoveChild(node.id);
      }
    }
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
  const parameters = callShape(name)!;
  const shape = checkArguments(parameters, args);
  if (shape.issues.length === 0 && shape.dependencies.length === 0) {
    try {
      return create(args);
    } catch (error) {
      if (!(error instanceof PropsError)) throw error;
      report(constructOf(args), withAll(error));
      return placeholderValue(where);
    }
  }
  const all = allIssues(parameters, args, shape, shape.dependencies, create);
  if (all.length > 0) report(constructOf(args), new PropsError(where, all));
  return placeholderValue(where);

  /** What a value reports when it is created is about what it was created from, which may be a construct. */
  function withAll(error: PropsError): PropsError {
    const all = allIssues(parameters, args, shape, [], create);
    return all.length > error.issues.length ? new PropsError(error.where, all) : error;
  }
}

function checkedMethod(name: string, method: string, call: Call): Call {
  return function (this: unknown, ...args) {
    const { issues, dependencies } = checkArguments(callShape(name)!, args);
    const isConstruct = Construct.isConstruct(this);
    // A value that belongs to a construct, such as a Platform, is about that one, and its own methods are what the program calls.
    const subject = constructOf([this, ...args, Object(this).scope]);
    const where = subject?.node.path ?? name.replace('#', '.');
    const inMethod = isConstruct ? underMethod(method) : (issue: PropsIssue) => issue;
    try {
      if (issues.length === 0 && dependencies.length === 0) return call.apply(this, args);
      if (issues.length > 0) throw new PropsError(where, issues.map(inMethod));
    } catch (error) {
      if (!(error instanceof PropsError)) throw error;
      report(subject, error);
    }
    return isConstruct ? this : placeholderValue(method);
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
