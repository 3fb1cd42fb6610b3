import { sortedValues } from '../../../rule';
import { descendingPath, pathWithoutBacksteps, unreservedPath } from './paths';
import type { TellVolume } from './volume-texts';

/** Checks that volume sources share. Fields are full paths from the pod spec. */

export function required(value: any, names: readonly string[], field: string, tell: TellVolume): void {
  for (const name of names) {
    if (isEmpty(value[name])) tell('volume-source-required', `${field}.${name}`, { detail: '' });
  }
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export function invalid(messages: readonly string[], value: unknown, field: string, tell: TellVolume): void {
  for (const detail of messages) tell('volume-source-value', field, { value, detail });
}

export function within(value: number | undefined, low: number, high: number, field: string, tell: TellVolume): void {
  if (value !== undefined && (value < low || value > high)) {
    invalid([`must be between ${low} and ${high}, inclusive`], value, field, tell);
  }
}

export function oneOf(value: string | undefined, allowed: readonly string[], field: string, tell: TellVolume): void {
  if (value !== undefined && !allowed.includes(value)) {
    tell('volume-source-choice', field, { value, supported: sortedValues(allowed) });
  }
}

export function fileMode(mode: number | undefined, field: string, tell: TellVolume): void {
  if (mode !== undefined && (mode > 0o777 || mode < 0)) tell('volume-file-mode', field, { value: mode });
}

function pathProblems(check: (path: string) => string[]) {
  return (path: string | undefined, field: string, tell: TellVolume): void => {
    for (const detail of check(path ?? '')) tell('volume-file-path', field, { value: path, detail });
  };
}

export const noBacksteps = pathProblems(pathWithoutBacksteps);
export const descending = pathProblems(descendingPath);
export const unreserved = pathProblems(unreservedPath);

export function keysToPaths(items: readonly any[] | undefined, field: string, tell: TellVolume): void {
  (items ?? []).forEach((item, index) => {
    const place = `${field}.items[${index}]`;
    required(item, ['key', 'path'], place, tell);
    unreserved(item.path, `${place}.path`, tell);
    fileMode(item.mode, `${place}.mode`, tell);
  });
}
