import type { KubernetesVersion } from '../facts';

/**
 * What enforces a rule.
 *
 * - `api`: kube-apiserver refuses the object, or answers with a warning.
 * - `admission`: kube-apiserver refuses the object, or the pods of its controller, because of objects that were applied before:
 *   the level of a namespace, a LimitRange, a quota, a policy.
 * - `apply`: kubectl apply refuses the input before or beside the server: it cannot read or send it.
 * - `reference`: not enforced at apply; the object refers to something that does not exist and fails at runtime.
 * - `policy`: not enforced at apply; a Pod Security Standard or a good practice forbids it.
 * - `runtime`: not enforced at apply; the kubelet refuses to start the container, or its program fails there.
 * - `app`: the program that makes the objects: constructs, dependencies, acknowledgements.
 */
export type Category = 'api' | 'admission' | 'apply' | 'reference' | 'policy' | 'runtime' | 'app';

/**
 * `error` stops synthesis and fails a run; `warning` does not. `note` is what would be reported next, once the
 * errors of the object that make the server stop are fixed, or a field that such an error is about; it never changes a verdict.
 */
export type Severity = 'error' | 'warning' | 'note';

/**
 * The server's own words for what is wrong. `FieldValue…` are the causes of a 422 answer; `UnknownField` and `BadRequest`
 * are a 400 (strict decoding and wrong types); `NoMatch` is a kind that the server does not have; `Forbidden` and
 * `NotFound` are a 403 and a 404 of an admission plugin, and `Conflict` is a version of the object that is not the current one (409).
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
  | 'Forbidden'
  | 'NotFound'
  | 'Conflict'
  | 'Syntax'
  | 'Warning'
  | 'DanglingReference'
  | 'PolicyViolation'
  | 'RuntimeFailure'
  | 'InvalidApp';

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
  /** How to fix it. */
  readonly hint?: string;
  /** The refused value, at most 40 characters of it; never one of a Secret. */
  readonly value?: string | number | boolean | undefined;
  /** What fills the message, such as `supported` or `limit`. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
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
  /** Checked versions that the finding holds for, in the order in which they were given; none for invalid props. */
  readonly kubernetesVersions: readonly KubernetesVersion[];
}
