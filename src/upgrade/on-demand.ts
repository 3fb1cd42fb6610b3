import type { Finding } from '../findings';
import type { UpgradeOptions } from './check-upgrade';

/**
 * Finds what fails when `next` is applied after `previous`: changes that the server rejects in an existing object, and objects with data
 * that are removed. New objects are not checked; `validate` does that.
 *
 * @param previous manifests as they were applied, for example the committed output of the last synthesis.
 * @param next manifests to apply now.
 * @example
 * checkUpgrade([job('report:1')], [job('report:2')]);
 * // [{ rule: 'job-template-immutable', path: 'spec.template', … }]
 */
export function checkUpgrade(
  previous: readonly unknown[],
  next: readonly unknown[],
  options: UpgradeOptions = {},
): Finding[] {
  const upgrade = require('./check-upgrade') as typeof import('./check-upgrade');
  return upgrade.checkUpgrade(previous, next, options);
}
