import { groupOf, isKind, NEWEST_VERSION } from '../../facts';
import type { RawFinding } from '../../findings';
import { decodeObject, inspectObject } from '../../validation';

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

/** Kinds that decide about other objects: one with a mistake would decide nothing, and nothing would be said. */
const DECIDING = [
  'LimitRange',
  'Namespace',
  'ResourceQuota',
  'admissionregistration.k8s.io/MutatingAdmissionPolicy',
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
];

/**
 * The same for an object of a file that no cluster wrote: what decides about others is checked as the server does when it is applied. Of
 * other kinds, an export may have what only the server may set.
 */
export function decodeWritten(object: any): ClusterObject {
  const served = { ...object, apiVersion: servedVersionOf(object.apiVersion) };
  if (isKind(served, ...DECIDING) || object.apiVersion === 'v1') {
    const { findings } = inspectObject(served, { kubernetesVersion: NEWEST_VERSION });
    const isWrong = ({ severity, rule }: RawFinding) =>
      severity === 'error' && (rule === 'unknown-kind' || isKind(served, ...DECIDING));
    const error = findings.map(({ raw }) => raw).find(isWrong);
    if (error !== undefined) return { error };
  }
  return decodeClusterObject(object);
}

/** Policies of older clusters have an apiVersion that the newest no longer serves, and the same fields. */
function servedVersionOf(apiVersion: string): string {
  return groupOf(apiVersion) === POLICIES ? `${POLICIES}/v1` : apiVersion;
}

const POLICIES = 'admissionregistration.k8s.io';
