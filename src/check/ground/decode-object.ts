import { groupOf, NEWEST_VERSION } from '../../facts';
import type { RawFinding } from '../../findings';
import { decodeObject } from '../../validation';

/** An object of a cluster in the form that checks of several objects expect, or why it has none. */
export type ClusterObject = { readonly object: any } | { readonly error: RawFinding };

/**
 * Decodes an object of a cluster, whose kind this version of the package need not know. The newest version of Kubernetes has every
 * field and kind of those before that it still serves.
 */
export function decodeClusterObject(object: any): ClusterObject {
  const { apiVersion } = object;
  const result = decodeObject({ ...object, apiVersion: servedVersionOf(apiVersion) }, NEWEST_VERSION);
  return 'error' in result ? result : { object: { ...result.decoded, apiVersion } };
}

/** Policies of older clusters have an apiVersion that the newest no longer serves, and the same fields. */
function servedVersionOf(apiVersion: string): string {
  return groupOf(apiVersion) === POLICIES ? `${POLICIES}/v1` : apiVersion;
}

const POLICIES = 'admissionregistration.k8s.io';
