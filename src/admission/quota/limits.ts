import { gatesOf, isKind } from '../../facts';
import { amountsOf, type Quantity, type ResourceAmounts } from '../../values';
import { matchesName, podMatches, type Scope, scopesOf } from './scopes';

/** What a quota limits. */
export interface QuotaLimits {
  readonly hard: ResourceAmounts;
  /** Those of its resources that it can only count when every container sets them. */
  readonly required: readonly string[];
  readonly scopes: readonly Scope[];
  /** Whether it limits a resource that any pod, or any claim, can use, even when one does not. */
  readonly limitsPods: boolean;
  readonly limitsClaims: boolean;
}

const REQUIRED = ['cpu', 'limits.cpu', 'limits.memory', 'memory', 'requests.cpu', 'requests.memory'];
const OF_PODS = /^(requests\.|limits\.)?(cpu|memory|ephemeral-storage)$|^(requests\.)?hugepages-|^requests\..*\//;
const OF_CLAIMS = /(^|\/)(persistentvolumeclaims|requests\.storage)$/;

const known = new WeakMap<object, QuotaLimits>();

/** Reads a quota once: each object of its namespace is compared with it. */
export function limitsOf(quota: any): QuotaLimits {
  let limits = known.get(quota);
  if (limits === undefined) {
    const hard = amountsOf(quota.spec?.hard);
    const names = [...hard.keys()];
    limits = {
      hard,
      required: REQUIRED.filter((name) => hard.has(name)),
      scopes: scopesOf(quota),
      limitsPods: names.some((name) => OF_PODS.test(name)),
      limitsClaims: names.some((name) => OF_CLAIMS.test(name)),
    };
    known.set(quota, limits);
  }
  return limits;
}

/** The part of what an object uses that a quota limits. */
export function limitedUsage(usage: ResourceAmounts, quota: any): Map<string, Quantity> {
  const limited = new Map<string, Quantity>();
  for (const name of limitsOf(quota).hard.keys()) {
    const amount = usage.get(name);
    if (amount !== undefined) limited.set(name, amount);
  }
  return limited;
}

/** Whether a quota has a limit for this kind of object, and the object is in all its scopes. */
export function isLimitedBy(object: any, usage: ResourceAmounts, quota: any, minor: number): boolean {
  const { hard, scopes, limitsPods, limitsClaims } = limitsOf(quota);
  const isPod = isKind(object, 'Pod');
  const isRelevant =
    (isPod && limitsPods) ||
    (limitsClaims && isKind(object, 'PersistentVolumeClaim')) ||
    [...hard.keys()].some((name) => usage.has(name));
  return isRelevant && scopes.every((scope) => matches(scope, object, isPod, minor));
}

function matches(scope: Scope, object: any, isPod: boolean, minor: number): boolean {
  if (isPod) return podMatches(scope, object);
  const hasScopes = isKind(object, 'PersistentVolumeClaim') && gatesOf(minor).has('VolumeAttributesClass');
  if (!hasScopes || scope.scopeName !== 'VolumeAttributesClass') return false;
  return matchesName(scope.operator, scope.values ?? [], object.spec?.volumeAttributesClassName);
}
