import { containersOf, gatesOf, isKind } from '../../facts';
import {
  addQuantities,
  amountsOf,
  canonicalQuantity,
  compareQuantities,
  type Quantity,
  type ResourceAmounts,
  signOfQuantity,
  subtractAmounts,
  ZERO,
} from '../../values';
import type { Placed } from '../applied';
import { matchesName, podMatches, type Scope, scopesOf } from './scopes';

/** Resources that a quota can only count when every container sets them. */
const REQUIRED = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

/** A quota that refuses an object. */
export interface QuotaRefusal {
  readonly quota: Placed;
  readonly message: string;
  /** Field of the spec of the pod that lacks what the quota requires. */
  readonly field?: string;
}

/** The quotas of a namespace, and what is used of them. */
export interface Quotas {
  readonly quotas: readonly Placed[];
  readonly used: (quota: Placed) => ResourceAmounts;
  /** What an object uses. */
  readonly usageOf: (object: any) => ResourceAmounts;
  readonly minor: number;
}

/**
 * The first quota that refuses an object, in the server's words.
 *
 * @param before the object that it replaces
 * @see CheckRequest (k8s.io/apiserver, plugin resourcequota)
 */
export function quotaRefusal(
  object: any,
  { quotas, used, usageOf, minor }: Quotas,
  before: object | undefined,
): QuotaRefusal | undefined {
  const whole = usageOf(object);
  const matching = quotas.filter(({ object: quota }) => isLimitedBy(object, whole, quota, minor));
  // An update only needs what it uses more than before.
  const usage = before === undefined ? whole : subtractAmounts(whole, usageOf(before));
  for (const quota of matching) {
    const missing = missingResources(object, quota.object, minor);
    if (missing !== undefined) return { quota, ...missing };
  }
  for (const quota of matching) {
    const message = exceeded(quota.object, usage, used(quota));
    if (message !== undefined) return { quota, message };
  }
  return undefined;
}

const limitsOfQuotas = new WeakMap<object, Map<string, Quantity>>();

/** The limits of a quota. */
export function hardOf(quota: any): Map<string, Quantity> {
  let hard = limitsOfQuotas.get(quota);
  if (hard === undefined) {
    hard = amountsOf(quota.spec?.hard);
    limitsOfQuotas.set(quota, hard);
  }
  return hard;
}

/** Why the usage does not fit beside what is used, or undefined when it does. */
export function exceeded(quota: any, usage: ResourceAmounts, used: ResourceAmounts): string | undefined {
  const hard = hardOf(quota);
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

/** Whether a quota has a limit for this kind of object, and the object is in all its scopes. */
export function isLimitedBy(object: any, usage: ResourceAmounts, quota: any, minor: number): boolean {
  const isPod = isKind(object, 'Pod');
  return (
    isRelevant(object, usage, quota, isPod) && scopesOf(quota).every((scope) => matches(scope, object, isPod, minor))
  );
}

function isRelevant(object: any, usage: ResourceAmounts, quota: any, isPod: boolean): boolean {
  for (const name of hardOf(quota).keys()) if (usage.has(name) || isOfKind(name, object, isPod)) return true;
  return false;
}

/** A limit of a resource that an object of the kind can use, even when this one does not. */
function isOfKind(name: string, object: any, isPod: boolean): boolean {
  if (isPod)
    return /^(requests\.|limits\.)?(cpu|memory|ephemeral-storage)$|^(requests\.)?hugepages-|^requests\..*\//.test(name);
  return isKind(object, 'PersistentVolumeClaim') && /(^|\/)(persistentvolumeclaims|requests\.storage)$/.test(name);
}

function matches(scope: Scope, object: any, isPod: boolean, minor: number): boolean {
  if (isPod) return podMatches(scope, object);
  const hasScopes = isKind(object, 'PersistentVolumeClaim') && gatesOf(minor).has('VolumeAttributesClass');
  if (!hasScopes || scope.scopeName !== 'VolumeAttributesClass') return false;
  return matchesName(scope.operator, scope.values ?? [], object.spec?.volumeAttributesClassName);
}

/** Containers that do not set what a quota of cpu or memory requires of each. */
function missingResources(object: any, quota: any, minor: number): Omit<QuotaRefusal, 'quota'> | undefined {
  if (!isKind(object, 'Pod')) return undefined;
  const hard = hardOf(quota);
  const required = REQUIRED.filter((name) => hard.has(name)).sort();
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
