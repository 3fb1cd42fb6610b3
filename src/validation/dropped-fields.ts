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
  const dropped: (readonly Step[])[] = [];
  for (const key of Object.keys(object)) if (!OF_SERVER.has(key)) compare(object[key], prepared[key], [key], dropped);
  return dropped.map(decoderPath);
}

function compare(written: any, kept: any, steps: readonly Step[], dropped: (readonly Step[])[]): void {
  if (typeof written !== 'object' || written === null) return;
  if (Array.isArray(written)) {
    if (!Array.isArray(kept)) return;
    const isWhole = kept.length === written.length;
    const names = new Set(isWhole ? [] : kept.map((item) => item?.name));
    for (let index = 0; index < written.length; index++) {
      const at = [...steps, index];
      if (isWhole) compare(written[index], kept[index], at, dropped);
      else if (written[index]?.name !== undefined && !names.has(written[index].name)) dropped.push(at);
    }
    return;
  }
  if (typeof kept !== 'object' || kept === null) return;
  for (const key of Object.keys(written)) {
    if (isEmpty(written[key])) continue;
    if (kept[key] === undefined) dropped.push([...steps, key]);
    else compare(written[key], kept[key], [...steps, key], dropped);
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
