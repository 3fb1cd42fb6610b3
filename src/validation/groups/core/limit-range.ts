import {
  canonicalQuantity,
  compareQuantities,
  containerResourceName,
  isOvercommitAllowed,
  parseQuantity,
  type Quantity,
  qualifiedName,
  resourceName,
  scaledInt64,
  scaledUp,
} from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, type Report, rules } from '../../rule';
import { object } from './examples';

const TYPES = ['Container', 'PersistentVolumeClaim', 'Pod'];
const BOUNDS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;
/** Largest number that still fits into 64 bits when counted in thousandths. */
const LARGEST_IN_THOUSANDTHS = (2n ** 63n - 1n) / 1000n;
const source = 'ValidateLimitRange (pkg/apis/core/validation)';

const limits = (...items: object[]) => object('LimitRange', { spec: { limits: items } });
const container = (fields: object) => limits({ type: 'Container', ...fields });

type Amounts = Readonly<Record<(typeof BOUNDS)[number], Quantity | undefined>>;

/** What a namespace allows its pods, containers and claims to ask for. */
export const limitRangeRules = rules(
  'io.k8s.api.core.v1.LimitRangeSpec',
  {
    'limit-range-type': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Limits are for a Container, a Pod or a PersistentVolumeClaim, or for a kind of another group, named with its domain.',
      source,
      refused: limits({ type: 'Deployment' }),
      accepted: limits({ type: 'Pod' }),
    },
    'limit-range-type-twice': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'All limits of one type stand in one entry.',
      source,
      refused: limits({ type: 'Pod', max: { cpu: 1 } }, { type: 'Pod', max: { memory: '1Gi' } }),
      accepted: limits({ type: 'Pod', max: { cpu: 1, memory: '1Gi' } }),
    },
    'limit-range-resource': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Containers and pods have cpu, memory, ephemeral-storage, hugepages-SIZE and devices such as nvidia.com/gpu; claims have storage.',
      source: 'validateLimitRangeResourceName (pkg/apis/core/validation)',
      refused: limits({ type: 'Pod', max: { pods: 10 } }),
      accepted: limits({ type: 'Pod', max: { cpu: 10 } }),
    },
    'limit-range-pod-default': {
      reason: 'FieldValueForbidden',
      message: "may not be specified when `type` is 'Pod'",
      why: 'Requests and limits are given to containers, so only the type Container has defaults.',
      source,
      refused: limits({ type: 'Pod', default: { cpu: 1 } }),
      accepted: container({ default: { cpu: 1 } }),
    },
    'limit-range-claim-storage': {
      reason: 'FieldValueRequired',
      message: 'either minimum or maximum storage value is required, but neither was provided',
      why: 'The only thing that can be limited of a claim is its storage.',
      source,
      refused: limits({ type: 'PersistentVolumeClaim', max: { cpu: 1 } }),
      accepted: limits({ type: 'PersistentVolumeClaim', max: { storage: '10Gi' } }),
    },
    'limit-range-order': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'In ascending order: min, defaultRequest, default, max. A ratio of limit to request is 1 or more, and not more than what min and max allow.',
      source,
      refused: container({ min: { cpu: 2 }, max: { cpu: 1 } }),
      accepted: container({ min: { cpu: 1 }, max: { cpu: 2 } }),
    },
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const seen = new Set<string>();
    each('limits', node.value.limits, (limit, at) => {
      const { type = '' } = limit;
      const malformed = qualifiedName(type);
      for (const detail of malformed) report('limit-range-type', `${at}.type`, { detail });
      if (malformed.length === 0 && !type.includes('/') && !TYPES.includes(type)) {
        const detail = 'must be a standard limit type or fully qualified';
        report('limit-range-type', `${at}.type`, { detail });
      }
      if (seen.has(type)) report('limit-range-type-twice', `${at}.type`, { value: type });
      seen.add(type);
      checkLimit(limit, at, report);
    });
  },
);

