import { containersOf, gatesOf, isKind } from '../../facts';
import {
  addQuantities,
  canonicalQuantity,
  compareQuantities,
  type ResourceAmounts,
  signOfQuantity,
  subtractAmounts,
  ZERO,
} from '../../values';
import type { Placed } from '../applied';
import { limitsOf } from './limits';
import type { QuotaUsage } from './quota-usage';
import { usageOf } from './usage';

/** A quota that refuses an object. */
export interface QuotaRefusal {
  readonly quota: Placed;
  readonly message: string;
  /** Field of the spec of the pod that lacks what the quota requires. */
  readonly field?: string;
}

/**
 * The first quota that refuses an object, in the server's words.
 *
 * @param before the object that it replaces
 * @see CheckRequest (k8s.io/apiserver, plugin resourcequota)
 */
export function quotaRefusal(
  object: any,
  quotas: QuotaUsage,
  before: object | undefined,
  minor: number,
): QuotaRefusal | undefined {
  const limiting = quotas.limiting(object);
  for (const { quota } of limiting) {
    const missing = missingResources(object, quota.object, minor);
    if (missing !== undefined) return { quota, ...missing };
  }
  for (const { quota, usage } of limiting) {
    if (before === undefined && quotas.mayCount(quota, object)) continue;
    // An update only needs what it uses more than before.
    const added = before === undefined ? usage : subtractAmounts(usage, usageOf(before, minor));
    const message = exceeded(quota.object, added, quotas.of(quota));
    if (message !== undefined) return { quota, message };
  }
  return undefined;
}

/** Why the usage does not fit beside what is used, or undefined when it does. */
export function exceeded(quota: any, usage: ResourceAmounts, used: ResourceAmounts): string | undefined {
  const { hard } = limitsOf(quota);
  const over: string[] = [];
  for (const [name, limit] of hard) {
    const requested = usage.get(name);
    if (requested === undefined || signOfQuantity(requested) === 0) continue;
    if (compareQuantities(addQuantities(used.get(name) ?? ZERO, requested), limit) > 0) over.push(name);
  }
  if (over.length === 0) return undefined;
  const list = (amounts: ResourceAmounts) =>
    over
      .sort()
      .map((name) => `${name}=${canonicalQuantity(amounts.get(name) ?? ZERO)}`)
      .join(',');
  return `exceeded quota: ${quota.metadata.name}, requested: ${list(usage)}, used: ${list(used)}, limited: ${list(hard)}`;
}

/** Containers that do not set what a quota of cpu or memory requires of each. */
function missingResources(object: any, quota: any, minor: number): Omit<QuotaRefusal, 'quota'> | undefined {
  if (!isKind(object, 'Pod')) return undefined;
  const { required } = limitsOf(quota);
  if (required.length === 0 || (gatesOf(minor).has('PodLevelResources') && hasPodLevelResources(object.spec))) {
    return undefined;
  }
  const containers = containersOf(object.spec).filter(({ field }) => !field.startsWith('ephemeral'));
  const lacking = (name: string) =>
    containers.filter(({ container: { resources = {} } }) =>
      name.startsWith('limits.')
        ? resources.limits?.[name.slice('limits.'.length)] === undefined
        : resources.requests?.[name.replace('requests.', '')] === undefined,
    );
  const missing = required
    .map((name) => ({ name, without: lacking(name) }))
    .filter(({ without }) => without.length > 0);
  if (missing.length === 0) return undefined;
  const parts = missing.map(({ name, without }) => {
    const names = [...new Set(without.map(({ container }) => container.name))].sort();
    return `${name} for: ${names.join(',')}`;
  });
  return {
    message: `failed quota: ${quota.metadata.name}: must specify ${parts.join('; ')}`,
    field: `${missing[0]!.without[0]!.field}.resources`,
  };
}

/** @see IsPodLevelResourcesSet of k8s.io/component-helpers/resource */
function hasPodLevelResources({ resources = {} }: any): boolean {
  return ['requests', 'limits'].some((list) =>
    Object.keys(resources[list] ?? {}).some((name) => /^(cpu|memory|hugepages-.*)$/.test(name)),
  );
}
