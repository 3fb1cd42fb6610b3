import { isKind } from '../../facts';
import type { Rename } from '../renames';
import type { Consequence } from '../types';

/** An object whose name has a hash of its content, as generators of ConfigMaps write it. */
export function newContent({ before, after }: Rename): Consequence {
  const message = `${before.metadata.name} is replaced by ${after.metadata.name}: the name is by content`;
  return { effect: 'changed', path: 'metadata.name', message };
}

/** An object that is gone, and one like it under another name or in another namespace. */
export function renamed({ before, after }: Rename): Consequence {
  const [old, now] = [before, after].map(({ metadata }) => nameOf(metadata));
  const keepsData = isKind(after, 'PersistentVolumeClaim', 'apps/StatefulSet');
  return {
    effect: 'renamed',
    path: 'metadata.name',
    message: `${old} is gone and ${now} is like it: the old object is deleted when it is pruned, and the new one ${keepsData ? 'begins with empty storage' : 'is another object'}`,
    hint: `to keep the object, ${howToKeep(before.metadata, after.metadata)}`,
  };
}

function howToKeep(before: any, after: any): string {
  if (before?.name !== after?.name)
    return `keep its name: set metadata.name (or the name of the construct) to ${JSON.stringify(before?.name)}`;
  const namespace = before?.namespace;
  return namespace === undefined
    ? 'keep its namespace: leave metadata.namespace out, as before'
    : `keep its namespace: set metadata.namespace (or the namespace of the chart) to ${JSON.stringify(namespace)}`;
}

function nameOf(metadata: any): string {
  return metadata?.namespace === undefined ? metadata?.name : `${metadata.namespace}/${metadata.name}`;
}