function checkLimit(limit: any, at: string, report: Report): void {
  const { type = '' } = limit;
  const isPod = type === 'Pod';
  const names = new Set<string>();
  const bounds = BOUNDS.filter((bound) => !(isPod && bound.startsWith('default')));
  if (isPod) {
    for (const bound of ['default', 'defaultRequest']) {
      if (Object.keys(limit[bound] ?? {}).length > 0) report('limit-range-pod-default', `${at}.${bound}`);
    }
  }
  const check = isPod || type === 'Container' ? containerResourceName : resourceName;
  for (const bound of bounds) {
    for (const name of Object.keys(limit[bound] ?? {})) {
      names.add(name);
      for (const detail of check(name)) {
        const value = new GoValue('core.ResourceName', name);
        report('limit-range-resource', `${at}.${bound}[${name}]`, { detail, value });
      }
    }
  }
  if (type === 'PersistentVolumeClaim' && limit.min?.storage === undefined && limit.max?.storage === undefined) {
    report('limit-range-claim-storage', `${at}.limits`);
  }
  for (const name of names) {
    const amountOf = (bound: (typeof BOUNDS)[number]): Quantity | undefined => {
      const value = bounds.includes(bound) ? limit[bound]?.[name] : undefined;
      const amount = value === undefined ? undefined : parseQuantity(value);
      return amount === undefined ? undefined : { ...amount, ...thousandths(amount) };
    };
    const amounts = Object.fromEntries(BOUNDS.map((bound) => [bound, amountOf(bound)])) as Amounts;
    for (const { bound, detail, shown } of orderProblems(amounts, name)) {
      const value = new GoValue('resource.Quantity', canonicalQuantity(shown));
      report('limit-range-order', `${at}.${bound}[${name}]`, { detail, value });
    }
  }
}

/** The server rounds resources up to thousandths when it fills defaults. */
function thousandths(amount: Quantity): Pick<Quantity, 'digits' | 'exponent'> {
  return amount.exponent >= -3 ? amount : { digits: scaledUp(amount, -3), exponent: -3 };
}

interface OrderProblem {
  readonly bound: string;
  readonly detail: string;
  /** The amount that the server shows. */
  readonly shown: Quantity;
}

function orderProblems(amounts: Amounts, name: string): OrderProblem[] {
  const { min, max, default: limit, defaultRequest: request, maxLimitRequestRatio: ratio } = amounts;
  const problems: OrderProblem[] = [];
  const inOrder = (
    low: Quantity | undefined,
    high: Quantity | undefined,
    bound: keyof Amounts,
    lowName: string,
    highName: string,
    showsOf?: keyof Amounts,
  ) => {
    if (low !== undefined && high !== undefined && compareQuantities(low, high) > 0) {
      const [lowText, highText] = [canonicalQuantity(low), canonicalQuantity(high)];
      const detail = `${lowName} value ${lowText} is greater than ${highName} value ${highText}`;
      problems.push({ bound, detail, shown: amounts[showsOf ?? bound]! });
    }
  };
  inOrder(min, max, 'min', 'min', 'max');
  inOrder(min, request, 'defaultRequest', 'min', 'default request');
  inOrder(request, max, 'defaultRequest', 'default request', 'max');
  inOrder(request, limit, 'defaultRequest', 'default request', 'default limit');
  inOrder(min, limit, 'default', 'min', 'default', 'min');
  inOrder(limit, max, 'default', 'default', 'max', 'max');
  if (ratio !== undefined) {
    const text = canonicalQuantity(ratio);
    if (compareQuantities(ratio, parseQuantity('1')!) < 0) {
      problems.push({ bound: 'maxLimitRequestRatio', detail: `ratio ${text} is less than 1`, shown: ratio });
    }
    if (min !== undefined && max !== undefined && ratioIsTooLarge(ratio, min, max)) {
      const detail = `ratio ${text} is greater than max/min = ${quotientOf(min, max, ratio).toFixed(6)}`;
      problems.push({ bound: 'maxLimitRequestRatio', detail, shown: ratio });
    }
  }
  if (!isOvercommitAllowed(name) && limit !== undefined && request !== undefined) {
    if (compareQuantities(limit, request) !== 0) {
      const [limitText, requestText] = [canonicalQuantity(limit), canonicalQuantity(request)];
      const detail = `default value ${limitText} must equal to defaultRequest value ${requestText} in ${name}`;
      problems.push({ bound: 'defaultRequest', detail, shown: request });
    }
  }
  return problems;
}

/** Computed in floating point, as the server does. */
function ratioIsTooLarge(ratio: Quantity, min: Quantity, max: Quantity): boolean {
  const value = isSmall([ratio, min, max]) ? Number(scaledInt64(ratio, -3)) / 1000 : Number(scaledInt64(ratio, 0));
  return value > quotientOf(min, max, ratio);
}

function quotientOf(min: Quantity, max: Quantity, ...others: readonly Quantity[]): number {
  const exponent = isSmall([min, max, ...others]) ? -3 : 0;
  return Number(scaledInt64(max, exponent)) / Number(scaledInt64(min, exponent));
}

function isSmall(amounts: readonly Quantity[]): boolean {
  return amounts.every((amount) => scaledInt64(amount, 0) < LARGEST_IN_THOUSANDTHS);
}
