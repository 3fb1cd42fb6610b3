import { applyRank } from '../facts';

/**
 * Sorts objects so that applying them in sequence succeeds the first time: namespaces and quotas, custom resource
 * definitions, service accounts and RBAC, configuration, storage, services, workloads, autoscaling, ingress. Objects of
 * one rank keep their order. Returns a new array.
 */
export function applyOrder<T>(objects: readonly T[]): T[] {
  return objects
    .map((object) => ({ object, rank: rankOf(object) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ object }) => object);
}

/** Rank of an object by its apiVersion and kind. */
export function rankOf(object: unknown): number {
  const { apiVersion, kind } = (object ?? {}) as { apiVersion?: unknown; kind?: unknown };
  return applyRank(String(apiVersion ?? ''), String(kind ?? ''));
}
