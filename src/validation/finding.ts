import type { KubernetesVersion } from '../schema/versions';

export { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../schema/versions';

/**
 * Who would complain.
 *
 * - `api`: kube-apiserver refuses (or, as a warning, grumbles about) the object.
 * - `reference`: the server takes it, but it points to something that is not there, so it cannot work.
 * - `policy`: it works, but good practice forbids it.
 */
export type Category = 'api' | 'reference' | 'policy';

/** `error` stops synthesis; `warning` is only told. */
export type Severity = 'error' | 'warning';

/**
 * The server's own words for what is wrong. `FieldValue…` are the causes of a 422 answer; `UnknownField` and `BadRequest`
 * are a 400 (strict decoding and wrong types); `NoMatch` is a kind that the server does not have.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
 */
export type Reason =
  | 'FieldValueInvalid'
  | 'FieldValueRequired'
  | 'FieldValueNotSupported'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  | 'FieldValueInternal'
  | 'InternalError'
  | 'UnknownField'
  | 'BadRequest'
  | 'NoMatch'
  | 'Syntax'
  | 'Warning'
  | 'DanglingReference'
  | 'PolicyViolation';

/** One thing that is wrong with one object; every check of the project speaks in these, every reporter prints them. */
export interface Finding {
  /** Id of the rule, the name of its page under docs/rules. */
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly reason: Reason;
  /** Field path in the server's notation, such as `spec.containers[0].name`; empty for the object itself. */
  readonly path: string;
  /** What is wrong, in the server's words where it is the server's rule. Never holds a value of a Secret. */
  readonly message: string;
  /** How to mend it. */
  readonly hint?: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Construct that made the object, when it came from one. */
  readonly constructPath?: string;
  /** Manifest file, or source file that created the construct or changed the field. */
  readonly file?: string;
  /** One-based. */
  readonly line?: number;
  /** One-based. */
  readonly column?: number;
  /** Zero-based position among all documents of the input. */
  readonly document?: number;
  /** Version of the server that would say so. */
  readonly kubernetesVersion: KubernetesVersion;
}
