import { factsOfDefinition, holds } from '../../../facts';
import type { Scope } from '../../../schema';

/** Letters of a name that the server generates, and how many of them; which ones does not matter. */
const GENERATED = 'xxxxx';
const LONGEST_PREFIX = 63 - GENERATED.length;
/** What the server fills itself, whatever the manifest says. */
const SYSTEM_FIELDS = [
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
  'managedFields',
];

/**
 * Does to the metadata of a new object what the server does before it looks at it: a namespaced object without a
 * namespace goes to that of the request, a namespace on any other object is dropped, a name is generated.
 */
export function prepareMetadata(object: any, definition: string, scope: Scope, minor: number): void {
  const { metadata } = object;
  if (metadata === undefined) return;
  for (const field of SYSTEM_FIELDS) delete metadata[field];
  if (scope === 'Cluster') delete metadata.namespace;
  else if (!metadata.namespace) metadata.namespace = 'default';
  if (!metadata.name && metadata.generateName)
    metadata.name = metadata.generateName.slice(0, LONGEST_PREFIX) + GENERATED;
  if (definition === 'io.k8s.api.core.v1.LimitRange') metadata.name ||= GENERATED;
  if (holds(factsOfDefinition(definition).countsGenerations, minor)) metadata.generation = 1;
}
