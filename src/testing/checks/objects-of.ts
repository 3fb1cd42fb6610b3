import { App, type Chart } from 'cdk8s';
import { BadUseError, unexpected } from '../bad-use';
import { Manifest } from '../manifest';

/** What the checks accept: a chart, an app, a manifest, plain objects, one object, or a string of YAML. */
export type Checkable = Chart | App | Manifest | readonly object[] | object | string;

/**
 * The manifest of anything that can be checked.
 *
 * @throws BadUseError for anything else.
 */
export function manifestOf(subject: Checkable): Manifest {
  if (subject instanceof Manifest) {
    return subject;
  }
  if (typeof subject === 'string') {
    return Manifest.fromYaml(subject);
  }
  if (Array.isArray(subject)) {
    return Manifest.fromObjects(subject);
  }
  if (subject instanceof App) {
    return Manifest.fromApp(subject);
  }
  if (typeof subject === 'object' && subject !== null && 'node' in subject) {
    return Manifest.fromChart(subject as Chart);
  }
  if (typeof subject === 'object' && subject !== null && 'kind' in subject) {
    return Manifest.fromObjects([subject]);
  }
  throw unexpected('cdk8s-patterns/testing', 'a chart, an app, a manifest, objects or a string of YAML', subject);
}

/**
 * The same with at least one object: an assertion about no objects would pass whatever it asserts, and so would its
 * opposite.
 *
 * @param what how the message names the objects.
 * @throws BadUseError when there is none.
 */
export function nonEmptyManifestOf(subject: Checkable, what = 'objects'): Manifest {
  const manifest = manifestOf(subject);
  if (manifest.objects.length === 0) {
    throw new BadUseError(`no ${what} to check: ${manifest.source} has no objects`);
  }
  return manifest;
}
