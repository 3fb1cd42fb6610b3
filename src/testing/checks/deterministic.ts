import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import { stringifyManifests } from '../../manifest';
import { BadUseError } from '../bad-use';
import { ManifestAssertionError } from '../manifest';
import { manifestOf } from './objects-of';

/** Declares one independent part of an app: a chart, or several that belong together. */
export type Declaration = (app: App) => void;

/** Makes a chart or an app anew at each call; or the independent parts of an app, whose order must not matter. */
export type Factory = (() => Chart | App) | readonly Declaration[];

/** Surroundings in which the factory must give the same bytes. */
const SURROUNDINGS: readonly (Surroundings & { readonly name: string; readonly reversed?: boolean })[] = [
  { name: 'as it is' },
  { name: 'again' },
  { name: 'another working directory', folder: true },
  { name: 'another locale', environment: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  { name: 'another time zone', environment: { TZ: 'Asia/Kathmandu' }, zone: true },
  { name: 'another day and other random numbers', clock: true },
  { name: 'another order of declarations', reversed: true },
];

/**
 * A factory gives the same bytes in another working directory, locale and time zone, on another day, with other random
 * numbers, and, given as a list of independent parts, in another order of declaration.
 *
 * @throws ManifestAssertionError that names the surroundings and shows the first line that differs.
 * @example
 * assertSynthesizesDeterministically(() => shopChart(new App()));
 */
export function assertSynthesizesDeterministically(factory: Factory): void {
  if (typeof factory !== 'function' && !Array.isArray(factory)) {
    throw new BadUseError('a function that makes the chart is wanted, since it has to be made several times');
  }
  let first: string | undefined;
  for (const surroundings of SURROUNDINGS) {
    const text = within(surroundings, () => render(factory, surroundings.reversed === true));
    first ??= text;
    if (text !== first) {
      throw new ManifestAssertionError(
        `not deterministic: ${surroundings.name} gives other bytes\n\n${difference(first, text)}`,
      );
    }
  }
}

function render(factory: Factory, reversed: boolean): string {
  if (typeof factory === 'function') {
    return stringifyManifests(manifestOf(factory()).objects);
  }
  const app = new App();
  for (const declare of reversed ? [...factory].reverse() : factory) {
    declare(app);
  }
  // What is independent may stand in another order; what it says may not differ.
  const texts = manifestOf(app).objects.map((object) => stringifyManifests([object]));
  return texts.sort().join('');
}

interface Surroundings {
  readonly folder?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: boolean;
  readonly zone?: boolean;
}

function within<T>(surroundings: Surroundings, run: () => T): T {
  const folder = process.cwd();
  const before = { ...process.env };
  const { random } = Math;
  const { now } = Date;
  const restoreZone = surroundings.zone === true ? moveTimeZone() : undefined;
  const temporary = surroundings.folder === true ? mkdtempSync(join(tmpdir(), 'elsewhere-')) : undefined;
  try {
    if (temporary !== undefined) {
      process.chdir(temporary);
    }
    Object.assign(process.env, surroundings.environment);
    if (surroundings.clock === true) {
      Date.now = () => now() + 86_400_000;
      Math.random = () => random() / 2;
    }
    return run();
  } finally {
    Math.random = random;
    Date.now = now;
    restoreZone?.();
    for (const name of Object.keys(surroundings.environment ?? {})) {
      if (before[name] === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = before[name];
      }
    }
    if (temporary !== undefined) {
      process.chdir(folder);
      rmSync(temporary, { recursive: true, force: true });
    }
  }
}

/** Distance of the other time zone from Greenwich: Kathmandu's, which is no whole hour, and an hour more. */
const ZONE_OFFSET = 6.75 * 3_600_000;

/**
 * Lets dates tell their parts in another time zone. Test runners give tests a copy of the environment, in which a change of TZ
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
  return [`  line ${at + 1}`, `  - ${before[at] ?? '(nothing)'}`, `  + ${after[at] ?? '(nothing)'}`].join('\n');
}
