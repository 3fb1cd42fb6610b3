import { resourceOf } from '../facts';
import type { Severity } from '../findings';
import type { Placed } from './applied';

/** What an admission plugin answers to an object. */
export interface Refusal {
  readonly rule: string;
  /** In the server's words, after `pods "shop" is forbidden: `. */
  readonly message: string;
  /** Field of the object; for pods relative to the spec, `''` for the spec itself. */
  readonly field: string;
  /** The answer is a 404 whose message stands alone. @default a 403 */
  readonly isNotFound?: boolean;
  /** @default 'error' */
  readonly severity?: Severity;
  /** Objects that make the server answer so: a LimitRange, a quota, a namespace. */
  readonly because: readonly Placed[];
}

/** The message of a 403 answer. @see NewForbidden of k8s.io/apiserver/pkg/admission */
export function forbidden(object: any, message: string): string {
  return `${resourceOf(object)} ${JSON.stringify(object.metadata?.name ?? '')} is forbidden: ${message}`;
}
