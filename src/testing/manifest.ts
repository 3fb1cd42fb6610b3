import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Finding, InputObject } from '../findings';
import { BadUseError } from './bad-use';
import { type Candidate, explainClosest } from './explain-mismatch';
import type { KindName, KindReference, Like, ManifestOf } from './like';
import { compare, matches, shown } from './matcher';
import { nameOf, placeOf, type Resource, resourcesOf, resourcesOfText } from './resource';
import { describeKind, kindProblem, selectsKind } from './select-kind';

/** Thrown when a manifest is not as an assertion says. The message shows the closest objects with the wrong lines marked. */
export class ManifestAssertionError extends Error {
  /** What the assertion found, for assertions that run checks. */
  declare public readonly findings: readonly Finding[];

  public constructor(message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'ManifestAssertionError';
    // Not enumerable: the message has it all, and Node prints enumerable properties once more.
    Object.defineProperty(this, 'findings', { value: findings });
  }
}

type Kind = KindName | KindReference;

/**
 * The objects of a chart, an app or of files, for assertions in any test runner.
 *
 * Expected manifests are patterns: objects may have more keys than the pattern, lists are compared item by item, and `Match`
 * says everything else. Each construct is rendered once, when the manifest is made, so make one manifest and assert on it.
 *
 * @example
 * const manifest = Manifest.fromChart(chart);
 * manifest.hasResource('Deployment', 'shop', { spec: { replicas: 2 } });
 */
export class Manifest {
  /**
   * The objects of a chart and the charts below it.
   *
   * @throws BadUseError for anything but a chart in an app.
   */
  public static fromChart(chart: Chart): Manifest {
    if (!isConstruct(chart) || !Chart.isChart(chart)) {
      throw new BadUseError(`Manifest.fromChart wants a Chart, and got ${describe(chart)}`);
    }
    if (!(chart.node.root instanceof App)) {
      throw new BadUseError(
        `Manifest.fromChart: the chart "${chart.node.id}" has no App; make it with new Chart(new App(), …)`,
      );
    }
    return new Manifest(resourcesOf(chart), `chart ${chart.node.path}`);
  }

  /** The objects of all charts of an app. */
  public static fromApp(app: App): Manifest {
    if (!isConstruct(app) || !(app instanceof App)) {
      throw new BadUseError(`Manifest.fromApp wants an App, and got ${describe(app)}`);
    }
    return new Manifest(resourcesOf(app), 'the app');
  }

  /** The objects of a text of YAML or JSON. */
  public static fromYaml(text: string, file = 'manifest'): Manifest {
    if (typeof text !== 'string') {
      throw new BadUseError(`Manifest.fromYaml wants a text, and got ${describe(text)}`);
    }
    return new Manifest(resourcesOfText(text, file), file);
  }

