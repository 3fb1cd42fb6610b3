import { fieldChecks, sortedValues } from '../../../rule';
import { descendingPath, pathWithoutBacksteps, unreservedPath } from './paths';
import type { ReportVolume } from './volume-texts';

/** Checks that volume sources share. Fields are full paths from the pod spec. */

export function required(value: any, names: readonly string[], field: string, report: ReportVolume): void {
  for (const name of names) {
    if (isEmpty(value[name])) report('volume-source-required', `${field}.${name}`, { detail: '' });
  }
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export function invalid(messages: readonly string[], value: unknown, field: string, report: ReportVolume): void {
  for (const detail of messages) report('volume-source-value', field, { value: value ?? '', detail });
}

export function within(
  value: number | undefined,
  low: number,
  high: number,
  field: string,
  report: ReportVolume,
  detail = `must be between ${low} and ${high}, inclusive`,
): void {
  if (value !== undefined && (value < low || value > high)) {
    invalid([detail], value, field, report);
  }
}

export function oneOf(
  value: string | undefined,
  allowed: readonly string[],
  field: string,
  report: ReportVolume,
): void {
  if (value !== undefined && !allowed.includes(value)) {
    report('volume-source-choice', field, { value, supported: sortedValues(allowed) });
  }
}

export function fileMode(mode: number | undefined, field: string, report: ReportVolume): void {
  if (mode === undefined || (mode <= HIGHEST_MODE && mode >= 0)) return;
  report('volume-file-mode', field, { value: mode, hint: octalHint(mode) });
}

const HIGHEST_MODE = 0o777;

/** The digits of a mode as chmod takes them, without the zero that makes them octal. */
function octalHint(mode: number): string | undefined {
  const meant = /^[0-7]+$/.test(String(mode)) ? Number.parseInt(String(mode), 8) : undefined;
  return meant === undefined || meant > HIGHEST_MODE
    ? undefined
    : `${mode} is decimal: write 0${mode} in YAML, or ${meant} in JSON`;
}

function pathProblems(check: (path: string) => string[]) {
  return (path: string | undefined, field: string, report: ReportVolume): void => {
    for (const detail of check(path ?? '')) report('volume-file-path', field, { value: path, detail });
  };
}

export const noBacksteps = pathProblems(pathWithoutBacksteps);
export const descending = pathProblems(descendingPath);
export const unreserved = pathProblems(unreservedPath);

export function keysToPaths(items: readonly any[] | undefined, field: string, report: ReportVolume): void {
  const { each } = fieldChecks(report);
  each(`${field}.items`, items, (item, node) => {
    required(item, ['key', 'path'], node, report);
    unreserved(item.path, `${node}.path`, report);
    fileMode(item.mode, `${node}.mode`, report);
  });
}
