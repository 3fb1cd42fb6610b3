import { type Finding, goJson, type RawFinding } from '../findings';
import type { DecodedObject } from '../validation';
import type { CheckOptions } from './check-options';
import { definitionsIn } from './custom-resources';
import type { FoundAt } from './found';
import { objectFinding } from './object-finding';
import { type Context, scopeOf } from './scope';

/** Key of the annotation in which client-side apply keeps the object as it was applied. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Most bytes of all keys and values of `metadata.annotations`. @see ValidateAnnotationsSize of k8s.io/apimachinery */
const MAXIMUM_ANNOTATION_BYTES = 256 * 1024;

/** Most bytes of a request. @see MaxRequestBodyBytes of k8s.io/apiserver/pkg/server */
const MAXIMUM_REQUEST_BYTES = 3 * 1024 * 1024;

/** An object that could be read, and its index in the input. */
interface Readable {
  readonly object: any;
  readonly index: number;
}

type Refusal = RawFinding & Pick<Finding, 'category'>;

/**
 * What `kubectl apply` refuses beside the server: it cannot find again what has a generated name, it looks up all kinds before
 * it applies the first object, its requests have a limit, and without `--server-side` it keeps a copy of each object in an annotation.
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/
 */
export function applyFindings(
  readable: readonly Readable[],
  decoded: readonly (DecodedObject | undefined)[],
  { applyMode }: Pick<CheckOptions, 'applyMode'>,
  context: Context,
): FoundAt[] {
  const pending = new Set(readable.flatMap(({ object }) => kindsDefinedBy(object)));
  return readable.flatMap(({ object, index }): FoundAt[] => {
    const typed = decoded[index];
    if (typed === undefined) return [];
    const refusals: (Refusal | undefined)[] = [generatedName(typed)];
    if (!isWithinAllLimits(object, typed)) {
      const namespaced = scopeOf(typed, context) === 'Namespaced';
      refusals.push(requestTooLarge(object, namespaced));
      if (applyMode !== 'server') refusals.push(annotationTooLong(object, typed, namespaced));
    }
    // One finding for each kind: the others have the same cause.
    if (pending.size > 0 && pending.delete(kindOf(typed))) refusals.push(kindNotEstablished(typed));
    return refusals.flatMap((refusal) =>
      refusal === undefined ? [] : { index, finding: objectFinding(typed, context.versions, refusal) },
    );
  });
}

function generatedName({ metadata: { name = '', generateName = '' } }: DecodedObject): Refusal | undefined {
  if (name !== '' || generateName === '') return undefined;
  return {
    rule: 'apply-generate-name',
    category: 'apply',
    severity: 'error',
    reason: 'FieldValueRequired',
    path: 'metadata.name',
    message: `from ${generateName}: cannot use generate name with apply`,
    hint: 'set metadata.name, or acknowledge this for objects that are only ever created with kubectl create',
  };
}

/**
 * Whether an object is so small that no limit is near, which most are: a character has six bytes at most, and the annotations count
 * twice, once in the copy of the object.
 */
function isWithinAllLimits(object: any, typed: DecodedObject): boolean {
  let length = lengths.get(typed);
  if (length === undefined) {
    length = JSON.stringify(object)?.length ?? 0;
    lengths.set(typed, length);
  }
  return 12 * length + 1024 < MAXIMUM_ANNOTATION_BYTES;
}

/** Of objects as JSON. A process that runs an app again has the same decoded object until it changes. */
const lengths = new WeakMap<DecodedObject, number>();

/** The server refuses the request before it looks at the object. With the copy in an annotation it may be larger still. */
function requestTooLarge(object: any, namespaced: boolean): Refusal | undefined {
  const bytes = byteLength(sentJson(object, object.metadata, namespaced));
  if (bytes <= MAXIMUM_REQUEST_BYTES) return undefined;
  return {
    rule: 'apply-request-too-large',
    category: 'apply',
    severity: 'error',
    reason: 'FieldValueTooLong',
    path: '',
    message: `Request entity too large: limit is ${MAXIMUM_REQUEST_BYTES}`,
    hint: `the object has ${bytes} bytes as JSON: make it smaller, or split it`,
    params: { limit: MAXIMUM_REQUEST_BYTES, bytes },
  };
}

function annotationTooLong(object: any, typed: DecodedObject, namespaced: boolean): Refusal | undefined {
  const bytes = annotationBytes(object, typed, namespaced);
  if (bytes <= MAXIMUM_ANNOTATION_BYTES) return undefined;
  return {
    rule: 'apply-annotation-too-long',
    category: 'apply',
    severity: 'error',
    reason: 'FieldValueTooLong',
    path: 'metadata.annotations',
    message: `Too long: may not be more than ${MAXIMUM_ANNOTATION_BYTES} bytes`,
    hint: `kubectl apply copies the object into an annotation, ${bytes} bytes with this one; use kubectl apply --server-side, or make the object smaller`,
    params: { limit: MAXIMUM_ANNOTATION_BYTES, bytes },
  };
}

function kindNotEstablished(typed: DecodedObject): Refusal {
  return {
    rule: 'apply-kind-not-established',
    category: 'apply',
    severity: 'warning',
    reason: 'NoMatch',
    path: '',
    message: `no matches for kind "${typed.kind}" in version "${typed.apiVersion}" until its CustomResourceDefinition is established`,
    hint: 'the first kubectl apply of both together fails: apply the definition by itself, run "kubectl wait --for=condition=established crd --all", then apply the rest; in a program synth writes definitions to 00-crds.k8s.yaml',
  };
}

function kindOf({ apiVersion, kind }: DecodedObject): string {
  return `${apiVersion}/${kind}`;
}

function kindsDefinedBy(object: unknown): string[] {
  return definitionsIn(object).flatMap(({ group, names, versions }) =>
    versions.map(({ name }) => `${group}/${name}/${names.kind}`),
  );
}

/**
 * Bytes of the annotations of an object after client-side apply, or 0 when they are too many without it, which is a finding of
 * its own. The copy in the annotation is without an earlier one.
 */
function annotationBytes(object: any, { metadata }: DecodedObject, namespaced: boolean): number {
  const { [LAST_APPLIED]: _, ...annotations } = (metadata.annotations ?? {}) as Record<string, string>;
  const own = Object.entries(annotations).reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  if (own > MAXIMUM_ANNOTATION_BYTES) return 0;
  return own + byteLength(LAST_APPLIED) + byteLength(sentJson(object, { ...object.metadata, annotations }, namespaced));
}

/** The object as kubectl writes it: JSON on one line, with the namespace that it applies to. */
function sentJson(object: any, metadata: object, namespaced: boolean): string {
  const namespace = namespaced ? { namespace: 'default' } : {};
  return `${goJson({ ...object, metadata: { ...namespace, ...metadata } })}\n`;
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}
