import { KUBERNETES_VERSIONS, type KubernetesVersion, minorOf } from '../facts';
import type { RawFinding } from '../findings';
import type { Step } from '../values';
import { decoderPath } from './decode';
import { defaultedCopy } from './defaulted-copy';

/** Cleared in every request, or managed by the server. */
const OF_SERVER: ReadonlySet<string> = new Set(['metadata', 'status']);

/**
 * Fields that the server of a version knows and clears without a word, since the feature that they belong to is off by default.
 *
 * @param object as it was written
 * @param prepared the decoded copy after the preparations of the server
 */
export function droppedFields(object: object, prepared: unknown, version: KubernetesVersion): RawFinding[] {
  return droppedPaths(object, prepared).map((path) => {
    const since = KUBERNETES_VERSIONS.filter((other) => minorOf(other) > minorOf(version)).find(
      (other) => !droppedPaths(object, defaultedCopy(object as Record<string, unknown>, other)).includes(path),
    );
    return {
      rule: 'field-dropped',
      severity: 'warning',
      reason: 'Warning',
      path,
      message: `Kubernetes ${version} drops this field, as if it were not set`,
      hint: since === undefined ? 'remove the field' : `remove the field, or use Kubernetes ${since} or later`,
    };
  });
}

function droppedPaths(object: any, prepared: any): string[] {
  const dropped: Step[][] = [];
  for (const key of Object.keys(object)) {
    if (!OF_SERVER.has(key)) compareAt(key, object[key], prepared[key], dropped);
  }
  return dropped.map(decoderPath);
}

/** Steps are written on the way back, as hardly any field is dropped. */
function compareAt(step: Step, written: any, kept: any, dropped: Step[][]): void {
  const before = dropped.length;
  compare(written, kept, dropped);
  for (let index = before; index < dropped.length; index++) dropped[index]!.unshift(step);
}

function compare(written: any, kept: any, dropped: Step[][]): void {
  if (typeof written !== 'object' || written === null) return;
  if (Array.isArray(written)) {
    if (!Array.isArray(kept)) return;
    if (kept.length === written.length) {
      for (let index = 0; index < written.length; index++) compareAt(index, written[index], kept[index], dropped);
      return;
    }
    const names = new Set(kept.map((item) => item?.name));
    for (const [index, { name }] of written.map(Object).entries()) {
      if (name !== undefined && !names.has(name)) dropped.push([index]);
    }
    return;
  }
  if (typeof kept !== 'object' || kept === null) return;
  for (const key of Object.keys(written)) {
    if (isEmpty(written[key])) continue;
    if (kept[key] === undefined) dropped.push([key]);
    else compareAt(key, written[key], kept[key], dropped);
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  for (const key in value) if (Object.hasOwn(value, key)) return false;
  return true;
}
