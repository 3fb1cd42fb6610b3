import {
  amountsOf,
  canonicalQuantity,
  compareQuantities,
  type Quantity,
  type ResourceAmounts,
  scaledUp,
  signOfQuantity,
} from '../../values';
import { podSums } from './requests';

/** An item of a LimitRange. */
interface Item {
  readonly type: string;
  readonly min: ResourceAmounts;
  readonly max: ResourceAmounts;
  readonly ratio: ResourceAmounts;
}

/** A constraint that an object breaks, with the field that breaks it, relative to the object or to the spec of the pod. */
export interface LimitViolation {
  readonly message: string;
  readonly field: string;
}

/**
 * Writes the defaults of a LimitRange into the containers of a pod; defaults of an earlier one stay.
 *
 * @returns whether a container got one
 */
export function setLimitDefaults(pod: any, limitRange: any): boolean {
  let isChanged = false;
  for (const { type, default: limits = {}, defaultRequest: requests = {} } of limitRange.spec?.limits ?? []) {
    if (type !== 'Container') continue;
    for (const container of [...(pod.spec.containers ?? []), ...(pod.spec.initContainers ?? [])]) {
      const { resources = {} } = container;
      const changed = {
        ...resources,
        limits: { ...limits, ...resources.limits },
        requests: { ...requests, ...resources.requests },
      };
      const count = ({ limits: some = {}, requests: others = {} }: any) =>
        Object.keys(some).length + Object.keys(others).length;
      isChanged ||= count(changed) > count(resources);
      container.resources = changed;
    }
  }
  return isChanged;
}

/** What the limits of containers and pods forbid. @see PodValidateLimitFunc (plugin/pkg/admission/limitranger) */
export function podLimitViolations(spec: any, limitRange: any, minor: number): LimitViolation[] {
  return itemsOf(limitRange).flatMap((item) => {
    if (item.type === 'Container') {
      return ['containers', 'initContainers'].flatMap((list) =>
        (spec[list] ?? []).flatMap((container: any, index: number) => {
          const { requests, limits } = container.resources ?? {};
          return violations(item, amountsOf(requests), amountsOf(limits), `${list}[${index}].resources`);
        }),
      );
    }
    if (item.type !== 'Pod') return [];
    return violations(item, podSums(spec, 'requests', minor), podSums(spec, 'limits', minor), '');
  });
}

/** What the limits of claims forbid; only requests count. */
export function claimLimitViolations(claim: any, limitRange: any): LimitViolation[] {
  const requests = amountsOf(claim.spec?.resources?.requests);
  const field = 'spec.resources.requests';
  return itemsOf(limitRange)
    .filter(({ type }) => type === 'PersistentVolumeClaim')
    .flatMap(({ type, min, max }) => [
      ...each(min, (name, bound) => outside('minimum', type, name, bound, { request: requests })),
      ...each(max, (name, bound) => outside('maximum', type, name, bound, { request: requests })),
    ])
    .map(({ message, resource }) => ({ message, field: `${field}.${resource}` }));
}

const knownItems = new WeakMap<object, readonly Item[]>();

function itemsOf(limitRange: any): readonly Item[] {
  let items = knownItems.get(limitRange);
  if (items === undefined) {
    items = (limitRange.spec?.limits ?? []).map(({ type, min, max, maxLimitRequestRatio }: any) => ({
      type,
      min: amountsOf(min),
      max: amountsOf(max),
      ratio: amountsOf(maxLimitRequestRatio),
    }));
    knownItems.set(limitRange, items!);
  }
  return items!;
}

function violations(
  { type, min, max, ratio }: Item,
  requests: ResourceAmounts,
  limits: ResourceAmounts,
  field: string,
): LimitViolation[] {
  return [
    ...each(min, (name, bound) => outside('minimum', type, name, bound, { request: requests, limit: limits })),
    ...each(max, (name, bound) => outside('maximum', type, name, bound, { limit: limits, request: requests })),
    ...each(ratio, (name, bound) => aboveRatio(type, name, bound, requests, limits)),
  ].map(({ message }) => ({ message, field }));
}

/** In the order of names; the server goes through its maps in no order. */
function each(bounds: ResourceAmounts, check: (name: string, bound: Quantity) => string | undefined) {
  return [...bounds.keys()].sort().flatMap((resource) => {
    const message = check(resource, bounds.get(resource)!);
    return message === undefined ? [] : [{ resource, message }];
  });
}

/**
 * Why amounts are on the wrong side of a bound. The first of them must be set.
 *
 * @see minConstraint and maxConstraint (plugin/pkg/admission/limitranger)
 */
function outside(
  end: 'minimum' | 'maximum',
  type: string,
  resource: string,
  bound: Quantity,
  amounts: Readonly<Record<string, ResourceAmounts>>,
): string | undefined {
  const start = `${end} ${resource} usage per ${type} is ${canonicalQuantity(bound)}`;
  const [required] = Object.keys(amounts);
  for (const [word, all] of Object.entries(amounts)) {
    const amount = all.get(resource);
    if (amount === undefined) {
      if (word === required) return `${start}.  No ${word} is specified`;
    } else if (end === 'minimum' ? isMore(bound, amount) : isMore(amount, bound)) {
      return `${start}, but ${word} is ${canonicalQuantity(amount)}`;
    }
  }
  return undefined;
}

function aboveRatio(
  type: string,
  name: string,
  bound: Quantity,
  requests: ResourceAmounts,
  limits: ResourceAmounts,
): string | undefined {
  const start = `${name} max limit to request ratio per ${type} is ${canonicalQuantity(bound)}`;
  const request = requests.get(name);
  const limit = limits.get(name);
  if (request === undefined || signOfQuantity(request) === 0) {
    return `${start}, but no request is specified or request is 0`;
  }
  if (limit === undefined || signOfQuantity(limit) === 0) return `${start}, but no limit is specified or limit is 0`;
  const ratio = thousandths(limit) / thousandths(request);
  return ratio * 1000 > thousandths(bound) ? `${start}, but provided ratio is ${ratio.toFixed(6)}` : undefined;
}

function thousandths(amount: Quantity): number {
  return Number(scaledUp(amount, -3));
}

/** The server compares thousandths, so that `0.1m` and `1m` are the same. */
function isMore(left: Quantity, right: Quantity): boolean {
  const rounded = (amount: Quantity): Quantity => ({ ...amount, digits: scaledUp(amount, -3), exponent: -3 });
  return compareQuantities(rounded(left), rounded(right)) > 0;
}
