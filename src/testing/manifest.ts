import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Finding, InputObject } from '../findings';
import { keepUserFrames } from '../origin';
import { BadUseError, unexpected } from './bad-use';
import { captureValues } from './capture-values';
import { patternProblem } from './check-pattern';
import { type Candidate, explainClosest } from './explain-mismatch';
import type { KindSelector, Like, ManifestOf } from './like';
import { compare, format, matches } from './matcher';
import { lineOf, nameOf, type Resource, resourcesOf, resourcesOfText } from './resource';
import { describeKind, kindProblem, selectsKind } from './select-kind';

/** Thrown when an assertion fails. The message has the closest objects with the lines that differ marked. */
export class ManifestAssertionError extends Error {
  /** The findings, of assertions that run checks. */
  declare public readonly findings: readonly Finding[];

  public constructor(message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'ManifestAssertionError';
    // Not enumerable: the message has it all, and Node prints enumerable properties once more.
    Object.defineProperty(this, 'findings', { value: findings });
    keepUserFrames(this);
  }
}

/**
 * The objects of a chart, an app or of files, for assertions in any test runner.
 *
 * Expected manifests are patterns: objects may have more keys than the pattern, arrays are compared item by item, and `Match`
 * has patterns for everything else. Each construct is rendered once, when the manifest is made, so make one manifest and assert on it.
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
      throw unexpected('Manifest.fromChart', 'a Chart', chart);
    }
    if (!(chart.node.root instanceof App)) {
      throw new BadUseError(
        `Manifest.fromChart: chart "${chart.node.id}" is not part of an App; create it with new Chart(new App(), …)`,
      );
    }
    return new Manifest(resourcesOf(chart), `chart ${chart.node.path}`);
  }

  /** The objects of all charts of an app. */
  public static fromApp(app: App): Manifest {
    if (!isConstruct(app) || !(app instanceof App)) {
      throw unexpected('Manifest.fromApp', 'an App', app);
    }
    return new Manifest(resourcesOf(app), 'the app');
  }

  /**
   * The objects of a string of YAML or JSON.
   *
   * @param file name for positions in messages; nothing is read from disk.
   */
  public static fromYaml(text: string, file = 'manifest'): Manifest {
    if (typeof text !== 'string') {
      throw unexpected('Manifest.fromYaml', 'a string of YAML or JSON', text);
    }
    return new Manifest(resourcesOfText(text, file), file);
  }

  /** The objects of all .yaml, .yml and .json files at or below a directory. */
  public static fromDirectory(path: string): Manifest {
    if (typeof path !== 'string' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw unexpected('Manifest.fromDirectory', 'an existing directory', path);
    }
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ya?ml|json)$/.test(file))
      .sort();
    if (files.length === 0) {
      throw new BadUseError(`Manifest.fromDirectory: ${path} has no .yaml, .yml or .json files`);
    }
    return new Manifest(
      files.flatMap((file) => resourcesOfText(readFileSync(join(path, file), 'utf8'), file)),
      path,
    );
  }

  /** Plain objects. */
  public static fromObjects(objects: readonly object[]): Manifest {
    if (!Array.isArray(objects)) {
      throw unexpected('Manifest.fromObjects', 'an array of objects', objects);
    }
    return new Manifest(
      objects.map((object) => ({ object })),
      'the given objects',
    );
  }

  private readonly byKind = new Map<unknown, Resource[]>();

  private constructor(
    private readonly resources: readonly Resource[],
    /** Where the objects came from, for messages: `chart shop`. */
    public readonly source: string,
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
      origin: { constructPath, ...lineOf(origin) },
      locate: (path: string) => {
        const line = locate?.(path);
        return line && lineOf(line);
      },
    }));
  }

  /** The findings with the construct of their object, and the line that wrote their field. */
  public located(findings: readonly Finding[]): Finding[] {
    return findings.map((finding) => {
      const resource = this.resources[finding.document ?? -1];
      const origin = resource?.locate?.(finding.path) ?? resource?.origin;
      return { ...finding, constructPath: resource?.constructPath, ...lineOf(origin) };
    });
  }

  /**
   * Expects an object of this kind (and name) that matches.
   *
   * @throws ManifestAssertionError with the closest objects.
   */
  public hasResource<K extends KindSelector>(kind: K, like?: Like<ManifestOf<K>>): void;
  public hasResource<K extends KindSelector>(kind: K, name: string, like?: Like<ManifestOf<K>>): void;
  public hasResource(kind: KindSelector, nameOrLike?: unknown, like?: unknown): void {
    const { name, pattern } = argumentsOf(nameOrLike, like);
    this.checkPattern(kind, pattern);
    const found = this.select(kind, name).find(({ object }) => matches(pattern ?? {}, object));
    if (found === undefined) {
      const candidates = this.candidates(kind, name, pattern);
      fail(`no ${describeKind(kind, name)} in ${this.source} matches; closest:`, explainClosest(candidates));
    }
    captureValues(pattern, found.object);
  }

  /**
   * Expects that no object of this kind (and name) matches.
   *
   * @throws ManifestAssertionError with the objects that match.
   */
  public hasNo<K extends KindSelector>(kind: K, like?: Like<ManifestOf<K>>): void;
  public hasNo<K extends KindSelector>(kind: K, name: string, like?: Like<ManifestOf<K>>): void;
  public hasNo(kind: KindSelector, nameOrLike?: unknown, like?: unknown): void {
    const { name, pattern } = argumentsOf(nameOrLike, like);
    this.checkPattern(kind, pattern);
    const found = this.select(kind, name).filter(({ object }) => matches(pattern ?? {}, object));
    if (found.length > 0) {
      const what = pattern === undefined ? '' : ` that matches ${format(pattern)}`;
      fail(
        `expected no ${describeKind(kind, name)}${what} in ${this.source}, found:`,
        found.map((one) => `  ${nameOf(one)}`).join('\n'),
      );
    }
  }

  /**
   * Expects that every object of this kind matches, and that there is at least one.
   *
   * @throws ManifestAssertionError with each object that does not match.
   */
  public all<K extends KindSelector>(kind: K, like: Like<ManifestOf<K>>): void {
    const candidates = this.candidates(kind, undefined, like);
    const wrong = candidates.filter(({ mismatches }) => mismatches.length > 0);
    if (wrong.length > 0) {
      fail(
        `not every ${describeKind(kind)} in ${this.source} matches:`,
        wrong.map((one) => explainClosest([one])).join('\n'),
      );
    }
    for (const { resource } of candidates) captureValues(like, resource.object);
  }

  /**
   * The one object of this kind that matches.
   *
   * @throws ManifestAssertionError when there is none, or more than one.
   */
  public one<K extends KindSelector>(kind: K, like?: Like<ManifestOf<K>>): ManifestOf<K> {
    const candidates = this.candidates(kind, undefined, like);
    const found = candidates.filter(({ mismatches }) => mismatches.length === 0).map(({ resource }) => resource);
    if (found.length === 0) {
      fail(`no ${describeKind(kind)} in ${this.source} matches; closest:`, explainClosest(candidates));
    }
    if (found.length > 1) {
      fail(`expected one ${describeKind(kind)} in ${this.source} that matches, found ${found.length}:`, listed(found));
    }
    captureValues(like, found[0]!.object);
    return found[0]!.object;
  }

  /** All objects of this kind (and name) that match; there may be none. */
  public find<K extends KindSelector>(kind: K, like?: Like<ManifestOf<K>>): ManifestOf<K>[];
  public find<K extends KindSelector>(kind: K, name: string, like?: Like<ManifestOf<K>>): ManifestOf<K>[];
  public find(kind: KindSelector, nameOrLike?: unknown, like?: unknown): any[] {
    const { name, pattern } = argumentsOf(nameOrLike, like);
    this.checkPattern(kind, pattern);
    const found = this.select(kind, name)
      .map(({ object }) => object)
      .filter((object) => matches(pattern ?? {}, object));
    for (const object of found) captureValues(pattern, object);
    return found;
  }

  /**
   * Expects this number of objects of this kind (that match).
   *
   * @throws ManifestAssertionError with those that were found.
   */
  public count<K extends KindSelector>(kind: K, expected: number, like?: Like<ManifestOf<K>>): void {
    this.checkPattern(kind, like);
    const found = this.select(kind).filter(({ object }) => matches(like ?? {}, object));
    if (found.length !== expected) {
      fail(
        `expected ${expected} of kind ${describeKind(kind)} in ${this.source}, found ${found.length}:`,
        listed(found),
      );
    }
    for (const { object } of found) captureValues(like, object);
  }

  private candidates(kind: KindSelector, name: string | undefined, pattern: unknown): Candidate[] {
    this.checkPattern(kind, pattern);
    const selected = this.select(kind, name);
    if (selected.length === 0) {
      const others = this.select(kind);
      const rest = others.length > 0 ? others : this.resources;
      fail(`no ${describeKind(kind, name)} in ${this.source}; found:`, listed(rest));
    }
    return selected.map((resource) => ({ resource, mismatches: compare(pattern ?? {}, resource.object) }));
  }

  private select(kind: KindSelector, name?: string): readonly Resource[] {
    const ofKind = this.byKind.get(typeof kind === 'string' ? kind : kind.kind) ?? [];
    return typeof kind === 'string' && name === undefined
      ? ofKind
      : ofKind.filter(
          ({ object }) => selectsKind(kind, object) && (name === undefined || object?.metadata?.name === name),
        );
  }

  private checkPattern(kind: KindSelector, pattern: unknown): void {
    const problem = kindProblem(kind, () => this.objects) ?? patternProblem(kind, pattern, this.select(kind));
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
