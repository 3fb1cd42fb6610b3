import { type NamespacePolicy, resourceOf } from '../facts';
import type { Severity } from '../findings';
import type { Placed } from './applied';

/** What an admission plugin answers to an object. */
export interface Refusal {
  readonly rule: string;
  /** In the server's words, after `pods "shop" is forbidden: `. */
  readonly message: string;
  /** Field of the object; for pods relative to the spec, `''` for the spec itself. */
  readonly field: string;
  /** The level that a pod violates, and with which fields, as `field` names them. */
  readonly violated?: NamespacePolicy & { readonly fields: readonly string[] };
  /** What the server calls the answer; the message of all but a 403 stands alone. @default 'Forbidden' */
  readonly answer?: 'Forbidden' | 'NotFound' | 'Invalid' | 'InternalError';
  /** @default 'error' */
  readonly severity?: Severity;
  /** Objects that make the server answer so: a LimitRange, a quota, a namespace. */
  readonly because: readonly Placed[];
}

/** The message of an answer: that of a 403 names the object. @see NewForbidden of k8s.io/apiserver/pkg/admission */
export function answerMessage({ answer = 'Forbidden', message }: Refusal, object: any): string {
  if (answer !== 'Forbidden') return message;
  return `${resourceOf(object)} ${JSON.stringify(object.metadata?.name ?? '')} is forbidden: ${message}`;
}

/** Whether the server does not create the object. */
export function isError({ severity = 'error' }: Refusal): boolean {
  return severity === 'error';
}
