import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import { stringifyManifests } from '../../manifest';
import { BadUseError, unexpected } from '../bad-use';
import { ManifestAssertionError } from '../manifest';
import { manifestOf } from './objects-of';

/** Declares one independent part of an app: a chart, or several that belong together. */
export type Declaration = (app: App) => void;

/** Creates a new chart or app at each call; or the independent parts of an app, whose order must not matter. */
export type Factory = (() => Chart | App) | readonly Declaration[];

/** Environments in which the factory must return the same bytes. */
const ENVIRONMENTS: readonly (Environment & { readonly name: string; readonly reversed?: boolean })[] = [
  { name: 'a first run' },
  { name: 'a second run' },
  { name: 'another working directory', directory: true },
  { name: 'another locale', variables: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  { name: 'another time zone', variables: { TZ: 'Asia/Kathmandu' }, zone: true },
  { name: 'another day and other random numbers', clock: true },
  { name: 'another order of declarations', reversed: true },
];

/**
 * A factory returns the same bytes in another working directory, locale and time zone, on another day, with other random
 * numbers, and, given as a list of independent parts, in another order of declaration.
 *
 * @throws ManifestAssertionError with the environment and the first line that differs.
 * @throws BadUseError when the factory creates no objects.
 * @example
 * assertSynthesizesDeterministically(() => shopChart(new App()));
 */
export function assertSynthesizesDeterministically(factory: Factory): void {
  if (typeof factory !== 'function' && !isFunctions(factory)) {
    throw unexpected(
      'assertSynthesizesDeterministically',
      'a function that creates the chart each time, or an array of functions',
      factory,
    );
  }
  let first: string | undefined;
  for (const environment of ENVIRONMENTS) {
    const text = within(environment, () => render(factory, environment.reversed === true));
    if (text === '') {
      throw new BadUseError('assertSynthesizesDeterministically: the factory creates no objects');
    }
    first ??= text;
    if (text !== first) {
      throw new ManifestAssertionError(
        `not deterministic: the output differs in ${environment.name}\n\n${difference(first, text)}`,
      );
    }
  }
}

function isFunctions(factory: unknown): boolean {
  return Array.isArray(factory) && factory.every((declare) => typeof declare === 'function');
}

function render(factory: Factory, reversed: boolean): string {
  if (typeof factory === 'function') {
    return stringifyManifests(manifestOf(factory()).objects);
  }
  const app = new App();
  for (const declare of reversed ? [...factory].reverse() : factory) {
    declare(app);
  }
  // The order of independent parts may differ; their objects may not.
  const texts = manifestOf(app).objects.map((object) => stringifyManifests([object]));
  return texts.sort().join('');
}

interface Environment {
  readonly directory?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
  readonly clock?: boolean;
  readonly zone?: boolean;
}

function within<T>(environment: Environment, run: () => T): T {
  const directory = process.cwd();
  const before = { ...process.env };
  const { random } = Math;
  const { now } = Date;
  const restoreZone = environment.zone === true ? moveTimeZone() : undefined;
  const temporary = environment.directory === true ? mkdtempSync(join(tmpdir(), 'elsewhere-')) : undefined;
  try {
    if (temporary !== undefined) {
      process.chdir(temporary);
    }
    Object.assign(process.env, environment.variables);
    if (environment.clock === true) {
      Date.now = () => now() + 86_400_000;
      Math.random = () => random() / 2;
    }
    return run();
  } finally {
    Math.random = random;
    Date.now = now;
    restoreZone?.();
    for (const name of Object.keys(environment.variables ?? {})) {
      if (before[name] === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = before[name];
      }
    }
    if (temporary !== undefined) {
      process.chdir(directory);
      rmSync(temporary, { recursive: true, force: true });
    }
  }
}

/** Distance of the other time zone from Greenwich: that of Kathmandu, which is not a multiple of an hour, and an hour more. */
const ZONE_OFFSET = 6.75 * 3_600_000;

/**
 * Makes dates return their parts in another time zone. Test runners give tests a copy of the environment, in which a change of TZ
 * does not reach the clock.
 */
function moveTimeZone(): () => void {
  const parts = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes'] as const;
  const originals = parts.map((part) => Date.prototype[`get${part}`]);
  const { getTimezoneOffset } = Date.prototype;
  for (const part of parts) {
    Date.prototype[`get${part}`] = function moved(this: Date) {
      return new Date(this.getTime() + ZONE_OFFSET)[`getUTC${part}`]();
    };
  }
  Date.prototype.getTimezoneOffset = () => -ZONE_OFFSET / 60_000;
  return () => {
    parts.forEach((part, index) => {
      Date.prototype[`get${part}`] = originals[index]!;
    });
    Date.prototype.getTimezoneOffset = getTimezoneOffset;
  };
}

function difference(first: string, second: string): string {
  const [before, after] = [first.split('\n'), second.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const at = line < 0 ? before.length : line;
  return [`  line ${at + 1}`, `  - ${before[at] ?? '(end of output)'}`, `  + ${after[at] ?? '(end of output)'}`].join(
    '\n',
  );
}
