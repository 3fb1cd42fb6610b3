import type { IConstruct } from 'constructs';
import { captureOrigin, formatPath, type Origin } from '../origin';
import { checked, checkProps, reporting } from '../props';
import { checkPlatform, peersOf } from './check-platform';
import type { IngressDefaults, PlatformProps } from './platform-props';

/** Keys that constructs read when they are created; all others are applied when objects are rendered. */
type EarlyKey = 'ingress' | 'podSecurity';

interface Scope {
  props: PlatformProps;
  /** The line that set each key, and each label or annotation. */
  readonly origins: Map<string, Origin | undefined>;
}

const NONE: PlatformProps = {};
const scopes = new WeakMap<IConstruct, Scope>();
/** Roots whose objects get the defaults. */
const enabled = new WeakSet<IConstruct>();
/** Roots with at least one scope that sets something. */
const used = new WeakSet<IConstruct>();
/** The first construct below a scope that has read a key. */
const readers = new WeakMap<IConstruct, Map<string, string>>();

/** From now on the tree can have defaults: what renders its objects applies them. */
export function enablePlatform(root: IConstruct): void {
  enabled.add(root);
}

/**
 * Defaults of a platform for a scope and everything below it: an app, a chart, or one workload. Inner scopes inherit from outer ones and
 * override them, key by key.
 *
 * They can be set before or after the constructs below are created, except `ingress` and `podSecurity`, which constructs read when they are
 * created. They are applied by `synth` of `CheckedApp` and `addChecks`, and by the testing kit.
 *
 * @example
 * Platform.of(chart).set({ storageClassName: 'fast', priorityClassName: 'business' });
 * Platform.of(shop).set({ registry: false });
 */
@checked('Platform')
export class Platform {
  /** The defaults of a scope. */
  public static of(scope: IConstruct): Platform {
    return new Platform(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /** The defaults that hold in this scope, inherited ones included. */
  public get props(): PlatformProps {
    return platformOf(this.scope);
  }

  /**
   * Sets defaults. What was set here before stays, but a key can be set only once in a scope.
   *
   * @throws PropsError for unknown keys and invalid values, for a key that this scope has already, and for one that a construct has read. Error in
   * a plain cdk8s App, which renders objects without defaults.
   */
  public set(props: PlatformProps): this {
    reporting(this.scope, () => setPlatform(this.scope, props, this.scope.node.path || 'Platform'));
    return this;
  }
}

/** Sets the defaults of a scope. @param prefix of the props in messages. */
export function setPlatform(scope: IConstruct, props: PlatformProps, where: string, prefix = ''): void {
  if (!enabled.has(scope.node.root)) {
    throw new Error(
      `${where}: a plain App renders its objects without platform defaults; use CheckedApp, or addChecks(app) first`,
    );
  }
  checkProps(where, (reportIssue) => {
    const report: typeof reportIssue = (prop, message, hint) =>
      reportIssue([prefix, prop].filter((part) => part !== '').join('.'), message, hint);
    checkPlatform(props, report);
    const own = scopes.get(scope);
    for (const key of keysOf(props)) {
      const [name] = key.split(' ') as [string];
      const origin = own?.origins.get(key);
      if (own?.origins.has(key)) {
        report(
          key.replace(' ', '.'),
          `is already set for this scope${origin === undefined ? '' : ` at ${textOf(origin)}`}`,
        );
      }
      const reader = readers.get(scope)?.get(name);
      if (reader !== undefined) {
        report(name, `${reader} was created without it`, 'set it before the constructs that use it are created');
      }
    }
  });
  const scoped: Scope = scopes.get(scope) ?? { props: NONE, origins: new Map() };
  const origin = captureOrigin();
  for (const key of keysOf(props)) scoped.origins.set(key, origin);
  scoped.props = merged(scoped.props, props);
  scopes.set(scope, scoped);
  used.add(scope.node.root);
}

/** The defaults that hold for a construct. */
export function platformOf(construct: IConstruct): PlatformProps {
  if (!used.has(construct.node.root)) return NONE;
  return construct.node.scopes.reduce((outer, scope) => merged(outer, scopes.get(scope)?.props ?? NONE), NONE);
}

/** A default that a construct needs when it is created; it cannot be set later. @param reader path of the construct. */
export function readPlatform<Key extends EarlyKey>(scope: IConstruct, key: Key, reader: string): PlatformProps[Key] {
  if (enabled.has(scope.node.root)) {
    for (const outer of scope.node.scopes) {
      const keys = readers.get(outer) ?? new Map<string, string>();
      if (!keys.has(key)) keys.set(key, reader);
      readers.set(outer, keys);
    }
  }
  return platformOf(scope)[key];
}

/** Class, issuer and clients of an Ingress that is created in a scope. */
export function ingressDefaults(scope: IConstruct, reader: string) {
  const { className, issuer, from }: IngressDefaults = readPlatform(scope, 'ingress', reader) ?? {};
  return { className: className || undefined, issuer: issuer || undefined, from: peersOf(from) };
}

const NESTED: readonly string[] = ['ingress', 'labels', 'annotations', 'podLabels', 'podAnnotations'];

/** `registry`, and `labels team` for one of several labels. */
function keysOf(props: PlatformProps): string[] {
  return Object.entries(props).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return NESTED.includes(key) ? Object.keys(value).map((name) => `${key} ${name}`) : [key];
  });
}

function merged(outer: PlatformProps, inner: PlatformProps): PlatformProps {
  if (inner === NONE) return outer;
  const result: Record<string, unknown> = { ...outer };
  for (const [key, value] of Object.entries(inner)) {
    if (value !== undefined) result[key] = NESTED.includes(key) ? { ...Object(result[key]), ...value } : value;
  }
  return result;
}

const textOf = ({ file, line, column }: Origin) => `${formatPath(file)}:${line}:${column}`;
