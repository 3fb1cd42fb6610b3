import type { KubernetesVersion } from '../facts';
import type { RawFinding } from '../findings';
import { loadKubernetesDocument, type Scope } from '../schema';
import { decodedView, decodeFindings, decodingErrors, shapeOf } from './decode';
import { furtherFindings } from './further-findings';
import { OBJECT_META } from './groups/meta';
import { identify } from './identify';

/** A manifest whose fields have the types of its kind. */
export interface DecodedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, any>>;
  readonly [field: string]: any;
}

/**
 * An object that the server can decode, to look at: unknown fields and nulls are gone, each field has its type, and an object of the
 * cluster has no namespace, which the server drops. Parts of it are those of the given object and must not be changed. Of kinds that
 * are not built in, `apiVersion`, `kind` and `metadata` remain.
 *
 * @returns undefined when the object has no kind, or the metadata of an unknown kind cannot be decoded.
 */
export function decodedObject(
  object: Readonly<Record<string, unknown>>,
  version: KubernetesVersion,
): DecodedObject | undefined {
  const { apiVersion, kind, metadata } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const document = loadKubernetesDocument(version);
  const identity = identify(document, object);
  if (!('findings' in identity)) {
    const decoded = decodedView(object, shapeOf(document, identity.definition.name)) as DecodedObject;
    return {
      ...decoded,
      metadata: metadataIn(decoded.metadata ?? {}, identity.definition.scope),
    };
  }
  const shape = shapeOf(document, OBJECT_META);
  const errors = decodingErrors(metadata ?? {}, shape);
  if (errors.some(({ problem }) => problem !== 'unknown-field')) return undefined;
  const copy = decodedView(metadata ?? {}, shape) as DecodedObject['metadata'];
  return { apiVersion, kind, metadata: copy };
}

function metadataIn(metadata: DecodedObject['metadata'], scope: Scope | undefined): DecodedObject['metadata'] {
  if (scope !== 'Cluster' || metadata.namespace === undefined) return metadata;
  const { namespace, ...others } = metadata;
  return others;
}

/**
 * The same for an object that may have fields of a wrong type: such fields are converted where quotes are missing or needless,
 * and left out otherwise.
 */
export function typedObject(object: unknown, version: KubernetesVersion): DecodedObject | undefined {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  const manifest = object as Record<string, unknown>;
  const found = wrongTypes(manifest, version);
  if (found.length === 0) return decodedObject(manifest, version);
  const { repaired } = furtherFindings(manifest, version, found, (value) => wrongTypes(value as any, version));
  return repaired && decodedObject(repaired, version);
}

/** What `decodeObject` makes of an object. */
export type DecodeResult = { readonly decoded: DecodedObject } | { readonly error: RawFinding };

/**
 * The object as the server decodes it, or the first error for which the server cannot. Unknown fields and nulls are gone. Of kinds that
 * are not built in, only the metadata is decoded, and the rest is as it is written.
 */
export function decodeObject(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): DecodeResult {
  const [error] = wrongTypes(object, version);
  if (error !== undefined) return { error };
  const decoded = decodedObject(object, version)!;
  const isBuiltIn = !('findings' in identify(loadKubernetesDocument(version), object));
  return { decoded: isBuiltIn ? decoded : { ...object, ...decoded } };
}

function wrongTypes(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): RawFinding[] {
  const document = loadKubernetesDocument(version);
  const identity = identify(document, object);
  const [definition, value, at] =
    'findings' in identity
      ? [OBJECT_META, object.metadata ?? {}, ['metadata']]
      : [identity.definition.name, object, []];
  const errors = decodingErrors(value, shapeOf(document, definition)).map(({ steps, problem }) => ({
    steps: [...at, ...steps],
    problem,
  }));
  return errors.length === 0
    ? []
    : decodeFindings(document, definition, object, errors).filter(({ reason }) => reason === 'BadRequest');
}