  /** The objects of every .yaml, .yml and .json file at or below a folder. */
  public static fromDirectory(path: string): Manifest {
    if (typeof path !== 'string' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new BadUseError(`Manifest.fromDirectory wants a folder, and got ${describe(path)}`);
    }
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ya?ml|json)$/.test(file))
      .sort();
    return new Manifest(
      files.flatMap((file) => resourcesOfText(readFileSync(join(path, file), 'utf8'), file)),
      path,
    );
  }

  /** Plain objects. */
  public static fromObjects(objects: readonly object[]): Manifest {
    if (!Array.isArray(objects)) {
      throw new BadUseError(`Manifest.fromObjects wants a list of objects, and got ${describe(objects)}`);
    }
    return new Manifest(
      objects.map((object) => ({ object })),
      'the objects',
    );
  }

  private readonly byKind = new Map<unknown, Resource[]>();

  private constructor(
    private readonly resources: readonly Resource[],
    private readonly source: string,
  ) {
    for (const resource of resources) {
      const kind = resource.object?.kind;
      const ofKind = this.byKind.get(kind);
      if (ofKind === undefined) {
        this.byKind.set(kind, [resource]);
      } else {
        ofKind.push(resource);
      }
    }
  }

  /** All objects, as plain manifests. */
  public get objects(): readonly any[] {
    return this.resources.map(({ object }) => object);
  }

  /** The objects with what is known of where they came from, for checks. */
  public inputs(): InputObject[] {
    return this.resources.map(({ object, constructPath, origin, locate }, document) => ({
      object,
      document,
      origin: { constructPath, ...placeOf(origin) },
      ...(locate !== undefined && { locate }),
    }));
  }

  /** The findings with the construct and source line of the object that they are about. */
  public located(findings: readonly Finding[]): Finding[] {
    return findings.map((finding) => {
      const resource = this.resources[finding.document ?? -1];
      return { ...finding, constructPath: resource?.constructPath, ...placeOf(resource?.origin) };
    });
  }

  /**
   * There is an object of this kind (and name) that is like this.
   *
   * @throws ManifestAssertionError that shows the closest objects.
   */
  public hasResource<K extends Kind>(kind: K, like?: Like<ManifestOf<K>>): void;
  public hasResource<K extends Kind>(kind: K, name: string, like?: Like<ManifestOf<K>>): void;
  public hasResource(kind: Kind, nameOrLike?: unknown, like?: unknown): void {
    const { name, pattern } = argumentsOf(nameOrLike, like);
    this.checkKind(kind);
    if (!this.select(kind, name).some(({ object }) => matches(pattern ?? {}, object))) {
      const candidates = this.candidates(kind, name, pattern);
      fail(`no ${describeKind(kind, name)} of ${this.source} is as expected; closest:`, explainClosest(candidates));
    }
  }

  /**
   * No object of this kind (and name) is like this.
   *
   * @throws ManifestAssertionError that names the object.
   */
  public hasNo<K extends Kind>(kind: K, like?: Like<ManifestOf<K>>): void;
  public hasNo<K extends Kind>(kind: K, name: string, like?: Like<ManifestOf<K>>): void;
  public hasNo(kind: Kind, nameOrLike?: unknown, like?: unknown): void {
    const { name, pattern } = argumentsOf(nameOrLike, like);
    this.checkKind(kind);
    const found = this.select(kind, name).filter(({ object }) => matches(pattern ?? {}, object));
    if (found.length > 0) {
      const what = pattern === undefined ? '' : ` like ${shown(pattern)}`;
      fail(
        `there should be no ${describeKind(kind, name)}${what}, and there is:`,
        found.map((one) => `  ${nameOf(one)}`).join('\n'),
      );
    }
  }

  /**
   * Every object of this kind is like this, and there is at least one.
   *
   * @throws ManifestAssertionError that shows each object that is not.
   */
  public all<K extends Kind>(kind: K, like: Like<ManifestOf<K>>): void {
    const wrong = this.candidates(kind, undefined, like).filter(({ mismatches }) => mismatches.length > 0);
    if (wrong.length > 0) {
      fail(
        `not every ${describeKind(kind)} of ${this.source} is as expected:`,
        wrong.map((one) => explainClosest([one])).join('\n'),
      );
    }
  }

  /**
   * The one object of this kind that is like this.
   *
   * @throws ManifestAssertionError when there is none, or more than one.
   */
  public one<K extends Kind>(kind: K, like?: Like<ManifestOf<K>>): ManifestOf<K> {
    const candidates = this.candidates(kind, undefined, like);
    const found = candidates.filter(({ mismatches }) => mismatches.length === 0).map(({ resource }) => resource);
    if (found.length === 0) {
      fail(`no ${describeKind(kind)} of ${this.source} is as expected; closest:`, explainClosest(candidates));
    }
    if (found.length > 1) {
      fail(
        `${found.length} objects of kind ${describeKind(kind)} are as expected, and there should be one:`,
        listed(found),
      );
    }
    return found[0]!.object;
  }

  /** Every object of this kind (and name) that is like this; none is fine. */
  public find<K extends Kind>(kind: K, like?: Like<ManifestOf<K>>): ManifestOf<K>[];
  public find<K extends Kind>(kind: K, name: string, like?: Like<ManifestOf<K>>): ManifestOf<K>[];
  public find(kind: Kind, nameOrLike?: unknown, like?: unknown): any[] {
    const { name, pattern } = argumentsOf(nameOrLike, like);
    this.checkKind(kind);
    return this.select(kind, name)
      .map(({ object }) => object)
      .filter((object) => matches(pattern ?? {}, object));
  }

  /**
   * There are so many objects of this kind (that are like this).
   *
   * @throws ManifestAssertionError that lists those there are.
   */
  public count<K extends Kind>(kind: K, expected: number, like?: Like<ManifestOf<K>>): void {
    this.checkKind(kind);
    const found = this.select(kind).filter(({ object }) => matches(like ?? {}, object));
    if (found.length !== expected) {
      fail(`expected ${expected} of kind ${describeKind(kind)}, and there are ${found.length}:`, listed(found));
    }
  }

  private candidates(kind: Kind, name: string | undefined, pattern: unknown): Candidate[] {
    this.checkKind(kind);
    const selected = this.select(kind, name);
    if (selected.length === 0) {
      const others = this.select(kind);
      const rest = others.length > 0 ? others : this.resources;
      fail(`there is no ${describeKind(kind, name)} in ${this.source}; there are:`, listed(rest));
    }
    return selected.map((resource) => ({ resource, mismatches: compare(pattern ?? {}, resource.object) }));
  }

  private select(kind: Kind, name?: string): readonly Resource[] {
    const ofKind = this.byKind.get(typeof kind === 'string' ? kind : kind.kind) ?? [];
    return typeof kind === 'string' && name === undefined
      ? ofKind
      : ofKind.filter(
          ({ object }) => selectsKind(kind, object) && (name === undefined || object?.metadata?.name === name),
        );
  }

  private checkKind(kind: Kind): void {
    const problem = kindProblem(kind, () => this.objects);
    if (problem !== undefined) {
      throw new BadUseError(problem);
    }
  }
}

function argumentsOf(nameOrLike: unknown, like: unknown): { name?: string; pattern: unknown } {
  return typeof nameOrLike === 'string' ? { name: nameOrLike, pattern: like } : { pattern: nameOrLike ?? like };
}

function listed(resources: readonly Resource[]): string {
  const most = 20;
  const names = resources.slice(0, most).map((resource) => `  ${nameOf(resource)}`);
  const more = resources.length > most ? [`  … and ${resources.length - most} more`] : [];
  return resources.length === 0 ? '  nothing' : [...names, ...more].join('\n');
}

function fail(headline: string, details: string): never {
  throw new ManifestAssertionError(`${headline}\n\n${details}`);
}

function isConstruct(value: unknown): value is IConstruct {
  return typeof value === 'object' && value !== null && 'node' in value;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  return typeof value === 'object'
    ? `an object of class ${value.constructor?.name ?? 'none'}`
    : (JSON.stringify(value) ?? typeof value);
}
