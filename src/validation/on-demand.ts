import type { KubernetesVersion } from '../facts';
import type { CustomResourceSchema, CustomResources } from '../schema';
import type { DecodedObject, DecodeResult } from './decoded';
import type { Inspection } from './inspect-object';
import type { CheckedUpdate } from './rule';
import type { ValidateOptions } from './validate';

export type { Inspection } from './inspect-object';
export type { CheckedUpdate } from './rule';

// Rules, decoders and the libraries they need are loaded with the first object that is checked.

/** Checks one object against every version, and looks beyond wrong types and unknown fields, as notes. */
export function inspectObject(object: unknown, options: ValidateOptions): Inspection {
  const inspection = require('./inspect-object') as typeof import('./inspect-object');
  return inspection.inspectObject(object, options);
}

/**
 * The object with the types of its kind. Fields of a wrong type are converted where quotes are missing or needless, and left out
 * otherwise; undefined when nothing can be made of it.
 */
export function typedObject(object: unknown, version: KubernetesVersion): DecodedObject | undefined {
  const decoded = require('./decoded') as typeof import('./decoded');
  return decoded.typedObject(object, version);
}

/**
 * The object as the server decodes it, or the first error for which the server cannot. Unknown fields and nulls are gone. Of kinds that
 * are not built in, only the metadata is decoded, and the rest is as it is written.
 */
export function decodeObject(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): DecodeResult {
  const decoded = require('./decoded') as typeof import('./decoded');
  return decoded.decodeObject(object, version);
}

/** The object in the cluster after it was created from a manifest; undefined for a kind that this version does not have. */
export function liveObject(
  object: Readonly<Record<string, unknown>>,
  version: KubernetesVersion,
  customResources?: CustomResources,
): any {
  const live = require('./live-object') as typeof import('./live-object');
  return live.liveObject(object, version, customResources);
}

/** What one version of the server says about an update, from the object in the cluster to what a patch makes of it. */
export function updateObject(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  version: KubernetesVersion,
  customResources?: CustomResources,
): CheckedUpdate {
  const update = require('./update-object') as typeof import('./update-object');
  return update.updateObject(before, after, version, customResources);
}

/**
 * The object as the server stores it: decoded, with defaults filled in and fields cleared that its strategies clear. Two
 * manifests that mean the same are equal afterwards. Kinds that the server does not have come back as they are.
 */
export function defaultedCopy(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): any {
  const defaulted = require('./defaulted-copy') as typeof import('./defaulted-copy');
  return defaulted.defaultedCopy(object, version);
}

/** A custom resource with the defaults of its schema, as the server reads it. */
export function customResourceCopy(
  object: Readonly<Record<string, unknown>>,
  schema: CustomResourceSchema | undefined,
): any {
  const custom = require('./custom-resource-copy') as typeof import('./custom-resource-copy');
  return custom.customResourceCopy(object, schema);
}
