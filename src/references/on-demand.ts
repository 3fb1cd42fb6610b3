import type { Finding } from '../findings';
import type { ReferenceOptions } from './check-references';

/**
 * Finds dangling references, which the server accepts but which fail at runtime. Objects are checked together, as if they were all
 * that is applied.
 *
 * What cannot work, whatever else is in the cluster, is an error. What no object of the input matches, where the input is what is
 * in that namespace or has the name elsewhere, is a warning, since it may be in the cluster. What clusters have, and what
 * controllers create for objects of the input, is not reported.
 */
export function checkReferences(objects: readonly unknown[], options: ReferenceOptions = {}): Finding[] {
  const references = require('./check-references') as typeof import('./check-references');
  return references.checkReferences(objects, options);
}
