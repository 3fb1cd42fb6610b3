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
