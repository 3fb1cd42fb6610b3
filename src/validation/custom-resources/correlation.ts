import { isDeepStrictEqual } from 'node:util';
import type { CustomResourceSchema } from '../../schema';
import { ownField, type Step, stepsToField } from '../../values';

/**
 * A value of a custom resource and the one that was there before an update. Entries of a list are found by their keys; those of a
 * list without keys have no value from before (k8s.io/apiserver/pkg/cel/common/equality.go).
 */
export interface Correlated {
  readonly value: any;
  /** Undefined when there is none, in a new object too. */
  readonly old: any;
  /** The value, or what it is part of, is as before. */
  readonly isKept: boolean;
}

export function correlated(value: unknown, old: unknown): Correlated {
  return { value, old, isKept: old !== undefined && isDeepStrictEqual(value, old) };
}

/** A field or an item of a value. */
export function childOf(parent: Correlated, step: Step, schema: CustomResourceSchema | undefined): Correlated {
  const value = parent.value[step];
  const isObject = typeof parent.old === 'object' && parent.old !== null && !Array.isArray(parent.old);
  const oldField = isObject && typeof step === 'string' ? ownField(parent.old, step) : undefined;
  const old = typeof step === 'number' ? sameItem(parent.old, value, schema) : oldField;
  return { value, old, isKept: parent.isKept || correlated(value, old).isKept };
}

function sameItem(old: unknown, item: any, schema: CustomResourceSchema | undefined): unknown {
  const keys = schema?.['x-kubernetes-list-map-keys'];
  if (!Array.isArray(old) || keys === undefined || typeof item !== 'object' || item === null) return undefined;
  return old.find((other) => keys.every((key) => isDeepStrictEqual(other?.[key], item[key])));
}

/** Whether the value at a path is as before; of a field that is missing, whether the object is that lacks it. */
export function isKeptAt(root: Correlated, schema: CustomResourceSchema, path: string): boolean {
  let at = root;
  let inside: CustomResourceSchema | undefined = schema;
  for (const step of stepsOf(root.value, path)) {
    if (at.isKept) return true;
    at = childOf(at, step, inside);
    inside = typeof step === 'number' ? inside?.items : fieldSchema(inside, step);
  }
  return at.isKept;
}

/** Steps to a field, or to the deepest object above it that is there. */
function stepsOf(value: unknown, path: string): readonly Step[] {
  for (let at = path; at !== ''; at = at.replace(/(?:\.|^)[^.[\]]*$|\[[^\]]*\]$/, '')) {
    const steps = stepsToField(value, at);
    if (steps !== undefined) return steps;
  }
  return [];
}

function fieldSchema(schema: CustomResourceSchema | undefined, field: string): CustomResourceSchema | undefined {
  const { properties = {}, additionalProperties } = schema ?? {};
  if (Object.hasOwn(properties, field)) return properties[field];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
