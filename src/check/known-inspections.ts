import { serialize } from 'node:v8';
import type { CustomResources } from '../schema';
import { type Inspection, inspectObject, type ValidateOptions } from '../validation';

type Options = ValidateOptions & { readonly customResources: CustomResources };

/** By the bytes of the object and what it was checked against: those of the run before and of this one. */
let generations: readonly [Map<string, Inspection>, Map<string, Inspection>] | undefined;

/**
 * From now on objects that were found right are not checked again until they change. A process that runs an app again and again calls
 * this before every run; what the run before did not meet is forgotten.
 */
export function rememberInspections(): void {
  generations = [generations?.[1] ?? new Map(), new Map()];
}

/** Whether decoded objects of the run before come again. */
export function areInspectionsRemembered(): boolean {
  return generations !== undefined;
}

/** What `inspectObject` returns. */
export function knownInspection(object: unknown, options: Options): Inspection {
  const key = generations === undefined ? undefined : keyOf(object, options);
  if (generations === undefined || key === undefined) return inspectObject(object, options);
  const [before, now] = generations;
  const inspection = now.get(key) ?? before.get(key) ?? inspectObject(object, options);
  // Hints may depend on other objects.
  if (inspection.findings.length === 0) now.set(key, inspection);
  return inspection;
}

/** Undefined for objects that are not checked by themselves: custom resources are checked by their definitions. */
function keyOf(object: unknown, { kubernetesVersion, allowKinds, customResources }: Options): string | undefined {
  const { apiVersion, kind } = Object(object) as Record<string, unknown>;
  if (customResources.find(String(apiVersion), String(kind)) !== undefined) return undefined;
  try {
    return serialize([object, kubernetesVersion, allowKinds]).toString('latin1');
  } catch {
    // A function, which no object of a manifest has.
    return undefined;
  }
}
