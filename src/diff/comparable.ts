import { DEFAULT_NAMESPACE, identityKey, identityOf } from '../facts';
import { isFields } from '../upgrade';

/** How an object is found on the other side, or why it cannot be. */
export type Comparable = { readonly key: string } | { readonly obstacle: string };

/** An object without a namespace is the one in `default`, as an export of a cluster has it. */
export function comparableOf(object: unknown): Comparable {
  const identity = identityOf(object);
  if (!isFields(object) || identity.kind === '' || (object.apiVersion ?? '') === '') {
    return { obstacle: 'not an object with apiVersion, kind and metadata.name' };
  }
  if (identity.name !== undefined) {
    return { key: identityKey({ ...identity, namespace: identity.namespace ?? DEFAULT_NAMESPACE }) };
  }
  const { generateName } = isFields(object.metadata) ? object.metadata : {};
  return {
    obstacle:
      typeof generateName === 'string'
        ? `${identity.kind} with generateName ${JSON.stringify(generateName)}: each time it is created it is another object, and kubectl apply refuses it`
        : `${identity.kind} without metadata.name`,
  };
}
