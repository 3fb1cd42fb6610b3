import { DEFAULT_NAMESPACE, identityKey, identityOf, isKustomization } from '../facts';
import type { DecodedObject } from '../validation';
import type { ManifestInput } from './check-options';
import type { FoundAt } from './found';
import { objectFinding } from './object-finding';
import { type Context, scopeOf } from './scope';
import { whereIs } from './where-is';

/** Objects that overwrite an earlier one: same group, kind, namespace and name. */
export function duplicateFindings(
  inputs: readonly ManifestInput[],
  decoded: readonly (DecodedObject | undefined)[],
  context: Context,
): FoundAt[] {
  const advice = adviceFor(inputs);
  const firsts = new Map<string, number>();
  return decoded.flatMap((object, index): FoundAt[] => {
    const identity = identityOf(object);
    if (object === undefined || identity.name === undefined) return [];
    const { kind } = object;
    const isOfCluster = scopeOf(object, context) === 'Cluster';
    const key = identityKey(isOfCluster ? { ...identity, namespace: undefined } : identity);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    // Where the namespace of the context is not another one.
    const other = identity.namespace === undefined ? DEFAULT_NAMESPACE : undefined;
    const isDefault = !isOfCluster && (identity.namespace ?? DEFAULT_NAMESPACE) === DEFAULT_NAMESPACE;
    const same = first ?? (isDefault ? firsts.get(identityKey({ ...identity, namespace: other })) : undefined);
    if (same === undefined) return [];
    const finding = objectFinding(object, context.versions, {
      rule: 'duplicate-object',
      category: 'reference',
      severity: first === undefined ? 'warning' : 'error',
      reason: 'FieldValueDuplicate',
      path: 'metadata.name',
      message: `duplicate object: ${kind} ${JSON.stringify(identity.name)} is defined ${first === undefined ? 'without a namespace and in namespace default' : 'more than once'}`,
      hint: `also defined ${whereIs(inputs[same]!, same)}; ${advice}`,
    });
    return [{ index, finding }];
  });
}

/** Bases and overlays have the same objects, which kustomize puts together. */
function adviceFor(inputs: readonly ManifestInput[]): string {
  return inputs.some(({ object }) => isKustomization(object))
    ? 'of files for kustomize, validate the output of "kubectl kustomize" (kustomize build); otherwise change the name or namespace of one of them'
    : 'change the name or namespace of one of them';
}
