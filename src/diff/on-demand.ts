import type { InputObject } from '../findings';
import type { DiffOptions, ManifestDiff } from './types';

/**
 * Says what applying manifests over those of before does, without a cluster: what the server refuses, what deletes data, stops or
 * restarts pods, and what has no effect. Objects are compared by kind, namespace and name.
 *
 * Synchronous; writes nothing.
 *
 * @param previous manifests as they were applied before: objects, or objects with what is known of where they came from.
 * @param next manifests to apply now.
 * @example
 * diffManifests([deployment('web:1')], [deployment('web:2')]).objects;
 * // [{ kind: 'Deployment', effect: 'restarts-pods', fields: [{ path: 'spec.template.spec.containers[0].image', … }], … }]
 */
export function diffManifests(
  previous: readonly unknown[] | readonly InputObject[],
  next: readonly unknown[] | readonly InputObject[],
  options: DiffOptions = {},
): ManifestDiff {
  const diff = require('./diff-manifests') as typeof import('./diff-manifests');
  return diff.diffManifests(previous, next, options);
}

/**
 * What the objects of manifests look like in the cluster once they are applied over those of before: with defaults, cleared
 * fields and merged lists, as the server returns them. Values that the server chooses are `<generated>`, and the status is left out.
 * An object that the server rejects stays as it is.
 *
 * Synchronous; writes nothing.
 *
 * @example
 * storedManifests([], [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }]);
 * // [{ …, metadata: { name: 'shop', labels: { 'kubernetes.io/metadata.name': 'shop' }, uid: '<generated>', … } }]
 */
export function storedManifests(
  previous: readonly unknown[] | readonly InputObject[],
  next: readonly unknown[] | readonly InputObject[],
  options: DiffOptions = {},
): Record<string, unknown>[] {
  const stored = require('./stored-manifests') as typeof import('./stored-manifests');
  return stored.storedManifests(previous, next, options);
}
