import { App, type Chart } from 'cdk8s';
import { BadUseError } from '../bad-use';
import { Manifest } from '../manifest';

/** What the checks take: a chart, an app, a manifest, plain objects, one object, or a text of YAML. */
export type Checkable = Chart | App | Manifest | readonly object[] | object | string;

/**
 * The manifest behind anything that can be checked.
 *
 * @throws BadUseError for what holds no objects.
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
  throw new BadUseError(
    `a chart, an app, a manifest, objects or a text of YAML is wanted, and got ${JSON.stringify(subject) ?? typeof subject}`,
  );
}
